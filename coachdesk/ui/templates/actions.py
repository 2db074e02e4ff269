"""The way to the person's own templates, from every page."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.templates.sheet import TemplatesSheet


def template_actions(workplace: Workplace, window: QWidget) -> list[Action]:
    """Make the documents one's own."""
    return [
        Action(
            "print.templates",
            _("Make the documents my own"),
            partial(_open, workplace, window),
            "",
            _("Paper"),
            partial(_why_not, workplace),
        )
    ]


def _open(workplace: Workplace, window: QWidget) -> None:
    folder = workplace.desk.own_templates
    if folder is not None:
        TemplatesSheet(workplace, window, folder).ask()


def _why_not(workplace: Workplace) -> str:
    return _("There is no folder for templates.") if workplace.desk.own_templates is None else ""
