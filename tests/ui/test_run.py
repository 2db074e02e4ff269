"""A running talk by keyboard: what is typed becomes records, and what is private stays covered."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    AskState,
    DraftSource,
    MandateState,
    NoteMark,
    OwnerSide,
    ShareKind,
    TalkState,
)
from coachdesk.services.drafts import any_unsaved
from coachdesk.services.own_words import set_accountability_steps
from coachdesk.services.sample import sample_id
from coachdesk.services.talks import start_talk
from coachdesk.ui.kit.fields import LATEST_MS
from coachdesk.ui.sessions.run_ask import RequirementSheet
from coachdesk.ui.sessions.run_page import RunPage
from coachdesk.ui.sessions.run_view import RunFrame
from tests.ui.screens import Screen, sample_desk

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
BACK, UP, DELETE, F8, F9 = (
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Up,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F8,
    Qt.Key.Key_F9,
)
TALK = sample_id("s060")


@pytest.fixture
def screen(qtbot, tmp_path, theme, appearance):
    made = Screen(sample_desk(tmp_path), theme, appearance)
    made.work.do(start_talk, TALK)
    page = RunPage(made.work)
    made.page = page
    page.open(TALK)
    made.show(qtbot, [page], page.actions())
    yield made
    page.leave()
    made.desk.close()


def found(screen, kind, **equals):
    return screen.desk.ask(lambda reads: reads.find(kind, **equals))


def notes(screen):
    return found(screen, SessionNote, session_id=TALK)


def private_lines(screen):
    """Words of the talk's private lines, without those of the preparation."""
    return [n.text for n in found(screen, PrivateNote, about_id=TALK, aspect=None)]


def words_in_widgets(screen):
    """Every text that any widget of the window holds, as a screen reader could say it."""
    texts = []
    for kind in (QLabel, QLineEdit, QTextEdit, QPlainTextEdit):
        for widget in screen.window.findChildren(kind):
            texts.append(widget.toPlainText() if hasattr(widget, "toPlainText") else widget.text())
            texts.append(widget.accessibleName())
    return "\n".join(texts)


def test_a_line_without_a_mark_is_the_managers_own_and_does_not_print(screen):
    screen.press("Good week at Brightwater.", ENTER)
    (note,) = notes(screen)
    assert (note.text, note.mark, note.print) == ("Good week at Brightwater.", NoteMark.NONE, False)


def test_s_and_space_make_a_share_and_tab_changes_its_kind(screen):
    screen.press("s ", "How I prepared my first review", TAB, ENTER)
    (share,) = found(screen, Share, day=screen.desk.as_of)
    assert share.text == "How I prepared my first review"
    assert share.kind is ShareKind.WISDOM
    assert share.print is False


def test_c_and_space_make_the_managers_promise_due_on_the_last_day_it_names(screen):
    screen.press("c ", "I sit in on the hand-off on Thursday 12 March", ENTER)
    (promise,) = found(screen, Commitment, agreed_day=screen.desk.as_of)
    assert promise.owner_side is OwnerSide.MANAGER
    assert promise.due_day == date(2026, 3, 12)


def test_a_promise_that_starts_with_the_name_is_the_reps(screen):
    screen.press("c ", "Priya calls Stefan on Friday", ENTER)
    (promise,) = found(screen, Commitment, agreed_day=screen.desk.as_of)
    assert promise.owner_side is OwnerSide.REP


def test_a_promise_without_a_day_is_due_on_the_day_of_the_next_talk_or_rhythm(screen):
    screen.press("c ", "I send the template", ENTER)
    (promise,) = found(screen, Commitment, agreed_day=screen.desk.as_of)
    assert promise.due_day == screen.desk.as_of + timedelta(days=21)


def test_a_promise_for_a_day_that_does_not_exist_is_refused_in_place(screen):
    screen.press("c ", "I send it on 31 February", ENTER)
    assert "February" in screen.page._frame.legend.refusal
    assert found(screen, Commitment, agreed_day=screen.desk.as_of) == []
    assert screen.page._frame.notes.editor.words() == "I send it on 31 February"


