"""The year of one rep on one page: counted as of today, without a share, a label or a verdict.

No list is kept of these prints: the page has no form number, and the same rows make it again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from coachdesk.domain.ask_rules import UNCOUNTED
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.calendar import Days, last_four_quarters
from coachdesk.domain.entity import Id
from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.expectations import ExpectationAgreement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.marketing import WarmIntroduction
from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.domain.people import Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import (
    CHAIN,
    Asker,
    AskState,
    Gain,
    HandOffState,
    MandateState,
    ObservationState,
    OwnerSide,
    Party,
    PromiseState,
    ShareState,
    Side,
    TalkState,
    VisitState,
)
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, paper_of
from coachdesk.services.drawing import Drawn, drawn
from coachdesk.services.saved_files import refuse_store, write_named
from coachdesk.services.situations import situations
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import Paper
from coachdesk.views.dates import print_day
from coachdesk.views.plans import stop_words
from coachdesk.views.year_page import Counted, Quarter, YearPage

HELD = (TalkState.HELD, TalkState.WRAPPED_UP)
PROMISES = (PromiseState.KEPT, PromiseState.KEPT_LATE, PromiseState.BROKEN)
ASKED = (AskState.MET, AskState.MET_LATE, AskState.UNMET, AskState.OPEN)
REQUIRED = (MandateState.MET, MandateState.MET_LATE, MandateState.UNMET, MandateState.OPEN)
GAINS = (Gain.WON, Gain.NEUTRAL, Gain.LOST, Gain.UNKNOWN)
NOT_MET = (HandOffState.MISSED, HandOffState.CLOSED_UNMET)


@dataclass(frozen=True, slots=True)
class Year:
    """The twelve months of one rep that are counted, in four quarters."""

    reads: Snapshot
    rep: Rep
    quarters: tuple[Days, ...]

    def has(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.quarters[0][0] <= day <= self.quarters[-1][1]

    def by_quarter(self, name: str, days: Iterable[date | None], letter: str = "") -> Counted:
        """How many of the days lie in each quarter, and in the year."""
        known = [day for day in days if day is not None]
        counts = [sum(a <= day <= b for day in known) for a, b in self.quarters]
        return Counted(name=name, counts=(*counts, sum(counts)), letter=letter)


def year_page(reads: Snapshot, rep_id: UUID) -> YearPage:
    """What was counted of one rep in the twelve months up to today."""
    space, rep = workspace(reads), reads.get(Rep, as_id(rep_id))
    year = Year(reads, rep, last_four_quarters(reads.as_of))
    found = reads.find(Observation, rep_id=rep.id, state=ObservationState.SAVED)
    talks = reads.find(CoachingSession, rep_id=rep.id)
    observed = {each.id: each.day for each in found if year.has(each.day)}
    needs = [each for each in reads.find(HandOff, rep_id=rep.id) if year.has(each.created_day)]
    asks, mandates = _given(year)
    return YearPage(
        language=space.locale,
        company=space.company_name,
        rep=rep.name,
        role=rep.role,
        first_day=_dated(year.quarters[0][0]),
        last_day=_dated(reads.as_of),
        joined=_joined(year),
        quarters=tuple(
            Quarter(first=print_day(first), last=print_day(last)) for first, last in year.quarters
        ),
        since=_since(year, [*(each.day for each in found), *(talk.day for talk in talks)]),
        meetings=_meetings(year, talks),
        observations=_observations(year, observed),
        promises=_promises(year, space.manager_name),
        asked=(
            _states(_("Requests"), [each.state for each in asks], ASKED),
            _states(_("Requirements"), [each.state for each in mandates], REQUIRED),
        ),
        shares=sum(
            year.has(each.day) for each in reads.find(Share, rep_id=rep.id, state=ShareState.GIVEN)
        ),
        gains=_gains(year, observed, needs),
        hand_offs=_hand_offs(needs),
        plans=_plans(year),
        agreed=_agreed(year),
    )


def draw_year_page(page: YearPage, paper: Paper, own: Path | None = None) -> Drawn:
    """The year on paper."""
    from coachdesk.reports.year_page import render_year_page

    return drawn(render_year_page(page, paper, own))


def save_year_page(desk: Desk, rep_id: UUID, path: Path, paper: Paper | None = None) -> Printed:
    """Draw the year and write it."""
    refuse_store(desk, path)
    done = draw_year_page(desk.ask(year_page, rep_id), paper or paper_of(desk), desk.own_templates)
    write_named(desk, path, done.pdf)
    return Printed(done.pdf, done.pages, path.name, done.missing, done.template_fault)


def year_file_name(rep: str, day: date) -> str:
    """A file name that every system takes."""
    safe = "".join(c if c.isalnum() else "-" for c in rep.lower()).strip("-")
    return f"year-{safe or 'rep'}-{day.isoformat()}.pdf"


def _joined(year: Year) -> str:
    """Since when the rep is on the team, if that is within the year: what was before is no 0."""
    starts = [start for start, _end in year.rep.employed]
    if not starts or not year.has(min(starts)):
        return ""
    return _("on the team since {day}").format(day=_dated(min(starts)))


def _dated(day: date) -> str:
    return _("{date} {year}").format(date=print_day(day), year=day.year)


def _since(year: Year, days: Sequence[date]) -> str:
    """The day of the first record, if that is within the year: nothing was counted before."""
    if not days or not year.has(min(days)):
        return ""
    return _("first noted on {day}").format(day=_dated(min(days)))


def _meetings(year: Year, talks: Sequence[CoachingSession]) -> tuple[Counted, ...]:
    """Talks as they went, and the other occasions, by quarter."""
    reads, rep_id = year.reads, year.rep.id
    visits = reads.find(JointVisit, rep_id=rep_id, state=VisitState.HELD)
    meetings = reads.find(JointMeeting, rep_id=rep_id, state=JointMeetingState.HELD)
    made = reads.find(WarmIntroduction, rep_id=rep_id)
    return tuple(
        year.by_quarter(name, days)
        for name, days in (
            (_("One-on-ones held"), [t.day for t in talks if t.state in HELD]),
            (_("One-on-ones moved"), [t.day for t in talks if t.state is TalkState.MOVED]),
            (_("One-on-ones cancelled"), [t.day for t in talks if t.state is TalkState.CANCELLED]),
            (_("Joint visits to customers"), [each.day for each in visits]),
            (_("Joint meetings with partners"), [each.day for each in meetings]),
            (_("Introductions made"), [each.made_day for each in made]),
        )
    )


def _observations(year: Year, observed: Mapping[Id[Observation], date]) -> tuple[Counted, ...]:
    """How often each behaviour was observed; a quality only if it was. No value is looked at."""
    days: dict[str, list[date]] = {}
    for rating in year.reads.find(Rating, observation_id=set(observed)):
        days.setdefault(rating.behaviour_key, []).append(observed[rating.observation_id])
    return (
        year.by_quarter(_("Observations"), observed.values()),
        *(
            year.by_quarter(guide.title, days.get(key, ()), guide.letter)
            for key, guide in playbook_of(year.reads).behaviours.items()
            if key in CHAIN or key in days
        ),
    )


def _promises(year: Year, manager: str) -> tuple[Counted, ...]:
    """What came to an end in the year, and what is open; the manager’s promises first."""
    found = year.reads.find(Commitment, rep_id=year.rep.id)
    ended = [p for p in found if year.has(p.delivered_day or p.closed_day)]
    rows = []
    for side, name in (
        (OwnerSide.MANAGER, manager or _("Manager")),
        (OwnerSide.REP, year.rep.first_name),
    ):
        counts = [
            sum(p.owner_side is side and p.state is state for p in ended) for state in PROMISES
        ]
        waiting = sum(p.owner_side is side and p.state is PromiseState.OPEN for p in found)
        rows.append(Counted(name=name, counts=(*counts, waiting)))
    return tuple(rows)


def _given(year: Year) -> tuple[list[Ask], list[Mandate]]:
    """What the manager asked and required of the rep; void and taken back ones count nowhere."""
    reads = year.reads
    threads = {
        thread.id
        for thread in reads.find(
            AskThread, rep_id=year.rep.id, asker=Asker.MANAGER, party=Party.REP
        )
    }
    asks = reads.find(Ask, thread_id=threads)
    mandates = reads.find(Mandate, thread_id=threads)
    return (
        [each for each in asks if year.has(each.day) and each.state not in UNCOUNTED],
        [
            each
            for each in mandates
            if year.has(each.day) and each.state is not MandateState.WITHDRAWN
        ],
    )


def _states(name: str, states: Sequence[object], columns: Sequence[object]) -> Counted:
    return Counted(name=name, counts=(len(states), *(states.count(each) for each in columns)))


def _gains(
    year: Year, observed: Mapping[Id[Observation], date], needs: Sequence[HandOff]
) -> tuple[Counted, ...]:
    """How each side came out of the year’s hand-offs and observations."""
    reads = year.reads
    said = [
        *reads.find(GainStatement, hand_off_id={item.id for item in needs}),
        *reads.find(GainStatement, observation_id=set(observed)),
    ]
    return tuple(
        Counted(
            name=name,
            counts=tuple(sum(g.side is side and g.outcome is gain for g in said) for gain in GAINS),
        )
        for side, name in (
            (Side.CUSTOMER, _("Customer")),
            (Side.PARTNER, _("Partner")),
            (Side.REP, year.rep.first_name),
        )
    )


def _hand_offs(needs: Sequence[HandOff]) -> tuple[Counted, ...]:
    """What became of the needs recorded in the year, as it stands today."""
    states = [item.state for item in needs]
    return tuple(
        Counted(name=name, counts=(count,))
        for name, count in (
            (_("Needs recorded"), len(needs)),
            (_("Expectations set"), sum(item.set_day is not None for item in needs)),
            (_("Met"), states.count(HandOffState.MET)),
            (_("Met late"), states.count(HandOffState.MET_LATE)),
            (_("Not met"), sum(state in NOT_MET for state in states)),
        )
    )


def _plans(year: Year) -> tuple[str, ...]:
    """The coaching plans that ran in the year, the newest first, and how they stopped."""
    behaviours = playbook_of(year.reads).behaviours
    first, last = year.quarters[0][0], year.quarters[-1][1]
    found = [
        plan
        for plan in year.reads.find(CoachingPlan, rep_id=year.rep.id)
        if plan.start_day <= last and (plan.stopped_day is None or plan.stopped_day >= first)
    ]
    found.sort(key=lambda plan: (-plan.start_day.toordinal(), str(plan.id)))
    return tuple(
        _("{behaviour}, begun {day}: {how}").format(
            behaviour=behaviours[plan.behaviour_key].title,
            day=_dated(plan.start_day),
            how=_how_it_stopped(plan),
        )
        for plan in found
    )


def _how_it_stopped(plan: CoachingPlan) -> str:
    if plan.stop_reason is None or plan.stopped_day is None:
        return _("goes on")
    how = stop_words(plan.stop_reason)
    return _("{how} on {day}").format(how=how, day=_dated(plan.stopped_day))


def _agreed(year: Year) -> tuple[str, ...]:
    """The situations whose expectations were agreed in the year, the newest first."""
    known = situations(year.reads)
    found = [
        (each.explained_day, known[each.situation].title)
        for each in year.reads.find(ExpectationAgreement, rep_id=year.rep.id)
        if each.explained_day is not None
        and year.has(each.explained_day)
        and each.situation in known
    ]
    found.sort(key=lambda each: (-each[0].toordinal(), each[1]))
    return tuple(
        _("{situation}, {day}").format(situation=title, day=_dated(day)) for day, title in found
    )
