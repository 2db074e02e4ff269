"""Quick capture: one typed line becomes a rep, ratings, customer, partner, day and note.

Rep, link, rating and day count before the first word that is none of these, or at the very end
after a comma or dash; `@customer` and `#partner` count anywhere; the rest is the note, as it was
typed. What is ambiguous or misspelt is asked about, never guessed.
"""

import re
from dataclasses import replace
from datetime import date

from coachdesk.domain.captured_parts import (
    Parts,
    SourceLine,
    after_gap,
    awaits_rating,
    is_joined_rating,
    read_misspelt_rep,
    read_part,
    source_line,
)
from coachdesk.domain.errors import InputError
from coachdesk.domain.mentions import find_people
from coachdesk.domain.names import words_at
from coachdesk.domain.note_text import blanked, note_without
from coachdesk.domain.reading import Mentions, Missing, Reading, Vocabulary
from coachdesk.language import gettext as _

_TAIL_REACH = 80

_TAIL = re.compile(r"(?:,\s|\s[-–—]+\s|—)\s*(?=[^,—]*\Z)")
_LAST_WORD = re.compile(r"(?<!\S)\S+\Z")


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
    source = source_line(line, vocabulary, as_of, private)
    parts = Parts()
    start = parts.add(words[0].start, words[0].end, "private") if private else 0
    start = _read_head(source, start, parts)
    end = _read_tail(source, start, parts)
    return _reading(source, parts, start, end, comment_min_chars)


def _read_head(source: SourceLine, start: int, parts: Parts) -> int:
    """Read parts until the first word that is none; return where the note starts."""
    while True:
        start = after_gap(source.text, start)
        mention = next((p for p in source.mentions.pieces if p.start == start), None)
        end = mention.end if mention else read_part(source, start, parts, at_end=False)
        if end is None:
            end = read_misspelt_rep(source, start, parts)
        if end is None or end >= len(source.text):
            return start if end is None else end
        start = end


def _read_tail(source: SourceLine, start: int, parts: Parts) -> int:
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


def _reads_whole(source: SourceLine, start: int, parts: Parts, joined_only: bool) -> bool:
    """Whether everything from `start` to the end of the text is parts."""
    if start >= len(source.text):
        return False
    if joined_only and not is_joined_rating(source.text[start:]):
        return False
    while start < len(source.text):
        start = after_gap(source.text, start)
        if start >= len(source.text):
            break
        if any(piece.start <= start < piece.end for piece in source.mentions.pieces):
            return False
        end = read_part(source, start, parts, at_end=True)
        if end is None:
            return False
        start = end
    return True


def _reading(
    source: SourceLine, parts: Parts, start: int, end: int, comment_min_chars: int
) -> Reading:
    comment = note_without(source.mentions.pieces, source.text, start, end)
    named = next((rep.first_name for rep in source.vocabulary.reps if rep.id == parts.rep), "")
    mentions = find_people(
        blanked(source.mentions.pieces, source.text, start, end),
        start,
        source.vocabulary,
        source.mentions,
        named,
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
    source: SourceLine, parts: Parts, mentions: Mentions, comment: str, comment_min_chars: int
) -> tuple[Missing, ...]:
    asked = {question.kind for question in mentions.questions}
    behaviours = [rating.behaviour for rating in parts.ratings if rating.behaviour]
    found: list[tuple[Missing, bool]] = [
        ("rep", parts.rep is None),
        ("behaviour", not source.private and len(behaviours) < max(1, len(parts.ratings))),
        (
            "rating",
            not source.private and (not parts.ratings or awaits_rating(parts)),
        ),
        ("account", "account" in asked),
        ("partner", "partner" in asked),
        ("comment", len(comment) < (1 if source.private else comment_min_chars)),
    ]
    return tuple(code for code, is_missing in found if is_missing)
