"""Everything a person can do, as data, in one registry.

Shortcuts, palette, key list and tests read the same records. An action of a `page` counts only
while that page is shown, so two pages may share a key; within one page, keys are unique.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.overlay import Overlay


def always() -> str:
    """Nothing stands in the way."""
    return ""


def never() -> bool:
    """It is no choice that could be in force."""
    return False


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. `when` returns why it cannot be done now, or "".

    One that `writes` changes the store, and rests while that can only be read. `title` starts with
    a verb; `menu` is the group it is listed under. Without `run` it is a key of a list, which the
    list itself handles and the key list shows. One of several choices says whether it `is_on`.
    """

    id: str
    title: str
    run: Callable[[], None] | None = None
    shortcut: str = ""
    menu: str = ""
    when: Callable[[], str] = always
    page: str = ""
    writes: bool = False
    is_on: Callable[[], bool] = never

    @property
    def keys(self) -> str:
        """The shortcut as this desktop writes it."""
        return key_words(self.shortcut)


class Registry(QObject):
    """All actions; installs their shortcuts on a window. `refused` says why one did not run."""

    refused = Signal(str)
    ran = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[str, Action] = {}
        self._shortcuts: dict[str, _Shortcut] = {}
        self._page, self._window = "", None
        self._no_writing = ""
        self._over_page = False

    def add(self, actions: Iterable[Action]) -> None:
        """Register actions; a second one with the same id or key is a mistake in the program."""
        for action in actions:
            self._refuse_doubles(action)
            self._actions[action.id] = action
            if self._window is not None:
                self._install(action)

    def remove(self, actions: Iterable[Action]) -> None:
        """Forget actions of screens that are gone, with their keys."""
        for action in actions:
            self._actions.pop(action.id, None)
            shortcut = self._shortcuts.pop(action.id, None)
            if shortcut is not None and self._window is not None:
                self._window.removeAction(shortcut)
                shortcut.deleteLater()

    def reword(self, actions: Iterable[Action]) -> None:
        """The same actions under other titles; their keys stay as they are."""
        for action in actions:
            self._actions[action.id] = action
            if action.id in self._shortcuts:
                self._shortcuts[action.id].show_title(action.title)

    def install(self, window: QWidget) -> None:
        """Make the shortcuts work in a window."""
        self._window = window
        for action in self._actions.values():
            self._install(action)
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def show_page(self, page: str) -> None:
        """Only this page's actions and the common ones answer to keys."""
        self._page = page
        self._enable(over_page=False)

    def hold_writing(self, why: str) -> None:
        """Actions that write rest for this reason; "" lets them run again."""
        self._no_writing = why

    def why_not(self, action: Action) -> str:
        """Why it cannot be done now, or ""."""
        return (self._no_writing if action.writes else "") or action.when()

    def get(self, action_id: str) -> Action:
        """The action with this id."""
        return self._actions[action_id]

    def listed(self) -> list[Action]:
        """Actions of the current page and the common ones, in the order they were added."""
        return [a for a in self._actions.values() if a.page in ("", self._page)]

    def all(self) -> tuple[Action, ...]:
        """Every action, whatever its page."""
        return tuple(self._actions.values())

    def run(self, action_id: str) -> bool:
        """Do it, or say why not."""
        action = self._actions[action_id]
        why = self.why_not(action)
        if why or action.run is None:
            self.refused.emit(why)
            return False
        action.run()
        self.ran.emit(action_id)
        return True

    def _refuse_doubles(self, new: Action) -> None:
        if new.id in self._actions:
            raise ValueError(f"two actions are called {new.id}")
        for old in self._actions.values():
            same_place = "" in (new.page, old.page) or new.page == old.page
            listed_only = new.run is None or old.run is None
            if new.shortcut and new.shortcut == old.shortcut and same_place and not listed_only:
                raise ValueError(f"{new.id} and {old.id} share {new.shortcut}")

    def _install(self, action: Action) -> None:
        if action.run is None or not action.shortcut or self._window is None:
            return
        shortcut = _Shortcut(self, action, self._window)
        shortcut.setEnabled(action.page in ("", self._page) and not self._over_page)
        self._window.addAction(shortcut)
        self._shortcuts[action.id] = shortcut

    def _enable(self, *, over_page: bool) -> None:
        self._over_page = over_page
        for action_id, shortcut in self._shortcuts.items():
            if not shiboken6.isValid(shortcut):  # its window is being freed
                continue
            here = self._actions[action_id].page in ("", self._page)
            shortcut.setEnabled(here and not over_page)

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        step = now
        while step is not None and not isinstance(step, Overlay):
            step = step.parentWidget()
        over_page = step is not None
        if over_page != self._over_page:  # most moves stay on the page, or in the panel
            self._enable(over_page=over_page)


class _Shortcut(QAction):
    """The key of one action; a bound slot, so nothing outlives the window."""

    def __init__(self, registry: Registry, action: Action, window: QWidget) -> None:
        super().__init__(window)
        self.show_title(action.title)
        self._registry, self._id = registry, action.id
        keys = [QKeySequence(action.shortcut)]
        if action.shortcut.endswith("Return"):  # the key beside the figures does the same
            keys.append(QKeySequence(action.shortcut.removesuffix("Return") + "Enter"))
        self.setShortcuts(keys)
        self.triggered.connect(self._fire)

    def show_title(self, title: str) -> None:
        """What it does, in words."""
        self.setText(title.replace("&", "&&"))

    def _fire(self) -> None:
        self._registry.run(self._id)
