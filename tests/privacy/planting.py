"""A store in which every place that can hold words holds one that is found nowhere else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from random import Random
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from coachdesk.domain.entity import Entity, Length
from coachdesk.domain.evidence import Rating
from coachdesk.domain.marketing import AccountIntelligenceAnswer
from coachdesk.domain.partner_vocabulary import IntelligenceQuestion
from coachdesk.domain.talks import SessionNote
from coachdesk.domain.vocabulary import NoteMark
from coachdesk.store.schema import BY_KIND
from tests.privacy.places import NOT_WORDS

LETTERS = "bcdfghjklmnpqrstvwxy"
WORD = re.compile(f"zq[{LETTERS}]{{6}}")
FILLING = " on that day"
USUAL_LENGTH = 60


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


@dataclass(frozen=True, slots=True)
class Planted:
    """Where a word was put: the place, and the row it stands in."""

    place: str
    row: Entity


@dataclass(slots=True)
class Garden:
    """Every word that was planted."""

    random: Random
    words: dict[str, Planted] = field(default_factory=dict)

    def planted(self, row: Any) -> Any:
        """The row with a word in each of its places."""
        key = BY_KIND[type(row)].key
        grown = self._each_field(key, row, row)
        if isinstance(row, AccountIntelligenceAnswer) and isinstance(row.value, str):
            is_words = row.question_id is IntelligenceQuestion.I4
            value = self._text(f"{key}.value", USUAL_LENGTH, row) if is_words else row.value
            grown = replace(grown, value=value)
        return grown

    def found_in(self, text: str) -> set[str]:
        """The planted words in a text, however its lines break."""
        return set(WORD.findall("".join(text.split()).casefold())) & self.words.keys()

    def places(self) -> set[str]:
        """Every place in which a word was put."""
        return {planted.place for planted in self.words.values()}

    def _each_field(self, place: str, value: Any, row: Entity) -> Any:
        hints = _hints(type(value))
        grown = {}
        for each in fields(value):
            inner = f"{place}.{each.name}"
            if inner not in NOT_WORDS:
                grown[each.name] = self._grown(
                    inner, hints[each.name], getattr(value, each.name), row
                )
        return replace(value, **grown)

    def _grown(self, place: str, hint: Any, value: Any, row: Entity) -> Any:
        """The value with a word wherever its type holds any; what is not there is left out."""
        is_private_line = isinstance(row, SessionNote) and row.mark is NoteMark.PRIVATE
        is_left_empty = is_private_line or (isinstance(row, Rating) and not row.words)
        if value is None or (is_left_empty and value == ""):
            return value
        if hint is str or hint is object:
            return self._text(place, USUAL_LENGTH, row)
        if get_origin(hint) is Annotated:
            inner, limit = get_args(hint)
            is_text = inner is str and isinstance(limit, Length)
            return self._text(place, limit.most, row) if is_text else value
        if is_dataclass(value):
            return self._each_field(place, value, row)
        inside = get_args(hint)
        if get_origin(hint) is tuple:
            return tuple(self._grown(place, inside[0], each, row) for each in value)
        if get_origin(hint) is Mapping:
            return {name: self._grown(place, inside[1], each, row) for name, each in value.items()}
        held = [part for part in inside if part is not type(None)]
        if len(held) == 1:
            return self._grown(place, held[0], value, row)
        return value

    def _text(self, place: str, most: int, row: Entity) -> str:
        """The word comes first, so that what is cut on paper is not the word."""
        filling = "" if place.endswith("name") else FILLING
        return (self._word(place, row) + filling)[:most].strip()

    def _word(self, place: str, row: Entity) -> str:
        while True:
            made = "zq" + "".join(self.random.choices(LETTERS, k=6))
            if made not in self.words:
                self.words[made] = Planted(place, row)
                return made
