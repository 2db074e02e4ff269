"""One thread of requests in any order of steps, against a model of what the ladder allows."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID, uuid4

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coachdesk.domain import ask_rules as rules
from coachdesk.domain.ask_rules import AskTerms, Thread
from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.errors import RuleError
from coachdesk.domain.promises import Commitment, agree
from coachdesk.domain.vocabulary import (
    AskForm,
    AskState,
    MandateState,
    OwnerSide,
    PromiseOrigin,
    PromiseState,
)

START = date(2026, 3, 2)
# Mostly what leads on: a walk that is refused all the time goes nowhere.
ahead = st.sampled_from([-1, 0, 1, 1, 2, 5])
back = st.sampled_from([-6, -2, -1, 0, 0, 1])
mostly = st.sampled_from([True, True, True, False])
FINAL = frozenset(AskState) - {AskState.DRAFT, AskState.OPEN}
FINAL_MANDATE = frozenset(MandateState) - {MandateState.OPEN}
UNCOUNTED = (AskState.DRAFT, AskState.VOID, AskState.WITHDRAWN)


T = TypeVar("T")


def attempt(step: Callable[[], T]) -> tuple[T | None, str]:
    """What the step gives, or None with the code of its refusal."""
    try:
        return step(), ""
    except RuleError as refusal:
        return None, refusal.code


class Ladder(RuleBasedStateMachine):
    """Requests and requirements on one subject, with the promised help."""

    @initialize()
    def begin(self) -> None:
        self.today = START
        self.thread_id = uuid4()
        self.made: list[UUID] = []
        self.asks: list[Ask] = []
        self.mandates: list[Mandate] = []
        self.help: dict[UUID, Commitment] = {}
        self.closed_asks: dict[UUID, Ask] = {}
        self.closed_mandates: dict[UUID, Mandate] = {}

    @property
    def thread(self) -> Thread:
        return Thread(tuple(self.asks), tuple(self.mandates))

    def open_asks(self) -> list[Ask]:
        return [ask for ask in self.asks if ask.state is AskState.OPEN]

    def put(self, ask: Ask) -> None:
        self.asks = [ask if other.id == ask.id else other for other in self.asks]

    def help_of(self, ask: Ask) -> Commitment | None:
        return self.help.get(ask.id)

    @rule(n=st.integers(min_value=1, max_value=8))
    def days_pass(self, n: int) -> None:
        self.today += timedelta(days=n)

    @rule(form=st.sampled_from(AskForm), due=ahead, how=mostly, help_due=st.none() | ahead)
    def ask(self, form: AskForm, due: int, how: bool, help_due: int | None) -> None:
        due_day = self.today + timedelta(days=due)
        help_day = None if help_due is None else self.today + timedelta(days=help_due)
        terms = AskTerms(
            form=form,
            how="by mail" if how else "",
            due_day=due_day,
            help="" if help_day is None else "Free a colleague",
            help_none=help_day is None,
            help_due_day=help_day,
        )
        draft = Ask(
            id=uuid4(), thread_id=self.thread_id, text="Tell the customer first", day=self.today
        )
        ended = any(m.state is MandateState.UNMET for m in self.mandates)
        occupied = self.thread.open_step is not None
        opened, code = attempt(lambda: rules.started(draft, terms, self.thread))
        if opened is None:
            expected = {"E-MAN-06"} if ended else {"E-ASK-03"} if occupied else set()
            assert code in (expected or {"E-ASK-01", "E-ASK-02"})
            return
        assert not ended
        assert not occupied
        assert how
        assert due >= 0
        if form is AskForm.LOSS_OF_FAITH:
            assert any(ask.state is AskState.UNMET for ask in self.asks)
        if help_day is not None:
            promise = Commitment(
                id=uuid4(),
                owner_side=OwnerSide.MANAGER,
                text="Free a colleague",
                agreed_day=self.today,
                due_day=help_day,
                origin_kind=PromiseOrigin.ASK,
                origin_id=opened.id,
            )
            agreed, _code = attempt(lambda: agree(promise))
            if agreed is None:
                return  # both stand in one transaction, so the request is not made either
            self.help[opened.id] = agreed
        self.asks.append(opened)
        self.made.append(opened.id)

    @precondition(lambda self: any(p.state is PromiseState.OPEN for p in self.help.values()))
    @rule(offset=back)
    def help_comes(self, offset: int) -> None:
        day = self.today + timedelta(days=offset)
        for ask in self.open_asks():
            promise = self.help.get(ask.id)
            if promise is None:
                continue
            delivered, code = attempt(partial(promise.delivered, day, as_of=self.today))
            if delivered is None:
                assert code in ("E-COM-02", "E-COM-07")
            else:
                self.help[ask.id] = delivered

    @rule(offset=back)
    def meet(self, offset: int) -> None:
        day = self.today + timedelta(days=offset)
        for ask in self.open_asks():
            met, code = attempt(partial(rules.met, ask, day, as_of=self.today))
            assert (met is not None) == (ask.day <= day <= self.today)
            self.take(met, code, "E-ASK-04")

    def take(self, ask: Ask | None, code: str, *expected: str) -> None:
        """Keep what a step gave, or check why it gave nothing."""
        if ask is None:
            assert code in expected
        else:
            self.put(ask)

    @rule(offset=ahead, agreed=mostly)
    def move(self, offset: int, agreed: bool) -> None:
        day = self.today + timedelta(days=offset)
        for ask in self.open_asks():
            step = partial(rules.renegotiated, ask, day, both_agree=agreed, as_of=self.today)
            moved, code = attempt(step)
            may_move = agreed and self.today <= ask.due_day < day
            assert (moved is not None) == may_move
            assert moved is None or moved.first_due_day == ask.first_due_day
            self.take(moved, code, "E-ASK-05")

    @rule()
    def close_unmet(self) -> None:
        for ask in self.open_asks():
            step = partial(rules.closed_as_unmet, ask, self.help_of(ask), reason="", rep_view="")
            closed, code = attempt(partial(step, as_of=self.today))
            assert closed is None or self.today > ask.due_day
            self.take(closed, code, "E-ASK-06", "E-ASK-07")

    @rule()
    def void(self) -> None:
        for ask in self.open_asks():
            promise = self.help_of(ask)
            closed, code = attempt(partial(rules.voided, ask, promise, reason="", as_of=self.today))
            if closed is not None:
                assert promise is not None
                assert promise.delivered_day is None or promise.delivered_day > promise.due_day
            self.take(closed, code, "E-ASK-08")

    @rule(reason=st.sampled_from(["", "No longer needed"]))
    def withdraw(self, reason: str) -> None:
        for ask in self.open_asks():
            gone, code = attempt(partial(rules.withdrawn, ask, reason, as_of=self.today))
            assert (gone is not None) == bool(reason)
            self.take(gone, code, "E-ASK-09")

    @rule(skip=st.sampled_from(["", "", "", "too short", "The contract requires it from tomorrow"]))
    def require(self, skip: str) -> None:
        mandate = Mandate(
            id=uuid4(),
            thread_id=self.thread_id,
            what="Tell the customer first",
            how="Copy of the mail",
            day=self.today,
            due_day=self.today + timedelta(days=5),
            ladder_skipped=bool(skip),
            skip_reason=skip,
        )
        occupied = self.thread.open_step is not None
        required, code = attempt(lambda: rules.required(mandate, self.thread))
        if required is None:
            assert code in ("E-MAN-01", "E-MAN-02", "E-MAN-06")
            return
        assert not occupied
        self.mandates.append(required)
        self.made.append(required.id)

    @rule(event=st.sampled_from(["meet", "unmet", "withdraw"]), offset=back)
    def end_mandate(self, event: str, offset: int) -> None:
        day = self.today + timedelta(days=offset)
        for n, mandate in enumerate(self.mandates):
            if mandate.state is not MandateState.OPEN:
                continue
            steps = {
                "meet": partial(rules.mandate_met, mandate, day),
                "unmet": partial(rules.mandate_unmet, mandate, reason="", rep_view=""),
                "withdraw": partial(rules.mandate_withdrawn, mandate, "No longer needed"),
            }
            ended, code = attempt(partial(steps[event], as_of=self.today))
            if ended is None:
                assert code in ("E-MAN-03", "E-MAN-04", "E-MAN-05")
            else:
                self.mandates[n] = ended

    @invariant()
    def at_most_one_step_is_open(self) -> None:
        open_mandates = [m for m in self.mandates if m.state is MandateState.OPEN]
        assert len(self.open_asks()) + len(open_mandates) <= 1

    @invariant()
    def a_requirement_rests_on_an_unmet_request_or_on_a_written_reason(self) -> None:
        by_id = {ask.id: ask for ask in self.asks}
        for mandate in self.mandates:
            if mandate.ladder_skipped:
                assert len(mandate.skip_reason) >= 20
                assert not mandate.trigger_ids
                continue
            assert mandate.trigger_ids
            for id in mandate.trigger_ids:
                assert by_id[id].state is AskState.UNMET
                assert by_id[id].closed_day <= mandate.day

    @invariant()
    def a_request_whose_help_failed_is_never_unmet(self) -> None:
        for ask in self.asks:
            promise = self.help_of(ask)
            if ask.state is not AskState.UNMET or promise is None:
                continue
            assert promise.delivered_day is not None
            delay = (promise.delivered_day - promise.due_day).days
            assert delay <= 0 or (ask.due_day - ask.first_due_day).days >= delay

    @invariant()
    def an_open_request_can_be_unmet_or_void_as_its_help_deserves(self) -> None:
        for ask in self.open_asks():
            promise = self.help_of(ask)
            step = partial(rules.closed_as_unmet, ask, promise, reason="", rep_view="")
            unmet, _code = attempt(partial(step, as_of=self.today))
            void, _code = attempt(partial(rules.voided, ask, promise, reason="", as_of=self.today))
            came = promise is None or promise.delivered_day is not None
            delay = 0 if promise is None else self._delay(promise)
            made_up = delay <= 0 or (ask.due_day - ask.first_due_day).days >= delay
            assert (unmet is not None) == (self.today > ask.due_day and came and made_up)
            assert (void is not None) == (
                promise is not None and delay > 0 and not (came and made_up)
            )

    def _delay(self, promise: Commitment) -> int:
        """Days the help is late: by its delivery, or until today while it is missing."""
        return ((promise.delivered_day or self.today) - promise.due_day).days

    @invariant()
    def what_is_closed_stays_as_it_was(self) -> None:
        for ask in self.asks:
            if ask.state in FINAL:
                assert self.closed_asks.setdefault(ask.id, ask) == ask
                self._every_step_is_refused(ask)
        for mandate in self.mandates:
            if mandate.state in FINAL_MANDATE:
                assert self.closed_mandates.setdefault(mandate.id, mandate) == mandate

    def _every_step_is_refused(self, ask: Ask) -> None:
        later = self.today + timedelta(days=90)
        steps = (
            lambda: rules.met(ask, ask.day, as_of=later),
            lambda: rules.renegotiated(ask, later, both_agree=True, as_of=ask.day),
            lambda: rules.closed_as_unmet(ask, None, reason="x", rep_view="", as_of=later),
            lambda: rules.withdrawn(ask, "x", as_of=later),
        )
        assert [step for step in steps if attempt(step)[1] == ""] == []

    def _days_leave_open_which_was_last(self) -> bool:
        """Two steps made and closed on the same days, one of them a requirement of its own."""
        steps = {step.id: step for step in (*self.asks, *self.mandates)}
        last = [steps[id] for id in self.made[-2:]]
        same = len({(step.day, step.closed_day) for step in last}) < len(last)
        return same and any(isinstance(step, Mandate) for step in last)

    @invariant()
    def the_thread_says_what_its_rows_say(self) -> None:
        thread = self.thread
        numbers = [thread.number_of(ask) for ask in self.asks if ask.state not in UNCOUNTED]
        assert numbers == list(range(1, len(numbers) + 1))
        if thread.open_step is not None:
            assert thread.state == "open"
        elif self.made and not self._days_leave_open_which_was_last():
            steps = {step.id: step for step in (*self.asks, *self.mandates)}
            last = steps[self.made[-1]]
            is_hard = isinstance(last, Mandate)
            assert thread.state == {
                "met": "resolved",
                "met_late": "resolved",
                "unmet": "closed" if is_hard else "waiting",
                "void": "waiting",
                "withdrawn": "closed",
            }.get(last.state.value)

    @invariant()
    def done_days_and_states_agree(self) -> None:
        for ask in self.asks:
            if ask.state is AskState.MET:
                assert ask.done_day <= ask.due_day
            if ask.state is AskState.MET_LATE:
                assert ask.done_day > ask.due_day
        for promise in self.help.values():
            if promise.state is PromiseState.KEPT:
                assert promise.delivered_day <= promise.due_day
            if promise.state is PromiseState.KEPT_LATE:
                assert promise.delivered_day > promise.due_day


Ladder.TestCase.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
TestLadder = Ladder.TestCase
