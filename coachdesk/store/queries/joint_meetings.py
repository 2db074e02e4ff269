"""Joint meetings for their page and for the lists that name them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.joint_meeting_rules import attendee_named, hints
from coachdesk.domain.joint_meetings import Attendee, BuyerMessage, JointMeeting
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import BuyingRole, DraftState
from coachdesk.language import gettext as _
from coachdesk.store.queries import evidence, people
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.joint_meetings import AttendeeLine, JointMeetingPage
from coachdesk.views.visits import VisitRow

MEETING = "joint_meeting_id"


def joint_meeting_page(reads: Snapshot, playbook: Playbook, meeting_id: UUID) -> JointMeetingPage:
    """The whole page as of the snapshot's moment."""
    meeting = reads.get(JointMeeting, as_id(meeting_id))
    rep, space = reads.get(Rep, meeting.rep_id), people.workspace(reads)
    contacts = reads.find(Contact, account_id=meeting.account_id)
    seen: set[UUID] = {o.id for o in reads.find(Observation, joint_meeting_id=meeting.id)}
    events = evidence.events(
        reads,
        playbook,
        after=meeting.day - timedelta(days=1),
        until=meeting.day,
        rep_id=meeting.rep_id,
    )
    return JointMeetingPage(
        id=meeting.id,
        as_of=reads.as_of,
        rep_id=rep.id,
        rep_name=rep.name,
        first_name=rep.first_name,
        manager=space.manager_name,
        account_id=meeting.account_id,
        account=reads.get(Account, meeting.account_id).name,
        team_id=meeting.team_id,
        team=reads.get(PartnerTeam, meeting.team_id).name,
        day=meeting.day,
        start=meeting.start,
        state=meeting.state,
        stage=meeting.stage,
        stages=tuple((key, guide.title) for key, guide in playbook.stages.items()),
        attendees=attendee_lines(reads, meeting, contacts),
        known=tuple(_known(reads, meeting, rep, space.manager_name, contacts)),
        messages=meeting.messages,
        customer_issue=meeting.customer_issue,
        perspective=meeting.perspective,
        next_step=meeting.next_step,
        next_step_owner=meeting.next_step_owner,
        next_step_day=meeting.next_step_day,
        checklist=meeting.checklist,
        aligned_before=meeting.aligned_before,
        said=meeting.said,
        hints=hints(meeting) if meeting.state is JointMeetingState.PLANNED else (),
        is_promised=any(
            each.text == meeting.next_step for each in reads.find(Commitment, origin_id=meeting.id)
        ),
        events=tuple(event for event in events if event.observation_id in seen),
        waiting=sum(
            (draft.content or {}).get(MEETING) == str(meeting.id)
            for draft in reads.find(Draft, state=DraftState.WAITING, rep_id=meeting.rep_id)
        ),
    )


def attendee_lines(
    reads: Snapshot, meeting: JointMeeting, contacts: Sequence[Contact]
) -> tuple[AttendeeLine, ...]:
    """Who attends, each customer with the message for that role at the customer's stage."""
    roles: dict[UUID, BuyingRole] = {each.id: each.buying_role for each in contacts}
    known = [
        each
        for each in reads.find(BuyerMessage)
        if each.stage is meeting.stage and each.team_id in (None, meeting.team_id)
    ]
    # The team's own words come last, so that they stand in place of the general ones.
    known.sort(key=lambda each: each.team_id is not None)
    messages = {each.buying_role: each.text for each in known}
    lines = []
    for attendee in meeting.attendees:
        role = None if attendee.contact_id is None else roles.get(attendee.contact_id)
        lines.append(
            AttendeeLine(
                attendee=attendee,
                buying_role=role,
                message="" if role is None else messages.get(role, ""),
            )
        )
    return tuple(lines)


def _known(
    reads: Snapshot, meeting: JointMeeting, rep: Rep, manager: str, contacts: Sequence[Contact]
) -> Iterator[Attendee]:
    """People who are known for this customer and team and do not attend yet."""
    every = [
        *(
            Attendee(side=AttendeeSide.CUSTOMER, name=each.name, contact_id=each.id)
            for each in contacts
        ),
        Attendee(side=AttendeeSide.REP, name=rep.name, rep_id=rep.id),
        *(
            Attendee(
                side=AttendeeSide.PARTNER,
                name=each.name,
                partner_person_id=each.id,
            )
            for each in reads.find(PartnerPerson, team_id=meeting.team_id)
        ),
        Attendee(side=AttendeeSide.MANAGER, name=manager),
    ]
    for each in every:
        here = [other for other in meeting.attendees if other.side is each.side]
        if attendee_named(here, each.name) is None:
            yield each


def meeting_rows(reads: Snapshot, **equals: Any) -> list[VisitRow]:
    """Meetings whose fields equal the values, in the order of time, with how much was seen."""
    meetings = reads.find(JointMeeting, **equals)
    if not meetings:
        return []
    reps: dict[UUID, Rep] = {rep.id: rep for rep in reads.find(Rep)}
    customers = people.account_names(reads)
    teams = {team.id: team.name for team in reads.find(PartnerTeam)}
    seen = reads.find(Observation, joint_meeting_id=[meeting.id for meeting in meetings])
    rows = [
        VisitRow(
            id=meeting.id,
            is_meeting=True,
            rep_id=meeting.rep_id,
            name=reps[meeting.rep_id].name,
            initials=reps[meeting.rep_id].initials,
            account=_("{customer}, with {team}").format(
                customer=customers.get(meeting.account_id, ""), team=teams[meeting.team_id]
            ),
            day=meeting.day,
            start=meeting.start,
            events=sum(observation.joint_meeting_id == meeting.id for observation in seen),
        )
        for meeting in meetings
    ]
    return sorted(rows, key=lambda row: (row.day, f"{row.start or ''}"))
