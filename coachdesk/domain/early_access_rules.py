"""What a partner team is told early, and which requests reach it sorted (seed 000)."""

from dataclasses import replace
from datetime import date

from coachdesk.domain.errors import RuleError
from coachdesk.domain.partner_vocabulary import NoticeState, TriageDecision, Verdict
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.language import gettext as _

LIKELIHOOD_STEP = 10
SURE, LIKELY = 90, 50
TELL_DAYS = 14


def checked_notice(
    item: EarlyAccessItem, *, before: EarlyAccessItem | None = None, as_of: date
) -> EarlyAccessItem:
    """The notice as noted or changed; refused where its days or its likelihood make no sense."""
    is_new_day = before is None or before.earliest != item.earliest
    if is_new_day and item.earliest < as_of:
        raise RuleError(
            "E-EAR-01",
            _("The earliest day is past."),
            _("What is here already is a hand-off or a request; else choose a day to come."),
        )
    if item.latest is not None and item.latest < item.earliest:
        raise RuleError(
            "E-EAR-02",
            _("The latest day lies before the earliest."),
            _("Leave it empty if nobody knows."),
        )
    if item.likelihood_pct % LIKELIHOOD_STEP:
        raise RuleError(
            "E-EAR-03", _("Likelihood goes in steps of 10."), _("Choose 0, 10, 20 … 100.")
        )
    return item


def changed(before: EarlyAccessItem, item: EarlyAccessItem, *, as_of: date) -> EarlyAccessItem:
    """Other words or days; a team that was told is told again."""
    _check_open(before)
    item = checked_notice(item, before=before, as_of=as_of)
    if item == before or before.told_day is None or replace(item, answer=before.answer) == before:
        return item
    return replace(item, changed_day=as_of)


def told(item: EarlyAccessItem, *, as_of: date) -> EarlyAccessItem:
    """The team knows how it stands now; the first day it heard of it is kept, notice counts on."""
    if not needs_telling(item):
        raise RuleError(
            "E-EAR-05", _("The team knows this as it stands."), _("Tell them what is new.")
        )
    return replace(item, told_day=item.told_day or as_of, changed_day=None)


def withdrawn(item: EarlyAccessItem, *, as_of: date) -> EarlyAccessItem:
    """It will not come; a team that was told of it hears that too."""
    _check_open(item)
    gone = None if item.told_day is None else as_of
    return replace(item, state=NoticeState.WITHDRAWN, changed_day=gone)


def came(item: EarlyAccessItem) -> EarlyAccessItem:
    """It is here: what follows is a hand-off or a request."""
    _check_open(item)
    return replace(item, state=NoticeState.CAME, changed_day=None)


def needs_telling(item: EarlyAccessItem) -> bool:
    """Whether the team has not heard how it stands now."""
    if item.state is NoticeState.OPEN and item.told_day is None:
        return True
    return item.state is not NoticeState.CAME and is_changed(item)


def is_changed(item: EarlyAccessItem) -> bool:
    """Told once, and changed or withdrawn since."""
    return item.told_day is not None and item.changed_day is not None


def is_late_to_tell(item: EarlyAccessItem, *, as_of: date) -> bool:
    """Untold though it may begin within two weeks."""
    return needs_telling(item) and (item.earliest - as_of).days <= TELL_DAYS


def suggested(urgent: int | None, important: int | None) -> TriageDecision | None:
    """An aid for who sorts: both first, one of them later, neither not; None while unsaid."""
    if urgent is None or important is None:
        return None
    if urgent and important:
        return TriageDecision.FIRST
    return TriageDecision.LATER if urgent or important else TriageDecision.NOT


def sorted_(
    request: RequestTriage, decision: TriageDecision, reason: str, *, as_of: date
) -> RequestTriage:
    """Decided by a person, who says why; `day` tells whether that was before it went on."""
    if not reason.strip():
        raise RuleError(
            "E-TRI-02", _("Say why."), _("A few words are enough; the team may read them.")
        )
    stood = request.decision is not None and request.handed_on is not None
    day = request.day if stood else as_of
    return replace(request, decision=decision, reason=reason.strip(), day=day)


def went_unsorted(request: RequestTriage) -> bool:
    """Marked, never refused (E-TRI-01): it went on without a decision, or was sorted only then."""
    went = request.handed_on
    return went is not None and (request.decision is None or request.day > went)


def handed_on(request: RequestTriage, day: date, *, as_of: date) -> RequestTriage:
    """It went to the team on that day; one that nobody sorted goes too, and is marked."""
    if request.decision is TriageDecision.NOT:
        raise RuleError(
            "E-TRI-03",
            _("You decided that this is not worth doing."),
            _("Sort it again first, if that is no longer so."),
        )
    if not request.day <= day <= as_of:
        raise RuleError(
            "E-TRI-04",
            _("The day must lie between {due} and {as_of}.").format(due=request.day, as_of=as_of),
        )
    return replace(request, handed_on=day)


def judged(request: RequestTriage, verdict: Verdict | None) -> RequestTriage:
    """What the team itself thinks of it; None takes it back."""
    if request.handed_on is None and verdict is not None:
        raise RuleError(
            "E-TRI-05", _("The team does not have this request yet."), _("Hand it on first.")
        )
    return replace(request, partner_verdict=verdict)


def _check_open(item: EarlyAccessItem) -> None:
    if item.state is not NoticeState.OPEN:
        raise RuleError(
            "E-EAR-04", _("This notice is no longer open."), _("Note it anew if it comes again.")
        )
