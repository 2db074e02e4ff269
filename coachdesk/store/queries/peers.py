"""Goals of both managers and their meetings, for the pages that show them."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain import agreement_rules, peer_meeting_rules
from coachdesk.domain.agreements import FrozenFigure, PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.entity import Id
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import (
    AgreementState,
    NoticeState,
    PeerMeetingState,
    PeerTopic,
)
from coachdesk.domain.peer_meeting_rules import Due
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.vocabulary import NoteAbout, OwnerSide, PromiseOrigin, PromiseState
from coachdesk.store.queries import people
from coachdesk.store.queries.promises import mine_first, promise_row
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.peers import (
    DecisionRow,
    NoticeRow,
    PeerMeetingPage,
    PersonNote,
    ProblemRow,
    SaidOn,
    TeamAgreement,
    TimeToMeet,
)
from coachdesk.views.promises import PromiseRow

NOTICE_DAYS = 56


def peer_meeting_page(reads: Snapshot, meeting_id: UUID) -> PeerMeetingPage:
    """The whole page as of the snapshot's moment."""
    meeting: PeerMeeting = reads.get(PeerMeeting, as_id(meeting_id))
    peer = reads.get(PeerManager, meeting.peer_manager_id)
    goals = goals_with(reads, peer.id)
    updates = _updates_with(reads, peer.id, goals)
    own = [each for each in updates if each.meeting_id == meeting.id]
    due = due_with(reads, peer.id)
    reps = people.reps_in_order(reads)
    return PeerMeetingPage(
        as_of=reads.as_of,
        meeting=meeting,
        team=reads.get(PartnerTeam, meeting.team_id).name,
        manager=people.workspace(reads).manager_name,
        name=peer.name,
        first_name=peer.first_name,
        initials=f"{peer.first_name[:1]}{peer.last_name[:1]}",
        due=due,
        said={each.topic: SaidOn(text=each.text, peer_text=each.peer_text) for each in own},
        person_notes=_person_notes(reads, own, reps),
        reps=tuple((rep.id, rep.name) for rep in reps),
        figures=() if due.last_met is None else figures_of(reads, meeting),
        goals=tuple(goals),
        promises=_promises(reads, peer, meeting, due.last_met),
        decisions=_decisions(reads, meeting),
        problems=_open_problems(updates),
        problem_path=agreement_rules.problem_path(goals, peer.id),
        path_used=sum(each.path_followed is True for each in updates),
        notices=_notices(reads, meeting),
    )


def team_agreement(reads: Snapshot, team_id: UUID) -> TeamAgreement:
    """What is agreed with the manager of a partner team, the first by name if it has several."""
    team: PartnerTeam = reads.get(PartnerTeam, as_id(team_id))
    peers = sorted(reads.find(PeerManager, team_id=team.id), key=lambda each: each.name)
    if not peers:
        return TeamAgreement(as_of=reads.as_of, team_id=team.id, team=team.name)
    goals = [goal for each in peers for goal in goals_with(reads, each.id)]
    peer = next((each for each in peers if goals and each.id == goals[0].peer_manager_id), peers[0])
    updates = _updates_with(reads, peer.id, goals)
    return TeamAgreement(
        as_of=reads.as_of,
        team_id=team.id,
        team=team.name,
        peer_id=peer.id,
        peer_name=peer.name,
        manager=people.workspace(reads).manager_name,
        due=due_with(reads, peer.id),
        ahead=meeting_ahead(reads, peer.id),
        goals=tuple(goal for goal in goals if goal.peer_manager_id == peer.id),
        problems=len(_open_problems(updates)),
    )


