"""What can be done on a rep's page."""

from gettext import gettext as _

from coachdesk.ui.parts.talk_actions import talk_actions
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.team.view import RepPage


def rep_actions(page: RepPage) -> list[Action]:
    """The steps of the next talk, and the keys of the lists."""
    lists, here = _("In lists"), page.id
    return [
        *talk_actions(here, page.steps),
        *page.person.actions(here),
        Action("rep.move_rows", _("Move in the list"), None, "J", lists, page=here),
        Action(
            "rep.unfold",
            _("Unfold the event, settle the ask or promise"),
            None,
            "Return",
            lists,
            page=here,
        ),
        Action("rep.edit", _("Edit the event"), None, "E", lists, page=here),
        Action("rep.history", _("Show the history of the event"), None, "H", lists, page=here),
        Action("rep.rate", _("Rate the event again, 1 to 5"), None, "1", lists, page=here),
        Action("rep.void", _("Stop counting the event"), None, "Del", lists, page=here),
        Action("rep.tick", _("Keep the promise"), None, "Space", lists, page=here),
    ]
