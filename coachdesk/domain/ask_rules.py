"""The ladder: asking before requiring, one step at a time (rules §3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.errors import RuleError
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import AskForm, AskState, MandateState
from coachdesk.language import gettext as _

LEAST_REASON = 20
LEAST_HOW = 3
UNCOUNTED = frozenset({AskState.DRAFT, AskState.VOID, AskState.WITHDRAWN})
MAY_REPEAT = frozenset({AskState.UNMET, AskState.VOID})
_DONE = frozenset({AskState.MET, AskState.MET_LATE, MandateState.MET, MandateState.MET_LATE})


@dataclass(frozen=True, slots=True)
class Thread:
    """All asks and mandates on one subject, in the order they were made."""

    asks: tuple[Ask, ...] = ()
    mandates: tuple[Mandate, ...] = ()

    @property
    def open_step(self) -> Ask | Mandate | None:
        """The one ask or mandate that is open; a draft does not occupy the thread."""
        for mandate in self.mandates:
            if mandate.state is MandateState.OPEN:
                return mandate
        return next((ask for ask in self.asks if ask.state is AskState.OPEN), None)

    @property
    def unmet(self) -> tuple[Ask, ...]:
        """Asks that were closed as unmet: what a mandate may rest on."""
        return tuple(ask for ask in self.asks if ask.state is AskState.UNMET)

    @property
    def state(self) -> str:
        """open, resolved, waiting or closed; `new` before the first ask counts."""
        if self.open_step is not None:
            return "open"
        last = self.last_step
        if last is None:
            return "new"
        if isinstance(last, Ask) and last.state in MAY_REPEAT:
            return "waiting"
        return "resolved" if last.state in _DONE else "closed"

    @property
    def steps(self) -> tuple[Ask | Mandate, ...]:
        """Every ask and mandate but drafts, in the order they were made."""
        counted = [ask for ask in self.asks if ask.state is not AskState.DRAFT]
        return tuple(sorted((*counted, *self.mandates), key=_made))

    @property
    def last_step(self) -> Ask | Mandate | None:
        """The ask or mandate that was made last; steps are closed in the order they are made."""
        return self.steps[-1] if self.steps else None

    def number_of(self, ask: Ask) -> int:
        """The request's number, counting asks that are not draft, void or withdrawn."""
        counted = [other.id for other in self.asks if other.state not in UNCOUNTED]
        return counted.index(ask.id) + 1 if ask.id in counted else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskTerms:
    """What makes a request complete: how, by when, and what help (or none)."""

    form: AskForm = AskForm.QUESTION
    how: str = ""
    due_day: date | None = None
    help: str = ""
    help_none: bool = False
    help_due_day: date | None = None


def started(ask: Ask, terms: AskTerms, thread: Thread) -> Ask:
    """An open request (E-ASK-01, 02, 03; E-MAN-06 after an unmet requirement)."""
    _refuse_after_unmet_mandate(thread)
    if thread.open_step is not None:
        raise still_open(_open_number(thread))
    missing = missing_terms(ask, terms)
    if missing:
        raise RuleError(
            "E-ASK-01",
            _("Complete the request: how, by when, and what help ({missing}).").format(
                missing=", ".join(missing)
            ),
        )
    if terms.form is AskForm.LOSS_OF_FAITH and not thread.unmet:
        raise RuleError(
            "E-ASK-02",
            _("This form needs an earlier request on the same subject that was not met."),
        )
    return replace(
        ask,
        form=terms.form,
        how=terms.how.strip(),
        first_due_day=terms.due_day,
        due_day=terms.due_day,
        help=terms.help.strip(),
        help_none=terms.help_none,
        state=AskState.OPEN,
    )


def still_open(number: int) -> RuleError:
    """One step of a ladder at a time (E-ASK-03)."""
    return RuleError(
        "E-ASK-03",
        _("Request {n} on this subject is still open.").format(n=number),
        _("Close it first."),
    )


