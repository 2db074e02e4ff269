"""Sheets of notices and requests: note one, change it, sort it, and what a team says of its job."""

from collections.abc import Callable, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.early_access_rules import LIKELIHOOD_STEP, suggested
from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import NoticePriority, TriageDecision, WorkSize
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.early_access import NoticeDraft, change_notice, note_notice
from coachdesk.services.soft_power import hear_team
from coachdesk.services.triage import RequestDraft, Sorting, note_request, sort_request
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.customer_sheet import CustomerSheet
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.soft_power import (
    ComingRow,
    RequestRow,
    TeamCard,
    decision_title,
    likelihood_word,
    priority_title,
    size_title,
)

Teams = Sequence[tuple[UUID, str]]
USUAL_LIKELIHOOD = 50


class _TeamSheet(CustomerSheet):
    """Asks whose customer it is and which team; `teams` are offered, `team_id` is preselected."""

    def add_who(self, rep: str) -> None:
        """The rep's field."""
        self.who = self.add_line(_("Rep"), _("A first name is enough"), rep, icon="users")

    def add_team(self, teams: Teams, team_id: UUID | None) -> None:
        """The choice of a team."""
        self._teams = {str(id): id for id, _name in teams}
        chosen = teams[0][0] if len(teams) == 1 else team_id
        options = [("", _("Choose a team")), *((str(id), name) for id, name in teams)]
        key = "" if chosen is None else str(chosen)
        theme = self.workplace.theme
        self.team = ChoiceButton(theme, options, key, name=_("Partner team"))
        self.body.addWidget(Labeled(theme, _("Partner team"), self.team))

    def chosen_team(self) -> UUID | None:
        """The team that is chosen."""
        return self._teams.get(self.team.value())

    def rep_id(self) -> UUID:
        """Whose it is. InputError where that is unclear."""
        if not self.who.text().strip():
            raise InputError(_("Whose customer?"), _("Type a rep’s first name."))
        found: UUID = self.workplace.ask(rep_named, self.who.text().strip()).id
        return found


