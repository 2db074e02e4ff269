"""The card of what is to be told: ways of working, rules, worries that wait for an answer."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QRectF

from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.language import gettext as _
from coachdesk.services.change_stories import to_tell
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.change_stories import ToTell
from coachdesk.views.search import Place

TELL_KINDS: frozenset[type] = frozenset(
    {AdoptionConcern, ChangeStory, RuleAcknowledgement, RuleSheetEntry}
)


@dataclass(slots=True)
class _TellPainter:
    """“Hand-offs on one sheet”, and what it is at the right."""

    theme: Theme

    def height(self, row: ToTell, width: int) -> int:
        return self.theme.px(34)

    def name(self, row: ToTell) -> str:
        return f"{row.name}, {row.what}"

    def tip(self, row: ToTell) -> str:
        return row.name

    def paint(self, c: Canvas, rect: QRectF, row: ToTell, look: RowLook) -> None:
        px = c.theme.px
        line = rect.adjusted(px(16), 0, -px(16), 0)
        taken = text(c, line, row.what, "small", "ink2", RIGHT)
        line.setRight(line.right() - taken - px(12))
        text(c, line, row.name, "body", "ink")


class TellList(ListCard):
    """Enter goes to the Playbook, where it is told and ticked; not there where all is known."""

    def __init__(self, workplace: Workplace) -> None:
        theme, title = workplace.theme, _("To tell")
        rows = Rows(theme, _TellPainter(theme), name=title, round_last=True)
        super().__init__(theme, rows, title=title, right=_("not heard or known yet"))
        self._workplace = workplace
        rows.opened.connect(self._open)

    def show_rep(self, rep_id: UUID) -> None:
        """Read what this rep has not heard, or does not know as it stands."""
        self.fill(self._workplace.ask(to_tell, rep_id))

    def _open(self, row: ToTell) -> None:
        self._workplace.open_place(Place("playbook", row.id))
