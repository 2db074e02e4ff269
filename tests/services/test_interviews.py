"""Interviews: two sheets apart until both are closed, and erased so that no word is left."""

from pathlib import Path
from uuid import UUID

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.interviews import GuideQuestion, Interview, InterviewSheet
from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState
from coachdesk.services import interviews as work
from coachdesk.services.desk import Desk
from coachdesk.services.history import undo_last
from coachdesk.services.history_entries import history
from coachdesk.services.interview_files import read_second_sheet, save_blank_sheet
from coachdesk.services.interview_pages import interview_page, interviews
from coachdesk.services.people import add_account
from coachdesk.services.playbook import interview_guide
from coachdesk.views.interviews import InterviewPage
from tests.services.making import all_of, on, reads_by, refused
from tests.store.making import FakeClock, reopened

H1, H3 = GuideItem.H1, GuideItem.H3
HEARD = "Named the Zanzibar tender and who wrote which part of it."
OTHERS = "Spoke of the Zanzibar tender only as an own success."


def an_interview(desk: Desk, **fields: str) -> Interview:
    usual = {"code": "Quokka-7", "position": "Field sales, Ushuaia"}
    return desk.do(work.start_interview, **usual | fields).result


def page(desk: Desk, interview: Interview) -> InterviewPage:
    return desk.ask(interview_page, interview.id)


def answer(desk: Desk, sheet_id: UUID, value: int, notes: str = HEARD, item: GuideItem = H1):
    desk.do(work.note_answer, sheet_id, item, notes)
    desk.do(work.rate_answer, sheet_id, item, value)


def first_closed(desk: Desk) -> Interview:
    made = an_interview(desk)
    sheet = page(desk, made).sheets[0].id
    answer(desk, sheet, 4)
    desk.do(work.close_sheet, sheet)
    return made


def both_closed(desk: Desk) -> Interview:
    made = first_closed(desk)
    second = desk.do(work.open_second_sheet, made.id, "Ingrid Halvorsen").result
    answer(desk, second.id, 2, OTHERS)
    desk.do(work.close_sheet, second.id)
    return made


def test_an_interview_begins_with_the_managers_own_sheet(office: Desk) -> None:
    made = office.do(work.start_interview).result
    shown = page(office, made)
    assert (shown.code, shown.day, shown.state) == ("C-01", on(0), InterviewState.OPEN)
    assert [sheet.interviewer for sheet in shown.sheets] == ["Dana Whitfield"]
    assert office.ask(interviews).next_code == "C-02"
    assert refused(lambda: office.do(work.start_interview, code="c-01")) == "E-INT-07"


def test_the_two_sheets_stand_side_by_side_only_when_both_are_closed(office: Desk) -> None:
    made = an_interview(office)
    first = page(office, made).sheets[0].id
    answer(office, first, 4)
    assert refused(lambda: office.do(work.open_second_sheet, made.id, "Ingrid")) == "E-INT-01"
    office.do(work.close_sheet, first)
    second = office.do(work.open_second_sheet, made.id, "Ingrid").result
    answer(office, second.id, 2, OTHERS)
    assert page(office, made).compared == ()
    assert office.ask(interviews).candidates[0].values is None
    office.do(work.close_sheet, second.id)
    row = page(office, made).compared[0]
    assert (row.values, row.notes, row.apart) == ((4, 2), (HEARD, OTHERS), True)
    assert page(office, made).state is InterviewState.COMPARED
    assert office.ask(interviews).candidates[0].values[H1] == (4, 2)
    assert refused(lambda: answer(office, first, 5)) == "E-INT-02"
    undo_last(office)
    assert (page(office, made).state, page(office, made).compared) == (InterviewState.OPEN, ())


def test_an_open_second_sheet_can_be_taken_away_and_the_first_not(office: Desk) -> None:
    made = first_closed(office)
    second = office.do(work.open_second_sheet, made.id, "Ingird").result
    office.do(work.drop_second_sheet, second.id)
    assert len(page(office, made).sheets) == 1
    other = page(office, an_interview(office, code="C-9")).sheets[0].id
    assert refused(lambda: office.do(work.drop_second_sheet, other)) == "E-INT-08"


def test_a_second_sheet_comes_back_in_the_file_that_was_sent(office: Desk, tmp_path: Path) -> None:
    made, path = an_interview(office), tmp_path / "sheet.txt"
    office.do(work.reword_guide_question, H3, question="How did you sell, step by step?")
    save_blank_sheet(office, made.id, path)
    blank = path.read_text("utf-8")
    assert "candidate: Quokka-7" in blank
    assert refused(lambda: read_second_sheet(office, made.id, path)) == "E-INT-01"
    sheet = page(office, made).sheets[0].id
    answer(office, sheet, 4)
    office.do(work.close_sheet, sheet)
    filled = blank.replace("interviewer:", "interviewer: Ingrid").replace(
        "step by step?\nrating:\nnotes:", f"step by step?\nrating: 2\nnotes: {OTHERS}"
    )
    path.write_text(filled, "utf-8")
    read_second_sheet(office, made.id, path)
    second = page(office, made).sheets[1]
    assert (second.interviewer, second.is_open, second.answered) == ("Ingrid", True, 1)
    shown = second.answers[2]
    assert (shown.value, shown.notes) == (2, OTHERS)
    assert shown.question == "How did you sell, step by step?"


