"""Meetings of the two managers: when one is due, its agenda, and the figures it looks at."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from uuid import UUID

from coachdesk.domain.agreements import FrozenFigure, PeerAgendaItem, PeerMeeting, PeerUpdate
from coachdesk.domain.calendar import next_working_day
from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.partner_vocabulary import PeerMeetingState as M
from coachdesk.domain.partner_vocabulary import PeerTopic, Verdict
from coachdesk.domain.soft_power import RequestTriage
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.language import gettext as _

USUAL_RHYTHM = 42
LEAST_FOR_MEDIAN = 8
AGENDA = (
    (PeerTopic.THEIRS, 5),
    (PeerTopic.RESULTS, 8),
    (PeerTopic.PEOPLE, 8),
    (PeerTopic.WORKING, 10),
    (PeerTopic.COMMITMENTS, 8),
    (PeerTopic.COMING, 6),
)
# The figures in the order they are shown; those of the second group say “x of n”.
COUNTS = ("set", "met", "met_late", "missed", "open", "worth_it", "later", "dead")
SHARES = ("accepted", "way_asked", "way_used", "sorted_first")
MEDIAN = "median_days"
_MISSED = frozenset({HandOffState.MISSED, HandOffState.CLOSED_UNMET})


@dataclass(frozen=True, slots=True)
class Due:
    """How the two stand with talking: last met, how often, and whether it is time again."""

    last_met: date | None
    rhythm_days: int
    as_of: date

    @property
    def days_ago(self) -> int | None:
        """How long ago the last talk was."""
        return None if self.last_met is None else (self.as_of - self.last_met).days

    @property
    def is_time(self) -> bool:
        """The last talk was longer ago than agreed, or there was none."""
        return self.days_ago is None or self.days_ago > self.rhythm_days

    @property
    def next_day(self) -> date:
        """The working day the rhythm leads to, never one that has passed."""
        begin = self.last_met or self.as_of
        wanted = max(begin + timedelta(days=self.rhythm_days), self.as_of + timedelta(days=1))
        return next_working_day(wanted - timedelta(days=1))


def last_met(meetings: Iterable[PeerMeeting], updates: Iterable[PeerUpdate]) -> date | None:
    """The day of the last meeting that took place or of the last update."""
    held = [meeting.day for meeting in meetings if meeting.state is M.HELD]
    return max([*held, *(update.day for update in updates)], default=None)


def usual_agenda(*, is_first: bool) -> tuple[PeerAgendaItem, ...]:
    """Six items, the peer's own first; a first meeting begins with the goals."""
    items = [PeerAgendaItem(topic=topic, minutes=minutes) for topic, minutes in AGENDA]
    if is_first:
        items.sort(key=lambda item: item.topic is not PeerTopic.RESULTS)
    return tuple(items)


def check_day(day: date, *, as_of: date) -> None:
    """A meeting is planned for today or later."""
    if day < as_of:
        raise RuleError(
            "E-PEE-08",
            _("{day} has passed.").format(day=day),
            _("Choose today or a later day."),
        )


def check_planned(meeting: PeerMeeting) -> None:
    """It is still ahead, or under way."""
    if meeting.state is not M.PLANNED:
        raise RuleError(
            "E-PEE-09",
            _("This meeting is over."),
            _("Plan the next one."),
        )


def check_record(meeting: PeerMeeting) -> None:
    """What was said is noted before, during and after, but not for one that was cancelled."""
    if meeting.state is M.CANCELLED:
        raise RuleError("E-PEE-10", _("This meeting was cancelled."), _("Plan the next one."))


def held(meeting: PeerMeeting, figures: tuple[FrozenFigure, ...], *, as_of: date) -> PeerMeeting:
    """It took place today; its figures stay as they are now."""
    check_planned(meeting)
    return replace(meeting, day=min(meeting.day, as_of), figures=figures, state=M.HELD)


