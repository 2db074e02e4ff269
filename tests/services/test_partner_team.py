"""The page of one partner team: its people, introductions, answers and lines, from the store."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.introduction_rules import Stage
from coachdesk.domain.joint_meetings import Attendee, JointMeeting
from coachdesk.domain.marketing import WarmIntroduction
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.partner_vocabulary import (
    AttendeeSide,
    CapabilityKind,
    Confidence,
    IntroductionResult,
    JointMeetingState,
)
from coachdesk.domain.partner_vocabulary import IntelligenceQuestion as Q
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam
from coachdesk.domain.vocabulary import BuyingRole, NoteAbout
from coachdesk.services import account_intelligence, capabilities, hand_offs, introductions
from coachdesk.services.account_intelligence import Answered, NewAnswers
from coachdesk.services.capabilities import NewCapability
from coachdesk.services.desk import Desk
from coachdesk.services.introductions import NewIntroduction
from coachdesk.services.partner_people import (
    add_partner_person,
    note_values,
    notes_about_person,
)
from coachdesk.services.partners import partner_team_page, team_of, works_with
from coachdesk.services.private_notes import private_notes_of, write_private_note
from coachdesk.services.search import search
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.partner_team import (
    IntroductionRow,
    PartnerTeamPage,
    PersonRow,
    months_words,
    newest_lines,
    ready_word_back,
)
from tests.services.making import (
    NEED,
    account_called,
    again,
    all_of,
    on,
    reads_by,
    refused,
    rep_called,
    seen,
)
from tests.store.making import FakeClock

R = IntroductionResult


def team(desk: Desk) -> PartnerTeam:
    return all_of(desk, PartnerTeam)[0]


def stefan(desk: Desk) -> PartnerPerson:
    return all_of(desk, PartnerPerson, name="Stefan Vogt")[0]


def page(desk: Desk) -> PartnerTeamPage:
    found = partner_team_page(desk, team(desk).id)
    assert found is not None
    return found


def person(desk: Desk) -> PersonRow:
    return next(row for row in page(desk).people if row.name == "Stefan Vogt")


def accepted(desk: Desk, rep: str = "Priya") -> HandOff:
    asked = hand_offs.NewHandOff(
        rep_id=rep_called(desk, rep).id,
        team_id=team(desk).id,
        account_id=account_called(desk, "Birch").id,
        need="The lease ends in May",
    )
    made = desk.do(hand_offs.new_hand_off, asked).result
    expectation = Expectation(text="Two dates to choose from", due_day=on(9))
    desk.do(hand_offs.tell_customer, made.id, expectation, "Stefan Vogt")
    return desk.do(hand_offs.accept_hand_off, made.id).result


def introduced(desk: Desk, **fields: Any) -> WarmIntroduction:
    usual: dict[str, Any] = {
        "team_id": team(desk).id,
        "rep_id": rep_called(desk, "Priya").id,
        "account_id": account_called(desk, "Cobalt").id,
        "who": "Stefan",
        "contact": "Mara Lindt",
        "asked_day": on(-1),
    }
    new = NewIntroduction(**usual | fields)
    return desk.do(introductions.add_introduction, new).result


def made(desk: Desk, **fields: Any) -> WarmIntroduction:
    one = introduced(desk, **fields)
    desk.do(introductions.offer_introduction, one.id, on(0))
    return desk.do(introductions.make_introduction, one.id, on(0)).result


def row_of(desk: Desk, id: UUID) -> IntroductionRow:
    return next(row for row in page(desk).introductions if row.id == id)


def hold_meeting(work: UnitOfWork, rep_id: Any, team_id: Any, person_id: Any, day: date) -> None:

    work.put(
        JointMeeting(
            id=work.new_id(JointMeeting),
            account_id=work.find(Account, name="Cobalt")[0].id,
            rep_id=rep_id,
            team_id=team_id,
            day=day,
            attendees=(
                Attendee(
                    side=AttendeeSide.PARTNER, name="Stefan Vogt", partner_person_id=person_id
                ),
            ),
            state=JointMeetingState.HELD,
        )
    )


# --- people --------------------------------------------------------------------------------------


def test_each_side_knows_what_the_other_is_worth_to_the_customer(office: Desk) -> None:
    values = {"we_know": " Answers in hours ", "they_know": "Knows the board"}
    office.do(note_values, stefan(office).id, **values)
    row = person(office)
    assert (row.value_we_know, row.value_they_know) == ("Answers in hours", "Knows the board")
    office.undo()
    assert person(office).value_we_know == ""


def test_who_met_whom_last_is_the_newest_of_event_hand_off_and_joint_meeting(
    office: Desk, clock: FakeClock
) -> None:
    assert person(office).last is None
    accepted(office, "Priya")
    clock.wait(days=1)
    seen(office, (NEED, 4), rep="Tom", day=on(1), partner_person_id=stefan(office).id)
    clock.wait(days=1)
    aisha = rep_called(office, "Aisha")
    office.do(hold_meeting, aisha.id, team(office).id, stefan(office).id, on(2))
    row = person(office)
    assert row.last is not None
    assert (row.last.rep_name, row.last.day, row.last.account) == ("Aisha", on(2), "Cobalt")
    assert [name for _id, name in row.works_with] == ["Aisha", "Tom", "Priya"]
    office.undo()
    last = person(office).last
    assert last is not None
    assert (last.rep_name, last.day) == ("Tom", on(1))


def test_a_rep_sees_whom_it_works_with(office: Desk) -> None:
    accepted(office, "Priya")
    rows = works_with(office, rep_called(office, "Priya").id)
    assert [(row.name, row.team, row.last_day) for row in rows] == [
        ("Stefan Vogt", "Integration", on(0))
    ]
    assert works_with(office, rep_called(office, "Tom").id) == ()


def test_a_name_that_is_known_in_the_team_is_not_entered_twice(office: Desk) -> None:
    office.do(add_partner_person, team(office).id, "Ines Roth")
    with pytest.raises(InputError):
        office.do(add_partner_person, team(office).id, "ines roth")
    with pytest.raises(InputError):
        office.do(add_partner_person, team(office).id, "  ")


def test_trust_in_a_person_is_counted_never_read_by_the_page_and_never_found(office: Desk) -> None:
    priya = rep_called(office, "Priya")
    note = {"about": NoteAbout.PARTNER_PERSON, "about_id": stefan(office).id, "rep_id": priya.id}
    office.do(write_private_note, **note, text="Kept zanzibar to himself")
    assert person(office).notes == 1
    assert "zanzibar" not in repr(page(office))
    assert office.ask(search, "zanzibar") == []
    assert [n.text for n in office.ask(notes_about_person, stefan(office).id)]
    assert [n.text for n in office.ask(private_notes_of, priya.id)]


# --- introductions -------------------------------------------------------------------------------


def test_an_introduction_goes_from_asked_to_word_back(office: Desk) -> None:
    one = made(office, note="Ran the course there", pace="First listen", problem_talk_by=on(14))
    row = row_of(office, one.id)
    assert (row.who, row.contact, row.stage) == ("Stefan Vogt", "Mara Lindt", Stage.MADE)
    office.do(introductions.note_problem_talk, one.id, on(0))
    office.do(introductions.note_result, one.id, R.NEED, "A second site", months_saved=4)
    row = row_of(office, one.id)
    assert row.owes_word_back
    assert page(office).months_saved == (4, 1)
    words = ready_word_back(row)
    assert words == (
        "Stefan Vogt: Thank you for introducing Priya to Mara Lindt of Cobalt. "
        "It led to a need we now work on. A second site. "
        "It saved us about 4 months, by estimate."
    )
    office.do(introductions.give_word_back, one.id, words, on(0))
    assert not row_of(office, one.id).owes_word_back
    for _step in range(6):
        office.undo()
    assert all_of(office, WarmIntroduction) == []
    assert all_of(office, Contact) == []


def test_word_back_is_pointed_out_two_weeks_after_it_was_made(
    office: Desk, clock: FakeClock
) -> None:
    one = made(office)
    clock.wait(days=13)
    assert not row_of(office, one.id).owes_word_back
    clock.wait(days=1)
    assert row_of(office, one.id).owes_word_back


def test_the_agreed_pace_stands_out_when_its_day_has_passed(office: Desk, clock: FakeClock) -> None:
    one, calm = made(office, problem_talk_by=on(3)), made(office, contact="Ola Berg")
    clock.wait(days=4)
    rows = page(office).introductions
    assert [row.id for row in rows] == [one.id, calm.id]
    assert rows[0].is_talk_late


def test_people_over_there_are_found_by_the_beginning_of_their_name(office: Desk) -> None:
    first = made(office)
    second = introduced(office, contact="Mara", who="Ines Roth")
    assert first.contact_id == second.contact_id
    assert [p.name for p in all_of(office, PartnerPerson)].count("Ines Roth") == 1
    office.do(introductions.add_contact, first.account_id, "Mara Olsen", BuyingRole.DECIDES)
    with pytest.raises(InputError):
        introduced(office, contact="Mara")
    roles = {each.name: each.role for each in row_of(office, first.id).deciders}
    assert roles == {"Mara Lindt": BuyingRole.UNKNOWN, "Mara Olsen": BuyingRole.DECIDES}


def test_what_is_refused_changes_nothing(office: Desk) -> None:
    one = introduced(office)
    assert refused(lambda: office.do(introductions.make_introduction, one.id, on(0))) == "E-WIN-04"
    assert refused(lambda: office.do(introductions.offer_introduction, one.id, on(-2))) == (
        "E-WIN-03"
    )
    assert refused(lambda: office.do(introductions.hand_off_introduction, one.id, "A need")) == (
        "E-WIN-08"
    )
    assert again(office, one) == one
    with pytest.raises(InputError):
        introduced(office, account_id=None, who="Nobody Known")
    assert [p.name for p in all_of(office, PartnerPerson)] == ["Stefan Vogt"]


def test_a_need_that_came_of_it_becomes_a_hand_off(office: Desk) -> None:
    one = made(office)
    office.do(introductions.note_result, one.id, R.NEED)
    given = office.do(introductions.hand_off_introduction, one.id, "Train a second site").result
    assert (given.rep_id, given.team_id) == (one.rep_id, one.from_team_id)


def test_months_are_said_as_an_estimate() -> None:
    assert months_words(7, 2) == "about 7 months saved, by estimate, in 2 introductions"
    assert months_words(1, 1) == "about 1 month saved, by estimate, in 1 introduction"
    assert months_words(0, 0) == ""


# --- what they know ------------------------------------------------------------------------------


def tell(desk: Desk, **answers: str) -> None:
    given = {Q(key): Answered(typed=typed) for key, typed in answers.items()}
    new = NewAnswers(
        team_id=team(desk).id,
        answers=given,
        account_id=account_called(desk, "Cobalt").id,
        said_by="Account lead",
    )
    desk.do(account_intelligence.answer_about, new)


def test_a_newer_answer_stands_before_the_earlier_one(office: Desk, clock: FakeClock) -> None:
    tell(office, I1="2", I4="Long, few tenders")
    clock.wait(days=181)
    tell(office, I1="4")
    (row,) = page(office).customers
    first, last = row.answers
    assert (first.words, first.said_by, first.is_old) == ("4 of 5", "Account lead", False)
    assert [answer.words for answer in first.earlier] == ["2 of 5"]
    assert (last.words, last.is_old) == ("Long, few tenders", True)
    known = office.ask(account_intelligence.known_of, row.id)
    assert [(answer.team, answer.words) for answer in known] == [
        ("Integration", "4 of 5"),
        ("Integration", "Long, few tenders"),
    ]
    assert first.confidence is Confidence.HEARD


def test_one_answer_that_does_not_fit_writes_none(office: Desk) -> None:
    with pytest.raises(InputError):
        tell(office, I1="4", I2="very many")
    with pytest.raises(InputError):
        tell(office, I1=" ")
    assert page(office).customers == ()


# --- what they can do ----------------------------------------------------------------------------


def test_at_most_five_of_each_kind_and_direction_are_shown(office: Desk) -> None:
    for n in range(7):
        line = NewCapability(kind=CapabilityKind.TREND, text=f"Trend {n}", ours=n == 6)
        office.do(capabilities.add_capability, team(office).id, line)
    shown, older = newest_lines(page(office).capabilities)
    assert (len(shown), older) == (6, 1)


def test_what_we_can_do_is_told_again_today(office: Desk, clock: FakeClock) -> None:
    line = NewCapability(kind=CapabilityKind.CAPABILITY, text="We know the boards", ours=True)
    made_line = office.do(capabilities.add_capability, team(office).id, line).result
    clock.wait(days=30)
    office.do(capabilities.tell_capability, made_line.id)
    assert page(office).capabilities[0].day == on(30)
    office.undo()
    assert page(office).capabilities[0].day == on(0)


@pytest.mark.parametrize(("first", "last"), [(None, None), (8, 5)])
def test_a_timeline_needs_its_working_days_in_order(
    office: Desk, first: int | None, last: int | None
) -> None:
    line = NewCapability(
        kind=CapabilityKind.TIMELINE, text="Proposal", from_days=first, to_days=last
    )
    with pytest.raises(InputError):
        office.do(capabilities.add_capability, team(office).id, line)


# --- the page ------------------------------------------------------------------------------------


def test_the_page_reads_the_same_number_of_times_whatever_there_is(office: Desk) -> None:
    before = reads_by(office, lambda: page(office))
    rep = rep_called(office, "Priya").id
    at_rep = reads_by(office, lambda: works_with(office, rep))
    for n in range(3):
        office.do(add_partner_person, team(office).id, f"Person {n}")
        made(office, contact=f"Contact {n}", who=f"Person {n}")
        accepted(office)
        tell(office, I1="3", I2="9")
    assert reads_by(office, lambda: page(office)) == before
    assert reads_by(office, lambda: works_with(office, rep)) == at_rep


def test_a_team_that_is_gone_has_no_page(office: Desk) -> None:
    assert partner_team_page(office, stefan(office).id) is None


def test_whatever_belongs_to_a_team_leads_to_it(desk: Desk) -> None:
    for kind in (PartnerTeam, PartnerPerson, PeerManager, WarmIntroduction):
        found = all_of(desk, kind)[0]
        assert desk.ask(team_of, found.id) is not None
    assert desk.ask(team_of, rep_called(desk, "Priya").id) is None


def test_the_sample_team_shows_who_met_whom_last(desk: Desk) -> None:
    rows = [
        row
        for one in all_of(desk, PartnerTeam)
        for row in (partner_team_page(desk, one.id) or page(desk)).people
    ]
    assert len([row for row in rows if row.last is not None]) > len(rows) / 2


def test_a_search_leads_to_the_team_and_answers_to_their_customer(desk: Desk) -> None:
    pages = {}
    for typed in (
        "Courses in four languages",
        "Wrote the customer newsletter",
        "Pays on time",
        "Marketing Prog",
    ):
        hit = desk.ask(search, typed)[0]
        assert hit.place is not None
        pages[hit.entity] = hit.place.page
    assert pages == {
        "capability": "partner_team",
        "warm_introduction": "partner_team",
        "account_intelligence_answer": "name",
        "partner_team": "partner_team",
    }
