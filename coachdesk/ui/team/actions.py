"""What can be done on a rep's page."""

from coachdesk.language import gettext as _
from coachdesk.ui.parts.talk_actions import talk_actions
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.team.view import RepPage


def rep_actions(page: RepPage) -> list[Action]:
    """The steps of the next talk, and the keys of the lists."""
    lists, here = _("In lists"), page.id
    return [
        *talk_actions(here, page.steps),
        *page.person.actions(here),
        *page.plan.actions(here),
        *page.asking.actions(here),
        *page.paper.actions(here),
        Action("rep.move_rows", _("Move in the list"), None, "J", lists, page=here),
        Action(
            "rep.unfold",
            _("Unfold the event, settle the ask, promise or share"),
            None,
            "Return",
            lists,
            page=here,
        ),
        Action("rep.board", _("Show the hand-off on Partners"), None, "P", lists, page=here),
        Action("rep.history", _("Show the history of the event"), None, "H", lists, page=here),
        *(
            Action(f"rep.{id}", title, None, keys, lists, page=here, writes=True)
            for id, title, keys in (
                ("edit", _("Edit the event"), "E"),
                ("own", _("Enter the rep’s own rating"), "O"),
                ("rate", _("Rate the event again, 1 to 5"), "1"),
                ("void", _("Stop counting the event"), "Del"),
                ("tick", _("Keep the promise"), "Space"),
            )
        ),
    ]
