"""The plan of a joint meeting on paper: what stands on it, read back by another program."""

from dataclasses import replace

import pytest

from coachdesk.reports.joint_meeting import render_joint_meeting
from coachdesk.views.briefs import Paper
from coachdesk.views.joint_brief import AskedLine, JointBrief, SaidLine, WhoLine
from tests.reports.reading import fonts_of, lines_of, pages_of

PLAN = JointBrief(
    language="en-GB",
    company="Harbour & Sons",
    account="Castellan Bank",
    rep="Viktor Hall",
    team="Field Service",
    day="Tuesday 10 March 2026",
    start="10:00",
    stage="Compare options",
    outcome="A trial on one line is worth a month.",
    issue="Two days per file go into corrections before it can be billed.",
    perspective="Three plants with the same start and what they would do differently.",
    who=(
        WhoLine(
            side="Customer", name="M. Castell", role="uses it", message="Try it on your own line."
        ),
        WhoLine(side="Rep", name="Viktor Hall", role="opens and sums up"),
        WhoLine(side="Partner", name="Ingrid"),
    ),
    said=(
        SaidLine(text="What we heard from you", owner="Viktor", minutes="5 minutes"),
        SaidLine(text="How others solved it", owner="Viktor and Ingrid", mark="two owners"),
    ),
    minutes="20 minutes",
    questions=(AskedLine(text="What would a good start look like?", who="Ingrid"),),
    silent_on="The price of the second plant.",
    notes="Viktor notes and sums up.",
    next_step="Agree on one line for a trial",
    next_owner="Ingrid",
    next_day="Tue 17 Mar",
)
EMPTY = JointBrief(
    language="en-GB", company="", account="Castellan Bank", rep="Viktor", team="Service", day="x"
)


def test_every_section_stands_on_the_one_page_in_its_order() -> None:
    (page,) = pages_of(render_joint_meeting(PLAN, "A4").pdf)
    order = (
        "Joint meeting: Viktor Hall with Field Service",
        "Castellan Bank",
        "Compare options",
        "What the customer should think or decide",
        "The customer’s issue",
        "Two days per file",
        "What we bring",
        "Who attends",
        "M. Castell",
        "Try it on your own line.",
        "Who says what",
        "What we heard from you",
        "5 minutes",
        "(two owners)",
        "Our two questions",
        "What would a good start look like?",
        "What we will not bring up",
        "Notes and sum-up",
        "Next step we propose",
        "Agree on one line for a trial",
        "Tue 17 Mar",
        "Ten minutes together before the meeting, not in the lobby.",
        "Afterwards",
    )
    places = [page.find(words, 40) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_what_is_empty_is_left_to_the_pen_and_what_is_kept_silent_on_is_left_out() -> None:
    rendered = render_joint_meeting(EMPTY, "A4")
    (page,) = pages_of(rendered.pdf)
    assert rendered.pages == 1
    assert "What we will not bring up" not in page
    for title in ("The customer’s issue", "Who attends", "Who says what", "Next step we propose"):
        assert title in page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_plan_at_every_limit_is_one_page_on_both_papers(paper: Paper) -> None:
    long = "Word and more " * 40
    full = replace(
        PLAN,
        **dict.fromkeys(("outcome", "issue", "perspective", "silent_on", "notes"), long),
        **dict.fromkeys(("next_step", "next_owner", "before", "account", "rep", "team"), long),
        who=(WhoLine(side="Customer", name=long, role=long, message=long),) * 12,
        said=(SaidLine(text=long, owner=long, minutes="5 minutes"),) * 12,
        questions=(AskedLine(text=long, who=long),) * 3,
    )
    rendered = render_joint_meeting(full, paper)
    assert rendered.pages == 1
    (page,) = pages_of(rendered.pdf)
    assert "Afterwards" in page
    assert page.count("more in the app") > 5
    assert "more" in page.split("Who says what")[0].rsplit("and ", 1)[-1]


def test_both_papers_carry_the_same_lines_in_our_fonts_and_the_same_bytes() -> None:
    a4 = render_joint_meeting(PLAN, "A4").pdf
    assert lines_of(a4) == lines_of(render_joint_meeting(PLAN, "Letter").pdf)
    assert a4 == render_joint_meeting(PLAN, "A4").pdf
    assert all(name.startswith("CoachdeskSans") and own for name, own in fonts_of(a4))


@pytest.mark.parametrize("odd", ["<b>Viktor & <para>", "W" * 40_000, "\x00 \ud800 😀", "שלום"])
def test_odd_words_do_not_stop_the_page(odd: str) -> None:
    plan = replace(
        PLAN,
        account=odd,
        issue=odd,
        who=(WhoLine(side="Customer", name=odd, role=odd, message=odd),),
        said=(SaidLine(text=odd, owner=odd),),
    )
    assert render_joint_meeting(plan, "A4").pages == 1
