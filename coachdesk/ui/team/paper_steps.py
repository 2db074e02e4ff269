"""What prints about a rep, or for the rep to fill in: for the menu of the head and the palette."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.popup import Choice
from coachdesk.ui.parts.preparation_out import preparation_sheet
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.record_sheet import development_record_sheet
from coachdesk.ui.team.year_sheet import year_sheet
from coachdesk.views.rep import RepPage

RECORD, YEAR, PREPARATION = "record", "year", "preparation"


class PaperSteps:
    """Each shows the page first; `shown` is the rep in sight."""

    def __init__(
        self, workplace: Workplace, ground: QWidget, shown: Callable[[], RepPage | None]
    ) -> None:
        self._workplace, self._ground, self._shown = workplace, ground, shown

    def print_record(self) -> None:
        """The development record of a quarter."""
        if page := self._shown():
            development_record_sheet(self._workplace, self._ground.window(), page.rep_id).ask()

    def print_year(self) -> None:
        """The last twelve months in counts."""
        if page := self._shown():
            year_sheet(self._workplace, self._ground.window(), page.rep_id).ask()

    def print_preparation(self) -> None:
        """The form for the rep's own preparation."""
        if page := self._shown():
            window = self._ground.window()
            preparation_sheet(self._workplace, window, page.rep_id, page.first_name).ask()

    def why_none(self) -> str:
        """Why there is no page to print."""
        return "" if self._shown() is not None else _("There is no rep yet.")

    def choices(self) -> list[Choice]:
        """The same as lines of a menu."""
        held = {PREPARATION: self._workplace.why_not_write}
        return [Choice(key, title, why_not=held.get(key, "")) for key, title, _run in self._ways()]

    def run(self, key: str) -> bool:
        """One line of the menu; whether it is one of these."""
        for known, _title, run in self._ways():
            if known == key:
                run()
                return True
        return False

    def actions(self, page: str) -> list[Action]:
        """For the palette of a page."""
        return [
            Action(
                f"rep.{key}",
                title,
                run,
                "",
                _("Team"),
                self.why_none,
                page,
                writes=key == PREPARATION,
            )
            for key, title, run in self._ways()
        ]

    def _ways(self) -> list[tuple[str, str, Callable[[], None]]]:
        return [
            (RECORD, _("Print the development record"), self.print_record),
            (YEAR, _("Print the year on one page"), self.print_year),
            (PREPARATION, _("Save a form for the rep to fill in"), self.print_preparation),
        ]