def missing_terms(ask: Ask, terms: AskTerms) -> list[str]:
    """Names of what the request still lacks."""
    missing = []
    if len(terms.how.strip()) < LEAST_HOW:
        missing.append(_("how"))
    if terms.due_day is None or terms.due_day < ask.day:
        missing.append(_("by when"))
    help_due = terms.help_due_day or terms.due_day
    is_late = bool(terms.help.strip() and help_due and terms.due_day and help_due > terms.due_day)
    if is_late or bool(terms.help.strip()) == terms.help_none:
        missing.append(_("what help"))
    return missing


def met(ask: Ask, day: date, *, as_of: date) -> Ask:
    """Met, or met late, on the day it was done (E-ASK-04)."""
    _refuse_unless_open(ask)
    if not ask.day <= day <= as_of:
        raise RuleError("E-ASK-04", _("The day must not lie in the future."))
    state = AskState.MET if day <= _due(ask) else AskState.MET_LATE
    return replace(ask, state=state, done_day=day, closed_day=as_of)


def renegotiated(ask: Ask, due_day: date, *, both_agree: bool, as_of: date) -> Ask:
    """A later day for the same request, before the old one passed (E-ASK-05)."""
    _refuse_unless_open(ask)
    if as_of > _due(ask):
        raise RuleError("E-ASK-05", _("The date has passed."), _("Close the request first."))
    if not both_agree:
        raise RuleError("E-ASK-05", _("Both sides must agree to a new date."))
    if due_day <= _due(ask):
        raise RuleError("E-ASK-05", _("Choose a day after {due}.").format(due=_due(ask)))
    return replace(ask, due_day=due_day)


def help_failed(ask: Ask, help_promise: Commitment | None, *, as_of: date) -> bool:
    """Whether promised help came too late and the request's day was not moved for it."""
    if ask.help_none or help_promise is None:
        return False
    if help_promise.delivered_day is None:
        return as_of > help_promise.due_day
    return not _is_made_up(ask, help_promise, help_promise.delivered_day)


def _is_made_up(ask: Ask, help_promise: Commitment, delivered: date) -> bool:
    delay = (delivered - help_promise.due_day).days
    if delay <= 0:
        return True
    first = ask.first_due_day or _due(ask)
    return (_due(ask) - first).days >= delay


def closed_as_unmet(
    ask: Ask, help_promise: Commitment | None, *, reason: str, rep_view: str, as_of: date
) -> Ask:
    """Not met, though the promised help came in time (E-ASK-06, 07)."""
    _refuse_unless_open(ask)
    if as_of <= _due(ask):
        raise RuleError("E-ASK-06", _("Not due until {due}.").format(due=_due(ask)))
    if not ask.help_none and help_promise is not None:
        delivered = help_promise.delivered_day
        if delivered is None or not _is_made_up(ask, help_promise, delivered):
            raise RuleError(
                "E-ASK-07",
                _("Your promised help was not delivered in time."),
                _("Close the request as void, or agree a new date."),
            )
    return replace(ask, state=AskState.UNMET, reason=reason, rep_view=rep_view, closed_day=as_of)


def voided(ask: Ask, help_promise: Commitment | None, *, reason: str, as_of: date) -> Ask:
    """Void, because the promised help failed (E-ASK-08)."""
    _refuse_unless_open(ask)
    if not help_failed(ask, help_promise, as_of=as_of):
        raise RuleError(
            "E-ASK-08",
            _("The promised help came in time, or the date was moved for it."),
            _("Void is not possible."),
        )
    return replace(ask, state=AskState.VOID, reason=reason, closed_day=as_of)


def withdrawn(ask: Ask, reason: str, *, as_of: date) -> Ask:
    """Taken back by the one who asked (E-ASK-09)."""
    _refuse_unless_open(ask)
    if not reason.strip():
        raise RuleError("E-ASK-09", _("Say why the request is withdrawn."))
    return replace(ask, state=AskState.WITHDRAWN, reason=reason, closed_day=as_of)


