"""The parts of a captured line: rep, link, rating and day, read where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from coachdesk.domain.day_phrases import DayPhrase, day_phrase_at
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.mentions import read_mentions
from coachdesk.domain.names import Word, fold, one_typo_apart, without_possessive, words_at
from coachdesk.domain.people import Rep
from coachdesk.domain.reading import (
    Candidate,
    KnownBehaviour,
    KnownRep,
    Mentions,
    Piece,
    PieceKind,
    Question,
    ReadRating,
    Vocabulary,
)
from coachdesk.language import gettext as _

MOST_RATINGS = 3
_MOST_NAME_WORDS = 6

_GAP = re.compile(r"\s*(?:(?:[,;:.]|[–—-]+)(?=\s|\Z)\s*)*")
_JOINED = re.compile(r"([a-z])([0-9]{1,2})", re.ASCII)
_NUMBER = re.compile(r"[+\-−]?[0-9]+(?:[.,][0-9]+)?", re.ASCII)
_WEEK_OR_MONTH = re.compile(r"(?:week|month)\Z", re.IGNORECASE)
_MAY_OR_MARCH = re.compile(r"[1-5] (?:may|march)", re.IGNORECASE)
_SMALL_WORD_NEXT = re.compile(r"\s+[a-z]")


@dataclass(slots=True)
class Parts:
    """What has been understood so far; a copy is thrown away when a trial fails."""

    rep: Id[Rep] | None = None
    rep_question: Question | None = None
    ratings: list[ReadRating] = field(default_factory=list)
    day: date | None = None
    pieces: list[Piece] = field(default_factory=list)

    def copy(self) -> "Parts":
        return replace(self, ratings=list(self.ratings), pieces=list(self.pieces))

    def add(self, start: int, end: int, kind: PieceKind, *, sure: bool = True) -> int:
        self.pieces.append(Piece(start=start, end=end, kind=kind, sure=sure))
        return end


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line with the words it can be made of."""

    text: str
    vocabulary: Vocabulary
    as_of: date
    mentions: Mentions
    private: bool
    links: dict[tuple[str, ...], KnownBehaviour]
    letters: dict[str, KnownBehaviour]
    reps: dict[tuple[str, ...], tuple[KnownRep, ...]]


def source_line(line: str, vocabulary: Vocabulary, as_of: date, private: bool) -> SourceLine:
    links: dict[tuple[str, ...], KnownBehaviour] = {}
    for behaviour in vocabulary.behaviours:
        for words in map(fold, behaviour.words):
            for variant in (words, words.replace("-", " "), words.replace(" ", "-")):
                links.setdefault(tuple(variant.split()), behaviour)
    letters = {fold(known.letter): known for known in vocabulary.behaviours if known.letter}
    return SourceLine(
        text=line,
        vocabulary=vocabulary,
        as_of=as_of,
        mentions=read_mentions(line, vocabulary),
        private=private,
        links={} if private else links,
        letters={} if private else letters,
        reps=_rep_names(vocabulary.reps),
    )


def _rep_names(reps: Sequence[KnownRep]) -> dict[tuple[str, ...], tuple[KnownRep, ...]]:
    """Return who goes by a name or first name; those who left only where nobody else does."""
    names: dict[tuple[str, ...], list[KnownRep]] = {}
    for rep in reps:
        for name in {fold(rep.name), fold(rep.first_name)}:
            names.setdefault(tuple(name.split()), []).append(rep)
    return {name: _active(found) for name, found in names.items()}


def _active(reps: Sequence[KnownRep]) -> tuple[KnownRep, ...]:
    return tuple(rep for rep in reps if rep.active) or tuple(reps)


def is_joined_rating(word: str) -> bool:
    """Whether the word is a letter with its rating, such as "t4"."""
    return _JOINED.fullmatch(fold(word)) is not None


def after_gap(text: str, start: int) -> int:
    """Return where the next word starts, behind blanks and separators."""
    gap = _GAP.match(text, start)
    return gap.end() if gap else start


def read_part(source: SourceLine, start: int, parts: Parts, *, at_end: bool) -> int | None:
    """Read the rep, link, day or rating that starts here; return its end, or None."""
    words = words_at(source.text, start, _MOST_NAME_WORDS)
    if not words:
        return None
    for read in (_read_rep, _read_link, _read_day, _read_number):
        end = read(source, words, parts, at_end)
        if end is not None:
            return end
    return None


def _read_rep(source: SourceLine, words: list[Word], parts: Parts, at_end: bool) -> int | None:
    if any(piece.kind == "rep" for piece in parts.pieces):
        return None
    for count in range(len(words), 0, -1):
        found = source.reps.get(tuple(word.folded for word in words[:count]), ())
        if found:
            return _take_rep(source, words[0].start, words[count - 1].end, found, parts)
    typed = source.text[words[0].start : words[0].end]
    found = _active(
        [rep for rep in source.vocabulary.reps if fold(rep.initials) == words[0].folded]
    )
    if found and len(typed) > 1 and (typed.isupper() or _goes_on(source, words[0].end, at_end)):
        return _take_rep(source, words[0].start, words[0].end, found, parts)
    return None


def _take_rep(
    source: SourceLine, start: int, end: int, found: Sequence[KnownRep], parts: Parts
) -> int:
    if len(found) == 1:
        parts.rep, parts.rep_question = found[0].id, None
    else:
        parts.rep_question = _rep_question(source, start, end, found)
    return parts.add(start, end, "rep", sure=len(found) == 1)


