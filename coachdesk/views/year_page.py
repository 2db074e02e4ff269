"""The year of one rep on one page: counts and plans, no verdict. Nothing private is on it.

Counts are as they are; `limited` applies the limits of paper to what people typed.
"""

from dataclasses import dataclass, replace

from coachdesk.views.print_limits import LINE_LENGTH, NAME_CHARACTERS, Length, cut, merge

PLANS, AGREED = 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One row of a table: what was counted, and a count for each of its columns."""

    name: str
    counts: tuple[int, ...]
    letter: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """The first and last day of three months, in the words of a column."""

    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPage:
    """Twelve months of one rep; rows by quarter end with the whole year.

    `promises` count kept, kept late, missed, open, the manager’s first; `asked` all, met, met late,
    not met, open; `gains` won, neutral, lost, unknown. `joined` says since when the rep is here,
    `since` when the first was noted, if that was within these months.
    """

    language: str
    company: str
    rep: str
    role: str
    first_day: str
    last_day: str
    joined: str = ""
    since: str = ""
    quarters: tuple[Quarter, ...]
    meetings: tuple[Counted, ...]
    observations: tuple[Counted, ...]
    promises: tuple[Counted, ...]
    asked: tuple[Counted, ...]
    shares: int = 0
    gains: tuple[Counted, ...]
    hand_offs: tuple[Counted, ...]
    plans: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    version: int = 1
    more_plans: int = 0
    more_agreed: int = 0


def limited(page: YearPage, *, length: Length = len) -> YearPage:
    """Every text in the line it has, the lists no longer than the page; what is left is counted.

    Names beside figures are fitted where they are set.
    """
    plans, more_plans = merge(page.plans, PLANS)
    agreed, more_agreed = merge(page.agreed, AGREED)

    def line(text: str, characters: int) -> str:
        return cut(text, characters, room=characters, length=length)

    return replace(
        page,
        rep=line(page.rep, NAME_CHARACTERS),
        role=line(page.role, NAME_CHARACTERS),
        plans=tuple(line(text, LINE_LENGTH) for text in plans),
        agreed=tuple(line(text, LINE_LENGTH) for text in agreed),
        more_plans=more_plans,
        more_agreed=more_agreed,
    )
