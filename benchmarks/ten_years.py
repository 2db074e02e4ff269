"""A store as ten years of work would leave it: the sizes of the design's budget."""

from datetime import date, time, timedelta
from itertools import cycle
from random import Random
from typing import Any
from uuid import UUID

from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    HandOffState,
    OwnerSide,
    PromiseOrigin,
    PromiseState,
    TalkState,
    Whose,
)
from coachdesk.store.unit_of_work import UnitOfWork

REPS = 40
OBSERVATIONS_EACH = 1500
ACCOUNTS = 400
TALKS_EACH = 260
DAYS = 3650
SENTENCE = "asked what the delay costs them and named Stefan as the one to call about it"
WORDS = SENTENCE.split()


def fill_ten_years(work: UnitOfWork) -> None:
    """Reps, customers, talks every two weeks, promises, hand-offs, and rated observations."""
    chance = Random(7)
    work.put(Workspace(id=work.new_id(Workspace), manager_name="Dana Whitfield"))
    reps = [_rep(work, n) for n in range(REPS)]
    accounts = [
        work.put(Account(id=work.new_id(Account), name=f"Customer {n}")) for n in range(ACCOUNTS)
    ]
    team = work.put(PartnerTeam(id=work.new_id(PartnerTeam), name="Integration"))
    person = work.put(
        PartnerPerson(id=work.new_id(PartnerPerson), name="Stefan Vogt", team_id=team.id)
    )
    sequence = iter(range(1, 10**9))
    for rep in reps:
        _talks(work, rep, chance)
        for _ in range(OBSERVATIONS_EACH):
            _observation(work, rep, chance.choice(accounts), chance, next(sequence))
        for _ in range(300):
            _hand_off(work, rep, chance.choice(accounts), team, person, chance)


def _rep(work: UnitOfWork, n: int) -> Rep:
    return work.put(
        Rep(
            id=work.new_id(Rep),
            first_name=f"Rep{n}",
            last_name="Person",
            slot_weekday=n % 5,
            slot_time=time(9 + n % 8, 0),
            sort_order=n,
        )
    )


def _talks(work: UnitOfWork, rep: Rep, chance: Random) -> None:
    page = {"brief": {"words": ["printed words " * 12] * 24}, "records": [], "version": 1}
    for n in range(TALKS_EACH + 1):
        day = work.as_of + timedelta(days=14 - 14 * n - rep.sort_order % 5)
        is_past = day < work.as_of
        talk = work.put(
            CoachingSession(
                id=work.new_id(CoachingSession),
                rep_id=rep.id,
                day=day,
                start=rep.slot_time,
                state=TalkState.WRAPPED_UP if is_past else TalkState.PLANNED,
                focus_behaviour_key=chance.choice(list(BehaviourKey)[:5]),
                summary="We agreed on one step for the next two weeks." if is_past else "",
                rep_words="It helped to see it." if is_past and n % 3 == 0 else "",
                wrapped_up_on=day if is_past else None,
                summary_brief=page if is_past else None,
            )
        )
        for order in range(1, 5):
            work.put(
                AgendaItem(
                    id=work.new_id(AgendaItem),
                    session_id=talk.id,
                    order=order,
                    whose=Whose.REP if order == 1 else Whose.MANAGER,
                    text="A point",
                )
            )
        for side in (OwnerSide.MANAGER, OwnerSide.REP):
            _promise(work, rep, talk.id, day, side, is_past=n > 2)


def _promise(
    work: UnitOfWork, rep: Rep, origin: UUID, day: date, side: OwnerSide, *, is_past: bool
) -> None:
    closed = day + timedelta(days=7) if is_past else None
    work.put(
        Commitment(
            id=work.new_id(Commitment),
            owner_side=side,
            rep_id=rep.id,
            text="Send the pricing example",
            agreed_day=min(day, work.as_of),
            due_day=max(day, work.as_of) if not is_past else day + timedelta(days=9),
            origin_kind=PromiseOrigin.SESSION,
            origin_id=origin,
            state=PromiseState.KEPT if is_past else PromiseState.OPEN,
            delivered_day=closed,
            closed_day=closed,
        )
    )


def _observation(
    work: UnitOfWork, rep: Rep, account: Account, chance: Random, sequence: int
) -> None:
    day = work.as_of - timedelta(days=chance.randrange(DAYS))
    made = work.put(
        Observation(
            id=work.new_id(Observation),
            seq=sequence,
            rep_id=rep.id,
            day=day,
            recorded_day=day,
            account_id=account.id,
            comment=" ".join(chance.choices(WORDS, k=18)),
        )
    )
    keys = cycle(chance.sample(list(BehaviourKey), 3))
    for _ in range(2 + sequence % 2):
        work.put(
            Rating(
                id=work.new_id(Rating),
                observation_id=made.id,
                behaviour_key=next(keys),
                value=chance.randint(1, 5),
            )
        )


def _hand_off(
    work: UnitOfWork, rep: Rep, account: Account, team: Entity, person: Entity, chance: Random
) -> None:
    made = work.as_of - timedelta(days=chance.randrange(DAYS))
    due = made + timedelta(days=20)
    is_open = made > work.as_of - timedelta(days=18)
    known: dict[str, Any] = {"team_id": team.id, "partner_person_id": person.id}
    work.put(
        HandOff(
            id=work.new_id(HandOff),
            rep_id=rep.id,
            account_id=account.id,
            need="Orders are typed twice",
            expectation="A plan in writing",
            created_day=made,
            set_day=made,
            due_day=due,
            met_day=None if is_open else due,
            state=HandOffState.SET if is_open else HandOffState.MET,
            **known,
        )
    )
