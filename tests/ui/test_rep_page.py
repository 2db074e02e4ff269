import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import ObservationState, PromiseState
from coachdesk.services.drafts import any_unsaved
from coachdesk.services.people import add_rep
from coachdesk.services.sample import sample_id
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.chain import ChainLink
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.team.actions import rep_actions
from coachdesk.ui.team.event_sheet import EventSheet
from coachdesk.ui.team.view import RepPage
from tests.ui.screens import Screen, sample_desk

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PRIYA = sample_id("priya")


@pytest.fixture
def desk(tmp_path):
    desk = sample_desk(tmp_path)
    yield desk
    desk.close()


def page_of(desk, qtbot, theme, appearance, rep_id):
    screen = Screen(desk, theme, appearance)
    screen.page = RepPage(screen.work)
    screen.page.open(rep_id)
    return screen.show(qtbot, [screen.page], rep_actions(screen.page))


@pytest.fixture
def rep(desk, qtbot, theme, appearance):
    return page_of(desk, qtbot, theme, appearance, PRIYA)


def words(page):
    return [label.text() for label in page.widget.findChildren(QLabel) if label.text()]


def event_of(desk, row):
    return desk.ask(lambda reads: reads.get(Observation, row.event.observation_id))


def rating_of(desk, row):
    return desk.ask(lambda reads: reads.get(Rating, row.event.rating_id)).value


def free_row(screen, rows, desk):
    """Move to an event that no received page contains; returns its row."""
    from coachdesk.services.receipts import received_records

    locked = desk.ask(received_records, PRIYA)
    for _step in range(len(rows.rows())):
        row = rows.current_row()
        if str(row.event.observation_id) not in locked:
            return row
        screen.press("j")
    raise AssertionError("every event is locked")


def locked_row(screen, rows, desk):
    from coachdesk.services.receipts import received_records

    locked = desk.ask(received_records, PRIYA)
    screen.page._evidence._show_all()
    for at, row in enumerate(rows.rows()):
        if str(row.event.observation_id) in locked:
            rows.set_current(at)
            return row
    raise AssertionError("no event is locked")


def test_the_page_says_who_it_is_about_and_when_the_next_talk_is(rep):
    shown = words(rep.page)
    assert "Priya Raman" in shown
    assert "Today 10:30 in 23 min" in shown
    assert "kept: you 2 of 2 · Priya 4 of 5" in shown


def test_a_link_of_the_chain_filters_the_evidence(rep):
    rep.focus_on("Need identification", ChainLink)
    rep.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    rows = rep.page._evidence.rows
    assert {row.event.behaviour.value for row in rows.rows()} == {"transition"}
    assert rep.page._evidence.accessibleName() == "Evidence, 10 of 68 shown"
    rep.press(Qt.Key.Key_Return)
    assert len(rows.rows()) == 12


def test_a_break_is_shown_with_how_sure_it_is_and_opens_its_events(desk, qtbot, theme, appearance):
    screen = page_of(desk, qtbot, theme, appearance, sample_id("viktor"))
    words_shown = "The chain probably breaks at Transition to partner (probability 0.97)."
    assert any(text.startswith(words_shown) for text in words(screen.page))
    links = {link.accessibleName() for link in screen.page.widget.findChildren(ChainLink)}
    assert any(
        name.endswith("Focus, two months below 70\u00a0%, chain breaks here") for name in links
    )
    screen.page._evidence.window_choice.chosen.emit("91")
    screen.focus_on("See the 15 events", Button)
    screen.press(Qt.Key.Key_Return)
    rows = screen.page._evidence.rows
    assert [row.event.behaviour.value for row in rows.rows()] == ["transition"] * 15
    assert rows.hasFocus()


