"""What can be done about joint visits."""

from collections.abc import Callable
from gettext import gettext as _

from coachdesk.ui.shell.actions import Action
from coachdesk.ui.visits.page import VisitPage


def visit_actions(page: VisitPage, plan: Callable[[], None]) -> list[Action]:
    """Plan one from anywhere; on its page the step that is next, and what else can become of it."""
    here, menu, lists = page.id, _("Joint visit"), _("In lists")
    ahead = page.why_not_planned
    steps = [
        ("step", _("Say that it took place, then done"), page.step, "Ctrl+Return"),
        ("form", _("Print the observation form"), page.form, "Ctrl+P"),
    ]
    changes = [
        ("move", _("Move the visit"), page.move, "Ctrl+Shift+M"),
        ("cancel", _("Cancel the visit"), page.cancel, "Ctrl+Shift+X"),
    ]
    return [
        Action("visit.plan", _("Plan a joint visit"), plan, "Ctrl+Shift+J", menu),
        *(Action(f"visit.{i}", title, run, keys, menu, page=here) for i, title, run, keys in steps),
        *(
            Action(f"visit.{i}", title, run, keys, menu, ahead, here)
            for i, title, run, keys in changes
        ),
        Action("visit.open", _("Open the event"), None, "Return", lists, page=here),
        Action("visit.void", _("Stop counting the event"), None, "Del", lists, page=here),
    ]
