"""Soft power towards one partner team: four measured figures with their evidence (seed 000).

They describe us, never the partner: what was heard, told early, sorted and asked by our side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import median
from uuid import UUID

from coachdesk.domain.early_access_rules import went_unsorted
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import NoticeState, TriageDecision, Verdict
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage

WINDOW_DAYS = 182
LEAST = 8
QUARTERS = 4
USUAL_NOTICE = 7
LAST_FEW, LATE_ONES = 3, 2
# What we decided about a request, and the verdict that says the same.
SAME = {
    TriageDecision.FIRST: Verdict.WORTH_IT,
    TriageDecision.LATER: Verdict.LATER,
    TriageDecision.NOT: Verdict.DEAD,
}


class Quality(StrEnum):
    """The four controllable qualities, in their order."""

    EMPATHY = "empathy"
    EARLY_ACCESS = "early_access"
    QUALIFIED_WORK = "qualified_work"
    VOICE = "voice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something a team was asked to do: a hand-off that was set, or a request handed on.

    A hand-off that came from a request is one piece of work with it. `day` is when it reached
    the team, `notice_days` how long before that day they had heard of it.
    """

    id: UUID
    is_request: bool
    day: date
    rep_id: UUID
    account_id: UUID | None
    what: str
    notice_days: int
    heard: bool | None = None
    asked: bool = False
    used: bool = False
    was_sorted: bool = False
    decision: TriageDecision | None = None
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`x` of `n`, and each of the n with whether it is one of the x."""

    quality: Quality
    evidence: tuple[tuple[Work, bool], ...]

    @property
    def n(self) -> int:
        """How many there are to look at."""
        return len(self.evidence)

    @property
    def x(self) -> int:
        """In how many the quality showed."""
        return sum(good for _work, good in self.evidence)

    @property
    def needs(self) -> int:
        """How many more it takes before the figure is drawn."""
        return max(0, LEAST - self.n)

    @property
    def quarters(self) -> int | None:
        """The nearest quarter, 0 to 4; None while there are too few."""
        return None if self.needs else (2 * QUARTERS * self.x + self.n) // (2 * self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamFigures:
    """The four qualities towards one team, with what stands beside them."""

    empathy: Figure
    early_access: Figure
    qualified_work: Figure
    voice: Figure
    notice_wanted: int
    median_notice: float | None
    judged: int
    agreed: int
    used: int

    @property
    def all(self) -> tuple[Figure, ...]:
        """In the order of the seed."""
        return (self.empathy, self.early_access, self.qualified_work, self.voice)

    @property
    def weakest(self) -> Figure:
        """What to work on next: the smallest share; nothing known at all comes before."""
        return min(self.all, key=lambda figure: figure.x / figure.n if figure.n else 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one team and what was asked of it, whatever the day."""

    team: PartnerTeam
    people: Sequence[PartnerPerson] = ()
    hand_offs: Sequence[HandOff] = ()
    requests: Sequence[RequestTriage] = ()
    notices: Sequence[EarlyAccessItem] = ()


def notice_wanted(team: PartnerTeam) -> int:
    """Days of notice the team wants; a week if nobody asked."""
    return USUAL_NOTICE if team.notice_days_wanted is None else team.notice_days_wanted


def works(known: Known, *, as_of: date) -> list[Work]:
    """What reached the team in the window, the oldest first."""
    since = as_of - timedelta(days=WINDOW_DAYS)
    requests = {item.id: item for item in known.requests}
    values = {person.id: bool(person.value_we_know.strip()) for person in known.people}
    notices = _Notices(known.notices, known.hand_offs)
    found, told = [], set()
    for item in known.hand_offs:
        if item.set_day is None:
            continue
        source = None if item.request_triage_id is None else requests.get(item.request_triage_id)
        day = item.set_day if source is None else source.handed_on or item.set_day
        if source is not None:
            told.add(source.id)
        knew = values.get(item.partner_person_id, False) if item.partner_person_id else False
        found.append(
            Work(
                id=item.id,
                is_request=False,
                day=day,
                rep_id=item.rep_id,
                account_id=item.account_id,
                what=item.need,
                notice_days=notices.before(day, item, item.early_access_item_id),
                heard=knew or _is_heard(known.team, item.set_day),
                asked=bool(item.way_asked or (source and source.way_asked)),
                used=bool(item.way_used or (source and source.way_used)),
                decision=None if source is None else source.decision,
                verdict=None if source is None else source.partner_verdict,
            )
        )
    for request in known.requests:
        if request.handed_on is not None and request.id not in told:
            found.append(_handed_on(request, request.handed_on, notices))
    return sorted(
        (work for work in found if since <= work.day <= as_of),
        key=lambda work: (work.day, work.id),
    )


