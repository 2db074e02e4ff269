import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.paper import CodeLine, CodeRow, form_code, format_code_line
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import (
    Cause,
    DocumentKind,
    DraftSource,
    DraftState,
    PrintMeans,
)
from coachdesk.services.documents import next_form_number, record_print
from coachdesk.services.sample import sample_id
from coachdesk.store.queries.people import workspace
from coachdesk.ui.capture.actions import CaptureDesk, capture_actions
from coachdesk.ui.capture.form_check import FormCheckOverlay
from coachdesk.ui.capture.overlay import CaptureOverlay
from coachdesk.ui.today.view import TodayPage
from tests.ui.screens import Screen, sample_desk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WHOLE = "Priya transition 4 Named the lead, then gave Stefan the room @Cobalt Lane #integration"


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def screen(desk, qtbot, theme, appearance):
    screen = Screen(desk, theme, appearance)
    screen.show(qtbot, [TodayPage(screen.work)])
    screen.capture = CaptureDesk(screen.work, screen.window)
    screen.registry.add(capture_actions(screen.capture))
    return screen


@pytest.fixture
def overlay(screen):
    screen.press((Qt.Key.Key_N, CTRL))
    return screen.window.findChild(CaptureOverlay)


def newest(desk, kind, **equals):
    found = desk.ask(lambda reads: reads.find(kind, **equals))
    return max(found, key=lambda item: item.seq) if kind is Observation else found[-1]


def waiting(desk):
    return desk.ask(
        lambda reads: reads.find(Draft, state=DraftState.WAITING, source=DraftSource.CAPTURE)
    )


def test_a_whole_line_becomes_an_observation(screen, overlay, desk):
    screen.press(WHOLE, Qt.Key.Key_Return)
    event = newest(desk, Observation)
    ratings = desk.ask(lambda reads: reads.find(Rating, observation_id=event.id))
    assert event.rep_id == sample_id("priya")
    assert event.comment == "Named the lead, then gave Stefan the room"
    assert [(r.behaviour_key.value, r.value) for r in ratings] == [("transition", 4)]
    assert screen.said == ["Saved for Priya"]


def test_it_says_what_it_understood_in_one_sentence(screen, overlay):
    screen.press(WHOLE)
    assert overlay.understood.accessibleName() == (
        "Understood: Priya Raman, Transition, rating 4, Cobalt Lane Printing, "
        "Stefan of Integration Services, today"
    )


def test_it_says_what_saving_would_change(screen, overlay):
    screen.press(WHOLE)
    assert overlay._effect.text() == "Priya’s transition evidence goes from 6 of 10 to 7 of 11."


def test_up_and_down_walk_the_anchors_in_the_line_itself(screen, overlay):
    screen.press("Priya transition Named the lead, then gave the room")
    screen.press(Qt.Key.Key_Up)
    assert overlay.line.line().startswith("Priya transition 3 Named")
    screen.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert overlay.line.line().startswith("Priya transition 5 Named")
    screen.press(Qt.Key.Key_Down)
    assert overlay.understood.parts.value == 4


def test_up_and_down_change_a_rating_joined_to_its_letter(screen, overlay):
    screen.press("Priya t4 Named the lead, then gave the room", Qt.Key.Key_Down)
    assert overlay.line.line().startswith("Priya t3 Named")


def test_tab_visits_each_part_and_then_goes_on(screen, overlay):
    screen.press("Priya transition 4 Named the lead")
    seen = []
    for _part in range(3):
        screen.press(Qt.Key.Key_Tab)
        seen.append(overlay.line.textCursor().selectedText())
    screen.press(Qt.Key.Key_Tab)
    assert seen == ["Priya", "transition", "4"]
    assert QApplication.focusWidget() is not overlay.line


def test_what_is_ambiguous_is_asked_and_answered_by_a_key(screen, overlay, desk):
    screen.press("Pria transition 4 Named the next step for all of us @Nortwind")
    assert overlay.understood.parts.rep == ""
    screen.press((Qt.Key.Key_1, ALT), (Qt.Key.Key_1, ALT))
    assert overlay.understood.parts.rep == "Priya Raman"
    assert overlay.understood.parts.account == "Nortwind"
    screen.press(Qt.Key.Key_Return)
    assert newest(desk, Observation).rep_id == sample_id("priya")


def test_an_answer_is_kept_while_typing_goes_on(screen, overlay):
    screen.press("Pria transition 4 Named the next step")
    screen.press((Qt.Key.Key_1, ALT), " for all")
    assert overlay.understood.parts.rep == "Priya Raman"


