"""What can be done on the page before a talk, each with its key."""

from coachdesk.language import gettext as _
from coachdesk.ui.parts.expectation_list import ANEW_KEY, EXPECTATIONS_KEY
from coachdesk.ui.parts.talk_sheets import CANCEL_KEY, HELD_KEY, MOVE_KEY
from coachdesk.ui.sessions.prepare_page import PreparePage
from coachdesk.ui.sessions.prepare_requests import TOPIC_KEY
from coachdesk.ui.shell.actions import Action


def prepare_actions(page: PreparePage) -> list[Action]:
    """Actions of the page; they answer while it is shown."""
    group = _("Prepare")
    asked = (
        ("start", _("Start the talk"), page.ways.start_talk, "Ctrl+Return"),
        ("form", _("Print the observation form"), page.ways.print_form, "Ctrl+P"),
        ("brief", _("Print your own brief, private"), page.ways.print_brief, "Ctrl+Shift+F"),
        ("preparation", _("Save a form for the rep to fill in"), page.ways.print_preparation, ""),
        ("question", _("Write a question of your own"), page.write_question, "Ctrl+Shift+Q"),
        ("bank", _("Choose a question from the bank"), page.ways.choose_question, ""),
        ("point", _("Add a point to the agenda"), page.add_point, "Ctrl+Shift+A"),
        ("move", _("Move the talk"), page.ways.move_talk, MOVE_KEY),
        ("cancel", _("Cancel the talk"), page.ways.cancel_talk, CANCEL_KEY),
        ("hold", _("Enter the talk as held"), page.ways.hold_talk, HELD_KEY),
    )
    acting = [
        Action(
            f"prepare.{id}",
            title,
            run,
            keys,
            group,
            page=page.id,
            writes=id not in ("form", "brief"),
        )
        for id, title, run, keys in asked
    ]
    expected = Action(
        "prepare.expectations",
        _("Go to the expectations"),
        page.ways.go_to_expectations,
        EXPECTATIONS_KEY,
        group,
        page=page.id,
    )
    return [
        *acting,
        expected,
        *_listed(page, group),
    ]


def _listed(page: PreparePage, group: str) -> list[Action]:
    """What the keys of the lists do."""
    listed = (
        ("mark", _("Mark a check, tick a promise or a question"), "Space"),
        ("event", _("Open the event"), "Return"),
        ("request", _("Settle the request"), "Return"),
        ("topic", _("Put what the rep asks of others on the agenda"), TOPIC_KEY),
        ("up", _("Move the point up"), "Alt+Up"),
        ("down", _("Move the point down"), "Alt+Down"),
        ("agree", _("Agree the expectation anew"), ANEW_KEY),
        ("remove", _("Remove the point"), "Del"),
    )
    return [
        Action(f"prepare.{id}", title, None, keys, group, page=page.id, writes=id != "event")
        for id, title, keys in listed
    ]
