"""A hand-off through the store, against the table of rules §5; undo and redo too."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_off_rules import Expectation, Revision
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.vocabulary import Cause, Gain, Side
from coachdesk.services import hand_offs
from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.services.partners import hand_off_page, partners_page
from coachdesk.store.opening import open_store
from tests.services import hand_off_model as model
from tests.services.hand_off_model import Line, Refused
from tests.services.making import all_of, fill_small_team, refused, rep_called
from tests.store.making import FakeClock

TEXT = "Two dates to choose from"
# Mostly what leads on: a walk that is refused all the time goes nowhere.
ahead = st.sampled_from([-1, 0, 1, 1, 2, 5])
back = st.sampled_from([-6, -1, 0, 0, 0, 1])
mostly = st.sampled_from([True, True, True, False])
causes = st.sampled_from(["", "rep", "unclear_handoff"])
reasons = st.sampled_from(["", "They left", "They left"])
gains = st.dictionaries(st.sampled_from(Side), st.sampled_from(Gain), min_size=1)


class HandOffMachine(RuleBasedStateMachine):
    """One hand-off of one rep; every step is a command of the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        path = self.folder / "line.coachdesk"
        build_store(path, self.clock, lambda desk: desk.load(fill_small_team))
        self.desk = Desk(open_store(path, now=self.clock()), self.clock)
        asked = hand_offs.NewHandOff(
            rep_id=rep_called(self.desk, "Priya").id,
            team_id=all_of(self.desk, PartnerTeam)[0].id,
            new_account="Cedar",
            need="The lease ends in May",
        )
        self.id = self.desk.do(hand_offs.new_hand_off, asked).result.id
        self.states = [Line(self.today)]
        self.at = 0
        self.tell(due=2, person="Stefan", text=True)

    @property
    def today(self) -> date:
        return self.desk.as_of

    @property
    def line(self) -> Line:
        return self.states[self.at]

    def day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def attempt(
        self,
        expect: Callable[[], Line],
        command: Callable[..., object],
        *given: object,
        **more: object,
    ) -> None:
        """Do it in both; the same is refused by the same code, and nothing is written then."""
        try:
            after, code = expect(), ""
        except Refused as refusal:
            after, code = self.line, str(refusal)
        assert refused(lambda: self.desk.do(command, self.id, *given)) == code
        if after != self.line:  # a step that changes nothing is none that could be undone
            self.states = [*self.states[: self.at + 1], after]
            self.at += 1

    @rule(days=st.integers(1, 4))
    def time_passes(self, days: int) -> None:
        self.clock.wait(days=days)

    def is_in(self, *states: str) -> bool:
        """Whether a step belongs here; now and then one is tried out of turn."""
        return self.line.state in states or self.at % 4 == 3

    @precondition(lambda self: self.line.state == "draft")
    @rule(due=ahead, person=st.sampled_from(["Stefan", "Stefan", "Ines Roth", ""]), text=mostly)
    def tell(self, due: int, person: str, text: bool) -> None:
        day, words = self.day(due), TEXT if text else "Soon"
        self.attempt(
            lambda: model.told(self.line, day, person, words, self.today),
            hand_offs.tell_customer,
            Expectation(text=words, due_day=day),
            person,
        )

    @precondition(lambda self: self.is_in("set"))
    @rule(offset=back)
    def accept(self, offset: int) -> None:
        day = self.day(offset)
        self.attempt(lambda: model.accepted(self.line, day), hand_offs.accept_hand_off, day)

    @precondition(lambda self: self.is_in("set"))
    @rule(offset=ahead, both=mostly)
    def revise(self, offset: int, both: bool) -> None:
        new = Revision(
            text=TEXT, due_day=self.day(offset), customer_told_by="Priya", partner_told=both
        )
        self.attempt(
            lambda: model.revised(self.line, new.due_day, both, self.today),
            hand_offs.revise_expectation,
            new,
        )

    @precondition(lambda self: self.is_in("set", "missed"))
    @rule(offset=back)
    def meet(self, offset: int) -> None:
        day = self.day(offset)
        is_late = self.line.state == "missed"
        follow = model.met_late if is_late else model.met
        command = hand_offs.meet_hand_off_late if is_late else hand_offs.meet_hand_off
        self.attempt(lambda: follow(self.line, day, self.today), command, day)

    @precondition(lambda self: self.is_in("set"))
    @rule(cause=causes)
    def miss(self, cause: str) -> None:
        self.attempt(
            lambda: model.missed(self.line, cause, self.today),
            hand_offs.miss_hand_off,
            Cause(cause) if cause else None,
        )

    @precondition(lambda self: self.is_in("missed"))
    @rule(reason=reasons)
    def close(self, reason: str) -> None:
        self.attempt(
            lambda: model.closed(self.line, reason, self.today),
            hand_offs.close_hand_off_unmet,
            reason,
        )

    @precondition(lambda self: self.at > 3 and self.is_in("set", "missed"))
    @rule(offset=back, reason=reasons)
    def withdraw(self, offset: int, reason: str) -> None:
        day = self.day(offset)
        self.attempt(
            lambda: model.withdrawn(self.line, day, reason, self.today),
            hand_offs.withdraw_hand_off,
            day,
            reason,
        )

    @precondition(lambda self: self.is_in("met", "met_late", "closed_unmet"))
    @rule(outcomes=gains)
    def ask_all_three(self, outcomes: dict[Side, Gain]) -> None:
        plain = {side.value: gain.value for side, gain in outcomes.items()}
        self.attempt(lambda: model.all_win(self.line, plain), hand_offs.mark_all_win, outcomes)

    @precondition(lambda self: self.line.state == "set")
    @rule()
    def the_day_passes_and_it_is_missed(self) -> None:
        """What chance seldom leads to: most of the table lies behind a miss."""
        if self.line.due is not None:
            self.clock.wait(days=max(1, (self.line.due - self.today).days + 2))
            self.miss(cause="rep")

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.desk.undo()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.desk.redo()
        self.at += 1

    @invariant()
    def the_store_is_the_model(self) -> None:
        (stored,) = all_of(self.desk, HandOff)
        said = all_of(self.desk, GainStatement)
        assert self.line == Line(
            created=stored.created_day,
            state=stored.state.value,
            set_on=stored.set_day,
            due=stored.due_day,
            accepted=stored.accepted_on,
            met=stored.met_day,
            closed=stored.closed_day,
            cause=stored.cause_code.value if stored.cause_code else "",
            revision=stored.revision,
            gains=tuple(sorted((gain.side.value, gain.outcome.value) for gain in said)),
        )

    @invariant()
    def the_board_shows_it_once_where_the_table_says(self) -> None:
        page = partners_page(self.desk)
        columns = [column.value for column, cards in page.columns.items() if cards]
        line = self.line
        if line.state == "withdrawn" or page.closed.count:
            assert columns == []
            assert line.state == "withdrawn" or line.gains
            return
        where = {"draft": "coming", "set": "expectation_set", "missed": "with_partner"}
        expected = where.get(line.state, "delivered")
        if line.state == "set" and line.accepted:
            expected = "with_partner"
        assert columns == [expected]

    @invariant()
    def the_story_has_its_days_in_order(self) -> None:
        told = hand_off_page(self.desk, self.id)
        assert told is not None
        days = [line.day for line in told.story if line.day]
        assert days == sorted(days)
        moved = sum("told the customer" in line.words for line in told.story)
        assert moved >= self.line.revision - 1

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)


TestHandOffLine = HandOffMachine.TestCase
TestHandOffLine.settings = settings(
    max_examples=12,
    stateful_step_count=24,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.long
class TestHandOffLineAtLength(HandOffMachine.TestCase):  # type: ignore[misc]
    """The same with thousands of steps."""

    settings = settings(
        max_examples=300,
        stateful_step_count=60,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
