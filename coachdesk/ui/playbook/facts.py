"""The published figures of the sources: read here, with source and year, and nowhere printed."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.services.playbook import published_figures
from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section
from coachdesk.views.published import PublishedFigures, PublishedShare


class Facts(Section):
    """What studies found, and how little it proves."""

    id = "facts"

    @property
    def title(self) -> str:
        return _("Figures with sources")

    def count(self) -> str:
        figures = published_figures()
        return str(sum(len(part.shares) for part in figures))

    def build(self) -> QWidget:
        """A card for each study: what was asked, who agreed, where it was published."""
        theme = self.theme
        words = _("What others published: association, not proof. Never a target, never on paper.")
        content, stack = section_page(self, section_head(self, self.title, words))
        for figures in published_figures():
            stack.addWidget(_study(theme, figures))
        stack.addStretch(1)
        return content


def _study(theme: Theme, figures: PublishedFigures) -> Card:
    card = Card(theme, figures.title)
    rows = QVBoxLayout()
    rows.setSpacing(theme.px(12))
    top = QHBoxLayout()
    top.addWidget(Text(theme, figures.title, "title"), 1)
    top.addWidget(Text(theme, _("association, not proof"), "small", "ink2"))
    rows.addLayout(top)
    for share in figures.shares:
        rows.addLayout(_line(theme, share))
    source = _("Source: {source}").format(source=figures.source)
    rows.addWidget(Text(theme, source, "small", "ink2", wrap=True))
    card.add(rows, pad=(16, 14, 16, 14))
    return card


def _line(theme: Theme, share: PublishedShare) -> QVBoxLayout:
    line = QVBoxLayout()
    line.setSpacing(theme.px(3))
    if any(bar.group for bar in share.bars):
        line.addWidget(Text(theme, share.topic, "body", wrap=True))
    for bar in share.bars:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        words, role, color = (bar.group, "small", "ink2")
        if not bar.group:
            words, role, color = (share.topic, "body", "ink")
        name = Text(theme, words, role, color, elide=True)
        name.setFixedWidth(theme.px(170 if bar.group else 280))
        row.addWidget(name)
        row.addWidget(_Bar(theme, bar.percent, "accent" if bar.is_first else "control"), 1)
        number = Text(theme, _("{n} %").format(n=bar.percent), "small#", "ink")
        number.setFixedWidth(theme.px(44))
        row.addWidget(number)
        line.addLayout(row)
    return line


class _Bar(QWidget):
    """A share of a hundred; its number stands beside it."""

    def __init__(self, theme: Theme, percent: int, color: str) -> None:
        super().__init__()
        self._theme, self._percent, self._color = theme, percent, color
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self._theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        whole = QRectF(self.rect())
        box(c, whole, 4, "sunk")
        box(c, QRectF(0, 0, whole.width() * self._percent / 100, whole.height()), 4, self._color)
