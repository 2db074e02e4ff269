"""“Customer’s stages”: where a customer stands in its own choosing, and what to coach there."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.people import Account
from coachdesk.domain.playbook import Playbook, Question
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.language import gettext as _
from coachdesk.services.stages import customer_stages, reset_stage, reword_stage
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.question_section import QuestionBank
from coachdesk.ui.playbook.section import Section, Side, SideRow
from coachdesk.ui.playbook.side_list import WIDTH
from coachdesk.ui.playbook.stage_fields import (
    FocusChip,
    StageSentence,
    stage_fields,
    stored,
)
from coachdesk.ui.playbook.stage_map import StageMap
from coachdesk.ui.playbook.stage_rows import QuestionPainter
from coachdesk.ui.shell.page import Room
from coachdesk.views.stages import StagePage

TWO_COLUMNS = 760


class CustomerStages(Section):
    """Six stages; each sentence is edited in place, Enter keeps it and Esc brings it back."""

    id = "stages"
    shows = frozenset({StageWording, PlaybookQuestion, Account, Opportunity, BehaviourDefinition})
    _pages: tuple[StagePage, ...] = ()
    _playbook: Playbook
    _chosen = SelectionStage.RECOGNISE

    @property
    def title(self) -> str:
        return _("Customer’s stages")

    def count(self) -> str:
        return str(len(SelectionStage))

    def side(self) -> Side:
        """The stages in their order."""
        return Side(
            title=_("Stages"),
            rows=tuple(SideRow(page.guide.key.value, page.guide.title) for page in self._pages),
            current=self._chosen.value,
        )

    def choose(self, id: str) -> None:
        self._chosen = SelectionStage(id)
        self.host.show_section()

    def _step(self, id: str) -> None:
        self.leave()
        self.choose(id)

    def refresh(self) -> None:
        """Read the stages; a sentence that is being typed stays."""
        self._pages = self.workplace.ask(customer_stages)
        self._playbook = self.workplace.ask(playbook_of)
        if self.is_built:
            self._show()

    def reflow(self, room: Room) -> None:
        is_wide = room.content - WIDTH >= TWO_COLUMNS
        self._columns.set_two(is_wide)
        self._map.setVisible(is_wide)

    def leave(self) -> None:
        """A sentence that is being typed is written."""
        for sentence in self._sentences.values():
            sentence.write()

    def first_focus(self) -> QWidget | None:
        return self._sentences["customer_stage"].field if self.is_built else None

    def build(self) -> QWidget:
        """The stage in words at the left, its questions and customers at the right."""
        theme = self.theme
        self._own = Text(theme, " ", "body", "ink2")
        self._reset = Button(theme, _("Reset to the shipped words"))
        self._reset.clicked.connect(self._reset_words)
        self.workplace.hold(self._reset)
        words = _(
            "How a customer chooses, and your funnel stage for it. Coach to where they stand."
        )
        head = section_head(self, self.title, words, self._own, self._reset)
        content, stack = section_page(self, head)
        self._map = StageMap(theme)
        self._map.chosen.connect(self._step)
        stack.addWidget(self._map)
        self._columns = Columns(theme, shares=(1, 1))
        self._columns.left.addWidget(self._build_words())
        self._columns.left.addStretch(1)
        self._columns.right.addWidget(self._build_customers())
        self._columns.right.addWidget(self._build_questions())
        self._columns.right.addStretch(1)
        stack.addWidget(self._columns)
        stack.addStretch(1)
        self._show()
        return content

    def _build_words(self) -> Card:
        theme, card = self.theme, Card(self.theme, _("The stage in your words"))
        self._sentences: dict[str, StageSentence] = {}
        for n, (name, label, empty) in enumerate(stage_fields()):
            sentence = StageSentence(theme, name, label, empty)
            sentence.worded.connect(self._word)
            self.workplace.hold(sentence.field)
            self._sentences[name] = sentence
            card.add(sentence, rule=n > 0)
        focus = QVBoxLayout()
        focus.setSpacing(theme.px(6))
        focus.addWidget(Text(theme, _("Behaviours to coach here"), "label", "ink2"))
        flow = Flow(theme, name=_("Behaviours to coach here"))
        self._chips: dict[BehaviourKey, FocusChip] = {}
        for key in BehaviourKey:
            chip = FocusChip(theme, key)
            chip.turned.connect(self._turn)
            self.workplace.hold(chip)
            self._chips[key] = chip
            flow.add(chip)
        focus.addWidget(flow)
        card.add(focus, rule=True, pad=(16, 12, 16, 14))
        return card

    def _build_customers(self) -> Card:
        theme, card = self.theme, Card(self.theme, _("Customers there now"))
        block = QVBoxLayout()
        block.setSpacing(theme.px(4))
        block.addWidget(Text(theme, _("Customers there now"), "bodyStrong"))
        self._customers = Text(theme, " ", "body", "ink2", wrap=True)
        block.addWidget(self._customers)
        card.add(block, pad=(16, 12, 16, 14))
        return card

    def _build_questions(self) -> ListCard:
        theme = self.theme
        self._rows = Rows(
            theme,
            QuestionPainter(theme),
            name=_("Questions for this stage"),
            round_last=True,
        )
        self._rows.opened.connect(self._open_bank)
        self.host.follow(self._rows)
        self._all = Button(theme, _("In the bank"), "link")
        self._all.clicked.connect(self._open_bank)
        self._questions = ListCard(
            theme,
            self._rows,
            title=_("Questions for this stage"),
            extra=" ",
            right=self._all,
            stays=True,
            none=_("No question is for this stage alone. Those for any stage fit it too."),
        )
        return self._questions

    @property
    def _page(self) -> StagePage:
        return next(page for page in self._pages if page.guide.key is self._chosen)

    def _show(self) -> None:
        page = self._page
        self._map.show_stages([each.guide for each in self._pages], self._chosen)
        for name, sentence in self._sentences.items():
            sentence.show_stored(stored(page, name))
        for key, chip in self._chips.items():
            words, on = self._playbook.behaviours[key].short_title, key in page.guide.focus
            spoken = _("{words}, chosen").format(words=words) if on else words
            chip.show_words(words, key.value, on=on, name=spoken)
        self._own.show_runs(_("yours") if page.is_own else "")
        self._own.setVisible(page.is_own)
        self._reset.setVisible(page.is_own)
        self._questions.fill(page.questions)
        self._questions.say(str(len(page.questions)) if page.questions else "")
        self._customers.show_runs(
            " · ".join(page.customers) or _("No customer is known to stand here.")
        )

    def _word(self, sentence: StageSentence) -> None:
        words = sentence.field.toPlainText()
        try:
            self.workplace.do(reword_stage, self._chosen, **{sentence.name: words})
        except UserError as refusal:
            sentence.refuse(f"{refusal.message} {refusal.next_step}".strip())

    def _turn(self, key: BehaviourKey) -> None:
        """Coach the behaviour at this stage, or no longer."""
        focus = set(self._page.guide.focus) ^ {key}
        in_order = tuple(each for each in BehaviourKey if each in focus)
        self.workplace.do(reword_stage, self._chosen, coaching_focus=in_order)

    def _reset_words(self) -> None:
        self.workplace.do(reset_stage, self._chosen)
        self._sentences["customer_stage"].field.setFocus()

    def _open_bank(self, _question: Question | None = None) -> None:
        bank = self.host.section(QuestionBank.id)
        if isinstance(bank, QuestionBank):
            bank.show_stage(self._chosen)
