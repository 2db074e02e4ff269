"""A question of the bank in the manager's words; an own one also says what it is for."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.services.question_bank import (
    add_question,
    edit_question,
    reset_question,
    retire_question,
    reword_question,
)
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.paragraph import Paragraph
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.playbook import question_state as states
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.question_bank import BankQuestion
from coachdesk.views.question_words import asked_words, behaviour_words, detail_words


class QuestionSheet(Sheet):
    """Without a question it writes a new one, for the behaviour and stage that are shown."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        row: BankQuestion | None = None,
        *,
        behaviour: BehaviourKey | None = None,
        stage: SelectionStage | None = None,
    ) -> None:
        self._row, self._playbook = row, workplace.ask(playbook_of)
        title = _("Write a question") if row is None else _("Word the question")
        sentence = _("As you would ask it.") if row is None else self._sentence(workplace, row)
        super().__init__(workplace, window, title, sentence, _("Keep it"), width=560)
        name = _("The question")
        self.words = Paragraph(workplace.theme, _("What helped?"), name=name, lines=2, most=5)
        self.words.setPlainText(row.question.text if row else "")
        self.words.textChanged.connect(self.fit)
        self.body.addWidget(Labeled(workplace.theme, name, self.words))
        if row is not None and not row.is_own:
            self._show_shipped(row)
        else:
            self._add_choices(None if row is None else row.question, behaviour, stage)
        if row is not None:
            self._add_ways(row)
        self.ask(self.words)
        self.words.selectAll()

    def act(self) -> None:
        """Keep it; nothing is written where nothing was changed."""
        words, work = self.words.words(), self.workplace
        if self._row is not None and not self._row.is_own:
            work.do(reword_question, self._row.id, words)
            return
        chosen = {
            "purpose": Purpose(self.purpose.value()),
            "style": QuestionStyle(self.style_of.value()),
            "behaviour": _key(BehaviourKey, self.behaviour.value()),
            "stage": _key(SelectionStage, self.stage.value()),
        }
        if self._row is None:
            work.do(add_question, words, **chosen, said=_("In your question bank"))
        else:
            work.do(edit_question, self._row.id, words, **chosen)

    def _sentence(self, workplace: Workplace, row: BankQuestion) -> str:
        if row.is_own:
            words = asked_words(row.asked, workplace.as_of)
            return _("Yours; {asked}.").format(asked=words)
        behaviour = behaviour_words(row.question.behaviour, self._playbook)
        return f"{behaviour} · {detail_words(row, self._playbook, workplace.as_of)}"

    def _show_shipped(self, row: BankQuestion) -> None:
        if row.is_reworded:
            words = _("Shipped: “{words}”").format(words=row.shipped_text)
            self.body.addWidget(Text(self.workplace.theme, words, "small", "ink2", wrap=True))

    def _add_choices(
        self,
        question: Question | None,
        behaviour: BehaviourKey | None,
        stage: SelectionStage | None,
    ) -> None:
        if question is not None:
            behaviour, stage = question.behaviour, question.stage
        purpose = question.purpose if question else Purpose.EXPLORE
        style = question.style if question else QuestionStyle.ASK
        playbook = self._playbook
        flow = Flow(self.workplace.theme, name=_("What it is for"))
        self.behaviour = self._choice(
            flow, states.behaviour_choices(playbook), behaviour or "", _("Behaviour")
        )
        self.purpose = self._choice(flow, states.purpose_choices()[1:], purpose, _("When"))
        self.style_of = self._choice(flow, states.style_choices()[1:], style, _("How"))
        self.stage = self._choice(
            flow, states.stage_choices(playbook), stage or "", _("The customer’s stage")
        )
        holder = QVBoxLayout()
        holder.setSpacing(self.workplace.theme.px(4))
        holder.addWidget(Text(self.workplace.theme, _("What it is for"), "label", "ink2"))
        holder.addWidget(flow)
        self.body.addLayout(holder)

    def _choice(
        self, flow: Flow, options: list[tuple[str, str]], value: str, name: str
    ) -> ChoiceButton:
        choice = ChoiceButton(self.workplace.theme, options, str(value), name=name)
        flow.add(choice)
        return choice

    def _add_ways(self, row: BankQuestion) -> None:
        theme, line = self.workplace.theme, QHBoxLayout()
        line.setSpacing(theme.px(20))
        if row.is_reworded:
            self.reset = Button(theme, _("Reset to the shipped words"), "link")
            self.reset.clicked.connect(self._reset)
            line.addWidget(self.reset)
        self.retire = Button(theme, _("Bring it back") if row.is_retired else _("Retire"), "link")
        self.retire.clicked.connect(self._retire)
        line.addWidget(self.retire)
        line.addStretch(1)
        self.body.addLayout(line)

    def _reset(self) -> None:
        if self._row is not None:
            self._run(reset_question, self._row.id)

    def _retire(self) -> None:
        if self._row is not None:
            self._run(retire_question, self._row.id, not self._row.is_retired)

    def _run(self, command: object, *given: object) -> None:
        try:
            self.workplace.do(command, *given)
        except UserError as refusal:
            self.refuse(refusal)
            return
        self.close_panel()


def _key(kind: type, value: str) -> BehaviourKey | SelectionStage | None:
    return kind(value) if value else None
