"""What can become of a rep's coaching plan: begun, changed, filled, stopped."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.plan_sheets import (
    ChangePlanSheet,
    StartPlanSheet,
    StopPlanSheet,
    TriedSheet,
)
from coachdesk.views.plans import PlanTalk, PlanView
from coachdesk.views.rep import RepPage

START_KEY, STOP_KEY = "Ctrl+Shift+G", "Ctrl+Shift+E"


class PlanSteps(QObject):
    """Opens the sheets; `shown` gives the rep's page at the moment of asking."""

    def __init__(
        self, workplace: Workplace, page: QWidget, shown: Callable[[], RepPage | None]
    ) -> None:
        super().__init__(page)
        self._workplace, self._page, self._shown = workplace, page, shown

    @property
    def plan(self) -> PlanView | None:
        """The plan that goes on."""
        page = self._shown()
        plans = () if page is None else page.plans
        return next((plan for plan in plans if plan.is_active), None)

    def start(self) -> None:
        """Begin a plan; where one runs, change it."""
        page = self._shown()
        if self.plan is not None:
            self.change()
        elif page is not None:
            StartPlanSheet(self._workplace, self._window, page)

    def change(self) -> None:
        """Other words, or another number of one-on-ones."""
        if self.plan is not None:
            ChangePlanSheet(self._workplace, self._window, self.plan)

    def one_more(self) -> None:
        """Go on for one more one-on-one."""
        plan = self.plan
        if plan is not None:
            ChangePlanSheet(self._workplace, self._window, plan, plan.planned + 1)

    def stop(self) -> None:
        """Ask what came of it; a changed plan leads to the next."""
        if self.plan is not None:
            StopPlanSheet(self._workplace, self._window, self.plan, self.start)

    def write_tried(self, talk: PlanTalk) -> None:
        """What was tried in one talk."""
        if self.plan is not None:
            TriedSheet(self._workplace, self._window, self.plan, talk)

    def why_not_start(self) -> str:
        """Who has left gets no plan."""
        page = self._shown()
        if page is not None and page.left_on is not None:
            return _("{name} has left the team.").format(name=page.first_name)
        return "" if page is not None else _("There is no rep yet.")

    def why_not_stop(self) -> str:
        """Why there is nothing to stop."""
        return "" if self.plan is not None else _("No coaching plan is running.")

    def actions(self, page: str) -> list[Action]:
        """For the palette and the keys of a page."""
        menu = _("Coaching plan")
        begin, end = _("Start or change the coaching plan"), _("Stop the coaching plan")
        begun = (f"{page}.plan", begin, self.start, START_KEY, menu, self.why_not_start, page)
        ended = (f"{page}.stop_plan", end, self.stop, STOP_KEY, menu, self.why_not_stop, page)
        return [Action(*begun, writes=True), Action(*ended, writes=True)]

    @property
    def _window(self) -> QWidget:
        return self._page.window()
