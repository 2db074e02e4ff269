"""What an unfolded event says below its words."""

from dataclasses import dataclass
from datetime import date

from coachdesk.domain.day_names import short_day
from coachdesk.domain.vocabulary import BehaviourKey, Gain, Side
from coachdesk.language import gettext as _
from coachdesk.language import quoted, within
from coachdesk.views.evidence import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetails:
    """Why an expectation was missed, how each side came out, what was added later."""

    missed: bool
    cause: str
    cause_note: str
    gains: tuple[tuple[Side, Gain, str], ...]
    added: tuple[tuple[date, str], ...]


def detail_lines(event: Event, details: EventDetails) -> tuple[str, ...]:
    """One line each, in the order in which a manager asks."""
    lines = [_("{value}: {words}").format(value=event.value, words=event.anchor)]
    if event.self_value is not None:
        words = _("{name} rates it {own}, you {value}")
        lines.append(words.format(name=event.rep_name, own=event.self_value, value=event.value))
    if details.missed:
        lines.append(missed_line(details))
    if details.gains and event.behaviour is BehaviourKey.ALL_WIN:
        lines.append(gains_line(event.rep_name, details))
    lines += [f"{short_day(day)}: {text}" for day, text in details.added]
    return tuple(lines)


def missed_line(details: EventDetails) -> str:
    """“Expectation missed, partner capacity: no analyst was free”."""
    words = _("Expectation missed")
    if details.cause:
        words = f"{words}, {within(details.cause)}"
    return f"{words}: {details.cause_note}" if details.cause_note else words


def gains_line(rep_name: str, details: EventDetails) -> str:
    """“Customer won “…”, Priya neutral, partner unknown”."""
    outcomes = {
        Gain.WON: _("won"),
        Gain.NEUTRAL: _("neutral"),
        Gain.LOST: _("lost"),
        Gain.UNKNOWN: _("unknown"),
    }
    sides = {Side.CUSTOMER: _("Customer"), Side.REP: rep_name, Side.PARTNER: _("Partner")}
    parts = []
    for side, outcome, words in details.gains:
        said = f" {quoted(words)}" if words else ""
        parts.append(f"{sides[side]} {outcomes[outcome]}{said}")
    return " · ".join(parts)
