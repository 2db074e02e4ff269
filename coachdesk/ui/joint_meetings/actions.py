"""What can be done about joint meetings."""

from collections.abc import Callable

from coachdesk.language import gettext as _
from coachdesk.ui.joint_meetings.page import JointMeetingPage
from coachdesk.ui.shell.actions import Action


def joint_meeting_actions(page: JointMeetingPage, plan: Callable[[], None]) -> list[Action]:
    """Plan one from anywhere; on its page print it, say that it took place, note what was seen."""
    here, menu, lists = page.id, _("Joint meeting"), _("In lists")
    ahead = page.why_not_planned
    took_place, note = _("Say that it took place, then done"), _("Note what you saw")
    promise = _("Make the next step a promise")
    changes = [
        ("move", _("Move the meeting"), page.move, "Ctrl+Shift+M"),
        ("cancel", _("Cancel the meeting"), page.cancel, "Ctrl+Shift+X"),
    ]
    lines = [
        ("up", _("Move the line up"), "Alt+Up"),
        ("down", _("Move the line down"), "Alt+Down"),
        ("drop", _("Remove the line"), "Ctrl+Del"),
    ]
    add = "joint.plan", _("Plan a joint meeting"), plan, "Ctrl+Shift+D"
    return [
        Action(*add, menu, writes=True),
        Action("joint.step", took_place, page.step, "Ctrl+Return", menu, page=here, writes=True),
        Action("joint.print", _("Print the plan"), page.print, "Ctrl+P", menu, page=here),
        Action("joint.note", note, page.note, "Ctrl+E", menu, page.why_no_note, here, writes=True),
        Action("joint.promise", promise, page.promise, "Ctrl+D", menu, page=here, writes=True),
        *(
            Action(f"joint.{i}", title, run, keys, menu, ahead, here, writes=True)
            for i, title, run, keys in changes
        ),
        *(
            Action(f"joint.{i}", title, None, keys, lists, page=here, writes=True)
            for i, title, keys in lines
        ),
        Action("joint.open", _("Open the event"), None, "Return", lists, page=here),
        Action(
            "joint.void", _("Stop counting the event"), None, "Del", lists, page=here, writes=True
        ),
    ]