def test_an_incomplete_line_waits_in_the_inbox_and_says_so(screen, overlay, desk):
    screen.press("Called before the date", Qt.Key.Key_Return)
    assert "Called before the date" in [draft.raw for draft in waiting(desk)]
    assert screen.said[0].startswith("Kept in the Inbox, it needs a rep")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Priya transition 6 Named the lead for everyone", "Pick one of the five anchors."),
        ("Priya transition 4 tomorrow Named it", "cannot be dated in the future"),
        ("", "The line is empty."),
    ],
)
def test_a_refusal_stands_below_the_line_and_nothing_is_stored(screen, overlay, desk, line, says):
    before = len(desk.ask(lambda reads: reads.find(Observation))), len(waiting(desk))
    screen.press(line, Qt.Key.Key_Return)
    assert says in overlay.problem.text()
    assert overlay.isVisible()
    after = len(desk.ask(lambda reads: reads.find(Observation))), len(waiting(desk))
    assert after == before


def test_escape_keeps_what_was_typed_for_the_next_time(screen, overlay):
    screen.press("Priya transition 4 Named", Qt.Key.Key_Escape)
    screen.press((Qt.Key.Key_N, CTRL))
    again = screen.window.findChildren(CaptureOverlay)[-1]
    assert again.line.line() == "Priya transition 4 Named"


def test_closing_the_window_keeps_the_line_being_typed(screen, overlay, desk):
    screen.press("Priya transition 4 Named")
    screen.window.close()
    kept = desk.ask(lambda reads: reads.find(Draft, source=DraftSource.UNSAVED))
    assert [draft.content["line"] for draft in kept] == ["Priya transition 4 Named"]


def test_what_was_saved_is_not_offered_again(screen, overlay):
    screen.press(WHOLE, Qt.Key.Key_Return)
    screen.press((Qt.Key.Key_N, CTRL))
    assert screen.window.findChildren(CaptureOverlay)[-1].line.line() == ""


def test_a_private_line_becomes_a_private_note(screen, overlay, desk):
    before = len(desk.ask(lambda reads: reads.find(PrivateNote)))
    screen.press("p Priya wants to move to another team", Qt.Key.Key_Return)
    notes = desk.ask(lambda reads: reads.find(PrivateNote))
    assert len(notes) == before + 1
    assert "wants to move to another team" in [note.text for note in notes]
    assert all("another team" not in words for words in screen.said)


def test_the_first_private_line_shows_what_private_means_before_it_is_kept(
    screen, overlay, desk, tmp_path
):
    overlay._notice_due = True
    before = len(desk.ask(lambda reads: reads.find(PrivateNote)))
    screen.press("p Priya wants to move", Qt.Key.Key_Return)
    assert len(desk.ask(lambda reads: reads.find(PrivateNote))) == before
    assert overlay.problem.text() == overlay._playbook.private_note_notice
    screen.press(Qt.Key.Key_Return)
    assert len(desk.ask(lambda reads: reads.find(PrivateNote))) == before + 1


def test_the_same_event_is_offered_to_be_added_to(screen, overlay, desk):
    screen.press(WHOLE, Qt.Key.Key_Return)
    first = newest(desk, Observation)
    screen.press((Qt.Key.Key_N, CTRL))
    screen.press("Priya t5 And Stefan took over without a question @Cobalt Lane")
    screen.press((Qt.Key.Key_A, ALT))
    event = newest(desk, Observation)
    assert event.id == first.id
    assert event.comment.endswith("And Stefan took over without a question")
    assert [
        r.value for r in desk.ask(lambda reads: reads.find(Rating, observation_id=first.id))
    ] == [5]


def test_an_inbox_row_opens_with_its_line_and_is_completed(screen, desk):
    row = next(draft for draft in waiting(desk) if not draft.private and draft.rep_id is None)
    screen.work.inbox_asked.emit(row.id)
    overlay = screen.window.findChild(CaptureOverlay)
    assert row.comment in overlay.line.line() or overlay.line.line() == row.raw
    overlay.line.set_line("Tom follow-through 4 Called before the date, new date agreed")
    screen.press(Qt.Key.Key_Return)
    done = desk.ask(lambda reads: reads.get(Draft, row.id))
    assert done.state is DraftState.PROMOTED


def test_an_inbox_row_left_incomplete_keeps_its_new_words(screen, desk):
    row = next(draft for draft in waiting(desk) if not draft.private and draft.rep_id is None)
    screen.work.inbox_asked.emit(row.id)
    overlay = screen.window.findChild(CaptureOverlay)
    overlay.line.set_line("Called before the date, and once more after it")
    screen.press(Qt.Key.Key_Return)
    kept = desk.ask(lambda reads: reads.get(Draft, row.id))
    assert kept.state is DraftState.WAITING
    assert kept.comment == "Called before the date, and once more after it"


def test_forty_thousand_characters_neither_freeze_nor_get_lost(screen, overlay, desk):
    mime = QMimeData()
    mime.setText("Priya t4 " + "word " * 7_990)
    begin = time.thread_time()
    overlay.line.insertFromMimeData(mime)
    screen.press("x")
    assert time.thread_time() - begin < 5
    screen.press(Qt.Key.Key_Return)
    assert max(len(draft.raw) for draft in waiting(desk)) > 39_900
    assert "characters fewer" in screen.said[0]


