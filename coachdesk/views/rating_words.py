"""What is said of a rating's sentence."""

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.wordings import AnchorWording, Wording

EXPECTED = 4


def given_words(anchor: AnchorWording) -> str:
    """“given 16 times, 12 under older words”."""
    if not anchor.given:
        return _("not given yet")
    words = ngettext("given once", "given {n} times", anchor.given).format(n=anchor.given)
    if not anchor.given_older:
        return words
    older = ngettext("{n} under older words", "{n} under older words", anchor.given_older)
    return f"{words}, {older.format(n=anchor.given_older)}"


def field_name(wording: Wording, anchor: AnchorWording) -> str:
    """What a screen reader says of the field."""
    parts = (wording.title, str(anchor.value), anchor.name, given_words(anchor))
    return ", ".join(parts)