def _rep_question(source: SourceLine, start: int, end: int, found: Sequence[KnownRep]) -> Question:
    return Question(
        kind="rep",
        text=source.text[start:end],
        start=start,
        end=end,
        candidates=tuple(Candidate(id=rep.id, name=rep.name) for rep in found),
    )


def _goes_on(source: SourceLine, end: int, at_end: bool) -> bool:
    """Whether a link, day, rating or mention follows, so that the word before was a name."""
    start = after_gap(source.text, end)
    if any(piece.start == start for piece in source.mentions.pieces):
        return True
    words = words_at(source.text, start, _MOST_NAME_WORDS)
    trial = Parts()
    return any(
        words and read(source, words, trial, True) is not None
        for read in (_read_link, _read_day, _read_number)
    )


def read_misspelt_rep(source: SourceLine, start: int, parts: Parts) -> int | None:
    """Offer the reps whom the first word may mean; take the word out only if parts follow."""
    words = words_at(source.text, start, 2)
    if parts.rep or parts.rep_question or not words:
        return None
    for run in (words, words[:1]):
        typed = " ".join(word.folded for word in run)
        found = [rep for rep in source.vocabulary.reps if _may_mean(typed, rep)]
        if found:
            end = run[-1].end
            parts.rep_question = _rep_question(source, start, end, _active(found))
            if _goes_on(source, end, False):
                return parts.add(start, end, "rep", sure=False)
            return None
    return None


def _may_mean(typed: str, rep: KnownRep) -> bool:
    bare = without_possessive(typed)
    names = [fold(rep.name), fold(rep.first_name), fold(rep.last_name)]
    return bare in names or any(one_typo_apart(typed, name) for name in names)


def _read_link(source: SourceLine, words: list[Word], parts: Parts, at_end: bool) -> int | None:
    first = words[0]
    joined = _JOINED.fullmatch(first.folded)
    if joined and joined[1] in source.letters:
        value = int(joined[2])
        if 1 <= value <= 5 and len(joined[2]) == 1:
            return _take_link(first.start, first.end, source.letters[joined[1]], value, parts)
        if at_end or value > 10:
            return None
        raise _no_anchor()
    for count in range(len(words), 0, -1):
        known = source.links.get(tuple(word.folded for word in words[:count]))
        if known is None and count == 1:
            known = source.letters.get(first.folded)
        if known:
            end = words[count - 1].end
            if any(rating.behaviour == known.key for rating in parts.ratings):
                return None
            return _take_link(first.start, end, known, None, parts)
    return None


def _take_link(start: int, end: int, known: KnownBehaviour, value: int | None, parts: Parts) -> int:
    for index, rating in enumerate(parts.ratings):
        if rating.behaviour == known.key:
            if value is not None and rating.value is not None:
                raise RuleError(
                    "E-OBS-09",
                    _("{behaviour} is already rated here.").format(behaviour=known.words[0]),
                    _("Change that rating instead."),
                )
            kept = value if rating.value is None else rating.value
            parts.ratings[index] = ReadRating(behaviour=known.key, value=kept)
            return parts.add(start, end, "behaviour")
    if parts.ratings and parts.ratings[-1].behaviour is None and value is None:
        value = parts.ratings.pop().value
    if len(parts.ratings) == MOST_RATINGS:
        raise RuleError(
            "E-OBS-03",
            _("Up to three behaviours per observation."),
            _("Start another one for the fourth."),
        )
    parts.ratings.append(ReadRating(behaviour=known.key, value=value))
    return parts.add(start, end, "behaviour")


def _read_day(source: SourceLine, words: list[Word], parts: Parts, at_end: bool) -> int | None:
    if parts.day is not None:
        return None
    start = words[0].start
    if words[0].folded == "on" and len(words) > 1:
        start = words[1].start
    phrase = day_phrase_at(source.text, start, as_of=source.as_of, toward="past")
    if phrase is None or _is_no_day_here(source, phrase, parts):
        return None
    if phrase.error is not None:
        raise phrase.error
    if phrase.day is None or phrase.day > source.as_of:
        raise RuleError(
            "E-OBS-01",
            _("An observation cannot be dated in the future."),
            _("Give today or a day before it."),
        )
    parts.day = phrase.day
    return parts.add(words[0].start, phrase.end, "day")


def _is_no_day_here(source: SourceLine, phrase: DayPhrase, parts: Parts) -> bool:
    """Whether "this week" is only a word of the note, or "4 May have" a rating and a verb."""
    typed = source.text[phrase.start : phrase.end]
    if _WEEK_OR_MONTH.search(typed):
        return True
    a_verb = _SMALL_WORD_NEXT.match(source.text, phrase.end) is not None
    return a_verb and awaits_rating(parts) and _MAY_OR_MARCH.fullmatch(typed) is not None


def _read_number(source: SourceLine, words: list[Word], parts: Parts, at_end: bool) -> int | None:
    word = words[0]
    if source.private or not _NUMBER.fullmatch(word.folded):
        return None
    if not awaits_rating(parts) and parts.ratings:
        return None
    if word.folded not in ("1", "2", "3", "4", "5"):
        if at_end:
            return None
        raise _no_anchor()
    value = int(word.folded)
    if parts.ratings:
        index = max(i for i, rating in enumerate(parts.ratings) if rating.value is None)
        parts.ratings[index] = replace(parts.ratings[index], value=value)
    else:
        parts.ratings.append(ReadRating(behaviour=None, value=value))
    return parts.add(word.start, word.end, "rating")


def awaits_rating(parts: Parts) -> bool:
    return any(rating.value is None for rating in parts.ratings)


def _no_anchor() -> RuleError:
    return RuleError("E-OBS-04", _("Pick one of the five anchors."), _("Ratings go from 1 to 5."))
