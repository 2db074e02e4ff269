"""What can be done on Today."""

from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.parts.talk_actions import talk_actions
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.today.view import TodayPage


def today_actions(page: TodayPage) -> list[Action]:
    """The steps of the next talk, and the keys of the lists."""
    return [
        *talk_actions(page.id, page.steps),
        _listed("today.tick", _("Keep the promise"), "Space", page.id),
        *inbox_keys(page.id),
        _listed("today.discard", _("Discard from the Inbox"), "Del", page.id),
    ]


def inbox_keys(page: str) -> list[Action]:
    """What completes a row of the Inbox; the list itself handles the keys."""
    letters = " ".join(guide.letter for guide in shipped_playbook().chain)
    behaviour = _("Name the behaviour of an Inbox row: {keys}").format(keys=letters)
    return [
        _listed("inbox.open", _("Open an Inbox row to add words"), "Return", page),
        _listed("inbox.rep", _("Name the rep of an Inbox row"), "R", page),
        _listed("inbox.behaviour", behaviour, letters[0], page),
        _listed("inbox.rating", _("Rate an Inbox row: 1 to 5"), "1", page),
    ]


def _listed(id: str, title: str, keys: str, page: str) -> Action:
    return Action(id, title, None, keys, _("In lists"), page=page, writes=True)
