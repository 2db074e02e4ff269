"""What a page says when there is nothing, when it waits, when it failed, when it can be undone."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.bars import track_color
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, box, canvas, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

SHOW_AFTER_MS = 300


class IconLabel(QWidget):
    """An icon by itself; decoration, so it has no accessible name."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        color: str = "ink2",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon, self._color, self._size = theme, name, color, size
        self.setFixedSize(theme.px(size), theme.px(max(size, 20)))

    def show_icon(self, name: str, color: str) -> None:
        """Show another icon."""
        self._icon, self._color = name, color
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        top = (self.height() - self._theme.px(self._size)) / 2
        icon(c, 0, round(top), self._icon, self._color, self._size)


class EmptyState(QWidget):
    """One sentence, one button: what is not there yet and how it begins."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        sentence: str = "",
        button: Button | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = button
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 24, 24, 32)))
        stack.setSpacing(0)
        stack.addWidget(Text(theme, title, "bodyStrong", wrap=True, align="center"))
        if sentence:
            stack.addWidget(Text(theme, sentence, "body", "ink2", wrap=True, align="center"))
        if button is not None:
            stack.addSpacing(theme.px(8))
            stack.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)


class Loading(QWidget):
    """A bar and a count, shown only when the wait is longer than 300 ms."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._share, self._words = theme, 0.0, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show)
        self.hide()

    def begin(self, words: str) -> None:
        """The wait begins."""
        self.progress(0.0, words)
        self._timer.start(SHOW_AFTER_MS)

    def progress(self, share: float, words: str) -> None:
        """How far (0-1) and in words."""
        self._share, self._words = share, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def end(self) -> None:
        """The wait is over."""
        self._timer.stop()
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(
            self._theme.px(72) + round(self._theme.width(self._words, "body")) + 1,
            self._theme.px(20),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        track = QRectF(0, round(self.height() / 2 - px(2)), px(64), px(4))
        box(c, track, 99, track_color(self._theme))
        if self._share > 0:
            track.setWidth(max(px(4), min(self._share, 1) * px(64)))
            box(c, track, 99, "accent")
        rest = QRectF(px(72), 0, self.width() - px(72), self.height())
        text(c, rest, self._words, "body", "ink2")


class ErrorInPlace(QWidget):
    """What happened, what is safe, and one way on; never a dialog for a field."""

    def __init__(
        self,
        theme: Theme,
        message: str = "",
        next_step: str = "",
        *,
        buttons: tuple[Button, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel(theme, "triangle-alert", "bad"), 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout()
        stack.setSpacing(0)
        row.addLayout(stack, 1)
        self._message = Text(theme, message, "bodyStrong", wrap=True)
        self._next = Text(theme, next_step, "body", "ink2", wrap=True)
        stack.addWidget(self._message)
        stack.addWidget(self._next)
        if buttons:
            line = QHBoxLayout()
            line.setContentsMargins(0, theme.px(8), 0, 0)
            line.setSpacing(theme.px(8))
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            stack.addLayout(line)
        self.say(message, next_step)

    def say(self, message: str, next_step: str = "") -> None:
        """Show a refusal; empty hides it."""
        self._message.show_runs(message)
        self._next.show_runs(next_step)
        self._next.setVisible(bool(next_step))
        self.setAccessibleName(f"{message} {next_step}".strip())
        self.setVisible(bool(message))


ABOVE_FOOT = 104  # a page's own buttons at its foot stay in sight


class UndoBar(QWidget):
    """“Saved for Priya — Undo”, bottom centre of the window for some seconds; takes no focus."""

    undo = Signal()

    def __init__(self, theme: Theme, window: QWidget, *, seconds: float = 8) -> None:
        super().__init__(window)
        self._theme, self._window, self._words, self._can_undo = theme, window, "", True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.timeout.connect(self.hide)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, can_undo: bool = True) -> None:
        """Show what was done; `can_undo` offers to take it back; no words take the bar away."""
        self._words, self._can_undo = words, can_undo
        if not words:
            self.hide()
            return
        self.setAccessibleName(
            f"{words}. {_('Undo')}, {key_words('Ctrl+Z')}" if can_undo else words
        )
        self._place()
        self.raise_()
        self.show()
        self._timer.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
        if self._can_undo:
            self.undo.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        dark = self._theme.dark
        box(c, QRectF(self.rect()), 8, "panel" if dark else "ink", "lineStrong" if dark else None)
        color = "ink" if dark else "panel"
        area = QRectF(self.rect()).adjusted(px(12), 0, -px(12), 0)
        if self._can_undo:
            taken = text(c, area, key_words("Ctrl+Z"), "body", color, RIGHT)
            area.setRight(area.right() - taken - px(12))
            taken = text(c, area, _("Undo"), "bodyStrong", color, RIGHT)
            area.setRight(area.right() - taken - px(16))
        text(c, area, self._words, "body", color)

    def _place(self) -> None:
        px, room = self._theme.px, self._window.rect()
        width = px(24) + round(self._theme.width(self._words, "body")) + px(24)
        if self._can_undo:
            width += px(40) + round(
                self._theme.width(key_words("Ctrl+Z"), "body")
                + self._theme.width(_("Undo"), "bodyStrong")
            )
        width = min(max(width, px(320)), room.width() - px(48))
        self.setGeometry((room.width() - width) // 2, room.height() - px(ABOVE_FOOT), width, px(36))
