"""The actions of a page that shows one planned talk."""

from gettext import gettext as _

from coachdesk.ui.parts.talk_steps import TalkSteps
from coachdesk.ui.shell.actions import Action


def talk_actions(page: str, steps: TalkSteps) -> list[Action]:
    """Start, prepare, move, cancel and enter as held, on that page."""
    menu, when = _("Talk"), steps.why_not
    rows = [
        ("start", _("Start the talk"), steps.start, "Ctrl+Return"),
        ("prepare", _("Prepare the talk"), steps.prepare, "Ctrl+Shift+P"),
        ("move", _("Move the talk"), steps.move, "Ctrl+Shift+M"),
        ("cancel", _("Cancel the talk"), steps.cancel, "Ctrl+Shift+X"),
        ("held", _("Enter the talk as held"), steps.held, "Ctrl+Shift+H"),
    ]
    return [
        Action(f"{page}.{name}", title, run, keys, menu, when, page)
        for name, title, run, keys in rows
    ]
