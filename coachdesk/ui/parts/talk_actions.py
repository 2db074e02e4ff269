"""The actions of a page that shows one planned talk."""

from coachdesk.language import gettext as _
from coachdesk.ui.parts.talk_sheets import CANCEL_KEY, HELD_KEY, MOVE_KEY
from coachdesk.ui.parts.talk_steps import TalkSteps
from coachdesk.ui.shell.actions import Action


def talk_actions(page: str, steps: TalkSteps) -> list[Action]:
    """Start, prepare, move, cancel and enter as held, on that page."""
    menu, when = _("Talk"), steps.why_not
    rows = [
        ("start", _("Start the talk"), steps.start, "Ctrl+Return"),
        ("prepare", _("Prepare the talk"), steps.prepare, "Ctrl+Shift+P"),
        ("move", _("Move the talk"), steps.move, MOVE_KEY),
        ("cancel", _("Cancel the talk"), steps.cancel, CANCEL_KEY),
        ("held", _("Enter the talk as held"), steps.held, HELD_KEY),
    ]
    return [
        Action(f"{page}.{name}", title, run, keys, menu, when, page, writes=name != "prepare")
        for name, title, run, keys in rows
    ]
