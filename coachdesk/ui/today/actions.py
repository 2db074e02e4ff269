"""What can be done on Today."""

from gettext import gettext as _

from coachdesk.ui.parts.talk_actions import talk_actions
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.today.view import TodayPage


def today_actions(page: TodayPage) -> list[Action]:
    """The steps of the next talk, and the keys of the lists."""
    lists = _("In lists")
    return [
        *talk_actions(page.id, page.steps),
        Action("today.tick", _("Keep the promise"), None, "Space", lists, page=page.id),
        Action("today.discard", _("Discard from the Inbox"), None, "Del", lists, page=page.id),
    ]
