"""Fills the page of one partner team in a fixed number of reads, whatever there is of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select

from coachdesk.domain.account_intelligence import AccountGuide, answer_words, is_outdated
from coachdesk.domain.entity import Id
from coachdesk.domain.introduction_rules import (
    is_talk_late,
    moves_of,
    owes_word_back,
    stage_of,
)
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.partner_vocabulary import IntelligenceQuestion, JointMeetingState
from coachdesk.domain.people import PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.vocabulary import NoteAbout, ObservationState
from coachdesk.store.column_types import id_from
from coachdesk.store.queries import people
from coachdesk.store.schema import hand_off, observation, private_note
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.partner_team import (
    CapabilityRow,
    CustomerRow,
    Decider,
    IntroductionRow,
    KnownAnswer,
    Met,
    MetAt,
    PartnerTeamPage,
    PeerRow,
    PersonRow,
    WorksWith,
)


@dataclass(frozen=True, slots=True)
class _Names:
    """Who is who, read once."""

    reps: Mapping[UUID, str]
    accounts: Mapping[UUID, str]
    teams: Mapping[UUID, str]

    @classmethod
    def read(cls, reads: Snapshot) -> "_Names":
        return cls(
            {rep.id: rep.first_name for rep in reads.find(Rep)},
            people.account_names(reads),
            people.team_names(reads),
        )


# Day, place, record and customer of a meeting, as the store has them.
_Raw = tuple[str, MetAt, bytes, bytes | None]


@dataclass(slots=True)
class _Meetings:
    """The last occasion on which each of theirs met each of ours.

    There may be thousands: they are compared as they come, and only the last are made values.
    """

    names: _Names
    last: dict[tuple[bytes, bytes], _Raw] = field(default_factory=dict)

    def add(self, person: bytes, rep: bytes, met: _Raw) -> None:
        known = self.last.get((person, rep))
        if known is None or known[0] < met[0]:
            self.last[person, rep] = met

    def by_person(self) -> dict[UUID, list[Met]]:
        """The meetings of each of theirs."""
        found: dict[UUID, list[Met]] = {}
        for (person, rep), (day, at, id, account) in self.last.items():
            met = Met(
                day=date.fromisoformat(day),
                rep_id=id_from(rep),
                rep_name=self.names.reps.get(id_from(rep), ""),
                at=at,
                id=id_from(id),
                account="" if account is None else self.names.accounts.get(id_from(account), ""),
            )
            found.setdefault(id_from(person), []).append(met)
        return found


def partner_team_page(
    reads: Snapshot, guide: AccountGuide, team_id: UUID
) -> PartnerTeamPage | None:
    """The page as of the snapshot's moment; None for a team that is gone."""
    team = reads.peek(PartnerTeam, as_id(team_id))
    if team is None:
        return None
    names = _Names.read(reads)
    persons = reads.find(PartnerPerson, team_id=team.id)
    met = _met(reads, names, [person.id for person in persons])
    notes = _note_counts(reads)
    rows = [_person(person, met.get(person.id, []), notes) for person in persons]
    return PartnerTeamPage(
        as_of=reads.as_of,
        team_id=team.id,
        name=team.name,
        is_active=team.active,
        peers=tuple(
            PeerRow(id=peer.id, name=peer.name, contact=peer.contact)
            for peer in reads.find(PeerManager, team_id=team.id)
        ),
        people=tuple(sorted(rows, key=_met_last)),
        introductions=tuple(_introductions(reads, names, persons, team.id)),
        customers=tuple(_customers(reads, guide, names, team.id)),
        capabilities=tuple(
            CapabilityRow(
                id=line.id,
                kind=line.kind,
                text=line.text,
                from_days=line.from_days,
                to_days=line.to_days,
                ours=line.ours,
                day=line.day,
            )
            for line in reads.find(Capability, team_id=team.id)
        ),
    )


def known_of(reads: Snapshot, guide: AccountGuide, account_id: UUID) -> tuple[KnownAnswer, ...]:
    """The newest answer of each team to each question about one customer."""
    found = reads.find(AccountIntelligenceAnswer, account_id=account_id)
    return _newest(found, guide, people.team_names(reads), reads.as_of)


