"""Comparing typed words with known names: same word, start of a name, one typo apart."""

import re
import unicodedata
from dataclasses import dataclass

_APOSTROPHES = str.maketrans("’ʼ", "''")
_ENDS = ",.;:!?)]}\"”’'…"
SHORTEST_MISSPELT = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line: its place without punctuation behind it, and its folded form."""

    start: int
    end: int
    folded: str


_WORD = re.compile(r"\S+")


def fold(text: str) -> str:
    """Return the text in the form in which equal names are equal: case and accents' encoding."""
    folded = unicodedata.normalize("NFC", text.translate(_APOSTROPHES)).casefold()
    return unicodedata.normalize("NFC", folded)


def words_at(line: str, start: int, most: int) -> list[Word]:
    """Return up to `most` words from `start` on; one that ends in punctuation is the last."""
    words: list[Word] = []
    while len(words) < most and (match := _WORD.search(line, start)):
        bare = match[0].rstrip(_ENDS) or match[0]
        words.append(Word(match.start(), match.start() + len(bare), fold(bare)))
        if len(bare) < len(match[0]):
            break
        start = match.end()
    return words


def without_possessive(folded: str) -> str:
    """Return "priya" for "priya's"."""
    return folded.removesuffix("'s")


def one_typo_apart(one: str, other: str) -> bool:
    """Whether one letter too many, missing, wrong or swapped with its neighbour is all.

    Short words are never compared: every one of them is one typo from another.
    """
    if one == other or min(len(one), len(other)) < SHORTEST_MISSPELT:
        return False
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    at = next((i for i, letter in enumerate(short) if letter != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    swapped = long[at + 1 : at + 2] + long[at : at + 1] + long[at + 2 :]
    return short[at:] == swapped
