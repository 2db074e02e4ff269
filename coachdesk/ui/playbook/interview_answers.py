"""One question of a sheet: what good sounds like, what was heard, then the rating."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.interview_rules import LEAST_NOTES, can_rate
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import CENTER, Run, box, canvas, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.ui.playbook.interview_rating import RatingBoxes
from coachdesk.views.interviews import AnswerShown, SheetShown

BESIDE = 620
# A quiet field sets its words this far in; what stands around them goes along.
INSET = 8


class Number(QWidget):
    """The question's place, in a ring."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.setFixedSize(theme.px(22), theme.px(22))
        self.setAccessibleName(str(number))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        area = QRectF(self.rect())
        box(c, area, 99, None, "lineStrong")
        text(c, area, str(self._number), "small", "ink2", CENTER)


def inset(theme: Theme) -> QVBoxLayout:
    """Lines that begin where the words of a quiet field do."""
    stack = QVBoxLayout()
    stack.setSpacing(theme.px(2))
    stack.setContentsMargins(theme.px(INSET), 0, 0, 0)
    return stack


class AnswerCard(Card):
    """Notes come first: the boxes rest until there are enough; leaving the notes writes them."""

    noted = Signal(object)
    rated = Signal(object, object)

    def __init__(self, theme: Theme, sheet: SheetShown, answer: AnswerShown, width: int) -> None:
        name = _("Question {n}, {topic}").format(n=answer.number, topic=answer.topic)
        super().__init__(theme, name)
        # A card may tell its last words while another sheet is shown already.
        self.sheet_id, self.item = sheet.id, answer.item
        self._is_open, self._anchors = sheet.is_open, dict(answer.anchors)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12 - INSET))
        row.addWidget(Number(theme, answer.number), 0, Qt.AlignmentFlag.AlignTop)
        beside = QBoxLayout(
            QBoxLayout.Direction.LeftToRight
            if width >= BESIDE
            else QBoxLayout.Direction.TopToBottom
        )
        beside.setSpacing(theme.px(12))
        beside.addLayout(self._words(theme, answer, name), 1)
        rating = _("Rating of question {n}, {topic}")
        self.boxes = RatingBoxes(
            theme, rating.format(n=answer.number, topic=answer.topic), self._anchors
        )
        self.boxes.rated.connect(self._rated)
        beside.addWidget(self.boxes, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        self.add(row, pad=(16, 12, 16, 12))
        self.show_answer(answer)

    def show_answer(self, answer: AnswerShown) -> None:
        """Show what is stored; what is being typed stays."""
        self.field.keep_up(answer.notes)
        self.boxes.show_value(answer.value)
        self._say_anchors(answer.value)
        self.refuse("")
        self._look()

    def write(self) -> None:
        """Tell what was heard, if it is something else."""
        if self.field.is_changed and not self.field.isReadOnly():
            self.noted.emit(self)

    def refuse(self, words: str) -> None:
        """Say below the notes why they were not taken."""
        self.field.set_problem(words)
        self._problem.show_runs(words)
        self._problem.setHidden(not words)

    def _words(self, theme: Theme, answer: AnswerShown, name: str) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(2))
        above = inset(theme)
        stack.addLayout(above)
        above.addWidget(Text(theme, answer.question, "bodyStrong", wrap=True))
        if answer.good:
            good = _("Good sign: {words}").format(words=answer.good)
            above.addWidget(Text(theme, good, "small", "ink2", wrap=True))
        self._said = Text(theme, " ", "small", "ink2", wrap=True)
        above.addWidget(self._said)
        heard = _("{question}: what you heard").format(question=name)
        placeholder = _("Notes: what was said, at least {n} characters").format(n=LEAST_NOTES)
        if not self._is_open:
            placeholder = _("Nothing written")
        self.field = SentenceField(theme, placeholder, name=heard, most=9, quiet=True)
        self.field.setReadOnly(not self._is_open)
        self.field.left.connect(self._left)
        self.field.entered.connect(self._entered)
        self.field.textChanged.connect(self._look)
        stack.addWidget(self.field)
        below = inset(theme)
        stack.addLayout(below)
        self._problem = Text(theme, " ", "small", "badText", wrap=True)
        self._problem.hide()
        below.addWidget(self._problem)
        return stack

    def _say_anchors(self, value: int | None) -> None:
        runs: list[Run] = []
        for figure, words in self._anchors.items():
            if value == figure or (value is None and self._is_open):
                runs.append(Run(f"{figure} ", "smallStrong", "ink2"))
                runs.append(Run(f"{words}  ", "small", "ink2"))
        self._said.show_runs(runs)
        self._said.setHidden(not runs)

    def _look(self) -> None:
        why = ""
        if not self._is_open:
            why = _("This sheet is closed and stays as it is.")
        elif not can_rate(self.field.toPlainText()):
            why = _("Notes first: at least {n} characters.").format(n=LEAST_NOTES)
        self.boxes.rest(why)

    def _left(self, _words: str) -> None:
        self.write()

    def _entered(self) -> None:
        self.write()
        if self.boxes.isEnabled():
            self.boxes.setFocus(Qt.FocusReason.TabFocusReason)

    def _rated(self, value: int | None) -> None:
        self.write()
        if not self.field.is_changed:
            self.rated.emit(self, value)
