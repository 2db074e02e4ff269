"""A request typed in one line: what is asked, and the day it may end with."""

import re
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.day_phrases import day_phrases

_END = " \t.,;!?"
# “by Fri” is by when; “since Fri” is part of what is asked.
_LED = re.compile(r"(?:^|[\s,;:–—-])(?P<word>[a-z]+)?(?:\s+the)?\s*\Z", re.IGNORECASE)
_BY = frozenset(("by", "until", "till", "before", "on", "due"))
_FROM = frozenset(("after", "since", "from", "last"))


@dataclass(frozen=True, slots=True)
class AskLine:
    """What is asked, without the day at its end; `due` is None where it ends with none."""

    what: str
    due: date | None


def read_ask_line(line: str, *, as_of: date) -> AskLine:
    """Return what the line asks and by when; a day that is over is part of the words."""
    plain = line.strip()
    for phrase in day_phrases(plain, as_of=as_of, toward="future"):
        is_last = not plain[phrase.end :].strip(_END)
        if not is_last or phrase.day is None or phrase.day < as_of:
            continue
        head = plain[: phrase.start]
        led = _LED.search(head)
        word = (led["word"] or "").casefold() if led else ""
        if word in _FROM:
            continue
        what = (head[: led.start()] if led and word in _BY else head).rstrip(_END + ":–—-")
        if what:
            return AskLine(what, phrase.day)
    return AskLine(plain, None)
