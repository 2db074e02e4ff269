"""`@customer` and `#partner` anywhere in a line, and partner people by their names in the text."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coachdesk.domain.names import Word, fold, one_typo_apart, without_possessive, words_at
from coachdesk.domain.reading import (
    Candidate,
    KnownAccount,
    KnownPerson,
    KnownTeam,
    Mentions,
    Piece,
    PieceKind,
    Question,
    QuestionKind,
    Vocabulary,
)

_MOST_WORDS = 8
_SIGN = re.compile(r"(?<![^\s(,;])[@#](?=\S)")
_QUOTED = re.compile(r"[\"“„]([^\"“”„]{1,200})[\"”“]")
_NAME_IN_TEXT = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

Named = KnownAccount | KnownTeam | KnownPerson


@dataclass(frozen=True, slots=True)
class _Match:
    end: int
    found: tuple[Named, ...]
    similar: tuple[Named, ...] = ()


def read_mentions(line: str, vocabulary: Vocabulary) -> Mentions:
    """Return the first customer after `@` and the partner after `#`, known or asked about."""
    mentions = Mentions()
    signs: set[str] = set()
    end = 0
    for sign in _SIGN.finditer(line):
        if sign[0] in signs or sign.start() < end:
            continue
        read = _read_account if sign[0] == "@" else _read_partner
        found = read(line, sign.start(), vocabulary, mentions)
        if found is not mentions:
            signs.add(sign[0])
            mentions, end = found, found.pieces[-1].end
    return mentions


def find_people(
    text: str, offset: int, vocabulary: Vocabulary, mentions: Mentions, not_named: str = ""
) -> Mentions:
    """Return the mentions with the one partner person whom the text names.

    Names in the text stand with their capitals. Two people are asked about, never guessed.
    """
    if mentions.person is not None or not vocabulary.people:
        return mentions
    by_word: dict[str, list[KnownPerson]] = {}
    for known in vocabulary.people:
        if mentions.team in (None, known.team_id):
            by_word.setdefault(_composed(known.name).split()[0], []).append(known)
    by_word.pop(_composed(not_named), None)
    found: dict[KnownPerson, re.Match[str]] = {}
    for match in _NAME_IN_TEXT.finditer(text):
        for person in _people_named(by_word, text, match):
            found.setdefault(person, match)
    if not found:
        return mentions
    people = tuple(found)
    teams = {person.team_id for person in people}
    team = mentions.team or (people[0].team_id if len(teams) == 1 else None)
    if len(people) == 1:
        return replace(mentions, team=team, person=people[0].id)
    first = found[people[0]]
    question = _question("person", first[0], offset + first.start(), people)
    return replace(mentions, team=team, questions=(*mentions.questions, question))


def _people_named(
    by_word: dict[str, list[KnownPerson]], text: str, match: re.Match[str]
) -> list[KnownPerson]:
    word = _composed(match[0])
    people = by_word.get(word) or by_word.get(word.removesuffix("'s"), [])
    if len(people) < 2:
        return people
    rest = _composed(text[match.start() : match.start() + 100])
    return [person for person in people if rest.startswith(_composed(person.name))] or people


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("’", "'")


def _read_account(line: str, start: int, vocabulary: Vocabulary, mentions: Mentions) -> Mentions:
    quoted = _QUOTED.match(line, start + 1)
    if quoted:
        name = " ".join(quoted[1].split())
        same = [account for account in vocabulary.accounts if fold(account.name) == fold(name)]
        mentions = _with_piece(mentions, start, quoted.end(), sure=True, kind="account")
        if same:
            return replace(mentions, account=same[0].id)
        return replace(mentions, new_account=name)
    match = _match(line, start + 1, [(known.name, known) for known in vocabulary.accounts])
    if match is None:
        return mentions
    only = match.found[0] if len(match.found) == 1 else None
    mentions = _with_piece(mentions, start, match.end, sure=only is not None, kind="account")
    if isinstance(only, KnownAccount):
        return replace(mentions, account=only.id)
    typed = line[start + 1 : match.end]
    question = _question(
        "account", typed, start, match.found or match.similar, "" if match.found else typed
    )
    return replace(mentions, questions=(*mentions.questions, question))


def _read_partner(line: str, start: int, vocabulary: Vocabulary, mentions: Mentions) -> Mentions:
    names: list[tuple[str, Named]] = [(known.name, known) for known in vocabulary.teams]
    names += [(word, known) for known in vocabulary.teams for word in known.short_words]
    names += [(known.name, known) for known in vocabulary.people]
    match = _match(line, start + 1, names)
    if match is None:
        return mentions
    only = match.found[0] if len(match.found) == 1 else None
    mentions = _with_piece(mentions, start, match.end, sure=only is not None, kind="partner")
    if isinstance(only, KnownTeam):
        return replace(mentions, team=only.id)
    if isinstance(only, KnownPerson):
        return replace(mentions, team=only.team_id, person=only.id)
    typed = line[start + 1 : match.end]
    question = _question("partner", typed, start, match.found or match.similar)
    return replace(mentions, questions=(*mentions.questions, question))


def _match(line: str, start: int, names: Sequence[tuple[str, Named]]) -> _Match | None:
    """Return what the longest run of words from `start` names; None if it is no name at all."""
    words = words_at(line, start, _MOST_WORDS)
    if not words or words[0].start != start:
        return None
    known = [(tuple(fold(name).split()), value) for name, value in names]
    for count in range(len(words), 0, -1):
        for run in _runs(words[:count]):
            found = _named_by(run, known)
            if found:
                return _Match(words[count - 1].end, found)
    if words[0].folded[0].isdigit() or not any(map(str.isalnum, words[0].folded)):
        return None
    return _misspelt(words, known)


def _runs(words: Sequence[Word]) -> list[tuple[str, ...]]:
    run = tuple(word.folded for word in words)
    bare = without_possessive(run[-1])
    return [run] if bare == run[-1] or not bare else [run, (*run[:-1], bare)]


def _named_by(
    run: tuple[str, ...], known: Iterable[tuple[tuple[str, ...], Named]]
) -> tuple[Named, ...]:
    """Return what the run names: the whole name before its first words, these before a start."""
    whole, words, start = [], [], []
    for name, value in known:
        if name == run:
            whole.append(value)
        elif name[: len(run)] == run:
            words.append(value)
        elif len(run) == 1 and name and name[0].startswith(run[0]):
            start.append(value)
    return tuple(dict.fromkeys(whole or words or start))


def _misspelt(words: Sequence[Word], known: Iterable[tuple[tuple[str, ...], Named]]) -> _Match:
    similar: list[Named] = []
    end = words[0].end
    for name, value in known:
        typed = words[: len(name)]
        if len(typed) == len(name) and one_typo_apart(
            " ".join(word.folded for word in typed), " ".join(name)
        ):
            similar.append(value)
            end = max(end, typed[-1].end)
        elif name and one_typo_apart(words[0].folded, name[0]):
            similar.append(value)
    return _Match(end, (), tuple(dict.fromkeys(similar)))


def _with_piece(
    mentions: Mentions, start: int, end: int, *, sure: bool, kind: PieceKind
) -> Mentions:
    piece = Piece(start=start, end=end, kind=kind, sure=sure)
    return replace(mentions, pieces=(*mentions.pieces, piece))


def _question(
    kind: QuestionKind, text: str, start: int, found: Iterable[Named], new_name: str = ""
) -> Question:
    candidates = tuple(Candidate(id=known.id, name=known.name) for known in found)
    end = start + len(text) + (kind in ("account", "partner"))
    return Question(
        kind=kind, text=text, start=start, end=end, candidates=candidates, new_name=new_name
    )
