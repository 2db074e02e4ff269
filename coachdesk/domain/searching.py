"""What can be searched: the words of each kind of record that the curtain allows.

Private notes, private and unsaved drafts, and the form of an ask have no place here (invariant 11).
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Draft, GainStatement, Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.opportunities import Opportunity, OpportunityReview
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import AgendaKind, DraftSource, DraftState, NoteMark

MOST_WORDS = 8
_WORD = re.compile(r"\w+")
# Written without spaces: each sign is a word of its own, so that a part of a sentence is found.
_UNSPACED = re.compile(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])")


@dataclass(frozen=True, slots=True)
class Searchable:
    """The words of one record, and whom and when it is about.

    What is None is taken from the parent (`parent_id`): a talk's line has the talk's day and rep.
    """

    texts: tuple[str, ...]
    day: date | None = None
    parent_id: UUID | None = None
    rep_id: UUID | None = None
    account_id: UUID | None = None
    team_id: UUID | None = None


def searchable(entity: Entity) -> Searchable | None:
    """What of a record can be found; None if nothing may be."""
    match entity:
        case Rep():
            return Searchable((entity.name, entity.role), rep_id=entity.id)
        case Account():
            return Searchable(
                (entity.name, entity.industry or ""),
                account_id=entity.id,
            )
        case PartnerTeam():
            return Searchable((entity.name, entity.measured_on), team_id=entity.id)
        case PartnerPerson():
            texts = (entity.name, entity.value_we_know, entity.value_they_know)
            return Searchable(texts, team_id=entity.team_id)
        case PeerManager():
            return Searchable((entity.name, entity.contact), team_id=entity.team_id)
        case Contact():
            return Searchable((entity.name,), account_id=entity.account_id)
        case Observation():
            return Searchable(
                (entity.comment, entity.cause_note, *(line.text for line in entity.addenda)),
                entity.day,
                rep_id=entity.rep_id,
                account_id=entity.account_id,
                team_id=entity.team_id,
            )
        case GainStatement():
            parent = entity.observation_id or entity.hand_off_id
            return Searchable((entity.words,), parent_id=parent) if entity.words else None
        case Draft():
            return _of_draft(entity)
        case CoachingSession():
            return _of_talk(entity)
        case AgendaItem(kind=AgendaKind.REP | AgendaKind.OTHER):
            return Searchable((entity.text,), parent_id=entity.session_id)
        case SessionNote():
            # A line that became a record is found as that record.
            is_own = entity.mark is not NoteMark.PRIVATE and entity.created_id is None
            return Searchable((entity.text,), parent_id=entity.session_id) if is_own else None
        case JointVisit():
            return Searchable(
                (entity.rep_saw, entity.manager_saw, entity.keep, entity.change),
                entity.day,
                rep_id=entity.rep_id,
                account_id=entity.account_id,
                team_id=entity.team_id,
            )
        case _:
            return _of_agreed(entity)


def _of_draft(draft: Draft) -> Searchable | None:
    if (
        draft.private
        or draft.source is DraftSource.UNSAVED
        or draft.state is not DraftState.WAITING
    ):
        return None
    return Searchable(
        (draft.raw or draft.comment,),
        draft.day,
        rep_id=draft.rep_id,
        account_id=draft.account_id,
        team_id=draft.team_id,
    )


def _of_talk(talk: CoachingSession) -> Searchable:
    texts = (
        talk.summary,
        talk.rep_words,
        talk.expectation,
        talk.in_it_for_customer,
        talk.in_it_for_rep,
        talk.in_it_for_partner,
        talk.seen_how,
        talk.reason,
        *talk.own_questions,
        *(line.text for line in talk.addenda),
    )
    return Searchable(texts, talk.day, rep_id=talk.rep_id)


def _of_agreed(entity: Entity) -> Searchable | None:
    match entity:
        case HandOff() as hand_off:
            answers = (str(answer) for answer in hand_off.checklist.values())
            return Searchable(
                (
                    hand_off.need,
                    hand_off.value_reason,
                    hand_off.expectation,
                    hand_off.cause_note,
                    *answers,
                ),
                hand_off.set_day or hand_off.created_day,
                rep_id=hand_off.rep_id,
                account_id=hand_off.account_id,
                team_id=hand_off.team_id,
            )
        case Commitment() as promise:
            return Searchable(
                (promise.text, promise.reason), promise.agreed_day, rep_id=promise.rep_id
            )
        case AskThread() as thread:
            return Searchable((thread.subject,), rep_id=thread.rep_id)
        case Ask() as ask:
            return Searchable(
                (ask.text, ask.how, ask.help, ask.reason, ask.rep_view),
                ask.day,
                parent_id=ask.thread_id,
            )
        case Mandate() as mandate:
            return Searchable(
                (mandate.what, mandate.how, mandate.skip_reason, mandate.reason, mandate.rep_view),
                mandate.day,
                parent_id=mandate.thread_id,
            )
        case Share() as share:
            return Searchable(
                (share.text,), share.day, rep_id=share.rep_id, account_id=share.account_id
            )
        case Opportunity() as possible:
            return Searchable(
                (possible.title,), possible.opened_day, account_id=possible.account_id
            )
        case OpportunityReview() as review:
            return Searchable(
                (review.tangible, review.intangible, review.collaboration),
                review.day,
                parent_id=review.opportunity_id,
            )
        case CoachingPlan() as plan:
            tried = (each.tried for each in plan.sessions)
            return Searchable(
                (plan.good_looks_like, *tried, plan.stop_note), plan.start_day, rep_id=plan.rep_id
            )
        case _:
            return None


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
