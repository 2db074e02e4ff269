"""The quarterly development record of a rep on paper (document f): two pages at most.

It goes to the rep, so it has no place for anything private, nor for another rep. Strings are whole,
as written; `limited` applies the limits of paper.
"""

from dataclasses import dataclass, replace

from coachdesk.views.print_limits import NAME_CHARACTERS, cut, merge

REQUEST_CHARACTERS, GAIN_CHARACTERS, LINE_CHARACTERS = 120, 150, 110
CHANGED_CHARACTERS = 250
PLANS, REQUESTS, GAINS, HAND_OFFS = 2, 10, 4, 4
REQUESTS_ON_THE_FIRST_PAGE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterLine:
    """One behaviour over the quarter: how often, and the label as it was and as it is."""

    letter: str
    title: str
    counted: str
    labels: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DevelopmentRecord:
    """Document (f). Empty tuples print as the specification says of each section."""

    language: str
    company: str
    manager: str
    rep: str
    quarter: str
    role: str = ""
    span: str = ""
    seen: str = ""
    talks: str = ""
    behaviours: tuple[QuarterLine, ...] = ()
    plans: tuple[str, ...] = ()
    hand_offs: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    requests: tuple[str, ...] = ()
    gains: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    reading: tuple[str, ...] = ()
    version: int = 1
    more_requests: int = 0
    more_gains: int = 0


def limited(record: DevelopmentRecord) -> DevelopmentRecord:
    """Each text cut to what its place holds; gains and requests beyond their limit are counted."""
    requests, more_requests = merge(record.requests, REQUESTS)
    gains, more_gains = merge(record.gains, GAINS)
    return replace(
        record,
        rep=cut(record.rep, NAME_CHARACTERS),
        manager=cut(record.manager, NAME_CHARACTERS),
        role=cut(record.role, NAME_CHARACTERS),
        plans=_cut_all(record.plans[:PLANS], CHANGED_CHARACTERS),
        hand_offs=_cut_all(record.hand_offs[:HAND_OFFS], LINE_CHARACTERS),
        requests=_cut_all(requests, REQUEST_CHARACTERS),
        gains=_cut_all(gains, GAIN_CHARACTERS),
        more_requests=more_requests,
        more_gains=more_gains,
    )


def _cut_all(lines: tuple[str, ...], characters: int) -> tuple[str, ...]:
    return tuple(cut(text, characters) for text in lines)
