"""The plane job: a one-on-one prepared, held, interrupted, wrapped up and printed, by keyboard."""

import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from coachdesk.domain.asks import Ask
from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.evidence import Observation
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import AskState, TalkState
from coachdesk.services.documents import summary_brief
from coachdesk.services.sample import sample_id
from tests.journeys.person import CTRL, SHIFT, Key, Person

TALK = sample_id("s060")
MOST_KEYS = 30
# Drives the program in a process of its own until it is killed in the middle of a line.
KILLED = """
import os, signal, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from coachdesk.app import make_app
from coachdesk.services.drafts import any_unsaved
from coachdesk.ui.start import Program

app = QApplication([])
program = Program(app, make_app(), named=None, sample=True)
program.show()
while program.office is None or program.jobs.busy:
    app.processEvents()
program.window.activateWindow()
while not program.window.isActiveWindow():
    app.processEvents()

def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(app.focusWidget() or program.window, key, modifiers)
    app.processEvents()

press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
QTest.keyClicks(app.focusWidget(), "The review at Cobalt went well")
press(Qt.Key.Key_Return)
QTest.keyClicks(app.focusWidget(), "c I ring the planning bo")
desk = program.office.workplace.desk
while not [d for d in desk.ask(any_unsaved) if "planning bo" in d.content.get("text", "")]:
    app.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_whole_plane_job_takes_at_most_thirty_keys(home, qtbot):
    person = Person(qtbot, sample=True)
    assert person.sees("Priya Raman")
    person.press(Key.Key_P, CTRL, SHIFT)
    assert person.page == "prepare"
    person.press(Key.Key_Return, CTRL)
    assert person.page == "run"
    person.type("? Send the early-access sheet for Cobalt")
    person.press(Key.Key_Return)
    person.type("Fills in the template with Stefan")
    person.press(Key.Key_Tab)
    person.type("Fri 13 Mar")
    person.press(Key.Key_Tab)
    person.type("The template, by tomorrow")
    person.press(Key.Key_Return)
    person.type("s How I brief a colleague in three sentences")
    person.press(Key.Key_Return)
    person.type("c I ring the planning board on Thursday")
    person.press(Key.Key_Return)
    person.type("n4 Asked the plant lead what an hour of downtime costs @Dunmere")
    person.press(Key.Key_Return)
    person.type("p zanzibar worries me")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return, CTRL)
    assert person.page == "wrap_up"
    person.type("We looked at two introductions at Cobalt Lane Printing.")
    person.press(Key.Key_S, CTRL)
    target = home / "priya.pdf"
    person.press(Key.Key_A, CTRL)
    person.type(str(target))
    person.press(Key.Key_Return)
    assert target.is_file()
    person.press(Key.Key_Return, CTRL)

    assert person.presses <= MOST_KEYS
    desk = person.store
    talk = desk.ask(lambda reads: reads.get(CoachingSession, TALK))
    assert talk.state is TalkState.WRAPPED_UP
    today = desk.as_of
    asks = desk.ask(lambda reads: reads.find(Ask, day=today))
    assert [ask.state for ask in asks] == [AskState.OPEN]
    assert len(desk.ask(lambda reads: reads.find(Share, day=today))) == 1
    promises = desk.ask(lambda reads: reads.find(Commitment, agreed_day=today))
    assert sorted(promise.text for promise in promises) == [
        "I ring the planning board on Thursday",
        "Send the early-access sheet for Cobalt",
        "The template, by tomorrow",
    ]
    assert len(desk.ask(lambda reads: reads.find(Observation, session_id=TALK))) == 1
    private = desk.ask(lambda reads: reads.find(PrivateNote, about_id=TALK, aspect=None))
    assert [note.text for note in private] == ["zanzibar worries me"]
    assert len(desk.ask(lambda reads: reads.find(PrintedDocument, subject_id=TALK))) == 1
    following = desk.ask(lambda reads: reads.find(CoachingSession, rep_id=talk.rep_id))
    assert max(other.day for other in following).isoformat() == "2026-03-31"
    person.quits()


def test_a_talk_survives_being_killed_and_its_page_holds_every_printed_field(home, qtbot):
    killed = subprocess.run(
        [sys.executable, "-c", KILLED], env={**os.environ}, timeout=120, check=False
    )
    assert killed.returncode < 0

    person = Person(qtbot, sample=True)
    assert person.page == "run"
    assert person.sees("The review at Cobalt went well")
    person.type("ard on Thursday")
    person.press(Key.Key_Return)
    person.type("p zanzibar worries me")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return, CTRL)
    assert person.page == "wrap_up"
    person.type("We looked at two introductions.")
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_S, CTRL)
    target = home / "priya.pdf"
    person.press(Key.Key_A, CTRL)
    person.type(str(target))
    person.press(Key.Key_Return)

    desk = person.store
    promises = desk.ask(lambda reads: reads.find(Commitment, agreed_day=desk.as_of))
    assert [promise.text for promise in promises] == ["I ring the planning board on Thursday"]
    brief = desk.ask(summary_brief, TALK)
    printed = text_of(target)
    assert "Draft" not in printed
    for words in printed_words(brief):
        assert words in printed, words
    for note in desk.ask(lambda reads: reads.find(PrivateNote)):
        assert note.text not in printed
    assert "zanzibar" not in printed
    for word in ("loss of faith", "mandate", "challenge"):
        assert word not in printed.casefold()
    person.quits()


def printed_words(brief):
    """What must stand on the page: heads, days, names, and texts as far as they are not cut."""
    yield from (brief.rep, brief.day, brief.next_day, brief.manager, brief.company)
    yield brief.talked.summary
    yield brief.talked.expectation
    for lines, most in (
        (brief.my_promises, 3),
        (brief.rep_promises, 4),
        (brief.hand_offs, 3),
    ):
        shown = lines if len(lines) <= most else lines[: most - 1]
        for line in shown:
            yield start_of(getattr(line, "text", "") or line.account)
            yield line.due
    for lines in (brief.went_well, brief.work_on):
        shown = lines if len(lines) <= 2 else lines[:1]
        for line in shown:
            yield from (line.day, line.account, line.behaviour, start_of(line.words))
    for line in brief.behaviours:
        yield f"{line.x} of {line.n}" if not line.missing else line.missing.split(",")[0]
    for line in brief.requests[:2]:
        yield from (line.label, start_of(line.text), line.by_when)


def start_of(text, characters=40):
    """A text that was cut still begins as it was written."""
    words = text.split()
    kept = ""
    for word in words:
        if len(kept) + len(word) > characters:
            break
        kept = f"{kept} {word}".strip()
    return kept


def test_the_page_would_show_a_private_word_if_one_were_planted_where_it_prints(home, qtbot):
    """The positive control: the extractor finds the word when it is in a printed field."""
    person = Person(qtbot, sample=True)
    person.press(Key.Key_Return, CTRL)
    person.type("c I ring zanzibar about the planning board")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_S, CTRL)
    target = home / "control.pdf"
    person.press(Key.Key_A, CTRL)
    person.type(str(target))
    person.press(Key.Key_Return)
    assert "zanzibar" in text_of(target)
    person.quits()
