"""What can be done with a partner team."""

from collections.abc import Callable

from coachdesk.language import gettext as _
from coachdesk.ui.partner_team.introductions_card import (
    CUSTOMER_KEY,
    DECIDES_KEY,
    NEW_KEY,
    REP_KEY,
)
from coachdesk.ui.partner_team.knowledge_card import NEW_KEY as ANSWER_KEY
from coachdesk.ui.partner_team.lines_card import TOLD_KEY
from coachdesk.ui.partner_team.page import PartnerTeamPage
from coachdesk.ui.shell.actions import Action


def partner_team_actions(
    page: PartnerTeamPage, choose: Callable[[], None], why_none: Callable[[], str]
) -> list[Action]:
    """The page from anywhere; on it, letters for the row the keys are on."""
    here, menu, lists = page.id, _("Partners"), _("In lists")
    new, ask = _("Note an introduction"), _("Put the four questions about a customer")
    why = page.why_no_team
    return [
        Action("partner_team.choose", _("Open a partner team…"), choose, "", menu, why_none),
        Action("partner_team.new", new, page.introduce, "", menu, why, here, writes=True),
        Action("partner_team.ask", ask, page.answer, "", menu, why, here, writes=True),
        Action("partner_team.rep", _("Go to the rep"), None, REP_KEY, lists, page=here),
        Action(
            "partner_team.customer", _("Go to the customer"), None, CUSTOMER_KEY, lists, page=here
        ),
        *(
            Action(f"partner_team.{id}", title, None, keys, lists, page=here, writes=True)
            for id, title, keys in (
                ("new_key", new, NEW_KEY),
                ("ask_key", ask, ANSWER_KEY),
                ("decides", _("Who else decides over there"), DECIDES_KEY),
                ("told", _("We told them today"), TOLD_KEY),
                ("step", _("Take the next step"), "Return"),
                ("remove", _("Remove an introduction or a line"), "Del"),
            )
        ),
    ]
