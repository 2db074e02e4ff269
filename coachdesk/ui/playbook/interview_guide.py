"""The guide itself: each question and its good sign in the manager's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.ui.playbook.interview_answers import INSET, Number, inset
from coachdesk.views.interviews import GuideRow


class GuideCard(Card):
    """Words are edited in place: Enter or leaving writes them, Esc brings back what was there."""

    worded = Signal(object)
    reset = Signal(object)

    def __init__(self, theme: Theme, row: GuideRow) -> None:
        name = _("Question {n}, {topic}").format(n=row.number, topic=row.topic)
        super().__init__(theme, name)
        self.item = row.item
        whole = QHBoxLayout()
        whole.setSpacing(theme.px(12 - INSET))
        whole.addWidget(Number(theme, row.number), 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(2))
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(INSET), 0, 0, 0)
        top.addWidget(Text(theme, row.topic, "small", "ink2"), 1)
        self.back = Button(theme, _("Reset"), "link")
        back = _("Reset question {n} to the shipped words").format(n=row.number)
        self.back.setAccessibleName(back)
        self.back.clicked.connect(self._reset)
        top.addWidget(self.back)
        stack.addLayout(top)
        self.question = self._field(theme, stack, name, "bodyStrong", _("What do you ask?"))
        good = _("{question}: the good sign").format(question=name)
        above = inset(theme)
        above.addWidget(Text(theme, _("Good sign"), "label", "ink2"))
        stack.addLayout(above)
        self.good = self._field(theme, stack, good, "body", _("What does good sound like?"))
        careful = _("Be careful: {words}").format(words=row.bad)
        below = inset(theme)
        stack.addLayout(below)
        below.addWidget(Text(theme, careful, "small", "ink2", wrap=True))
        below.addWidget(Text(theme, _anchors(row), "small", "ink2", wrap=True))
        self._problem = Text(theme, " ", "small", "badText", wrap=True)
        self._problem.hide()
        below.addWidget(self._problem)
        whole.addLayout(stack, 1)
        self.add(whole, pad=(16, 12, 16, 12))
        self.show_row(row)

    def show_row(self, row: GuideRow) -> None:
        """Show what is stored; what is being typed stays."""
        self.question.keep_up(row.question)
        self.good.keep_up(row.good)
        self.back.setHidden(row.is_shipped)
        self.refuse("")

    def write(self) -> None:
        """Tell the words, if they are others."""
        fields = (self.question, self.good)
        if any(field.is_changed for field in fields) and not self.question.isReadOnly():
            self.worded.emit(self)

    def refuse(self, words: str) -> None:
        """Say why the words were not taken."""
        self.question.set_problem(words)
        self._problem.show_runs(words)
        self._problem.setHidden(not words)

    def _field(
        self, theme: Theme, stack: QVBoxLayout, name: str, role: str, placeholder: str
    ) -> SentenceField:
        field = SentenceField(theme, placeholder, name=name, role=role, quiet=True)
        field.left.connect(self._left)
        field.entered.connect(self.write)
        stack.addWidget(field)
        return field

    def _left(self, _words: str) -> None:
        self.write()

    def _reset(self) -> None:
        self.reset.emit(self)


def _anchors(row: GuideRow) -> list[Run]:
    runs = []
    for figure, words in row.anchors.items():
        runs.append(Run(f"{figure} ", "smallStrong", "ink2"))
        runs.append(Run(f"{words}  ", "small", "ink2"))
    return runs
