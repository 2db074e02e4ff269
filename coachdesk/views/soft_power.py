"""What the cards of a partner team show: four measured qualities, what is coming, requests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.early_access_rules import LIKELY, SURE
from coachdesk.domain.partner_vocabulary import (
    NoticePriority,
    NoticeState,
    TriageDecision,
    Verdict,
    WorkSize,
)
from coachdesk.domain.soft_power_rules import Quality
from coachdesk.language import gettext as _
from coachdesk.views.dates import near_day


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One of the n behind a figure, and whether it is one of the x."""

    id: UUID
    quality: Quality
    is_request: bool
    good: bool
    day: date
    rep_id: UUID
    rep: str
    account: str
    what: str
    notice_days: int
    asked: bool
    used: bool
    decision: TriageDecision | None
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityRow:
    """A quality: `quarters` is None while `needs` more are needed."""

    quality: Quality
    x: int
    n: int
    needs: int
    quarters: int | None
    evidence: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NextGood:
    """What would do most good next, from the weakest quality; about whom and which customer."""

    quality: Quality
    person: str = ""
    account: str = ""
    hand_off_id: UUID | None = None
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """One team: who they are, how we treat them, and how often we named them as the cause."""

    id: UUID
    name: str
    initials: str
    people: tuple[str, ...]
    measured_on: str
    heard_on: date | None
    notice_wanted: int
    median_notice: float | None
    judged: int
    agreed: int
    used: int
    qualities: tuple[QualityRow, ...]
    next_good: NextGood
    blamed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingRow:
    """A notice as it stands; `is_untold` while the team has not heard that."""

    id: UUID
    team_id: UUID
    team: str
    rep_id: UUID
    rep: str
    account: str
    what: str
    reason: str
    question: str
    skills: str
    unknown: str
    likelihood_pct: int
    size: WorkSize
    earliest: date
    latest: date | None
    priority: NoticePriority
    answer: str
    next_update: date | None
    told_day: date | None
    state: NoticeState
    is_changed: bool
    is_untold: bool
    is_late: bool

    @property
    def is_open(self) -> bool:
        """Whether it is still awaited."""
        return self.state is NoticeState.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request to a team: our decision beside the team's own verdict."""

    id: UUID
    team_id: UUID
    team: str
    rep_id: UUID
    rep: str
    account: str
    request: str
    reason: str
    urgent: int | None
    important: int | None
    decision: TriageDecision | None
    day: date
    handed_on: date | None
    went_unsorted: bool
    verdict: Verdict | None
    is_agreed: bool
    way_asked: bool | None
    way_used: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRep:
    """A rep whose last requests came too late for their teams, and the question that opens."""

    rep_id: UUID
    rep: str
    first_name: str
    late: int
    of: int
    question: str
    talk_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftPower:
    """The cards of one team; without a team what is coming and asked for all of them."""

    as_of: date
    team: TeamCard | None
    teams: tuple[tuple[UUID, str], ...]
    coming: tuple[ComingRow, ...]
    requests: tuple[RequestRow, ...]
    late: tuple[LateRep, ...]

    @property
    def untold(self) -> tuple[ComingRow, ...]:
        """What the teams have not heard yet."""
        return tuple(row for row in self.coming if row.is_untold)


def likelihood_word(percent: int) -> str:
    """Certain, likely or maybe."""
    if percent >= SURE:
        return _("certain")
    return _("likely") if percent >= LIKELY else _("maybe")


def size_title(size: WorkSize) -> str:
    """How much work it is."""
    return {
        WorkSize.UNDER_1_DAY: _("less than a day"),
        WorkSize.DAYS_1_5: _("1 to 5 days"),
        WorkSize.WEEKS_1_4: _("1 to 4 weeks"),
        WorkSize.OVER_4_WEEKS: _("more than 4 weeks"),
    }[size]


def priority_title(priority: NoticePriority) -> str:
    """Whether to plan for it first."""
    return {
        NoticePriority.FIRST: _("do first"),
        NoticePriority.LATER: _("later"),
        NoticePriority.NOT_YET: _("not yet"),
    }[priority]


def decision_title(decision: TriageDecision | None) -> str:
    """What was decided about a request."""
    if decision is None:
        return _("not sorted")
    return {
        TriageDecision.FIRST: _("first"),
        TriageDecision.LATER: _("later"),
        TriageDecision.NOT: _("not worth doing"),
    }[decision]


def verdict_title(verdict: Verdict) -> str:
    """What the team thinks of it."""
    return {
        Verdict.WORTH_IT: _("worth it"),
        Verdict.LATER: _("later"),
        Verdict.DEAD: _("dead"),
    }[verdict]


def notice_state(state: NoticeState) -> str:
    """Whether it is still awaited."""
    return {
        NoticeState.OPEN: _("open"),
        NoticeState.CAME: _("it came"),
        NoticeState.WITHDRAWN: _("will not come"),
    }[state]


def days_between(row: ComingRow, as_of: date) -> str:
    """“6 Apr” or “6 Apr to 20 Apr”."""
    first = near_day(row.earliest, as_of)
    if row.latest is None or row.latest == row.earliest:
        return first
    return _("{first} to {last}").format(first=first, last=near_day(row.latest, as_of))


def notice_text(rows: Sequence[ComingRow], as_of: date) -> str:
    """A ready text for a mail: what may be coming, one customer per line."""
    return "\n".join([_("What may be coming:"), *(_notice_line(row, as_of) for row in rows)])


def _notice_line(row: ComingRow, as_of: date) -> str:
    if row.state is NoticeState.WITHDRAWN:
        words = _("• {account}: {what} will not come.")
        return words.format(account=row.account, what=row.what)
    words = _("• {account}: {what}, {days}, {likely} ({percent} %), {size}.").format(
        account=row.account,
        what=row.what,
        days=days_between(row, as_of),
        likely=likelihood_word(row.likelihood_pct),
        percent=row.likelihood_pct,
        size=size_title(row.size),
    )
    more = (
        _("Changed since you heard of it.") if row.is_changed else "",
        _("Wanted: {skills}.").format(skills=row.skills) if row.skills else "",
        _("Not known yet: {unknown}.").format(unknown=row.unknown) if row.unknown else "",
        row.question,
    )
    return " ".join(part for part in (words, *more) if part)
