"""Asking peers, departments and the own manager, from anywhere."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.parts.ask_others import AskOthersSheet
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace


def ask_actions(workplace: Workplace, window: QWidget) -> list[Action]:
    """The manager asks somebody who is no rep."""
    title = _("Ask a peer manager, a department or your manager")
    run = partial(AskOthersSheet, workplace, window)
    return [Action("ask.others", title, run, "Ctrl+Shift+K", _("Ask and share"), writes=True)]
