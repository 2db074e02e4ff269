"""The development record of a quarter, read back from its PDF by another program."""

# ruff: noqa: F811

from dataclasses import fields, replace
from datetime import date

import pytest

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import BehaviourKey, DocumentKind, Label, PrintMeans
from coachdesk.reports.development_record import render_development_record
from coachdesk.services.desk import Desk
from coachdesk.services.development_record import (
    development_record,
    draw_development_record,
    record_development_record,
)
from coachdesk.services.quarters import quarter_before
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.development_record import DevelopmentRecord, QuarterLine
from tests.hostile import OURS
from tests.reports.reading import pages_of
from tests.services.conftest import clock, desk, office, small_file, team_file  # noqa: F401
from tests.services.making import all_of, rep_called

EMPTY = DevelopmentRecord(
    language="en",
    company="Example Company",
    manager="Helen Marsh",
    rep="Priya Raman",
    quarter="October to December 2025",
)
LONG = "what was agreed in that meeting and why nobody can say so for certain yet " * 6
NEVER = ("loss of faith", "mandate", "challenge")


def full(words: str) -> DevelopmentRecord:
    """Every list long, every text the given one."""
    lists = ("plans", "requests", "gains")
    texts = {field.name: (words,) * 30 for field in fields(EMPTY) if field.name in lists}
    line = QuarterLine(
        letter="N",
        title="Need identification",
        counted="rated 4 or 5: 3 of 12",
        labels="start: Focus, end: not enough evidence, needs 2 more accounts, 1 more week",
    )
    return replace(
        EMPTY,
        rep=words,
        manager=words,
        role=words,
        behaviours=(line,) * 9,
        hand_offs=(words,) * 2,
        **texts,
    )


def read(record: DevelopmentRecord) -> str:
    """All pages as one line of text."""
    return " ".join(" ".join(pages_of(draw_development_record(record, "A4").pdf)).split())


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_an_empty_quarter_says_so_and_leaves_lines_to_write_on(paper) -> None:
    (page,) = pages_of(render_development_record(EMPTY, paper).pdf)
    said = ("No observations in this quarter.", "No hand-offs.", "No promises were due.")
    for words in (*said, "Evidence chosen together", "What changed", "Received"):
        assert words in page
    for title in ("Requests and requirements", "What each side gained", "Activities"):
        assert title not in page


@pytest.mark.parametrize("words", [LONG, *OURS])
def test_it_has_two_pages_however_much_there_is(words: str) -> None:
    # Nobody writes the widest letter only; even so nothing is lost.
    most = 3 if words == "W" * 200 else 2
    assert render_development_record(full(words), "A4").pages <= most


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 3, 10), date(2025, 10, 1), date(2025, 12, 31)),
        (date(2026, 4, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 12, 31), date(2026, 7, 1), date(2026, 9, 30)),
    ],
)
def test_the_quarter_is_the_calendar_quarter_that_ended_last(day, first, last) -> None:
    assert quarter_before(day) == (first, last)


def test_the_sample_team_fits_two_pages_each_with_nobody_else_and_nothing_private(
    desk: Desk,
) -> None:
    reps = all_of(desk, Rep)
    for rep in reps:
        record = desk.ask(development_record, rep.id)
        assert draw_development_record(record, "A4").pages <= 2
        text = read(record)
        assert not [word for word in NEVER if word in text.lower()]
        assert not [other.name for other in reps if other.id != rep.id and other.name in text]
        assert not [n for n in all_of(desk, PrivateNote) if " ".join(n.text.split()) in text]


def test_what_came_of_a_requirement_is_told_without_how_it_was_asked(desk: Desk) -> None:
    owen = desk.ask(development_record, rep_called(desk, "Owen").id)
    assert "Personal mail accounts: Requirement: met" in owen.requests
    aisha = desk.ask(development_record, rep_called(desk, "Aisha").id)
    assert "Check two days before the date: 2 requests, Requirement: open" in aisha.requests


def test_counts_are_those_of_the_quarter_with_the_managers_promises_first(desk: Desk) -> None:
    record = desk.ask(development_record, rep_called(desk, "Priya").id)
    assert record.seen == "13 observations, 4 accounts"
    assert record.behaviours[0].counted == "rated 4 or 5: 3 of 4"
    assert [line.split(":")[0] for line in record.promises] == ["Helen Marsh", "Priya Raman"]


def test_the_label_is_told_as_it_was_and_as_it_is(desk: Desk) -> None:
    priya = rep_called(desk, "Priya").id

    def a_strength_at_new_year(work: UnitOfWork) -> None:
        key = BehaviourKey.VALUE_POSITIONING
        found = work.find(LabelSnapshot, rep_id=priya, behaviour_key=key)[0]
        id, day = work.new_id(LabelSnapshot), date(2026, 1, 1)
        work.put(replace(found, id=id, eval_day=day, label=Label.STRENGTH))

    desk.load(a_strength_at_new_year)
    lines = desk.ask(development_record, priya, date(2026, 4, 1)).behaviours
    assert lines[1].labels == "start: Strength, end: not enough evidence"
    assert lines[4].labels == "end: not enough evidence, needs 1 more observation"


def test_it_is_remembered_as_a_record_about_the_rep(office: Desk) -> None:
    priya = rep_called(office, "Priya").id
    drawn = draw_development_record(office.ask(development_record, priya), "A4")
    record_development_record(office, priya, drawn.pdf, PrintMeans.FILE)
    (printed,) = all_of(office, PrintedDocument)
    assert (printed.kind, printed.subject_id) == (DocumentKind.RECORD, priya)
