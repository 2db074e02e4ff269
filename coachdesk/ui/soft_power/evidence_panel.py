"""The hand-offs and requests behind one figure of a team card."""

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power import state
from coachdesk.ui.soft_power.rows import EvidencePainter
from coachdesk.views.search import Place
from coachdesk.views.soft_power import EvidenceRow, QualityRow, TeamCard

ROW = 48


class EvidencePanel(Overlay):
    """Enter opens the hand-off or the rep's page; Esc closes."""

    def __init__(
        self, workplace: Workplace, window: QWidget, row: QualityRow, team: TeamCard
    ) -> None:
        title = state.quality_title(row.quality)
        super().__init__(workplace.theme, window, title, width=560)
        theme, self._workplace = workplace.theme, workplace
        self.card.add(Text(theme, f"{title}, {team.name}", "title"), pad=(20, 16, 20, 0))
        about = " ".join((state.quality_rule(row.quality, team), _("The last 26 weeks.")))
        self.card.add(Text(theme, about, "body", "ink2", wrap=True), pad=(20, 0, 20, 4))
        line = state.quality_line(row, team, workplace.as_of)
        self.card.add(Text(theme, line, "bodyMedium", wrap=True), pad=(20, 0, 20, 10))
        painter = EvidencePainter(theme, workplace.as_of)
        self.list = Rows(theme, painter, name=title, inset=20)
        self.list.set_rows(row.evidence)
        self.list.opened.connect(self._opened)
        scroll = ScrollPage(theme, title, content=self.list)
        self._follow = Follow(scroll, self.list)
        room = max(theme.px(ROW), window.height() - theme.px(320))
        scroll.setFixedHeight(min(theme.px(ROW) * len(row.evidence), room))
        self.card.add(scroll, rule=True, pad=(0, 0, 8, 10))
        self.open_panel(self.list)
        self.fit()

    def _opened(self, row: EvidenceRow) -> None:
        self.close_panel()
        if row.is_request:
            self._workplace.open_rep(row.rep_id)
        else:
            self._workplace.open_place(Place("hand_off", row.id))
