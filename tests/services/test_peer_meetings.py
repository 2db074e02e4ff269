"""Meetings with a peer manager, and the promises that goals and meetings become."""

from datetime import timedelta

import pytest

from coachdesk.domain.agreement_rules import Ending, Wording
from coachdesk.domain.agreements import Contribution, PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import (
    AgreementState,
    ContributionSide,
    NoticeState,
    PeerMeetingState,
    PeerTopic,
)
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin, PromiseState
from coachdesk.services import agreements, peer_meetings, promises
from coachdesk.services.agreements import Goal
from coachdesk.services.desk import Desk
from coachdesk.services.peer_meetings import Said
from coachdesk.store.queries import peers
from tests.services.making import again, all_of, everything, on, refused, rep_called
from tests.store.making import FakeClock

PATH = "Same day, by phone, the two of us first"


def wording(*more: Contribution, goal: str = "No customer tells the story twice") -> Wording:
    return Wording(
        goal=goal,
        measure="Hand-offs with a call first",
        due_day=on(60),
        contributions=(
            Contribution(side=ContributionSide.OWN, text="Reps stay ten minutes", due_day=on(20)),
            Contribution(side=ContributionSide.PEER, text="A lead within a day", due_day=on(20)),
            *more,
        ),
        problem_path=PATH,
    )


def noor(office: Desk) -> PeerManager:
    team = all_of(office, PartnerTeam)[0]
    return office.do(agreements.add_peer_manager, team.id, "Noor Haddad").result


def a_running_goal(office: Desk, peer: PeerManager) -> PeerAgreement:
    goal = office.do(agreements.draft_agreement, peer.id, Goal(wording=wording())).result
    office.do(agreements.propose_agreement, goal.id)
    for side in ContributionSide:
        office.do(agreements.confirm_agreement, goal.id, side)
    return office.do(agreements.start_agreement, goal.id, rhythm_days=42).result


def a_meeting(office: Desk, peer: PeerManager, **slot: object) -> PeerMeeting:
    return office.do(peer_meetings.plan_peer_meeting, peer.id, **slot).result


def states(office: Desk, goal: PeerAgreement) -> dict[str, str]:
    found = all_of(office, Commitment, origin_id=goal.id)
    return {promise.text: promise.state.value for promise in found}


def test_a_goal_needs_somebody_on_the_other_side(office: Desk) -> None:
    goal = Goal(wording=wording())
    assert refused(lambda: office.do(agreements.draft_agreement, None, goal)) == "E-PEE-01"


def test_what_is_contributed_becomes_a_promise_of_its_side(office: Desk) -> None:
    peer = noor(office)
    goal = a_running_goal(office, peer)
    found = all_of(office, Commitment, peer_manager_id=peer.id)
    assert {(p.owner_side, p.text) for p in found} == {
        (OwnerSide.MANAGER, "Reps stay ten minutes"),
        (OwnerSide.PEER, "A lead within a day"),
    }
    assert {(p.origin_kind, p.origin_id, p.due_day) for p in found} == {
        (PromiseOrigin.PEER_AGREEMENT, goal.id, on(20))
    }


def test_another_wording_takes_back_only_what_is_not_in_it(office: Desk) -> None:
    peer = noor(office)
    goal = a_running_goal(office, peer)
    other = Contribution(side=ContributionSide.PEER, text="A call before a slip", due_day=on(20))
    fresh = wording(other)
    fresh = Wording(
        goal=fresh.goal,
        measure=fresh.measure,
        due_day=fresh.due_day,
        contributions=(fresh.contributions[0], other),
        problem_path=PATH,
    )
    office.do(agreements.reword_agreement, goal.id, Goal(wording=fresh), ContributionSide.PEER)
    assert states(office, goal) == {
        "Reps stay ten minutes": "open",
        "A lead within a day": "withdrawn",
    }
    for side in ContributionSide:
        office.do(agreements.confirm_agreement, goal.id, side)
    office.do(agreements.start_agreement, goal.id)
    assert states(office, goal)["A call before a slip"] == "open"
    assert len(all_of(office, Commitment, origin_id=goal.id)) == 3