def test_a_refused_line_is_kept_the_moment_the_talk_is_left_and_never_later(screen, qtbot):
    screen.press("c ", "I send it on 31 February")
    screen.page.leave()
    assert any_unsaved_texts(screen) == ["I send it on 31 February"]
    assert "February" in screen.page._frame.legend.refusal
    with qtbot.assertNotEmitted(screen.page._frame.notes.typed, wait=LATEST_MS + 200):
        pass


def test_n4_makes_rated_evidence_at_the_named_customer(screen):
    screen.press("n4 ", "Heard the question at @Dunmere Clinics and noted it", ENTER)
    (seen,) = found(screen, Observation, session_id=TALK)
    (rating,) = found(screen, Rating, observation_id=seen.id)
    assert seen.comment == "Heard the question at Dunmere Clinics and noted it"
    assert (rating.value, seen.account_id is not None) == (4, True)


def test_a_thin_observation_waits_in_the_inbox(screen):
    screen.press("t2 ", "Left early", ENTER)
    assert found(screen, Observation, session_id=TALK) == []
    (draft,) = found(screen, Draft, session_id=TALK, source=DraftSource.SESSION_NOTE)
    assert draft.comment == "Left early"


def test_one_backspace_brings_the_typed_mark_back(screen):
    screen.press("s ", BACK, "hould we meet?", ENTER)
    (note,) = notes(screen)
    assert (note.mark, note.text) == (NoteMark.NONE, "s hould we meet?")


def test_pasted_text_never_becomes_a_mark_and_paragraphs_become_lines(screen):
    mime = QMimeData()
    mime.setText("p first\ns second\nthird")
    screen.page._frame.notes.editor.insertFromMimeData(mime)
    screen.press(ENTER)
    assert [(n.mark, n.text) for n in notes(screen)] == [
        (NoteMark.NONE, "p first"),
        (NoteMark.NONE, "s second"),
        (NoteMark.NONE, "third"),
    ]


def test_private_words_leave_every_widget_when_the_caret_leaves(screen):
    screen.press("p ", "zanzibar is on my mind", ENTER)
    assert "zanzibar" not in words_in_widgets(screen)
    (note,) = notes(screen)
    assert (note.mark, note.text, note.print) == (NoteMark.PRIVATE, "", False)
    assert private_lines(screen) == ["zanzibar is on my mind"]


def test_holding_f9_reads_private_lines_and_letting_go_covers_them(screen):
    screen.press("p ", "zanzibar is on my mind", ENTER)
    focus = QApplication.focusWidget()
    QTest.keyPress(focus, F9)
    assert "zanzibar" in words_in_widgets(screen)
    QTest.keyRelease(focus, F9)
    assert "zanzibar" not in words_in_widgets(screen)


def test_a_covered_line_gets_the_keys_without_showing_its_words(screen):
    screen.press("p ", "zanzibar", ENTER, UP)
    assert "zanzibar" not in words_in_widgets(screen)
    screen.press(DELETE)
    assert notes(screen) == []
    assert private_lines(screen) == []


def test_a_request_asks_how_by_when_and_what_help(screen):
    screen.press("? ", "Write what Northwind should expect", ENTER)
    screen.press("Draft from the template", TAB, "Fri 13 Mar", TAB, "The template, by tomorrow")
    screen.press(ENTER)
    (ask,) = found(screen, Ask, day=screen.desk.as_of)
    assert (ask.state, ask.how, ask.due_day) == (
        AskState.OPEN,
        "Draft from the template",
        date(2026, 3, 13),
    )
    help_promise = found(screen, Commitment, id=ask.help_commitment_id)[0]
    assert help_promise.owner_side is OwnerSide.MANAGER
    assert help_promise.due_day == date(2026, 3, 11)
    assert screen.page._frame.notes.editor.hasFocus()


