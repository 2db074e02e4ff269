from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import BuyIn, NoteMark, PrintMeans, TalkState
from coachdesk.services.documents import summary_brief
from coachdesk.services.drafts import any_unsaved
from coachdesk.services.drawing import draw_pages
from coachdesk.services.line_records import LineDraft
from coachdesk.services.sample import sample_id
from coachdesk.services.talk_notes import (
    keep_line,
)
from coachdesk.services.talks import plan_talk, start_talk
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.printing import draw_on
from coachdesk.ui.sessions.wrap_up_actions import wrap_up_actions
from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
from tests.ui.screens import Screen, sample_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PRIYA = sample_id("s060")
RECEIVED = sample_id("s055")


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path)
    desk.do(start_talk, PRIYA)
    yield desk
    desk.close()


@pytest.fixture
def opened(desk, qtbot, theme, appearance):
    """Open the wrap-up of a talk in the real window."""
    screens = []

    def open_talk(id=PRIYA):
        screen = Screen(desk, theme, appearance)
        screens.append(screen)
        screen.qtbot = qtbot
        screen.page = WrapUpPage(screen.work)
        screen.page.open(id)
        return screen.show(qtbot, [screen.page], wrap_up_actions(screen.page))

    yield open_talk
    for screen in screens:
        screen.window.close()
        put_away(screen, screen.page)


def note(desk, text, mark=NoteMark.NONE, order=1):
    return desk.do(keep_line, PRIYA, LineDraft(order=order, mark=mark, text=text)).result


def put_away(screen, *pages):
    """Free the pages while the store is open: typed text still waits for its moment to be kept."""
    for page in pages:
        page.leave()
        page.widget.deleteLater()
    screen.work.jobs.drain()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def talk(desk, id=PRIYA):
    return desk.ask(lambda reads: reads.get(CoachingSession, id))


def printed(desk):
    return desk.ask(lambda reads: reads.find(PrintedDocument, subject_id=PRIYA))


def words(screen):
    labels = screen.window.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and label.isVisible()]


