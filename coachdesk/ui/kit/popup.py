"""A short list that drops from a button: choices with the chosen one ticked, or commands."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.ui.kit.canvas import RIGHT, Canvas, box, canvas, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.theme import Theme


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: `hint` stands at the right, `on` is ticked, `why_not` makes it grey.

    A key of `takes` chooses it at once.
    """

    key: str
    label: str
    hint: str = ""
    on: bool = False
    why_not: str = ""
    takes: tuple[str, ...] = ()


class _ChoicePainter:
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Choice, width: int) -> int:
        return self._theme.px(30)

    def name(self, row: Choice) -> str:
        return ", ".join(part for part in (row.label, key_words(row.hint), row.why_not) if part)

    def tip(self, row: Choice) -> str:
        return row.why_not

    def paint(self, c: Canvas, rect: QRectF, row: Choice, look: RowLook) -> None:
        px = c.theme.px
        if look.current and not row.why_not:
            box(c, rect, 6, "accentSoft")
        if row.on:
            side = px(14)
            icon(c, rect.left() + px(8), round(rect.center().y() - side / 2), "check", "accent", 14)
        inner = rect.adjusted(px(30), 0, -px(10), 0)
        if row.hint:
            taken = text(c, inner, key_words(row.hint), "small#", "ink2", RIGHT)
            inner.setRight(inner.right() - taken - px(12))
        text(c, inner, row.label, "body", "ink3" if row.why_not else "ink")


class Popup(QWidget):
    """Arrows and Enter, or a click, choose; Esc or a click outside closes; then it is freed."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, choices: Sequence[Choice], *, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        painter = _ChoicePainter(theme)
        self.list = Rows(theme, painter, name=name, ruled=False, hover="", follow=True, ring=False)
        self.list.set_rows(choices)
        self.list.set_current(next((i for i, c in enumerate(choices) if c.on), 0))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(4),) * 4)
        stack.addWidget(self.list)
        widths = [
            theme.width(c.label, "body") + theme.width(key_words(c.hint), "small#") for c in choices
        ]
        self.list.setFixedWidth(max(theme.px(140), round(max(widths, default=0)) + theme.px(60)))
        self.list.opened.connect(self.choose)
        for choice in choices:
            for keys in choice.takes:
                _ChoiceKey(self, choice, keys)

    def drop_from(self, button: QWidget) -> None:
        """Open below the button, or above it where the screen ends."""
        self.adjustSize()
        at = button.mapToGlobal(QPoint(0, button.height() + self._theme.px(4)))
        screen = button.screen() or QGuiApplication.primaryScreen()
        edge = screen.availableGeometry()
        if at.y() + self.height() > edge.bottom():
            at = button.mapToGlobal(QPoint(0, -self.height() - self._theme.px(4)))
        at.setX(min(at.x(), edge.right() - self.width()))
        self.move(at)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(canvas(painter, self._theme), QRectF(self.rect()), 9, "panel", "lineStrong")

    def choose(self, choice: Choice) -> None:
        """Take this line and close."""
        if choice.why_not:
            return
        self.close()
        self.chosen.emit(choice.key)


class _ChoiceKey(QShortcut):
    """A key that chooses one line."""

    def __init__(self, popup: Popup, choice: Choice, keys: str) -> None:
        super().__init__(QKeySequence(keys), popup.list)
        self.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._popup, self._choice = popup, choice
        self.activated.connect(self._fire)

    def _fire(self) -> None:
        self._popup.choose(self._choice)
