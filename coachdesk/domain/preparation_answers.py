"""What a rep wrote on the form before a one-on-one, as the rows that would be kept."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.domain.promises import LONGEST_PROMISE, SHORTEST_PROMISE
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _

LONGEST_WORDS, LONGEST_ON_AGENDA = 400, 200
MOST_PROMISES, MOST_RATED = 4, 9
_RATED = re.compile(r"rate_([0-9a-f]{32})_(\w+)", re.ASCII)


class AnswerKind(StrEnum):
    """What an answer becomes."""

    WORDS = "words"
    POINT = "point"
    RATING = "rating"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One row of a filled-in form, as it would be kept.

    `length` is how many characters were written: more than `text` has means it is cut. `note`
    says why it is kept otherwise than it was meant.
    """

    key: str
    kind: AnswerKind
    text: str
    length: int = 0
    note: str = ""
    due_day: date | None = None
    observation: UUID | None = None
    behaviour: BehaviourKey | None = None
    value: int | None = None

    @property
    def is_cut(self) -> bool:
        """Whether the end of what was written does not fit."""
        return self.length > len(self.text)


def field_mark(code: str, talk: UUID) -> str:
    """What the name of every field of one form begins with."""
    return f"coachdesk_{code}_{talk.hex}_"


def rating_key(observation: UUID, behaviour: BehaviourKey) -> str:
    """The name of the field for the rep's own rating of one behaviour of one event."""
    return f"rate_{observation.hex}_{behaviour.value}"


def answers_of(written: Mapping[str, str], *, as_of: date) -> tuple[Answer, ...]:
    """The rows of a form in the order of the paper; empty answers make none."""
    rows = [_words("view", written), _point("well", written), _point("need", written)]
    rows += [_rating(key, written[key]) for key in list(written) if key.startswith("rate_")]
    rows += [_promise(n, written, as_of) for n in range(1, MOST_PROMISES + 1)]
    rows.append(_point("ask", written))
    return tuple(row for row in rows if row is not None)


def _words(key: str, written: Mapping[str, str]) -> Answer | None:
    """The rep's own words, with their paragraphs."""
    lines = (" ".join(line.split()) for line in written.get(key, "").split("\n"))
    text = re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip("\n")
    kept = _cut(text, LONGEST_WORDS)
    if not _says_something(text):
        return None
    return Answer(key=key, kind=AnswerKind.WORDS, text=kept, length=len(text))


def _point(key: str, written: Mapping[str, str]) -> Answer | None:
    lead = {
        "well": _("Went well: {words}"),
        "need": _("Needs: {words}"),
        "ask": _("Asks of you: {words}"),
    }[key]
    words = _one_line(written.get(key, ""))
    return _on_agenda(key, lead.format(words=words)) if _says_something(words) else None


def _on_agenda(key: str, words: str, note: str = "") -> Answer:
    kept = _cut(words, LONGEST_ON_AGENDA)
    return Answer(key=key, kind=AnswerKind.POINT, text=kept, length=len(words), note=note)


def _promise(number: int, written: Mapping[str, str], as_of: date) -> Answer | None:
    """A promise with its day; without one that can be read it is talked about first."""
    key = f"promise{number}"
    words, by = _one_line(written.get(key, "")), _one_line(written.get(f"by{number}", ""))
    if not _says_something(words + by):
        return None
    due = _due(by, as_of)
    if due is not None and len(words) >= SHORTEST_PROMISE:
        kept = _cut(words, LONGEST_PROMISE)
        return Answer(key=key, kind=AnswerKind.PROMISE, text=kept, length=len(words), due_day=due)
    said = _("{words}, by {day}").format(words=words or "…", day=by) if by else words
    note = _("No promise yet, it needs a few words.")
    if due is None:
        note = _("No promise yet, it needs a day from today on.")
    return _on_agenda(key, _("Would promise: {words}").format(words=said), note)


def _due(typed: str, as_of: date) -> date | None:
    try:
        day = parse_day(typed, as_of=as_of, toward="future") if typed else None
    except InputError:
        return None
    return day if day is not None and day >= as_of else None


def _rating(key: str, chosen: str) -> Answer | None:
    """The rep's own rating; what is not one of ours, 1 to 5, says nothing."""
    match, value = _RATED.fullmatch(key), chosen.strip()[:1]
    if match is None or value not in ("1", "2", "3", "4", "5"):
        return None
    if match.group(2) not in {behaviour.value for behaviour in BehaviourKey}:
        return None
    return Answer(
        key=key,
        kind=AnswerKind.RATING,
        text=value,
        length=1,
        observation=UUID(match.group(1)),
        behaviour=BehaviourKey(match.group(2)),
        value=int(value),
    )


def _cut(text: str, most: int) -> str:
    """What fits, to the end of a word if one ends near."""
    if len(text) <= most:
        return text
    kept = text[:most]
    at_word = kept[: len(kept) - len(kept.split()[-1])].rstrip()
    return (at_word if len(at_word) > most * 0.8 else kept).rstrip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _says_something(text: str) -> bool:
    """Whether any sign of it can be seen."""
    return any(unicodedata.category(sign)[0] not in "CZ" for sign in text)
