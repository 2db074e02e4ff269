"""How useful the rep found the talks: one column a talk, from 1 to 5, the newest at the right."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import CENTER, box, canvas, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.rep import RepPage
from coachdesk.views.usefulness import LEAST, SHOWN, UsefulTalk, useful_sentence, useful_words

COLUMN, GAP, STEP, FIGURE = 12, 6, 4, 16


class _Strip(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._talks: tuple[UsefulTalk, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_talks(self, talks: tuple[UsefulTalk, ...]) -> None:
        """Show the last of these, oldest first."""
        self._talks = talks[-SHOWN:]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(len(self._talks) * px(COLUMN + GAP), px(5 * STEP + FIGURE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, ground = c.theme.px, c.theme.px(5 * STEP)
        for n, talk in enumerate(self._talks):
            x, high = n * px(COLUMN + GAP), talk.value * px(STEP)
            newest = n == len(self._talks) - 1
            bar = QRectF(x, ground - high, px(COLUMN), high)
            box(c, bar, 2, "accent" if newest else "lineStrong")
            figure = QRectF(x, ground, px(COLUMN), px(FIGURE))
            text(c, figure, str(talk.value), "small#", "ink" if newest else "ink2", CENTER)


class UsefulnessLine(Card):
    """One quiet line; below three talks it says what is missing."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("How useful the talks were"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self._title = Text(theme, "", "bodyStrong", wrap=True)
        self._words = Text(theme, "", "small", "ink2")
        self._strip = _Strip(theme)
        row.addWidget(self._title, 1)
        row.addWidget(self._words)
        row.addWidget(self._strip)
        self.add(row, pad=(16, 10, 16, 10))

    def show_page(self, page: RepPage) -> None:
        """Show what this rep tapped."""
        title = _("How useful {name} found the talks").format(name=page.first_name)
        self._title.show_runs(title)
        self._words.show_runs(useful_words(page.useful))
        self._strip.show_talks(page.useful)
        self._strip.setVisible(len(page.useful) >= LEAST)
        self.setAccessibleName(useful_sentence(page.first_name, page.useful))
