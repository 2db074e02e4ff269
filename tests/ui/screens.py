"""A window on the sample team at a fixed moment, driven by keys."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coachdesk.services.desk import Desk
from coachdesk.services.people import start_workspace
from coachdesk.store.opening import create_store, open_store
from coachdesk.ui.shell.actions import Registry
from coachdesk.ui.shell.jobs import Jobs
from coachdesk.ui.shell.window import Window
from coachdesk.ui.shell.workplace import Workplace
from tests.services.stores import sample_store

NOW = datetime(2026, 3, 10, 10, 7, tzinfo=UTC)


class Clock:
    """Stands still until it is set."""

    def __init__(self):
        self.now = NOW

    def __call__(self):
        return self.now


def sample_desk(folder, *, sample=True):
    """A store of its own: the sample team, or an empty workspace."""
    clock, path = Clock(), folder / "team.coachdesk"
    if sample:
        path.write_bytes(sample_store())
        desk = Desk(open_store(path, now=NOW), clock)
    else:
        desk = Desk(create_store(path, now=NOW), clock)
        desk.do(start_workspace, "Helen Marsh")
    desk.clock = clock
    return desk


class Screen:
    """Pages in the real window; `heard` keeps where they asked to go."""

    def __init__(self, desk, theme, appearance):
        self.desk, self.theme = desk, theme
        self.work = Workplace(desk, theme, Jobs())
        self.registry = Registry()
        self.appearance = appearance
        self.heard, self.said = [], []
        for signal in ("page_asked", "rep_asked", "event_asked", "talk_asked", "inbox_asked"):
            getattr(self.work, signal).connect(self._hear(signal))
        self.work.said.connect(self._say)

    def _hear(self, name):
        def hear(*values):
            self.heard.append((name, *values))

        return hear

    def _say(self, words, can_undo):
        self.said.append(words)

    def show(self, qtbot, pages, actions=(), size=(1360, 860)):
        self.registry.add(actions)
        self.window = Window(self.theme, self.appearance, self.registry, pages)
        qtbot.addWidget(self.window, before_close_func=self._rest)
        self.window.resize(*size)
        self.work.changed.connect(self.window.on_changes)
        self.window.show_page(pages[0].id)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        if focus := pages[0].first_focus():
            focus.setFocus()
        return self

    def _rest(self, _window):
        """No answer may arrive for a page that is gone."""
        self.work.jobs.drain()

    def press(self, *keys):
        """Keys one after the other, to whatever has the focus."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(QApplication.focusWidget(), key)
            elif isinstance(key, tuple):
                QTest.keyClick(QApplication.focusWidget(), key[0], key[1])
            else:
                QTest.keyClick(QApplication.focusWidget(), key)

    def focus_on(self, name, kind):
        """Tab until the widget with this name has the focus."""
        for _step in range(200):
            now = QApplication.focusWidget()
            if isinstance(now, kind) and now.accessibleName().startswith(name):
                return now
            QTest.keyClick(now or self.window, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def undo(self):
        _undone, changes = self.desk.undo()
        self.work.tell(changes)
