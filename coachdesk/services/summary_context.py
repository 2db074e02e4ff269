"""One talk as its printed page sees it: the day it is drawn for, and the talk before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.evidence import Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.talk_rules import CLOSED
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    TalkState,
)
from coachdesk.store.queries import evidence, people
from coachdesk.store.queries.plans import talk_plan
from coachdesk.store.queries.talks import Held, before, held_talks, in_time
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.evidence import Event
from coachdesk.views.plans import TalkPlan


@dataclass(frozen=True, slots=True)
class TalkPage:
    """One talk with what its page is seen from: the day it is drawn for and the talk before."""

    reads: Snapshot
    playbook: Playbook
    space: Workspace
    rep: Rep
    talk: CoachingSession
    previous: Held | None
    following: CoachingSession | None
    day: date
    left_out: frozenset[object]
    accounts: Mapping[UUID, str]
    hand_offs: tuple[HandOff, ...]
    events: tuple[Event, ...]
    observations: tuple[Observation, ...]
    plan: TalkPlan | None

    @property
    def since(self) -> date:
        """The day of the talk before; the beginning of time before the first."""
        return self.previous.day if self.previous else date.min

    def is_new(self, day: date | None) -> bool:
        """Whether a day lies after the talk before and not after this page's."""
        return day is not None and self.since < day <= self.day


def seen_from(reads: Snapshot, playbook: Playbook, talk: CoachingSession) -> TalkPage:
    """The talk with everything its page is made from."""
    rep = reads.get(Rep, talk.rep_id)
    own = reads.find(CoachingSession, rep_id=rep.id)
    every = held_talks(reads, [rep.id])[rep.id]
    held = before(every, talk)
    space = people.workspace(reads)
    ahead = [
        other
        for other in own
        if in_time(other) > in_time(talk) and other.state not in CLOSED and other.id != talk.id
    ]
    wrapped = talk.state is TalkState.WRAPPED_UP and talk.wrapped_up_on is not None
    day = talk.wrapped_up_on if wrapped and talk.wrapped_up_on else max(talk.day, reads.as_of)
    since = held[-1].day if held else date.min
    # What was seen after the talk belongs to the next page, also when this one is written later.
    recent = evidence.events(reads, playbook, after=since, until=talk.day, rep_id=rep.id)
    observed = {event.observation_id for event in recent}
    return TalkPage(
        reads=reads,
        playbook=playbook,
        space=space,
        rep=rep,
        talk=talk,
        previous=held[-1] if held else None,
        following=min(ahead, key=in_time, default=None),
        day=day,
        left_out=frozenset(talk.left_out),
        accounts=people.account_names(reads),
        hand_offs=tuple(reads.find(HandOff, rep_id=rep.id)),
        events=tuple(recent),
        observations=tuple(reads.find(Observation, id=observed)),
        plan=talk_plan(reads, playbook, space.settings, talk, [(h.id, h.day) for h in every]),
    )
