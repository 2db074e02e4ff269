"""The left side: the program's sign, its promise, and the three ways to begin."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import box, canvas, upright
from coachdesk.ui.kit.focus import Ringed
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

TEAM, SAMPLE, OPEN = "team", "sample", "open"
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class Sign(QWidget):
    """The program's sign on its ground; decoration."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(theme.px(40), theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        box(c, QRectF(self.rect()), 9, "accent")
        inset = self._theme.px(8)
        icon(c, inset, inset, "brand", "onAccent", 24)


class ChoiceCard(Ringed, QAbstractButton):
    """One way to begin; the chosen one wears the accent."""

    ring_radius = 10
    stepped = Signal(object, int)

    def __init__(
        self, theme: Theme, sign: str, title: str, words: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._sign, self._on = theme, sign, False
        self._title = Text(theme, title, "title", parent=self)
        self._words = Text(theme, words, "body", "ink2", wrap=True, parent=self)
        for label in (self._title, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(f"{title}. {words}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (52, 14, 44, 14)))
        stack.setSpacing(theme.px(2))
        stack.addWidget(self._title)
        stack.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_on(self, on: bool) -> None:
        """Whether the right side is about this."""
        self._on = on
        self.setAccessibleDescription(_("chosen") if on else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(340), self.layout().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(self, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c, px = canvas(painter, self._theme), self._theme.px
        fill = "sunk" if self.underMouse() and not self._on else "panel"
        area = QRectF(self.rect())
        if self._on:
            box(c, area, 10, fill, "accent", width=2)
        else:
            box(c, area, 10, fill, "line")
        middle = self.height() / 2
        icon(c, px(18), round(middle - px(9)), self._sign, "accent", 18)
        right = self.width() - px(18) - px(14)
        icon(c, right, round(middle - px(8)), "chevron-right", "accent" if self._on else "ink3")


class Choices(QWidget):
    """The three cards; one tab stop, arrows move, Enter chooses. `chosen` tells which."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("How to begin"))
        words = _("A made-up team, 90 days of notes. Throw it away any time.")
        other = _("A .coachdesk store or an exported file, from this or another laptop.")
        self._cards = {
            TEAM: ChoiceCard(
                theme, "users", _("Start with your team"), _("Names are enough. Two minutes.")
            ),
            SAMPLE: ChoiceCard(theme, "eye", _("Explore the sample team"), words),
            OPEN: ChoiceCard(theme, "undo-2", _("Open what you have"), other),
        }
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(14))
        for card in self._cards.values():
            stack.addWidget(card)
            card.clicked.connect(self._clicked)
            card.stepped.connect(self._step)
        self.set_value(value)

    def set_value(self, value: str) -> None:
        """Choose without telling."""
        for key, card in self._cards.items():
            card.set_on(key == value)
        self._one_tab_stop(self._cards[value])

    def first(self) -> QWidget:
        """The card that Tab reaches."""
        return next(c for c in self._cards.values() if c.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def _one_tab_stop(self, stop: ChoiceCard) -> None:
        for card in self._cards.values():
            own = card is stop
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own else Qt.FocusPolicy.ClickFocus)

    def _step(self, card: ChoiceCard, by: int) -> None:
        cards = list(self._cards.values())
        at = min(max(cards.index(card) + by, 0), len(cards) - 1)
        self._one_tab_stop(cards[at])
        cards[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self) -> None:
        self.chosen.emit(next(key for key, card in self._cards.items() if card is self.sender()))


class LeftSide(QWidget):
    """The quiet ground at the left, with a hairline to the work."""

    def __init__(self, theme: Theme, value: str, *, beside: bool, tight: bool) -> None:
        super().__init__()
        self._theme, self._beside = theme, beside
        px = theme.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(
            *(px(m) for m in ((24, 32, 24, 24) if tight else (40, 56, 40, 32)))
        )
        stack.setSpacing(0)
        stack.addWidget(Sign(theme))
        stack.addSpacing(px(14 if tight else 22))
        headline = _("Better one-on-ones,\none behaviour at a time")
        stack.addWidget(Text(theme, headline, "page" if tight else "figure", wrap=True))
        stack.addSpacing(px(8 if tight else 12))
        promise = _(
            "Write down what you see. Coachdesk brings it back three minutes before you talk."
        )
        stack.addWidget(Text(theme, promise, "body" if tight else "lead", "ink2", wrap=True))
        stack.addSpacing(px(20 if tight else 32))
        self.choices = Choices(theme, value)
        stack.addWidget(self.choices)
        stack.addSpacing(px(24))
        stack.addStretch(1)
        stack.addWidget(_Private(theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        painter.fillRect(self.rect(), self._theme.c("side"))
        if self._beside:
            upright(c, self.width() - 1, 0, self.height())


class _Private(QWidget):
    """Where everything stays, beside a lock."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        stack = QVBoxLayout(self)
        stack.setContentsMargins(theme.px(24), 0, 0, 0)
        words = _("Everything stays in one file on this laptop. No account, no internet needed.")
        stack.addWidget(Text(theme, words, "small", "ink2", wrap=True))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon(canvas(painter, self._theme), 0, 0, "lock", "ink2", 14)
