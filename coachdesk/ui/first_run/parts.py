"""What the first run is made of at one zoom and width: the choices, the work, the bar under it."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.first_run.choices import OPEN, LeftSide
from coachdesk.ui.first_run.opening import OpenPanel
from coachdesk.ui.first_run.view import Foot, TeamView
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace

STACKED_BELOW, TIGHT_BELOW = STEPS = (900, 1180)
LEFT_LEAST, LEFT_MOST, LEFT_SHARE = 300, 452, 0.33


class Parts:
    """The widgets of the page, laid into `both`; made again when zoom or width ask for it.

    `left` is None where there is a team already: nothing is to be chosen.
    """

    def __init__(
        self,
        workplace: Workplace,
        both: QBoxLayout,
        room: Room,
        *,
        choice: str,
        way: str,
        is_first: bool,
    ) -> None:
        self._work, self._both, self._room = workplace, both, room
        theme, tight = workplace.theme, room.width < TIGHT_BELOW
        self.left: LeftSide | None = None
        if is_first:
            self.left = LeftSide(theme, choice, beside=not self.is_stacked, tight=tight)
        title = _("Your team")
        self.view = TeamView(theme, way, workplace.desk.store.path, is_first=is_first)
        self.open = OpenPanel(workplace)
        self.scroll = ScrollPage(theme, title, content=self._build_column(is_first=is_first))
        self.foot = Foot(theme, is_first=is_first)
        work = QWidget()
        stack = QVBoxLayout(work)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.scroll, 1)
        stack.addWidget(self.foot)
        self._content: list[QWidget] = [work]
        if self.left is not None and not self.is_stacked:
            self._content.insert(0, ScrollPage(theme, _("How to begin"), content=self.left))
        for i, widget in enumerate(self._content):
            both.addWidget(widget, int(i == len(self._content) - 1))
        self.show_choice(choice)
        self.fit(room)

    @property
    def is_stacked(self) -> bool:
        """Too narrow for two sides: the choices stand above the work."""
        return self._room.width < STACKED_BELOW

    def fit(self, room: Room) -> None:
        """Share this width."""
        px = self._work.theme.px
        if len(self._content) > 1:
            wanted = round(room.width * LEFT_SHARE)
            self._content[0].setFixedWidth(px(min(max(wanted, LEFT_LEAST), LEFT_MOST)))
        self.view.set_beside(room.width >= TIGHT_BELOW)

    def show_choice(self, choice: str) -> None:
        """The team to be made, or a file to be opened."""
        if self.left is not None:
            self.left.choices.set_value(choice)
        self.view.setVisible(choice != OPEN)
        self.open.setVisible(choice == OPEN)
        self.foot.create.setVisible(choice != OPEN)

    def free(self) -> None:
        """Make room for others."""
        for old in self._content:
            self._both.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _build_column(self, *, is_first: bool) -> QWidget:
        """What scrolls, over the bar that does not."""
        px = self._work.theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        beside = self.left is not None and not self.is_stacked
        if self.left is not None and self.is_stacked:
            column.addWidget(self.left)
        for panel in (self.view, self.open):
            panel.setContentsMargins(*(px(m) for m in (40, 56 if beside else 24, 40, 24)))
            column.addWidget(panel, 1)
        return inner
