"""What is coming and which requests there are, one below the other or side by side."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.text import Text
from coachdesk.ui.soft_power import state
from coachdesk.ui.soft_power.coming_card import ComingCard
from coachdesk.ui.soft_power.desk import SoftPowerDesk
from coachdesk.ui.soft_power.requests_card import RequestsCard
from coachdesk.views.soft_power import LateRep

BESIDE = 700


class LateCard(Card):
    """A quiet question about a rep who hears of needs late; it hides while nobody does."""

    def __init__(self, desk: SoftPowerDesk) -> None:
        theme = desk.workplace.theme
        super().__init__(theme, _("Needs heard of late"), sunk=True)
        self._desk, self._row = desk, None
        self.words = Text(theme, "", "small", "ink2", wrap=True)
        self.question = Text(theme, "", "body", wrap=True)
        self.talk = Button(theme, _("Put it on the agenda"), small=True)
        self.rep = Button(theme, "", "link")
        self.talk.clicked.connect(self._talk)
        self.rep.clicked.connect(self._open)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(6))
        stack.addWidget(self.words)
        stack.addWidget(self.question)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.talk)
        row.addWidget(self.rep)
        row.addStretch(1)
        stack.addLayout(row)
        self.add(stack, pad=(16, 10, 16, 10))
        desk.workplace.hold(self.talk)

    def show_late(self, row: LateRep | None) -> None:
        """Ask about this rep; None hides the card."""
        self._row: LateRep | None = row
        self.setVisible(row is not None)
        if row is None:
            return
        self.words.show_runs(state.late_words(row))
        self.question.show_runs(
            _("Ask {name}: {question}").format(name=row.first_name, question=row.question)
        )
        self.rep.set_label(_("Page of {name}").format(name=row.first_name))
        self.talk.setVisible(row.talk_id is not None)

    def _talk(self) -> None:
        if self._row is not None:
            self._desk.talk_about(self._row)

    def _open(self) -> None:
        if self._row is not None:
            self._desk.workplace.open_rep(self._row.rep_id)


class EarlyColumn(QWidget):
    """Below each other beside the card of a team, side by side where all teams are shown."""

    def __init__(self, desk: SoftPowerDesk) -> None:
        super().__init__()
        self._desk, self._is_alone = desk, False
        theme = desk.workplace.theme
        self.coming, self.late = ComingCard(desk), LateCard(desk)
        self.requests = RequestsCard(desk)
        first = QVBoxLayout()
        first.setSpacing(theme.px(16))
        first.addWidget(self.coming)
        first.addWidget(self.late)
        first.addStretch(1)
        second = QVBoxLayout()
        second.addWidget(self.requests)
        second.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(16))
        self._row.addLayout(first, 1)
        self._row.addLayout(second, 1)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def widget(self) -> QWidget:
        """What stands below the board."""
        return self

    def show_team(self, team_id: UUID | None) -> None:
        """Show what is coming for this team, or for all of them."""
        page = self._desk.take(team_id)
        self.coming.show_page(page)
        self.requests.show_page(page)
        self.late.show_late(page.late[0] if page.late else None)
        self._is_alone = team_id is None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side where this column has the whole line to itself, and there is room."""
        direction = QBoxLayout.Direction
        beside = self._is_alone and self.width() >= self._desk.workplace.theme.px(BESIDE)
        self._row.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        self._row.setStretch(1, 1 if beside else 0)