def with_item(meeting: PeerMeeting, item: PeerAgendaItem) -> PeerMeeting:
    """The agenda with other minutes or another tick for one of its items."""
    check_record(meeting)
    return replace(
        meeting,
        agenda=tuple(item if each.topic is item.topic else each for each in meeting.agenda),
    )


def with_told(meeting: PeerMeeting, item_id: UUID, *, tell: bool) -> PeerMeeting:
    """What the partner will be told, in the order it was ticked."""
    check_planned(meeting)
    others = tuple(each for each in meeting.will_tell if each != item_id)
    ids = (*others, item_id) if tell else others
    return replace(meeting, will_tell=ids)  # type: ignore[arg-type]


def solved(update: PeerUpdate, solution: str, *, path_followed: bool, as_of: date) -> PeerUpdate:
    """A problem that has gone, how, and whether the agreed way led there."""
    if update.topic is not PeerTopic.PROBLEM or update.solved_day is not None:
        raise RuleError("E-PEE-11", _("This problem is solved already."), _("Note a new one."))
    if len(solution.strip()) < 3:
        raise RuleError("E-PEE-12", _("Say how it was solved."), _("A few words are enough."))
    return replace(update, solution=solution.strip(), path_followed=path_followed, solved_day=as_of)


def check_path(path: str) -> None:
    """The way to solve problems is agreed before there is one."""
    if not path:
        raise RuleError(
            "E-PEE-13",
            _("Agree first how problems are solved."),
            _("Write it into the goal that both of you set, and start it."),
        )


def figures(
    hand_offs: Sequence[HandOff],
    triages: Sequence[RequestTriage],
    *,
    since: date | None,
    until: date,
) -> tuple[FrozenFigure, ...]:
    """Counts of one team since the day the two last met; never of a single rep."""
    first = since or date.min

    def fell(day: date | None) -> bool:
        return day is not None and first < day <= until

    fresh = [each for each in hand_offs if fell(each.set_day)]
    settled = [each for each in hand_offs if fell(each.met_day)]
    asked = [triage for triage in triages if fell(triage.day)]
    verdicts = [triage.partner_verdict for triage in asked if triage.partner_verdict is not None]
    both: list[HandOff | RequestTriage] = [*asked, *fresh]
    ways = [each.way_asked for each in both if each.way_asked is not None]
    used = [each.way_used for each in both if each.way_used is not None]
    found = [
        FrozenFigure(key="set", x=len(fresh)),
        FrozenFigure(key="met", x=_in_state(settled, HandOffState.MET)),
        FrozenFigure(key="met_late", x=_in_state(settled, HandOffState.MET_LATE)),
        FrozenFigure(
            key="missed", x=sum(each.state in _MISSED and fell(each.due_day) for each in hand_offs)
        ),
        FrozenFigure(key="open", x=_in_state(hand_offs, HandOffState.SET)),
        FrozenFigure(key="worth_it", x=verdicts.count(Verdict.WORTH_IT)),
        FrozenFigure(key="later", x=verdicts.count(Verdict.LATER)),
        FrozenFigure(key="dead", x=verdicts.count(Verdict.DEAD)),
        FrozenFigure(
            key="accepted", x=sum(each.accepted_on is not None for each in fresh), n=len(fresh)
        ),
        FrozenFigure(key="way_asked", x=sum(ways), n=len(ways)),
        FrozenFigure(key="way_used", x=sum(used), n=len(used)),
        FrozenFigure(
            key="sorted_first",
            x=sum(triage.decision is not None for triage in asked),
            n=len(asked),
        ),
    ]
    took = [(each.met_day - each.set_day).days for each in settled if each.met_day and each.set_day]
    if len(took) >= LEAST_FOR_MEDIAN:
        found.append(FrozenFigure(key=MEDIAN, x=round(median(took)), n=len(took)))
    return tuple(found)


def is_empty(found: Iterable[FrozenFigure]) -> bool:
    """Whether there is nothing to look at."""
    return not any(figure.x or figure.n for figure in found)


def _in_state(found: Iterable[HandOff], state: HandOffState) -> int:
    return sum(each.state is state for each in found)
