"""What can be done on the Team page."""

from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.team.team_page import TeamPage


def team_actions(page: TeamPage) -> list[Action]:
    """The steps of the rep the keys are on, the lists of names, and the keys of the table."""
    menu, lists, here = _("Team"), _("In lists"), page.id
    return [
        *page.steps.actions(here),
        Action("team.customers", _("Show the customers"), page.open_customers, "", menu, page=here),
        Action(
            "team.partners", _("Show the partner teams"), page.open_partners, "", menu, page=here
        ),
        Action("team.forms", _("Print blank forms"), page.choose_form, "", menu, page=here),
        Action("team.open", _("Open the rep’s page"), None, "Return", lists, page=here),
        *(
            Action(f"team.{id}", title, None, keys, lists, page=here, writes=True)
            for id, title, keys in (
                ("edit_row", _("Change the rep’s details"), "E"),
                ("up", _("Move the rep up"), "Alt+Up"),
                ("down", _("Move the rep down"), "Alt+Down"),
                ("not_away", _("Remove the days away"), "Del"),
            )
        ),
    ]
