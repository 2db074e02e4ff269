"""How you lead: requests, shares and requirements, by rep or over time."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal

from coachdesk.language import gettext as _
from coachdesk.services.balance import behind_balance
from coachdesk.ui.insights import state
from coachdesk.ui.insights.balance_panel import BalancePanel
from coachdesk.ui.insights.chart_card import ChartCard, legend
from coachdesk.ui.insights.table_panel import TablePanel
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.balance_words import window_said
from coachdesk.views.chart_conduct import balance_scene, balance_time_scene
from coachdesk.views.charts import Scene, Target
from coachdesk.views.insights import Insights


class LeadCard(ChartCard):
    """Enter on a rep's bar opens the rep's page, Space what is behind it; likewise a quarter's."""

    turned = Signal(str)  # state.BY_REP or state.OVER_TIME

    def __init__(
        self, workplace: Workplace, page: ScrollPage, found: Insights, way: str = state.BY_REP
    ) -> None:
        theme = workplace.theme
        options = [(state.BY_REP, _("By rep")), (state.OVER_TIME, _("Over time"))]
        self._ways = Segmented(theme, options, way, name=_("How you lead"))
        parts = (("ask", _("request")), ("share", _("share")), ("mandate", _("requirement")))
        super().__init__(
            theme,
            _("How you lead"),
            partial(balance_scene, found),
            right=self._ways,
            below=legend(*parts),
        )
        self._workplace, self._found = workplace, found
        self._ways.chosen.connect(self._turn)
        self.opened.connect(self._open)
        self.looked.connect(self._look)
        self.table_asked.connect(self._show_table)
        self.view.stepped.connect(page.follow)

    def show_figures(self, found: Insights) -> None:
        """Show these figures, by rep or over time as it was chosen."""
        self._found = found
        is_over_time = self._ways.value() == state.OVER_TIME
        build = (
            partial(balance_time_scene, found.balance)
            if is_over_time
            else partial(balance_scene, found)
        )
        self.show_chart(build, state.lead_words(found))

    def _turn(self, way: str) -> None:
        self.show_figures(self._found)
        self.turned.emit(way)

    def _open(self, target: Target) -> None:
        if target.rep_id is None:
            self._look(target)
        else:
            self._workplace.open_rep(target.rep_id)

    def _look(self, target: Target) -> None:
        if target.rep_id is None:
            self._look_at_quarter(target.key)
        else:
            self._look_at_rep(target.rep_id)

    def _look_at_rep(self, rep_id: UUID) -> None:
        person = next(person for person in self._found.people if person.id == rep_id)
        balance = next(one for one in self._found.balances if one.rep_id == rep_id)
        BalancePanel(
            self._workplace,
            self.window(),
            title=_("How you lead {name}").format(name=person.first_name),
            words=balance.words,
            balance=balance,
            lines=self._workplace.ask(behind_balance, rep_id),
        ).ask()

    def _look_at_quarter(self, last_day: str) -> None:
        history = self._found.balance.history
        window = next(one for one in history if one.last_day.isoformat() == last_day)
        lines = [
            line
            for line in self._workplace.ask(behind_balance)
            if window.first_day <= line.day <= window.last_day
        ]
        BalancePanel(
            self._workplace,
            self.window(),
            title=_("How you lead"),
            words=_("{counts}.").format(counts=window_said(window)),
            lines=lines,
        ).ask()

    def _show_table(self, scene: Scene) -> None:
        TablePanel(self._workplace, self.window(), scene).ask()
