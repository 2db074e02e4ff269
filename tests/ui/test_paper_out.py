"""A talk's page on its way out: onto a printer, into a file instead, or aside for later."""

import resource
from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.domain.documents import PrintedDocument, PrintQueueItem
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import DocumentKind, PrintMeans, QueueState
from coachdesk.reports.render import render_summary
from coachdesk.services.documents import print_queue, queue_print
from coachdesk.services.drawing import draw_pages
from coachdesk.services.own_templates import copy_template
from coachdesk.services.sample import sample_id
from coachdesk.services.talks import start_talk
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.parts.printing import draw_on
from coachdesk.ui.sessions.print_queue import WaitingPrints, print_queue_actions
from coachdesk.ui.sessions.wrap_up_actions import wrap_up_actions
from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
from tests.reports.sample_briefs import OVERFULL
from tests.ui.screens import Screen, sample_desk


class Heard(QObject):
    """What the system was asked to open."""

    def __init__(self):
        super().__init__()
        self.paths = []

    @Slot(QUrl)
    def open(self, url):
        self.paths.append(url.toLocalFile())


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PRIYA = sample_id("s060")


class FilePrinters:
    """Printers that print into files of a folder; one called “jammed” takes nothing."""

    def __init__(self, folder, *names):
        self.folder, self._names, self.sent = folder, names, []
        self.paper = None  # how many documents it takes before it runs out

    def names(self):
        return self._names

    def ask(self, window, settings, chosen):
        self.asked = settings
        chosen(self._printer("set-up"))

    def send(self, settings, pages):
        if settings.name == "jammed" or len(self.sent) == self.paper:
            raise InputError("The printer did not take the page.", "Save the PDF instead.")
        self.sent.append(settings)
        draw_on(settings.printer or self._printer(settings.name), pages, settings.paper)

    def _printer(self, name):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"{name}.pdf"))
        return printer


