"""The keys of the list of questions."""

from coachdesk.language import gettext as _
from coachdesk.ui.shell.actions import Action

FAVOUR_KEY = "F"


def question_keys(page: str) -> list[Action]:
    """What the list itself handles, for the list of keys."""
    group = _("In lists")
    listed = (
        ("word", _("Word the question"), "Return"),
        ("favour", _("Make the question a favourite, or end it"), FAVOUR_KEY),
        ("retire", _("Retire the question, or bring it back"), "Del"),
    )
    return [
        Action(f"question.{id}", title, None, keys, group, page=page, writes=True)
        for id, title, keys in listed
    ]