class NoticeSheet(_TeamSheet):
    """What may be coming: five answers are enough, the rest unfolds."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        teams: Teams,
        team_id: UUID | None,
        row: ComingRow | None = None,
    ) -> None:
        self._row = row
        title = _("What may be coming") if row is None else _("Change the notice")
        sentence = _("A guess told early helps more than a fact told late.")
        super().__init__(workplace, window, title, sentence, _("Keep it"), width=540)
        self.add_who("" if row is None else row.rep)
        self.add_customer("" if row is None else row.account)
        self.add_team(teams, team_id)
        what = "" if row is None else row.what
        self.what = self.add_line(_("What may be coming"), _("In a few words"), what)
        self.what.setMaxLength(160)
        self._days()
        self._choices()
        self._more = Button(workplace.theme, _("More for their planning"), "link")
        self._more.clicked.connect(self.unfold)
        self.body.addWidget(self._more)
        self._make_rest()
        if row is not None and any((row.reason, row.skills, row.unknown, row.question, row.answer)):
            self.unfold()
        self.ask(self.who if row is None else self.what)

    def unfold(self) -> None:
        """Show the rest, and begin with its first line."""
        self._more.hide()
        for box in self._rest:
            box.show()
        self.fit()
        self.reason.setFocus()

    def act(self) -> Callable[[], None] | None:
        work, row = self.workplace, self._row
        account = self.customer() if self.where.text().strip() else None
        draft = NoticeDraft(
            team_id=self.chosen_team(),  # type: ignore[arg-type]
            rep_id=self.rep_id(),  # type: ignore[arg-type]
            account_id=None if account is None else account.id,
            new_account=self.where.text(),
            what=self.what.text(),
            earliest=self._day(self.earliest),
            latest=self._day(self.latest),
            likelihood_pct=int(self.likely.value()),
            size=WorkSize(self.size.value()),
            priority=NoticePriority(self.priority.value()),
            reason=self.reason.text(),
            skills=self.skills.text(),
            unknown=self.unknown.text(),
            question=self.question.text(),
            answer=self.answer.text(),
            next_update=self._day(self.update_on),
        )
        if row is None:
            work.do(note_notice, draft, said=_("Noted: {what}").format(what=draft.what.strip()))
        else:
            work.do(change_notice, row.id, draft)
        return None

    def _days(self) -> None:
        row = self._row
        theme = self.workplace.theme
        self.earliest = Field(theme, _("1 Apr, in three weeks"), name=_("At the earliest"))
        self.latest = Field(theme, _("empty, if nobody knows"), name=_("At the latest"))
        if row is not None:
            self.earliest.setText(row.earliest.isoformat())
            self.latest.setText("" if row.latest is None else row.latest.isoformat())
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        line.addWidget(Labeled(theme, _("At the earliest"), self.earliest), 1)
        line.addWidget(Labeled(theme, _("At the latest"), self.latest), 1)
        self.body.addLayout(line)

    def _choices(self) -> None:
        row, theme = self._row, self.workplace.theme
        steps = range(0, 101, LIKELIHOOD_STEP)
        likely = [(str(n), f"{n} %, {likelihood_word(n)}") for n in reversed(steps)]
        sizes = [(size.value, size_title(size)) for size in WorkSize]
        first = [(each.value, priority_title(each)) for each in NoticePriority]
        chosen = (
            (USUAL_LIKELIHOOD, WorkSize.DAYS_1_5, NoticePriority.FIRST)
            if row is None
            else (row.likelihood_pct, row.size, row.priority)
        )
        self.likely = ChoiceButton(theme, likely, str(chosen[0]), name=_("Likelihood"))
        self.size = ChoiceButton(theme, sizes, chosen[1].value, name=_("Rough size"))
        self.priority = ChoiceButton(theme, first, chosen[2].value, name=_("Priority"))
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        for label, button in (
            (_("Likelihood"), self.likely),
            (_("Rough size"), self.size),
            (_("Priority"), self.priority),
        ):
            line.addWidget(Labeled(theme, label, button))
        line.addStretch(1)
        self.body.addLayout(line)

    def _make_rest(self) -> None:
        row = self._row
        before = self.body.count()
        known = (
            ("",) * 5
            if row is None
            else (row.reason, row.skills, row.unknown, row.question, row.answer)
        )
        labels = (
            (_("Why this likelihood"), _("The customer named a month"), 160),
            (_("Skills or people wanted"), "", 120),
            (_("What is not known yet"), "", 160),
            (_("Our question to them"), _("How would you get this done?"), 160),
            (_("Their answer"), "", 300),
        )
        fields = []
        for (label, example, longest), text in zip(labels, known, strict=True):
            field = self.add_line(label, example)
            field.setMaxLength(longest)
            field.setText(text)
            fields.append(field)
        self.reason, self.skills, self.unknown, self.question, self.answer = fields
        day = "" if row is None or row.next_update is None else row.next_update.isoformat()
        self.update_on = self.add_line(_("Told again on"), _("in two weeks"), day, icon="calendar")
        self._rest = [self.body.itemAt(n).widget() for n in range(before, self.body.count())]
        for box in self._rest:
            box.hide()

    def _day(self, field: Field) -> date | None:
        typed = field.text().strip()
        if not typed:
            return None
        return parse_day(typed, as_of=self.workplace.as_of, toward="future")


class RequestSheet(_TeamSheet):
    """A request that came in, before it goes to a team."""

    def __init__(
        self, workplace: Workplace, window: QWidget, teams: Teams, team_id: UUID | None
    ) -> None:
        title, sentence = _("New request"), _("Sorted before it goes on, it is a help to them.")
        super().__init__(workplace, window, title, sentence, _("Note it"), width=520)
        self.add_who("")
        self.add_customer()
        self.add_team(teams, team_id)
        self.what = self.add_line(_("What is asked for"), _("In a few words"))
        self.what.setMaxLength(160)
        self.ask(self.who)

    def act(self) -> Callable[[], None] | None:
        account = self.customer() if self.where.text().strip() else None
        draft = RequestDraft(
            team_id=self.chosen_team(),  # type: ignore[arg-type]
            rep_id=self.rep_id(),  # type: ignore[arg-type]
            account_id=None if account is None else account.id,
            new_account=self.where.text(),
            request=self.what.text(),
        )
        self.workplace.do(note_request, draft)
        return None


class SortSheet(Sheet):
    """Urgent and important suggest a decision; the decision, with its reason, is the person's."""

    def __init__(self, workplace: Workplace, window: QWidget, row: RequestRow) -> None:
        about = " · ".join(part for part in (row.account, row.team, row.rep) if part)
        super().__init__(workplace, window, row.request, about, _("Sort it"), width=520)
        self._id, self._has_chosen = row.id, row.decision is not None
        marks = [("0", _("no")), ("1", _("rather")), ("2", _("very"))]
        self.urgent = self.add_one_of(_("Urgent"), marks)
        self.important = self.add_one_of(_("Important"), marks)
        decisions = [(each.value, decision_title(each)) for each in TriageDecision]
        self.decision = self.add_one_of(_("Decision"), decisions)
        self._aid = Text(workplace.theme, "", "small", "ink2", wrap=True)
        self.body.addWidget(self._aid)
        self.reason = self.add_line(_("Why"), _("The fair is in May"), row.reason)
        self.reason.setMaxLength(160)
        for segmented, mark in ((self.urgent, row.urgent), (self.important, row.important)):
            segmented.set_value("" if mark is None else str(mark))
            segmented.chosen.connect(self._suggest)
        self.decision.set_value("" if row.decision is None else row.decision.value)
        self.decision.chosen.connect(self._chosen)
        self._suggest()
        marks_of = self.urgent.findChildren(QAbstractButton)
        first = next((mark for mark in marks_of if mark.isChecked()), marks_of[0])
        self.ask(first)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def act(self) -> None:
        decision = self.decision.value()
        if not decision:
            raise InputError(_("First, later, or not worth doing?"), _("Choose one."))
        sorting = Sorting(
            decision=TriageDecision(decision),
            reason=self.reason.text(),
            urgent=_mark(self.urgent.value()),
            important=_mark(self.important.value()),
        )
        self.workplace.do(sort_request, self._id, sorting)

    def _suggest(self, _key: str = "") -> None:
        found = suggested(_mark(self.urgent.value()), _mark(self.important.value()))
        words = _("Both say: first. One alone: later. Neither: not worth doing. You decide.")
        if found is not None:
            words = _("That suggests: {decision}. You decide.").format(
                decision=decision_title(found)
            )
            if not self._has_chosen:
                self.decision.set_value(found.value)
        self._aid.show_runs(words)

    def _chosen(self, _key: str) -> None:
        self._has_chosen = True


class HearSheet(Sheet):
    """Their job in their words: what they are measured on, as they said it today."""

    def __init__(self, workplace: Workplace, window: QWidget, team: TeamCard) -> None:
        title = _("What {team} says of its job").format(team=team.name)
        sentence = _("“Tell me about your job.” Once they feel heard, good things can happen.")
        super().__init__(workplace, window, title, sentence, _("Heard today"))
        self._id = team.id
        self.words = self.add_line(
            _("In their words"), _("What they are measured on, and proud of"), team.measured_on
        )
        self.ask(self.words)

    def act(self) -> None:
        self.workplace.do(hear_team, self._id, self.words.text())


def _mark(key: str) -> int | None:
    return int(key) if key else None
