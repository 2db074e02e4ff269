"""The year of one rep on one page, read back from its PDF by another program."""

# ruff: noqa: F811

from datetime import timedelta

import pytest

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.people import Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import OwnerSide
from coachdesk.reports.year_page import render_year_page
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import void_observation
from coachdesk.services.promises import keep_promise
from coachdesk.services.year_page import save_year_page, year_page
from coachdesk.views.year_page import Counted, Quarter, YearPage
from tests.hostile import OURS
from tests.reports.reading import pages_of
from tests.services.conftest import clock, desk, office, small_file, team_file  # noqa: F401
from tests.services.making import (
    NEED,
    TRANSITION,
    all_of,
    on,
    planned,
    promised,
    rep_called,
    seen,
)

LONG = "what we agreed in that long meeting about everything else that came up " * 6
VERDICTS = ("Strength", "Focus", "rated", "average", "score", "rank", "%")


def a_page(words: str = "Priya Raman", many: int = 0) -> YearPage:
    """Nothing counted; with `many`, every list long and every text the given one."""
    behaviours = [Counted(name=words, counts=(9999,) * 5, letter="N") for _n in range(9)]
    names = ("Needs recorded", "Expectations set", "Met", "Met late", "Not met")
    return YearPage(
        language="en",
        company=words,
        rep=words,
        role=words if many else "",
        first_day="Wed 11 Mar 2025",
        last_day="Tue 10 Mar 2026",
        joined="on the team since Wed 10 Sep 2025" if many else "",
        since="first noted on Wed 10 Sep 2025" if many else "",
        quarters=(Quarter(first="Wed 30 Sep", last="Wed 30 Dec"),) * 4,
        meetings=tuple(Counted(name="One-on-ones held", counts=(0,) * 5) for _n in range(6)),
        observations=(Counted(name="Observations", counts=(0,) * 5), *behaviours),
        promises=(Counted(name=words, counts=(0,) * 4),) * 2,
        asked=(Counted(name="Requirements", counts=(0,) * 5),) * 2,
        gains=(Counted(name=words, counts=(0,) * 4),) * 3,
        hand_offs=tuple(Counted(name=name, counts=(0,)) for name in names),
        plans=(words,) * many,
        agreed=(words,) * many,
    )


def text_of(desk: Desk, name: str) -> str:
    rep = rep_called(desk, name)
    (page,) = pages_of(render_year_page(desk.ask(year_page, rep.id), "A4").pdf)
    return page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_year_without_a_record_says_so_and_leaves_lines_to_write_on(office: Desk, paper) -> None:
    page = office.ask(year_page, rep_called(office, "Tom").id)
    (text,) = pages_of(render_year_page(page, paper).pdf)
    assert "No coaching plan ran in these twelve months." in text
    assert "No expectation was agreed in these twelve months." in text
    assert "no verdict" in text
    assert "Next year" in text


@pytest.mark.parametrize("words", [LONG, *OURS])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_it_is_one_page_whatever_is_on_it(words: str, paper) -> None:
    assert render_year_page(a_page(words, many=30), paper).pages == 1


def test_what_does_not_fit_is_counted() -> None:
    (text,) = pages_of(render_year_page(a_page(many=30), "A4").pdf)
    assert "and 28 more" in text  # of the plans
    assert "and 27 more" in text  # of what was agreed


def test_every_rep_of_the_sample_has_one_page_with_nothing_private_and_nobody_else(
    desk: Desk,
) -> None:
    reps = all_of(desk, Rep)
    notes = [note.text for note in all_of(desk, PrivateNote)]
    for rep in reps:
        text = text_of(desk, rep.first_name)
        others = {other.name for other in reps} - {rep.name}
        assert rep.name in text
        assert "Requirements" in text
        assert not [name for name in others if name in text]
        assert not [note for note in notes if note in text]
        assert not [word for word in VERDICTS if word in text]
        for word in ("loss of faith", "mandate", "challenge"):
            assert word not in text.casefold()


def test_it_counts_by_quarter_and_behaviour_and_leaves_void_ones_out(office: Desk) -> None:
    for days in (-400, -300, -1, -1):
        seen(office, (NEED, 2), (TRANSITION, 5), day=on(days))
    seen(office, (NEED, 4), rep="Tom")
    taken_back = seen(office, (NEED, 4), day=on(0))
    office.do(void_observation, taken_back.id, "Typed twice")
    page = office.ask(year_page, rep_called(office, "Priya").id)
    counts = {row.name: row.counts for row in page.observations}
    assert counts["Observations"] == (1, 0, 0, 2, 3)
    assert counts["Need identification"] == (1, 0, 0, 2, 3)
    assert counts["All win"] == (0, 0, 0, 0, 0)
    assert "Empathy" not in counts


def test_the_counts_do_not_know_how_anything_was_rated(office: Desk) -> None:
    seen(office, (NEED, 1))
    low = text_of(office, "Priya")
    office.undo()
    seen(office, (NEED, 5))
    assert text_of(office, "Priya") == low


def test_the_managers_promises_stand_first_ended_or_open(office: Desk, clock) -> None:
    kept, late = promised(office, OwnerSide.MANAGER, due=1), promised(office, OwnerSide.REP, due=1)
    promised(office, OwnerSide.REP, due=3)
    office.do(keep_promise, kept.id)
    clock.moment += timedelta(days=2)
    office.do(keep_promise, late.id)
    mine, theirs = office.ask(year_page, rep_called(office, "Priya").id).promises
    assert (mine.name, mine.counts) == ("Dana Whitfield", (1, 0, 0, 0))
    assert (theirs.name, theirs.counts) == ("Priya", (0, 1, 0, 1))


def test_printing_it_leaves_no_record(office: Desk, tmp_path) -> None:
    talk = planned(office)
    before = len(all_of(office, PrintedDocument))
    printed = save_year_page(office, talk.rep_id, tmp_path / "year.pdf", "A4")
    assert (printed.pages, len(all_of(office, PrintedDocument))) == (1, before)
    assert (tmp_path / "year.pdf").read_bytes() == printed.content
