"""What can be done about joint visits."""

from collections.abc import Callable

from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.visits.page import VisitPage


def visit_actions(page: VisitPage, plan: Callable[[], None]) -> list[Action]:
    """Plan one from anywhere; on its page the step that is next, and what else can become of it."""
    here, menu, lists = page.id, _("Joint visit"), _("In lists")
    ahead = page.why_not_planned
    took_place, form = _("Say that it took place, then done"), _("Print the observation form")
    changes = [
        ("move", _("Move the visit"), page.move, "Ctrl+Shift+M"),
        ("cancel", _("Cancel the visit"), page.cancel, "Ctrl+Shift+X"),
    ]
    return [
        Action("visit.plan", _("Plan a joint visit"), plan, "Ctrl+Shift+J", menu, writes=True),
        Action("visit.step", took_place, page.step, "Ctrl+Return", menu, page=here, writes=True),
        Action("visit.form", form, page.form, "Ctrl+P", menu, page=here),
        *(
            Action(f"visit.{i}", title, run, keys, menu, ahead, here, writes=True)
            for i, title, run, keys in changes
        ),
        Action("visit.open", _("Open the event"), None, "Return", lists, page=here),
        Action(
            "visit.void", _("Stop counting the event"), None, "Del", lists, page=here, writes=True
        ),
    ]
