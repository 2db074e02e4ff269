"""Any sequence of commands, undo, redo and restarts equals a plain model of the data.

The model is a list of whole stores as plain values (the exchange format) and a place in it: a
command adds one behind the place, undo and redo move the place, a refusal and a restart move
nothing. Figures, searches and pages rest on those rows alone.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.entity import Entity
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import (
    NoteAbout,
    NoteMark,
    OwnerSide,
    PromiseOrigin,
    ReceivedMeans,
    ShareKind,
    WhoAsked,
)
from coachdesk.services import (
    asks,
    capture,
    commitments,
    evidence,
    hand_offs,
    merging,
    people,
    promises,
    shares,
    talks,
    visits,
)
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes
from coachdesk.services.line_records import LineDraft
from coachdesk.services.opening import build_store
from coachdesk.services.private_notes import write_private_note
from coachdesk.services.talk_notes import (
    keep_line,
)
from coachdesk.services.wrap_up import wrap_up_talk
from coachdesk.store.connection import transaction
from coachdesk.store.opening import open_store
from coachdesk.store.search_index import rebuild
from tests.services.making import NEED, choices, fill_small_team, refused
from tests.store.making import FakeClock, in_order_made, reopened

Command = Callable[[Desk, int], object]
LINES = (
    "Priya n4 Asked what the delay costs them, and waited @Cobalt",
    "Tom t2 Sent a mail instead of calling Stefan before the visit",
    "n3 Nobody knows who this was, but it was worth a note",
    "Aisha Needs a rating still, the words are here already",
    "p Priya Wants to move closer to her parents",
    'Priya v5 Put the gain into one sentence of the customer @"New name"',
)
TERMS = AskTerms(how="Calls first", help_none=True)


def some(desk: Desk, kind: type[Entity], pick: int) -> Any:
    """One of the rows, the same one for the same pick; InputError if there is none."""
    rows = in_order_made(desk, kind)
    if not rows:
        raise UserError(f"no {kind.__name__}")
    return rows[pick % len(rows)]


def capture_some(desk: Desk, pick: int) -> object:
    reading = desk.ask(capture.read_line, LINES[pick % len(LINES)])
    return desk.do(capture.capture_line, reading, keep_private=bool(pick % 2))


def discard_some(desk: Desk, pick: int) -> object:
    return desk.do(capture.discard_draft, some(desk, Draft, pick).id)


def rate_again(desk: Desk, pick: int) -> object:
    rating = some(desk, Rating, pick)
    return desk.do(evidence.amend_rating, rating.observation_id, rating.id, 1 + pick % 5)


def void(desk: Desk, pick: int) -> object:
    return desk.do(evidence.void_observation, some(desk, Observation, pick).id, "Not so")


def hire(desk: Desk, pick: int) -> object:
    return desk.do(people.add_rep, f"Łena {pick}")


def leave(desk: Desk, pick: int) -> object:
    rep = some(desk, Rep, pick)
    return desk.do(people.leave_team, rep.id, desk.as_of, cancel_talks=bool(pick % 2))


def come_back(desk: Desk, pick: int) -> object:
    return desk.do(people.return_to_team, some(desk, Rep, pick).id, desk.as_of)


def reorder(desk: Desk, pick: int) -> object:
    return desk.do(people.move_rep, some(desk, Rep, pick).id, 1 if pick % 2 else -1)


def go_away(desk: Desk, pick: int) -> object:
    rep = some(desk, Rep, pick)
    first = desk.as_of + timedelta(days=pick % 9)
    return desk.do(people.add_days_away, rep.id, first, first + timedelta(days=3))


def rename_customer(desk: Desk, pick: int) -> object:
    account = some(desk, Account, pick)
    return desk.do(
        people.edit_account, account.id, f"<b>{pick}</b> 東京", owner=None, situation=None
    )


def merge_two_reps(desk: Desk, pick: int) -> object:
    kept, lost = some(desk, Rep, pick), some(desk, Rep, pick + 1)
    return desk.do(merging.merge_reps, kept.id, lost.id)


def merge_two_customers(desk: Desk, pick: int) -> object:
    kept, lost = some(desk, Account, pick), some(desk, Account, pick + 1)
    return desk.do(merging.merge_accounts, kept.id, lost.id)


def plan(desk: Desk, pick: int) -> object:
    day = desk.as_of + timedelta(days=pick % 20)
    return desk.do(talks.plan_talk, some(desk, Rep, pick).id, day)


def move(desk: Desk, pick: int) -> object:
    talk, day = some(desk, CoachingSession, pick), desk.as_of + timedelta(days=1 + pick % 5)
    return desk.do(talks.move_talk, talk.id, day, None, who=WhoAsked.REP, reason="Ill")


def cancel(desk: Desk, pick: int) -> object:
    talk = some(desk, CoachingSession, pick)
    return desk.do(talks.cancel_talk, talk.id, who=WhoAsked.MANAGER, reason="Fair")


def begin(desk: Desk, pick: int) -> object:
    return desk.do(talks.start_talk, some(desk, CoachingSession, pick).id)


def write_line(desk: Desk, pick: int) -> object:
    talk = some(desk, CoachingSession, pick)
    marks = (NoteMark.NONE, NoteMark.SHARE, NoteMark.COMMITMENT, NoteMark.PRIVATE)
    line = LineDraft(order=1 + pick, mark=marks[pick % 4], text=f"Send the price list {pick}")
    return desk.do(keep_line, talk.id, line)


def wrap_up(desk: Desk, pick: int) -> object:
    talk = some(desk, CoachingSession, pick)
    after = choices(next_day=desk.as_of + timedelta(days=14))
    return desk.do(wrap_up_talk, talk.id, after)


def receive(desk: Desk, pick: int) -> object:
    talk = some(desk, CoachingSession, pick)
    return desk.do(talks.receive_summary, talk.id, desk.as_of, ReceivedMeans.SIGNATURE)


def promise(desk: Desk, pick: int) -> object:
    rep = some(desk, Rep, pick)
    return desk.do(
        commitments.make_promise,
        rep_id=rep.id,
        side=OwnerSide.MANAGER if pick % 2 else OwnerSide.REP,
        text=f"Send the pricing example {pick}",
        due_day=desk.as_of + timedelta(days=pick % 7),
        origin=PromiseOrigin.SESSION,
        origin_id=rep.id,
    )


def keep(desk: Desk, pick: int) -> object:
    return desk.do(promises.keep_promise, some(desk, Commitment, pick).id)


def note_request(desk: Desk, pick: int) -> object:
    return desk.do(asks.note_ask, rep_id=some(desk, Rep, pick).id, text=f"Call first {pick % 3}")


def agree_request(desk: Desk, pick: int) -> object:
    due = desk.as_of + timedelta(days=pick % 4)
    return desk.do(asks.agree_ask, some(desk, Ask, pick).id, _terms(due))


def _terms(due: Any) -> AskTerms:
    return AskTerms(how=TERMS.how, due_day=due, help_none=True)


def close_request(desk: Desk, pick: int) -> object:
    ask = some(desk, Ask, pick)
    return desk.do(asks.meet_ask if pick % 2 else asks.close_ask_unmet, ask.id)


def ask_again(desk: Desk, pick: int) -> object:
    thread, due = some(desk, AskThread, pick), desk.as_of + timedelta(days=2)
    return desk.do(asks.ask_again, thread.id, "Call first, please", _terms(due))


def give(desk: Desk, pick: int) -> object:
    rep = some(desk, Rep, pick)
    return desk.do(shares.give_share, rep_id=rep.id, kind=ShareKind.STORY, text=f"Once {pick}")


def void_share(desk: Desk, pick: int) -> object:
    return desk.do(shares.void_share, some(desk, Share, pick).id, "Not mine to tell")


def write_private(desk: Desk, pick: int) -> object:
    rep = some(desk, Rep, pick)
    note = {"about": NoteAbout.REP, "about_id": rep.id, "rep_id": rep.id}
    return desk.do(write_private_note, **note, text=f"Zanzibar {pick}")


def hand_off(desk: Desk, pick: int) -> object:
    return desk.do(
        hand_offs.plan_hand_off,
        rep_id=some(desk, Rep, pick).id,
        account_id=some(desk, Account, pick).id,
        team_id=some(desk, PartnerTeam, pick).id,
        need="A second analyst for the pilot",
    )


def expect(desk: Desk, pick: int) -> object:
    told = Expectation(
        text="A plan by Friday",
        due_day=desk.as_of + timedelta(days=pick % 5),
        partner_person_id=some(desk, PartnerPerson, pick).id,
    )
    return desk.do(hand_offs.set_expectation, some(desk, HandOff, pick).id, told)


def plan_visit(desk: Desk, pick: int) -> object:
    rep, account = some(desk, Rep, pick), some(desk, Account, pick)
    day = desk.as_of + timedelta(days=pick % 3)
    plan = visits.VisitPlan(rep_id=rep.id, account_id=account.id, day=day, watch=(NEED,))
    return desk.do(visits.plan_visit, plan)


def hold_visit(desk: Desk, pick: int) -> object:
    return desk.do(visits.hold_visit, some(desk, JointVisit, pick).id)


COMMANDS: tuple[Command, ...] = (
    capture_some, discard_some, rate_again, void, hire, leave, come_back, reorder, go_away,
    rename_customer, merge_two_reps, merge_two_customers, plan, move, cancel, begin, write_line,
    wrap_up, receive, promise, keep, note_request, agree_request, close_request, ask_again, give,
    void_share, write_private, hand_off, expect, plan_visit, hold_visit,
)  # fmt: skip


def plain(desk: Desk) -> dict[str, Any]:
    """The whole store as plain values."""
    found: dict[str, Any] = json.loads(desk.ask(export_bytes))["entities"]
    return found


def words(desk: Desk) -> list[tuple[str, ...]]:
    """The search index as it lies in the store, whatever the order it was written in."""
    with transaction(desk.store.connection, write=False):
        rows = desk.store.connection.exec_driver_sql(
            "SELECT entity, entity_id, parent_id, rep_id, account_id, team_id, day, words"
            " FROM search_doc JOIN search_text ON search_text.rowid = n"
        ).all()
    return sorted(tuple(str(part) for part in row) for row in rows)


class UndoMachine(RuleBasedStateMachine):
    """Every command of a manager's day, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        path = self.folder / "model.coachdesk"
        build_store(path, self.clock, lambda desk: desk.load(fill_small_team))
        self.desk = Desk(open_store(path, now=self.clock()), self.clock)
        self.states = [plain(self.desk)]
        self.at = 0

    @rule(command=st.sampled_from(COMMANDS), pick=st.integers(0, 60))
    def do(self, command: Command, pick: int) -> None:
        try:
            command(self.desk, pick)
        except UserError:
            return
        now = plain(self.desk)
        if now != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], now]
            self.at += 1

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        # What a received page contains stays, until the receipt is taken back.
        if refused(self.desk.undo) != "E-UND-03":
            self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.desk.redo()
        self.at += 1

    @rule(days=st.integers(0, 8))
    def time_passes(self, days: int) -> None:
        self.clock.wait(days=days)

    @rule()
    def restart(self) -> None:
        self.desk = reopened(self.desk, self.clock)

    @invariant()
    def the_store_is_the_model(self) -> None:
        assert plain(self.desk) == self.states[self.at]

    def teardown(self) -> None:
        kept = words(self.desk)
        with transaction(self.desk.store.connection, write=True):
            rebuild(self.desk.store.connection)
        try:
            assert words(self.desk) == kept
        finally:
            self.desk.close()
            shutil.rmtree(self.folder)


TestUndo = UndoMachine.TestCase
TestUndo.settings = settings(
    max_examples=8,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.mark.long
class TestUndoAtLength(UndoMachine.TestCase):
    """The same with thousands of commands."""

    settings = settings(
        max_examples=150,
        stateful_step_count=60,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
