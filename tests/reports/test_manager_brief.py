"""The manager's brief before a talk, read back from its PDF by another program."""

# ruff: noqa: F811

from dataclasses import fields, replace

import pytest

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import DocumentKind, NoteAbout, PrintMeans, TalkState
from coachdesk.reports.manager_brief import render_manager_brief
from coachdesk.services.desk import Desk
from coachdesk.services.manager_brief import (
    draw_manager_brief,
    manager_brief,
    record_manager_brief,
)
from coachdesk.services.playbook import gate_checks
from coachdesk.services.private_notes import write_private_note
from coachdesk.views.manager_brief import CheckLine, ManagerBrief
from tests.hostile import OURS
from tests.reports.reading import boxes_in_the_header, pages_of
from tests.services.conftest import clock, desk, office, small_file, team_file  # noqa: F401
from tests.services.making import all_of, planned, rep_called

PRIVATE = "Private – for the manager only"
EMPTY = ManagerBrief(
    language="en",
    company="Example Company",
    manager="Helen Marsh",
    rep="Priya Raman",
    day="Tuesday 10 March 2026",
    hours="10:30, 30 minutes",
    is_first=True,
    checks=(CheckLine(title="Last time", text="Read it?", line="", done=False),),
)
GATE = gate_checks()[2].text
LONG = "what was said in that meeting and why nobody can say so for certain yet " * 6


def full(words: str) -> ManagerBrief:
    """Every list long, every text the given one."""
    texts = {
        field.name: (words,) * 9
        for field in fields(EMPTY)
        if field.name in ("shifts", "requests", "expectations", "known", "questions", "notes")
    }
    check = CheckLine(title="Last time", text=GATE, line=words, done=True)
    return replace(EMPTY, last_summary=words, last_words=words, checks=(check,) * 5, **texts)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_nothing_known_says_what_to_do(paper) -> None:
    (page,) = pages_of(render_manager_brief(EMPTY, paper).pdf)
    for words in ("None open.", "First session.", "No observations. Ask first.", "Pick three."):
        assert words in page
    for title in ("Your private notes", "What may have changed", "Your balance"):
        assert title not in page


@pytest.mark.parametrize("words", ["W" * 60, "a rather long name of a company " * 2, "日本語" * 20])
def test_long_names_do_not_run_into_the_mark(words: str) -> None:
    brief = replace(EMPTY, company=words, rep=words)
    left, mark, right = boxes_in_the_header(render_manager_brief(brief, "A4").pdf)
    assert left[1] < mark[0]
    assert mark[1] < right[0]


@pytest.mark.parametrize("words", [LONG, *OURS])
def test_every_page_says_whose_it_is_whatever_is_on_it(words: str) -> None:
    done = render_manager_brief(full(words), "A4")
    pages = pages_of(done.pdf)
    assert done.pages <= (4 if words == "W" * 200 else 3)
    assert all(PRIVATE in page for page in pages)


def test_the_sample_fits_two_pages_and_holds_the_private_lines(desk: Desk) -> None:
    talks = all_of(desk, CoachingSession, state=TalkState.PREPARED)
    talk = next(t for t in talks if all_of(desk, PrivateNote, about_id=t.id))
    drawn = draw_manager_brief(desk.ask(manager_brief, talk.id), "A4")
    text = " ".join(" ".join(pages_of(drawn.pdf)).split())
    assert drawn.pages <= 2
    for note in all_of(desk, PrivateNote, about=NoteAbout.SESSION, about_id=talk.id):
        assert note.text in text
    record_manager_brief(desk, talk.id, drawn.pdf, PrintMeans.FILE)
    (printed,) = (p for p in all_of(desk, PrintedDocument) if p.kind is DocumentKind.BRIEF)
    assert printed.subject_id == talk.id


def test_notes_about_another_rep_are_not_on_it(office: Desk) -> None:
    talk = planned(office, "Priya")
    for name in ("Priya", "Tom"):
        rep = rep_called(office, name).id
        note = {"about": NoteAbout.REP, "about_id": rep, "rep_id": rep}
        office.do(write_private_note, **note, text=f"Noted about {name} alone")
    brief = office.ask(manager_brief, talk.id)
    assert [note.split(": ")[1] for note in brief.notes] == ["Noted about Priya alone"]
