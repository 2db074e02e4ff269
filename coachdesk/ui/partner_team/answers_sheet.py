"""The four questions about a customer in a row, and the answers there are."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.account_intelligence import (
    MOST_WORDS,
    SCALE,
    AccountQuestion,
    choices,
    confidence_words,
)
from coachdesk.domain.partner_vocabulary import Confidence, IntelligenceQuestion
from coachdesk.language import gettext as _
from coachdesk.services.account_intelligence import (
    Answered,
    NewAnswers,
    answer_about,
    remove_answer,
)
from coachdesk.services.playbook import account_guide
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton, Segmented
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partner_team.rows import AnswerLine, AnswerPainter, Heading
from coachdesk.ui.parts.customer_sheet import CustomerSheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import CustomerRow, PartnerTeamPage
from coachdesk.views.search import Place

Q = IntelligenceQuestion
WIDTH, NOT_ASKED, AGAIN_KEY = 680, "", "A"


class AnswersSheet(CustomerSheet):
    """Arrows and figures answer, Tab goes on; what is left empty stays as it was."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        page: PartnerTeamPage,
        account: str = "",
        done: Callable[[UUID], None] | None = None,
    ) -> None:
        guide = account_guide()
        title = _("What {team} knows of a customer").format(team=page.name)
        super().__init__(workplace, window, title, guide.rules[-1], _("Keep it"), width=WIDTH)
        self._team_id, self._done = page.team_id, done
        self.add_customer(account)
        self.said_by = self.add_line(_("Who says it"), _("A role: account lead, designer"))
        self.said_by.setMaxLength(80)
        self.answers: dict[Q, Segmented | Field] = {}
        self.notes: dict[Q, Field] = {}
        self.sure: dict[Q, ChoiceButton] = {}
        for question in guide.questions:
            self._add_question(question)
        self.ask(self.said_by if account else self.where)

    def act(self) -> Callable[[], None] | None:
        account = self.customer()
        given = {
            question: Answered(
                typed=widget.value() if isinstance(widget, Segmented) else widget.text(),
                confidence=Confidence(self.sure[question].value()),
                note=self.notes[question].text() if question in self.notes else "",
            )
            for question, widget in self.answers.items()
        }
        new = NewAnswers(
            team_id=self._team_id,  # type: ignore[arg-type]
            answers=given,
            account_id=None if account is None else account.id,
            new_account=self.where.text(),
            said_by=self.said_by.text(),
        )
        said = _("Kept: what they know of {name}").format(name=self.where.text().strip())
        made = self.workplace.do(answer_about, new, said=said)
        done, id = self._done, made[0].account_id
        return None if done is None else partial(done, id)

    def _add_question(self, question: AccountQuestion) -> None:
        theme, id = self.workplace.theme, question.id
        holder, row = QVBoxLayout(), QHBoxLayout()
        holder.setSpacing(theme.px(4))
        row.setSpacing(theme.px(8))
        holder.addWidget(Text(theme, question.text, "small", "ink2", wrap=True))
        answer = self._answer(question)
        self.answers[id] = answer
        row.addWidget(answer, 1 if id is Q.I4 else 0)
        if id is not Q.I4:
            note = Field(theme, _("Evidence, in a few words"), name=_("Evidence"))
            note.setMaxLength(300)
            self.notes[id] = note
            row.addWidget(note, 1)
        options = [(each.value, words) for each, words in confidence_words().items()]
        usual = Confidence.HEARD.value
        self.sure[id] = ChoiceButton(theme, options, usual, name=_("How they know"))
        row.addWidget(self.sure[id])
        holder.addLayout(row)
        self.body.addLayout(holder)

    def _answer(self, question: AccountQuestion) -> Segmented | Field:
        theme, id = self.workplace.theme, question.id
        if id is Q.I1:
            steps = [(NOT_ASKED, "–"), *((str(n), str(n)) for n in SCALE)]
            return Segmented(theme, steps, NOT_ASKED, name=question.text)
        if id is Q.I3:
            known = [(NOT_ASKED, "–"), *choices().items()]
            return Segmented(theme, known, NOT_ASKED, name=question.text)
        field = Field(theme, _("Years") if id is Q.I2 else _("As far as seen"), name=question.text)
        field.setMaxLength(3 if id is Q.I2 else MOST_WORDS)
        if id is Q.I2:
            field.setFixedWidth(theme.px(90))
        return field


class AnswersPanel(Overlay):
    """Newest answers under their questions, earlier ones below; A answers anew, Del removes."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        page: PartnerTeamPage,
        row: CustomerRow,
        done: Callable[[UUID], None],
    ) -> None:
        super().__init__(workplace.theme, window, row.account, width=WIDTH)
        self._work, self._window, self._page = workplace, window, page
        self._row, self._done = row, done
        theme = workplace.theme
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, row.account, "title", wrap=True))
        words = _("What {team} knows of them").format(team=page.name)
        top.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        self.card.add(top, pad=(20, 16, 20, 10))
        painter = AnswerPainter(theme, workplace.as_of)
        self.rows = Rows(theme, painter, name=_("Answers"), select=True)
        self.rows.set_rows(_lines(row))
        self.rows.removed.connect(self._remove)
        self.rows.on_key(AGAIN_KEY, self._answer_from)
        workplace.hold_rows(self.rows, "removed", AGAIN_KEY)
        scroll = ScrollPage(theme, _("Answers"), content=self.rows)
        self.card.add(scroll, rule=True)
        self.card.add(self._foot())
        self.open_panel(self.rows)
        room = window.height() - theme.px(260)
        scroll.setFixedHeight(max(theme.px(90), min(self.rows.height(), room)))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().upper() == AGAIN_KEY and not event.modifiers() and self.again.isEnabled():
            self._answer()
            return
        super().keyPressEvent(event)

    def _foot(self) -> Footer:
        theme = self._work.theme
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        customer = Button(theme, _("To the customer"), "link")
        customer.clicked.connect(self._to_customer)
        self.again = Button(theme, _("Answer anew"), "primary", hint=AGAIN_KEY)
        self.again.clicked.connect(self._answer)
        self._work.hold(self.again)
        row.addWidget(customer)
        row.addStretch(1)
        row.addWidget(self.again)
        return foot

    def _answer(self) -> None:
        self.close_panel()
        AnswersSheet(self._work, self._window, self._page, self._row.account, self._done)

    def _answer_from(self, _line: AnswerLine) -> None:
        self._answer()

    def _to_customer(self) -> None:
        self.close_panel()
        self._work.open_place(Place("name", self._row.id))

    def _remove(self, line: AnswerLine) -> None:
        self.close_panel()
        self._work.do(remove_answer, line.answer.id, said=_("Removed: an answer"))


def _lines(row: CustomerRow) -> list[Heading | AnswerLine]:
    found: list[Heading | AnswerLine] = []
    for answer in row.answers:
        found += [Heading(answer.question), AnswerLine(answer)]
        found += [AnswerLine(earlier, is_earlier=True) for earlier in answer.earlier]
    return found
