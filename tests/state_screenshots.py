"""Draws what stands on the screens while there is nothing yet, or while the file fails.

Run with the other pictures (`python -m tests.screenshots`), or alone; writes docs/images/states.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtWidgets import QApplication

from coachdesk.app import make_app
from coachdesk.services.people import add_rep, start_workspace
from coachdesk.services.talks import plan_talk
from coachdesk.ui.kit.appearance import LIGHT
from coachdesk.ui.shell.problems import StoreDialog
from coachdesk.ui.start import Program
from tests.screenshots import CTRL, Key, Photographer

FOLDER = Path(__file__).parent.parent / "docs/images/states"
SMALL, COLOURS = (1024, 700), 96
LINE = "Priya t4 Named the lead and the next date before the call"


class StatePhotographer(Photographer):
    """Photographs one store, which may not open."""

    def __init__(self, folder: Path, named: Path) -> None:
        self.folder, self.end = folder, ""
        self.program = Program(QApplication.instance(), make_app(), named=named, sample=False)
        self.window = self.program.window
        self.program.appearance.choose(LIGHT)
        self.window.resize(*SMALL)
        self.program.show()
        self.wait(lambda: self.program.office is not None or self.window.current.buttons)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def shoot(self, name: str) -> None:
        """In few colours: the pictures stay small."""
        self.settle()
        picture = self.window.grab()
        for dialog in self.window.findChildren(StoreDialog):
            if dialog.isVisible():
                picture = dialog.grab()
        path = self.folder / f"{name}.png"
        picture.save(str(path))
        with Image.open(path) as drawn:
            few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(path, optimize=True)


def one_rep(path: Path) -> None:
    """Make a store with one rep of whom nothing is known."""
    desk = make_app().open_desk(path, create=True)
    desk.do(start_workspace, "Helen Marsh")
    desk.do(add_rep, "Priya Raman")
    desk.close()


def empty(folder: Path, path: Path) -> None:
    """Every page while nothing is there."""
    begun = StatePhotographer(folder, path.with_name("new.coachdesk"))
    begun.window.show_page("today")
    begun.shoot("today-nobody")
    begun.window.show_page("team")
    begun.shoot("team-nobody")
    begun.close()
    one_rep(path)
    shown = StatePhotographer(folder, path)
    office = shown.program.office
    desk = office.workplace.desk
    (rep,) = office.screens.today._today.reps
    for page in ("today", "team", "one_on_ones", "insights"):
        shown.window.show_page(page)
        shown.shoot(f"{page.replace('_', '-')}-empty")
    office.ways.open_rep(rep.id)
    shown.shoot("rep-empty")
    shown.press(Key.Key_H, CTRL)
    shown.shoot("history-empty")
    shown.press(Key.Key_Escape)
    shown.press(Key.Key_K, CTRL)
    shown.type("zzz")
    shown.shoot("palette-nothing")
    shown.press(Key.Key_Escape)
    talk = desk.do(plan_talk, rep.id, day=desk.as_of).result
    office.ways.open_talk(talk.id, "prepare")
    shown.shoot("prepare-first-talk")
    shown.press(Key.Key_Return, CTRL)
    shown.shoot("run-empty")
    shown.press(Key.Key_Return, CTRL)
    shown.shoot("wrap-up-empty")
    shown.close()


def errors(folder: Path, path: Path) -> None:
    """Files that do not open or are not written."""
    damaged = path.with_name("damaged.coachdesk")
    damaged.write_bytes(b"Dear Priya, this is not a database. " * 40)
    shown = StatePhotographer(folder, damaged)
    shown.shoot("not-a-store")
    shown.close()
    damaged.write_bytes(path.read_bytes()[: path.stat().st_size // 8192 * 4096])
    shown = StatePhotographer(folder, damaged)
    shown.shoot("damaged")
    shown.close()
    holder = make_app().open_desk(path)
    path.with_name(f"{path.name}.lock").write_text("office-pc, process 4711, 10:02", "utf-8")
    shown = StatePhotographer(folder, path)
    shown.shoot("locked")
    shown.program._read_only_chosen()
    shown.shoot("read-only")
    shown.close()
    holder.close()
    shown = StatePhotographer(folder, path)
    away = path.rename(path.with_name("pulled"))
    shown.press(Key.Key_N, CTRL)
    shown.type(LINE)
    shown.press(Key.Key_Return)
    shown.shoot("stick-gone")
    away.rename(path)
    shown.close()


def draw(folder: Path = FOLDER) -> None:
    """All states, light, in the narrow window."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(Path(home) / name.lower())
        path = Path(home) / "team.coachdesk"
        empty(folder, path)
        errors(folder, path)


if __name__ == "__main__":
    app = QApplication.instance() or QApplication([])
    draw()
