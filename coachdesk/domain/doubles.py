"""Names that look like one: the same words in another order or spelling, or one typo apart."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from uuid import UUID

from coachdesk.domain.names import fold, one_typo_apart

# Among shorter words one letter makes another name: Hale and Hall are two people.
SHORTEST_MISSPELT = 5
_WORDS = re.compile(r"[^\W_]+")

Pair = tuple[UUID, UUID]


def likely_doubles(names: Mapping[UUID, str]) -> tuple[Pair, ...]:
    """Pairs whose names look like one, in the order of the names."""
    place = {id: at for at, id in enumerate(names)}
    words = {id: _words(name) for id, name in names.items()}
    found: set[Pair] = set()
    for group in _alike(words):
        for one, other in combinations(group, 2):
            if _look_like_one(words[one], words[other]):
                found.add((one, other) if place[one] < place[other] else (other, one))
    return tuple(sorted(found, key=lambda pair: (place[pair[0]], place[pair[1]])))


def _words(name: str) -> tuple[str, ...]:
    """The words without case, accents, marks between them, and order."""
    bare = unicodedata.normalize("NFKD", fold(name))
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return tuple(sorted(_WORDS.findall(plain.replace("'", ""))))


def _alike(words: Mapping[UUID, tuple[str, ...]]) -> Iterable[list[UUID]]:
    """Groups that can hold a pair: all words but one are the same, and an end of that one."""
    groups: dict[object, list[UUID]] = defaultdict(list)
    for id, own in words.items():
        if own:
            groups[own].append(id)
        for at, word in enumerate(own):
            rest = own[:at] + own[at + 1 :]
            if len(word) >= SHORTEST_MISSPELT - 1:
                groups[rest, "begins", word[0]].append(id)
                groups[rest, "ends", word[-1]].append(id)
    return groups.values()


def _look_like_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    left, right = list(one), list(other)
    for word in one:
        if word in right:
            left.remove(word)
            right.remove(word)
    if len(left) != 1 or len(right) != 1:
        return False
    mine, theirs = left[0], right[0]
    if max(len(mine), len(theirs)) < SHORTEST_MISSPELT or not (mine + theirs).isalpha():
        return False
    return one_typo_apart(mine, theirs)
