"""What the page for two managers prints; nothing about single reps but who to talk to."""

from dataclasses import dataclass, replace
from typing import TypeVar

from coachdesk.views.print_limits import cut, merge

Line = TypeVar("Line")
GOALS, GOAL_CHARACTERS = 4, 180
PARTS, PART_CHARACTERS = 6, 110
OPEN, OPEN_CHARACTERS = 8, 110
CAUSES, COMING, COMING_CHARACTERS = 5, 6, 110
WORDS_CHARACTERS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """A goal of both: how it is measured, when it is due, who confirmed it, how it stands."""

    goal: str
    measure: str
    due: str
    state: str
    confirmed: str = ""
    dictated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """What one side does, by when, and how it stands."""

    who: str
    text: str
    due: str
    state: str = ""
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLine:
    """An open expectation; the rep stands there as who to talk to."""

    account: str
    expectation: str
    contact: str
    due: str
    ageing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """Work that is coming: when, where, what, how likely."""

    when: str
    account: str
    what: str
    likely: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentBrief:
    """Document (d). Empty tuples and texts print as the specification says of each section."""

    language: str
    company: str
    team: str
    manager: str
    peer: str
    day: str
    next_day: str = ""
    since: str = ""
    goals: tuple[GoalLine, ...] = ()
    parts: tuple[PartLine, ...] = ()
    results: tuple[str, ...] = ()
    expected: tuple[ExpectedLine, ...] = ()
    causes: tuple[str, ...] = ()
    works: str = ""
    change: str = ""
    coming: tuple[ComingLine, ...] = ()
    problem_path: str = ""
    steps: tuple[PartLine, ...] = ()
    version: int = 1
    more_expected: int = 0
    more_coming: int = 0


def limited(brief: AlignmentBrief) -> AlignmentBrief:
    """Each text cut to what its place holds, lists merged; goals and parts roll as a whole."""
    expected, more_expected = merge(brief.expected, OPEN)
    coming, more_coming = merge(brief.coming, COMING)
    return replace(
        brief,
        goals=tuple(
            replace(
                line,
                goal=cut(line.goal, max(60, GOAL_CHARACTERS - len(line.measure))),
                measure=cut(line.measure, GOAL_CHARACTERS),
            )
            for line in brief.goals
        ),
        parts=tuple(replace(line, text=cut(line.text, PART_CHARACTERS)) for line in brief.parts),
        steps=tuple(replace(line, text=cut(line.text, PART_CHARACTERS)) for line in brief.steps),
        expected=tuple(
            replace(line, expectation=cut(line.expectation, OPEN_CHARACTERS - len(line.account)))
            for line in expected
        ),
        causes=brief.causes[:CAUSES],
        coming=tuple(
            replace(line, what=cut(line.what, COMING_CHARACTERS - len(line.account)))
            for line in coming
        ),
        works=cut(brief.works, WORDS_CHARACTERS),
        change=cut(brief.change, WORDS_CHARACTERS),
        problem_path=cut(brief.problem_path, WORDS_CHARACTERS),
        more_expected=more_expected,
        more_coming=more_coming,
    )
