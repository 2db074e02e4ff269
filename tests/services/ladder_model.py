"""The table of rules §3 as a model: plain values, one function an event, no code of the program."""

from dataclasses import dataclass, replace
from datetime import date

LONG_ENOUGH = 20
MOVING = ("draft", "open")
# (state, event) -> what may follow: rules §3, read line by line.
TABLE = {
    ("ask", "draft", "start"): {"open"},
    ("ask", "draft", "discard"): {"gone"},
    ("ask", "open", "met"): {"met", "met_late"},
    ("ask", "open", "renegotiate"): {"open"},
    ("ask", "open", "close"): {"unmet"},
    ("ask", "open", "void"): {"void"},
    ("ask", "open", "withdraw"): {"withdrawn"},
    ("mandate", "open", "met"): {"met", "met_late"},
    ("mandate", "open", "close"): {"unmet"},
    ("mandate", "open", "withdraw"): {"withdrawn"},
}


@dataclass(frozen=True)
class Help:
    """What the manager promised for a request."""

    due: date
    state: str = "open"
    delivered: date | None = None


@dataclass(frozen=True)
class Step:
    """A request or a requirement; `promise` is the state of the rep's promise it became."""

    kind: str
    state: str
    day: date
    due: date | None = None
    first_due: date | None = None
    help: Help | None = None
    promise: str | None = None
    triggers: int = 0


class Refused(Exception):
    """The table refuses the event, by this code."""


@dataclass(frozen=True)
class Ladder:
    """Everything on one subject, in the order it was made."""

    steps: tuple[Step, ...] = ()

    def at(self, state: str) -> int | None:
        """Where the step in this state is; drafts: the first."""
        return next((n for n, step in enumerate(self.steps) if step.state == state), None)

    def put(self, n: int, event: str, **changes: object) -> "Ladder":
        """The step with what changed, if the table has the line."""
        old = self.steps[n]
        new = replace(old, **changes)  # type: ignore[arg-type]
        assert new.state in TABLE[old.kind, old.state, event]
        return Ladder((*self.steps[:n], new, *self.steps[n + 1 :]))

    def unmet(self) -> int:
        """How many requests went unmet."""
        return sum(step.kind == "ask" and step.state == "unmet" for step in self.steps)

    def refuse_end(self) -> None:
        """After an unmet requirement nothing follows."""
        if any(step.kind == "mandate" and step.state == "unmet" for step in self.steps):
            raise Refused("E-MAN-06")


def noted(ladder: Ladder, today: date) -> Ladder:
    """A draft: it occupies nothing."""
    return Ladder((*ladder.steps, Step("ask", "draft", today)))


def discarded(ladder: Ladder, n: int) -> Ladder:
    """A draft goes."""
    return Ladder((*ladder.steps[:n], *ladder.steps[n + 1 :]))


def started(
    ladder: Ladder, n: int, today: date, *, is_doubt: bool, how: bool, due: date, help: date | None
) -> Ladder:
    """The guards of “start ask”, then the promises of both sides."""
    ladder.refuse_end()
    if ladder.at("open") is not None:
        raise Refused("E-ASK-03")
    if not how or due < today or (help is not None and help > due):
        raise Refused("E-ASK-01")
    if is_doubt and not ladder.unmet():
        raise Refused("E-ASK-02")
    if help is not None and help < today:
        raise Refused("E-COM-01")
    return ladder.put(
        n,
        "start",
        state="open",
        day=today,
        due=due,
        first_due=due,
        help=None if help is None else Help(help),
        promise="open",
    )


def met(ladder: Ladder, n: int, day: date, today: date) -> Ladder:
    """Done on a day; a request is never done before it was made."""
    step = ladder.steps[n]
    if day > today or (step.kind == "ask" and day < step.day):
        raise Refused("E-ASK-04" if step.kind == "ask" else "E-MAN-03")
    in_time = step.due is not None and day <= step.due
    promise = None if step.kind == "mandate" else "kept" if in_time else "kept_late"
    return ladder.put(n, "met", state="met" if in_time else "met_late", promise=promise)


def renegotiated(ladder: Ladder, n: int, due: date, both: bool, today: date) -> Ladder:
    """A later day, before the old one passed."""
    step = ladder.steps[n]
    assert step.due is not None
    if today > step.due or not both or due <= step.due:
        raise Refused("E-ASK-05")
    return ladder.put(n, "renegotiate", due=due)


def failed(step: Step, today: date) -> bool:
    """Whether promised help did not come in time and the day was not moved by the delay."""
    if step.help is None:
        return False
    assert step.due is not None
    assert step.first_due is not None
    if step.help.delivered is None:
        return today > step.help.due
    delay = (step.help.delivered - step.help.due).days
    return delay > 0 and (step.due - step.first_due).days < delay


def closed(ladder: Ladder, n: int, today: date) -> Ladder:
    """Close as unmet."""
    step = ladder.steps[n]
    assert step.due is not None
    if today <= step.due:
        raise Refused("E-ASK-06" if step.kind == "ask" else "E-MAN-04")
    if step.help is not None and (step.help.delivered is None or failed(step, today)):
        raise Refused("E-ASK-07")
    promise = "broken" if step.kind == "ask" else None
    return ladder.put(n, "close", state="unmet", promise=promise)


def voided(ladder: Ladder, n: int, today: date) -> Ladder:
    """Void; help that never came is closed as broken."""
    step = ladder.steps[n]
    if not failed(step, today):
        raise Refused("E-ASK-08")
    assert step.help is not None
    help = step.help if step.help.state != "open" else replace(step.help, state="broken")
    return ladder.put(n, "void", state="void", promise="void", help=help)


def withdrawn(ladder: Ladder, n: int, reason: str) -> Ladder:
    """Taken back, with a reason."""
    step = ladder.steps[n]
    if not reason:
        raise Refused("E-ASK-09" if step.kind == "ask" else "E-MAN-05")
    promise = "withdrawn" if step.kind == "ask" else None
    return ladder.put(n, "withdraw", state="withdrawn", promise=promise)


def required(ladder: Ladder, today: date, due: date, skip: str) -> Ladder:
    """A requirement on unmet requests, or with the ladder skipped for a reason."""
    ladder.refuse_end()
    if due < today:
        raise Refused("E-MAN-01")
    if skip and len(skip) < LONG_ENOUGH:
        raise Refused("E-MAN-02")
    if ladder.at("open") is not None or not (skip or ladder.unmet()):
        raise Refused("E-MAN-01")
    triggers = 0 if skip else ladder.unmet()
    return Ladder((*ladder.steps, Step("mandate", "open", today, due, triggers=triggers)))


def helped(ladder: Ladder, n: int, day: date, today: date) -> Ladder:
    """The help of a step comes."""
    step = ladder.steps[n]
    assert step.help is not None
    if not step.day <= day <= today:
        raise Refused("E-COM-02")
    state = "kept" if day <= step.help.due else "kept_late"
    help = replace(step.help, state=state, delivered=day)
    return Ladder((*ladder.steps[:n], replace(step, help=help), *ladder.steps[n + 1 :]))
