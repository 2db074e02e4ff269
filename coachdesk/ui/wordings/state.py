"""What the sheet of the ratings says and keeps, in words."""

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import BehaviourKey
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


def share_from(typed: str) -> float:
    """“80” or “80 %” as a share."""
    digits = typed.strip().removesuffix("%").strip()
    if not digits.isdecimal():
        raise InputError(_("The target is a number of percent."), _("Type a number such as 70."))
    return int(digits) / 100


def kept_line(key: BehaviourKey, value: int, words: str) -> str:
    """A sentence that is being typed, as it is kept until it is written."""
    return f"{key.value} {value} {words}"


def from_kept(line: str) -> tuple[BehaviourKey, int, str] | None:
    """The same read again."""
    parts = line.split(" ", 2)
    if len(parts) < 3 or parts[0] not in set(BehaviourKey) or not parts[1].isdecimal():
        return None
    return BehaviourKey(parts[0]), int(parts[1]), parts[2]
