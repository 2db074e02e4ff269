"""Ratings side by side: of two sheets, and of all candidates; never a sum, never a rank."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.playbook_vocabulary import GuideItem
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import CENTER, Canvas, Run, canvas, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.marks import rating_dots, tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.playbook.interview_answers import BESIDE, Number
from coachdesk.views.dates import near_day
from coachdesk.views.interview_words import state_words, values_words
from coachdesk.views.interviews import CandidateRow, ComparedRow, SheetShown

COLUMN, NAME = 48, 150


class CandidatePainter:
    """A candidate’s code, and the figures of each sheet under the question’s number."""

    def __init__(self, theme: Theme, topics: Sequence[str], as_of: date) -> None:
        self._theme, self._topics, self._as_of = theme, topics, as_of

    def height(self, row: CandidateRow, width: int) -> int:
        return self._theme.px(36)

    def name(self, row: CandidateRow) -> str:
        parts = (row.code, row.position, near_day(row.day, self._as_of), state_words(row))
        said = values_words(row, self._topics)
        return ", ".join(part for part in (*parts, said) if part)

    def tip(self, row: CandidateRow) -> str:
        return row.position

    def paint(self, c: Canvas, rect: QRectF, row: CandidateRow, look: RowLook) -> None:
        px = c.theme.px
        left = rect.adjusted(px(16), 0, 0, 0)
        left.setWidth(_names(c.theme, rect.width()) - px(8))
        taken = text(c, left, row.code, "bodyMedium")
        left.setLeft(left.left() + taken + px(8))
        text(c, left, near_day(row.day, self._as_of), "small", "ink2")
        for area, item in zip(_columns(c.theme, rect), GuideItem, strict=True):
            if row.values is None:
                text(c, area, "–", "small", "ink3", CENTER)
                continue
            figures = " · ".join("–" if v is None else str(v) for v in row.values[item])
            text(c, area, figures, "smallStrong#", "ink", CENTER)


class CandidateHeads(QWidget):
    """The numbers of the questions above their columns."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        for place, area in enumerate(_columns(self._theme, QRectF(self.rect())), 1):
            text(c, area, str(place), "small", "ink2", CENTER)


def _names(theme: Theme, width: float) -> float:
    return max(theme.px(NAME), width - len(GuideItem) * theme.px(COLUMN) - theme.px(16))


def _columns(theme: Theme, rect: QRectF) -> list[QRectF]:
    left = rect.left() + _names(theme, rect.width())
    width = (rect.right() - theme.px(16) - left) / len(GuideItem)
    return [
        QRectF(left + place * width, rect.top(), width, rect.height())
        for place in range(len(GuideItem))
    ]


class ComparedCard(Card):
    """One question: what each of the two heard, and a word where they heard different things."""

    def __init__(
        self, theme: Theme, row: ComparedRow, sheets: Sequence[SheetShown], width: int
    ) -> None:
        super().__init__(theme, _compared_name(row, sheets))
        whole = QHBoxLayout()
        whole.setSpacing(theme.px(12))
        whole.addWidget(Number(theme, row.number), 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(4))
        head = QHBoxLayout()
        head.addWidget(Text(theme, row.topic, "bodyStrong", wrap=True), 1)
        if row.apart:
            head.addWidget(_Tag(theme, _("talk about this one")))
        stack.addLayout(head)
        stack.addWidget(Text(theme, row.question, "small", "ink2", wrap=True))
        ways = QBoxLayout.Direction
        both = QBoxLayout(ways.LeftToRight if width >= BESIDE else ways.TopToBottom)
        both.setSpacing(theme.px(20))
        for sheet, value, notes in zip(sheets, row.values, row.notes, strict=True):
            both.addLayout(_heard(theme, sheet.interviewer, value, notes), 1)
        stack.addSpacing(theme.px(4))
        stack.addLayout(both)
        whole.addLayout(stack, 1)
        self.add(whole, pad=(16, 12, 16, 12))


def _heard(theme: Theme, name: str, value: int | None, notes: str) -> QVBoxLayout:
    stack = QVBoxLayout()
    stack.setSpacing(theme.px(2))
    top = QHBoxLayout()
    top.setSpacing(theme.px(10))
    top.addWidget(Text(theme, [Run(name, "smallStrong", "ink2")], "small", elide=True))
    top.addWidget(_Dots(theme, name, value))
    top.addStretch(1)
    stack.addLayout(top)
    shown, color = (notes, "ink") if notes else (_("Nothing written."), "ink2")
    stack.addWidget(Text(theme, shown, "body", color, wrap=True))
    stack.addStretch(1)
    return stack


def _compared_name(row: ComparedRow, sheets: Sequence[SheetShown]) -> str:
    said = [
        _("{name} {value}").format(name=sheet.interviewer, value=value or _("not rated"))
        for sheet, value in zip(sheets, row.values, strict=True)
    ]
    apart = [_("talk about this one")] if row.apart else []
    return ", ".join([row.topic, *said, *apart])


class _Dots(QWidget):
    """`4 ●●●●○`, or “not rated”."""

    def __init__(self, theme: Theme, name: str, value: int | None) -> None:
        super().__init__()
        self._theme, self._value = theme, value
        said = _("not rated") if value is None else _("{n} of 5").format(n=value)
        self.setAccessibleName(f"{name}, {said}")
        self.setFixedSize(theme.px(80), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        if self._value is None:
            text(c, QRectF(self.rect()), _("not rated"), "small", "ink2")
        else:
            rating_dots(c, 0, self.height() / 2, self._value)


class _Tag(QWidget):
    """A word on an amber tint."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setAccessibleName(words)
        width = theme.width(words, "smallMedium") + 2 * theme.px(6)
        self.setFixedSize(round(width) + 2, theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        right = min(float(self.width()), tag_width(c, self._words))
        tag(c, right, self.height() / 2, self._words, "warn")
