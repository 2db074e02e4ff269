"""A page read by ear: its words line by line by keys, then into a mail draft."""

from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.vocabulary import DocumentKind
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.parts.reading_area import ReadingArea
from tests.journeys.person import ALT, CTRL, SHIFT, Key, Person


def run_command(person, words):
    person.press(Key.Key_K, CTRL)
    person.type(words)
    person.press(Key.Key_Return)


def records(person):
    find = DocumentKind.RECORD
    return person.store.ask(lambda reads: reads.find(PrintedDocument, kind=find))


def said_in_sheet(person):
    sheets = [sheet for sheet in person.window.findChildren(Overlay) if sheet.isVisible()]
    return [label.text() for sheet in sheets for label in sheet.findChildren(QLabel)]


def test_a_page_is_read_as_text_and_sent_on_as_a_mail_draft(home, qtbot):
    person = Person(qtbot, sample=True)
    run_command(person, "Priya Raman")
    run_command(person, "Print the development record")
    person.press(Key.Key_T, ALT)
    area = QApplication.focusWidget()
    assert area.accessibleName() == "The document as text, read only"
    assert area.toPlainText().splitlines()[:3] == [
        "Page 1 of 2",
        "Development record with Helen Marsh",
        "",
    ]
    person.press(Key.Key_Down)
    assert area.textCursor().block().text() == "Development record with Helen Marsh"
    person.type("x")
    person.press(Key.Key_A, CTRL)
    person.press(Key.Key_C, CTRL)
    copied = QApplication.clipboard().text()
    assert copied == area.toPlainText()
    assert "\n\nWhat changed · written together\n" in copied

    before = len(records(person))
    person.press(Key.Key_E, CTRL)
    person.press(Key.Key_A, CTRL)
    person.type(str(home / "priya"))
    person.press(Key.Key_Return)
    draft = (home / "priya.eml").read_bytes()
    assert b"Subject: Development record: Priya Raman" in draft
    assert len(records(person)) == before + 1

    # The choice stays; what is for the manager alone goes into no mail, and says why.
    person.press(Key.Key_P, CTRL, SHIFT)
    person.press(Key.Key_F, CTRL, SHIFT)
    (area,) = [area for area in person.window.findChildren(ReadingArea) if area.isVisible()]
    assert "Private – for the manager only" in area.toPlainText()
    person.press(Key.Key_E, CTRL)
    assert any("is not made into a mail" in line for line in said_in_sheet(person))