def time_to_meet(reads: Snapshot) -> list[TimeToMeet]:
    """Peer managers with a goal under way whom one has not met for longer than agreed."""
    teams = people.team_names(reads)
    goals = reads.find(PeerAgreement)
    with_goal = {goal.peer_manager_id for goal in goals if agreement_rules.is_open(goal)}
    meetings, updates = reads.find(PeerMeeting), reads.find(PeerUpdate)
    found = []
    for peer in reads.find(PeerManager):
        if peer.id not in with_goal:
            continue
        due = _due(peer.id, goals, meetings, updates, reads.as_of)
        if due.is_time:
            found.append(
                TimeToMeet(
                    peer_id=peer.id,
                    team_id=peer.team_id,
                    name=peer.name,
                    team=teams[peer.team_id],
                    due=due,
                    ahead=_ahead(each for each in meetings if each.peer_manager_id == peer.id),
                )
            )
    return sorted(found, key=lambda each: (each.due.last_met or date.min, each.name))


def goals_with(reads: Snapshot, peer_id: UUID) -> list[PeerAgreement]:
    """Every goal with a peer manager: those under way first, the newest before older ones."""
    found = reads.find(PeerAgreement, peer_manager_id=peer_id)
    found.sort(key=lambda each: (each.drafted_day, each.id), reverse=True)
    return sorted(found, key=lambda each: _STANDING.index(each.state))


def running_agreement(reads: Snapshot, peer_id: Id[PeerManager]) -> PeerAgreement | None:
    """The running goal that was drafted last."""
    running = reads.find(PeerAgreement, peer_manager_id=peer_id, state=AgreementState.ACTIVE)
    return max(running, key=lambda each: (each.drafted_day, each.id), default=None)


def decisions_of(reads: Snapshot, id: Id[PeerMeeting]) -> list[Commitment]:
    """What was decided in a meeting."""
    found = reads.find(Commitment, origin_kind=PromiseOrigin.PEER_MEETING, origin_id=id)
    return sorted(found, key=lambda each: (each.due_day, each.text, each.owner_side.value))


def due_with(reads: Snapshot, peer_id: UUID) -> Due:
    """When the two last talked and how often they want to."""
    goals = reads.find(PeerAgreement, peer_manager_id=peer_id)
    meetings = reads.find(PeerMeeting, peer_manager_id=peer_id)
    return _due(peer_id, goals, meetings, _updates_with(reads, peer_id, goals), reads.as_of)


def figures_of(reads: Snapshot, meeting: PeerMeeting) -> tuple[FrozenFigure, ...]:
    """What the record shows: as it was when the meeting was held, else as it is now."""
    if meeting.state is PeerMeetingState.HELD:
        return meeting.figures
    return peer_meeting_rules.figures(
        reads.find(HandOff, team_id=meeting.team_id),
        reads.find(RequestTriage, team_id=meeting.team_id),
        since=due_with(reads, meeting.peer_manager_id).last_met,
        until=reads.as_of,
    )


def meeting_ahead(reads: Snapshot, peer_id: UUID) -> PeerMeeting | None:
    """The next meeting with a peer manager that is planned."""
    return _ahead(reads.find(PeerMeeting, peer_manager_id=peer_id))


def _ahead(meetings: Iterable[PeerMeeting]) -> PeerMeeting | None:
    planned = [each for each in meetings if each.state is PeerMeetingState.PLANNED]
    return min(planned, key=lambda each: (each.day, each.id), default=None)


def _due(
    peer_id: UUID,
    goals: list[PeerAgreement],
    meetings: list[PeerMeeting],
    updates: list[PeerUpdate],
    as_of: date,
) -> Due:
    own = [each for each in goals if each.peer_manager_id == peer_id]
    ids: set[UUID] = {each.id for each in own}
    met = [each for each in meetings if each.peer_manager_id == peer_id]
    held: set[UUID] = {each.id for each in met if each.state is PeerMeetingState.HELD}
    said = [
        each
        for each in updates
        if (each.peer_manager_id == peer_id or each.agreement_id in ids)
        and (each.meeting_id is None or each.meeting_id in held)
    ]
    rhythms = [
        each.rhythm_days
        for each in own
        if each.rhythm_days is not None and each.state is AgreementState.ACTIVE
    ]
    rhythm = min(rhythms, default=peer_meeting_rules.USUAL_RHYTHM)
    return Due(peer_meeting_rules.last_met(met, said), rhythm, as_of)


