"""The early-access sheet for a partner team on paper (document e): what may be coming, one page.

Strings are whole, as written; `limited` applies the limits of paper.
"""

from dataclasses import dataclass, replace

from coachdesk.views.print_limits import NAME_CHARACTERS, cut, merge

COMING, CHANGED, QUESTIONS, EXPECTED, WANTED, ABLE = 10, 5, 5, 6, 4, 5
COMING_CHARACTERS, CHANGED_CHARACTERS, LINE_CHARACTERS, EXPECTED_CHARACTERS = 140, 100, 120, 110


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """One thing that may come; `about` is its size, priority and why it is so likely."""

    account: str
    what: str
    when: str
    likely: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedLine:
    """A hand-off the team has now."""

    account: str
    expectation: str
    person: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyBrief:
    """Document (e). Empty tuples print as the specification says of each section."""

    language: str
    company: str
    team: str
    day: str
    contact: str
    next_update: str = ""
    coming: tuple[ComingLine, ...] = ()
    changed: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    expected: tuple[ExpectedLine, ...] = ()
    wanted: tuple[str, ...] = ()
    able: tuple[str, ...] = ()
    version: int = 1
    more_changed: int = 0
    more_questions: int = 0
    more_expected: int = 0
    more_wanted: int = 0
    more_able: int = 0


def limited(brief: EarlyBrief) -> EarlyBrief:
    """Each text cut to what its place holds, lists merged; what may be coming rolls as a whole."""
    changed, more_changed = merge(brief.changed, CHANGED)
    questions, more_questions = merge(brief.questions, QUESTIONS)
    expected, more_expected = merge(brief.expected, EXPECTED)
    wanted, more_wanted = merge(brief.wanted, WANTED)
    able, more_able = merge(brief.able, ABLE)
    return replace(
        brief,
        team=cut(brief.team, NAME_CHARACTERS),
        contact=cut(brief.contact, NAME_CHARACTERS),
        coming=tuple(_coming(line) for line in brief.coming),
        changed=tuple(cut(line, CHANGED_CHARACTERS) for line in changed),
        questions=tuple(cut(line, LINE_CHARACTERS) for line in questions),
        expected=tuple(
            replace(
                line,
                account=cut(line.account, NAME_CHARACTERS),
                expectation=cut(line.expectation, EXPECTED_CHARACTERS - NAME_CHARACTERS),
                person=cut(line.person, NAME_CHARACTERS),
            )
            for line in expected
        ),
        wanted=tuple(cut(line, EXPECTED_CHARACTERS) for line in wanted),
        able=tuple(cut(line, LINE_CHARACTERS) for line in able),
        more_changed=more_changed,
        more_questions=more_questions,
        more_expected=more_expected,
        more_wanted=more_wanted,
        more_able=more_able,
    )


def _coming(line: ComingLine) -> ComingLine:
    """What is there to plan with comes first; the reason gives way."""
    account = cut(line.account, NAME_CHARACTERS)
    what = cut(line.what, COMING_CHARACTERS - len(account))
    room = max(40, COMING_CHARACTERS - len(account) - len(what))
    return replace(line, account=account, what=what, about=cut(line.about, room))
