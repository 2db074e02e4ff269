"""Buttons in five kinds; Enter presses the focused one, a disabled one says why."""

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from coachdesk.ui.kit.canvas import Canvas, box, canvas, text
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.plain import paragraphs
from coachdesk.ui.kit.theme import Theme

# kind: (fill, fill under the mouse, edge, text, key hint)
_LOOKS = {
    "primary": ("accent", "accentHover", None, "onAccent", "onAccent"),
    "default": ("panel", "sunk", "lineStrong", "ink", "ink2"),
    "quiet": (None, "accentSoft", None, "accent", "ink2"),
    "danger": ("panel", "badSoft", "lineStrong", "badText", "ink2"),
    "plain": (None, "bg", None, "ink2", "ink2"),
    "link": (None, None, None, "accent", "ink2"),
}


class Button(Ringed, QPushButton):
    """A button; kinds: primary, default, quiet, danger, plain (an icon), link (words alone)."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        kind: str = "default",
        *,
        hint: str = "",
        icon: str = "",
        small: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._kind, self._hint, self._icon = theme, kind, key_words(hint), icon
        self._small = small or kind == "link"
        self._spoken = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind == "link":
            self.ring_radius = 4
        self.set_label(label)

    @property
    def label(self) -> str:
        """The words on the button, as given."""
        return self._label

    def set_label(self, label: str) -> None:
        """Change the words; `&` is shown, never a mnemonic."""
        self._label = label
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(self._spoken or label)
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Another key beside the words, or none."""
        self._hint = key_words(hint)
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: str) -> None:
        """Another look: a page has one primary button, and what comes next changes."""
        self._kind = kind
        self.update()

    def disable(self, why: str) -> None:
        """Switch off, with the reason as tooltip and for screen readers."""
        self.setEnabled(False)
        self.setToolTip(plain_tip(why))
        self.setAccessibleDescription(why)

    def enable(self) -> None:
        """Switch on again."""
        self.setToolTip("")
        self.setAccessibleDescription("")
        self.setEnabled(True)  # at last: one that is held says why anew

    def sizeHint(self) -> QSize:
        if self._kind == "link":
            return QSize(round(self._content_width()) + 1, self._theme.px(20))
        height = self._theme.px(26 if self._small else 32)
        return QSize(round(self._content_width()) + 2 * self._pad(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        fill, hover, edge, color, hint_color = _LOOKS[self._kind]
        if not self.isEnabled():
            fill, edge, color, hint_color = ("sunk", "line", "ink3", "ink3")
            if self._kind in ("quiet", "plain", "link"):
                fill = edge = None
        elif self.isDown() or self.underMouse():
            fill = hover
        if fill or edge:
            box(c, QRectF(self.rect()), 7, fill, edge)
        self._paint_content(c, color, hint_color)

    def _paint_content(self, c: Canvas, color: str, hint_color: str) -> None:
        x = (self.width() - self._content_width()) / 2
        whole = QRectF(self.rect())
        if self._icon:
            side = self._theme.px(16)
            icon(c, round(x), round((self.height() - side) / 2), self._icon, color)
            x += side + (self._theme.px(8) if self._label else 0)
        area = QRectF(x, whole.top(), whole.width(), whole.height())
        x += text(c, area, self._label, self._role(), color)
        if self._hint:
            x += self._theme.px(8)
            text(c, QRectF(x, 0, whole.width(), whole.height()), self._hint, "caption", hint_color)

    def _role(self) -> str:
        return "smallMedium" if self._small else "bodyMedium"

    def _pad(self) -> int:
        return self._theme.px(9 if self._small else 12)

    def _content_width(self) -> float:
        width = self._theme.width(self._label, self._role())
        if self._icon:
            width += self._theme.px(16) + (self._theme.px(8) if self._label else 0)
        if self._hint:
            width += self._theme.px(8) + self._theme.width(self._hint, "caption")
        return width


def plain_tip(s: str) -> str:
    """A tooltip that Qt cannot take for markup."""
    s = paragraphs(s)
    return f"<span>{escape(s)}</span>" if "<" in s else s
