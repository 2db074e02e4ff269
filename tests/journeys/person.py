"""A person at the keyboard of the real program, counting the keys pressed besides typed text."""

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget

from coachdesk.app import make_app
from coachdesk.ui.start import Program

NOW = "2026-03-10T10:25:00+00:00"
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key


def environment(folder: Path) -> dict[str, str]:
    """A home of its own and a clock that stands still."""
    homes = {name: str(folder / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    return {**os.environ, **homes, "COACHDESK_NOW": NOW, "QT_QPA_PLATFORM": "offscreen"}


@cache
def sample_team() -> bytes:
    """The sample team's store, made once for all who begin with it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sample.coachdesk"
        make_app().ready_sample(path)
        return path.read_bytes()


def put_sample(path: Path) -> None:
    """Put the sample where the program looks for it, as if it had been looked at before."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sample_team())
        path.chmod(0o600)


class Person:
    """Presses keys and reads what the window shows; knows nothing of the program's inside."""

    def __init__(self, qtbot, *, named: Path | None = None, sample: bool = False) -> None:
        self.qtbot, self.presses = qtbot, 0
        app = make_app()
        if sample and named is None:
            put_sample(app.sample_path())
        self.program = Program(QApplication.instance(), app, named=named, sample=sample)
        self.window = self.program.window
        qtbot.addWidget(self.window)
        self.program.show()
        qtbot.waitUntil(lambda: self.program.office is not None, timeout=20_000)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    @property
    def store(self):
        """What the store holds, for reading after the errand."""
        return self.program.office.workplace.desk

    @property
    def page(self) -> str:
        """The page in sight."""
        return self.window.current.id

    def settle(self) -> None:
        """Let the worker answer and the screen follow."""
        self.qtbot.waitUntil(lambda: not self.program.jobs.busy, timeout=20_000)
        for _round in range(3):
            QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type text, which is not counted."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self._focus(), letter)
            else:  # QTest knows only the keys of an English keyboard
                down = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focus(), down)
        QApplication.processEvents()

    def press(self, key: Qt.Key, *chord: Qt.KeyboardModifier) -> None:
        """Press one key or chord, which counts as one."""
        self.presses += 1
        modifiers = Qt.KeyboardModifier.NoModifier
        for part in chord:
            modifiers |= part
        QTest.keyClick(self._focus(), key, modifiers)
        self.settle()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def sees(self, words: str) -> bool:
        """Whether these words stand anywhere in the window now."""
        shown = (w for w in self.window.findChildren(QWidget) if w.isVisible())
        return any(words in text for widget in shown for text in _texts(widget))

    def quits(self) -> None:
        """Close the window as a person does."""
        self.window.close()
        self.program.end()


def _texts(widget: QWidget) -> list[str]:
    """What a screen reader would say of a widget, rows of lists included."""
    found = [widget.accessibleName()]
    if isinstance(widget, QLabel):
        found.append(widget.text())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        found += [
            str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(model.rowCount())
        ]
    return found