def figures(known: Known, *, as_of: date) -> TeamFigures:
    """The four figures over 26 weeks."""
    every, since = works(known, as_of=as_of), as_of - timedelta(days=WINDOW_DAYS)
    wanted = notice_wanted(known.team)
    notices = _Notices(known.notices, known.hand_offs)
    handed = [
        _handed_on(item, item.handed_on, notices)
        for item in sorted(known.requests, key=lambda item: (item.handed_on or as_of, item.id))
        if item.handed_on is not None and since <= item.handed_on <= as_of
    ]
    judged = [work for work in handed if work.verdict is not None and work.decision is not None]
    return TeamFigures(
        empathy=Figure(
            quality=Quality.EMPATHY,
            evidence=tuple((work, bool(work.heard)) for work in every if work.heard is not None),
        ),
        early_access=Figure(
            quality=Quality.EARLY_ACCESS,
            evidence=tuple((work, work.notice_days >= wanted) for work in every),
        ),
        qualified_work=Figure(
            quality=Quality.QUALIFIED_WORK,
            evidence=tuple((work, work.was_sorted) for work in handed),
        ),
        voice=Figure(quality=Quality.VOICE, evidence=tuple((work, work.asked) for work in every)),
        notice_wanted=wanted,
        median_notice=median(work.notice_days for work in every) if every else None,
        judged=len(judged),
        agreed=sum(agrees(work.decision, work.verdict) for work in judged),
        used=sum(work.asked and work.used for work in every),
    )


def agrees(decision: TriageDecision | None, verdict: Verdict | None) -> bool:
    """Whether the partner saw a request as we did."""
    return decision is not None and SAME[decision] is verdict


def late_reps(
    every: Iterable[tuple[Work, int]], *, last: int = LAST_FEW, at_least: int = LATE_ONES
) -> dict[UUID, tuple[Work, ...]]:
    """Reps whose last few requests, to any team, mostly came with less notice than wanted.

    Each work comes with the notice its team wants; the late ones of each rep are returned. Sellers
    who themselves know nothing until the last minute are another problem than late telling.
    """
    of_rep: dict[UUID, list[tuple[Work, int]]] = {}
    for work, wanted in sorted(every, key=lambda pair: (pair[0].day, pair[0].id)):
        of_rep.setdefault(work.rep_id, []).append((work, wanted))
    late = {
        rep: tuple(work for work, wanted in found[-last:] if work.notice_days < wanted)
        for rep, found in of_rep.items()
    }
    return {rep: found for rep, found in late.items() if len(found) >= at_least}


def _is_heard(team: PartnerTeam, day: date) -> bool:
    """Whether their work was known in their words by that day."""
    return bool(team.measured_on.strip()) and team.heard_on is not None and team.heard_on <= day


def _handed_on(request: RequestTriage, day: date, notices: "_Notices") -> Work:
    return Work(
        id=request.id,
        is_request=True,
        day=day,
        rep_id=request.rep_id,
        account_id=request.account_id,
        what=request.request,
        notice_days=notices.before(day, request, None),
        asked=bool(request.way_asked),
        used=bool(request.way_used),
        was_sorted=not went_unsorted(request),
        decision=request.decision,
        verdict=request.partner_verdict,
    )


class _Notices:
    """Which notice a request came from: the one it names, else the newest told before it.

    A notice that some hand-off names announced that one alone.
    """

    def __init__(self, notices: Sequence[EarlyAccessItem], hand_offs: Iterable[HandOff]) -> None:
        self._by_id: Mapping[UUID, EarlyAccessItem] = {item.id: item for item in notices}
        taken = {item.early_access_item_id for item in hand_offs}
        self._told: dict[tuple[UUID, UUID], list[date]] = {}
        for item in notices:
            is_free = item.id not in taken and item.state is not NoticeState.WITHDRAWN
            if is_free and item.told_day is not None:
                self._told.setdefault((item.account_id, item.rep_id), []).append(item.told_day)

    def before(self, day: date, asked: HandOff | RequestTriage, named: UUID | None) -> int:
        """Days between being told and being asked; 0 without notice."""
        if named is not None and named in self._by_id:
            told = self._by_id[named].told_day
            return 0 if told is None else max(0, (day - told).days)
        if asked.account_id is None:
            return 0
        days = self._told.get((asked.account_id, asked.rep_id), ())
        return min(((day - told).days for told in days if told <= day), default=0)
