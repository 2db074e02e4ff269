"""Quick capture: one typed line becomes a rep, ratings, customer, partner, day and note.

Rep, link, rating and day count before the first word that is none of these, or at the very end
after a comma or dash; `@customer` and `#partner` count anywhere; the rest is the note, as it was
typed. What is ambiguous or misspelt is asked about, never guessed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from gettext import gettext as _

from coachdesk.domain.day_phrases import DayPhrase, day_phrase_at
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.mentions import find_people, read_mentions
from coachdesk.domain.names import Word, fold, one_typo_apart, without_possessive, words_at
from coachdesk.domain.people import Rep
from coachdesk.domain.reading import (
    Candidate,
    KnownBehaviour,
    KnownRep,
    Mentions,
    Missing,
    Piece,
    PieceKind,
    Question,
    Reading,
    ReadRating,
    Vocabulary,
)
from coachdesk.domain.vocabulary import BehaviourKey

MOST_RATINGS = 3
_MOST_NAME_WORDS = 6
_TAIL_REACH = 80

_GAP = re.compile(r"\s*(?:[,;:–—-]+(?=\s|\Z)\s*)*")
_JOINED = re.compile(r"([a-z])([0-9]{1,2})", re.ASCII)
_NUMBER = re.compile(r"[+\-−]?[0-9]+(?:[.,][0-9]+)?", re.ASCII)
_TAIL = re.compile(r"(?:,\s|\s[-–—]+\s|—)\s*(?=[^,—]*\Z)")
_LAST_WORD = re.compile(r"(?<!\S)\S+\Z")
_WEEK_OR_MONTH = re.compile(r"(?:week|month)\Z", re.IGNORECASE)
_MAY_OR_MARCH = re.compile(r"[1-5] (?:may|march)", re.IGNORECASE)
_SMALL_WORD_NEXT = re.compile(r"\s+[a-z]")


@dataclass(slots=True)
class _Parts:
    """What has been understood so far; a copy is thrown away when a trial fails."""

    rep: Id[Rep] | None = None
    rep_question: Question | None = None
    ratings: list[ReadRating] = field(default_factory=list)
    day: date | None = None
    pieces: list[Piece] = field(default_factory=list)

    def copy(self) -> "_Parts":
        return replace(self, ratings=list(self.ratings), pieces=list(self.pieces))

    def add(self, start: int, end: int, kind: PieceKind, *, sure: bool = True) -> int:
        self.pieces.append(Piece(start=start, end=end, kind=kind, sure=sure))
        return end


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with the words it can be made of."""

    text: str
    vocabulary: Vocabulary
    as_of: date
    mentions: Mentions
    private: bool
    links: dict[tuple[str, ...], KnownBehaviour]
    letters: dict[str, KnownBehaviour]
    reps: dict[tuple[str, ...], tuple[KnownRep, ...]]


def read_capture(
    line: str, vocabulary: Vocabulary, *, as_of: date, comment_min_chars: int = 20
) -> Reading:
    """Return what a captured line says.

    Raises InputError for an empty line or an impossible day, and RuleError for a rating that is
    no anchor (E-OBS-04), a day in the future (E-OBS-01), a fourth rating (E-OBS-03) or a second
    one of the same behaviour (E-OBS-09).
    """
    if not line.strip():
        raise InputError(
            _("The line is empty."), _("Type who, what and what you saw."), code="empty"
        )
    words = words_at(line, 0, 1)
    private = words[0].folded == "p" and not line[words[0].end : words[0].end + 1].strip()
    source = _source(line, vocabulary, as_of, private)
    parts = _Parts()
    start = parts.add(words[0].start, words[0].end, "private") if private else 0
    start = _read_head(source, start, parts)
    end = _read_tail(source, start, parts)
    return _reading(source, parts, start, end, comment_min_chars)