def works_with(reads: Snapshot, rep_id: UUID) -> tuple[WorksWith, ...]:
    """Whom of the partner teams a rep has met, the one met last first."""
    persons: dict[UUID, PartnerPerson] = {each.id: each for each in reads.find(PartnerPerson)}
    teams = people.team_names(reads)
    last: dict[UUID, date] = {}
    for person, day in _days(reads, rep_id):
        if person in persons:
            last[person] = max(day, last.get(person, day))
    rows = [
        WorksWith(
            id=id,
            name=persons[id].name,
            team_id=persons[id].team_id,
            team=teams.get(persons[id].team_id, ""),
            last_day=day,
        )
        for id, day in last.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.last_day.toordinal(), row.name)))


def _met_last(row: PersonRow) -> tuple[int, str]:
    return (-row.last.day.toordinal() if row.last else 1, row.name)


def _person(person: PartnerPerson, met: list[Met], notes: Mapping[UUID, int]) -> PersonRow:
    newest = sorted(met, key=lambda each: each.day, reverse=True)
    reps = dict.fromkeys((each.rep_id, each.rep_name) for each in newest)
    return PersonRow(
        id=person.id,
        name=person.name,
        value_we_know=person.value_we_know,
        value_they_know=person.value_they_know,
        works_with=tuple(reps),
        last=newest[0] if newest else None,
        notes=notes.get(person.id, 0),
    )


@cache
def _hand_offs() -> Select[Any]:
    table = hand_off.c
    columns = (
        table.id,
        table.partner_person_id,
        table.rep_id,
        table.account_id,
        table.accepted_on,
        table.met_day,
    )
    return select(*columns).where(
        table.partner_person_id.in_(
            bindparam("people", expanding=True, type_=table.partner_person_id.type)
        )
    )


@cache
def _hand_offs_of() -> Select[Any]:
    table = hand_off.c
    columns = (table.partner_person_id, table.rep_id, table.accepted_on, table.met_day)
    return select(*columns).where(
        table.rep_id == bindparam("rep", type_=table.rep_id.type),
        table.partner_person_id.is_not(None),
    )


@cache
def _events() -> Select[Any]:
    table = observation.c
    columns = (table.id, table.partner_person_id, table.rep_id, table.account_id, table.day)
    return select(*columns).where(
        table.partner_person_id.in_(
            bindparam("people", expanding=True, type_=table.partner_person_id.type)
        ),
        table.state == ObservationState.SAVED.value,
    )


@cache
def _events_of() -> Select[Any]:
    table = observation.c
    return select(table.partner_person_id, table.day).where(
        table.rep_id == bindparam("rep", type_=table.rep_id.type),
        table.partner_person_id.is_not(None),
        table.state == ObservationState.SAVED.value,
    )


def _real(*days: str | None) -> list[date]:
    return [date.fromisoformat(day) for day in days if day is not None]


@cache
def _notes() -> Select[Any]:
    """How many notes there are about each; no word of them is read."""
    table = private_note.c
    return (
        select(table.about_id, func.count().label("n"))
        .where(table.about == NoteAbout.PARTNER_PERSON.value)
        .group_by(table.about_id)
    )


def _note_counts(reads: Snapshot) -> dict[UUID, int]:
    return {id_from(row.about_id): row.n for row in reads.rows(_notes())}


def _met(reads: Snapshot, names: _Names, ids: list[Id[PartnerPerson]]) -> dict[UUID, list[Met]]:
    """Events, joint meetings that were held, and hand-offs accepted or met."""
    found = _Meetings(names)
    for id, person, rep, account, accepted_on, met_day in reads.tuples(_hand_offs(), people=ids):
        day = max(accepted_on or "", met_day or "")
        if day:
            found.add(person, rep, (day, MetAt.HAND_OFF, id, account))
    for id, person, rep, account, day in reads.tuples(_events(), people=ids):
        found.add(person, rep, (day, MetAt.EVENT, id, account))
    known = set(ids)
    for meeting in reads.find(JointMeeting, state=JointMeetingState.HELD):
        day, account = meeting.day.isoformat(), meeting.account_id.bytes
        for theirs in _partners_at(meeting) & known:
            met = (day, MetAt.JOINT_MEETING, meeting.id.bytes, account)
            found.add(theirs.bytes, meeting.rep_id.bytes, met)
    return found.by_person()


def _partners_at(meeting: JointMeeting) -> set[UUID]:
    return {each.partner_person_id for each in meeting.attendees if each.partner_person_id}