@pytest.fixture
def home(tmp_path, monkeypatch):
    """The documents folder lies in a fresh home."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "Documents").mkdir()
    return tmp_path


@pytest.fixture
def desk(home):
    desk = sample_desk(home)
    desk.do(start_talk, PRIYA)
    yield desk
    desk.close()


@pytest.fixture
def opened(desk, home, qtbot, theme, appearance):
    screens = []

    def open_talk(*names):
        screen = Screen(desk, theme, appearance)
        screens.append(screen)
        screen.printers = FilePrinters(home, *names)
        screen.page = WrapUpPage(screen.work, printers=screen.printers)
        screen.page.open(PRIYA)
        screen.show(qtbot, [screen.page], wrap_up_actions(screen.page))
        queue = WaitingPrints(screen.work, screen.window, screen.printers)
        screen.registry.add(print_queue_actions(queue))
        screen.rest = lambda: qtbot.waitUntil(lambda: not screen.work.jobs.busy, timeout=10_000)
        screen.rest()
        return screen

    yield open_talk
    for screen in screens:
        screen.window.close()
        screen.work.jobs.drain()


def press(screen, *keys):
    screen.press(*keys)
    screen.rest()


def said(screen):
    return [
        label.text()
        for label in screen.window.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]


def offered(screen):
    buttons = screen.window.findChildren(Button)
    return [button.accessibleName() for button in buttons if button.isVisible()]


def printed(desk):
    return [d.means for d in desk.ask(lambda reads: reads.find(PrintedDocument, subject_id=PRIYA))]


def test_two_copies_go_to_the_only_printer(opened, desk, home):
    screen = opened("office")
    press(screen, (Qt.Key.Key_P, CTRL))
    (page,) = PdfReader(home / "office.pdf").pages
    assert round(float(page.mediabox.width)) == 595
    assert [settings.copies for settings in screen.printers.sent] == [2]
    assert printed(desk) == [PrintMeans.PRINT]
    assert "Sent to office" in said(screen)


def test_a_mistake_in_an_own_template_is_told_above_the_preview_and_after_printing(
    opened, desk, home
):
    desk.own_templates = home / "templates"
    own = copy_template(desk.own_templates, "summary")
    own.write_text(own.read_text("utf-8").replace("brief.rep }}", "brief.reb }}"), "utf-8")
    screen = opened("office")
    told = "is “rep” meant? Coachdesk’s own is used instead."
    (above,) = (note for note in said(screen) if told in note)
    assert above.startswith("summary.xml, line ")
    press(screen, (Qt.Key.Key_P, CTRL))
    assert any(note.startswith("Sent to office") and told in note for note in said(screen))
    assert printed(desk) == [PrintMeans.PRINT]


def test_of_several_printers_one_is_chosen_by_keys(opened, desk, home):
    screen = opened("office", "hall")
    press(screen, (Qt.Key.Key_P, CTRL))
    popup = QApplication.activePopupWidget()
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert popup is not None
    assert (home / "hall.pdf").is_file()
    assert not (home / "office.pdf").exists()


def test_a_printer_can_be_set_up_first(opened, desk, home):
    screen = opened("office", "hall")
    press(screen, (Qt.Key.Key_P, CTRL))
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (home / "set-up.pdf").is_file()
    assert printed(desk) == [PrintMeans.PRINT]


def test_the_only_printer_can_be_set_up_too_and_begins_with_two_copies(opened, desk, home):
    screen = opened("office")
    screen.page.foot.more_button.setFocus()
    press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (home / "set-up.pdf").is_file()
    assert screen.printers.asked.copies == 2


@pytest.mark.parametrize(("last", "pages"), [(0, 2), (1, 1)])
def test_the_pages_chosen_in_the_dialog_are_those_that_print(home, last, pages, qtbot):
    printer = FilePrinters(home)._printer("some")
    printer.setFromTo(last, last)
    draw_on(printer, draw_pages(render_summary(OVERFULL, "A4").pdf, 200), "A4")
    assert len(PdfReader(home / "some.pdf").pages) == pages


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ((), "No printer is set up on this laptop."),
        (("jammed",), "The printer did not take the page."),
    ],
)
def test_without_a_printer_the_pdf_is_saved_instead(opened, desk, home, names, why):
    screen = opened(*names)
    press(screen, (Qt.Key.Key_P, CTRL))
    name = "one-on-one-priya-raman-2026-03-10.pdf"
    assert (home / "Documents" / name).read_bytes().startswith(b"%PDF")
    assert f"{why} Saved as PDF instead: {name}" in said(screen)
    assert {"Show the file in its folder", "Print it later too"} <= set(offered(screen))
    assert printed(desk) == [PrintMeans.FILE]


def test_a_page_saved_instead_never_replaces_another_file(opened, home):
    screen = opened()
    press(screen, (Qt.Key.Key_P, CTRL))
    press(screen, (Qt.Key.Key_P, CTRL))
    assert len(list((home / "Documents").glob("*.pdf"))) == 2


def test_a_save_that_fails_leaves_the_old_pdf_byte_for_byte(opened, desk, home):
    screen = opened()
    old = home / "old.pdf"
    old.write_bytes(b"%PDF the page of last time")
    for path in (old / "priya.pdf", home / "nowhere" / "priya.pdf"):
        press(screen, (Qt.Key.Key_S, CTRL))
        press(screen, (Qt.Key.Key_A, CTRL), str(path), Qt.Key.Key_Return)
        assert any("could not be written" in line for line in said(screen))
        press(screen, Qt.Key.Key_Escape)
    assert old.read_bytes() == b"%PDF the page of last time"
    assert printed(desk) == []
    assert sorted(path.name for path in home.glob("*.pdf")) == ["old.pdf"]


def test_a_disk_that_is_full_leaves_the_old_pdf_and_no_scraps(opened, desk, home):
    screen = opened()
    old = home / "old.pdf"
    old.write_bytes(b"%PDF the page of last time")
    press(screen, (Qt.Key.Key_S, CTRL), (Qt.Key.Key_A, CTRL), str(old))
    before, limits = sorted(home.iterdir()), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        press(screen, Qt.Key.Key_Return)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert any("could not be written" in line for line in said(screen))
    assert old.read_bytes() == b"%PDF the page of last time"
    assert sorted(home.iterdir()) == before
    assert printed(desk) == []


def test_a_page_is_never_saved_over_the_store(opened, desk, home):
    screen = opened()
    before = desk.store.path.stat().st_ino
    press(screen, (Qt.Key.Key_S, CTRL), (Qt.Key.Key_A, CTRL), str(desk.store.path))
    press(screen, Qt.Key.Key_Return)
    assert any("is the store itself" in line for line in said(screen))
    assert desk.store.path.stat().st_ino == before


def test_a_mail_draft_is_saved_for_the_person_alone_and_opened_on_request(opened, desk, home):
    screen = opened()
    heard = Heard()
    QDesktopServices.setUrlHandler("file", heard, "open")
    try:
        press(screen, (Qt.Key.Key_E, CTRL))
        press(screen, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return)
    finally:
        QDesktopServices.unsetUrlHandler("file")
    path = home / "Documents" / "one-on-one-priya-raman-2026-03-10.eml"
    assert path.stat().st_mode & 0o777 == 0o600
    assert heard.paths == [str(path)]
    assert b"X-Unsent: 1" in path.read_bytes()
    assert printed(desk) == [PrintMeans.FILE]


def test_enter_before_the_page_is_drawn_saves_it_once_it_is(opened, desk, home):
    screen = opened()
    screen.press((Qt.Key.Key_S, CTRL), (Qt.Key.Key_A, CTRL), str(home / "quick.pdf"))
    screen.press(Qt.Key.Key_Return)
    screen.rest()
    assert (home / "quick.pdf").read_bytes().startswith(b"%PDF")
    assert printed(desk) == [PrintMeans.FILE]


def test_leaving_the_page_stops_what_is_being_drawn(opened, desk, home):
    screen = opened("office")
    screen.press((Qt.Key.Key_P, CTRL))
    screen.page.leave()
    screen.work.jobs.drain()
    screen.rest()
    assert not (home / "office.pdf").exists()
    assert printed(desk) == []


def test_other_screens_hear_of_a_print(opened, qtbot):
    screen = opened("office")
    with qtbot.waitSignal(
        screen.work.changed, check_params_cb=lambda changes, by: changes.touch({PrintedDocument})
    ):
        screen.press((Qt.Key.Key_P, CTRL))
    screen.rest()


def test_a_page_put_aside_is_printed_from_the_list_by_keys(opened, desk, home):
    screen = opened("office")
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    (waiting,) = desk.ask(print_queue)
    assert waiting.copies == 2
    press(screen, (Qt.Key.Key_W, CTRL | SHIFT))
    assert QApplication.focusWidget().accessibleName() == "Waiting for a printer"
    press(screen, Qt.Key.Key_Return)
    assert (home / "office.pdf").is_file()
    assert desk.ask(print_queue) == []
    assert printed(desk) == [PrintMeans.PRINT]
    assert "Sent to office" in said(screen)


def test_a_page_put_aside_is_saved_or_dropped_by_keys(opened, desk, home):
    screen = opened()
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    press(screen, (Qt.Key.Key_W, CTRL | SHIFT))
    press(screen, "s")
    assert len(list((home / "Documents").glob("*.pdf"))) == 1
    press(screen, Qt.Key.Key_Delete)
    states = {item.state for item in desk.ask(lambda reads: reads.find(PrintQueueItem))}
    assert states == {QueueState.PRINTED, QueueState.DROPPED}
    press(screen, Qt.Key.Key_Escape)
    assert screen.registry.get("print.waiting").when() == "Nothing waits for a printer."


def test_a_waiting_page_keeps_waiting_while_there_is_no_printer(opened, desk):
    screen = opened()
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    press(screen, (Qt.Key.Key_W, CTRL | SHIFT), Qt.Key.Key_Return)
    assert any("It keeps waiting; S saves the PDF." in line for line in said(screen))
    assert len(desk.ask(print_queue)) == 1
    press(screen, Qt.Key.Key_Escape)


def queue_three(screen, desk):
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    desk.do(queue_print, kind=DocumentKind.FORM)
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    press(screen, (Qt.Key.Key_W, CTRL | SHIFT))


def test_all_that_waits_is_printed_with_one_key_on_one_printer(opened, desk):
    screen = opened("office", "hall")
    queue_three(screen, desk)
    press(screen, "a")
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert [sent.name for sent in screen.printers.sent] == ["hall"] * 3
    assert sorted(sent.copies for sent in screen.printers.sent) == [1, 2, 2]
    assert desk.ask(print_queue) == []


def test_a_printer_that_stops_midway_leaves_the_rest_waiting_with_the_reason(opened, desk):
    screen = opened("office")
    screen.printers.paper = 1
    queue_three(screen, desk)
    press(screen, "a")
    assert len(desk.ask(print_queue)) == 2
    assert any("did not take the page. It keeps waiting" in line for line in said(screen))
    screen.printers.paper = None
    press(screen, "a")
    assert desk.ask(print_queue) == []
    press(screen, Qt.Key.Key_Escape)


def name_in_devanagari(work):
    work.put(replace(work.get(Rep, sample_id("priya")), last_name="नाम"))


def test_what_the_font_lacks_is_named_before_a_waiting_page_is_printed(opened, desk):
    screen = opened("office")
    desk.do(name_in_devanagari)
    press(screen, (Qt.Key.Key_L, CTRL | SHIFT))
    press(screen, (Qt.Key.Key_W, CTRL | SHIFT), Qt.Key.Key_Return)
    assert screen.printers.sent == []
    assert any("Enter prints it so." in line for line in said(screen))
    press(screen, Qt.Key.Key_Return)
    assert len(screen.printers.sent) == 1
    press(screen, Qt.Key.Key_Escape)
