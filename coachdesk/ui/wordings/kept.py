"""What the sheet of the ratings reads and keeps."""

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _


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
