"""Wrapping up closes the talk, makes the next one and keeps the page."""

from datetime import time, timedelta

from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import NoteMark, ReceivedMeans, TalkState
from coachdesk.services.agendas import add_own_point, add_reps_point, tick_point
from coachdesk.services.desk import Desk
from coachdesk.services.talk_pages import prepare_page, wrap_up_page
from coachdesk.services.talks import receive_summary, start_talk
from coachdesk.services.wrap_up import amend_wrap_up, keep_wrap_up, wrap_up_talk
from tests.services.making import (
    TODAY,
    again,
    all_of,
    choices,
    line,
    on,
    page_of,
    planned,
    refused,
    running,
    wrapped_up,
)
from tests.store.making import FakeClock


def agenda(desk: Desk, talk: CoachingSession) -> list[AgendaItem]:
    return all_of(desk, AgendaItem, session_id=talk.id)


def next_of(desk: Desk, talk: CoachingSession) -> CoachingSession:
    return next(t for t in all_of(desk, CoachingSession, rep_id=talk.rep_id) if t.id != talk.id)


def test_a_running_talk_is_ended_wrapped_up_and_its_page_kept_in_one_step(office: Desk) -> None:
    talk = running(office)
    done = office.do(wrap_up_talk, talk.id, choices()).result
    assert (done.state, done.wrapped_up_on) == (TalkState.WRAPPED_UP, TODAY)
    assert done.ended_at is not None
    assert done.summary_brief is not None
    assert page_of(office, talk).draft is False


def test_the_next_talk_is_made_on_the_next_date_unless_none_is_wanted(office: Desk) -> None:
    talk = wrapped_up(office, running(office), next_day=on(14), next_start=time(9, 0))
    ahead = next_of(office, talk)
    assert (ahead.day, ahead.start, ahead.state) == (on(14), time(9, 0), TalkState.PLANNED)
    wrapped_up(office, running(office, "Tom"))
    assert len(all_of(office, CoachingSession)) == 3


def test_a_talk_that_is_planned_already_is_the_next_one(office: Desk) -> None:
    talk = running(office)
    ahead = planned(office, day=on(9))
    wrapped_up(office, talk, next_day=on(14))
    assert next_of(office, talk) == ahead


def test_points_of_the_rep_not_talked_about_are_carried_once(office: Desk) -> None:
    talk = running(office)
    open_point = office.do(add_reps_point, talk.id, "Two hand-offs").result
    done = office.do(add_reps_point, talk.id, "Holiday").result
    office.do(tick_point, done.id, ticked=True)
    wrapped_up(office, talk, next_day=on(14))
    carried = [item for item in agenda(office, next_of(office, talk)) if item.carried_from_id]
    assert [(item.text, item.carried_from_id) for item in carried] == [
        ("Two hand-offs", open_point.id)
    ]


def test_an_own_point_not_talked_about_is_carried_before_what_is_agreed_next(
    office: Desk,
) -> None:
    talk = running(office)
    office.do(add_own_point, talk.id, "The price list")
    wrapped_up(office, talk, next_day=on(14))
    points = agenda(office, next_of(office, talk))
    assert [item.text for item in points][-2:] == ["The price list", "Agree what happens next"]
    assert [item.order for item in points] == [1, 2, 3, 4, 5]


def test_a_topic_says_how_often_it_was_carried(office: Desk, clock: FakeClock) -> None:
    talk = running(office)
    office.do(add_reps_point, talk.id, "Two hand-offs")
    times = []
    for _talk in range(5):
        before = {t.id for t in all_of(office, CoachingSession)}
        wrapped_up(office, talk, next_day=office.as_of + timedelta(days=14))
        talk = next(t for t in all_of(office, CoachingSession) if t.id not in before)
        page = office.ask(prepare_page, talk.id)
        point = next(part for part in page.brief.agenda if part.text == "Two hand-offs")
        times.append(point.carried)
        clock.wait(days=14)
        office.do(start_talk, talk.id)
    assert times == [1, 2, 3, 4, 4]


def test_more_points_than_the_next_agenda_holds_do_not_stop_a_wrap_up(office: Desk) -> None:
    talk = running(office)
    for n in range(8):
        office.do(add_reps_point, talk.id, f"Point {n}")
    ahead = planned(office, day=on(9))
    for n in range(5):
        office.do(add_reps_point, ahead.id, f"Already there {n}")
    assert wrapped_up(office, talk).state is TalkState.WRAPPED_UP
    assert len(agenda(office, ahead)) == 12


def test_a_talk_without_a_word_is_not_wrapped_up(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.PRIVATE, "zanzibar")
    empty = choices(summary="  ")
    assert refused(lambda: office.do(wrap_up_talk, talk.id, empty)) == "E-SES-06"
    assert again(office, talk).state is TalkState.RUNNING


def test_one_line_is_a_talk(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.NONE, "Forecast")
    assert wrapped_up(office, talk, summary="").state is TalkState.WRAPPED_UP


def test_what_is_left_out_does_not_print(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.COMMITMENT, "Send the pricing example")
    wrapped_up(office, talk, left_out=(3, 15))
    page = page_of(office, talk)
    assert (page.my_promises, page.next_time) == (None, False)


def test_a_share_prints_once_it_is_ticked(office: Desk) -> None:
    talk = running(office)
    note = line(office, talk, NoteMark.SHARE, "How the first meeting went")
    assert note.created_id in office.ask(wrap_up_page, talk.id).left_out
    office.do(keep_wrap_up, talk.id, choices(left_out=(note.created_id,)))
    assert page_of(office, talk).shares == ()
    office.do(keep_wrap_up, talk.id, choices(left_out=()))
    assert [share.text for share in page_of(office, talk).shares or ()] == [note.text]
    assert note.created_id not in office.ask(wrap_up_page, talk.id).left_out


def test_undo_of_a_wrap_up_takes_the_next_talk_back_too(office: Desk) -> None:
    talk = running(office)
    line(office, talk, NoteMark.NONE, "Forecast")
    before = again(office, talk)
    office.do(wrap_up_talk, talk.id, choices(next_day=on(14)))
    office.undo()
    assert all_of(office, CoachingSession) == [before]


def test_a_received_page_is_not_amended(office: Desk) -> None:
    talk = wrapped_up(office, running(office))
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.HANDED_OVER)
    for act in (amend_wrap_up, keep_wrap_up):
        assert refused(lambda act=act: office.do(act, talk.id, choices())) == "E-SES-13"
