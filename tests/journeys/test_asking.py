"""Asking, sharing and requiring on a rep's page, by keyboard, over four weeks."""

from datetime import datetime

import pytest

from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import (
    AskForm,
    AskState,
    MandateState,
    NoteAbout,
    NoteAspect,
    PromiseState,
    ShareKind,
)
from coachdesk.services.sample import sample_id
from coachdesk.services.shares import give_share
from tests.journeys.person import ALT, CTRL, SHIFT, Key
from tests.journeys.places import Visitor

SOFIA = sample_id("sofia")


class Manager(Visitor):
    """Stays on one rep's page while the weeks go by."""

    def wakes_on(self, day):
        """The laptop is opened again on another day."""
        moment = datetime.fromisoformat(f"{day}T09:00:00+00:00")
        self.store._clock = lambda: moment
        self.program.office.screens.rep.rebuild()
        self.program.office.ways.open_rep(SOFIA)
        self.settle()

    def chooses(self, words):
        """A command, by its name."""
        self.press(Key.Key_K, CTRL)
        self.type(words)
        self.press(Key.Key_Return)

    def takes_the_second_step(self):
        """“Not met”, or the requirement, of the row that has the keys."""
        for key in (Key.Key_Return, Key.Key_Right, Key.Key_Return):
            self.press(key)

    def tabs(self, times):
        for _step in range(times):
            self.press(Key.Key_Tab)

    def all(self, kind, **equals):
        return self.store.ask(lambda reads: reads.find(kind, **equals))

    def asks(self):
        """The states and forms of what was asked of this rep, in their order."""
        ids = {row.thread_id for row in self.all(Ask) if "ten minutes" in row.text}
        found = sorted(self.all(Ask, thread_id=tuple(ids)), key=lambda ask: ask.day)
        return [(ask.state, ask.form) for ask in found]


@pytest.fixture
def manager(home, qtbot):
    made = Manager(qtbot, sample=True)
    made.program.office.ways.open_rep(SOFIA)
    made.settle()
    yield made
    made.quits()


def test_from_a_request_in_one_line_to_a_requirement_that_is_kept(manager):
    manager.chooses("Ask for something")
    manager.type("Stay ten minutes at hand-offs by Fri")
    manager.press(Key.Key_Return)
    assert manager.asks() == [(AskState.DRAFT, None)]
    assert manager.sees("unfinished: how, by when, what help?")

    manager.press(Key.Key_Tab, SHIFT)
    manager.press(Key.Key_Return)
    assert manager.sees("Becomes Sofia’s promise, due Fri.")
    manager.tabs(3)
    manager.type("Plan the visits fifteen minutes longer")
    manager.press(Key.Key_Return)
    assert manager.asks() == [(AskState.OPEN, AskForm.QUESTION)]

    manager.wakes_on("2026-03-14")
    manager.list_called("Open asks")
    manager.takes_the_second_step()
    assert manager.asks() == [(AskState.UNMET, AskForm.QUESTION)]

    manager.press(Key.Key_Return)
    manager.tabs(4)
    manager.type("20 Mar")
    manager.tabs(1)
    manager.type("Call the partner first")
    assert manager.sees("Becomes your promise, due Fri.")
    manager.press(Key.Key_Return)
    assert manager.asks()[-1] == (AskState.OPEN, AskForm.CHALLENGE)
    (helped,) = [p for p in manager.all(Commitment) if p.text == "Call the partner first"]

    manager.wakes_on("2026-03-21")
    manager.list_called("Open asks")
    assert manager.sees("Your help did not come in time: void it?")
    manager.press(Key.Key_Return)
    assert not manager.sees("What became of it, Not met")
    manager.press(Key.Key_Return)
    assert manager.asks()[-1] == (AskState.VOID, AskForm.CHALLENGE)
    assert manager.all(Commitment, id=helped.id)[0].state is PromiseState.BROKEN

    manager.press(Key.Key_Return)
    manager.tabs(4)
    manager.type("27 Mar")
    manager.press(Key.Key_Return)
    assert manager.asks()[-1] == (AskState.OPEN, AskForm.CHALLENGE)

    manager.wakes_on("2026-03-28")
    manager.list_called("Open asks")
    manager.takes_the_second_step()
    states = [state for state, _form in manager.asks()]
    assert states == [AskState.UNMET, AskState.VOID, AskState.UNMET]

    manager.takes_the_second_step()
    assert manager.sees("the request was not met 2 times")
    manager.type("We look at it each Friday")
    manager.tabs(1)
    manager.type("3 Apr")
    manager.press(Key.Key_Return)
    mandate = max(manager.all(Mandate), key=lambda m: m.day)
    assert (mandate.what, mandate.state) == ("Stay ten minutes at hand-offs", MandateState.OPEN)
    assert len(mandate.trigger_ids) == 2

    manager.press(Key.Key_Return)
    manager.press(Key.Key_Return)
    assert manager.all(Mandate, id=mandate.id)[0].state is MandateState.MET
    assert manager.sees("Nothing is asked of Sofia.")