def test_what_the_chain_lacks_stands_with_the_next_occasion(desk, qtbot, theme, appearance):
    screen = page_of(desk, qtbot, theme, appearance, sample_id("lena"))
    shown = words(screen.page)
    assert any(text.startswith("Break point needs 1 more observation of Need") for text in shown)
    assert "Next occasion to ask for one: the one-on-one, today." in shown
    names = [link.accessibleName() for link in screen.page.widget.findChildren(ChainLink)]
    assert names[-1] == (
        "All win, not enough evidence, 0 of 6 events, "
        "needs 6 more events from 2 accounts in 2 weeks"
    )


def test_a_quality_filters_the_evidence_too(rep):
    rep.focus_on("Empathy", FilterChip)
    rep.press(Qt.Key.Key_Return)
    assert {row.event.behaviour.value for row in rep.page._evidence.rows.rows()} == {"empathy"}


def test_window_and_link_combine(rep):
    evidence = rep.page._evidence
    evidence.choose_link("transition")
    evidence.window_choice.chosen.emit("91")
    assert 0 < len(evidence.rows.rows()) < 10
    assert "last 91 days" in " ".join(words(rep.page))


def test_j_and_k_move_and_enter_unfolds_the_whole_note(rep):
    rows = rep.focus_on("Evidence", Rows)
    rep.press("j", "j", "k")
    assert rows.currentIndex().row() == 1
    before = rows.row_height(1)
    rep.press(Qt.Key.Key_Return)
    assert rows.current_row().unfolded
    assert rows.row_height(1) > before


def test_a_figure_rates_the_event_again_and_undo_takes_it_back(rep, desk):
    rows = rep.focus_on("Evidence", Rows)
    row = free_row(rep, rows, desk)
    value = 1 if row.event.value != 1 else 2
    rep.press(str(value))
    assert rating_of(desk, row) == value
    rep.undo()
    assert rating_of(desk, row) == row.event.value


def test_e_edits_the_words(rep, desk):
    rows = rep.focus_on("Evidence", Rows)
    row = free_row(rep, rows, desk)
    rep.press("e", " Seen twice.", (Qt.Key.Key_Return, CTRL))
    assert event_of(desk, row).comment.endswith("Seen twice.")


def test_words_that_are_too_short_are_refused_in_place(rep, desk):
    rows = rep.focus_on("Evidence", Rows)
    row = free_row(rep, rows, desk)
    rep.press("e")
    sheet = rep.window.findChild(EventSheet)
    sheet.words.setPlainText("short")
    rep.press((Qt.Key.Key_Return, CTRL))
    assert "Write what you saw" in sheet.problem.text()
    assert event_of(desk, row).comment == row.event.comment


def test_del_stops_counting_an_event_with_a_reason(rep, desk):
    rows = rep.focus_on("Evidence", Rows)
    row = free_row(rep, rows, desk)
    rep.press(Qt.Key.Key_Delete)
    assert event_of(desk, row).state is ObservationState.VOIDED
    assert event_of(desk, row).void_reason
    assert row.id not in [shown.id for shown in rows.rows()]
    rep.undo()
    assert event_of(desk, row).state is ObservationState.SAVED


def test_an_event_the_rep_has_on_paper_gets_a_dated_correction(rep, desk):
    rows = rep.focus_on("Evidence", Rows)
    row = locked_row(rep, rows, desk)
    rep.press(Qt.Key.Key_Delete)
    sheet = rep.window.findChild(EventSheet)
    assert sheet is not None
    rep.press("it was another customer", (Qt.Key.Key_Return, CTRL))
    event = event_of(desk, row)
    assert event.state is ObservationState.SAVED
    assert event.addenda[-1].text.endswith("it was another customer")


def test_the_strip_is_one_sentence_and_its_dots_select_rows(rep):
    evidence = rep.page._evidence
    evidence.choose_link("transition")
    assert "6 Mar rated 2" in evidence.strip.accessibleDescription()
    evidence.strip.setFocus()
    rep.press(Qt.Key.Key_Right)
    chosen = evidence.rows.current_row()
    assert chosen.unfolded
    assert chosen.event.day == min(row.event.day for row in evidence.rows.rows())


