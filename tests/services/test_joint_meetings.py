"""A joint meeting from its plan to the events and the promise that fall out of it."""

from dataclasses import replace
from datetime import time

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.joint_meeting_rules import About
from coachdesk.domain.joint_meetings import Attendee, BuyerMessage, JointMeeting, MeetingMessage
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import BuyingRole, NoteAbout, OwnerSide, SelectionStage
from coachdesk.services.buyer_messages import (
    add_buyer_message,
    keep_buyer_message,
    message_for,
)
from coachdesk.services.capture import complete_draft, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.joint_meetings import (
    MeetingPlan,
    MeetingStart,
    cancel_joint_meeting,
    change_joint_meeting,
    enter_joint_meeting,
    hold_joint_meeting,
    move_joint_meeting,
    next_joint_meeting,
    note_on_meeting,
    plan_joint_meeting,
    promise_next_step,
)
from coachdesk.services.pages import joint_meeting_page, one_on_ones, today
from coachdesk.services.private_notes import write_private_note
from tests.services.making import account_called, again, all_of, on, refused, rep_called

SEEN = "t4 Brought Stefan in with a clear hand-off, and stayed in the room"
DECIDE, DECIDES = SelectionStage.DECIDE, BuyingRole.DECIDES


def a_start(office: Desk, day: int, **fields: object) -> MeetingStart:
    known: dict[str, object] = {
        "rep_id": rep_called(office, "Priya").id,
        "account_id": account_called(office, "Cobalt").id,
        "team_id": all_of(office, PartnerTeam)[0].id,
        "day": on(day),
    }
    return MeetingStart(**{**known, **fields})  # type: ignore[arg-type]


def a_meeting(office: Desk, day: int = 2, **fields: object) -> JointMeeting:
    meeting: JointMeeting = office.do(plan_joint_meeting, a_start(office, day, **fields)).result
    return meeting


def changed(office: Desk, meeting: JointMeeting, **fields: object) -> JointMeeting:
    plan = replace(MeetingPlan.of(again(office, meeting)), **fields)  # type: ignore[arg-type]
    found: JointMeeting = office.do(change_joint_meeting, meeting.id, plan).result
    return found


def contact(office: Desk, name: str, role: BuyingRole) -> Contact:
    account_id = account_called(office, "Cobalt").id
    found: Contact = office.do(
        lambda work: work.put(
            Contact(
                id=work.new_id(Contact),
                account_id=account_id,
                name=name,
                buying_role=role,
            )
        )
    ).result
    return found


def test_a_plan_begins_with_the_rep_who_attends(office):
    meeting = a_meeting(office, start=time(9))
    (rep,) = meeting.attendees
    assert (rep.side, rep.name, rep.rep_id) == (
        AttendeeSide.REP,
        "Priya Raman",
        meeting.rep_id,
    )
    page = joint_meeting_page(office, meeting.id)
    assert (page.account, page.state, page.start) == (
        "Cobalt",
        JointMeetingState.PLANNED,
        time(9),
    )
    assert [hint.about for hint in page.hints] == [About.ISSUE]


def test_days_that_are_not_true_and_states_that_are_over_are_refused(office):
    assert refused(lambda: a_meeting(office, -1)) == "E-JME-01"
    entered = office.do(enter_joint_meeting, a_start(office, -1)).result
    assert entered.state is JointMeetingState.HELD
    assert refused(lambda: office.do(enter_joint_meeting, a_start(office, 1))) == "E-JME-02"
    meeting = a_meeting(office)
    assert refused(lambda: office.do(hold_joint_meeting, meeting.id)) == "E-JME-02"
    assert refused(lambda: office.do(move_joint_meeting, meeting.id, on(-1))) == "E-JME-01"
    office.do(move_joint_meeting, meeting.id, on(5), time(14))
    office.do(cancel_joint_meeting, meeting.id)
    assert refused(lambda: changed(office, meeting, said="no")) == "E-JME-03"
    office.undo()
    assert again(office, meeting).day == on(5)