def test_an_incomplete_request_is_refused_with_what_is_missing(screen):
    screen.press("? ", "Write what Northwind should expect", ENTER, ENTER)
    assert "how, by when" in words_in_widgets(screen)
    (ask,) = found(screen, Ask, day=screen.desk.as_of)
    assert ask.state is AskState.DRAFT


def test_esc_keeps_a_request_unfinished_and_the_talk_goes_on(screen):
    screen.press("? ", "Write what Northwind should expect", ENTER, ESC)
    (ask,) = found(screen, Ask, day=screen.desk.as_of)
    assert ask.state is AskState.DRAFT
    assert screen.page._frame.notes.editor.hasFocus()
    assert screen.heard == []


def test_a_requirement_without_an_unmet_request_needs_a_reason_in_words(screen):
    screen.press("! ", "Customer files go through our system only", ENTER)
    screen.press("We check the sent list together", TAB, "Fri 20 Mar", TAB, "too short", ENTER)
    assert "at least 20" in words_in_widgets(screen)
    assert found(screen, Mandate, day=screen.desk.as_of) == []
    screen.press((Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier))
    screen.press("The contract with the customer leaves no room here", ENTER)
    (mandate,) = found(screen, Mandate, day=screen.desk.as_of)
    assert mandate.ladder_skipped
    assert mandate.state is MandateState.OPEN
    assert [note.mark for note in notes(screen)] == [NoteMark.MANDATE]


def test_only_the_third_requirement_in_a_row_is_answered_with_a_question(screen):
    said = []
    screen.work.said.connect(lambda words, _can_undo: said.append(words))
    for number in range(4):
        screen.press("! ", f"File {number} goes through our system only", ENTER)
        screen.press("We check the sent list together", TAB, "Fri 20 Mar", TAB)
        screen.press("The contract with the customer leaves no room here", ENTER)
    assert len(found(screen, Mandate, day=screen.desk.as_of)) == 4
    usual = "Saved: requirement"
    nudge = "That was the third requirement in a row. Asking is the default"
    assert [words.partition(":")[0] for words in said[:2]] == ["Saved", "Saved"]
    assert [words for words in said if nudge in words] == [said[2]]
    assert said[2].startswith(f"{usual}. {nudge}")
    assert said[3] == usual


def test_the_own_accountability_steps_are_ready_for_a_requirement(screen):
    screen.work.do(set_accountability_steps, ["Ask what happened", "Look at it each Friday"])
    screen.press("! ", "Customer files go through our system only", ENTER, TAB, ENTER)
    screen.press(Qt.Key.Key_Down, ENTER)
    sheet = screen.page.widget.findChild(RequirementSheet)
    assert sheet.how.text() == "Look at it each Friday"
    assert sheet.how.hasFocus()


def test_what_is_typed_is_kept_after_two_seconds_and_typed_again_after_a_crash(screen, qtbot):
    screen.press("c ", "I call the controll")
    qtbot.waitUntil(lambda: any_unsaved_texts(screen) == ["I call the controll"], timeout=LATEST_MS)
    again = RunPage(screen.work)
    again.open(TALK)
    assert again._frame.notes.editor.words() == "I call the controll"
    assert again._frame.notes.active.mark is NoteMark.COMMITMENT
    again.leave()


def any_unsaved_texts(screen):
    return [draft.content["text"] for draft in screen.desk.ask(any_unsaved)]


def test_a_written_line_leaves_nothing_unsaved(screen, qtbot):
    screen.press("half a line")
    qtbot.waitUntil(lambda: any_unsaved_texts(screen) == ["half a line"], timeout=LATEST_MS)
    screen.press(ENTER)
    assert any_unsaved_texts(screen) == []


def test_markup_in_a_line_stays_text(screen):
    screen.press("<b>R&D</b> & <img src=x>", ENTER)
    assert "<b>R&D</b> & <img src=x>" in words_in_widgets(screen)