def test_a_broken_file_names_file_line_and_field_and_changes_nothing(office, tmp_path) -> None:
    made, path = first_closed(office), tmp_path / "sheet.txt"
    path.write_text("interviewer: Ingrid\n[H1]\nrating: 7\n", "utf-8")
    with pytest.raises(InputError, match=r"“sheet.txt”: Line 3, “H1 rating”: “7” is no rating"):
        read_second_sheet(office, made.id, path)
    path.write_bytes(b"x" * 300_000)
    with pytest.raises(InputError, match="too long"):
        read_second_sheet(office, made.id, path)
    with pytest.raises(InputError, match="could not be read"):
        read_second_sheet(office, made.id, tmp_path / "gone.txt")
    assert len(page(office, made).sheets) == 1


def test_a_question_asked_before_it_was_worded_anew_keeps_its_words(office: Desk) -> None:
    made = an_interview(office)
    sheet, shipped = page(office, made).sheets[0].id, interview_guide()[H1]
    answer(office, sheet, 4)
    office.do(work.reword_guide_question, H1, question="Whom did you sell with?", good="Names.")
    office.do(work.reword_guide_question, H3, question="Which steps?")
    answer(office, sheet, 3, item=H3)
    office.do(work.reset_guide_question, H3)
    shown = page(office, made).sheets[0].answers
    assert [shown[0].question, shown[2].question] == [shipped.question, "Which steps?"]
    row = office.ask(interviews).guide[0]
    assert (row.question, row.good, row.is_shipped) == ("Whom did you sell with?", "Names.", False)
    office.do(work.reword_guide_question, H1, question=shipped.question, good=shipped.good)
    assert all_of(office, GuideQuestion) == []


def test_the_decision_sets_a_day_to_erase_on_that_can_be_moved(office: Desk) -> None:
    made = both_closed(office)
    office.do(work.decide_on_candidate, made.id, "Offer made")
    shown = page(office, made)
    assert (shown.decision, shown.decided_on, shown.is_due) == ("Offer made", on(0), False)
    assert shown.erase_on.isoformat() == "2026-09-10"
    office.do(work.set_erase_day, made.id, on(0))
    assert page(office, made).is_due
    assert len(office.ask(work.interviews_to_erase)) == 1
    assert [row.code for row in office.ask(interviews).due] == ["Quokka-7"]


def test_an_erased_interview_leaves_no_word_in_the_file(office: Desk, clock: FakeClock) -> None:
    office.do(add_account, "Larkfield")
    made = both_closed(office)
    office.do(work.decide_on_candidate, made.id, "Zanzibar it is")
    undo_last(office)
    office.redo()
    path = office.store.path
    words = [b"Zanzibar", b"Quokka", b"Ushuaia", b"Ingrid"]
    assert all(word in path.read_bytes() for word in words)
    touched = office.erase(work.erase_interview, made.id).changes
    assert touched.touch([Interview, InterviewSheet])
    assert all_of(office, Interview) == all_of(office, InterviewSheet) == []
    assert not any(word in path.read_bytes() for word in words)
    later = reopened(office, clock)
    said = [(entry.kind, entry.what) for entry in later.ask(history)]
    assert said[0] == ("erase", "interview of a candidate")
    assert sum("interview" in what for _kind, what in said) == 1
    assert undo_last(later) == "new customer"
    later.close()


def test_a_sheet_that_was_taken_back_is_erased_with_its_interview(office: Desk) -> None:
    made = first_closed(office)
    second = office.do(work.open_second_sheet, made.id, "Ingrid").result
    office.do(work.note_answer, second.id, H1, OTHERS)
    office.do(work.drop_second_sheet, second.id)
    again = office.do(work.open_second_sheet, made.id, "Ingrid").result
    office.do(work.note_answer, again.id, H1, OTHERS)
    office.undo()
    office.undo()
    office.do(add_account, "Larkfield")
    assert b"only as an own success" in office.store.path.read_bytes()
    office.erase(work.erase_interview, made.id)
    assert not any(word in office.store.path.read_bytes() for word in (b"own success", b"Ingrid"))
    assert undo_last(office) == "new customer"
    assert refused(office.undo) == "E-UND-01"


def test_erasing_one_candidate_leaves_the_others_and_their_undo(office: Desk) -> None:
    gone, stays = first_closed(office), an_interview(office, code="C-2")
    office.do(work.change_interview, stays.id, code="C-3", position="", day=on(1))
    office.erase(work.erase_interview, gone.id)
    assert undo_last(office) == "candidate of an interview"
    assert page(office, stays).code == "C-2"
    assert undo_last(office) == "new interview"
    assert all_of(office, Interview) == []


def test_the_section_is_read_with_as_many_statements_for_any_number(office: Desk) -> None:
    an_interview(office)
    few = reads_by(office, lambda: office.ask(interviews))
    for n in range(4):
        an_interview(office, code=f"C-{n}")
    assert reads_by(office, lambda: office.ask(interviews)) == few