def test_names_on_the_page_are_linked_to_the_people_they_name(office):
    known = contact(office, "R. Osei", DECIDES)
    meeting = a_meeting(office)
    attendees = (
        *meeting.attendees,
        Attendee(side=AttendeeSide.CUSTOMER, name=" r. osei "),
        Attendee(side=AttendeeSide.CUSTOMER, name="Somebody new"),
        Attendee(side=AttendeeSide.PARTNER, name="Stefan"),
    )
    linked = changed(office, meeting, attendees=attendees).attendees
    assert linked[1].contact_id == known.id
    assert linked[2].contact_id is None
    assert linked[3].partner_person_id is not None


def test_a_change_is_one_step_that_undo_takes_back_and_none_where_nothing_changed(office):
    meeting = a_meeting(office)
    changed(office, meeting, customer_issue=" Two days go into corrections. ")
    assert again(office, meeting).customer_issue == "Two days go into corrections."
    changed(office, meeting, customer_issue="Two days go into corrections.")
    office.undo()
    assert again(office, meeting) == meeting
    with pytest.raises(InputError):
        changed(office, meeting, checklist={"J1": "x" * 301})


def test_the_teams_own_message_stands_before_the_one_for_all(office):
    own, other = (team.id for team in (all_of(office, PartnerTeam) * 2)[:2])
    told = {"buying_role": DECIDES, "stage": DECIDE}
    general = office.do(add_buyer_message, **told, text="For everyone").result
    assert refused(lambda: office.do(add_buyer_message, **told, text="Twice")) == "E-JME-04"
    known = all_of(office, BuyerMessage)
    assert message_for(known, DECIDES, DECIDE, own) == general
    office.do(keep_buyer_message, **told, text="Of this team", team_id=own)
    known = all_of(office, BuyerMessage)
    assert message_for(known, DECIDES, DECIDE, own).text == "Of this team"
    assert message_for(known, BuyingRole.USES, DECIDE, own) is None
    assert message_for(known, DECIDES, SelectionStage.USE, other) is None

    contact(office, "R. Osei", DECIDES)
    meeting = changed(
        office,
        a_meeting(office, stage=DECIDE),
        attendees=(Attendee(side=AttendeeSide.CUSTOMER, name="R. Osei"),),
    )
    (line,) = joint_meeting_page(office, meeting.id).attendees
    assert (line.buying_role, line.message) == (DECIDES, "Of this team")
    office.do(keep_buyer_message, **told, text=" ", team_id=own)
    (line,) = joint_meeting_page(office, meeting.id).attendees
    assert line.message == "For everyone"


def test_an_event_of_the_meeting_has_its_rep_customer_team_and_day(office):
    meeting = a_meeting(office, 0)
    event = office.do(note_on_meeting, meeting.id, SEEN).result.record
    assert again(office, meeting).state is JointMeetingState.HELD
    assert (event.joint_meeting_id, event.rep_id, event.account_id, event.team_id, event.day) == (
        meeting.id,
        meeting.rep_id,
        meeting.account_id,
        meeting.team_id,
        meeting.day,
    )
    page = joint_meeting_page(office, meeting.id)
    assert [(e.letter, e.value) for e in page.events] == [("T", 4)]
    assert page.hints == ()
    waiting = office.do(note_on_meeting, meeting.id, "The price came too early").result.record
    assert joint_meeting_page(office, meeting.id).waiting == 1
    reading = office.ask(read_line, f"n2 {waiting.raw}")
    reading = replace(reading, rep=meeting.rep_id, missing=(), questions=())
    late = office.do(complete_draft, waiting.id, reading).result.record
    assert late.joint_meeting_id == meeting.id


def test_a_line_about_somebody_else_or_another_day_is_refused(office):
    meeting, ahead = a_meeting(office, 0), a_meeting(office, 2)
    assert refused(lambda: office.do(note_on_meeting, ahead.id, SEEN)) == "E-JME-02"
    assert refused(lambda: office.do(note_on_meeting, meeting.id, f"Tom {SEEN}")) == "E-JME-06"
    yesterday = f"yesterday {SEEN}"
    assert refused(lambda: office.do(note_on_meeting, meeting.id, yesterday)) == "E-JME-07"


