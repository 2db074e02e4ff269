"""How you lead: requests, shares and requirements to each rep."""

from functools import partial
from gettext import gettext as _

from coachdesk.ui.insights import state
from coachdesk.ui.insights.chart_card import ChartCard, legend
from coachdesk.ui.insights.table_panel import TablePanel
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.chart_conduct import balance_scene
from coachdesk.views.charts import Scene, Target
from coachdesk.views.insights import Insights


class LeadCard(ChartCard):
    """Enter on a bar opens the rep's page."""

    def __init__(self, workplace: Workplace, page: ScrollPage, found: Insights) -> None:
        parts = (("ask", _("request")), ("share", _("share")), ("mandate", _("requirement")))
        super().__init__(
            workplace.theme,
            _("How you lead"),
            partial(balance_scene, found),
            right=legend(*parts),
        )
        self._workplace = workplace
        self.opened.connect(self._open)
        self.table_asked.connect(self._show_table)
        self.view.stepped.connect(page.follow)

    def show_figures(self, found: Insights) -> None:
        """Show these figures."""
        self.show_chart(partial(balance_scene, found), state.lead_words(found))

    def _open(self, target: Target) -> None:
        if target.rep_id is not None:
            self._workplace.open_rep(target.rep_id)

    def _show_table(self, scene: Scene) -> None:
        TablePanel(self._workplace, self.window(), scene).ask()
