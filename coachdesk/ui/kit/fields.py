"""Fields to type in: one line, several lines, and a label with its problem underneath."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coachdesk.ui.kit.canvas import Canvas, box, canvas, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.marks import key_hint
from coachdesk.ui.kit.scroll import LaidBar
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

SETTLE_MS, LATEST_MS = 800, 2000


class Settling(QTimer):
    """Says when typed text should be kept: 800 ms after the last key, 2 s after the first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self._latest = QTimer(self)
        self._latest.setSingleShot(True)
        self._latest.timeout.connect(self._now)

    def touch(self) -> None:
        """A key was typed."""
        self.start(SETTLE_MS)
        if not self._latest.isActive():
            self._latest.start(LATEST_MS)

    def rest(self) -> None:
        """Everything is kept already."""
        self.stop()
        self._latest.stop()

    def _now(self) -> None:
        if self.isActive():
            self.start(0)


class Field(QLineEdit):
    """One line. `settled` asks to keep a draft, `left` to write the change (focus went away)."""

    settled = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        *,
        name: str = "",
        icon: str = "",
        hint: str = "",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        hint = key_words(hint)
        self._theme, self._hint, self._icon, self._role = theme, hint, icon, role
        self._placeholder, self._problem = placeholder, ""
        self.setAccessibleName(name or placeholder)
        self.setFrame(False)
        self.setFont(theme.font(role))
        _clear_base(self)
        left = theme.px(34 if icon else 10) - 2
        right = theme.px(10) + (round(theme.width(hint, "caption")) + 16 if hint else 0)
        self.setTextMargins(left, 0, right, 0)
        self.setFixedHeight(theme.px(32) if role == "body" else theme.line(role) + theme.px(12))
        self._settling = Settling(self)
        self._settling.timeout.connect(self._settle)
        self.textEdited.connect(self._edited)

    def set_problem(self, problem: str) -> None:
        """Mark the field wrong and tell a screen reader why; empty clears it."""
        self._problem = problem
        self.setAccessibleDescription(problem)
        self.update()

    def set_placeholder(self, placeholder: str) -> None:
        """Change the grey words of the empty field."""
        self._placeholder = placeholder
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settling.rest()
            self.left.emit(self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        can_type = self.isEnabled() and not self.isReadOnly()
        field_box(c, QRectF(self.rect()), self.hasFocus(), bool(self._problem), can_type)
        if self._icon:
            side = self._theme.px(16)
            icon(c, self._theme.px(10), (self.height() - side) / 2, self._icon, "ink2")
        margins = self.textMargins()
        right = self.width() - margins.right()
        if not self.text() and self._placeholder:
            area = QRectF(margins.left() + 2, 0, right - margins.left() - 2, self.height())
            text(c, area, self._placeholder, self._role, "muted")
        if self._hint:
            key_hint(c, self.width() - self._theme.px(8), self.height() / 2, self._hint)
        painter.end()
        super().paintEvent(event)

    def _edited(self, _text: str) -> None:
        self._settling.touch()

    def _settle(self) -> None:
        self._settling.rest()
        self.settled.emit(self.text())


class FieldLook(QAbstractButton):
    """Looks like an empty field and is a button: opens the overlay that holds the real one."""

    def __init__(
        self, theme: Theme, words: str, *, icon: str, hint: str, name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._words, self._icon, self._hint = theme, words, icon, key_words(hint)
        self.setAccessibleName(name)
        self.setFixedHeight(theme.px(32))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        field_box(c, QRectF(self.rect()), self.hasFocus(), False, self.isEnabled())
        px, middle = self._theme.px, self.height() / 2
        icon(c, px(10), middle - px(16) / 2, self._icon, "ink2")
        right = self.width() - px(8)
        if self._hint:
            right -= key_hint(c, right, middle, self._hint) + px(8)
        area = QRectF(px(34), 0, right - px(34), self.height())
        text(c, area, self._words, "body", "muted")


class TextArea(QPlainTextEdit):
    """Several lines; grows from `lines` to `most` lines. Tab leaves it.

    `settled` and `left` are those of `Field`; text the program puts in never settles.
    """

    settled = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        *,
        name: str = "",
        lines: int = 3,
        most: int = 8,
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._placeholder, self._role = theme, placeholder, role
        self._lines, self._most, self._problem = lines, most, ""
        self._by_program = False
        self.setAccessibleName(name or placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font(role))
        self.setTabChangesFocus(True)
        self._bar = LaidBar(theme, self, inset=2)
        self.viewport().setAutoFillBackground(False)
        _clear_base(self)
        self.document().setDocumentMargin(theme.px(8))
        self._settling = Settling(self)
        self._settling.timeout.connect(self._settle)
        self.textChanged.connect(self._edited)
        self._fit()

    def set_problem(self, problem: str) -> None:
        """Mark the field wrong and tell a screen reader why; empty clears it."""
        self._problem = problem
        self.setAccessibleDescription(problem)
        self.viewport().update()

    def set_placeholder(self, placeholder: str) -> None:
        """Change the grey words of the empty field."""
        self._placeholder = placeholder
        self.viewport().update()

    def setPlainText(self, words: str) -> None:
        """Show other text; it is not typed, so nothing waits to be kept."""
        self._by_program = True
        super().setPlainText(words)
        self._by_program = False
        self._settling.rest()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settling.rest()
            self.left.emit(self.toPlainText())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        c = canvas(painter, self._theme)
        area = QRectF(self.viewport().rect())
        can_type = self.isEnabled() and not self.isReadOnly()
        field_box(c, area, self.hasFocus(), bool(self._problem), can_type)
        if self.document().isEmpty():
            pad = self._theme.px(8)
            line = QRectF(area.left() + pad, pad, area.width() - 2 * pad, 0)
            line.setHeight(self._theme.metrics(self._role).height())
            text(c, line, self._placeholder, self._role, "muted")
        painter.end()
        super().paintEvent(event)

    def _edited(self) -> None:
        if not self._by_program:
            self._settling.touch()
        self._fit()

    def _settle(self) -> None:
        self._settling.rest()
        self.settled.emit(self.toPlainText())

    def _fit(self) -> None:
        wanted = min(max(round(self.document().size().height()), self._lines), self._most)
        line = self.fontMetrics().lineSpacing()
        # One pixel more than the lines take, or Qt lets the last of them scroll.
        height = wanted * line + 2 * self._theme.px(8) + 1
        if height != self.height():
            self.setFixedHeight(height)
            self.ensureCursorVisible()


class Labeled(QWidget):
    """A field under its label; `show_problem` writes what is wrong below it, in place."""

    def __init__(
        self, theme: Theme, label: str, field: QWidget, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(4))
        self.label = Text(theme, label, "label", "ink2")
        self.label.setBuddy(field)
        self.field = field
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self.problem.hide()
        for widget in (self.label, field, self.problem):
            stack.addWidget(widget)
        if not field.accessibleName():
            field.setAccessibleName(label)

    def show_problem(self, problem: str) -> None:
        """What is wrong and one way on; empty when all is well."""
        self.problem.show_runs(problem)
        self.problem.setVisible(bool(problem))
        set_problem = getattr(self.field, "set_problem", None)
        if set_problem is not None:
            set_problem(problem)


def field_box(c: Canvas, rect: QRectF, focused: bool, wrong: bool, enabled: bool) -> None:
    """The ground and edge of everything one can type in."""
    fill = "panel" if enabled else "sunk"
    if focused:
        box(c, rect, 7, fill, "accent", width=2)
    else:
        edge = "bad" if wrong else "control" if enabled else "line"
        box(c, rect, 7, fill, edge)


def _clear_base(widget: QWidget) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(palette)