def pdf_text(content, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(content)
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def wait_for_page(screen, qtbot):
    qtbot.waitUntil(lambda: bool(screen.page.preview.images) and not screen.work.jobs.busy)


def tick(screen, text):
    rows = screen.focus_on("Will print", Rows)
    rows.set_current(next(i for i, row in enumerate(rows.rows()) if row.text == text))
    screen.press(Qt.Key.Key_Space)


def save_as(screen, path):
    screen.press((Qt.Key.Key_S, CTRL))
    QApplication.focusWidget().selectAll()
    screen.press(str(path), Qt.Key.Key_Return)
    rest(screen)


def rest(screen):
    """Let the worker answer."""
    screen.qtbot.waitUntil(lambda: not screen.work.jobs.busy, timeout=10_000)


def test_one_line_and_ctrl_enter_close_the_talk_and_plan_the_next(opened, desk):
    screen = opened()
    screen.press("We looked at two hand-offs.", (Qt.Key.Key_Return, CTRL))
    closed = talk(desk)
    assert closed.state is TalkState.WRAPPED_UP
    assert closed.summary == "We looked at two hand-offs."
    planned = desk.ask(lambda reads: reads.find(CoachingSession, rep_id=closed.rep_id))
    ahead = [other for other in planned if other.moved_from_id is None and other.day > closed.day]
    assert [(other.day, other.start) for other in ahead] == [(date(2026, 3, 31), time(10, 30))]
    assert "Wrapped up, next one-on-one 31 Mar" in screen.said


def looked_at_twice(screen):
    return [row.words for row in screen.page.view.direction.rows.rows()]


def test_words_worth_a_second_look_are_reworded_in_place_or_kept(opened, desk):
    request = note(desk, "Be more proactive", NoteMark.ASK)
    screen = opened()
    assert screen.page.view.direction.isVisible()
    screen.press("We met Mei. Great job!")
    assert looked_at_twice(screen) == ["Be more proactive"]
    rows = screen.focus_on("Worth a second look", Rows)
    assert looked_at_twice(screen) == ["Great job!", "Be more proactive"]
    rows.set_current(0)
    screen.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert "A blank “…” is still to be filled in." in words(screen)
    assert QApplication.focusWidget().textCursor().selectedText() == "…"
    screen.press("named the lead", Qt.Key.Key_Return)
    said = "At Cobalt Lane Printing, you named the lead – that is transition to partner."
    assert talk(desk).summary == f"We met Mei. {said}"
    assert looked_at_twice(screen) == ["Be more proactive"]
    assert QApplication.focusWidget() is rows
    screen.press(Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete)
    assert not screen.page.view.direction.isVisible()
    assert QApplication.focusWidget().accessibleName() == "Will print"
    assert desk.ask(lambda reads: reads.get(SessionNote, request.id)).text == "Be more proactive"
    screen.undo()
    assert looked_at_twice(screen) == ["Great job!"]
    again = WrapUpPage(screen.work)
    again.open(PRIYA)
    assert [look.words for look in again.state.looks] == ["Great job!"]
    put_away(screen, again)


def test_other_words_begun_are_back_after_the_program_stopped(opened, desk):
    note(desk, "Be more proactive", NoteMark.ASK)
    screen = opened()
    screen.focus_on("Worth a second look", Rows)
    screen.press(Qt.Key.Key_Return, "brief Mei", Qt.Key.Key_Tab)
    again = WrapUpPage(screen.work)
    again.open(PRIYA)
    assert again.view.direction.editor.words.toPlainText() == "Would you brief Mei when …?"
    put_away(screen, again)


def test_a_talk_without_a_line_is_refused_in_place(opened, desk):
    screen = opened()
    screen.press((Qt.Key.Key_Return, CTRL))
    assert talk(desk).state is TalkState.RUNNING
    assert "Write one line about the talk, or mark it as cancelled." in words(screen)
    assert QApplication.focusWidget().accessibleName() == "What we talked about"


def test_unticking_a_row_keeps_it_off_the_page(opened, desk, qtbot, tmp_path):
    screen = opened()
    wait_for_page(screen, qtbot)
    assert "Open hand-offs" in pdf_text(screen.page.drawn.pdf, tmp_path)
    tick(screen, "Open hand-offs")
    assert talk(desk).left_out == (8,)
    wait_for_page(screen, qtbot)
    assert "Open hand-offs" not in pdf_text(screen.page.drawn.pdf, tmp_path)


def test_an_unmarked_line_prints_only_once_it_is_ticked(opened, desk, qtbot, tmp_path):
    line = note(desk, "Wants to lead the review alone")
    screen = opened()
    wait_for_page(screen, qtbot)
    assert "review alone" not in pdf_text(screen.page.drawn.pdf, tmp_path)
    tick(screen, "Wants to lead the review alone")
    assert desk.ask(lambda reads: reads.get(SessionNote, line.id)).print
    wait_for_page(screen, qtbot)
    assert "review alone" in pdf_text(screen.page.drawn.pdf, tmp_path)


def test_a_share_is_ticked_on_and_off_the_page(opened, desk, qtbot, tmp_path):
    note(desk, "How I prepared my first review", NoteMark.SHARE)
    screen = opened()
    rows = screen.focus_on("Will print", Rows).rows()
    before = next(row.on for row in rows if row.text == "How I prepared my first review")
    for expected in (not before, before):
        tick(screen, "How I prepared my first review")
        wait_for_page(screen, qtbot)
        text = " ".join(pdf_text(screen.page.drawn.pdf, tmp_path).split())
        assert ("How I prepared my first review" in text) is expected


def test_a_private_line_shows_its_time_only_and_never_prints(opened, desk, qtbot, tmp_path):
    note(desk, "zzsecret", NoteMark.PRIVATE)
    note(desk, "zzpublic", order=2)
    screen = opened()
    stays = screen.focus_on("Stays with you", Rows)
    assert [row.words for row in stays.rows()] == ["Private line at 10:07"]
    tick(screen, "zzpublic")
    wait_for_page(screen, qtbot)
    text = pdf_text(screen.page.drawn.pdf, tmp_path)
    assert "zzpublic" in text, "the positive control"
    assert "zzsecret" not in text
    said = [widget.accessibleName() for widget in screen.page.widget.findChildren(QWidget)]
    assert "zzsecret" not in " ".join([*said, *words(screen)])


def test_typed_words_are_in_the_preview_before_they_are_stored(opened, desk, qtbot, tmp_path):
    screen = opened()
    wait_for_page(screen, qtbot)
    screen.press("Castellan first.")
    qtbot.waitUntil(
        lambda: "Castellan first." in pdf_text(screen.page.drawn.pdf, tmp_path), timeout=4000
    )
    assert talk(desk).summary == ""
    assert desk.ask(any_unsaved)
    again = WrapUpPage(screen.work)
    again.open(PRIYA)
    assert again.view.summary.toPlainText() == "Castellan first."
    put_away(screen, again)


def test_the_next_date_is_typed_and_read(opened, desk):
    screen = opened()
    screen.press("Fine.")
    field = screen.focus_on("Next one-on-one", QLineEdit)
    assert field.text() == "Tue 31 Mar, 10:30"
    assert "3 weeks on, same slot" in words(screen)
    field.selectAll()
    screen.press("Thu 26 March 9:00", Qt.Key.Key_Tab)
    assert "16 days on" in words(screen)
    screen.press((Qt.Key.Key_Return, CTRL))
    ahead = desk.ask(lambda reads: reads.find(CoachingSession, day=date(2026, 3, 26)))
    assert [other.start for other in ahead] == [time(9, 0)]


def test_a_request_without_an_answer_is_carried_and_the_page_says_where(opened, desk):
    note(desk, "Bring the figures", NoteMark.ASK)
    screen = opened()
    said = "1 request without an answer goes on to the next talk: Bring the figures."
    assert any(line.startswith(said) for line in words(screen))
    screen.focus_on("Next one-on-one", QLineEdit).selectAll()
    screen.press(Qt.Key.Key_Backspace, Qt.Key.Key_Tab)
    said = "1 request without an answer stays open on Priya’s page: Bring the figures."
    assert any(line.startswith(said) for line in words(screen))


def test_a_next_date_that_is_no_day_is_refused_in_place(opened, desk):
    screen = opened()
    screen.press("Fine.")
    screen.focus_on("Next one-on-one", QLineEdit).selectAll()
    screen.press("31 February", (Qt.Key.Key_Return, CTRL))
    assert any("February ends on the 28th." in line for line in words(screen))
    assert talk(desk).state is TalkState.RUNNING


def test_a_clash_is_named_and_the_free_half_hour_is_one_button_away(opened, desk):
    desk.do(plan_talk, sample_id("tom"), date(2026, 3, 31), start=time(10, 30), minutes=30)
    screen = opened()
    assert "also Tom 10:30" in words(screen)
    screen.page.view.take.click()
    assert screen.page.view.next.text() == "Tue 31 Mar, 11:00"


def test_buy_in_is_chosen_and_says_what_it_was(opened, desk):
    screen = opened()
    assert "was: willing to try" in words(screen)
    screen.focus_on("Priya’s buy-in today", QWidget)
    screen.press(Qt.Key.Key_Space)
    assert talk(desk).buy_in is BuyIn.NOT_YET


def test_the_pdf_is_saved_where_it_was_typed_and_remembered(opened, desk, tmp_path):
    screen = opened()
    path = tmp_path / "priya.pdf"
    save_as(screen, path)
    assert path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_mode & 0o777 == 0o600
    assert [document.means for document in printed(desk)] == [PrintMeans.FILE]
    assert "Saved as priya.pdf" in words(screen)


def test_a_save_that_fails_says_so_in_place_and_writes_nothing(opened, desk, tmp_path):
    screen = opened()
    missing = tmp_path / "nowhere" / "priya.pdf"
    save_as(screen, missing)
    assert any("could not be written" in line for line in words(screen))
    assert not missing.exists()
    assert printed(desk) == []
    screen.press(Qt.Key.Key_Escape)


def test_copy_file_puts_the_pdf_on_the_clipboard(opened, desk):
    screen = opened()
    screen.press((Qt.Key.Key_C, CTRL | SHIFT))
    rest(screen)
    (url,) = QGuiApplication.clipboard().mimeData().urls()
    copied = Path(url.toLocalFile())
    assert copied.read_bytes().startswith(b"%PDF")
    assert copied.parent.stat().st_mode & 0o077 == 0
    assert [document.means for document in printed(desk)] == [PrintMeans.CLIPBOARD]


def test_a_printer_gets_the_pages_edge_to_edge(opened, qtbot, tmp_path):
    screen = opened()
    wait_for_page(screen, qtbot)
    pages = draw_pages(screen.page.drawn.pdf, 400)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    draw_on(printer, pages, "A4")
    (page,) = PdfReader(tmp_path / "out.pdf").pages[: len(pages)]
    assert round(float(page.mediabox.width)) == 595


def test_a_receipt_locks_the_page_until_it_is_taken_back(opened, desk):
    screen = opened()
    screen.press("Fine.", (Qt.Key.Key_Return, CTRL))
    assert QApplication.focusWidget().accessibleName() == "Signed"
    screen.press(Qt.Key.Key_Space)
    assert talk(desk).received_on == date(2026, 3, 10)
    tick(screen, "Open hand-offs")
    assert talk(desk).left_out == ()
    screen.page.view.receipt.reason.setFocus()
    screen.press("Wrong date", Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert talk(desk).received_on is None


def test_a_share_left_unticked_does_not_print_after_done(opened, desk):
    note(desk, "How I prepared my first review", NoteMark.SHARE)
    screen = opened()
    screen.press("Fine.", (Qt.Key.Key_Return, CTRL))
    rest(screen)
    assert desk.ask(summary_brief, PRIYA).shares == ()


def test_after_done_the_way_back_to_today_stands_at_the_foot(opened):
    screen = opened()
    screen.press("Fine.", (Qt.Key.Key_Return, CTRL))
    assert screen.page.foot.done_button.label == "Back to Today"
    assert any("next one-on-one Tue 31 Mar, 10:30" in line for line in words(screen))
    screen.press((Qt.Key.Key_Return, CTRL))
    assert ("page_asked", "today") in screen.heard


def test_an_edit_after_printing_makes_a_new_version(opened, desk, tmp_path):
    screen = opened()
    screen.press("Fine.", (Qt.Key.Key_Return, CTRL))
    save_as(screen, tmp_path / "one.pdf")
    tick(screen, "Open hand-offs")
    assert talk(desk).summary_brief["version"] == 2
    assert "Printed Tue 10 Mar, changed since" in words(screen)


def test_a_received_talk_opens_locked(opened):
    screen = opened(RECEIVED)
    assert any(line.startswith("Received on Fri 6 Mar, handed over.") for line in words(screen))
    area = screen.page.widget.findChild(QPlainTextEdit)
    assert not area.isEnabled()


def test_the_preview_is_named_and_zooms_by_keys(opened, qtbot):
    screen = opened()
    wait_for_page(screen, qtbot)
    preview = screen.page.preview
    assert preview.accessibleName() == "Preview, page 1 of 1"
    fit = preview.images[0].width()
    screen.registry.run("wrap_up.nearer")
    qtbot.waitUntil(lambda: preview.images[0].width() > fit)
    screen.registry.run("wrap_up.fit")
    qtbot.waitUntil(lambda: preview.images[0].width() == fit)


def test_a_next_talk_that_is_planned_is_moved_with_the_same_key(opened, desk):
    rep = talk(desk).rep_id
    following = desk.do(plan_talk, rep, date(2026, 3, 24)).result
    screen = opened()
    screen.press((Qt.Key.Key_M, CTRL | SHIFT), "31 Mar", Qt.Key.Key_Tab, Qt.Key.Key_Space)
    screen.press(Qt.Key.Key_Tab, "The customer is away", Qt.Key.Key_Return)
    assert talk(desk, following.id).state is TalkState.MOVED
    assert screen.heard == []
