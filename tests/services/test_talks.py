"""One-on-ones through the Desk: planned, prepared, started, moved, cancelled, held."""

from dataclasses import replace
from datetime import date, time

import pytest

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import NoteAspect, TalkState, WhoAsked, Whose
from coachdesk.services import agendas, talks
from coachdesk.services.agendas import AgendaDraft
from coachdesk.services.desk import Desk
from coachdesk.services.private_notes import check_note, keep_check_note
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import (
    NEED,
    TODAY,
    a_preparation,
    again,
    all_of,
    on,
    page_of,
    planned,
    refused,
    rep_called,
    running,
    wrapped_up,
)
from tests.store.making import FakeClock

AskedBy = WhoAsked


def agenda(desk: Desk, talk: CoachingSession) -> list[str]:
    return [item.text for item in all_of(desk, AgendaItem, session_id=talk.id)]


def moved(desk: Desk, talk: CoachingSession, day: date) -> CoachingSession:
    return desk.do(
        talks.move_talk, talk.id, day, None, who=AskedBy.REP, reason="At a customer"
    ).result


def away(work: UnitOfWork, rep_id: Id[Rep] | None, first: date, last: date) -> None:
    """Enter days away of a rep, or of the manager without one."""
    if rep_id is None:
        space = work.find(Workspace)[0]
        work.put(replace(space, away=((first, last),)))
    else:
        work.put(replace(work.get(Rep, rep_id), away=((first, last),)))


def test_a_planned_talk_takes_the_reps_slot_and_begins_with_the_reps_point(office: Desk) -> None:
    talk = planned(office)
    assert (talk.start, talk.minutes, talk.state) == (time(10, 30), 45, TalkState.PLANNED)
    items = all_of(office, AgendaItem, session_id=talk.id)
    assert items[0].text == "Priya’s agenda"
    assert items[0].whose is Whose.REP
    assert sum(item.minutes for item in items) == talk.minutes


def test_a_preparation_with_nothing_in_it_is_a_preparation(office: Desk) -> None:
    talk = planned(office)
    ready = office.do(talks.prepare_talk, talk.id, a_preparation()).result
    assert ready.state is TalkState.PREPARED


def test_three_questions_are_enough_own_ones_counted(office: Desk) -> None:
    talk = planned(office)
    three = a_preparation(question_ids=("q1", "q2"), own_questions=("What helped?",))
    assert refused(lambda: office.do(talks.prepare_talk, talk.id, three)) == ""
    four = replace(three, own_questions=("What helped?", "What next?"))
    assert refused(lambda: office.do(talks.prepare_talk, talk.id, four)) == "E-SES-11"


def test_the_reps_point_stays_first_on_the_agenda(office: Desk) -> None:
    talk = planned(office)
    mine = AgendaDraft(whose=Whose.MANAGER, text="Forecast")
    reps = AgendaDraft(whose=Whose.REP, text="Two hand-offs")
    assert refused(lambda: office.do(agendas.set_agenda, talk.id, (mine, reps))) == "E-SES-12"
    assert refused(lambda: office.do(agendas.set_agenda, talk.id, ())) == "E-SES-12"
    office.do(agendas.set_agenda, talk.id, (reps, mine))
    assert agenda(office, talk) == ["Two hand-offs", "Forecast"]


def test_an_agenda_that_is_full_says_so(office: Desk) -> None:
    talk = planned(office)
    for n in range(8):
        office.do(agendas.add_reps_point, talk.id, f"Point {n}")
    assert refused(lambda: office.do(agendas.add_reps_point, talk.id, "One more")) == "E-SES-14"
    assert len(agenda(office, talk)) == 12


def test_another_running_talk_is_named_before_a_second_starts(office: Desk) -> None:
    running(office, "Tom")
    talk = planned(office)
    with pytest.raises(Exception, match="Tom is still running") as refusal:
        office.do(talks.start_talk, talk.id)
    assert refusal.value.code == "E-SES-02"
    assert again(office, talk).state is TalkState.PLANNED


def test_a_talk_of_next_week_that_starts_now_is_todays(office: Desk) -> None:
    started = office.do(talks.start_talk, planned(office, day=on(7)).id).result
    assert started.day == TODAY


def test_a_talk_nobody_planned_starts_at_once(office: Desk) -> None:
    talk = office.do(talks.start_unplanned, rep_called(office, "Aisha").id).result
    assert (talk.state, talk.day, talk.start) == (TalkState.RUNNING, TODAY, time(10, 7))


def test_a_move_takes_the_whole_preparation_to_the_successor(office: Desk) -> None:
    talk = planned(office)
    office.do(agendas.add_reps_point, talk.id, "Two hand-offs")
    prepared = a_preparation(
        question_ids=("q1",),
        own_questions=("What helped?",),
        focus=NEED,
        expectation="Two open questions before any offer",
    )
    ready = office.do(talks.prepare_talk, talk.id, prepared).result
    later = moved(office, talk, on(3))
    assert later == replace(ready, id=later.id, day=on(3), moved_from_id=talk.id)
    assert agenda(office, later) == agenda(office, talk)
    assert again(office, talk).state is TalkState.MOVED


