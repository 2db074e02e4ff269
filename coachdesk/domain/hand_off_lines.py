"""The one-line way to add a hand-off: `@customer #partner need > expectation, person, by day`."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.day_words import day_words, one_of
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.mentions import read_mentions
from coachdesk.domain.names import fold, one_typo_apart
from coachdesk.domain.note_text import note_without
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam
from coachdesk.domain.reading import (
    Candidate,
    KnownPerson,
    Mentions,
    Piece,
    Question,
    Vocabulary,
)
from coachdesk.language import gettext as _

HandOffMissing = Literal["account", "partner", "need", "expectation", "person", "due"]

_SETS = re.compile(r"(?:(?<=\s)|\A)>(?=\s|\Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffLine:
    """A hand-off as typed; `sets` is True when the line goes on with `>` and an expectation."""

    account: Id[Account] | None
    new_account: str
    team: Id[PartnerTeam] | None
    person: Id[PartnerPerson] | None
    need: str
    sets: bool
    expectation: str
    due: date | None
    pieces: tuple[Piece, ...]
    missing: tuple[HandOffMissing, ...]
    questions: tuple[Question, ...]


def parse_hand_off_line(line: str, vocabulary: Vocabulary, *, as_of: date) -> HandOffLine:
    """Return what the line says; a line that begins with `>` sets the hand-off it stands below.

    Raises InputError for an empty line or a due day that does not exist.
    """
    if not line.strip():
        raise InputError(
            _("The line is empty."), _("Type @customer #partner and the need."), code="empty"
        )
    cut = _SETS.search(line)
    head = line[: cut.start()] if cut else line
    mentions = read_mentions(head, vocabulary)
    need = note_without(mentions.pieces, head, 0, len(head)).strip(" ,;:–—-\t\n")
    expectation, due = "", None
    if cut:
        expectation, due, mentions = _read_expectation(line, cut.end(), vocabulary, mentions, as_of)
    found: list[tuple[HandOffMissing, bool]] = [
        ("account", mentions.account is None and not mentions.new_account),
        ("partner", mentions.team is None),
        ("need", not need),
        ("expectation", cut is not None and not expectation),
        ("person", cut is not None and mentions.person is None),
        ("due", cut is not None and due is None),
    ]
    return HandOffLine(
        account=mentions.account,
        new_account=mentions.new_account,
        team=mentions.team,
        person=mentions.person,
        need=need,
        sets=cut is not None,
        expectation=expectation,
        due=due,
        pieces=mentions.pieces,
        missing=tuple(code for code, is_missing in found if is_missing),
        questions=mentions.questions,
    )


def _read_expectation(
    line: str, start: int, vocabulary: Vocabulary, mentions: Mentions, as_of: date
) -> tuple[str, date | None, Mentions]:
    """Take day and person off the end, in either order, each behind a comma."""
    end, due, named = len(line.rstrip()), None, mentions.person is not None
    while (comma := line.rfind(",", start, end)) >= 0:
        place = comma + 1 + len(line[comma + 1 : end]) - len(line[comma + 1 : end].lstrip())
        day = _whole_day(line[place:end], as_of) if due is None else None
        people = () if named else _people_like(line[place:end], vocabulary, mentions)
        if day is not None:
            due = day
            mentions = _with_piece(mentions, place, end, "day")
        elif people:
            named = True
            mentions = _with_person(mentions, line, place, end, people)
        else:
            break
        end = comma
    expectation = line[start:end].strip(" ,;\t\n")
    if due is None:
        expectation, due = _last_day(expectation, as_of)
    return expectation, due, mentions


def _whole_day(text: str, as_of: date) -> date | None:
    """Return the day if the text is nothing else."""
    bare = re.sub(rf"\A{_led_by()}\s+", "", text, flags=re.IGNORECASE).rstrip(" .!")
    for phrase in day_phrases(text, as_of=as_of, toward="future"):
        if phrase.end - phrase.start == len(bare):
            if phrase.error is not None:
                raise phrase.error
            return phrase.day
    return None


def _last_day(text: str, as_of: date) -> tuple[str, date | None]:
    """Return the text without "by Fri" at its end, and that day."""
    phrases = day_phrases(text, as_of=as_of, toward="future")
    if not phrases or text[phrases[-1].end :].strip(" ."):
        return text, None
    last = phrases[-1]
    if last.error is not None:
        raise last.error
    before = text[: last.start]
    return re.sub(rf"[\s,]+{_led_by()}\s*\Z", "", before, flags=re.IGNORECASE).strip(" ,"), last.day


def _led_by() -> str:
    words = day_words()
    return one_of([*words.due, *words.on])


def _people_like(
    text: str, vocabulary: Vocabulary, mentions: Mentions
) -> tuple[tuple[KnownPerson, bool], ...]:
    """Return who is named by the text, each with whether the name is spelt right."""
    typed = fold(text.strip(" ."))
    people = [known for known in vocabulary.people if mentions.team in (None, known.team_id)]
    exact = [known for known in people if fold(known.name) == typed] or [
        known for known in people if fold(known.name).split()[0] == typed
    ]
    if exact:
        return tuple((known, True) for known in exact)
    return tuple((known, False) for known in people if one_typo_apart(typed, fold(known.name)))


def _with_person(
    mentions: Mentions,
    line: str,
    start: int,
    end: int,
    people: tuple[tuple[KnownPerson, bool], ...],
) -> Mentions:
    known, spelt_right = people[0]
    if len(people) == 1 and spelt_right:
        mentions = replace(mentions, person=known.id, team=mentions.team or known.team_id)
        return _with_piece(mentions, start, end, "partner")
    question = Question(
        kind="person",
        text=line[start:end],
        start=start,
        end=end,
        candidates=tuple(Candidate(id=person.id, name=person.name) for person, _spelt in people),
    )
    mentions = replace(mentions, questions=(*mentions.questions, question))
    return _with_piece(mentions, start, end, "partner", sure=False)


def _with_piece(
    mentions: Mentions, start: int, end: int, kind: Literal["day", "partner"], sure: bool = True
) -> Mentions:
    pieces = (*mentions.pieces, Piece(start=start, end=end, kind=kind, sure=sure))
    return replace(mentions, pieces=tuple(sorted(pieces, key=lambda piece: piece.start)))
