"""The coaching plan of one rep: where it stands, what was tried, and what came of earlier ones."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.plan_rules import MOST_PLANNED
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.plan_rows import EndedPainter, EndedRow, TalkPainter
from coachdesk.ui.team.plan_steps import START_KEY, PlanSteps
from coachdesk.views.plans import PlanView, count_words, figures_words, question_words
from coachdesk.views.rep import RepPage as RepRecord


class PlanCard(Card):
    """`evidence_asked` tells the behaviour whose events the figures rest on."""

    evidence_asked = Signal(str)

    def __init__(self, workplace: Workplace, steps: PlanSteps) -> None:
        super().__init__(workplace.theme, _("Coaching plan"))
        self._workplace, self._steps = workplace, steps
        self._page: RepRecord | None = None
        self._unfolded: set[UUID] = set()
        theme, as_of = workplace.theme, workplace.as_of
        self.header = SectionHeader(theme, _("Coaching plan"), right=" ")
        self.add(self.header)
        self._none = self.add(self._build_none(), rule=True, pad=(16, 10, 16, 12))
        self._standing = self.add(self._build_standing(), rule=True, pad=(16, 10, 16, 10))
        self._asked = self.add(self._build_question(), rule=True, sunk=True, pad=(16, 8, 16, 8))
        self.talks = Rows(theme, TalkPainter(theme, as_of), name=_("What was tried"))
        self.talks.opened.connect(steps.write_tried)
        workplace.hold_rows(self.talks, "opened")
        self._talks = self.add(self.talks, rule=True)
        self._foot = self.add(self._build_foot(), rule=True, pad=(16, 8, 16, 10))
        self.ended = Rows(
            theme, EndedPainter(theme, as_of), name=_("Plans that ended"), round_last=True
        )
        self.ended.opened.connect(self._fold)
        self._ended = self.add(self.ended, rule=True)

    # --- building -----------------------------------------------------------------------------

    def _build_none(self) -> QWidget:
        theme = self._workplace.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self._why_none = Text(theme, "", "body", "ink2", wrap=True)
        self.begin = Button(theme, _("Start a plan"), hint=START_KEY)
        self.begin.clicked.connect(self._steps.start)
        self._workplace.hold(self.begin)
        row.addWidget(self._why_none, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.begin)
        return holder

    def _build_standing(self) -> QWidget:
        theme = self._workplace.theme
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(4))
        self._good = Text(theme, "", "body", wrap=True)
        self._figures = Text(theme, "", "small", "ink2", wrap=True)
        self.events = Button(theme, _("Show the events"), "link")
        self.events.clicked.connect(self._show_events)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._figures, 1)
        row.addWidget(self.events, 0, Qt.AlignmentFlag.AlignTop)
        stack.addWidget(self._good)
        stack.addLayout(row)
        return holder

    def _build_question(self) -> QWidget:
        theme = self._workplace.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self._question = Text(theme, "", "smallMedium", "warnText", wrap=True)
        row.addWidget(IconLabel(theme, "clock", "warn"))
        row.addWidget(self._question, 1, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _build_foot(self) -> QWidget:
        theme = self._workplace.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self.stop_button = Button(theme, _("Stop the plan"), "link")
        self.change_button = Button(theme, _("Change it"), "link")
        self.more_button = Button(theme, _("One more one-on-one"), "link")
        for button, act in (
            (self.stop_button, self._steps.stop),
            (self.more_button, self._steps.one_more),
            (self.change_button, self._steps.change),
        ):
            button.clicked.connect(act)
            self._workplace.hold(button)
            row.addWidget(button)
        row.addStretch(1)
        return holder

    # --- showing ------------------------------------------------------------------------------

    def show_page(self, page: RepRecord) -> None:
        """Show this rep's plans."""
        if self._page is not None and self._page.rep_id != page.rep_id:
            self._unfolded.clear()
        self._page = page
        plan = self._steps.plan
        for section in (self._standing, self._foot):
            section.setVisible(plan is not None)
        self._none.setVisible(plan is None)
        self._talks.setVisible(plan is not None and bool(plan.talks))
        self.talks.set_rows(() if plan is None else plan.talks)
        self._show_question(plan)
        if plan is None:
            self._show_none(page)
        else:
            self._show_plan(plan)
        self._show_ended()

    def reveal(self, plan_id: UUID) -> bool:
        """Put the keys on a plan, unfolded where it ended; False if it is none of these."""
        plan = self._steps.plan
        if plan is not None and plan.id == plan_id:
            self.change_button.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        for at, row in enumerate(self.ended.rows()):
            if row.id == plan_id:
                self._unfolded.add(plan_id)
                self._show_ended()
                self.ended.set_current(at)
                self.ended.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _show_plan(self, plan: PlanView) -> None:
        self.header.extra.show_runs(plan.title)
        self._say_right(count_words(plan))
        self._good.show_runs(plan.good_looks_like)
        self._figures.show_runs(figures_words(plan))
        self.events.setVisible(bool(plan.n))

    def _show_none(self, page: RepRecord) -> None:
        self.header.extra.show_runs("")
        self._say_right("")
        gone = page.left_on is not None
        words = _("One behaviour at a time, over four to six one-on-ones with {name}.")
        words = _("{name} has left the team.") if gone else words
        self._why_none.show_runs(words.format(name=page.first_name))
        self.begin.setVisible(not gone)

    def _show_question(self, plan: PlanView | None) -> None:
        asked = "" if plan is None else question_words(plan)
        self._asked.setVisible(bool(asked))
        self._question.show_runs(asked)
        can_add = plan is not None and plan.is_used_up and plan.planned < MOST_PLANNED
        self.more_button.setVisible(can_add)

    def _show_ended(self) -> None:
        plans = () if self._page is None else self._page.plans
        rows = [EndedRow(each, each.id in self._unfolded) for each in plans if not each.is_active]
        self.ended.set_rows(rows)
        self._ended.setVisible(bool(rows))

    def _say_right(self, words: str) -> None:
        if isinstance(self.header.right, Text):
            self.header.right.show_runs([Run(words, "small", "ink2")])

    # --- what the person does -----------------------------------------------------------------

    def _fold(self, row: EndedRow) -> None:
        self._unfolded ^= {row.id}
        self._show_ended()

    def _show_events(self) -> None:
        if self._steps.plan is not None:
            self.evidence_asked.emit(self._steps.plan.behaviour.value)
