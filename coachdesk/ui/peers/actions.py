"""What can be done about peer managers: from anywhere, and on the page of a meeting."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.peers.page import PeerPage
from coachdesk.ui.peers.sheets import GoalWithSheet, MeetSheet
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace


def peer_actions(page: PeerPage, workplace: Workplace, window: QWidget) -> list[Action]:
    """Meet and agree from anywhere; on the page its steps, and the keys of its lists."""
    here, menu, lists, ahead = page.id, _("Peer managers"), _("In lists"), page.why_not_planned
    meet = partial(MeetSheet, workplace, window)
    agree = partial(GoalWithSheet, workplace, window)
    steps = [
        ("decide", _("Add the decision"), page.add_decision, "Ctrl+Return"),
        ("agreed", _("Say that both agreed, then plan the next"), page.step, "Ctrl+Shift+Return"),
        ("goal", _("Add a goal of both"), page.add_goal, "Ctrl+Shift+G"),
    ]
    changes = [
        ("move", _("Move the meeting"), page.move, "Ctrl+Shift+M"),
        ("cancel", _("Cancel the meeting"), page.cancel, "Ctrl+Shift+X"),
    ]
    walks = [
        ("next", _("Go to the next item"), 1, "Alt+Down"),
        ("before", _("Go to the item before"), -1, "Alt+Up"),
    ]
    keys = [
        ("tick", _("Tick an item, or what the peer is told"), "Space", True),
        ("open", _("Go into the item, goal, promise or problem"), "Return", False),
    ]
    goal = _("Agree on a goal with a peer manager…")
    copy, paper = _("Copy the record"), _("Print the agenda")
    remove = _("Take the decision out")
    return [
        Action("peer.meet", _("Meet a peer manager…"), meet, "Ctrl+Shift+B", menu, writes=True),
        Action("peer.agree", goal, agree, "", menu, writes=True),
        *(
            Action(f"peer.{i}", title, run, key, menu, page=here, writes=True)
            for i, title, run, key in steps
        ),
        *(
            Action(f"peer.{i}", title, partial(page.go, by), key, menu, page=here)
            for i, title, by, key in walks
        ),
        *(
            Action(f"peer.{i}", title, run, key, menu, ahead, here, writes=True)
            for i, title, run, key in changes
        ),
        Action("peer.copy", copy, page.copy_record, "Ctrl+Shift+C", menu, page=here),
        Action("peer.print", paper, page.print_agenda, "Ctrl+P", menu, page=here),
        *(
            Action(f"peer.{i}", title, None, key, lists, page=here, writes=writes)
            for i, title, key, writes in keys
        ),
        Action("peer.remove", remove, None, "Del", lists, page=here, writes=True),
    ]
