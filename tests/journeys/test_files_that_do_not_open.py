"""A file that is damaged, newer or something else: said clearly, left as it is, and a way on."""

from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from coachdesk.app import make_app
from coachdesk.domain.people import Rep
from coachdesk.services.people import add_rep, start_workspace
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.start import Program
from tests.journeys.person import Key, Person
from tests.journeys.test_first_run import choose_open

PAGE = 4096
FIXTURES = Path(__file__).parent.parent / "fixtures"


def garbage(path):
    path.write_bytes(b"Dear Priya, this is no database. " * 400)


def cut_off(path):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2 // PAGE * PAGE])


def scratched(path):
    """Pages in the middle overwritten: the file opens, and its check fails."""
    content = bytearray(path.read_bytes())
    content[5 * PAGE : 30 * PAGE] = b"\xff" * (25 * PAGE)
    path.write_bytes(content)


def newer(path):
    raw = sqlcipher3.dbapi2.connect(str(path))
    raw.execute("UPDATE alembic_version SET version_num = '0099'")
    raw.commit()
    raw.close()


LEFT = "this one was left as it is"
HARMS = {
    garbage: ("is not a Coachdesk store.", LEFT),
    cut_off: ("The file is damaged.", "Nothing more is written to it. Keep it"),
    scratched: ("The file is damaged.", "Nothing more is written to it. Keep it"),
    newer: ("written by a newer Coachdesk", "Install the newer version; the file was left as it"),
}


@pytest.fixture(params=HARMS, ids=lambda harm: harm.__name__)
def harm(request):
    return request.param


def make_store(path, name="Priya Raman"):
    desk = make_app().open_desk(path, create=True)
    desk.do(start_workspace, "Helen Marsh")
    desk.do(add_rep, name)
    desk.close()
    return path


class Refused(Person):
    """Starts the program on a file that does not open; Enter presses a way out."""

    def __init__(self, qtbot, *, named=None):
        self.qtbot, self.presses = qtbot, 0
        self.program = Program(QApplication.instance(), make_app(), named=named, sample=False)
        self.window = self.program.window
        qtbot.addWidget(self.window)
        self.program.show()
        qtbot.waitUntil(lambda: bool(self.window.current.buttons), timeout=20_000)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def presses_way(self, label):
        for _stop in range(20):
            now = QApplication.focusWidget()
            if isinstance(now, Button) and now.label == label:
                self.press(Key.Key_Return)
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {label}")


def files(folder):
    return {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_at_the_start_it_is_explained_and_nothing_on_the_disk_changes(home, qtbot, harm):
    folder = home / "mine"
    folder.mkdir()
    path = make_store(folder / "team.coachdesk")
    harm(path)
    before = path.read_bytes()
    person = Refused(qtbot, named=path)
    for words in HARMS[harm]:
        assert person.sees(words)
    assert person.sees(path.name)
    assert QApplication.focusWidget().label == "Open another file…"
    person.presses_way("Try again")
    qtbot.waitUntil(lambda: bool(person.window.current.buttons), timeout=5_000)
    person.quits()
    kept = {name: content for name, content in files(folder).items() if name.suffix != ".lock"}
    assert kept == {path: before}


def test_a_copy_of_it_is_opened_instead(home, qtbot, harm):
    path, copy = make_store(home / "team.coachdesk"), make_store(home / "copy.coachdesk", "Tom May")
    harm(path)
    before = path.read_bytes()
    person = Refused(qtbot, named=path)
    person.presses_way("Open another file…")
    dialog = person.window.findChild(QFileDialog)
    dialog.findChild(QLineEdit).setText(str(copy))
    dialog.accept()
    person.settle()
    assert [rep.first_name for rep in person.store.ask(lambda r: r.find(Rep))] == ["Tom"]
    assert person.page == "today"
    person.quits()
    assert path.read_bytes() == before


def test_one_begins_anew_beside_ones_own_file(home, qtbot, harm):
    usual = make_store(make_app().usual_store())
    harm(usual)
    before = usual.read_bytes()
    person = Refused(qtbot)
    person.presses_way("Start a new store")
    assert person.page == "first_run"
    assert person.store.store.path.parent == usual.parent
    person.quits()
    assert usual.read_bytes() == before
    again = Person(qtbot)  # the new one is the one that is meant from now on
    assert again.store.store.path != usual
    again.quits()


def test_the_same_is_said_where_a_store_is_looked_into(home, qtbot, harm):
    folder = home / "other"
    folder.mkdir()
    path = make_store(folder / "other.coachdesk")
    harm(path)
    before = files(folder)
    person = Person(qtbot)
    mine = person.store.store.path
    choose_open(person)
    person.type(str(path))
    person.press(Key.Key_Return)
    said = " ".join(
        label.text() for label in person.window.findChildren(QLabel) if label.isVisible()
    )
    assert "left as it is" in said or "Keep it" in said
    assert files(folder) == before
    assert person.store.store.path == mine
    person.quits()


def test_an_old_file_is_brought_up_to_date_beside_the_window(home, qtbot):
    path = home / "old.coachdesk"
    path.write_bytes((FIXTURES / "v0001.coachdesk").read_bytes())
    program = Program(QApplication.instance(), make_app(), named=path, sample=False)
    qtbot.addWidget(program.window)
    program.show()
    waited = []
    qtbot.waitUntil(lambda: waited.append(program.jobs.busy) or program.office is not None)
    assert sum(waited) > 3, "the window answered while the worker wrote"
    assert list(home.glob("old-before-update-*.coachdesk"))
    program.window.close()
    program.end()
