"""What can be done on the Partners page."""

from coachdesk.language import gettext as _
from coachdesk.ui.partners.page import PartnersPage
from coachdesk.ui.shell.actions import Action


def partner_actions(page: PartnersPage) -> list[Action]:
    """Plan a hand-off, add a team; the keys of the board."""
    here, menu, lists = page.id, _("Partners"), _("In lists")
    new, team = _("Plan a hand-off"), _("Add a partner team")
    following, others = _("Show the next partner team"), _("Show where not all three won")
    why_none = page.why_no_others
    return [
        Action("partners.new", new, page.new_hand_off, "", menu, page=here, writes=True),
        Action("partners.team", team, page.add_team, "", menu, page=here, writes=True),
        Action("partners.next", following, page.next_team, "", menu, page=here),
        Action("partners.others", others, page.show_others, "", menu, why_none, here),
        Action("partners.open", _("Open the hand-off"), None, "Return", lists, page=here),
        Action("partners.turn", following, None, "T", lists, page=here),
        *(
            Action(f"partners.{id}", title, None, keys, lists, page=here, writes=True)
            for id, title, keys in (
                ("plan", new, "H"),
                ("on", _("Move the card on to the next column"), "Ctrl+Right"),
                ("back", _("Move the card back a column"), "Ctrl+Left"),
            )
        ),
    ]
