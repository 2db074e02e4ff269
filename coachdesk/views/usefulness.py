"""How useful the rep found the talks, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

LEAST, SHOWN = 3, 12


@dataclass(frozen=True, slots=True)
class UsefulTalk:
    """The rep's tap after one talk, 1 to 5."""

    day: date
    value: int


def useful_words(talks: Sequence[UsefulTalk]) -> str:
    """“5 talks, the last three 4, 3, 5”, or what is missing to say anything."""
    n = len(talks)
    if n < LEAST:
        missing = LEAST - n
        words = ngettext("{n} talk, needs {k} more", "{n} talks, needs {k} more", n)
        return words.format(n=n, k=missing) if n else _("needs {k} talks").format(k=LEAST)
    return ngettext("{n} talk", "{n} talks", n).format(n=n)


def useful_sentence(name: str, talks: Sequence[UsefulTalk]) -> str:
    """What a screen reader says of the strip."""
    title = _("How useful {name} found the talks").format(name=name)
    if len(talks) < LEAST:
        return f"{title}: {useful_words(talks)}"
    each = ", ".join(
        _("{day} {value} of 5").format(day=short_day(talk.day), value=talk.value)
        for talk in talks[-SHOWN:]
    )
    return f"{title}: {each}"