def test_private_check_lines_go_to_the_successor_alone(office: Desk) -> None:
    talk = planned(office)
    rep = rep_called(office, "Priya")
    aspect = NoteAspect.LAST_TIME
    office.do(keep_check_note, talk.id, rep.id, aspect, "zanzibar")
    later = moved(office, talk, on(3))
    assert office.ask(check_note, later.id, aspect) == "zanzibar"
    assert office.ask(check_note, talk.id, aspect) == ""
    assert len(all_of(office, PrivateNote)) == 1
    assert "zanzibar" not in repr(page_of(office, later))


def test_a_moved_talk_has_one_successor_and_takes_no_further_step(office: Desk) -> None:
    talk = planned(office)
    first = moved(office, talk, on(3))
    assert refused(lambda: moved(office, talk, on(4))) == "E-SES-08"
    assert refused(lambda: office.do(talks.start_talk, talk.id)) == "E-SES-08"
    second = moved(office, first, on(4))
    chain = [t.moved_from_id for t in all_of(office, CoachingSession)]
    assert sorted(map(str, chain)) == sorted(map(str, (None, talk.id, first.id)))
    assert second.moved_from_id == first.id


def test_undo_of_a_move_brings_the_talk_and_its_lines_back(office: Desk) -> None:
    talk = planned(office)
    rep = rep_called(office, "Priya")
    office.do(keep_check_note, talk.id, rep.id, NoteAspect.PROMISES, "zanzibar")
    moved(office, talk, on(3))
    office.undo()
    assert all_of(office, CoachingSession) == [talk]
    assert office.ask(check_note, talk.id, NoteAspect.PROMISES) == "zanzibar"


def test_a_cancelled_talk_says_who_and_why_and_stays_closed(office: Desk) -> None:
    talk = planned(office)

    def cancel(who: WhoAsked | None, reason: str) -> object:
        return office.do(talks.cancel_talk, talk.id, who=who, reason=reason)

    assert refused(lambda: cancel(None, "Ill")) == "E-SES-04"
    assert refused(lambda: cancel(AskedBy.REP, "Ill")) == ""
    assert refused(lambda: cancel(AskedBy.REP, "Ill")) == "E-SES-08"


def test_a_talk_held_elsewhere_is_entered_afterwards_but_not_before(office: Desk) -> None:
    talk = planned(office)
    assert refused(lambda: office.do(talks.hold_talk, talk.id, on(1))) == "E-SES-05"
    held = office.do(talks.hold_talk, talk.id, on(-1)).result
    assert (held.state, held.day) == (TalkState.HELD, on(-1))


def test_a_talk_left_running_overnight_is_held_until_when_it_ended(
    office: Desk, clock: FakeClock
) -> None:
    talk = running(office)
    until = clock()
    clock.wait(days=1)
    held = office.do(talks.hold_talk, talk.id, TODAY, until=until).result
    assert (held.day, held.ended_at) == (TODAY, until)


def test_the_next_date_is_the_slot_nearest_to_the_rhythm(office: Desk) -> None:
    found = office.ask(talks.next_date, running(office))
    assert (found.day, found.start, found.clash) == (on(14), time(10, 30), "")


def test_the_next_date_keeps_off_days_away_of_both_sides(office: Desk) -> None:
    talk = running(office)
    office.do(away, talk.rep_id, on(14), on(15))
    assert office.ask(talks.next_date, talk).day == on(16)
    office.do(away, None, on(16), on(17))
    assert office.ask(talks.next_date, talk).day == on(20)


def test_a_clash_is_named_with_the_next_free_half_hour(office: Desk) -> None:
    planned(office, "Tom", on(14))
    planned(office, "Aisha", on(14), start=time(11, 45))
    found = office.ask(talks.next_date, running(office))
    assert found.clash == "also Tom 10:45"
    assert found.free_start == time(12, 30)


def test_talks_that_touch_do_not_clash(office: Desk) -> None:
    planned(office, "Tom", on(14), start=time(11, 15))
    assert office.ask(talks.next_date, running(office)).clash == ""


def test_a_cancelled_talk_clashes_with_nothing(office: Desk) -> None:
    other = planned(office, "Tom", on(14))
    office.do(talks.cancel_talk, other.id, who=AskedBy.REP, reason="Ill")
    assert office.ask(talks.next_date, running(office)).clash == ""


def test_a_promise_without_a_day_is_due_at_the_next_talk_or_after_the_rhythm(
    office: Desk,
) -> None:
    talk = running(office)
    assert office.ask(talks.default_due_day, talk) == on(14)
    planned(office, day=on(9))
    assert office.ask(talks.default_due_day, talk) == on(9)


def test_the_reps_words_are_locked_once_the_page_is_received(office: Desk) -> None:
    talk = wrapped_up(office, running(office))
    office.do(talks.keep_reps_words, talk.id, "It helped", 4)
    office.do(talks.receive_summary, talk.id, TODAY, talks.ReceivedMeans.SIGNATURE)
    again_words = lambda: office.do(talks.keep_reps_words, talk.id, "Changed", 1)  # noqa: E731
    assert refused(again_words) == "E-SES-13"
    office.do(talks.unreceive_summary, talk.id, "The wrong page")
    assert refused(again_words) == ""


def test_a_talk_that_is_not_there_is_said_so(office: Desk) -> None:
    gone = planned(office)
    office.undo()
    with pytest.raises(InputError, match="not in this store"):
        office.do(talks.start_talk, gone.id)
