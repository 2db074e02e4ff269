"""A request typed in one line: what is asked, and the day it may end with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.day_words import day_words, one_of

_END = " \t.,;!?"


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
        words = day_words()
        # “by Fri” is by when; “since Fri” is part of what is asked.
        if _led_by(words.since, head):
            continue
        led = _led_by([*words.due, *words.on], head)
        what = (head[: led.start()] if led else head).rstrip(_END + ":–—-")
        if what:
            return AskLine(what, phrase.day)
    return AskLine(plain, None)


def _led_by(words: Iterable[str], head: str) -> re.Match[str] | None:
    article = one_of(day_words().articles)
    pattern = rf"(?:^|[\s,;:–—-]){one_of(words)}(?:\s+{article})?\s*\Z"
    return re.search(pattern, head, re.IGNORECASE)
