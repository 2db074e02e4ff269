"""What can be done with a store as a whole, wherever the person is."""

from functools import partial
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from coachdesk.ui.exchange.export_sheet import ExportSheet
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace


def exchange_actions(workplace: Workplace, window: QWidget) -> list[Action]:
    """Export of everything."""
    return [
        Action(
            "store.export",
            _("Export everything"),
            partial(_export, workplace, window),
            "",
            _("Team"),
        )
    ]


def _export(workplace: Workplace, window: QWidget) -> None:
    ExportSheet(workplace, window).open()
