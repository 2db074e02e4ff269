"""Shorter errands of a manager, by keyboard through the real window."""

import os
import subprocess
import sys
from datetime import datetime

from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.app import make_app
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import DraftSource, DraftState
from coachdesk.services.opening import open_for_writing
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.shell.top_bar import ReadingStrip
from coachdesk.ui.start import Program
from tests.journeys.person import CTRL, NOW, SHIFT, Key, Person

FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
from coachdesk.app import make_app
from coachdesk.ui.start import Program

HEAVY = {"sqlalchemy", "sqlcipher3", "alembic", "jinja2", "reportlab", "pikepdf", "pypdfium2"}
app = QApplication([])
program = Program(app, make_app(), named=None, sample=True)
seen = []
program.window.first_painted.connect(lambda: seen.append(sorted(HEAVY & set(sys.modules))))
program.show()
while not seen:
    app.processEvents()
program.end()
print(seen)
"""


def observations(person):
    return person.store.ask(lambda reads: reads.find(Observation))


def waiting(person):
    drafts = person.store.ask(lambda reads: reads.find(Draft, state=DraftState.WAITING))
    return [draft for draft in drafts if draft.source is not DraftSource.UNSAVED]


def test_the_window_paints_before_anything_heavy_is_imported(home):
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT],
        env={**os.environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.strip() == "[[]]"


def test_what_was_seen_is_captured_in_one_line_and_taken_back(home, qtbot):
    person = Person(qtbot, sample=True)
    before = len(observations(person))
    person.press(Key.Key_N, CTRL)
    person.type("Priya t4 Named the lead and the next date, then gave Stefan the room @Cobalt")
    person.press(Key.Key_Return)
    assert len(observations(person)) == before + 1
    person.press(Key.Key_Z, CTRL)
    assert len(observations(person)) == before
    person.press(Key.Key_Z, CTRL, SHIFT)
    assert len(observations(person)) == before + 1
    person.quits()


def test_a_change_is_taken_back_after_a_restart(home, qtbot):
    person = Person(qtbot, sample=True)
    before = len(observations(person))
    person.press(Key.Key_N, CTRL)
    person.type("Tom f3 Checked once before the date and left the visible risk alone")
    person.press(Key.Key_Return)
    person.quits()
    again = Person(qtbot, sample=True)
    assert len(observations(again)) == before + 1
    again.press(Key.Key_Z, CTRL)
    assert len(observations(again)) == before
    again.quits()


def test_an_incomplete_line_waits_in_the_inbox_and_is_never_lost(home, qtbot):
    person = Person(qtbot, sample=True)
    before = len(waiting(person))
    person.press(Key.Key_N, CTRL)
    person.type("transition 4 Somebody handed over without a single date")
    person.press(Key.Key_Return)
    assert len(waiting(person)) == before + 1
    assert person.sees("Somebody handed over")
    person.quits()


def test_three_drafts_are_completed_with_two_keys_each(home, qtbot):
    person = Person(qtbot, sample=True)
    lines = (
        "Priya Named the lead and the next date",
        "t4 Somebody handed over with a date",
        "Priya Asked what the downtime costs, before saying a word",
    )
    for line in lines:
        person.press(Key.Key_N, CTRL)
        person.type(line)
        person.press(Key.Key_Return)
    before = len(observations(person)), len(waiting(person))
    inbox = next(rows for rows in person.window.findChildren(Rows) if is_inbox(rows))
    inbox.setFocus()
    for words, keys in (
        ("Named the lead", (Key.Key_T, Key.Key_5)),
        ("Somebody handed", (Key.Key_R, Key.Key_2)),
        ("Asked what", (Key.Key_N, Key.Key_4)),
    ):
        at = next(n for n, row in enumerate(inbox.rows()) if row.text.startswith(words))
        inbox.set_current(at)
        pressed = person.presses
        for key in keys:
            person.press(key)
        assert person.presses - pressed == 2
        assert all(not row.text.startswith(words) for row in inbox.rows())
        assert inbox.hasFocus()
    assert (len(observations(person)), len(waiting(person))) == (before[0] + 3, before[1] - 3)
    person.press(Key.Key_Z, CTRL)
    assert person.sees("Asked what the downtime costs")
    person.quits()


def is_inbox(rows):
    return rows.accessibleName() == "Inbox" and rows.isVisible()


def test_a_rating_of_six_is_refused_where_it_was_typed(home, qtbot):
    person = Person(qtbot, sample=True)
    before = len(observations(person)), len(waiting(person))
    person.press(Key.Key_N, CTRL)
    person.type("Priya t 6 Named the lead and the next date")
    person.press(Key.Key_Return)
    assert person.sees("Pick one of the five anchors")
    assert (len(observations(person)), len(waiting(person))) == before
    person.quits()


def test_the_persons_own_store_begins_empty_and_takes_a_name(home, qtbot):
    person = Person(qtbot)
    assert person.store.ask(lambda reads: reads.find(Rep)) == []
    person.press(Key.Key_R, CTRL, SHIFT)
    person.type("Łukasz O’Brien-R&D")
    person.press(Key.Key_Return)
    names = [rep.name for rep in person.store.ask(lambda reads: reads.find(Rep))]
    assert names == ["Łukasz O’Brien-R&D"]
    assert person.page == "rep"
    person.press(Key.Key_1, CTRL)
    assert person.sees("Łukasz O’Brien-R&D")
    person.quits()


def test_the_sample_is_thrown_away_from_the_palette_and_ones_own_team_is_there(home, qtbot):
    person = Person(qtbot, sample=True)
    sample = person.store.store.path
    person.press(Key.Key_K, CTRL)
    person.type("throw the sample")
    person.press(Key.Key_Return)
    assert not sample.exists()
    assert person.store.store.path != sample
    assert person.store.ask(lambda reads: reads.find(Rep)) == []
    assert person.sees("Start with your team")
    person.quits()


def test_a_store_open_elsewhere_is_offered_for_reading(home, qtbot):
    first = Person(qtbot, named=home / "team.coachdesk")
    first.quits()
    moment = datetime.fromisoformat(NOW)
    holder = open_for_writing(home / "team.coachdesk", lambda: moment)
    second = Opening(qtbot, home / "team.coachdesk")
    assert "open in another Coachdesk" in second.said()
    second.choose("Open read-only")
    assert second.program.office.workplace.desk.store.read_only
    strip = second.program.window.findChildren(ReadingStrip)[-1]
    assert strip.isVisible()
    holder.close()
    strip.again.click()
    assert not second.program.office.workplace.desk.store.read_only
    assert not strip.isVisible()
    second.program.window.close()
    second.program.end()


def test_a_file_that_is_no_store_is_left_alone_and_the_sample_is_offered(home, qtbot):
    letter = home / "letter.coachdesk"
    letter.write_bytes(b"Dear Priya, this is not a database. " * 40)
    person = Opening(qtbot, letter)
    assert "not a Coachdesk store" in person.said()
    assert letter.read_bytes().startswith(b"Dear Priya")
    assert not person.footer_says("Saved on this laptop")
    person.choose("Explore the sample")
    qtbot.waitUntil(lambda: person.program.office is not None, timeout=20_000)
    assert person.footer_says("Saved on this laptop")
    assert len(person.program.office.workplace.desk.ask(lambda reads: reads.find(Rep))) == 8
    person.program.window.close()
    person.program.end()


class Opening:
    """A program whose store does not open: it says why on the page, with the ways on."""

    def __init__(self, qtbot, path):
        self.program = Program(QApplication.instance(), make_app(), named=path, sample=False)
        qtbot.addWidget(self.program.window)
        self.program.show()
        qtbot.waitUntil(lambda: bool(self.program.window.current.buttons), timeout=20_000)

    def footer_says(self, words):
        labels = self.program.window.findChildren(QLabel)
        return any(label.isVisible() and label.text() == words for label in labels)

    def said(self):
        labels = self.program.window.current.widget.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def choose(self, words):
        buttons = self.program.window.current.buttons
        next(button for button in buttons if words in button.text()).click()