def test_opening_an_event_unfolds_it_even_outside_the_filters(rep, desk):
    oldest = rep.page._page.events[-1]
    rep.page.open(PRIYA, oldest.observation_id)
    row = rep.page._evidence.rows.current_row()
    assert row.event.observation_id == oldest.observation_id
    assert row.unfolded


def test_space_keeps_a_promise_of_either_side(rep, desk):
    rows = rep.focus_on("Promises", Rows)
    rep.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    kept = rows.current_row()
    assert kept.who == "Priya"
    state = desk.ask(lambda reads: reads.get(Commitment, kept.id)).state
    assert state is PromiseState.KEPT_LATE
    assert rows.current_row().done


def test_one_line_adds_a_hand_off_and_says_what_it_understood(rep, desk):
    field = rep.focus_on("Add a hand-off", Field)
    rep.press("@Cobalt Lane #customer Operators need a refresher")
    assert "Enter notes the need" in rep.page._right.hand_offs._words.text()
    rep.press(Qt.Key.Key_Return)
    needs = [item.need for item in desk.ask(lambda reads: reads.find(HandOff, rep_id=PRIYA))]
    assert "Operators need a refresher" in needs
    assert field.text() == ""


def test_a_hand_off_line_without_customer_is_refused_with_the_rules_sentence(rep, desk):
    rep.focus_on("Add a hand-off", Field)
    rep.press("Operators need a refresher", Qt.Key.Key_Return)
    assert "Choose account and partner team." in rep.page._right.hand_offs._words.text()


def test_private_notes_are_words_only_while_the_button_is_held(rep, desk):
    notes = desk.ask(lambda reads: reads.find(PrivateNote, rep_id=PRIYA))
    curtain = rep.page.widget.findChild(Curtain)
    assert curtain.accessibleName() == f"Private notes, {len(notes)}, covered"

    def on_screen():
        every = " ".join(label.text() for label in rep.window.findChildren(QLabel))
        return [note for note in notes if note.text in every]

    assert not on_screen()
    curtain.button.setFocus()
    QTest.keyPress(curtain.button, Qt.Key.Key_Space)
    assert len(on_screen()) == len(notes)
    QTest.keyRelease(curtain.button, Qt.Key.Key_Space)
    QApplication.sendPostedEvents(None, 52)
    assert not on_screen()


def test_a_private_note_is_added_by_one_line(rep, desk):
    rep.focus_on("Add a private note", Field)
    rep.press("Thinks about moving to Ghent", Qt.Key.Key_Return)
    texts = [note.text for note in desk.ask(lambda reads: reads.find(PrivateNote))]
    assert "Thinks about moving to Ghent" in texts
    assert "Ghent" not in " ".join(words(rep.page) + rep.said)


def test_the_first_private_note_shows_the_notice_before_it_is_kept(
    tmp_path, qtbot, theme, appearance
):
    desk = sample_desk(tmp_path, sample=False)
    ben = desk.do(add_rep, "Ben Adler").result
    screen = page_of(desk, qtbot, theme, appearance, ben.id)
    screen.focus_on("Add a private note", Field)
    screen.press("Thinks about moving", Qt.Key.Key_Return)
    assert not desk.ask(lambda reads: reads.find(PrivateNote))
    screen.press(Qt.Key.Key_Return)
    assert len(desk.ask(lambda reads: reads.find(PrivateNote))) == 1
    desk.close()


def test_a_new_rep_has_five_links_that_need_six_events(tmp_path, qtbot, theme, appearance):
    desk = sample_desk(tmp_path, sample=False)
    ben = desk.do(add_rep, "Ben Adler").result
    screen = page_of(desk, qtbot, theme, appearance, ben.id)
    links = screen.page.widget.findChildren(ChainLink)
    assert len(links) == 5
    assert all("needs 6 more" in link.accessibleName() for link in links)
    assert "No evidence yet" in words(screen.page)
    desk.close()


