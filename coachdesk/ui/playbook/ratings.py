"""“What ratings look like”: a sentence for each rating of each behaviour, edited in place."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.wordings import rating_words, reset_wording, reword_behaviour
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import CENTER, Canvas, Run, box, canvas, rule, text, upright
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section
from coachdesk.ui.playbook.side_list import WIDTH
from coachdesk.ui.shell.page import Room
from coachdesk.views.rating_words import EXPECTED, field_name, given_words
from coachdesk.views.wordings import AnchorWording, Wording

# Below this width of the page five sentences side by side cannot be read.
SIDE_BY_SIDE = 760


class Ratings(Section):
    """The five links, then the four qualities; ratings keep the words they were given under."""

    id = "ratings"
    shows = frozenset({BehaviourDefinition, Observation, Rating})

    _wordings: tuple[Wording, ...] = ()
    _grids: tuple["_Grid", ...] = ()

    @property
    def title(self) -> str:
        return _("What ratings look like")

    def count(self) -> str:
        return str(5 * len(BehaviourKey))

    def build(self) -> QWidget:
        """Two grids: rating by behaviour."""
        theme = self.theme
        content, stack = section_page(self, self._head())
        links = [w for w in self._wordings if w.key in CHAIN]
        rest = [w for w in self._wordings if w.key not in CHAIN]
        columns = 5 if self._is_wide() else 1
        groups = [links[i : i + columns] for i in range(0, len(links), columns)]
        rests = [rest[i : i + columns] for i in range(0, len(rest), columns)]
        self._grids = tuple(self._grid(group) for group in groups + rests)
        for n, grid in enumerate(self._grids):
            if n == len(groups):
                stack.addSpacing(theme.px(6))
                stack.addWidget(Text(theme, _("How reps work with other departments"), "title"))
            stack.addWidget(grid)
        stack.addStretch(1)
        return content

    def refresh(self) -> None:
        """Read the sentences and how often each was given; what is being typed stays."""
        self._wordings = self.workplace.ask(rating_words)
        if self.is_built:
            for grid in self._grids:
                grid.show_wordings(self._wordings)
            self._say_whose()

    def reflow(self, room: Room) -> None:
        if self._is_wide() is not (len(self._grids) == 2):
            self.host.show_section()

    def leave(self) -> None:
        """A sentence that is being typed is written."""
        for grid in self._grids:
            grid.write()

    def first_focus(self) -> QWidget | None:
        return self._grids[0].cells[0].field if self._grids else None

    def _is_wide(self) -> bool:
        return self.host.room.content - WIDTH >= SIDE_BY_SIDE

    def _head(self) -> QVBoxLayout:
        theme = self.theme
        self._own = Text(theme, "", "body", "ink2")
        self._say_whose()
        target = Button(theme, _("Target and your words…"))
        target.clicked.connect(self._open_words)
        form = Button(theme, _("Print with the form"), icon="printer")
        form.clicked.connect(self._print)
        words = _("What you would see or hear. Rate what happened, not the person.")
        return section_head(self, self.title, words, self._own, target, form)

    def _grid(self, wordings: Sequence[Wording]) -> "_Grid":
        grid = _Grid(self.theme, wordings)
        for cell in grid.cells:
            cell.word = partial(self._word, cell)
            cell.reset.connect(self._reset)
            self.workplace.hold(cell.field, cell.back)
        return grid

    def _word(self, cell: "_Cell", words: str) -> bool:
        said = _("Kept; ratings given before keep the words they were given under")
        return self._do(cell, reword_behaviour, cell.key, anchors={cell.value: words}, said=said)

    def _reset(self, cell: "_Cell") -> None:
        self._do(cell, reset_wording, cell.key, cell.value)
        cell.field.setFocus()

    def _do(
        self, cell: "_Cell", command: Callable[..., object], *given: object, **named: object
    ) -> bool:
        try:
            self.workplace.do(command, *given, **named)
        except UserError as refusal:
            cell.refuse(str(refusal))
            return False
        return True

    def _say_whose(self) -> None:
        words = _whose(self._wordings)
        self._own.show_runs(words)
        if not words:
            self._own.hide()
        elif self.is_built:  # before that it has no parent and would become a window
            self._own.show()

    def _open_words(self) -> None:
        self.workplace.wordings_asked.emit(BehaviourKey.NEED_IDENTIFICATION)

    def _print(self) -> None:
        self.workplace.form_asked.emit(None, "")


def _whose(wordings: Sequence[Wording]) -> str:
    anchors = [anchor for wording in wordings for anchor in wording.anchors]
    own = sum(not anchor.is_shipped for anchor in anchors)
    if not own:
        return ""
    words = ngettext("{n} of {of} is yours", "{n} of {of} are yours", own)
    return words.format(n=own, of=len(anchors))


class _Cell(QWidget):
    """One sentence, and how often its rating was given."""

    reset = Signal(object)

    def __init__(self, theme: Theme, wording: Wording, anchor: AnchorWording) -> None:
        super().__init__()
        self.word: Callable[[str], bool] = bool
        self.key, self.value = wording.key, anchor.value
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (4, 6, 4, 8)))
        stack.setSpacing(theme.px(2))
        self.field = SentenceField(theme, _("What you would see or hear"), quiet=True, most=9)
        self.field.left.connect(self._left)
        self.field.entered.connect(self.write)
        stack.addWidget(self.field)
        self._problem = Text(theme, " ", "small", "badText", wrap=True)
        self._problem.hide()
        stack.addWidget(self._problem)
        stack.addStretch(1)
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        self._given = Text(theme, " ", "small", "ink2", elide=True)
        below.addWidget(self._given, 1)
        self.back = Button(theme, _("Reset"), "link")
        self.back.hide()
        self.back.clicked.connect(self._reset)
        below.addWidget(self.back)
        stack.addLayout(below)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.show_anchor(wording, anchor)

    def show_anchor(self, wording: Wording, anchor: AnchorWording) -> None:
        """Show what is stored; what is being typed stays."""
        if not (self.field.hasFocus() and self.field.is_changed):
            self.field.show_stored(anchor.words)
        self.field.setAccessibleName(field_name(wording, anchor))
        self.refuse("")
        runs = [Run(given_words(anchor), "small", "ink2")]
        if anchor.value == EXPECTED:
            runs.append(Run("  " + _("expected"), "smallMedium", "accent"))
        self._given.show_runs(runs)
        self.back.setHidden(anchor.is_shipped)
        self.back.setAccessibleName(
            _("Reset {n} of {behaviour} to the shipped words").format(
                n=anchor.value, behaviour=wording.title
            )
        )

    def write(self) -> None:
        """Tell the sentence, if it is another one."""
        self.field.tell(self.word)

    def refuse(self, words: str) -> None:
        """Say below the field why the sentence was not taken."""
        self.field.set_problem(words)
        self._problem.show_runs(words)
        self._problem.setHidden(not words)

    def _left(self, _words: str) -> None:
        self.write()

    def _reset(self) -> None:
        self.reset.emit(self)


class _Grid(QWidget):
    """Behaviours side by side, ratings from 5 down to 1; the expected one is tinted."""

    def __init__(self, theme: Theme, wordings: Sequence[Wording]) -> None:
        super().__init__()
        self._theme = theme
        self.keys = tuple(wording.key for wording in wordings)
        self.setAccessibleName(", ".join(wording.title for wording in wordings))
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.setColumnMinimumWidth(0, theme.px(44))
        cells = []
        for column, wording in enumerate(wordings, 1):
            self._layout.addWidget(_Head(theme, wording), 0, column)
            self._layout.setColumnStretch(column, 1)
        for line, value in enumerate(range(5, 0, -1), 1):
            self._layout.addWidget(_Figure(theme, value), line, 0)
            for column, wording in enumerate(wordings, 1):
                cell = _Cell(theme, wording, wording.anchors[line - 1])
                self._layout.addWidget(cell, line, column)
                cells.append(cell)
        self.cells = tuple(cells)

    def show_wordings(self, wordings: Sequence[Wording]) -> None:
        """Show other sentences and counts in the same cells."""
        known = {wording.key: wording for wording in wordings}
        for cell in self.cells:
            wording = known[cell.key]
            cell.show_anchor(wording, next(a for a in wording.anchors if a.value == cell.value))

    def write(self) -> None:
        """What is being typed is written."""
        for cell in self.cells:
            cell.write()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        whole = QRectF(self.rect())
        box(c, whole, 10, "panel")
        self._tint(c)
        for line in range(1, 6):
            top = self._layout.cellRect(line, 0).top()
            rule(c, QRectF(0, top, whole.width(), 2))
        for column in range(1, len(self.keys) + 1):
            upright(c, self._layout.cellRect(0, column).left(), 0, whole.height())
        box(c, whole, 10, None, "line")

    def _tint(self, c: Canvas) -> None:
        area = QRectF(self._layout.cellRect(6 - EXPECTED, 0))
        area.setWidth(self.width())
        c.p.fillRect(area, c.theme.c("accentSoft"))


class _Figure(QWidget):
    """The rating at the left of its row."""

    def __init__(self, theme: Theme, value: int) -> None:
        super().__init__()
        self._theme, self._value = theme, value
        self.setAccessibleName(str(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        px = self._theme.px
        color = "accent" if self._value == EXPECTED else "ink"
        line = QRectF(0, px(12), self.width(), px(24))
        text(canvas(painter, self._theme), line, str(self._value), "title", color, CENTER)


class _Head(QWidget):
    """A behaviour's mark and name above its column."""

    def __init__(self, theme: Theme, wording: Wording) -> None:
        super().__init__()
        self._theme, self._wording = theme, wording
        self.setAccessibleName(wording.title)
        self.setFixedHeight(theme.px(44))
        self.setToolTip("")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        mark(c, px(12), self.height() / 2, self._wording.key.value, 20)
        area = QRectF(px(42), 0, self.width() - px(46), self.height())
        text(c, area, self._wording.short_title, "bodyStrong", "ink")
