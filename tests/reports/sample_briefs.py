"""Briefs to print: a typical talk, and one at every limit."""

from dataclasses import replace

from coachdesk.views.briefs import (
    ChainLine,
    EvidenceLine,
    GainLine,
    HandOffLine,
    MissLine,
    PromiseLine,
    RequestLine,
    ShareLine,
    SummaryBrief,
    TalkedAbout,
)

CHAIN = (
    ChainLine(letter="N", title="Need identification", x=9, n=11),
    ChainLine(letter="V", title="Value positioning", x=6, n=8),
    ChainLine(letter="T", title="Transition to partner", x=2, n=7, focus=True),
    ChainLine(
        letter="F",
        title="Follow-through",
        x=3,
        n=4,
        missing="needs 2 more observations at 1 more account",
    ),
    ChainLine(letter="W", title="All win", x=1, n=3, missing="needs 3 more observations"),
)

TYPICAL = SummaryBrief(
    language="en-GB",
    company="Example Company",
    rep="Priya Raman",
    manager="Helen Marsh",
    day="Tuesday 10 March 2026",
    start="10:30",
    end="11:00",
    next_day="Tuesday 24 March",
    next_start="10:30",
    code="S-0310-PR",
    since="Tuesday 17 February",
    talked=TalkedAbout(
        summary="Priya wants to lead the Castellan Bank review in April. The creative queue is "
        "five days. Northwind worked because Priya named the goal and said who leads from here.",
        focus_letter="T",
        focus_title="Transition to partner",
        expectation="Every customer hears why, who leads, and what happens by when.",
    ),
    my_promises=(
        PromiseLine(text="Expectation template", due="Wed 11 March", state_word="open"),
        PromiseLine(text="Sit in on the Castellan hand-off", due="Thu 12 March", state_word="open"),
        PromiseLine(
            text="Raise the creative queue with Noor",
            due="Tue 3 March",
            state_word="kept",
            closed=True,
        ),
    ),
    went_well=(
        EvidenceLine(
            day="Thu 5 March",
            account="Northwind",
            letter="T",
            behaviour="Transition to partner",
            words="Brought Dana in with a clear hand-off: goal, lead and date said aloud, and "
            "stayed for ten minutes.",
            value=4,
            self_value=3,
        ),
    ),
    work_on=(
        EvidenceLine(
            day="Wed 4 March",
            account="Castellan Bank",
            letter="T",
            behaviour="Transition to partner",
            words="Introduced Dana by e-mail only; no context, no date.",
            value=2,
        ),
        EvidenceLine(
            day="Thu 26 Feb",
            account="Halden Foods",
            letter="T",
            behaviour="Transition to partner",
            words="Left early; the customer briefed Dana again.",
            value=2,
        ),
    ),
    behaviours=CHAIN,
    hand_offs=(
        HandOffLine(
            account="Castellan Bank",
            team="Creative",
            expectation="first layout seen",
            due="Fri 13 March",
            ageing="due soon",
        ),
        HandOffLine(
            account="Halden Foods",
            team="Research",
            expectation="panel date named",
            due="Mon 2 March",
            ageing="8 days late",
        ),
    ),
    requests=(
        RequestLine(
            label="Request 1",
            text="Write what Northwind should expect from creative",
            how="Draft from the template, Dana corrects it first",
            by_when="Fri 13 March",
            help="template by Wed 11 March",
            state_word="open",
        ),
    ),
    shares=(
        ShareLine(
            kind="Story",
            text="How I prepared my first account review: three questions, one page, one rehearsal "
            "with research.",
        ),
    ),
    rep_promises=(
        PromiseLine(
            text="Northwind expectations in writing", due="Fri 13 March", state_word="open"
        ),
        PromiseLine(text="Brief Dana before Castellan", due="Wed 11 March", state_word="open"),
    ),
)


def prose(characters: int) -> str:
    """Even prose of exactly that many characters, ending in a letter."""
    words = "the customer said aloud who leads and what happens by when "
    return (
        (words * (characters // len(words) + 1))[: characters - 1].rstrip().ljust(characters, "n")
    )


def promise_at_the_limit(number: int) -> PromiseLine:
    return PromiseLine(text=f"{number} {prose(67)}", due="Fri 13 March", state_word="open")


FULL_PAGE = replace(
    TYPICAL,
    talked=TalkedAbout(
        summary=prose(180),
        focus_letter="T",
        focus_title="Transition to partner",
        expectation=prose(95),
    ),
    my_promises=tuple(promise_at_the_limit(n) for n in range(3)),
    went_well=tuple(replace(TYPICAL.went_well[0], words=prose(120)) for _ in range(2)),  # type: ignore[index]
    work_on=tuple(replace(TYPICAL.work_on[0], words=prose(120)) for _ in range(2)),  # type: ignore[index]
    hand_offs=tuple(
        HandOffLine(
            account="Castellan Bank",
            team="Creative",
            expectation=prose(40),
            due="Fri 13 March",
            ageing="due soon",
        )
        for _ in range(3)
    ),
    requests=(),
    shares=(),
    rep_promises=tuple(promise_at_the_limit(n) for n in range(4)),
)
"""Every always-staying section, both promises and the hand-offs at their limits."""

OVERFULL = replace(
    FULL_PAGE,
    qualities=tuple(
        ChainLine(letter=letter, title=title, x=5, n=7)
        for letter, title in (("R", "Rapport"), ("E", "Empathy"), ("I", "Integrity"))
    ),
    misses=(
        MissLine(account="Halden Foods", cause="partner capacity", action="weekly early notice"),
    ),
    requests=TYPICAL.requests,
    shares=TYPICAL.shares,
    gains=(GainLine(account="Northwind", side="customer", outcome="won", words="saved two days"),),
)
