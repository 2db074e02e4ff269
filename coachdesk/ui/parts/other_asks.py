"""A card of requests to others than reps: Enter opens the steps of one."""

from collections.abc import Callable, Sequence
from uuid import UUID

from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.ask_others import open_other
from coachdesk.ui.parts.ask_rows import AskPainter
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.settle_sheet import Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.rep import AskRow


class OtherAsksCard(ListCard):
    """Hidden while nothing is asked; `more` gives the steps of the place the card stands in."""

    def __init__(
        self,
        workplace: Workplace,
        title: str,
        more: Callable[[AskRow], tuple[Step, ...]] | None = None,
    ) -> None:
        theme = workplace.theme
        rows = Rows(theme, AskPainter(theme, workplace.as_of), name=title, round_last=True)
        super().__init__(theme, rows, title=title)
        self._workplace, self._more = workplace, more
        self._rep: tuple[UUID, str] | None = None
        rows.opened.connect(self._settle)
        workplace.hold_rows(rows, "opened")

    def show_asks(self, asks: Sequence[AskRow], rep: tuple[UUID, str] | None = None) -> None:
        """Show what the rep (id and first name), or else the manager, asks."""
        self._rep = rep
        self.fill(asks)

    def _settle(self, row: AskRow) -> None:
        more = () if self._more is None else self._more(row)
        open_other(self._workplace, self.window(), self._rep, row.id, more)
