"""The alignment page of two managers, read back from its PDF by another program."""

import re

import pytest

from coachdesk.domain.agreements import PeerAgreement
from coachdesk.domain.evidence import Observation
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.reports.alignment import render_alignment
from coachdesk.services.alignment import alignment_brief
from coachdesk.services.desk import Desk
from coachdesk.views.alignment_brief import (
    AlignmentBrief,
    ComingLine,
    ExpectedLine,
    GoalLine,
    PartLine,
)
from tests.reports.reading import fonts_of, pages_of
from tests.services.conftest import clock, desk, team_file  # noqa: F401
from tests.services.making import all_of

EMPTY = AlignmentBrief(
    language="en",
    company="Example Company",
    team="Creative",
    manager="Helen Marsh",
    peer="Noor Haddad",
    day="Tuesday 10 March 2026",
)
LONG = "what the customer was told and by when, said once more in other words " * 5


def full() -> AlignmentBrief:
    part = PartLine(who="Helen Marsh", text=LONG, due="Mon 27 Apr", state="open")
    expected = ExpectedLine(
        account="Cobalt",
        expectation="A date",
        contact="Tom Hartley",
        due="Fri 13 Mar",
        ageing="stale",
    )
    coming = ComingLine(when="Mon 16 Mar", account="Birch", what="A new line", likely="maybe")
    goal = GoalLine(goal=LONG[:200], measure="Calls", due="Mon 27 Apr", state="running")
    return AlignmentBrief(
        language="en",
        company="Example Company",
        team="Creative",
        manager="Helen Marsh",
        peer="Noor Haddad",
        day="Tuesday 10 March 2026",
        goals=(goal,) * 5,
        parts=(part,) * 8,
        results=("Hand-offs: set 3, met 2",) * 4,
        expected=(expected,) * 12,
        causes=("Partner capacity: 2",) * 7,
        works=f"{LONG}{LONG}",
        change=LONG,
        coming=(coming,) * 9,
        problem_path=LONG,
        steps=(part,) * 7,
    )


def test_an_empty_page_says_what_to_begin_with() -> None:
    (page,) = pages_of(render_alignment(EMPTY, "A4").pdf)
    for words in (
        "No mutual goal agreed yet: start here.",
        "Not settled.",
        "No hand-offs yet.",
        "Agree on this today.",
        "Helen Marsh and Noor Haddad",
    ):
        assert words in page
    for title in ("Open expectations", "Causes of misses", "What is coming"):
        assert title not in page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_an_overfull_page_merges_cuts_and_rolls_to_a_second(paper: str) -> None:
    rendered = render_alignment(full(), paper)  # type: ignore[arg-type]
    pages = pages_of(rendered.pdf)
    assert len(pages) == rendered.pages == 2
    text = " ".join(pages)
    assert "and 5 more" in text  # twelve expectations
    assert "and 4 more" in text  # nine notices
    assert text.count("Partner capacity: 2") == 5
    assert "(more in the app)" in text
    assert all(embedded for _name, embedded in fonts_of(rendered.pdf))


def test_a_goal_that_one_side_set_alone_says_so() -> None:
    goal = GoalLine(
        goal="Nine of ten",
        measure="Count",
        due="Mon 27 Apr",
        state="proposed",
        dictated="set by Noor Haddad alone",
    )
    brief = AlignmentBrief(
        language="en",
        company="",
        team="Creative",
        manager="Helen Marsh",
        peer="Noor Haddad",
        day="Tuesday 10 March 2026",
        goals=(goal,),
    )
    (page,) = pages_of(render_alignment(brief, "A4").pdf)
    assert "set by Noor Haddad alone" in page


def words_in(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_sample_teams_page_fits_and_holds_nothing_about_single_reps(
    desk: Desk,  # noqa: F811
) -> None:
    about_reps = [
        *(each.comment for each in all_of(desk, Observation)),
        *(note.text for note in all_of(desk, PrivateNote)),
        *(promise.text for promise in all_of(desk, Commitment) if promise.rep_id is not None),
    ]
    names = [rep.name for rep in all_of(desk, Rep)]
    for team in all_of(desk, PartnerTeam):
        brief = desk.ask(alignment_brief, team.id)
        rendered = render_alignment(brief, "A4")
        assert rendered.pages == 1, team.name
        text = words_in(" ".join(pages_of(rendered.pdf)))
        assert [words for words in about_reps if words_in(words) in text] == []
        contacts = {line.contact for line in brief.expected}
        assert [name for name in names if name in text and name not in contacts] == []
        peer = all_of(desk, PeerManager, team_id=team.id)[0]
        assert peer.name in text
        goal = all_of(desk, PeerAgreement, team_id=team.id)[0]
        is_open = goal.state.value in ("active", "proposed")
        assert (words_in(goal.goal) in text) is is_open