def test_a_meeting_that_was_held_is_not_moved_and_its_page_stays_open(office):
    meeting = office.do(enter_joint_meeting, a_start(office, -1)).result
    assert refused(lambda: office.do(move_joint_meeting, meeting.id, on(1))) == "E-JME-05"
    assert changed(office, meeting, said="They want a trial.").said == "They want a trial."


def test_the_next_step_becomes_a_promise_of_the_one_who_owns_it(office):
    meeting = changed(office, a_meeting(office), next_step="Send the example", next_step_owner="")
    with pytest.raises(InputError, match="owner who is Priya or you"):
        office.do(promise_next_step, meeting.id)
    changed(office, meeting, next_step_owner="Dana")
    with pytest.raises(InputError, match="By when"):
        office.do(promise_next_step, meeting.id)
    changed(office, meeting, next_step_day=on(4))
    promise = office.do(promise_next_step, meeting.id).result
    assert (promise.owner_side, promise.text, promise.due_day) == (
        OwnerSide.MANAGER,
        "Send the example",
        on(4),
    )
    assert joint_meeting_page(office, meeting.id).is_promised
    with pytest.raises(InputError, match="stands already"):
        office.do(promise_next_step, meeting.id)
    changed(office, meeting, next_step="Agree on a line", next_step_owner="Priya")
    assert office.do(promise_next_step, meeting.id).result.owner_side is OwnerSide.REP
    assert len(all_of(office, Commitment, origin_id=meeting.id)) == 2


def test_the_next_meeting_is_the_one_to_print_else_the_newest(office):
    with pytest.raises(InputError) as nothing:
        office.ask(next_joint_meeting)
    assert nothing.value.next_step
    old = office.do(enter_joint_meeting, a_start(office, -5)).result
    newest = office.do(enter_joint_meeting, a_start(office, -2)).result
    assert office.ask(next_joint_meeting) == newest
    ahead = a_meeting(office, 3)
    a_meeting(office, 9)
    gone = a_meeting(office, 1)
    office.do(cancel_joint_meeting, gone.id)
    assert office.ask(next_joint_meeting) == ahead
    assert office.ask(next_joint_meeting, rep_id=old.rep_id, team_id=old.team_id) == ahead
    with pytest.raises(InputError):
        office.ask(next_joint_meeting, rep_id=rep_called(office, "Tom").id)


def test_meetings_stand_in_the_lists_of_visits(office):
    today_one, later = a_meeting(office, 0), a_meeting(office, 3)
    held = office.do(enter_joint_meeting, a_start(office, -1)).result
    assert [row.id for row in today(office).visits] == [today_one.id]
    page = one_on_ones(office)
    assert [row.id for row in page.ahead if row.is_meeting] == [today_one.id, later.id]
    (row,) = page.visits
    assert (row.id, row.is_meeting) == (held.id, True)
    assert row.account.startswith("Cobalt, with ")


def test_what_is_thought_of_a_contact_is_nowhere_on_the_page(office):
    known = contact(office, "R. Osei", DECIDES)
    office.do(
        write_private_note, about=NoteAbout.CONTACT, about_id=known.id, rep_id=None, text="Quarrels"
    )
    meeting = changed(
        office, a_meeting(office), attendees=(Attendee(side=AttendeeSide.CUSTOMER, name="R. Osei"),)
    )
    assert all_of(office, PrivateNote)
    assert "Quarrels" not in repr(joint_meeting_page(office, meeting.id))


def test_messages_keep_their_order_and_owner(office):
    said = tuple(MeetingMessage(text=f"Part {n}", owner="Priya", minutes=n) for n in (1, 2, 3))
    meeting = changed(office, a_meeting(office), messages=said)
    changed(office, meeting, messages=said[::-1])
    assert [each.minutes for each in again(office, meeting).messages] == [3, 2, 1]
