"""Whatever is done, undone, redone and reopened, the store equals a plain model of it."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.domain.people import Account, Rep
from tests.store.making import FakeClock, add_account, add_rep, in_order_made, new_desk, reopened

NAMES = st.sampled_from(["Ann", "Bea", "Cleo", "Łukasz", "R&D <b>"])


def rename(work, rep_id, name):
    return work.put(replace(work.get(Rep, rep_id), first_name=name))


def swap(work, one_id, other_id):
    """Two rows in one command, so that an inversion has an order to keep."""
    one, other = work.get(Rep, one_id), work.get(Rep, other_id)
    work.put(replace(one, first_name=other.first_name))
    work.put(replace(other, first_name=one.first_name))


def hire_with_account(work, name):
    rep = add_rep(work, name)
    add_account(work, f"{name}'s", rep.id)
    return rep


def leave(work, rep_id):
    for account in work.find(Account, owner_rep_id=rep_id):
        work.remove(account)
    work.remove(work.get(Rep, rep_id))


class JournalMachine(RuleBasedStateMachine):
    """The model is a list of whole states; undo and redo move along it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        self.desk = new_desk(self.folder / "model.coachdesk", self.clock)
        self.states = [frozenset()]
        self.at = 0

    def stored(self):
        reps = self.desk.ask(lambda reads: reads.find(Rep))
        accounts = self.desk.ask(lambda reads: reads.find(Account))
        return frozenset([(r.id, r.first_name) for r in reps]) | frozenset(
            (a.id, a.name) for a in accounts
        )

    def did(self):
        now = self.stored()
        if now != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], now]
            self.at += 1

    def some_rep(self, index):
        reps = in_order_made(self.desk, Rep)
        return reps[index % len(reps)]

    def has_reps(self):
        return bool(self.desk.ask(lambda reads: reads.find(Rep)))

    @rule(name=NAMES)
    def hire(self, name):
        self.desk.do(add_rep, name)
        self.did()

    @rule(name=NAMES)
    def hire_with_account(self, name):
        self.desk.do(hire_with_account, name)
        self.did()

    @precondition(has_reps)
    @rule(index=st.integers(0, 9), name=NAMES)
    def rename(self, index, name):
        self.desk.do(rename, self.some_rep(index).id, name)
        self.did()

    @precondition(has_reps)
    @rule(one=st.integers(0, 9), other=st.integers(0, 9))
    def swap(self, one, other):
        self.desk.do(swap, self.some_rep(one).id, self.some_rep(other).id)
        self.did()

    @precondition(has_reps)
    @rule(index=st.integers(0, 9))
    def leave(self, index):
        self.desk.do(leave, self.some_rep(index).id)
        self.did()

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self):
        self.desk.undo()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self):
        self.desk.redo()
        self.at += 1

    @rule()
    def restart(self):
        self.desk = reopened(self.desk, self.clock)

    @invariant()
    def the_store_is_the_model(self):
        assert self.stored() == self.states[self.at]

    def teardown(self):
        self.desk.close()
        shutil.rmtree(self.folder)


TestJournal = JournalMachine.TestCase
TestJournal.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
