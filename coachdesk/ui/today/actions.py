"""What can be done on Today."""

from gettext import gettext as _

from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.parts.talk_actions import talk_actions
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.today.view import TodayPage


def today_actions(page: TodayPage) -> list[Action]:
    """The steps of the next talk, and the keys of the lists."""
    lists = _("In lists")
    return [
        *talk_actions(page.id, page.steps),
        Action("today.tick", _("Keep the promise"), None, "Space", lists, page=page.id),
        *inbox_keys(page.id, lists),
        Action("today.discard", _("Discard from the Inbox"), None, "Del", lists, page=page.id),
    ]


def inbox_keys(page: str, menu: str) -> list[Action]:
    """What completes a row of the Inbox; the list itself handles the keys."""
    behaviour = _("Name the behaviour of an Inbox row: {keys}")
    letters = " ".join(guide.letter for guide in shipped_playbook().chain)
    return [
        Action("inbox.open", _("Open an Inbox row to add words"), None, "Return", menu, page=page),
        Action("inbox.rep", _("Name the rep of an Inbox row"), None, "R", menu, page=page),
        Action(
            "inbox.behaviour", behaviour.format(keys=letters), None, letters[0], menu, page=page
        ),
        Action("inbox.rating", _("Rate an Inbox row: 1 to 5"), None, "1", menu, page=page),
    ]
