"""Setting a requirement: when it is allowed, exactly what, and how it will be followed up."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.ask_rules import LEAST_REASON
from coachdesk.domain.day_names import short_day
from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.asks import require
from coachdesk.services.balance import nudge_after
from coachdesk.services.own_words import accountability_steps
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.ask_talk import Talk
from coachdesk.ui.parts.ready_words import ReadyWords
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.parts.signs import Mark
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.rep import AskRow

LONGEST_WHAT, LONGEST_REASON = 300, 300


class RequirementSheet(Sheet):
    """On a request that was not met; or with the requests skipped, for a reason that prints."""

    def __init__(
        self, workplace: Workplace, window: QWidget, talk: Talk, thread_id: UUID | None = None
    ) -> None:
        title = _("Require something of {name}").format(name=talk.asked)
        super().__init__(workplace, window, title, "", _("Set it"), width=520)
        self._rep_id = talk.rep_id
        unmet = [row for row in talk.rows if row.is_waiting and row.may_require]
        self._unmet = {str(row.thread_id): row for row in unmet}
        self._build_head()
        self._build_grid()
        asked = str(thread_id) if str(thread_id) in self._unmet else ""
        self.subject.set_value(asked or next(iter(self._unmet), ""))
        self.subject.chosen.connect(self._choose)
        self._what_was = ""
        self._choose(self.subject.value())
        self.ask(self.how if self.subject.value() else self.reason)

    def act(self) -> None:
        due = self._due()
        self.workplace.do(
            require,
            rep_id=self._rep_id,
            what=self.what.text(),
            how=self.how.text(),
            due_day=due,
            thread_id=self._row.thread_id if self._row is not None else None,
            skip_reason="" if self._row is not None else self.reason.text(),
            said="",
        )
        said = _("Required: {what}").format(what=self.what.text().strip())
        nudge = "" if self._rep_id is None else self.workplace.ask(nudge_after)
        self.workplace.say(f"{said}. {nudge}" if nudge else said, can_undo=True)

    def refuse(self, refusal: UserError | None) -> None:
        super().refuse(None if self._no_day.text() else refusal)

    @property
    def _row(self) -> AskRow | None:
        return self._unmet.get(self.subject.value())

    def _build_head(self) -> None:
        theme = self.workplace.theme
        options = [(key, row.subject) for key, row in self._unmet.items()]
        if self._rep_id is not None:
            options.append(("", _("Skip the requests")))
        self.subject = ChoiceButton(theme, options, name=_("On which request that was not met"))
        self._asked = Text(theme, "", "small", "ink2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Mark(theme, "mandate"))
        row.addWidget(self.subject)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._asked)

    def _build_grid(self) -> None:
        theme = self.workplace.theme
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(10))
        self._grid.setColumnStretch(1, 1)
        self._allowed = Text(theme, "", "body", "ink2", wrap=True)
        self.reason = Field(theme, _("Why the requests are skipped"))
        self.reason.setMaxLength(LONGEST_REASON)
        self._left = Text(theme, "", "small", "ink2", wrap=True)
        self.what = Field(theme, _("Exactly what, no more"), name=_("What"))
        self.what.setMaxLength(LONGEST_WHAT)
        self.how = Field(theme, _("We look at it together each Friday"))
        self.how.setAccessibleName(_("How it will be followed up"))
        self.how.setMaxLength(200)
        examples = _("Fri, 13 Mar, in two weeks")
        self.by_when = Field(theme, examples, name=_("By when"), icon="calendar")
        self._no_day = Text(theme, "", "small", "badText", wrap=True)
        self._no_day.hide()
        self._line(_("When"), self._allowed, self.reason, self._left)
        self._line(_("What"), self.what)
        steps = self.workplace.ask(accountability_steps)
        own = ReadyWords(theme, self.how, steps, _("One of your steps"))
        self._line(_("How"), self.how, own)
        self._line(_("By when"), self.by_when, self._no_day)
        self.body.addLayout(self._grid)
        self.reason.textChanged.connect(self._count)

    def _line(self, label: str, *widgets: QWidget) -> None:
        theme, row = self.workplace.theme, self._grid.rowCount()
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(4))
        for widget in widgets:
            stack.addWidget(widget)
        said = Text(theme, label, "label", "ink2")
        beside = QVBoxLayout()
        beside.addSpacing(theme.px(2 if isinstance(widgets[0], Text) else 8))
        beside.addWidget(said)
        beside.addStretch(1)
        self._grid.addLayout(beside, row, 0)
        self._grid.addLayout(stack, row, 1)

    def _choose(self, _key: str) -> None:
        row = self._row
        self._asked.show_runs(asked_words(row) if row is not None else "")
        self._asked.setVisible(row is not None)
        self.reason.setVisible(row is None)
        self._left.setVisible(row is None)
        if row is None:
            self._allowed.show_runs(_("no request went unmet; it will be marked so"))
        else:
            words = ngettext(
                "the request was not met", "the request was not met {n} times", row.unmet
            )
            self._allowed.show_runs(words.format(n=row.unmet))
        if self.what.text() == self._what_was:
            self._what_was = row.text if row is not None else ""
            self.what.setText(self._what_was)
            self.what.setCursorPosition(0)
        self._count(self.reason.text())
        self.refuse(None)

    def _count(self, text: str) -> None:
        missing = LEAST_REASON - len(text.strip())
        words = _("It prints.")
        if missing > 0:
            more = ngettext("{n} more character", "{n} more characters", missing)
            words = _("{more}; it prints.").format(more=more.format(n=missing))
        self._left.show_runs([Run(words, "small#", "ink2")])

    def _due(self) -> date:
        self._no_day.show_runs("")
        self._no_day.hide()
        self.by_when.set_problem("")
        try:
            return parse_day(self.by_when.text(), as_of=self.workplace.as_of, toward="future")
        except UserError as refused:
            words = f"{refused.message} {refused.next_step}".strip()
            self._no_day.show_runs(words)
            self._no_day.show()
            self.by_when.set_problem(words)
            self.by_when.setFocus(Qt.FocusReason.OtherFocusReason)
            raise


def asked_words(row: AskRow) -> str:
    """“asked 10 Feb · asked again 24 Feb · not met”."""
    said = [_("asked {day}"), *[_("asked again {day}")] * (len(row.steps) - 1)]
    days = [
        words.format(day=short_day(step.day)) for words, step in zip(said, row.steps, strict=False)
    ]
    return " · ".join((*days, _("not met")))