def required(mandate: Mandate, thread: Thread) -> Mandate:
    """An open requirement, resting on unmet requests or with the ladder skipped (E-MAN-01, 02)."""
    _refuse_after_unmet_mandate(thread)
    if mandate.due_day < mandate.day:
        raise RuleError(
            "E-MAN-01",
            _("Complete the requirement: what, by when, and how it will be checked."),
            _("Its day is today or later."),
        )
    if mandate.ladder_skipped:
        if len(mandate.skip_reason.strip()) < LEAST_REASON:
            raise reason_too_short()
        if thread.open_step is not None:
            raise needs_unmet()
        return replace(mandate, trigger_ids=())
    if not thread.unmet or thread.open_step is not None:
        raise needs_unmet()
    return replace(mandate, trigger_ids=tuple(ask.id for ask in thread.unmet), skip_reason="")


def reason_too_short() -> RuleError:
    """Skipping the ladder takes a reason in words (E-MAN-02)."""
    return RuleError(
        "E-MAN-02",
        _("Give the reason for skipping the requests (at least {n} characters).").format(
            n=LEAST_REASON
        ),
    )


def needs_unmet() -> RuleError:
    """Asking comes before requiring (E-MAN-01)."""
    return RuleError(
        "E-MAN-01",
        _("A requirement needs an unmet request on the same subject."),
        _("Ask first, or state why the ladder is skipped."),
    )


def mandate_met(mandate: Mandate, day: date, *, as_of: date) -> Mandate:
    """Met, or met late (E-MAN-03)."""
    _refuse_unless_open(mandate)
    if day > as_of:
        raise RuleError("E-MAN-03", _("The day must not lie in the future."))
    state = MandateState.MET if day <= mandate.due_day else MandateState.MET_LATE
    return replace(mandate, state=state, done_day=day, closed_day=as_of)


def mandate_unmet(mandate: Mandate, *, reason: str, rep_view: str, as_of: date) -> Mandate:
    """Not met once it is past due (E-MAN-04)."""
    _refuse_unless_open(mandate)
    if as_of <= mandate.due_day:
        raise RuleError("E-MAN-04", _("Not due until {due}.").format(due=mandate.due_day))
    return replace(
        mandate, state=MandateState.UNMET, reason=reason, rep_view=rep_view, closed_day=as_of
    )


def mandate_withdrawn(mandate: Mandate, reason: str, *, as_of: date) -> Mandate:
    """Taken back with a reason (E-MAN-05)."""
    _refuse_unless_open(mandate)
    if not reason.strip():
        raise RuleError("E-MAN-05", _("Say why the requirement is withdrawn."))
    return replace(mandate, state=MandateState.WITHDRAWN, reason=reason, closed_day=as_of)


def _refuse_after_unmet_mandate(thread: Thread) -> None:
    if any(mandate.state is MandateState.UNMET for mandate in thread.mandates):
        raise RuleError(
            "E-MAN-06",
            _("Coachdesk ends here."),
            _("Talk to HR about next steps; do not record them here."),
        )


def _refuse_unless_open(step: Ask | Mandate) -> None:
    if isinstance(step, Mandate) and step.state is MandateState.UNMET:
        _refuse_after_unmet_mandate(Thread(mandates=(step,)))
    if step.state not in (AskState.OPEN, MandateState.OPEN):
        raise closed_step()


def closed_step() -> RuleError:
    """Nothing leaves a closed state (invariant 13)."""
    return RuleError("E-ASK-10", _("This request is closed or unfinished."), _("Start a new one."))


def _open_number(thread: Thread) -> int:
    step = thread.open_step
    return thread.number_of(step) if isinstance(step, Ask) else len(thread.asks)


def _due(ask: Ask) -> date:
    if ask.due_day is None:
        raise ValueError("an open ask has a due day")
    return ask.due_day


def in_order(asks: Iterable[Ask], mandates: Iterable[Mandate]) -> Thread:
    """A thread from unordered rows, in the order they were made; drafts stand last."""
    ordered = sorted(asks, key=lambda ask: (ask.state is AskState.DRAFT, *_made(ask), str(ask.id)))
    return Thread(tuple(ordered), tuple(sorted(mandates, key=_made)))


def _made(step: Ask | Mandate) -> tuple[date, date, bool]:
    """Of two of one day, the one that was closed first was made first; a mandate ends a ladder."""
    return (step.day, step.closed_day or date.max, isinstance(step, Mandate))