def test_text_is_never_markup(screen, overlay):
    screen.press("Priya t4 <b>Named</b> the lead @<i>Nort")
    assert "<i>Nort" in overlay._asking.accessibleName() or overlay.line.line().endswith("<i>Nort")


def form_line(desk):
    """The code line of a form printed for Priya, with three rows ringed."""
    number = desk.ask(next_form_number)
    desk.do_print(
        record_print,
        kind=DocumentKind.FORM,
        means=PrintMeans.PRINT,
        content=b"paper",
        rep_id=sample_id("priya"),
        form_number=number,
    )
    rows = (
        CodeRow(letter="t", rating=4),
        CodeRow(letter="n", rating=5),
        CodeRow(letter="f", rating=2, cause="p"),
    )
    return format_code_line(CodeLine(form=form_code(number), rows=rows))


def test_a_forms_code_opens_its_six_rows_and_files_them(screen, overlay, desk):
    line = form_line(desk)
    screen.press(line, Qt.Key.Key_Return)
    form = screen.window.findChild(FormCheckOverlay)
    assert form is not None
    before = len(desk.ask(lambda reads: reads.find(Observation)))
    screen.press("Named the goal, the lead and the next date")
    screen.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, "Partner had no capacity at the agreed time")
    screen.press(Qt.Key.Key_Return)
    found = desk.ask(lambda reads: reads.find(Observation))
    assert len(found) == before + 2
    filed = next(event for event in found if event.comment.startswith("Partner had no capacity"))
    assert filed.cause_code is Cause.PARTNER_CAPACITY
    assert screen.said[-1] == "2 events saved, 1 row waits in the Inbox"
    screen.undo()
    assert len(desk.ask(lambda reads: reads.find(Observation))) == before


def test_enter_takes_the_form_that_a_wrong_code_meant(screen, overlay, desk):
    line = form_line(desk)
    wrong = line[1] + line[0] + line[2:] if line[0] != line[1] else "9" + line[1:]
    screen.press(wrong, Qt.Key.Key_Return)
    assert f"Did you mean {line[:4]}, Priya Raman, printed" in overlay.problem.text()
    assert f"Enter takes {line[:4]}" in overlay._effect.text()
    assert screen.window.findChild(FormCheckOverlay) is None
    screen.press(Qt.Key.Key_Return)
    assert screen.window.findChild(FormCheckOverlay).accessibleName() == f"Form {line[:4]}"


def test_a_wrong_check_digit_says_which_sum_was_expected(screen, overlay, desk):
    line = form_line(desk)
    wrong = line[:-1] + str((int(line[-1]) + 1) % 10)
    screen.press(wrong, Qt.Key.Key_Return)
    assert f"add up to a check of {line[-1]}" in overlay.problem.text()


def test_a_private_line_that_was_not_saved_comes_back_covered(screen, overlay, desk):
    screen.press("p Priya thinks about Ghent", Qt.Key.Key_Escape)
    screen.press((Qt.Key.Key_N, CTRL))
    again = shown_overlay(screen)
    assert again.line.line() == ""
    assert again.line.accessibleDescription() == "A private line was kept: Enter shows it"
    screen.press("x", Qt.Key.Key_Return)
    assert again.line.line() == "p Priya thinks about Ghent"
    screen.press(" soon", Qt.Key.Key_Return)
    notes = desk.ask(lambda reads: reads.find(PrivateNote))
    assert "thinks about Ghent soon" in [note.text for note in notes]


def test_a_covered_line_stays_covered_when_it_is_left_alone(screen, overlay, desk):
    screen.press("p Priya on 31 February", Qt.Key.Key_Escape)
    for _time in range(2):
        screen.press((Qt.Key.Key_N, CTRL))
        assert shown_overlay(screen).line.line() == ""
        screen.press(Qt.Key.Key_Escape)
    (kept,) = desk.ask(lambda reads: reads.find(Draft, source=DraftSource.UNSAVED))
    assert kept.private
    assert kept.content["line"] == "p Priya on 31 February"


def test_a_line_begun_elsewhere_does_not_replace_what_was_typed(screen, overlay, desk):
    screen.press("Tom follow-through", Qt.Key.Key_Escape)
    screen.work.capture_asked.emit("Priya ")
    assert shown_overlay(screen).line.line() == "Tom follow-through"


def test_the_workspace_says_how_long_a_comment_is(screen, desk):
    desk.do(comments_of, 5)
    screen.press((Qt.Key.Key_N, CTRL), "Priya t4 Short", Qt.Key.Key_Return)
    assert newest(desk, Observation).comment == "Short"
    assert screen.said == ["Saved for Priya"]


def comments_of(work, characters):
    space = workspace(work)
    work.put(replace(space, settings=replace(space.settings, comment_min_chars=characters)))


def shown_overlay(screen):
    found = [o for o in screen.window.findChildren(CaptureOverlay) if o.isVisible()]
    return found[-1]
