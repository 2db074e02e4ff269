"""Selling situations in the manager's own words: shipped until edited, each edit a version."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.names import fold
from coachdesk.domain.people import Account
from coachdesk.domain.situation_words import SituationWords, in_force, worded
from coachdesk.domain.situations import own_situation
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_situations
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import expectations as queries
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.expectations import SituationEntry, SituationPage


def situations(reads: Snapshot) -> dict[str, SituationWords]:
    """Every situation in the words in force, the archived ones too."""
    return in_force(shipped_situations(), reads.find(SituationExpectation))


def open_situations(reads: Snapshot) -> tuple[SituationWords, ...]:
    """Those a customer can stand in."""
    return tuple(words for words in situations(reads).values() if not words.is_archived)


def situation_entries(reads: Snapshot) -> tuple[SituationEntry, ...]:
    """What the list of situations shows."""
    return queries.situation_entries(reads, situations(reads))


def situation_page(reads: Snapshot, key: str) -> SituationPage | None:
    """One situation in full; None if it is gone."""
    known = situations(reads)
    if key not in known:
        return None
    return queries.situation_page(reads, playbook_of(reads), known, key, _earlier(reads, key))


def situation_with(reads: Snapshot, id: UUID) -> str:
    """The situation a stored wording is of; empty if that is gone."""
    found = reads.peek(SituationExpectation, as_id(id))
    return "" if found is None else found.situation


def add_situation(work: UnitOfWork, title: str) -> SituationWords:
    """A situation of the manager's own, to be worded."""
    title = title.strip()
    if not title:
        raise InputError(_("Which situation?"), _("Type what you call it, in a few words."))
    known = situations(work)
    _refuse_taken(known.values(), title)
    key = own_situation(title, frozenset(known))
    stored = work.put(
        SituationExpectation(
            id=work.new_id(SituationExpectation),
            situation=key,
            title=title,
            edited_day=work.as_of,
            version=1,
        )
    )
    return worded(stored)


def word_situation(
    work: UnitOfWork,
    key: str,
    *,
    title: str | None = None,
    principle: str | None = None,
    expected: Sequence[str] | None = None,
    compete: str | None = None,
    collaborate: str | None = None,
    emphasis: Sequence[BehaviourKey] | None = None,
) -> SituationWords:
    """Say it in other words from now on: the next version; what is not given stays as it is."""
    now = _known(work, key)
    lines = now.expected if expected is None else _lines(expected)
    return _put_next(
        work,
        now,
        replace(
            now,
            title=now.title if title is None else title.strip(),
            principle=now.principle if principle is None else principle.strip(),
            expected=lines,
            compete=now.compete if compete is None else compete.strip(),
            collaborate=now.collaborate if collaborate is None else collaborate.strip(),
            emphasis=now.emphasis if emphasis is None else tuple(emphasis),
        ),
    )


def reset_situation(work: UnitOfWork, key: str) -> SituationWords:
    """Back to the shipped words: a version like any other."""
    shipped = shipped_situations().get(key)
    if shipped is None:
        raise InputError(
            _("This situation is your own: no words were shipped with it."),
            _("Edit its words instead."),
        )
    return _put_next(work, _known(work, key), shipped)


def take_words_back(work: UnitOfWork, key: str, version: int) -> SituationWords:
    """The words of an earlier version again, chosen with both in view."""
    found = next((each for each in _earlier(work, key) if each.version == version), None)
    if found is None:
        raise InputError(_("That version is gone."), _("Choose another one."), code="unknown")
    return _put_next(work, _known(work, key), found)


def remove_situation(work: UnitOfWork, key: str) -> SituationWords | None:
    """Off the page: archived where anything refers to it or it was shipped, else removed."""
    now = _known(work, key)
    if now.is_own and not is_used(work, key):
        for version in work.find(SituationExpectation, situation=key):
            work.remove(version)
        return None
    return _put(work, now, replace(now, is_archived=True))


def restore_situation(work: UnitOfWork, key: str) -> SituationWords:
    """An archived situation on the page again."""
    now = _known(work, key)
    return _put(work, now, replace(now, is_archived=False))


def is_used(reads: Snapshot, key: str) -> bool:
    """Whether an agreement, a customer or an event refers to the situation."""
    is_agreed = bool(reads.find(ExpectationAgreement, situation=key))
    return is_agreed or any(queries.times_used(reads, key))


def situation_of(reads: Snapshot, account_id: Id[Account]) -> str | None:
    """In which situation a customer stands."""
    return reads.get(Account, account_id).situation


def refuse_unknown(reads: Snapshot, key: str) -> None:
    """InputError for a situation that is gone."""
    _known(reads, key)


def _known(reads: Snapshot, key: str) -> SituationWords:
    found = situations(reads).get(key)
    if found is None:
        raise InputError(_("That situation is gone."), _("Choose another one."), code="unknown")
    return found


def _earlier(reads: Snapshot, key: str) -> tuple[SituationWords, ...]:
    """The versions before the one in force whose words are others, the newest first."""
    stored = sorted(reads.find(SituationExpectation, situation=key), key=lambda each: each.version)
    shipped = shipped_situations().get(key)
    versions = [*([shipped] if shipped else []), *(worded(each, shipped) for each in stored)]
    found: list[SituationWords] = []
    for words in reversed(versions[:-1]):
        if all(words.texts != other.texts for other in (*found, versions[-1])):
            found.append(words)
    return tuple(found)


def _put_next(work: UnitOfWork, now: SituationWords, wanted: SituationWords) -> SituationWords:
    """The next version with these words; words that are the same already make none."""
    same = (wanted.texts, wanted.emphasis) == (now.texts, now.emphasis)
    if same and not now.is_archived:
        return now
    others = (each for key, each in situations(work).items() if key != now.key)
    _refuse_taken(others, wanted.title)
    return _put(work, now, replace(wanted, is_archived=False))


def _put(work: UnitOfWork, now: SituationWords, wanted: SituationWords) -> SituationWords:
    is_same = wanted.texts == now.texts
    stored = work.put(
        SituationExpectation(
            id=work.new_id(SituationExpectation),
            situation=now.key,
            title=wanted.title,
            principle=wanted.principle,
            expected=wanted.expected,
            compete=wanted.compete,
            collaborate=wanted.collaborate,
            emphasis=wanted.emphasis,
            edited_day=now.edited_day if is_same and now.edited_day else work.as_of,
            version=now.version + 1,
            is_archived=wanted.is_archived,
        )
    )
    return worded(stored, shipped_situations().get(now.key))


def _lines(expected: Sequence[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in expected if line.strip())


def _refuse_taken(others: Iterable[SituationWords], title: str) -> None:
    if any(fold(other.title) == fold(title) for other in others):
        raise InputError(
            _("Another situation is called “{title}”.").format(title=title),
            _("Give this one a title of its own."),
        )
