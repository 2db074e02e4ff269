"""One rep in one calendar quarter, as the development record sees it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.playbook import Playbook
from coachdesk.services import insight_hand_offs
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import evidence, people
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.evidence import Event

Span = tuple[date, date]
"""The first and the last day, both included."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One rep in one quarter, its first and last day included."""

    reads: Snapshot
    playbook: Playbook
    space: Workspace
    rep: Rep
    first: date
    last: date
    events: tuple[Event, ...]
    hand_offs: tuple[HandOff, ...]

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the quarter."""
        return day is not None and self.first <= day <= self.last


def quarter_before(day: date) -> Span:
    """The first and last day of the calendar quarter that ended before `day`."""
    begun = date(day.year, day.month - (day.month - 1) % 3, 1)
    last = begun - timedelta(days=1)
    return date(last.year, last.month - 2, 1), last


def last_quarters(day: date, count: int) -> tuple[Span, ...]:
    """The calendar quarters that ended before `day`, the oldest first."""
    found = [quarter_before(day)]
    while len(found) < count:
        found.append(quarter_before(found[-1][0]))
    return tuple(reversed(found))


def read_quarter(reads: Snapshot, rep_id: UUID, first: date, last: date) -> Quarter:
    """What was seen and handed over until the end of the quarter."""
    playbook = playbook_of(reads)
    rep: Rep = reads.get(Rep, as_id(rep_id))
    before = first - timedelta(days=1)
    return Quarter(
        reads=reads,
        playbook=playbook,
        space=people.workspace(reads),
        rep=rep,
        first=first,
        last=last,
        events=tuple(evidence.events(reads, playbook, after=before, until=last, rep_id=rep.id)),
        hand_offs=tuple(
            insight_hand_offs.as_of(item, last)
            for item in reads.find(HandOff, rep_id=rep.id)
            if item.created_day <= last
        ),
    )