def _days(reads: Snapshot, rep_id: UUID) -> list[tuple[UUID, date]]:
    """Person and day of everything one rep did with somebody of theirs."""
    found: list[tuple[UUID, date]] = []
    for row in reads.rows(_hand_offs_of(), rep=rep_id):
        person = id_from(row.partner_person_id)
        found += [(person, day) for day in _real(row.accepted_on, row.met_day)]
    for row in reads.rows(_events_of(), rep=rep_id):
        found.append((id_from(row.partner_person_id), date.fromisoformat(row.day)))
    for meeting in reads.find(JointMeeting, rep_id=rep_id, state=JointMeetingState.HELD):
        found += [(person, meeting.day) for person in _partners_at(meeting)]
    return found


def _introductions(
    reads: Snapshot, names: _Names, persons: list[PartnerPerson], team_id: UUID
) -> list[IntroductionRow]:
    found = reads.find(WarmIntroduction, from_team_id=team_id)
    who = {person.id: person.name for person in persons}
    contacts = reads.find(Contact, account_id=[item.account_id for item in found])
    called = {contact.id: contact.name for contact in contacts}
    rows = []
    for item in found:
        others = sorted(
            (each for each in contacts if each.account_id == item.account_id),
            key=lambda each: each.name,
        )
        rows.append(
            IntroductionRow(
                id=item.id,
                account_id=item.account_id,
                account=names.accounts.get(item.account_id, ""),
                rep_id=item.rep_id,
                rep_name=names.reps.get(item.rep_id, ""),
                who=who.get(item.partner_person_id, "") if item.partner_person_id else "",
                contact_id=item.contact_id,
                contact=called.get(item.contact_id, "") if item.contact_id else "",
                stage=stage_of(item),
                moves=moves_of(item),
                asked_day=item.asked_day,
                offered_day=item.offered_day,
                made_day=item.made_day,
                form=item.form,
                note=item.note,
                pace=item.pace,
                problem_talk_by=item.problem_talk_by,
                problem_talk_day=item.problem_talk_day,
                result=item.result,
                result_note=item.result_note,
                months_saved=item.months_saved,
                word_back=item.word_back,
                word_back_day=item.word_back_day,
                is_talk_late=is_talk_late(item, reads.as_of),
                owes_word_back=owes_word_back(item, reads.as_of),
                deciders=tuple(
                    Decider(id=each.id, name=each.name, role=each.buying_role) for each in others
                ),
            )
        )
    return sorted(rows, key=_due_first)


def _due_first(row: IntroductionRow) -> tuple[bool, bool, int, str]:
    """What is due stands first, what is told last, the newest before the oldest."""
    newest = row.made_day or row.offered_day or row.asked_day or date.max
    return (not row.is_marked, row.word_back_day is not None, -newest.toordinal(), row.account)


def _customers(
    reads: Snapshot, guide: AccountGuide, names: _Names, team_id: UUID
) -> list[CustomerRow]:
    by_account: dict[UUID, list[AccountIntelligenceAnswer]] = {}
    for answer in reads.find(AccountIntelligenceAnswer, team_id=team_id):
        by_account.setdefault(answer.account_id, []).append(answer)
    rows = [
        CustomerRow(
            id=id,
            account=names.accounts.get(id, ""),
            answers=_newest(some, guide, names.teams, reads.as_of),
        )
        for id, some in by_account.items()
    ]
    return sorted(rows, key=lambda row: row.account.casefold())


def _newest(
    found: Iterable[AccountIntelligenceAnswer],
    guide: AccountGuide,
    teams: Mapping[UUID, str],
    as_of: date,
) -> tuple[KnownAnswer, ...]:
    """The newest answer to each question of each team, with those before it."""
    questions = {question.id: question for question in guide.questions}
    by_question: dict[tuple[IntelligenceQuestion, UUID], list[KnownAnswer]] = {}
    # The newest first; of one day, the one that was written last.
    for item in sorted(found, key=lambda answer: (answer.day, answer.id), reverse=True):
        question = questions[item.question_id]
        known = KnownAnswer(
            id=item.id,
            question_id=item.question_id,
            question=question.text,
            words=answer_words(question, item.value),
            day=item.day,
            confidence=item.confidence,
            said_by=item.said_by,
            note=item.note,
            team_id=item.team_id,
            team=teams.get(item.team_id, ""),
            is_old=is_outdated(item.day, as_of),
        )
        by_question.setdefault((item.question_id, item.team_id), []).append(known)
    rows = [_with_earlier(some) for some in by_question.values()]
    return tuple(sorted(rows, key=lambda row: (row.question_id, -row.day.toordinal(), row.team)))


def _with_earlier(some: list[KnownAnswer]) -> KnownAnswer:
    return replace(some[0], earlier=tuple(some[1:]))
