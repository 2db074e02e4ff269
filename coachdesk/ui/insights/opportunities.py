"""Opportunities by customer: open ones by stage, decided ones with what decided them."""

from uuid import UUID

from PySide6.QtCore import Qt

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.opportunities import remove_opportunity
from coachdesk.ui.insights import state
from coachdesk.ui.insights.deal_rows import OpportunityPainter
from coachdesk.ui.insights.deal_sheets import CloseSheet, OpportunitySheet, ReviewSheet
from coachdesk.ui.insights.pursuit_sheet import PursuitSheet
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.deals import OpportunityLine


class OpportunitiesCard(ListCard):
    """Enter changes an open one or reviews a decided one, P weighs it, C closes, Del removes."""

    def __init__(self, workplace: Workplace, page: ScrollPage) -> None:
        theme = workplace.theme
        self._add = Button(theme, _("Add"), small=True, name=_("Add an opportunity"))
        painter = OpportunityPainter(theme, workplace.as_of)
        super().__init__(
            theme,
            Rows(theme, painter, name=_("Opportunities"), select=True),
            title=_("Opportunities"),
            extra=_("and what decided them"),
            right=self._add,
            stays=True,
            none=_("No opportunity yet. Add one to see activity next to what it led to."),
        )
        self._workplace = workplace
        self._add.clicked.connect(self.add_one)
        self.rows.opened.connect(self._open)
        self.rows.removed.connect(self._remove)
        self.rows.on_key("C", self._close)
        self.rows.on_key("P", self._pursue)
        workplace.hold(self._add)
        workplace.hold_rows(self.rows, "C", "P", "removed")
        self._follow = Follow(page, self.rows)

    def show_lines(self, lines: tuple[OpportunityLine, ...]) -> None:
        """Show these opportunities."""
        self.fill(state.opportunity_rows(lines))

    def reveal(self, id: UUID) -> bool:
        """Put the keys on one; False if the list does not show it."""
        for at, row in enumerate(self.rows.rows()):
            if getattr(row, "id", None) == id:
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                self.rows.set_current(at)
                return True
        return False

    def add_one(self) -> None:
        """Ask for the customer and a few words."""
        OpportunitySheet(self._workplace, self.window())

    def _open(self, line: OpportunityLine) -> None:
        if line.is_open:
            OpportunitySheet(self._workplace, self.window(), line)
        elif line.may_be_reviewed:
            ReviewSheet(self._workplace, self.window(), line)
        else:
            self._workplace.say(_("Only what was won or lost is reviewed."))

    def _close(self, line: OpportunityLine) -> None:
        if line.is_open:
            CloseSheet(self._workplace, self.window(), line)
        else:
            self._workplace.say(_("This pursuit is closed."))

    def _pursue(self, line: OpportunityLine) -> None:
        if line.is_open:
            PursuitSheet(self._workplace, self.window(), line)
        else:
            self._workplace.say(_("This pursuit is closed."))

    def _remove(self, line: OpportunityLine) -> None:
        try:
            self._workplace.do(remove_opportunity, line.id)
        except UserError as refused:
            self._workplace.say(f"{refused.message} {refused.next_step}".strip())
