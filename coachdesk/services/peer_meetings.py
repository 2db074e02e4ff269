"""Meetings with peer managers: planned, prepared, held, and what both decided there."""

from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from coachdesk.domain import agreement_rules, peer_meeting_rules
from coachdesk.domain.agreements import (
    Contribution,
    PeerAgendaItem,
    PeerAgreement,
    PeerMeeting,
    PeerUpdate,
)
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import (
    ContributionSide,
    PeerMeetingState,
    PeerTopic,
)
from coachdesk.domain.peer_meeting_rules import Due
from coachdesk.domain.people import Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import NoteAbout, OwnerSide, Party, PromiseOrigin
from coachdesk.language import gettext as _
from coachdesk.services.commitments import make_promise
from coachdesk.services.parties import party_called
from coachdesk.services.private_notes import write_private_note
from coachdesk.store.queries.peers import (
    decisions_of,
    due_with,
    figures_of,
    meeting_ahead,
    running_agreement,
)
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

WHO = {
    "me": (OwnerSide.MANAGER,),
    "peer": (OwnerSide.PEER,),
    "both": (OwnerSide.MANAGER, OwnerSide.PEER),
}
_SIDES = {
    OwnerSide.MANAGER: ContributionSide.OWN,
    OwnerSide.PEER: ContributionSide.PEER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was said on one topic: our words and the peer's."""

    topic: PeerTopic
    text: str = ""
    peer_text: str = ""


def plan_peer_meeting(
    work: UnitOfWork,
    peer_id: Id[PeerManager],
    day: date | None = None,
    start: time | None = None,
    minutes: int = 45,
) -> PeerMeeting:
    """A meeting on that day, else on the one the agreed rhythm leads to."""
    peer = work.get(PeerManager, peer_id)
    due = due_with(work, peer_id)
    wanted = day or due.next_day
    peer_meeting_rules.check_day(wanted, as_of=work.as_of)
    return work.put(
        PeerMeeting(
            id=work.new_id(PeerMeeting),
            team_id=peer.team_id,
            peer_manager_id=peer.id,
            day=wanted,
            start=start,
            minutes=minutes,
            agenda=peer_meeting_rules.usual_agenda(is_first=due.last_met is None),
        )
    )


def move_peer_meeting(
    work: UnitOfWork,
    id: Id[PeerMeeting],
    day: date,
    start: time | None = None,
    minutes: int | None = None,
) -> PeerMeeting:
    """Another day or hour; everything prepared goes along."""
    meeting = work.get(PeerMeeting, id)
    peer_meeting_rules.check_planned(meeting)
    peer_meeting_rules.check_day(day, as_of=work.as_of)
    length = meeting.minutes if minutes is None else minutes
    return work.put(replace(meeting, day=day, start=start, minutes=length))


def cancel_peer_meeting(work: UnitOfWork, id: Id[PeerMeeting]) -> PeerMeeting:
    """It does not take place."""
    meeting = work.get(PeerMeeting, id)
    peer_meeting_rules.check_planned(meeting)
    return work.put(replace(meeting, state=PeerMeetingState.CANCELLED))


def change_agenda_item(work: UnitOfWork, id: Id[PeerMeeting], item: PeerAgendaItem) -> PeerMeeting:
    """Other minutes, or a tick, for one item."""
    return work.put(peer_meeting_rules.with_item(work.get(PeerMeeting, id), item))


def record_topics(work: UnitOfWork, id: Id[PeerMeeting], *said: Said) -> PeerMeeting:
    """What was said, topic by topic; empty words take a record out."""
    meeting = work.get(PeerMeeting, id)
    peer_meeting_rules.check_record(meeting)
    for each in said:
        _check_words(each)
        found = next(iter(work.find(PeerUpdate, meeting_id=id, topic=each.topic)), None)
        if not (each.text.strip() or each.peer_text.strip()):
            if found is not None:
                work.remove(found)
            continue
        kept = found or _update(work, meeting, each.topic)
        work.put(replace(kept, text=each.text.strip(), peer_text=each.peer_text.strip()))
    return meeting


def note_on_person(
    work: UnitOfWork, id: Id[PeerMeeting], rep_id: Id[Rep], text: str
) -> PrivateNote:
    """What the two said about one rep: private, and part of what that rep may ask to read."""
    meeting = work.get(PeerMeeting, id)
    peer_meeting_rules.check_record(meeting)
    update = work.put(_update(work, meeting, PeerTopic.PEOPLE))
    return write_private_note(
        work, about=NoteAbout.PEER_UPDATE, about_id=update.id, rep_id=rep_id, text=text
    )


def remove_note_on_person(work: UnitOfWork, id: Id[PrivateNote]) -> None:
    """Drop a private line of a meeting, with the update it is about."""
    note = work.get(PrivateNote, id)
    work.remove(note)
    for update in work.find(PeerUpdate, id=note.about_id):
        work.remove(update)


def decide(
    work: UnitOfWork, id: Id[PeerMeeting], who: str, text: str, due_day: date
) -> list[Commitment]:
    """A decision of the meeting as a promise of one side, or one of each."""
    meeting = work.get(PeerMeeting, id)
    peer_meeting_rules.check_record(meeting)
    return [
        make_promise(
            work,
            rep_id=None,
            peer_manager_id=meeting.peer_manager_id,
            side=side,
            text=text,
            due_day=due_day,
            origin=PromiseOrigin.PEER_MEETING,
            origin_id=meeting.id,
        )
        for side in WHO[who]
    ]


def remove_decision(work: UnitOfWork, id: Id[PeerMeeting], text: str, due_day: date) -> None:
    """Take a decision out again while the meeting is not over."""
    peer_meeting_rules.check_planned(work.get(PeerMeeting, id))
    for promise in decisions_of(work, id):
        if (promise.text, promise.due_day) == (text, due_day):
            work.remove(promise)


def note_problem(work: UnitOfWork, id: Id[PeerMeeting], text: str) -> PeerUpdate:
    """A problem that came up, once both have agreed how problems are solved."""
    meeting = work.get(PeerMeeting, id)
    peer_meeting_rules.check_record(meeting)
    agreements = work.find(PeerAgreement, peer_manager_id=meeting.peer_manager_id)
    path = agreement_rules.problem_path(agreements, meeting.peer_manager_id)
    peer_meeting_rules.check_path(path)
    if not text.strip():
        raise InputError(_("What is the problem?"), _("Say it in one sentence."))
    return work.put(replace(_update(work, meeting, PeerTopic.PROBLEM), text=text.strip()))


def solve_problem(
    work: UnitOfWork, id: Id[PeerUpdate], solution: str, *, path_followed: bool
) -> PeerUpdate:
    """Solved, how, and whether the agreed way was followed."""
    update = work.get(PeerUpdate, id)
    return work.put(
        peer_meeting_rules.solved(update, solution, path_followed=path_followed, as_of=work.as_of)
    )


def tick_to_tell(
    work: UnitOfWork, id: Id[PeerMeeting], item_id: Id[EarlyAccessItem], *, tell: bool
) -> PeerMeeting:
    """Whether the partner is told of what is coming."""
    item = work.get(EarlyAccessItem, item_id)
    meeting = work.get(PeerMeeting, id)
    return work.put(peer_meeting_rules.with_told(meeting, item.id, tell=tell))


def hold_peer_meeting(work: UnitOfWork, id: Id[PeerMeeting]) -> PeerMeeting:
    """It took place: figures stay as they are, what was ticked is told, the goal gets a version."""
    meeting = work.get(PeerMeeting, id)
    figures = figures_of(work, meeting)
    held = work.put(peer_meeting_rules.held(meeting, figures, as_of=work.as_of))
    for item_id in held.will_tell:
        item = work.peek(EarlyAccessItem, item_id)
        if item is not None and item.told_day is None:
            work.put(replace(item, told_day=held.day))
    _update_agreement(work, held)
    return held


def _update_agreement(work: UnitOfWork, held: PeerMeeting) -> None:
    """What both decided goes into the goal that runs; it is both's wording from today."""
    running = running_agreement(work, held.peer_manager_id)
    if running is None:
        return
    said = {each.topic: each.text for each in work.find(PeerUpdate, meeting_id=held.id)}
    added = tuple(
        Contribution(side=_SIDES[promise.owner_side], text=promise.text, due_day=promise.due_day)
        for promise in decisions_of(work, held.id)
    )
    work.put(
        agreement_rules.agreed_in_meeting(
            running,
            added=added,
            works=said.get(PeerTopic.WORKING, "")[:300],
            change=said.get(PeerTopic.CHANGE, "")[:300],
            as_of=work.as_of,
        )
    )


def _update(work: UnitOfWork, meeting: PeerMeeting, topic: PeerTopic) -> PeerUpdate:
    return PeerUpdate(
        id=work.new_id(PeerUpdate),
        meeting_id=meeting.id,
        peer_manager_id=meeting.peer_manager_id,
        day=min(meeting.day, work.as_of),
        topic=topic,
    )


def _check_words(said: Said) -> None:
    if said.topic in (PeerTopic.PEOPLE, PeerTopic.PROBLEM):
        raise ValueError("people and problems have ways of their own")


def read_person_notes(reads: Snapshot, id: Id[PeerMeeting]) -> list[tuple[str, str]]:
    """Whose they are and what they say, for as long as the curtain is open."""
    updates = reads.find(PeerUpdate, meeting_id=id, topic=PeerTopic.PEOPLE)
    ids = [update.id for update in updates]
    notes = reads.find(PrivateNote, about=NoteAbout.PEER_UPDATE, about_id=ids) if ids else []
    names: dict[UUID | None, str] = {rep.id: rep.first_name for rep in reads.find(Rep)}
    return sorted((names.get(note.rep_id, ""), note.text) for note in notes)


def meeting_and_due(reads: Snapshot, peer_id: Id[PeerManager]) -> tuple[PeerMeeting | None, Due]:
    """The next meeting that is planned, and how the two stand with talking."""
    return meeting_ahead(reads, peer_id), due_with(reads, peer_id)


def peer_meant(reads: Snapshot, typed: str) -> tuple[PeerManager | None, str]:
    """Who is meant and what to say of it; None for somebody who would be new (InputError)."""
    named = party_called(reads, Party.PEER_MANAGER, typed)
    if named.id is None:
        return None, _("“{name}” is new and will be added.").format(name=named.words)
    found: PeerManager = reads.get(PeerManager, as_id(named.id))
    return found, named.words
