"""The visual order of a line that is written from right to left, by the Unicode algorithm."""

import unicodedata
from collections.abc import Sequence
from typing import Any, TypeVar

T = TypeVar("T")

_PAIRS = {"(": ")", "[": "]", "{": "}"}


def first_direction(text: str) -> str:
    """The direction of the first letter: "L" or "R"."""
    from bidi import algorithm

    return ("L", "R")[algorithm.get_base_level(text)]


def in_visual_order(line: Sequence[tuple[str, T]], direction: str) -> list[tuple[str, T]]:
    """The characters of one line as they stand from left to right, each with what belongs to it."""
    # Loaded by the first line that needs it.
    from bidi import algorithm

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage |= {"base_level": "LR".index(direction), "base_dir": direction}
    algorithm.get_embedding_levels("".join(character for character, _ in line), storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _resolve_brackets(storage["chars"], direction)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    algorithm.reorder_resolved_levels(storage, False)
    algorithm.apply_mirroring(storage, False)
    return _marks_after_their_letter(
        [(each["ch"], line[each["place"]][1], each["level"]) for each in storage["chars"]]
    )


def _resolve_brackets(chars: Sequence[dict[str, Any]], direction: str) -> None:
    """Rule N0, which the library's version of the algorithm has not: a pair turns as one."""
    for opening, closing in _bracket_pairs(chars):
        inside = {_strong(each["type"]) for each in chars[opening + 1 : closing]} & {"L", "R"}
        if not inside:
            continue
        before = [_strong(each["type"]) for each in chars[:opening]]
        context = next((kind for kind in reversed(before) if kind in "LR"), direction)
        own = direction if direction in inside or context == direction else context
        chars[opening]["type"] = chars[closing]["type"] = own


def _bracket_pairs(chars: Sequence[dict[str, Any]]) -> list[tuple[int, int]]:
    """Places of matching brackets, by opening; a bracket without its other half is no pair."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for place, each in enumerate(chars):
        if each["ch"] in _PAIRS:
            waiting.append((_PAIRS[each["ch"]], place))
        matching = [at for at, (closing, _) in enumerate(waiting) if closing == each["ch"]]
        if matching:
            pairs.append((waiting[matching[-1]][1], place))
            del waiting[matching[-1] :]
    return sorted(pairs)


def _strong(kind: str) -> str:
    """Numbers count as written from the right here."""
    return "R" if kind in ("EN", "AN") else kind if kind in ("L", "R") else " "


def _marks_after_their_letter(line: Sequence[tuple[str, T, int]]) -> list[tuple[str, T]]:
    """Turning a line puts a mark before its letter; a font draws it over what stands before it."""
    result: list[tuple[str, T]] = []
    marks: list[tuple[str, T]] = []
    for character, belonging, level in line:
        if level % 2 and unicodedata.bidirectional(character) == "NSM":
            marks.insert(0, (character, belonging))
            continue
        result += [(character, belonging), *marks]
        marks = []
    return result + marks