def test_the_clock_turns_amber_five_minutes_before_the_end(screen):
    clock = screen.page._frame.top.clock
    screen.desk.clock.now += timedelta(minutes=24, seconds=59)
    screen.page._tick()
    assert not clock.is_amber
    screen.desk.clock.now += timedelta(seconds=1)
    screen.page._tick()
    assert clock.is_amber
    assert clock.accessibleName() == "25:00 of 30 minutes"


def test_turning_the_laptop_shows_the_rep_one_field_and_keeps_the_words(screen):
    screen.press("Unmarked line of the manager", ENTER, F8)
    visible = [
        widget.text()
        for widget in screen.window.findChildren(QLabel)
        if widget.isVisible() and widget.text()
    ]
    assert "Unmarked line of the manager" not in visible
    screen.press("I will ask before I mail", ESC)
    talk = found(screen, CoachingSession, id=TALK)[0]
    assert talk.rep_words == "I will ask before I mail"


def test_the_rep_rates_what_was_seen_before_the_managers_rating_is_shown(screen):
    screen.press(F8)
    shown = screen.window.findChildren(QLabel)
    screen.press("I will ask first", TAB)
    assert not any(label.isVisible() and "Helen" in label.text() for label in shown)
    screen.press("4", "2", TAB, ENTER)
    both = [label.text() for label in shown if label.isVisible() and "Helen" in label.text()]
    assert [words.split(" · ")[0] for words in both] == ["you 4", "you 2"]
    own = found(screen, SelfRating, day=screen.desk.as_of)
    assert sorted(rating.value for rating in own) == [2, 4]
    screen.press("5", F8)
    assert found(screen, CoachingSession, id=TALK)[0].rep_usefulness == 5


def test_wrapping_up_writes_the_line_ends_the_talk_and_goes_on(screen):
    screen.press("Last words", (ENTER, Qt.KeyboardModifier.ControlModifier))
    assert [note.text for note in notes(screen)] == ["Last words"]
    assert found(screen, CoachingSession, id=TALK)[0].state is TalkState.HELD
    assert screen.heard == [("talk_asked", TALK, "wrap_up")]


def test_esc_leaves_the_talk_open(screen):
    screen.press("Half a thought", ESC)
    assert screen.heard == [("page_asked", "today")]
    assert found(screen, CoachingSession, id=TALK)[0].state is TalkState.RUNNING


def test_copying_never_takes_covered_words(screen):
    screen.press("p ", "zanzibar", ENTER)
    screen.press((Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier))
    screen.press((Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier))
    assert "zanzibar" not in QGuiApplication.clipboard().text()


def test_a_long_block_pasted_becomes_lines_in_one_change_and_nothing_is_cut(screen):
    block = [f"paragraph {n} " + "word " * 8 for n in range(300)]
    QGuiApplication.clipboard().setText("\n".join(block))
    screen.press((Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier), ENTER)
    kept = sorted(notes(screen), key=lambda note: note.order)
    assert [note.text for note in kept] == [words.strip() for words in block]
    screen.undo()
    screen.undo()
    assert [note.text for note in notes(screen)] == [block[0].strip()]


def test_a_paragraph_that_is_too_long_stays_whole_and_says_how_much(screen):
    block = ["first", "W" * 39_000, "last"]
    QGuiApplication.clipboard().setText("\n".join(block))
    screen.press((Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier))
    assert QApplication.focusWidget().words() == f"{'W' * 39_000} last"
    assert any("too many" in label.text() for label in screen.window.findChildren(QLabel))


def test_the_line_being_typed_stays_in_sight_above_the_bar(screen, qtbot):
    for number in range(24):
        screen.press(f"Line {number}", ENTER)
    screen.press("and one more")
    frame = screen.page.widget.findChild(RunFrame)
    editor, area = frame.notes.editor, frame.scroll.viewport()

    def room_below():
        caret = editor.viewport().mapTo(area, editor.cursorRect().bottomLeft())
        return area.height() - caret.y()

    qtbot.waitUntil(lambda: 36 < room_below() < area.height())
