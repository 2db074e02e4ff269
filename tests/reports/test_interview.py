"""The interview on paper, read back by another program."""

# ruff: noqa: F811

import pytest

from coachdesk.domain.errors import RuleError
from coachdesk.domain.interviews import Interview
from coachdesk.reports.interview import render_guide, render_record
from coachdesk.services.desk import Desk
from coachdesk.services.interview_pages import interview_page
from coachdesk.services.interview_prints import (
    guide_brief,
    record_file_name,
    save_guide,
    save_record,
)
from coachdesk.services.interviews import decide_on_candidate
from coachdesk.services.playbook import interview_guide
from coachdesk.views.interview_brief import AnsweredOnPaper, HeardOnPaper, RecordBrief
from tests.reports.reading import fonts_of, pages_of
from tests.services.conftest import clock, desk, team_file  # noqa: F401
from tests.services.making import all_of

LONG = "said who did what in the tender and how it went on from there " * 10


def test_the_blank_sheet_has_three_questions_to_a_page_and_room_to_write(desk: Desk, tmp_path):
    second = all_of(desk, Interview)[1]
    printed = save_guide(desk, second.id, tmp_path / "sheet.pdf")
    pages = pages_of((tmp_path / "sheet.pdf").read_bytes())
    assert len(pages) == printed.pages == 3
    for number, words in enumerate(interview_guide().values()):
        page = pages[number // 3]
        assert words.question in page
        assert all(anchor.split()[0] in page for anchor in words.anchors.values())
    assert "C-02" in pages[0]
    assert "Notes first, the rating after them." in pages[0]
    assert (
        "Candidate’s code: ____" in pages_of(render_guide(desk.ask(guide_brief), "Letter").pdf)[0]
    )


def test_the_record_says_who_heard_what_and_what_to_talk_about(desk: Desk, tmp_path):
    first, second = all_of(desk, Interview)
    desk.do(decide_on_candidate, first.id, "Offer for the north, from May")
    name = record_file_name(desk.ask(interview_page, first.id))
    assert name == "interview-c-01-2026-02-13.pdf"
    save_record(desk, first.id, tmp_path / name)
    text = " ".join(pages_of((tmp_path / name).read_bytes()))
    for words in ("Helen Marsh", "Ingrid Halvorsen", "Offer for the north, from May"):
        assert words in text
    assert text.count("talk about this one") == 3
    assert "erased on Friday 14 August 2026" in text
    with pytest.raises(RuleError, match="still open"):
        save_record(desk, second.id, tmp_path / name)


def test_the_longest_record_keeps_each_question_on_one_page_and_any_script_prints() -> None:
    heard = HeardOnPaper(interviewer="إنغريد 王", notes=LONG[:600], value=3)
    asked = AnsweredOnPaper(
        number=1, topic="Team selling", question=LONG[:300], heard=(heard, heard), apart=True
    )
    brief = RecordBrief(
        language="en",
        company="Example",
        code="C-01",
        position="x" * 80,
        day="Tuesday",
        interviewers="A, B",
        questions=(asked,) * 9,
        remarks=(),
        decision="",
        decided="",
        erased="",
    )
    done = render_record(brief, "A4")
    titles = [page.count("Team selling") for page in pages_of(done.pdf)]
    assert sum(titles) == 9
    assert all(embedded for _name, embedded in fonts_of(done.pdf))