def test_giving_a_goal_up_voids_what_is_open_and_leaves_what_was_missed(
    office: Desk, clock: FakeClock
) -> None:
    goal = a_running_goal(office, noor(office))
    late, open_ = all_of(office, Commitment, origin_id=goal.id)
    office.do(promises.move_promise, open_.id, on(40), "Holidays", both_agree=True)
    clock.wait(days=30)
    office.do(agreements.dissolve_agreement, goal.id, "Other customers now")
    assert again(office, late).state is PromiseState.BROKEN
    assert again(office, open_).state is PromiseState.VOID


def test_a_goal_that_closes_leaves_its_promises_to_be_settled(office: Desk) -> None:
    goal = a_running_goal(office, noor(office))
    ending = Ending(state=AgreementState.PARTLY, result="Four of nine", works="Calls")
    office.do(agreements.close_agreement, goal.id, ending, both_agree=True)
    assert (again(office, goal).result, set(states(office, goal).values())) == (
        "Four of nine",
        {"open"},
    )


def test_a_draft_is_discarded_and_a_running_goal_is_not(office: Desk) -> None:
    peer = noor(office)
    draft = office.do(agreements.draft_agreement, peer.id, Goal(wording=Wording())).result
    office.do(agreements.discard_agreement, draft.id)
    assert all_of(office, PeerAgreement) == []
    goal = a_running_goal(office, peer)
    assert refused(lambda: office.do(agreements.discard_agreement, goal.id)) == "E-PEE-07"


def test_the_next_meeting_follows_the_rhythm(desk: Desk) -> None:
    mei = all_of(desk, PeerManager, first_name="Mei")[0]
    due = desk.ask(peers.due_with, mei.id)
    assert (due.rhythm_days, due.is_time) == (14, False)
    ahead = a_meeting(desk, mei)
    assert ahead.day >= due.last_met + timedelta(days=14)
    assert ahead.day.weekday() < 5
    assert refused(lambda: a_meeting(desk, mei, day=on(-1))) == "E-PEE-08"


def test_a_meeting_is_moved_or_cancelled_while_it_is_ahead(office: Desk) -> None:
    meeting = a_meeting(office, noor(office), day=on(3))
    moved = office.do(peer_meetings.move_peer_meeting, meeting.id, on(5)).result
    assert moved.day == on(5)
    office.do(peer_meetings.cancel_peer_meeting, meeting.id)
    late = lambda: office.do(peer_meetings.move_peer_meeting, meeting.id, on(6))  # noqa: E731
    assert refused(late) == "E-PEE-09"
    said = Said(topic=PeerTopic.RESULTS, text="Eight met")
    record = lambda: office.do(peer_meetings.record_topics, meeting.id, said)  # noqa: E731
    assert refused(record) == "E-PEE-10"


def test_words_of_both_are_kept_once_a_topic_and_empty_ones_taken_out(office: Desk) -> None:
    meeting = a_meeting(office, noor(office), day=on(0))
    for text in ("Eight met", "Nine met"):
        said = Said(topic=PeerTopic.RESULTS, text=text, peer_text="Seven, I think")
        office.do(peer_meetings.record_topics, meeting.id, said)
    (kept,) = all_of(office, PeerUpdate, meeting_id=meeting.id)
    assert (kept.text, kept.peer_text) == ("Nine met", "Seven, I think")
    office.do(peer_meetings.record_topics, meeting.id, Said(topic=PeerTopic.RESULTS))
    assert all_of(office, PeerUpdate) == []


def test_what_is_said_of_a_person_is_a_private_note_of_that_rep(office: Desk) -> None:
    meeting = a_meeting(office, noor(office), day=on(0))
    tom = rep_called(office, "Tom")
    note = office.do(peer_meetings.note_on_person, meeting.id, tom.id, "Calls first, always").result
    (update,) = all_of(office, PeerUpdate, topic=PeerTopic.PEOPLE)
    assert (update.text, update.peer_text, note.about_id) == ("", "", update.id)
    assert note.rep_id == tom.id
    office.do(peer_meetings.remove_note_on_person, note.id)
    assert all_of(office, PrivateNote) + all_of(office, PeerUpdate) == []


