"""The fields of a stage: sentences edited in place, and the behaviours coached there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.views.stages import StagePage


def stage_fields() -> tuple[tuple[str, str, str], ...]:
    """Each field: its name in the command, its label, the grey words of an empty one."""
    return (
        ("customer_stage", _("What the customer does"), _("Compares options")),
        ("funnel_stage", _("Your funnel stage"), _("Propose")),
        ("customer_question", _("What the customer asks"), _("Who can help?")),
        ("coach_on", _("What to coach"), _("Message for each role; a warm introduction")),
    )


def stored(page: StagePage, name: str) -> str:
    """What a field of the stage says in the store."""
    guide = page.guide
    return {
        "customer_stage": guide.title,
        "funnel_stage": guide.funnel_stage,
        "customer_question": guide.question,
        "coach_on": guide.coach_on,
    }[name]


class FocusChip(FilterChip):
    """A behaviour that is coached at the stage, or not."""

    turned = Signal(object)

    def __init__(self, theme: Theme, key: BehaviourKey) -> None:
        super().__init__(theme)
        self._key = key
        self.clicked.connect(self._turn)

    def _turn(self) -> None:
        self.turned.emit(self._key)


class StageSentence(QWidget):
    """One sentence of the stage under its label, edited in place."""

    worded = Signal(object)

    def __init__(self, theme: Theme, name: str, label: str, empty: str) -> None:
        super().__init__()
        self.name = name
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (8, 10, 8, 8)))
        stack.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(8), 0, 0, 0)
        line.addWidget(Text(theme, label, "label", "ink2"))
        stack.addLayout(line)
        self.field = SentenceField(theme, empty, name=label, quiet=True)
        self.field.left.connect(self._left)
        self.field.entered.connect(self.write)
        stack.addWidget(self.field)
        self._problem = Text(theme, " ", "small", "badText", wrap=True)
        self._problem.hide()
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(8), theme.px(2), theme.px(8), 0)
        below.addWidget(self._problem)
        stack.addLayout(below)

    def show_stored(self, words: str) -> None:
        """Show what is stored; what is being typed stays."""
        if not (self.field.hasFocus() and self.field.is_changed):
            self.field.show_stored(words)
        self.refuse("")

    def write(self) -> None:
        """Tell the sentence, if it is another one."""
        if self.field.is_changed and not self.field.isReadOnly():
            self.worded.emit(self)

    def refuse(self, words: str) -> None:
        """Say below the field why the sentence was not taken."""
        self.field.set_problem(words)
        self._problem.show_runs(words)
        self._problem.setHidden(not words)

    def _left(self, _words: str) -> None:
        self.write()
