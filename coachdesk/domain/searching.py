"""How words are compared: folded, by their beginnings, and shown in the piece around them."""

import re
import unicodedata
from dataclasses import dataclass

MOST_WORDS = 8
_WORD = re.compile(r"\w+")
# Written without spaces: each sign is a word of its own, so that a part of a sentence is found.
_UNSPACED = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])")


def folded(text: str) -> str:
    """Text as it is compared: without case and accents, ß as ss."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return unicodedata.normalize("NFKC", bare).casefold()


def indexed(texts: tuple[str, ...]) -> str:
    """The words of a record as the index keeps them."""
    words = folded("\n".join(text for text in texts if text))
    return words if words.isascii() else _UNSPACED.sub(r" \1 ", words)


def search_words(typed: str) -> tuple[str, ...]:
    """What is looked for, folded; signs that are written without spaces stay together."""
    return tuple(dict.fromkeys(_WORD.findall(folded(typed))))[:MOST_WORDS]


def phrase(word: str) -> str:
    """A word as a query of the index: its beginning counts, each sign of an unspaced script."""
    return '"' + " ".join(_UNSPACED.sub(r" \1 ", word).split()) + '" *'


def holds(words: str, word: str) -> bool:
    """Whether indexed words begin with a typed one, or hold its signs in a row if unspaced."""
    if any(part.startswith(word) for part in _WORD.findall(words)):
        return True
    return not word.isascii() and " ".join(indexed((word,)).split()) in " ".join(words.split())


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a text around the first word found; `at` are (start, end) of what was found."""

    text: str
    at: tuple[tuple[int, int], ...]


def excerpt(texts: tuple[str, ...], words: tuple[str, ...], most: int = 90) -> Excerpt:
    """The text that holds a found word, cut to about `most` characters around it."""
    for text in texts:
        found = next(iter(_found_in(text, words)), None)
        if found is not None:
            return _cut(" ".join(text.split()), words, most)
    first = next((text for text in texts if text), "")
    return _cut(" ".join(first.split()), words, most)


def _found_in(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    found = []
    for match in _WORD.finditer(text):
        word = folded(match.group())
        hit = next((w for w in words if word.startswith(w)), None)
        if hit is not None or any(_UNSPACED.search(w) and w in word for w in words):
            found.append((match.start(), match.end()))
    return found


def _cut(text: str, words: tuple[str, ...], most: int) -> Excerpt:
    found = _found_in(text, words)
    if len(text) <= most:
        return Excerpt(text, tuple(found))
    start = max(0, (found[0][0] if found else 0) - most // 3)
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + most)
    if end < len(text):
        space = text.rfind(" ", start, end)
        end = space if space > start else end
    lead, tail = "… " if start else "", " …" if end < len(text) else ""
    shift = len(lead) - start
    inside = tuple((a + shift, b + shift) for a, b in found if a >= start and b <= end)
    return Excerpt(f"{lead}{text[start:end].strip()}{tail}", inside)
