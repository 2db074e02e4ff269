"""Sheets of an opportunity and of an activity: note it, change it, close it, look back on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Account
from coachdesk.domain.vocabulary import (
    ActivityKind,
    ActivityOutcome,
    OpportunityResult,
    SelectionStage,
)
from coachdesk.language import gettext as _
from coachdesk.services import activities, opportunities
from coachdesk.services.activities import ActivityDraft
from coachdesk.services.capture import rep_named
from coachdesk.services.deals import opportunity_choices
from coachdesk.services.opportunities import OpportunityDraft, ReviewWords
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.choices import Check, ChoiceButton, Segmented
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.parts.customer_sheet import CustomerSheet
from coachdesk.ui.parts.paragraph import Paragraph
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.parts.slots import parse_past_slot
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.activity_words import kind_title, outcome_title
from coachdesk.views.dates import near_day
from coachdesk.views.deal_words import no_stage, result_title
from coachdesk.views.deals import ActivityLine, OpportunityLine

LONGEST_TITLE, LONGEST_REVIEW, NONE = 80, 300, ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is known of an activity before it is noted: the rep or the visit in sight."""

    rep: str = ""
    account: str = ""
    day: date | None = None
    kind: ActivityKind = ActivityKind.CALL
    prepared: bool = False


class ActivitySheet(CustomerSheet):
    """Who, with which customer, what and when; the result now or later with one key."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        start: Start,
        line: ActivityLine | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        self._line, self._then = line, then
        title = _("Note an activity") if line is None else _("Change the activity")
        sentence = _("What was done, next to what it did for the customer’s decision.")
        super().__init__(workplace, window, title, sentence, _("Keep it"), width=520)
        if line is not None:
            start = Start(
                rep=line.name,
                account=line.account,
                day=line.day,
                kind=line.kind,
                prepared=line.prepared,
            )
        theme = workplace.theme
        self.who = self.add_line(_("Rep"), _("A first name is enough"), start.rep, icon="users")
        self.add_customer(start.account)
        self._choices = workplace.ask(opportunity_choices)
        kinds = [(kind.value, kind_title(kind)) for kind in ActivityKind]
        self.kind = ChoiceButton(theme, kinds, start.kind.value, name=_("What was done"))
        self.possible = ChoiceButton(
            theme, [(NONE, _("No opportunity"))], NONE, name=_("Opportunity")
        )
        self.prepared = Check(theme, _("Prepared"), start.prepared)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        for widget in (self.kind, self.possible, self.prepared):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        day = "" if start.day is None else start.day.isoformat()
        self.when = self.add_line(_("Day"), _("today, yesterday, 3 March"), day, icon="calendar")
        outcomes = [
            (outcome.value, outcome_title(outcome))
            for outcome in (
                ActivityOutcome.NONE_RECORDED,
                ActivityOutcome.ADVANCED,
                ActivityOutcome.HELD,
                ActivityOutcome.BACK,
            )
        ]
        self.outcome: Segmented = self.add_one_of(_("The customer’s decision"), outcomes)
        self.outcome.set_value((line.outcome if line else ActivityOutcome.NONE_RECORDED).value)
        self._look(start.account)
        if line is not None and line.opportunity_id is not None:
            self.possible.set_value(str(line.opportunity_id))
        self.ask(self.where if start.rep else self.who)

    def customer_changed(self, account: Account | None) -> None:
        """Its opportunities can be chosen; the only open one is proposed."""
        own = [c for c in self._choices if account is not None and c.account_id == account.id]
        options = [(NONE, _("No opportunity")), *((str(c.id), c.title) for c in own)]
        chosen = self.possible.value()
        if chosen not in dict(options):
            chosen = NONE
        going_on = [c for c in own if c.is_open]
        if chosen == NONE and len(going_on) == 1 and self._line is None:
            chosen = str(going_on[0].id)
        self.possible.set_options(options)
        self.possible.set_value(chosen)
        self.possible.setVisible(bool(own))

    def act(self) -> Callable[[], None] | None:
        work, typed = self.workplace, self.who.text().strip()
        if not typed:
            raise InputError(_("Who was it?"), _("Type a first name."))
        rep, account = work.ask(rep_named, typed), self.customer()
        day, _start = parse_past_slot(self.when.text().strip() or _("today"), as_of=work.as_of)
        own = next((c for c in self._choices if str(c.id) == self.possible.value()), None)
        kind = ActivityKind(self.kind.value())
        draft = ActivityDraft(
            rep_id=rep.id,
            account_id=None if account is None else account.id,
            new_account=self.where.text(),
            opportunity_id=None if own is None else own.id,
            day=day,
            kind=kind,
            prepared=self.prepared.isChecked(),
            outcome=ActivityOutcome(self.outcome.value()),
        )
        said = _("{kind} of {day} with {name} is noted.").format(
            kind=kind_title(kind), day=near_day(day, work.as_of), name=rep.first_name
        )
        if self._line is None:
            work.do(activities.note_activity, draft, said=said)
        else:
            work.do(activities.edit_activity, self._line.id, draft)
        return self._then


class OpportunitySheet(CustomerSheet):
    """A customer, a few words, the stage the customer has come to, and since when."""

    def __init__(
        self, workplace: Workplace, window: QWidget, line: OpportunityLine | None = None
    ) -> None:
        self._line = line
        title = _("Add an opportunity") if line is None else _("Change the opportunity")
        sentence = "" if line is None else line.account
        super().__init__(workplace, window, title, sentence, _("Keep it"), width=520)
        theme = workplace.theme
        if line is None:
            self.add_customer()
        words = _("A few words: what it is about")
        self.what = self.add_line(_("Opportunity"), words, line.title if line else "")
        self.what.setMaxLength(LONGEST_TITLE)
        guides = workplace.ask(playbook_of).stages
        stages = [(NONE, no_stage()), *((key.value, guide.title) for key, guide in guides.items())]
        stage = line.stage if line is not None else None
        self.stage = ChoiceButton(theme, stages, stage or NONE, name=_("The customer’s stage"))
        row = QHBoxLayout()
        row.addWidget(self.stage)
        row.addStretch(1)
        self.body.addLayout(row)
        day = "" if line is None else line.opened_day.isoformat()
        self.since = self.add_line(_("Since"), _("today, 3 March"), day, icon="calendar")
        self.ask(self.what if line is not None else self.where)

    def act(self) -> None:
        work, title = self.workplace, self.what.text().strip()
        day, _start = parse_past_slot(self.since.text().strip() or _("today"), as_of=work.as_of)
        chosen = self.stage.value()
        stage = SelectionStage(chosen) if chosen else None
        if self._line is not None:
            work.do(
                opportunities.edit_opportunity,
                self._line.id,
                title=title,
                stage=stage,
                opened_day=day,
            )
            return
        account = self.customer()
        if not title:
            raise InputError(_("What is it about?"), _("A few words are enough."))
        draft = OpportunityDraft(
            title=title,
            account_id=None if account is None else account.id,
            new_account=self.where.text(),
            stage=stage,
            opened_day=day,
        )
        said = _("Opportunity added: {title}").format(title=title)
        work.do(opportunities.add_opportunity, draft, said=said)


class CloseSheet(Sheet):
    """Won, lost or no decision, and when; a review is offered right after."""

    def __init__(self, workplace: Workplace, window: QWidget, line: OpportunityLine) -> None:
        self._line, self._window = line, window
        title = _("How did it end: {title}").format(title=line.title)
        super().__init__(workplace, window, title, line.account, _("Close it"))
        results = (
            OpportunityResult.WON,
            OpportunityResult.LOST,
            OpportunityResult.NO_DECISION,
        )
        options = [(result.value, result_title(result)) for result in results]
        self.result: Segmented = self.add_one_of(_("Result"), options)
        self.when = self.add_line(_("Decided on"), _("today, 3 March"), icon="calendar")
        segments = self.result.findChildren(QWidget)
        self.ask(segments[0])

    def act(self) -> Callable[[], None] | None:
        work, value = self.workplace, self.result.value()
        result = OpportunityResult(value) if value else None
        day, _start = parse_past_slot(self.when.text().strip() or _("today"), as_of=work.as_of)
        said = _("Closed: {title}").format(title=self._line.title)
        work.do(opportunities.close_opportunity, self._line.id, result, day, said=said)
        line = replace(self._line, result=OpportunityResult(value), closed_day=day)
        if not line.may_be_reviewed:
            return None
        return partial(_review, work, self._window, line)


def _review(workplace: Workplace, window: QWidget, line: OpportunityLine) -> None:
    ReviewSheet(workplace, window, line)


class ReviewSheet(Sheet):
    """What decided it, in three short answers; one is enough."""

    def __init__(self, workplace: Workplace, window: QWidget, line: OpportunityLine) -> None:
        self._line = line
        won = line.result is OpportunityResult.WON
        title = _("Why it was won: {title}") if won else _("Why it was lost: {title}")
        sentence = _("{account} · two minutes, in the customer’s words where you know them.")
        super().__init__(
            workplace,
            window,
            title.format(title=line.title),
            sentence.format(account=line.account),
            _("Keep it"),
            width=560,
        )
        questions = (
            (_("What could be measured"), _("Price, dates, figures, terms"), line.tangible),
            (_("What was felt"), _("Trust, fit, being understood"), line.intangible),
            (
                _("What collaboration did for it"),
                _("Who from other departments helped, and when"),
                line.collaboration,
            ),
        )
        self.answers = [self._ask_for(*question) for question in questions]
        self.ask(self.answers[0])

    def act(self) -> None:
        tangible, intangible, collaboration = (answer.words() for answer in self.answers)
        for words in (tangible, intangible, collaboration):
            if len(words) > LONGEST_REVIEW:
                raise InputError(
                    _("An answer is {n} characters too long.").format(
                        n=len(words) - LONGEST_REVIEW
                    ),
                    _("Shorten it to {most}.").format(most=LONGEST_REVIEW),
                )
        said = ReviewWords(tangible=tangible, intangible=intangible, collaboration=collaboration)
        words = _("Reviewed: {title}").format(title=self._line.title)
        self.workplace.do(opportunities.review_opportunity, self._line.id, said, said=words)

    def _ask_for(self, label: str, hint: str, words: str) -> Paragraph:
        field = Paragraph(self.workplace.theme, hint, name=label, lines=2, most=4)
        field.setPlainText(words)
        field.textChanged.connect(self.fit)
        self.body.addWidget(Labeled(self.workplace.theme, label, field))
        return field
