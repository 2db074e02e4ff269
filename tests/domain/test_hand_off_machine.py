"""Hand-offs in any order of steps, against a model that knows only the table's arrows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar
from uuid import uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coachdesk.domain import hand_off_rules as rules
from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_off_rules import CLOSED, BoardColumn, Expectation, Revision
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side

S = HandOffState
START = date(2026, 3, 2)
# Mostly what leads on: a walk that is refused all the time goes nowhere.
days = st.sampled_from([-2, -1, 0, 0, 0, 1, 4, 9])
mostly = st.sampled_from([True, True, True, False])
gains = st.dictionaries(st.sampled_from(Side), st.sampled_from(Gain))
ARROWS = {
    (S.DRAFT, S.SET),
    (S.SET, S.MET),
    (S.SET, S.MISSED),
    (S.MISSED, S.MET_LATE),
    (S.MISSED, S.CLOSED_UNMET),
    (S.DRAFT, S.WITHDRAWN),
    (S.SET, S.WITHDRAWN),
    (S.MISSED, S.WITHDRAWN),
}


T = TypeVar("T")


def attempt(step: Callable[[], T]) -> tuple[T | None, str]:
    """What the step gives, or None with the code of its refusal."""
    try:
        return step(), ""
    except RuleError as refusal:
        return None, refusal.code


class HandOffs(RuleBasedStateMachine):
    """One hand-off, a day that only goes forward, and steps that may be refused."""

    @initialize(reason=st.sampled_from(["", "They want certainty"]), is_set=mostly)
    def plan(self, reason: str, is_set: bool) -> None:
        self.today = START
        self.outcomes: dict[Side, Gain] = {}
        self.hand_off = HandOff(
            id=uuid4(),
            rep_id=uuid4(),
            account_id=uuid4(),
            team_id=uuid4(),
            need="Lease ends in nine months",
            value_reason=reason,
            created_day=START,
        )
        if is_set:
            self.set_expectation(4, None, True)

    def day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def step(self, make, *arguments, **named) -> None:
        """Take a step; a refused one changes nothing, an accepted one follows an arrow."""
        before = self.hand_off
        after, code = attempt(lambda: make(before, *arguments, **named))
        if after is None:
            assert code.startswith("E-HND-")
            return
        assert before.state not in CLOSED
        if after.state is not before.state:
            assert (before.state, after.state) in ARROWS
        self.hand_off = after

    @rule(n=st.integers(min_value=1, max_value=9))
    def days_pass(self, n: int) -> None:
        self.today += timedelta(days=n)

    @rule(offset=days, check=st.none() | days, named=mostly)
    def set_expectation(self, offset: int, check: int | None, named: bool) -> None:
        told = Expectation(
            text="Two dates to choose from",
            due_day=self.day(offset),
            check_day=None if check is None else self.day(check),
            partner_person_id=uuid4() if named else None,
        )
        self.step(rules.expected, told, as_of=self.today)

    @rule(offset=days)
    def accept(self, offset: int) -> None:
        self.step(rules.accepted, self.day(offset))

    @rule(offset=days, told=mostly)
    def revise(self, offset: int, told: bool) -> None:
        new = Revision(
            text="Three dates to choose from",
            due_day=self.day(offset),
            customer_told_by="Priya",
            partner_told=told,
        )
        overdue = self.hand_off.due_day is not None and self.today > self.hand_off.due_day
        revision = self.hand_off.revision
        self.step(rules.revised, new, as_of=self.today)
        if overdue:
            assert self.hand_off.revision == revision

    @rule(offset=days)
    def meet(self, offset: int) -> None:
        self.step(rules.met, self.day(offset), as_of=self.today)

    @rule(cause=st.sampled_from([None, *Cause]))
    def miss(self, cause: Cause | None) -> None:
        self.step(rules.missed, cause=cause, as_of=self.today)

    @rule(offset=days)
    def meet_late(self, offset: int) -> None:
        self.step(rules.met_late, self.day(offset), as_of=self.today)

    @rule(reason=st.sampled_from(["", "They left", "They left"]))
    def close(self, reason: str) -> None:
        self.step(rules.closed_unmet, reason, as_of=self.today)

    @rule(offset=days, reason=st.sampled_from(["", "Bought elsewhere", "Bought elsewhere"]))
    def withdraw(self, offset: int, reason: str) -> None:
        self.step(rules.withdrawn, self.day(offset), reason, as_of=self.today)

    @rule(outcomes=gains)
    def check_all_win(self, outcomes: dict[Side, Gain]) -> None:
        _none, code = attempt(lambda: rules.check_all_win(self.hand_off, outcomes))
        if code:
            return
        assert self.hand_off.state in (S.MET, S.MET_LATE, S.CLOSED_UNMET)
        self.outcomes = outcomes

    @invariant()
    def days_stand_in_order(self) -> None:
        one = self.hand_off
        if one.state is S.DRAFT:
            return
        if one.set_day is None:
            assert one.state is S.WITHDRAWN
            return
        assert one.due_day is not None
        assert one.partner_person_id is not None
        assert one.created_day <= one.set_day <= one.due_day
        assert one.check_day is None or one.check_day <= one.due_day
        assert one.accepted_on is None or one.accepted_on >= one.set_day
        if one.state is S.MET:
            assert one.met_day is not None
            assert one.set_day <= one.met_day <= one.due_day
        if one.state is S.MET_LATE:
            assert one.met_day is not None
            assert one.met_day > one.due_day
        if one.state in (S.MISSED, S.MET_LATE, S.CLOSED_UNMET):
            assert one.cause_code is not None

    @invariant()
    def a_closed_hand_off_takes_no_step(self) -> None:
        one, day = self.hand_off, self.today
        if one.state not in CLOSED:
            return
        told = Expectation(text="Two dates", due_day=day, partner_person_id=uuid4())
        new = Revision(text="Two dates", due_day=day, customer_told_by="Priya", partner_told=True)
        taken = (
            attempt(lambda: rules.expected(one, told, as_of=day)),
            attempt(lambda: rules.accepted(one, day)),
            attempt(lambda: rules.revised(one, new, as_of=day - timedelta(days=9))),
            attempt(lambda: rules.met(one, one.set_day or day, as_of=day)),
            attempt(lambda: rules.missed(one, cause=Cause.REP, as_of=day + timedelta(days=99))),
            attempt(lambda: rules.met_late(one, day, as_of=day)),
            attempt(lambda: rules.closed_unmet(one, "They left", as_of=day)),
            attempt(lambda: rules.withdrawn(one, day, "Bought elsewhere", as_of=day)),
        )
        assert [after for after, _code in taken if after is not None] == []

    @invariant()
    def what_is_derived_follows_from_the_stored_row(self) -> None:
        one = self.hand_off
        stage = rules.chain_stage(one, self.outcomes)
        assert 1 <= stage <= 5
        assert stage < 2 or one.value_reason
        assert stage < 3 or one.set_day is not None
        assert stage < 4 or one.state in (S.MET, S.MET_LATE)
        assert stage < 5 or set(self.outcomes.values()) == {Gain.WON}
        column = rules.board_column(one)
        assert (column is None) == (one.state is S.WITHDRAWN)
        assert (column is BoardColumn.DELIVERED) == (one.state in CLOSED - {S.WITHDRAWN})
        is_old = (self.today - one.created_day).days > 14
        assert rules.is_stale_draft(one, as_of=self.today) == (one.state is S.DRAFT and is_old)


HandOffs.TestCase.settings = settings(max_examples=80, stateful_step_count=25, deadline=None)
TestHandOffs = HandOffs.TestCase
