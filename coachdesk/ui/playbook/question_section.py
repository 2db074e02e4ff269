"""“Question bank”: every question, found by word, behaviour, purpose, style and stage."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.people import Rep
from coachdesk.domain.playbook import Playbook, Question
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.language import gettext as _
from coachdesk.services.question_bank import (
    favour_question,
    question_bank,
    question_kept,
    retire_question,
)
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.playbook import question_state as states
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.question_keys import FAVOUR_KEY
from coachdesk.ui.playbook.question_rows import BankPainter
from coachdesk.ui.playbook.question_sheet import QuestionSheet
from coachdesk.ui.playbook.question_state import BankState
from coachdesk.ui.playbook.section import Section, Side
from coachdesk.views.question_bank import BankQuestion
from coachdesk.views.question_words import message_text


class QuestionBank(Section):
    """Enter words a question, F makes it a favourite, Del retires it."""

    id = "questions"
    shows = frozenset({PlaybookQuestion, CoachingSession, StageWording, BehaviourDefinition, Rep})
    _state = BankState()
    _playbook: Playbook

    @property
    def title(self) -> str:
        return _("Question bank")

    def count(self) -> str:
        return str(len(self.workplace.ask(playbook_of).questions))

    def side(self) -> Side:
        """Behaviours, then favourites, own words and retired ones."""
        return Side(
            title=_("Questions about"),
            rows=states.group_rows(self._state, self._playbook),
            current=self._state.group,
        )

    def choose(self, id: str) -> None:
        self._state = replace(self._state, group=id)
        self._show()
        self.host.show_side()

    def add(self) -> None:
        """Write a question, for what is shown."""
        state = self._state
        behaviour = BehaviourKey(state.group) if state.group in set(BehaviourKey) else None
        QuestionSheet(self.workplace, self.host.window(), behaviour=behaviour, stage=state.stage)

    def show_stage(self, stage: SelectionStage) -> None:
        """All questions of one stage of the customer's choosing."""
        self._state = replace(self._state.whole_group(), group=states.EVERY, stage=stage)
        self.host.show_section(self.id)

    def reveal(self, id: UUID) -> bool:
        """Look for the question by its own words; the others are one “Show all” away."""
        found: Question | None = self.workplace.ask(question_kept, id)
        if found is None:
            return False
        self._state = replace(self._state.whole_group(), group=states.EVERY, words=found.text)
        return True

    def refresh(self) -> None:
        """Read the bank, the newest use with it."""
        self._playbook = self.workplace.ask(playbook_of)
        self._state = replace(self._state, bank=self.workplace.ask(question_bank))
        if self.is_built:
            self._show()

    def first_focus(self) -> QWidget | None:
        return self.field if self.is_built else None

    def build(self) -> QWidget:
        """The filters, and the questions they leave."""
        theme = self.theme
        self._copy = Button(theme, _("Copy as a message"), icon="copy")
        self._copy.clicked.connect(self._copy_shown)
        write = Button(theme, _("Write a question"), icon="plus")
        write.clicked.connect(self.add)
        self.workplace.hold(write)
        words = _("Ready for your talks. Favourites are proposed before the others.")
        content, stack = section_page(
            self, section_head(self, self.title, words, self._copy, write)
        )
        stack.addLayout(self._build_filters())
        stack.addWidget(self._build_list())
        stack.addStretch(1)
        self._show()
        return content

    def _build_filters(self) -> QVBoxLayout:
        theme, state = self.theme, self._state
        self.field = Field(
            theme, _("Words of a question"), name=_("Find in the question bank"), icon="search"
        )
        self.field.setText(state.words)
        self.field.textChanged.connect(self._search)
        self._keys = _FieldKeys(self)
        self.field.installEventFilter(self._keys)
        flow = Flow(theme, name=_("Filters of the question bank"))
        self._purpose = ChoiceButton(
            theme, states.purpose_choices(), state.purpose or "", name=_("When")
        )
        self._style = ChoiceButton(theme, states.style_choices(), state.style or "", name=_("How"))
        self._stage = ChoiceButton(
            theme,
            states.stage_choices(self._playbook),
            state.stage or "",
            name=_("The customer’s stage"),
        )
        for choice in (self._purpose, self._style, self._stage):
            choice.chosen.connect(self._filter)
            flow.add(choice)
        filters = QVBoxLayout()
        filters.setSpacing(theme.px(8))
        filters.addWidget(self.field)
        filters.addWidget(flow)
        return filters

    def _build_list(self) -> Card:
        theme = self.theme
        card = Card(theme, self.title)
        self._painter = BankPainter(theme, self._playbook, self.workplace.as_of)
        self.rows = Rows(theme, self._painter, name=self.title, round_last=True)
        self.rows.opened.connect(self._word)
        self.rows.removed.connect(self._retire)
        self.rows.hit.connect(self._hit)
        self.rows.on_key(FAVOUR_KEY, self._favour)
        self.workplace.hold_rows(self.rows, "opened", "removed", "hit", FAVOUR_KEY)
        self.host.follow(self.rows)
        self._every = Button(theme, _("Show all"), "link")
        self._every.clicked.connect(self.show_all)
        self._header = SectionHeader(theme, " ", " ", self._every)
        card.add(self._header)
        card.add(self.rows, rule=True)
        self._nothing = Text(theme, " ", "bodyStrong", wrap=True, align="center")
        self._next = Text(theme, " ", "body", "ink2", wrap=True, align="center")
        empty = QVBoxLayout()
        empty.addWidget(self._nothing)
        empty.addWidget(self._next)
        self._empty = card.add(empty, rule=True, pad=(24, 24, 24, 28))
        return card

    def _show(self) -> None:
        state, found = self._state, self._state.shown
        self._painter.playbook, self._painter.as_of = self._playbook, self.workplace.as_of
        self._stage.set_options(states.stage_choices(self._playbook))
        self.rows.set_rows(found)
        self.rows.setVisible(bool(found))
        nothing, way = states.nothing_words(state)
        self._nothing.show_runs(nothing)
        self._next.show_runs(way)
        self._empty.setVisible(not found)
        self._header.title.show_runs(states.count_words(len(found), state.of_group(state.group)))
        self._header.extra.show_runs(states.key_words(state))
        self._every.setHidden(not state.is_narrowed)
        self._copy.setEnabled(bool(found))

    def _search(self, typed: str) -> None:
        self._state = replace(self._state, words=typed)
        self._show()

    def _filter(self, _key: str) -> None:
        purpose, style, stage = (
            choice.value() for choice in (self._purpose, self._style, self._stage)
        )
        self._state = replace(
            self._state,
            purpose=Purpose(purpose) if purpose else None,
            style=QuestionStyle(style) if style else None,
            stage=SelectionStage(stage) if stage else None,
        )
        self._show()

    def show_all(self) -> None:
        """Without words and filters."""
        self._state = self._state.whole_group()
        for choice in (self._purpose, self._style, self._stage):
            choice.set_value("")
        self.field.setText("")
        self._show()
        self.field.setFocus()

    def _word(self, row: BankQuestion) -> None:
        QuestionSheet(self.workplace, self.host.window(), row)

    def _hit(self, _what: str, row: BankQuestion) -> None:
        self._favour(row)

    def _favour(self, row: BankQuestion) -> None:
        on = not row.question.is_favourite
        said = _("A favourite: proposed before the others") if on else _("No longer a favourite")
        self.workplace.do(favour_question, row.id, on, said=said)

    def _retire(self, row: BankQuestion) -> None:
        said = _("Brought back") if row.is_retired else _("Retired: proposed no more")
        self.workplace.do(retire_question, row.id, not row.is_retired, said=said)

    def _copy_shown(self) -> None:
        title = states.group_title(self._state.group, self._playbook)
        if self._state.group == states.EVERY:
            title = self.title
        QGuiApplication.clipboard().setText(message_text(title, self._state.shown))
        self.workplace.say(_("Copied: paste it into a message."))


class _FieldKeys(QObject):
    """Down goes from the search field into the list, Esc empties the field."""

    def __init__(self, section: QuestionBank) -> None:
        super().__init__(section.field)
        self._section = section

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        section = self._section
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down and section.rows.rows():
            section.rows.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and section.field.text():
            section.field.setText("")
            return True
        return False
