"""The table of rules §5 as a model: plain values, one function an event, no code of the program."""

from dataclasses import dataclass, replace
from datetime import date

# (state, event) -> what follows: rules §5, read line by line.
TABLE = {
    ("draft", "set"): "set",
    ("draft", "withdraw"): "withdrawn",
    ("set", "accept"): "set",
    ("set", "revise"): "set",
    ("set", "meet"): "met",
    ("set", "miss"): "missed",
    ("set", "withdraw"): "withdrawn",
    ("missed", "meet_late"): "met_late",
    ("missed", "close_unmet"): "closed_unmet",
    ("missed", "withdraw"): "withdrawn",
    ("met", "all_win"): "met",
    ("met_late", "all_win"): "met_late",
    ("closed_unmet", "all_win"): "closed_unmet",
}


class Refused(Exception):
    """The table refuses the event, by this code."""


@dataclass(frozen=True)
class Line:
    """A hand-off: its state, its days, and what each of the three got out of it."""

    created: date
    state: str = "draft"
    set_on: date | None = None
    due: date | None = None
    accepted: date | None = None
    met: date | None = None
    closed: date | None = None
    cause: str = ""
    revision: int = 1
    gains: tuple[tuple[str, str], ...] = ()


def _next(line: Line, event: str, **changes: object) -> Line:
    """What follows, if the table has the line (E-HND-12)."""
    if (line.state, event) not in TABLE:
        raise Refused("E-HND-12")
    return replace(line, state=TABLE[line.state, event], **changes)  # type: ignore[arg-type]


def _known(day: date | None) -> date:
    assert day is not None
    return day


def told(line: Line, due: date | None, person: str, text: str, today: date) -> Line:
    """What the customer was told, by when, by whom."""
    after = _next(line, "set", set_on=today, due=due)
    if due is None or due < today or not person or len(text) < 5:
        raise Refused("E-HND-02")
    return after


def accepted(line: Line, day: date) -> Line:
    """The partner takes it on."""
    after = _next(line, "accept", accepted=day)
    if day < _known(line.set_on):
        raise Refused("E-HND-03")
    return after


def revised(line: Line, due: date, both: bool, today: date) -> Line:
    """Another day, before the old one passed."""
    after = _next(line, "revise", due=due, revision=line.revision + 1)
    if today > _known(line.due) or not both or due <= today:
        raise Refused("E-HND-04")
    return after


def met(line: Line, day: date, today: date) -> Line:
    """Met by its day."""
    after = _next(line, "meet", met=day)
    if day > _known(line.due) or not _known(line.set_on) <= day <= today:
        raise Refused("E-HND-05")
    return after


def missed(line: Line, cause: str, today: date) -> Line:
    """Past its day."""
    after = _next(line, "miss", cause=cause)
    if today <= _known(line.due):
        raise Refused("E-HND-06")
    if not cause:
        raise Refused("E-HND-07")
    return after


def met_late(line: Line, day: date, today: date) -> Line:
    """Met after the miss."""
    after = _next(line, "meet_late", met=day)
    if not _known(line.due) < day <= today:
        raise Refused("E-HND-08")
    return after


def closed(line: Line, reason: str, today: date) -> Line:
    """Never met."""
    after = _next(line, "close_unmet", closed=today)
    if not reason:
        raise Refused("E-HND-09")
    return after


def withdrawn(line: Line, day: date, reason: str, today: date) -> Line:
    """The customer took the need back."""
    after = _next(line, "withdraw", closed=day)
    if not reason or not line.created <= day <= today:
        raise Refused("E-HND-10")
    return after


def all_win(line: Line, gains: dict[str, str]) -> Line:
    """What each of the three got out of it; a side that is not asked keeps its answer."""
    after = _next(line, "all_win", gains=tuple(sorted((dict(line.gains) | gains).items())))
    if sum(gain != "unknown" for gain in gains.values()) < 2:
        raise Refused("E-HND-11")
    return after
