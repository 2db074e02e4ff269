from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    DraftSource,
    NoteAspect,
    PromiseState,
    TalkState,
    WhoAsked,
)
from coachdesk.services.asks import note_ask
from coachdesk.services.documents import print_queue
from coachdesk.services.drafts import any_unsaved
from coachdesk.services.private_notes import check_note
from coachdesk.services.sample import sample_id
from coachdesk.services.talks import start_talk
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.settle_sheet import SettleSheet
from coachdesk.ui.sessions.agenda_editor import PointRow
from coachdesk.ui.sessions.behaviour_chips import BehaviourChip
from coachdesk.ui.sessions.check_head import CheckBadge, LockButton
from coachdesk.ui.sessions.prepare_actions import prepare_actions
from coachdesk.ui.sessions.prepare_page import PreparePage
from tests.ui.screens import Screen, sample_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PRIYA = sample_id("s060")
LENA = sample_id("s061")


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def prepare(desk, qtbot, theme, appearance):
    """Prepare for Priya, in the real window; a second is short."""
    screen = Screen(desk, theme, appearance)
    screen.page = PreparePage(screen.work, second_ms=3_600_000)
    screen.page.open(PRIYA)
    yield screen.show(qtbot, [screen.page], prepare_actions(screen.page))
    screen.window.close()
    put_away(screen, screen.page)


def carry_on(work, times):
    """Priya's first point of the talk ahead, passed on by so many talks before."""
    talks = work.find(CoachingSession, rep_id=work.get(CoachingSession, PRIYA).rep_id)
    point, *_rest = work.find(AgendaItem, session_id=PRIYA)
    origin = None
    for talk in [t for t in talks if t.id != PRIYA][:times]:
        passed = replace(point, id=work.new_id(AgendaItem), session_id=talk.id, order=12)
        origin = work.put(replace(passed, carried_from_id=origin)).id
    work.put(replace(point, carried_from_id=origin))


@pytest.mark.parametrize(("times", "pointed_out"), [(2, False), (3, True), (4, False)])
def test_a_topic_carried_three_times_is_pointed_out_once(prepare, desk, times, pointed_out):
    desk.do(carry_on, times)
    prepare.page.refresh()
    said = "Carried three times: settle it today, or take it out"
    assert (said in words(prepare)) is pointed_out


def words(screen):
    labels = screen.page.widget.findChildren(QLabel)
    return [label.text() for label in labels if label.text() and label.isVisible()]


def put_away(screen, *pages):
    """Free the pages while the store is open: typed text still waits for its moment to be kept."""
    screen.work.jobs.drain()
    for page in pages:
        page.leave()
        page.widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def talk(desk, id=PRIYA):
    return desk.ask(lambda reads: reads.get(CoachingSession, id))


def agenda(desk, id=PRIYA):
    return desk.ask(lambda reads: reads.find(AgendaItem, session_id=id))


def names(screen):
    return [widget.accessibleName() for widget in screen.page.widget.findChildren(QWidget)]


def test_the_page_tells_what_was_said_word_for_word(prepare):
    shown = words(prepare)
    assert "Prepare for Priya" in shown
    assert "“I brief by mail when time is short; then the customer starts over.”" in shown
    assert "Thu 19 Feb, word for word" in shown
    assert "Check 4 of 5, questions, open" in names(prepare)


def test_space_marks_a_check_and_it_stays_marked(prepare, desk):
    prepare.focus_on("Check 1 of 5", CheckBadge)
    prepare.press(Qt.Key.Key_Space)
    assert talk(desk).preparation.last_time
    assert talk(desk).state is TalkState.PREPARED
    assert "Check 1 of 5, last time, done" in names(prepare)


def test_reading_fills_the_checks_one_after_the_other(desk, qtbot, theme, appearance):
    screen = Screen(desk, theme, appearance)
    screen.page = PreparePage(screen.work, second_ms=2)
    screen.page.open(PRIYA)
    screen.show(qtbot, [screen.page])
    qtbot.waitUntil(lambda: "Check 2 of 5, promises, done" in names(screen))
    put_away(screen, screen.page)
    checks = talk(desk).preparation
    assert checks.last_time
    assert checks.promises


def test_the_countdown_stops_at_zero(desk, qtbot, theme, appearance):
    screen = Screen(desk, theme, appearance)
    screen.page = PreparePage(screen.work, second_ms=0)
    screen.page.open(PRIYA)
    screen.show(qtbot, [screen.page])
    qtbot.waitUntil(
        lambda: any("0:00 left of 3:00" in name for name in names(screen)), timeout=9000
    )
    put_away(screen, screen.page)


