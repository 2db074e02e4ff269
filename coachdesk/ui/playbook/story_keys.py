"""The keys of a story's lists."""

from coachdesk.language import gettext as _
from coachdesk.ui.playbook.story_page import (
    CARRY_KEY,
    EXCUSE_KEY,
    NEW_KEY,
    PRINT_KEY,
    VALID_KEY,
)
from coachdesk.ui.shell.actions import Action


def story_keys(page: str) -> list[Action]:
    """Tick who heard it, say who carries it on; answer, print and judge a worry."""
    lists = _("In lists")
    listed = (
        ("heard", _("Tick that a rep heard or read it"), "Space"),
        ("carry", _("The rep carries the story on"), CARRY_KEY),
        ("worry", _("Add a worry"), NEW_KEY),
        ("print", _("Print the worry on the next summary"), PRINT_KEY),
        ("valid", _("A valid concern, for you alone"), VALID_KEY),
        ("excuse", _("An excuse, for you alone"), EXCUSE_KEY),
    )
    return [
        Action(f"changes.{id}", title, None, key, lists, page=page, writes=True)
        for id, title, key in listed
    ]