def test_a_requirement_without_a_request_needs_its_reason_and_is_marked(manager):
    manager.list_called("Evidence")
    manager.chooses("Set a requirement")
    for words in ("", "Sign the safety sheet before a visit", "Each visit, together", "Fri"):
        manager.type(words)
        manager.tabs(1 if words != "Fri" else 0)
    manager.press(Key.Key_Return)
    assert manager.sees("A requirement needs an unmet request on the same subject.")
    for _step in range(3):
        manager.press(Key.Key_Tab, SHIFT)
    manager.type("The plant closes its doors otherwise")
    assert manager.sees("It prints.")
    manager.press(Key.Key_Return)
    assert manager.sees("set without an earlier request")
    manager.press(Key.Key_Z, CTRL)
    assert not manager.sees("set without an earlier request")


def test_a_share_is_given_without_a_day_and_no_score_is_kept(manager):
    manager.chooses("Share something")
    manager.type("How I brief research, try it by Friday")
    manager.press(Key.Key_Return)
    assert manager.sees("A share has no due date and no expected result.")
    for _letter in range(len(", try it by Friday")):
        manager.press(Key.Key_Backspace)
    manager.press(Key.Key_Left, ALT)
    manager.press(Key.Key_Return)
    (share,) = [share for share in manager.all(Share, rep_id=SOFIA) if "brief" in share.text]
    assert (share.text, share.kind) == ("How I brief research", ShareKind.SUGGESTION)
    manager.list_called("Shared")
    manager.press(Key.Key_Return)
    assert manager.sees("no date, no outcome, no count of what came back")
    manager.press(Key.Key_Right)
    manager.press(Key.Key_Return)
    assert manager.all(Share, id=share.id)[0].print
    assert manager.sees("How I brief research, 10 Mar, prints")


def test_a_share_of_another_day_keeps_its_words_and_is_taken_back_with_a_reason(manager):
    share = manager.make(
        give_share, rep_id=SOFIA, kind=ShareKind.STORY, text="The launch I kept to myself"
    )
    manager.wakes_on("2026-03-11")
    manager.list_called("Shared")
    manager.press(Key.Key_Return)
    assert not manager.sees("What became of it, Other words")
    manager.press(Key.Key_Right)
    manager.press(Key.Key_Return)
    assert manager.sees("Say why.")
    manager.tabs(1)
    manager.type("Told twice")
    manager.press(Key.Key_Return)
    assert manager.all(Share, id=share.id)[0].state == "voided"


def test_a_note_on_trust_is_private_dated_and_never_said(manager):
    manager.list_called("Evidence")
    manager.chooses("Note on trust")
    manager.press(Key.Key_Tab, SHIFT)
    manager.press(Key.Key_Down)
    manager.press(Key.Key_Down)
    manager.press(Key.Key_Return)
    manager.press(Key.Key_Tab)
    manager.type("Asked me first before telling the team")
    manager.press(Key.Key_Return)
    notes = manager.all(PrivateNote, about=NoteAbout.TRUST, rep_id=SOFIA)
    (note,) = [note for note in notes if note.text.startswith("Asked me first")]
    assert (note.aspect, note.about_id, note.rep_id) == (NoteAspect.RESPECT, SOFIA, SOFIA)
    assert note.day == manager.store.as_of
    assert not manager.sees("Asked me first")
    revealed = manager.program.office.screens.rep._right.private._reveal()
    assert "10 Mar, trust, respect: Asked me first before telling the team" in revealed


def test_ctrl_enter_goes_on_from_the_line_to_the_three_answers(manager):
    manager.chooses("Ask for something")
    manager.press(Key.Key_Down)
    manager.press(Key.Key_Return)
    manager.press(Key.Key_Return, CTRL)
    assert manager.sees("How will Sofia go about it")
    assert manager.sees("unfinished: how, by when, what help?")
    manager.type("Half an hour each Friday")  # the caret stands in the first answer
    manager.press(Key.Key_Return)
    assert manager.sees("Complete the request")
    manager.press(Key.Key_Escape)
    assert [ask.state for ask in manager.all(Ask, text="Keep the CRM current")] == [AskState.DRAFT]
    manager.press(Key.Key_Tab, SHIFT)  # in the line it would be about its text
    manager.press(Key.Key_Z, CTRL)
    assert manager.all(Ask, text="Keep the CRM current") == []