def test_space_keeps_a_promise_and_undo_takes_it_back(prepare, desk):
    promises = prepare.focus_on("Promises", Rows)
    kept = promises.current_row().row.id
    prepare.press(Qt.Key.Key_Space)

    def state():
        return desk.ask(lambda reads: reads.get(Commitment, kept)).state

    assert state() is PromiseState.KEPT
    assert prepare.said == ["Promise kept"]
    prepare.undo()
    assert state() is PromiseState.OPEN


def test_another_behaviour_brings_its_events_and_ranks_the_questions_again(prepare, desk):
    before = prepare.focus_on("Questions", Rows).rows()
    prepare.page.view.heads["promises"].badge.setFocus()
    prepare.focus_on("Transition", BehaviourChip)
    prepare.press(Qt.Key.Key_Right)
    assert talk(desk).focus_behaviour_key is BehaviourKey.FOLLOW_THROUGH
    events = prepare.focus_on("Newest events", Rows).rows()
    assert {event.behaviour for event in events} == {BehaviourKey.FOLLOW_THROUGH}
    assert prepare.focus_on("Questions", Rows).rows() != before


def test_a_dashed_behaviour_can_be_chosen_and_says_what_is_missing(desk, qtbot, theme, appearance):
    screen = Screen(desk, theme, appearance)
    screen.page = PreparePage(screen.work, second_ms=3_600_000)
    few = None
    for id in (LENA, sample_id("s062"), sample_id("s057"), sample_id("s058"), sample_id("s063")):
        screen.page.open(id)
        page = screen.page.state.page
        few = next(
            (f for f in page.brief.figures if not f.is_shown and f.behaviour != page.focus), None
        )
        if few:
            break
    screen.show(qtbot, [screen.page])
    chip = next(
        chip
        for chip in screen.page.view.findChildren(BehaviourChip)
        if chip.figure.behaviour is few.behaviour
    )
    chip.click()
    assert talk(desk, screen.page.session_id).focus_behaviour_key is few.behaviour
    assert any("and its share can be shown" in line for line in words(screen))
    put_away(screen, screen.page)


