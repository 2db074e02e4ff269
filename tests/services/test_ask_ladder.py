"""Requests and requirements through the store, against the table of rules §3; undo and redo too."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import AskForm, AskState
from coachdesk.services import asks, promises
from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.store.opening import open_store
from tests.services import ladder_model as model
from tests.services.ladder_model import Help, Ladder, Refused, Step
from tests.services.making import all_of, fill_small_team, refused, rep_called
from tests.store.making import FakeClock

TEXT = "Brief the partner before the visit"
# Mostly what leads on: a walk that is refused all the time goes nowhere.
ahead = st.sampled_from([-1, 0, 1, 1, 2, 5])
back = st.sampled_from([-6, -1, 0, 0, 0, 1])
mostly = st.sampled_from([True, True, True, False])
forms = st.sampled_from([AskForm.QUESTION, AskForm.CHALLENGE, AskForm.LOSS_OF_FAITH])
skips = st.sampled_from(["", "", "", "too short", "The contract requires it from tomorrow"])


class LadderMachine(RuleBasedStateMachine):
    """One subject with one rep; every step is a command of the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        path = self.folder / "ladder.coachdesk"
        build_store(path, self.clock, lambda desk: desk.load(fill_small_team))
        self.desk = Desk(open_store(path, now=self.clock()), self.clock)
        self.rep_id = rep_called(self.desk, "Priya").id
        first = self.desk.do(asks.note_ask, rep_id=self.rep_id, text=TEXT).result
        self.thread_id = first.thread_id
        self.order = [first.id]
        self.states: list[tuple[Ladder, list[object]]] = [
            (model.noted(Ladder(), self.today), list(self.order))
        ]
        self.at = 0

    @property
    def today(self) -> date:
        return self.desk.as_of

    @property
    def ladder(self) -> Ladder:
        return self.states[self.at][0]

    def day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)

    def attempt(self, expect: Callable[[], Ladder], act: Callable[[], object]) -> None:
        """Do it in both; the same is refused by the same code, and nothing is written then."""
        try:
            after, code = expect(), ""
        except Refused as refusal:
            after, code = self.ladder, str(refusal)
        made: list[object] = []
        assert refused(lambda: made.append(act())) == code
        if code:
            return
        kept = {row.id for row in (*self.asks(), *self.mandates())}
        order = [id for id in self.states[self.at][1] if id in kept]
        order += [id for id in kept if id not in order]
        self.states = [*self.states[: self.at + 1], (after, order)]
        self.at += 1

    def asks(self) -> list[Ask]:
        return all_of(self.desk, Ask, thread_id=self.thread_id)

    def mandates(self) -> list[Mandate]:
        return all_of(self.desk, Mandate, thread_id=self.thread_id)

    def id_at(self, n: int) -> object:
        return self.states[self.at][1][n]

    def is_ask(self, n: int) -> bool:
        return self.ladder.steps[n].kind == "ask"

    @rule(days=st.integers(1, 6))
    def time_passes(self, days: int) -> None:
        self.clock.wait(days=days)

    @precondition(lambda self: len(self.ladder.steps) < 8)
    @rule()
    def note(self) -> None:
        self.attempt(
            lambda: model.noted(self.ladder, self.today),
            lambda: self.desk.do(asks.note_ask, text=TEXT, thread_id=self.thread_id),
        )

    # The last row of a thread takes the thread along, which a test below is about.
    @precondition(lambda self: self.ladder.at("draft") is not None and len(self.ladder.steps) > 1)
    @rule()
    def discard(self) -> None:
        n = self.ladder.at("draft")
        self.attempt(
            lambda: model.discarded(self.ladder, n),
            lambda: self.desk.do(asks.discard_ask, self.id_at(n)),
        )

    @precondition(lambda self: self.ladder.at("draft") is not None)
    @rule(form=forms, due=ahead, how=mostly, help=st.none() | ahead)
    def start(self, form: AskForm, due: int, how: bool, help: int | None) -> None:
        n = self.ladder.at("draft")
        help_day = None if help is None else self.day(help)
        terms = AskTerms(
            form=form,
            how="by phone" if how else "",
            due_day=self.day(due),
            help="" if help is None else "Free a colleague",
            help_none=help is None,
            help_due_day=help_day,
        )
        doubt = form is AskForm.LOSS_OF_FAITH
        self.attempt(
            lambda: model.started(
                self.ladder,
                n,
                self.today,
                is_doubt=doubt,
                how=how,
                due=self.day(due),
                help=help_day,
            ),
            lambda: self.desk.do(asks.agree_ask, self.id_at(n), terms),
        )

    @precondition(lambda self: not any(step.help for step in self.ladder.steps))
    @rule(waits=st.integers(2, 4))
    def start_with_help_that_comes_late(self, waits: int) -> None:
        """What chance seldom leads to: help a day or more late, and the day of the request near."""
        self.note()
        self.start(form=AskForm.QUESTION, due=3, how=True, help=1)
        self.time_passes(days=waits)
        if self.help_at() is not None:
            self.help_comes(offset=0)

    @precondition(lambda self: self.ladder.at("open") is not None)
    @rule(offset=back, as_promise=st.booleans())
    def meet(self, offset: int, as_promise: bool) -> None:
        n, day = self.ladder.at("open"), self.day(offset)
        expect = lambda: model.met(self.ladder, n, day, self.today)  # noqa: E731
        if not self.is_ask(n):
            self.attempt(expect, lambda: self.desk.do(asks.meet_mandate, self.id_at(n), day))
        elif as_promise and self.ladder.steps[n].day <= day <= self.today:
            # The rep's promise is the request: keeping it meets the request.
            promise = self.promise_of(n)
            self.attempt(expect, lambda: self.desk.do(promises.keep_promise, promise.id, day))
        else:
            self.attempt(expect, lambda: self.desk.do(asks.meet_ask, self.id_at(n), day))

    @precondition(lambda self: self.ladder.at("open") is not None)
    @rule(offset=ahead, both=mostly)
    def move(self, offset: int, both: bool) -> None:
        n = self.ladder.at("open")
        if self.is_ask(n):
            due = self.day(offset)
            self.attempt(
                lambda: model.renegotiated(self.ladder, n, due, both, self.today),
                lambda: self.desk.do(asks.move_ask, self.id_at(n), due, both_agree=both),
            )

    @precondition(lambda self: self.ladder.at("open") is not None)
    @rule()
    def close_unmet(self) -> None:
        n = self.ladder.at("open")
        command = asks.close_ask_unmet if self.is_ask(n) else asks.close_mandate_unmet
        self.attempt(
            lambda: model.closed(self.ladder, n, self.today),
            lambda: self.desk.do(command, self.id_at(n)),
        )

    @precondition(lambda self: self.ladder.at("open") is not None)
    @rule()
    def void(self) -> None:
        n = self.ladder.at("open")
        if self.is_ask(n):
            self.attempt(
                lambda: model.voided(self.ladder, n, self.today),
                lambda: self.desk.do(asks.void_ask, self.id_at(n)),
            )

    @precondition(lambda self: self.ladder.at("open") is not None)
    @rule(reason=st.sampled_from(["", "No longer needed"]))
    def withdraw(self, reason: str) -> None:
        n = self.ladder.at("open")
        command = asks.withdraw_ask if self.is_ask(n) else asks.withdraw_mandate
        self.attempt(
            lambda: model.withdrawn(self.ladder, n, reason),
            lambda: self.desk.do(command, self.id_at(n), reason),
        )

    @rule(due=ahead, skip=skips)
    def require(self, due: int, skip: str) -> None:
        day = self.day(due)
        self.attempt(
            lambda: model.required(self.ladder, self.today, day, skip),
            lambda: self.desk.do(
                asks.require,
                what=TEXT,
                how="We look at it on Fridays",
                due_day=day,
                thread_id=self.thread_id,
                skip_reason=skip,
            ),
        )

    @precondition(lambda self: self.help_at() is not None)
    @rule(offset=back)
    def help_comes(self, offset: int) -> None:
        n, day = self.help_at(), self.day(offset)
        help_id = self.ask(n).help_commitment_id
        self.attempt(
            lambda: model.helped(self.ladder, n, day, self.today),
            lambda: self.desk.do(promises.keep_promise, help_id, day),
        )

    def help_at(self) -> int | None:
        steps = self.ladder.steps
        return next((n for n, s in enumerate(steps) if s.help and s.help.state == "open"), None)

    def ask(self, n: int) -> Ask:
        return next(ask for ask in self.asks() if ask.id == self.id_at(n))

    def promise_of(self, n: int) -> Commitment:
        (found,) = self.desk.ask(asks.promises_of, self.ask(n))
        return found

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
        assert tuple(self.stored(n) for n in range(len(self.ladder.steps))) == self.ladder.steps

    def stored(self, n: int) -> Step:
        for mandate in self.mandates():
            if mandate.id == self.id_at(n):
                triggers = len(mandate.trigger_ids)
                state, day, due = mandate.state.value, mandate.day, mandate.due_day
                return Step("mandate", state, day, due, triggers=triggers)
        ask = self.ask(n)
        if ask.state is AskState.DRAFT:
            return Step("ask", "draft", ask.day)
        help = None
        if ask.help_commitment_id is not None:
            (given,) = all_of(self.desk, Commitment, id=ask.help_commitment_id)
            help = Help(given.due_day, given.state.value, given.delivered_day)
        own = self.promise_of(n)
        assert ask.state is not AskState.OPEN or own.due_day == ask.due_day
        return Step(
            "ask",
            ask.state.value,
            ask.day,
            ask.due_day,
            ask.first_due_day,
            help,
            own.state.value,
        )

    @invariant()
    def the_thread_says_what_its_steps_say(self) -> None:
        made = [step for step in self.ladder.steps if step.state != "draft"]
        state = self.desk.ask(asks.thread_of, self.thread_id).state
        if any(step.state == "open" for step in made):
            assert state == "open"
        elif not made:
            assert state == "new"
        assert sum(step.state == "open" for step in made) <= 1

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)


TestLadder = LadderMachine.TestCase
TestLadder.settings = settings(
    max_examples=15,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.long
class TestLadderAtLength(LadderMachine.TestCase):  # type: ignore[misc]
    """The same with thousands of steps."""

    settings = settings(
        max_examples=300,
        stateful_step_count=60,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


def test_the_last_draft_takes_its_thread_along(desk: Desk) -> None:
    rep = all_of(desk, AskThread)
    noted = desk.do(asks.note_ask, rep_id=rep_called(desk, "Priya").id, text=TEXT).result
    desk.do(asks.discard_ask, noted.id)
    assert all_of(desk, AskThread) == rep
