"""What can be done about soft power, on the Partners page."""

from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.soft_power.desk import SoftPowerDesk


def soft_power_actions(desk: SoftPowerDesk, page: str) -> list[Action]:
    """Note, tell, sort, hear; the keys of the two lists."""
    menu, lists = _("Partners"), _("In lists")
    why, no_team = desk.why_not_tell, desk.why_no_team
    note, request = _("Note something that may be coming"), _("Note a request to a partner team")
    tell, hear = _("Tell the team what is coming"), _("Note what the team says of its job")
    sheet = _("Print the early-access sheet")
    return [
        Action("soft.note", note, desk.note, "", menu, page=page, writes=True),
        Action("soft.tell", tell, desk.tell, "", menu, why, page, writes=True),
        Action("soft.request", request, desk.request, "", menu, page=page, writes=True),
        Action("soft.hear", hear, desk.hear, "", menu, no_team, page, writes=True),
        Action("soft.sheet", sheet, desk.print_sheet, "", menu, no_team, page),
        *(
            Action(f"soft.{id}", title, None, keys, lists, page=page, writes=True)
            for id, title, keys in (
                ("another", _("Note what may come, or a request"), "N"),
                ("inform", tell, "I"),
                ("withdraw", _("What may come will not come"), "W"),
                ("came", _("What may come is here"), "C"),
                ("sort", _("Sort the request"), "S"),
                ("hand_on", _("Hand the request on"), "O"),
            )
        ),
    ]
