"""The manager's brief before a talk on paper (document c): private, one to two pages.

It may hold private text, so it says on every page whose it is. Strings are whole, as written;
`limited` applies the limits of paper.
"""

from dataclasses import dataclass, replace

from coachdesk.views.briefs import EvidenceLine, PromiseLine
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, merge

LAST_CHARACTERS, CHECK_CHARACTERS, TALK_CHARACTERS = 400, 160, 200
EVIDENCE_CHARACTERS, LINE_CHARACTERS, SHIFT_CHARACTERS = 170, 110, 160
REQUEST_CHARACTERS, EXPECTATION_CHARACTERS, KNOWN_CHARACTERS = 200, 120, 140
NOTE_CHARACTERS = 200
PROMISES, EVIDENCE, HAND_OFFS, REQUESTS = 6, 8, 6, 4
SHIFTS, EXPECTATIONS, KNOWN, NOTES, BEHAVIOUR_LINES, QUESTIONS = 2, 3, 4, 5, 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One of the five checks, with the manager's private line if it was written."""

    title: str
    text: str
    line: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLine:
    """One observation since the last talk: where, what, and its ratings in letters."""

    day: str
    account: str
    ratings: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLine:
    """One behaviour: its letter, and x of n with range and label, or what is missing."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """A hand-off that is open or missed, with its age or cause in words."""

    account: str
    team: str
    expectation: str
    due: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagerBrief:
    """Document (c). Empty tuples print as the specification says of each section."""

    language: str
    company: str
    manager: str
    rep: str
    day: str
    hours: str
    since: str = ""
    moved: tuple[str, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    last_summary: str = ""
    last_words: str = ""
    last_words_day: str = ""
    is_first: bool = False
    checks: tuple[CheckLine, ...] = ()
    focus_letter: str = ""
    focus_title: str = ""
    focus_lines: tuple[str, ...] = ()
    focus_seen: tuple[EvidenceLine, ...] = ()
    seen: tuple[SeenLine, ...] = ()
    labels: tuple[LevelLine, ...] = ()
    shifts: tuple[str, ...] = ()
    hand_offs: tuple[WaitingLine, ...] = ()
    requests: tuple[str, ...] = ()
    balance: str = ""
    expectations: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    opening: str = ""
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    version: int = 1
    more_shifts: int = 0
    more_expectations: int = 0
    more_known: int = 0
    more_notes: int = 0


def limited(brief: ManagerBrief) -> ManagerBrief:
    """Each text cut to what its place holds; promises, events, hand-offs and requests roll."""
    shifts, more_shifts = merge(brief.shifts, SHIFTS)
    expectations, more_expectations = merge(brief.expectations, EXPECTATIONS)
    known, more_known = merge(brief.known, KNOWN)
    notes, more_notes = merge(brief.notes, NOTES)
    summary = cut(brief.last_summary, LAST_CHARACTERS)
    words = cut(brief.last_words, max(80, LAST_CHARACTERS - len(summary)))
    return replace(
        brief,
        rep=cut(brief.rep, NAME_CHARACTERS),
        manager=cut(brief.manager, NAME_CHARACTERS),
        promises=tuple(replace(p, text=cut(p.text, LINE_CHARACTERS)) for p in brief.promises),
        last_summary=summary,
        last_words=words,
        checks=tuple(replace(c, line=cut(c.line, CHECK_CHARACTERS)) for c in brief.checks),
        focus_lines=tuple(cut(t, TALK_CHARACTERS) for t in brief.focus_lines[:BEHAVIOUR_LINES]),
        focus_seen=tuple(
            replace(
                line,
                account=cut(line.account, NAME_CHARACTERS),
                words=cut(line.words, TALK_CHARACTERS),
            )
            for line in brief.focus_seen
        ),
        seen=tuple(
            replace(
                line,
                account=cut(line.account, NAME_CHARACTERS),
                words=cut(line.words, EVIDENCE_CHARACTERS),
            )
            for line in brief.seen
        ),
        shifts=tuple(cut(text, SHIFT_CHARACTERS) for text in shifts),
        hand_offs=tuple(_waiting(line) for line in brief.hand_offs),
        requests=tuple(cut(text, REQUEST_CHARACTERS) for text in brief.requests),
        expectations=tuple(cut(text, EXPECTATION_CHARACTERS) for text in expectations),
        known=tuple(cut(text, KNOWN_CHARACTERS) for text in known),
        questions=tuple(cut(text, CHECK_CHARACTERS) for text in brief.questions[:QUESTIONS]),
        notes=tuple(cut(text, NOTE_CHARACTERS) for text in notes),
        more_shifts=more_shifts,
        more_expectations=more_expectations,
        more_known=more_known,
        more_notes=more_notes,
    )


def _waiting(line: WaitingLine) -> WaitingLine:
    account, team = cut(line.account, 32), cut(line.team, 24)
    room = max(24, LINE_CHARACTERS - len(account) - len(team))
    return replace(line, account=account, team=team, expectation=cut(line.expectation, room))
