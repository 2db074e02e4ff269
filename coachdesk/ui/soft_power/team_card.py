"""How we treat one partner team: four measured qualities, and the next good thing to do."""

from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import CENTER, Run, box, canvas, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.signs import Sign
from coachdesk.ui.soft_power import state
from coachdesk.ui.soft_power.desk import SoftPowerDesk
from coachdesk.ui.soft_power.rows import QualityPainter
from coachdesk.views.search import Place
from coachdesk.views.soft_power import SoftPower, TeamCard


class TeamSign(Sign):
    """A team's letters in a square."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 34)
        self.letters = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        whole = QRectF(self.rect())
        box(c, whole, 7, None, "lineStrong")
        text(c, whole, self.letters, "initials", "ink2", CENTER)


class SoftTeamCard(Card):
    """Enter on a quality lists its evidence, on the name opens the team; all teams hide it."""

    def __init__(self, desk: SoftPowerDesk) -> None:
        theme = desk.workplace.theme
        super().__init__(theme, _("How we treat the team"))
        self._desk, self._team_id = desk, desk.team_id
        self._shown: TeamCard | None = None
        self._make_head()
        self._painter = QualityPainter(theme, desk.workplace.as_of)
        self.qualities = Rows(theme, self._painter, name=_("How we treat the team"), inset=16)
        self.qualities.opened.connect(desk.show_evidence)
        self.add(self.qualities, rule=True)
        self.blame = Text(theme, "", "small", wrap=True)
        self._blame_place = self.add(self.blame, rule=True, pad=(16, 10, 16, 10))
        self.next = Text(theme, "", "small", wrap=True)
        self.do_next = Button(theme, "", small=True)
        self.hear = Button(theme, _("Heard them today"), small=True)
        self.do_next.clicked.connect(self._do_next)
        self.hear.clicked.connect(desk.hear)
        foot = QVBoxLayout()
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.next)
        self._steps = Flow(theme, gap=8, name=_("Steps"))
        self._steps.add(self.do_next)
        self._steps.add(self.hear)
        foot.addWidget(self._steps)
        self.add(foot, rule=True, pad=(16, 10, 16, 12))
        desk.workplace.hold(self.hear)

    @property
    def widget(self) -> QWidget:
        """What stands below the board."""
        return self

    def show_team(self, team_id: UUID | None) -> None:
        """Read this team and show it."""
        self._show(self._desk.read(team_id))

    def _show(self, page: SoftPower) -> None:
        team = self._shown = page.team
        self.setVisible(team is not None)
        if team is None:
            return
        self._sign.letters = team.initials
        self._sign.update()
        self.name.set_label(team.name)
        self._people.show_runs(state.people_words(team))
        self._painter.team, self._painter.as_of = team, page.as_of
        self.qualities.set_rows(team.qualities)
        self.qualities.refresh_heights()
        self.blame.show_runs(state.blame_words(team) if team.blamed else "")
        self._blame_place.setVisible(bool(team.blamed))
        good = team.next_good
        self.next.show_runs(
            [
                Run(_("Next good thing to do: "), "small", "ink2"),
                Run(state.next_words(good, team), "smallMedium", "accent"),
            ]
        )
        verb = state.next_verb(good)
        self.do_next.set_label(verb)
        self.do_next.setVisible(bool(verb))
        self.hear.setVisible(verb != _("Note what they say"))
        self._steps.rearrange()

    def _make_head(self) -> None:
        theme = self._theme
        self._sign = TeamSign(theme)
        self.name = Button(theme, "", "link")
        self.name.clicked.connect(self._open_team)
        self._people = Text(theme, "", "small", "ink2", elide=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self._people)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        self.add(row, pad=(16, 10, 16, 10))

    def _open_team(self) -> None:
        if self._shown is not None:
            self._desk.workplace.open_place(Place("partner_team", self._shown.id))

    def _do_next(self) -> None:
        if self._shown is not None:
            self._desk.do_next(self._shown.next_good)
