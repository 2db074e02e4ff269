"""What can be done with a store as a whole, wherever the person is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.exchange.export_sheet import ExportSheet
from coachdesk.ui.exchange.import_sheet import ImportSheet
from coachdesk.ui.parts.filled_form import read_form
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace


def exchange_actions(
    workplace: Workplace, window: QWidget, take_reps: Callable[[str], None]
) -> list[Action]:
    """Export of everything, import of a table; `take_reps` goes on with a list of reps."""
    return [
        Action(
            "store.import",
            _("Import a table (CSV)"),
            partial(_import, workplace, window, take_reps),
            "",
            _("Team"),
            writes=True,
        ),
        Action(
            "form.read",
            _("Read a filled-in form"),
            partial(read_form, workplace, window),
            "",
            _("Team"),
            writes=True,
        ),
        Action(
            "store.export",
            _("Export everything"),
            partial(_export, workplace, window),
            "",
            _("Team"),
        ),
    ]


def _export(workplace: Workplace, window: QWidget) -> None:
    ExportSheet(workplace, window).open()


def _import(workplace: Workplace, window: QWidget, take_reps: Callable[[str], None]) -> None:
    sheet = ImportSheet(workplace, window)
    sheet.roster_asked.connect(take_reps)
    sheet.open()