def _source(line: str, vocabulary: Vocabulary, as_of: date, private: bool) -> _Line:
    links: dict[tuple[str, ...], KnownBehaviour] = {}
    for behaviour in vocabulary.behaviours:
        for words in map(fold, behaviour.words):
            for variant in (words, words.replace("-", " "), words.replace(" ", "-")):
                links.setdefault(tuple(variant.split()), behaviour)
    letters = {fold(known.letter): known for known in vocabulary.behaviours if known.letter}
    return _Line(
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


def _read_head(source: _Line, start: int, parts: _Parts) -> int:
    """Read parts until the first word that is none; return where the note starts."""
    while True:
        start = _GAP.match(source.text, start).end()  # type: ignore[union-attr]
        mention = next((p for p in source.mentions.pieces if p.start == start), None)
        end = mention.end if mention else _read_part(source, start, parts, at_end=False)
        if end is None:
            end = _read_misspelt_rep(source, start, parts)
        if end is None or end >= len(source.text):
            return start if end is None else end
        start = end


def _read_tail(source: _Line, start: int, parts: _Parts) -> int:
    """Read parts after a last comma or dash, and `t4`; return where the note ends."""
    end = len(source.text)
    while True:
        end = start + len(source.text[start:end].rstrip())
        mention = next((p for p in source.mentions.pieces if p.end == end), None)
        if mention and mention.start >= start:
            end = mention.start
            continue
        reach = max(start, end - _TAIL_REACH)
        shown = source.text[reach:end]
        cut = _TAIL.search(shown)
        last = _LAST_WORD.search(shown)
        for match, joined_only in ((cut, False), (last, True)):
            if match is None:
                continue
            trial = parts.copy()
            segment = replace(source, text=source.text[:end])
            begin = reach + (match.start() if joined_only else match.end())
            if _reads_whole(segment, begin, trial, joined_only):
                parts.rep, parts.ratings, parts.day = trial.rep, trial.ratings, trial.day
                parts.rep_question, parts.pieces = trial.rep_question, trial.pieces
                end = reach + match.start()
                break
        else:
            return end


def _reads_whole(source: _Line, start: int, parts: _Parts, joined_only: bool) -> bool:
    """Whether everything from `start` to the end of the text is parts."""
    if start >= len(source.text):
        return False
    if joined_only and not _JOINED.fullmatch(fold(source.text[start:])):
        return False
    while start < len(source.text):
        start = _GAP.match(source.text, start).end()  # type: ignore[union-attr]
        if start >= len(source.text):
            break
        if any(piece.start <= start < piece.end for piece in source.mentions.pieces):
            return False
        end = _read_part(source, start, parts, at_end=True)
        if end is None:
            return False
        start = end
    return True


def _read_part(source: _Line, start: int, parts: _Parts, *, at_end: bool) -> int | None:
    """Read the rep, link, day or rating that starts here; return its end, or None."""
    words = words_at(source.text, start, _MOST_NAME_WORDS)
    if not words:
        return None
    for read in (_read_rep, _read_link, _read_day, _read_number):
        end = read(source, words, parts, at_end)
        if end is not None:
            return end
    return None


def _read_rep(source: _Line, words: list[Word], parts: _Parts, at_end: bool) -> int | None:
    if parts.rep or parts.rep_question:
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


def _take_rep(source: _Line, start: int, end: int, found: Sequence[KnownRep], parts: _Parts) -> int:
    if len(found) == 1:
        parts.rep = found[0].id
    else:
        parts.rep_question = _rep_question(source, start, end, found)
    return parts.add(start, end, "rep", sure=len(found) == 1)


def _rep_question(source: _Line, start: int, end: int, found: Sequence[KnownRep]) -> Question:
    return Question(
        kind="rep",
        text=source.text[start:end],
        start=start,
        end=end,
        candidates=tuple(Candidate(id=rep.id, name=rep.name) for rep in found),
    )


def _goes_on(source: _Line, end: int, at_end: bool) -> bool:
    """Whether a link, day, rating or mention follows, so that the word before was a name."""
    start = _GAP.match(source.text, end).end()  # type: ignore[union-attr]
    if any(piece.start == start for piece in source.mentions.pieces):
        return True
    words = words_at(source.text, start, _MOST_NAME_WORDS)
    trial = _Parts()
    return any(
        words and read(source, words, trial, True) is not None
        for read in (_read_link, _read_day, _read_number)
    )


def _read_misspelt_rep(source: _Line, start: int, parts: _Parts) -> int | None:
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


def _read_link(source: _Line, words: list[Word], parts: _Parts, at_end: bool) -> int | None:
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
            if at_end and any(rating.behaviour == known.key for rating in parts.ratings):
                return None
            return _take_link(first.start, end, known, None, parts)
    return None


def _take_link(
    start: int, end: int, known: KnownBehaviour, value: int | None, parts: _Parts
) -> int:
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


def _read_day(source: _Line, words: list[Word], parts: _Parts, at_end: bool) -> int | None:
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


def _is_no_day_here(source: _Line, phrase: DayPhrase, parts: _Parts) -> bool:
    """Whether "this week" is only a word of the note, or "4 May have" a rating and a verb."""
    typed = source.text[phrase.start : phrase.end]
    if _WEEK_OR_MONTH.search(typed):
        return True
    a_verb = _SMALL_WORD_NEXT.match(source.text, phrase.end) is not None
    return a_verb and _awaits_rating(parts) and _MAY_OR_MARCH.fullmatch(typed) is not None


def _read_number(source: _Line, words: list[Word], parts: _Parts, at_end: bool) -> int | None:
    word = words[0]
    if source.private or not _NUMBER.fullmatch(word.folded):
        return None
    if not _awaits_rating(parts) and parts.ratings:
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


def _awaits_rating(parts: _Parts) -> bool:
    return any(rating.value is None for rating in parts.ratings)


def _no_anchor() -> RuleError:
    return RuleError("E-OBS-04", _("Pick one of the five anchors."), _("Ratings go from 1 to 5."))


def _reading(source: _Line, parts: _Parts, start: int, end: int, comment_min_chars: int) -> Reading:
    comment = _note(source, start, end)
    named = next((rep.first_name for rep in source.vocabulary.reps if rep.id == parts.rep), "")
    mentions = find_people(
        _masked(source, start, end), start, source.vocabulary, source.mentions, named
    )
    questions = (parts.rep_question, *mentions.questions)
    return Reading(
        line=source.text,
        private=source.private,
        rep=parts.rep,
        ratings=tuple(parts.ratings),
        account=mentions.account,
        new_account=mentions.new_account,
        team=mentions.team,
        person=mentions.person,
        day=parts.day or source.as_of,
        day_given=parts.day is not None,
        comment=comment,
        pieces=tuple(sorted((*parts.pieces, *mentions.pieces), key=lambda p: p.start)),
        missing=_missing(source, parts, mentions, comment, comment_min_chars),
        questions=tuple(question for question in questions if question),
    )


def _missing(
    source: _Line, parts: _Parts, mentions: Mentions, comment: str, comment_min_chars: int
) -> tuple[Missing, ...]:
    asked = {question.kind for question in mentions.questions}
    behaviours: list[BehaviourKey] = [r.behaviour for r in parts.ratings if r.behaviour]
    found: list[tuple[Missing, bool]] = [
        ("rep", parts.rep is None),
        ("behaviour", not source.private and len(behaviours) < max(1, len(parts.ratings))),
        (
            "rating",
            not source.private and (not parts.ratings or _awaits_rating(parts)),
        ),
        ("account", "account" in asked),
        ("partner", "partner" in asked),
        ("comment", len(comment) < (1 if source.private else comment_min_chars)),
    ]
    return tuple(code for code, is_missing in found if is_missing)


def _note(source: _Line, start: int, end: int) -> str:
    """Return the note as typed, without the mentions in it."""
    note = ""
    for piece in (*source.mentions.pieces, None):
        if piece is not None and not start <= piece.start < end:
            continue
        part = source.text[start : piece.start if piece else end]
        note = _joined(note, part)
        start = piece.end if piece else end
    return note.strip().lstrip(",;:–—").rstrip(",;:–—-").strip()


def _joined(left: str, right: str) -> str:
    if not left.strip() or not right.strip():
        return left if left.strip() else right
    right = right.lstrip()
    if left.endswith("(") and right.startswith(")"):
        return _joined(left[:-1], right[1:])
    tight = right[0] in ",.;:!?)"
    return left.rstrip() + ("" if tight else " ") + right


def _masked(source: _Line, start: int, end: int) -> str:
    """Return the note with blanks in place of mentions, so that places stay the same."""
    text = source.text[start:end]
    for piece in source.mentions.pieces:
        if start <= piece.start < end:
            size = piece.end - piece.start
            at = piece.start - start
            text = text[:at] + " " * size + text[at + size :]
    return text
