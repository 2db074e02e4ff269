"""What can be done with the team's baton lines."""

from collections.abc import Callable

from coachdesk.language import gettext as _
from coachdesk.ui.batons.page import ASK_KEY, HANG_KEY, REP_KEY, SHARE_KEY, BatonsPage
from coachdesk.ui.shell.actions import Action


def baton_actions(page: BatonsPage, show: Callable[[], None]) -> list[Action]:
    """The page from anywhere; on it, letters for the line the keys are on."""
    here, menu, lists = page.id, _("Partners"), _("In lists")
    changes = (
        ("ask", _("Ask the rep about this promise"), page.ask, ASK_KEY),
        ("share", _("Share something about this promise"), page.share, SHARE_KEY),
        ("hang", _("Put an open request to this promise"), page.hang, HANG_KEY),
    )
    why = page.why_no_line
    return [
        Action(
            "batons.show", _("Who has each promise to a customer now"), show, "Ctrl+Shift+T", menu
        ),
        Action("batons.open", _("Open the hand-off"), None, "Return", lists, page=here),
        Action("batons.rep", _("Go to the rep"), None, REP_KEY, lists, page=here),
        *(
            Action(f"batons.{id}", title, run, "", menu, why, here, writes=True)
            for id, title, run, _key in changes
        ),
        *(
            Action(f"batons.{id}_key", title, None, key, lists, page=here, writes=True)
            for id, title, _run, key in changes
        ),
    ]
