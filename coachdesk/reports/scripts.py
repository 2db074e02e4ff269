"""Text of all kinds made ready for paper: what is drawn of it, and in which shapes.

Western text passes through as it is. Arabic letters get their joined shapes here; characters that
draw nothing are dropped, and a character that no shipped font has becomes a question mark that
`missing_characters` names. Text from right to left is put between two marks, so that it cannot turn
what stands before or after it: `direction` sets it in order, line by line.
"""

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

from coachdesk.reports.fonts import REGULAR, characters_of, font_for
from coachdesk.views.print_limits import ours_at_the_end

STAND_IN = "?"
ISOLATE, END_ISOLATE = "\u2068", "\u2069"

_FROM_RIGHT = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))
_BREAKS = frozenset(("Cc", "Zl", "Zp"))
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x1F3FB, 0x1F400))


def printable(text: str) -> str:
    """`text` as it is set on paper: composed, joined, without what draws nothing."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    if _is_own(text):
        return text
    if any(unicodedata.bidirectional(c) == "AL" for c in text):
        text = _shaper().reshape(text)
    text = "".join(_drawn(c) for c in text)
    if not reads_from_right(text):
        return text
    mark = next((mark for mark in ours_at_the_end() if text.endswith(mark)), "")
    return f"{ISOLATE}{text.removesuffix(mark)}{END_ISOLATE}{mark}"


def without_controls(text: str) -> str:
    """`text` on one line, for a file's title: nothing in it turns what follows."""
    spaced = "".join(
        " " if unicodedata.category(c) in _BREAKS else c for c in text if not _is_silent(c)
    )
    return spaced.encode("utf-8", "replace").decode("utf-8")


def is_plain(text: str) -> bool:
    """Whether our own font draws the whole text from left to right."""
    return text.isascii() or all(map(_is_plain_character, text))


def reads_from_right(text: str) -> bool:
    """Whether any of it is written from right to left."""
    return any(unicodedata.bidirectional(c) in _FROM_RIGHT for c in text)


def missing_characters(texts: Iterable[str]) -> tuple[str, ...]:
    """What of these texts no shipped font can draw, each character once, in order."""
    found = dict.fromkeys(
        c
        for text in texts
        if not text.isascii()
        for c in unicodedata.normalize("NFC", text)
        if not _is_silent(c) and unicodedata.category(c) not in _BREAKS and _font(c) is None
    )
    return tuple(found)


@cache
def _shaper() -> Any:
    # Loaded by the first Arabic text: it takes as long as a small page.
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": False, "support_zwj": True})


@cache
def _font(character: str) -> str | None:
    return font_for(character, REGULAR)


def _is_own(text: str) -> bool:
    return all(map(_is_own_character, text))


@cache
def _is_own_character(character: str) -> bool:
    # A font may have a glyph for a control character; no page has.
    return (
        ord(character) in characters_of(REGULAR)
        and not _is_silent(character)
        and unicodedata.category(character) not in _BREAKS
    )


@cache
def _is_plain_character(character: str) -> bool:
    from_right = unicodedata.bidirectional(character) in _FROM_RIGHT
    return character in "\n\t" or (_is_own_character(character) and not from_right)


def _is_silent(character: str) -> bool:
    """Joiners, direction marks, selectors, skin tones: they change a neighbour, or nothing."""
    if unicodedata.category(character) == "Cf":
        return True
    return any(ord(character) in selectors for selectors in _SELECTORS)


def _drawn(character: str) -> str:
    if character in "\t\n":
        return character
    if unicodedata.category(character) in _BREAKS:
        return " "
    if _is_silent(character):
        return ""
    return character if _font(character) is not None else STAND_IN