def test_three_questions_are_the_most_ones_own_among_them(prepare, desk):
    prepare.focus_on("Questions", Rows)
    prepare.press(Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    prepare.press((Qt.Key.Key_Q, CTRL | SHIFT), "What did Dana say?", Qt.Key.Key_Return)
    assert len(talk(desk).question_ids) == 2
    assert talk(desk).own_questions == ("What did Dana say?",)
    prepare.press((Qt.Key.Key_Q, CTRL | SHIFT), "And then?", Qt.Key.Key_Return)
    assert "Three questions are enough. Untick one to add another." in words(prepare)
    assert talk(desk).own_questions == ("What did Dana say?",)


def test_any_question_of_the_bank_is_taken_by_a_word_of_it(prepare, desk):
    prepare.focus_on("Choose from the bank", QPushButton)
    prepare.press(Qt.Key.Key_Space, "three believe", Qt.Key.Key_Return)
    (chosen,) = talk(desk).question_ids
    assert chosen == "Q-t04"
    rows = prepare.page.view.questions.rows()
    assert [row.on for row in rows] == [False, False, False, True]
    assert QApplication.focusWidget() is prepare.page.view.questions
    assert prepare.page.view.questions.current_row() == rows[3]


def test_alt_down_moves_a_point_and_the_reps_stays_first(prepare, desk):
    titles = [item.text for item in agenda(desk)]
    prepare.focus_on("Last time and promises", PointRow)
    prepare.press((Qt.Key.Key_Down, ALT))
    moved = [item.text for item in agenda(desk)]
    assert moved.index(titles[3]) == 4
    assert QApplication.focusWidget().accessibleName().startswith("Last time and promises")
    prepare.press((Qt.Key.Key_Up, ALT), (Qt.Key.Key_Up, ALT))
    assert [item.text for item in agenda(desk)] == titles
    assert "The rep’s agenda comes first." in words(prepare)


def test_del_removes_a_point_but_not_the_reps_first_one(prepare, desk):
    count = len(agenda(desk))
    prepare.focus_on("Last time and promises", PointRow)
    prepare.press(Qt.Key.Key_Delete)
    assert len(agenda(desk)) == count - 1
    prepare.page.view.agenda.focus_point(agenda(desk)[0].id)
    prepare.press(Qt.Key.Key_Delete)
    assert len(agenda(desk)) == count - 1


def test_minutes_are_typed_in_and_the_sum_says_when_they_are_too_many(prepare, desk):
    prepare.focus_on("Minutes, The price question", QLineEdit)
    prepare.press("15", Qt.Key.Key_Tab)
    assert agenda(desk)[1].minutes == 15
    assert "45 of 30 min" in words(prepare)


def test_a_point_can_be_added_and_worded(prepare, desk):
    prepare.press((Qt.Key.Key_A, CTRL | SHIFT), "The pilot", Qt.Key.Key_Return)
    added = agenda(desk)[-1]
    assert (added.text, added.minutes) == ("The pilot", 5)
    prepare.page.view.agenda.focus_point(added.id)
    prepare.press(Qt.Key.Key_Return, "The pilot at Eastfold", Qt.Key.Key_Return)
    assert agenda(desk)[-1].text == "The pilot at Eastfold"


def test_what_is_typed_is_one_change_once_the_field_is_left(prepare, desk):
    prepare.focus_on("In it for: Priya", QLineEdit)
    prepare.press("keeps the relationship")
    assert talk(desk).in_it_for_rep == ""
    prepare.press(Qt.Key.Key_Tab)
    assert talk(desk).in_it_for_rep == "keeps the relationship"
    prepare.undo()
    assert talk(desk).in_it_for_rep == ""


def test_typed_words_are_kept_within_a_second_and_are_back_after_a_crash(
    prepare, desk, qtbot, theme, appearance
):
    prepare.focus_on("In it for: Priya", QLineEdit)
    prepare.press("never lost")
    qtbot.waitUntil(lambda: bool(desk.ask(any_unsaved)), timeout=3000)
    again = PreparePage(prepare.work, second_ms=3_600_000)
    again.open(PRIYA)
    assert again.view.expectation.fields["in_it_for_rep"].text() == "never lost"
    put_away(prepare, again)
    assert talk(desk).in_it_for_rep == "never lost"
    assert not desk.ask(any_unsaved)


def test_too_long_a_text_says_so_in_place_and_is_not_lost(prepare, desk):
    area = prepare.focus_on("What good looks like", QPlainTextEdit)
    stored = talk(desk).expectation
    area.setPlainText("x" * 303)
    assert "3 characters too many." in words(prepare)
    prepare.press(Qt.Key.Key_Tab)
    assert talk(desk).expectation == stored
    assert any("x" * 303 in str(dict(draft.content)) for draft in desk.ask(any_unsaved))


def test_a_private_line_is_on_the_screen_only_while_it_has_the_focus(prepare, desk):
    prepare.focus_on("Open the private line, promises", LockButton)
    prepare.press(Qt.Key.Key_Space)
    field = QApplication.focusWidget()
    assert field.text() == desk.ask(check_note, PRIYA, NoteAspect.PROMISES)
    field.selectAll()
    prepare.press("zz secret", Qt.Key.Key_Tab)
    assert field.text() == ""
    assert not field.isVisible()
    assert desk.ask(check_note, PRIYA, NoteAspect.PROMISES) == "zz secret"
    everything = " ".join([*words(prepare), *names(prepare)])
    assert "zz secret" not in everything


def test_esc_covers_a_private_line_and_changes_nothing(prepare, desk):
    before = desk.ask(lambda reads: reads.find(PrivateNote))
    prepare.focus_on("Open the private line, promises", LockButton)
    prepare.press(Qt.Key.Key_Space, "zz secret", Qt.Key.Key_Escape)
    assert desk.ask(lambda reads: reads.find(PrivateNote)) == before


def test_ctrl_enter_starts_the_talk_with_what_was_typed(prepare, desk):
    prepare.focus_on("In it for: Priya", QLineEdit)
    prepare.press("time", (Qt.Key.Key_Return, CTRL))
    assert talk(desk).state is TalkState.RUNNING
    assert talk(desk).in_it_for_rep == "time"
    assert prepare.heard == [("talk_asked", PRIYA, "run")]


def test_a_talk_that_still_runs_is_named_instead_of_starting(prepare, desk):
    desk.do(start_talk, LENA)
    prepare.press((Qt.Key.Key_Return, CTRL))
    assert talk(desk).state is not TalkState.RUNNING
    assert any("is still running." in line for line in words(prepare))


def test_a_talk_is_moved_with_who_asked_and_why(prepare, desk):
    prepare.press((Qt.Key.Key_M, CTRL | SHIFT), "Fri 11:00", Qt.Key.Key_Return)
    assert talk(desk).state is not TalkState.MOVED, "who and why are missing"
    prepare.press(Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Tab)
    prepare.press("A customer calls", Qt.Key.Key_Return)
    moved = talk(desk)
    assert (moved.state, moved.who_asked) == (TalkState.MOVED, WhoAsked.REP)
    name, successor, step = prepare.heard[-1]
    assert (name, step) == ("talk_asked", "prepare")
    assert talk(desk, successor).day.isoformat() == "2026-03-13"


def test_a_cancelled_talk_says_what_is_missing_first(prepare, desk):
    prepare.press((Qt.Key.Key_X, CTRL | SHIFT), Qt.Key.Key_Return)
    said = [label.text() for label in prepare.window.findChildren(QLabel)]
    assert "Say who cancelled and why." in said
    assert talk(desk).state is not TalkState.CANCELLED


def test_a_talk_can_be_entered_as_held_and_goes_to_its_wrap_up(prepare, desk):
    prepare.press((Qt.Key.Key_H, CTRL | SHIFT), Qt.Key.Key_Return)
    assert talk(desk).state is TalkState.HELD
    assert prepare.heard[-1] == ("talk_asked", PRIYA, "wrap_up")


def test_the_form_can_wait_for_a_printer(prepare, desk):
    prepare.press((Qt.Key.Key_P, CTRL))
    later = next(b for b in prepare.window.findChildren(QPushButton) if b.text() == "Print later")
    later.click()
    (waiting,) = desk.ask(print_queue)
    assert waiting.subject_id == sample_id("priya")


def test_a_persons_text_is_never_markup(prepare):
    for label in prepare.page.widget.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_nothing_typed_outside_the_journal_is_left_after_a_visit(prepare, desk):
    prepare.focus_on("In it for: Priya", QLineEdit)
    prepare.press("a", Qt.Key.Key_Tab)
    prepare.page.leave()
    drafts = desk.ask(any_unsaved)
    assert not [draft for draft in drafts if draft.source is DraftSource.UNSAVED]


def requests_called(screen, name):
    return next(r for r in screen.page.view.findChildren(Rows) if r.accessibleName() == name)


def test_requests_of_both_stand_below_the_promises_and_one_becomes_a_topic_with_a_key(
    prepare, desk
):
    asked = requests_called(prepare, "Requests")
    others = requests_called(prepare, "Priya asks others")
    assert [row.tag for row in asked.rows()] == ["due Fri"]
    assert [row.below for row in others.rows()] == ["C. Adeyemi, Dunmere Clinics · Request 1"]
    before = desk.ask(lambda reads: reads.find(AgendaItem, session_id=PRIYA))
    others.setFocus()
    prepare.press("t")
    topic = "Priya asks C. Adeyemi, Dunmere Clinics: Figures of the present process"
    after = desk.ask(lambda reads: reads.find(AgendaItem, session_id=PRIYA))
    assert [item.text for item in after if item not in before and item.text == topic] == [topic]
    assert [row.end for row in others.rows()] == ["on the agenda"]
    prepare.press("t")
    assert prepare.said[-1] == "It is on the agenda already."
    assert desk.ask(lambda reads: reads.find(AgendaItem, session_id=PRIYA)) == after


def test_a_request_opens_its_steps_and_is_gone_once_it_is_met(prepare, desk):
    desk.do(note_ask, rep_id=sample_id("priya"), text="Tidy the list")
    prepare.page.refresh()
    asked = requests_called(prepare, "Requests")
    assert [row.below for row in asked.rows()] == ["", "How, by when, what help?"]
    asked.setFocus()
    prepare.press(Qt.Key.Key_Return)
    assert prepare.window.findChildren(SettleSheet)
    prepare.press((Qt.Key.Key_Return, CTRL))
    assert [row.row.text for row in asked.rows()] == ["Tidy the list"]


def test_without_requests_nothing_is_said_of_them(desk, prepare):
    prepare.page.open(
        next(t.id for t in desk.ask(lambda r: r.find(CoachingSession, rep_id=sample_id("aisha"))))
    )
    assert requests_called(prepare, "Requests").parentWidget().isHidden()
