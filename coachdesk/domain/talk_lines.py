"""Lines written during a talk: the mark they begin with and what it makes of them."""

import re
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.errors import InputError
from coachdesk.domain.mentions import find_people, read_mentions
from coachdesk.domain.names import fold, words_at
from coachdesk.domain.reading import (
    KnownRep,
    Mentions,
    Piece,
    ReadRating,
    Vocabulary,
)
from coachdesk.domain.vocabulary import NoteMark, OwnerSide

_MARKS = {
    "?": NoteMark.ASK,
    "!": NoteMark.MANDATE,
    "s": NoteMark.SHARE,
    "c": NoteMark.COMMITMENT,
    "o": NoteMark.OBSERVATION,
    "p": NoteMark.PRIVATE,
}
_MARK = re.compile(r"([?!scop]) ")
_RATED = re.compile(r"([A-Za-z])([1-5]) ")
_WITH_DAY = frozenset((NoteMark.ASK, NoteMark.MANDATE, NoteMark.COMMITMENT))


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMark:
    """The mark a line begins with: what it makes, its rating if any, and where the text starts."""

    mark: NoteMark
    rating: ReadRating | None
    text_start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLine:
    """A line of a talk as it was understood.

    `text` is the line without its mark, as typed. `owner` and `due` hold for promises, `due` for
    requests and requirements too: the last day the text names, None without one; `due_error`
    says why the last one is no day. A private line is read no further.
    """

    mark: NoteMark
    rating: ReadRating | None
    text: str
    text_start: int
    owner: OwnerSide
    due: date | None
    due_error: InputError | None
    mentions: Mentions
    pieces: tuple[Piece, ...]


def leading_mark(line: str, vocabulary: Vocabulary) -> LineMark | None:
    """Return the mark that the first keys of a line are: `? `, `s `, `n4 ` …; None without one."""
    plain = _MARK.match(line)
    if plain:
        return LineMark(mark=_MARKS[plain[1]], rating=None, text_start=plain.end())
    rated = _RATED.match(line)
    if rated is None:
        return None
    for behaviour in vocabulary.behaviours:
        if behaviour.letter and fold(behaviour.letter) == fold(rated[1]):
            rating = ReadRating(behaviour=behaviour.key, value=int(rated[2]))
            return LineMark(mark=NoteMark.OBSERVATION, rating=rating, text_start=rated.end())
    return None


def read_talk_line(line: str, vocabulary: Vocabulary, rep: KnownRep, *, as_of: date) -> TalkLine:
    """Return what a line with its mark says in a talk with `rep`."""
    mark = leading_mark(line, vocabulary)
    if mark is None:
        return read_marked_text(line, NoteMark.NONE, vocabulary, rep, as_of=as_of)
    return read_marked_text(
        line, mark.mark, vocabulary, rep, as_of=as_of, start=mark.text_start, rating=mark.rating
    )


def read_marked_text(
    line: str,
    mark: NoteMark,
    vocabulary: Vocabulary,
    rep: KnownRep,
    *,
    as_of: date,
    start: int = 0,
    rating: ReadRating | None = None,
) -> TalkLine:
    """Return what the line says from `start` on, once its mark is known.

    The places of pieces are those of `line`.
    """
    text = line[start:]
    # Blanks keep the places, and a mark is no word of the text.
    shown = " " * start + text
    mentions = Mentions()
    pieces: tuple[Piece, ...] = ()
    due: date | None = None
    due_error: InputError | None = None
    if mark is not NoteMark.PRIVATE:
        mentions = read_mentions(shown, vocabulary)
        mentions = find_people(shown, 0, vocabulary, mentions, rep.first_name)
        pieces = mentions.pieces
    if mark in _WITH_DAY:
        due, due_error, pieces = _last_day(shown, as_of, pieces)
    is_reps = mark is NoteMark.COMMITMENT and _starts_with_name(shown, rep)
    return TalkLine(
        mark=mark,
        rating=rating,
        text=text,
        text_start=start,
        owner=OwnerSide.REP if is_reps else OwnerSide.MANAGER,
        due=due,
        due_error=due_error,
        mentions=mentions,
        pieces=pieces,
    )


def _last_day(
    text: str, as_of: date, pieces: tuple[Piece, ...]
) -> tuple[date | None, InputError | None, tuple[Piece, ...]]:
    """Return the last day that is still to come; a later one that is no day hides it."""
    for phrase in reversed(day_phrases(text, as_of=as_of, toward="future")):
        if phrase.day is not None and phrase.day < as_of:
            continue
        if any(piece.start < phrase.end and phrase.start < piece.end for piece in pieces):
            continue
        piece = Piece(start=phrase.start, end=phrase.end, kind="day", sure=phrase.error is None)
        ordered = tuple(sorted((*pieces, piece), key=lambda each: each.start))
        return phrase.day, phrase.error, ordered
    return None, None, pieces


def _starts_with_name(text: str, rep: KnownRep) -> bool:
    for name in (rep.name, rep.first_name):
        parts = fold(name).split()
        if [word.folded for word in words_at(text, 0, len(parts))] == parts:
            return True
    return False
