"""What can be done on the first run, and the way back to it."""

from gettext import gettext as _

from coachdesk.ui.first_run.page import FirstRunPage
from coachdesk.ui.shell.actions import Action


def first_run_actions(page: FirstRunPage) -> list[Action]:
    """Create, and what the list of lines answers to."""
    lists, team = _("In lists"), _("Team")
    return [
        Action(
            "first_run.create", _("Create the team"), page.create, "Ctrl+Return", team, page=page.id
        ),
        Action("first_run.remove", _("Remove a line"), None, "Del", lists, page=page.id),
        Action("first_run.change", _("Change a line"), None, "Return", lists, page=page.id),
    ]
