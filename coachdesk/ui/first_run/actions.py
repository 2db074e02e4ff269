"""What can be done on the first run, and the way back to it."""

from coachdesk.language import gettext as _
from coachdesk.ui.first_run.page import FirstRunPage
from coachdesk.ui.shell.actions import Action


def first_run_actions(page: FirstRunPage) -> list[Action]:
    """Create, and what the list of lines answers to."""
    lists, team = _("In lists"), _("Team")
    asked = (
        ("create", _("Create the team"), page.create, "Ctrl+Return", team),
        ("remove", _("Remove a line"), None, "Del", lists),
        ("change", _("Change a line"), None, "Return", lists),
    )
    return [
        Action(f"first_run.{id}", title, run, keys, menu, page=page.id, writes=True)
        for id, title, run, keys, menu in asked
    ]
