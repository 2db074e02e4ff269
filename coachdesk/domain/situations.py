"""Keys of selling situations: the four shipped ones, and the manager's own (`own_…`)."""

import re

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import Situation
from coachdesk.language import gettext as _

OWN = "own_"
_OWN_KEY = re.compile(r"own_[a-z0-9_]{1,36}")


def is_situation(key: str) -> bool:
    """Whether it is one of the shipped keys or the shape of an own one."""
    return key in set(Situation) or _OWN_KEY.fullmatch(key) is not None


def refuse_situation(key: str | None) -> None:
    """InputError for a key that is neither shipped nor of the own shape."""
    if key is not None and not is_situation(key):
        raise InputError(
            _("“{key}” is no situation.").format(key=key),
            _("Use one of {words}, or an own one that begins with own_.").format(
                words=", ".join(Situation)
            ),
        )


def own_situation(title: str, taken: frozenset[str] = frozenset()) -> str:
    """A readable key for an own situation, apart from those that are taken."""
    words = re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")[:30] or "situation"
    key, n = OWN + words, 2
    while key in taken:
        key, n = f"{OWN}{words}_{n}", n + 1
    return key