def _updates_with(
    reads: Snapshot, peer_id: UUID, goals: Iterable[PeerAgreement]
) -> list[PeerUpdate]:
    found = reads.find(PeerUpdate, peer_manager_id=peer_id)
    ids = [goal.id for goal in goals]
    known: set[UUID] = {each.id for each in found}
    more = reads.find(PeerUpdate, agreement_id=ids) if ids else []
    return [*found, *(each for each in more if each.id not in known)]


def _person_notes(
    reads: Snapshot, updates: list[PeerUpdate], reps: list[Rep]
) -> tuple[PersonNote, ...]:
    ids = [each.id for each in updates if each.topic is PeerTopic.PEOPLE]
    if not ids:
        return ()
    names: dict[UUID | None, str] = {rep.id: rep.name for rep in reps}
    notes = reads.find(PrivateNote, about=NoteAbout.PEER_UPDATE, about_id=ids)
    rows = (PersonNote(id=note.id, name=names.get(note.rep_id, "")) for note in notes)
    return tuple(sorted(rows, key=lambda row: row.name))


def _promises(
    reads: Snapshot, peer: PeerManager, meeting: PeerMeeting, last_met: date | None
) -> tuple[PromiseRow, ...]:
    """What both promised and is open, or was settled since the two last met."""
    since = last_met or date.min
    rows = [
        promise_row(promise, peer)
        for promise in reads.find(Commitment, peer_manager_id=peer.id)
        if promise.origin_id != meeting.id
        and promise.owner_side is not OwnerSide.REP
        and (
            promise.state is PromiseState.OPEN
            or (promise.closed_day is not None and promise.closed_day >= since)
        )
    ]
    return tuple(sorted(rows, key=mine_first))


def _decisions(reads: Snapshot, meeting: PeerMeeting) -> tuple[DecisionRow, ...]:
    """One row a decision; what each of the two promised in the same words is a row of both."""
    found: dict[tuple[str, date], list[Commitment]] = {}
    for promise in decisions_of(reads, meeting.id):
        found.setdefault((promise.text, promise.due_day), []).append(promise)
    sides = {OwnerSide.MANAGER: "me", OwnerSide.PEER: "peer"}
    return tuple(
        DecisionRow(
            id=promises[0].id,
            who="both" if len(promises) > 1 else sides[promises[0].owner_side],
            text=text,
            day=day,
        )
        for (text, day), promises in found.items()
    )


def _open_problems(updates: list[PeerUpdate]) -> tuple[ProblemRow, ...]:
    """What is not solved, oldest first."""
    return tuple(
        ProblemRow(id=each.id, day=each.day, text=each.text)
        for each in sorted(updates, key=lambda each: (each.day, each.id))
        if each.topic is PeerTopic.PROBLEM and each.solved_day is None
    )


def _notices(reads: Snapshot, meeting: PeerMeeting) -> tuple[NoticeRow, ...]:
    accounts = people.account_names(reads)
    ticked: set[UUID] = set(meeting.will_tell)
    last = max(reads.as_of, meeting.day) + timedelta(days=NOTICE_DAYS)
    rows = [
        NoticeRow(
            id=item.id,
            day=item.earliest,
            account=accounts[item.account_id],
            what=item.what,
            likelihood_pct=item.likelihood_pct,
            told_day=item.told_day,
            is_ticked=item.id in ticked,
        )
        for item in reads.find(EarlyAccessItem, team_id=meeting.team_id, state=NoticeState.OPEN)
        if item.earliest <= last or item.id in ticked
    ]
    return tuple(sorted(rows, key=lambda row: (row.day, row.account)))


_STANDING = [
    AgreementState.ACTIVE,
    AgreementState.AGREED,
    AgreementState.PROPOSED,
    AgreementState.DRAFT,
    AgreementState.ACHIEVED,
    AgreementState.PARTLY,
    AgreementState.NOT_ACHIEVED,
    AgreementState.DISSOLVED,
]