def test_a_talk_that_nobody_planned_can_be_planned_or_begun(tmp_path, qtbot, theme, appearance):
    desk = sample_desk(tmp_path, sample=False)
    ben = desk.do(add_rep, "Ben Adler").result
    screen = page_of(desk, qtbot, theme, appearance, ben.id)
    screen.press((Qt.Key.Key_P, CTRL | SHIFT))
    screen.press("Thu 10:30", Qt.Key.Key_Return)
    assert "Thu 10:30" in " ".join(words(screen.page))
    screen.undo()
    screen.press((Qt.Key.Key_Return, CTRL))
    assert screen.heard[-1][2] == "run"
    desk.close()


def test_the_page_follows_the_current_row(rep):
    rows = rep.focus_on("Evidence", Rows)
    rep.window.resize(1024, 680)
    QApplication.processEvents()
    for _step in range(11):
        rep.press("j")
    area = rows.visualRect(rows.currentIndex())
    top = rows.mapTo(rep.page.widget.viewport(), area.topLeft()).y()
    assert 0 <= top <= rep.page.widget.viewport().height() - area.height()


def test_the_steps_of_the_talk_have_keys_here_too(rep):
    rep.press((Qt.Key.Key_P, CTRL | SHIFT))
    assert rep.heard[-1][2] == "prepare"


@pytest.mark.parametrize("size", [(1360, 860), (1024, 680)])
@pytest.mark.parametrize("zoom", [80, 100, 200])
def test_nothing_sticks_out_of_the_page(rep, size, zoom):
    rep.window.resize(*size)
    rep.theme.use(zoom=zoom)
    QApplication.processEvents()
    page = rep.page.widget
    assert page.widget().minimumSizeHint().width() <= page.viewport().width()


def switched(rep):
    """To another rep and back."""
    rep.page.open(sample_id("marco"))
    other = (rep.page._right.hand_offs.line.text(), rep.page._right.private.line.text())
    rep.page.open(PRIYA)
    return other


def test_a_hand_off_line_is_kept_for_its_rep_while_others_are_looked_at(rep, desk):
    field = rep.focus_on("Add a hand-off", Field)
    rep.press("@Cobalt Lane #customer Operators need")
    assert switched(rep) == ("", "")
    assert field.text() == "@Cobalt Lane #customer Operators need"
    assert "Enter notes the need" in rep.page._right.hand_offs._words.text()
    rep.press(Qt.Key.Key_Return)
    switched(rep)
    assert field.text() == ""
    assert not desk.ask(any_unsaved)


def test_what_is_typed_is_kept_by_itself_and_found_after_a_restart(
    rep, desk, qtbot, theme, appearance
):
    rep.focus_on("Add a hand-off", Field)
    rep.press("@Cobalt Lane")
    qtbot.waitUntil(lambda: len(desk.ask(any_unsaved)) == 1, timeout=3000)
    again = page_of(desk, qtbot, theme, appearance, PRIYA)
    assert again.page._right.hand_offs.line.text() == "@Cobalt Lane"


def test_a_private_line_is_covered_until_it_is_asked_for(rep, desk):
    field = rep.focus_on("Add a private note", Field)
    rep.press("Thinks about moving to Ghent", Qt.Key.Key_Tab)
    assert field.text() == ""
    (kept,) = desk.ask(any_unsaved)
    assert kept.private
    assert field.accessibleDescription() == "A private line was kept: Enter shows it"
    switched(rep)
    assert field.text() == ""
    rep.focus_on("Add a private note", Field)
    rep.press("x", Qt.Key.Key_Return)
    assert field.text() == "Thinks about moving to Ghent"
    rep.press(Qt.Key.Key_Return)
    assert not desk.ask(any_unsaved)
    assert "Thinks about moving to Ghent" in [n.text for n in desk.ask(find_notes)]


def find_notes(reads):
    return reads.find(PrivateNote)
