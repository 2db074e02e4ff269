"""Activity and outcome: by kind, by the customer's stage, and how opportunities ended."""

from functools import partial

from coachdesk.domain.vocabulary import ActivityKind
from coachdesk.language import gettext as _
from coachdesk.services.deals import activity_lines
from coachdesk.ui.insights import state
from coachdesk.ui.insights.activity_panel import ActivityPanel
from coachdesk.ui.insights.deal_rows import StagePainter
from coachdesk.ui.insights.rows import ActivityPainter
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.insights import ActivityFigure, Insights, StageFigure

PAD = (16, 10, 16, 10)


class ActivitiesCard(ListCard):
    """Enter on a kind or a stage opens its activities, those without a result first."""

    def __init__(self, workplace: Workplace, page: ScrollPage) -> None:
        theme = workplace.theme
        super().__init__(
            theme,
            Rows(theme, ActivityPainter(theme), name=_("Activity and outcome"), select=True),
            title=_("Activity and outcome"),
            extra=_("a year; what moved the customer’s decision"),
            stays=True,
            none=_("No activity was noted yet. Ctrl+Shift+N notes one."),
        )
        self._workplace = workplace
        self.rows.opened.connect(self._open_kind)
        words = _("By stage of the customer’s selection process")
        self._stage_title = self.add(
            Text(theme, words, "label", "ink2"), rule=True, sunk=True, pad=PAD
        )
        self.stages = Rows(theme, StagePainter(theme), name=words, select=True)
        self.stages.opened.connect(self._open_stage)
        self._stage_list = self.add(self.stages, rule=True)
        self._texts = [Text(theme, "", "body", "ink2", wrap=True) for _each in range(3)]
        for text in self._texts:
            self.add(text, rule=True, sunk=True, pad=PAD)
        self._follow = Follow(page, self.rows), Follow(page, self.stages)

    def show_figures(self, found: Insights) -> None:
        """Show these figures."""
        self.fill(found.activities)
        self.stages.set_rows(found.stages)
        for section in (self._stage_title, self._stage_list):
            section.setVisible(bool(found.stages))
        said = (found.decided.words, found.prepared.words, state.misses_lines(found))
        for text, words in zip(self._texts, said, strict=True):
            text.show_runs(words)

    def _open_kind(self, row: ActivityFigure) -> None:
        lines = partial(activity_lines, self._workplace.desk, kind=ActivityKind(row.kind))
        ActivityPanel(self._workplace, self.window(), row.title, lines).ask()

    def _open_stage(self, row: StageFigure) -> None:
        lines = partial(activity_lines, self._workplace.desk, stage=row.stage)
        ActivityPanel(self._workplace, self.window(), row.title, lines).ask()