@pytest.mark.parametrize(("who", "n"), [("me", 1), ("peer", 1), ("both", 2)])
def test_a_decision_is_a_promise_of_its_side_or_one_of_each(office: Desk, who: str, n: int) -> None:
    peer = noor(office)
    meeting = a_meeting(office, peer, day=on(0))
    made = office.do(peer_meetings.decide, meeting.id, who, "Read the five together", on(9))
    assert len(made.result) == n
    assert {promise.origin_id for promise in made.result} == {meeting.id}
    office.do(peer_meetings.remove_decision, meeting.id, "Read the five together", on(9))
    assert all_of(office, Commitment) == []


def test_a_problem_waits_for_an_agreed_way_and_follows_it(office: Desk) -> None:
    peer = noor(office)
    meeting = a_meeting(office, peer, day=on(0))
    note = lambda: office.do(peer_meetings.note_problem, meeting.id, "Two dates")  # noqa: E731
    before = everything(office)
    assert refused(note) == "E-PEE-13"
    assert everything(office) == before
    a_running_goal(office, peer)
    problem = note().result
    solved = office.do(
        peer_meetings.solve_problem, problem.id, "We both called", path_followed=True
    ).result
    assert (solved.solved_day, solved.path_followed) == (on(0), True)


def test_once_it_was_held_figures_stay_and_the_goal_has_a_new_version(
    office: Desk, clock: FakeClock
) -> None:
    peer = noor(office)
    goal = a_running_goal(office, peer)
    meeting = a_meeting(office, peer, day=on(0))
    office.do(peer_meetings.decide, meeting.id, "peer", "Names one lead", on(9))
    words = (
        Said(topic=PeerTopic.WORKING, text="Sorting on Mondays", peer_text="Ten minutes more"),
        Said(topic=PeerTopic.CHANGE, text="Cold hand-offs"),
    )
    office.do(peer_meetings.record_topics, meeting.id, *words)
    held = office.do(peer_meetings.hold_peer_meeting, meeting.id).result
    fresh = again(office, goal)
    assert (fresh.works, fresh.change) == ("Sorting on Mondays", "Cold hand-offs")
    assert [part.text for part in fresh.contributions][-1] == "Names one lead"
    assert [old.contributions for old in fresh.earlier] == [goal.contributions]
    assert held.figures
    assert office.ask(peers.figures_of, held) == held.figures
    clock.wait(days=43)
    assert office.ask(peers.due_with, peer.id).is_time
    hold = lambda: office.do(peer_meetings.hold_peer_meeting, meeting.id)  # noqa: E731
    assert refused(hold) == "E-PEE-09"


def test_a_goal_that_starts_again_promises_nothing_twice(office: Desk) -> None:
    peer = noor(office)
    goal = a_running_goal(office, peer)
    meeting = a_meeting(office, peer, day=on(0))
    office.do(peer_meetings.decide, meeting.id, "both", "Read the five together", on(9))
    office.do(peer_meetings.hold_peer_meeting, meeting.id)
    count = len(all_of(office, Commitment))
    now = again(office, goal)
    fresh = wording(*now.contributions[2:], goal="No customer says it twice")
    office.do(agreements.reword_agreement, goal.id, Goal(wording=fresh))
    for side in ContributionSide:
        office.do(agreements.confirm_agreement, goal.id, side)
    office.do(agreements.start_agreement, goal.id)
    assert len(all_of(office, Commitment)) == count


def test_what_was_ticked_is_told_on_the_day_of_the_meeting(desk: Desk) -> None:
    notices = all_of(desk, EarlyAccessItem, state=NoticeState.OPEN)
    item = next(each for each in notices if each.told_day is None)
    peer = all_of(desk, PeerManager, team_id=item.team_id)[0]
    meeting = a_meeting(desk, peer, day=on(0))
    desk.do(peer_meetings.tick_to_tell, meeting.id, item.id, tell=True)
    desk.do(peer_meetings.hold_peer_meeting, meeting.id)
    assert again(desk, item).told_day == on(0)
    desk.undo()
    assert again(desk, item).told_day is None
    assert again(desk, meeting).state is PeerMeetingState.PLANNED
