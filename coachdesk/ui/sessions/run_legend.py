"""Below the notes: the keys that begin a line, and one sentence on what just happened."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import LEFT, box, canvas, rule, text
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class _Keys(QWidget):
    """The six marks; the requirement is struck while nothing was asked and missed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.may_require = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(22))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = 1 + max(line for line, _x, _mark in self._places())
        self.setFixedHeight(self._theme.px(22) * lines)

    def _places(self) -> list[tuple[int, float, tuple[str, str, str]]]:
        """Line and left edge of each mark; what does not fit goes to the next line."""
        px, x, line, found = self._theme.px, 0.0, 0, []
        for mark in self._marks():
            wide = self._theme.width(mark[0], "caption") + self._theme.width(mark[1], "small")
            wide += px(12) + px(6)
            if x and x + wide > self.width():
                x, line = 0.0, line + 1
            found.append((line, x, mark))
            x += wide + px(14)
        return found

    def _marks(self) -> list[tuple[str, str, str]]:
        return [
            ("?", _("request"), "askText"),
            ("s", _("share"), "shareText"),
            ("c", _("promise"), "ink2"),
            ("o", _("observation"), "ink2"),
            ("n4", _("rated"), "needText"),
            ("p", _("private"), "ink2"),
            ("!", _("requirement"), "mandateText" if self.may_require else "ink3"),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        for line, x, (key, words, color) in self._places():
            cy = px(22) * line + px(11)
            width = self._theme.width(key, "caption") + px(12)
            box(c, QRectF(x, cy - px(9), width, px(18)), 4, "panel", "lineStrong")
            text(c, QRectF(x + px(6), cy - px(9), width, px(18)), key, "caption", "ink2", LEFT)
            left, wide = x + width + px(6), self._theme.width(words, "small")
            text(c, QRectF(left, cy - px(10), wide + 2, px(20)), words, "small", color)
            if key == "!" and not self.may_require:
                painter.setPen(self._theme.c("ink3"))
                painter.drawLine(int(left), round(cy), round(left + wide), round(cy))


class Legend(QWidget):
    """Keys above, one quiet line below; a refusal takes the line's place."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(px(32), px(12), px(20), px(12))
        stack.setSpacing(px(6))
        self._keys = _Keys(theme)
        self._line = Text(theme, "", "small", "ink2", wrap=True)
        self._refused = Text(theme, "", "small", "badText", wrap=True)
        self._refused.hide()
        for widget in (self._keys, self._line, self._refused):
            stack.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rule(self, may_require: bool) -> None:
        """Whether a requirement is open, and if not, why."""
        self._keys.may_require = may_require
        self._keys.update()
        self.setAccessibleName(
            _("Start a line with a key and a space") if may_require else self._usual()
        )
        self._line.show_runs(self._usual() if not may_require else _("Start a line with a key."))

    def _usual(self) -> str:
        return _(
            "Start a line with the key and a space. "
            "Requirement is off: no request went unmet; a reason in words opens it."
        )

    def say(self, words: str) -> None:
        """What the line is, or what Tab would do."""
        self._refused.hide()
        self._line.show()
        self._line.show_runs(words)

    def refuse(self, words: str) -> None:
        """What could not be, and the way out."""
        self._refused.show_runs(words)
        self._refused.setVisible(bool(words))
        self._line.setVisible(not words)

    @property
    def refusal(self) -> str:
        """The refusal in sight, empty when there is none."""
        return "" if self._refused.isHidden() else self._refused.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rule(canvas(painter, self._theme), QRectF(0, 0, self.width(), 1))
