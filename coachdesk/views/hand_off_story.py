"""One hand-off told as a story: a dated sentence for each step."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from coachdesk.domain.day_names import short_day
from coachdesk.domain.vocabulary import Gain, HandOffState, Side
from coachdesk.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """Another expectation: what and when it was before and after, who told the customer, why."""

    day: date
    text: str
    due_day: date
    old_text: str
    old_due_day: date
    told_by: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """An event of this hand-off: what the rep did, in the words of whoever saw it."""

    day: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GainTold:
    """How one of the three came out of it."""

    side: Side
    outcome: Gain
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffTold:
    """Everything known of a hand-off, as its story needs it.

    `first_text` and `first_due` are what the customer was told at first; `before` and `after` name
    the teams of the hand-offs it continues or that continue it. Days that nobody wrote are None.
    """

    rep: str
    account: str
    team: str
    person: str
    need: str
    created_day: date
    state: HandOffState
    value_reason: str = ""
    value_day: date | None = None
    first_text: str = ""
    set_day: date | None = None
    first_due: date | None = None
    due_day: date | None = None
    retold: Sequence[Retold] = ()
    moved_unseen: int = 0
    accepted_on: date | None = None
    met_day: date | None = None
    closed_day: date | None = None
    missed_day: date | None = None
    confirmed: bool | None = None
    cause: str = ""
    note: str = ""
    told_by: str = ""
    told_on: date | None = None
    seen: Sequence[Seen] = ()
    gains: Sequence[GainTold] = field(default_factory=tuple)
    before: str = ""
    after: Sequence[tuple[date, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A sentence with its day; what is not dated stands at the end."""

    day: date | None
    words: str

    @property
    def told(self) -> str:
        """“3 Feb: Priya heard the need: ….”."""
        if self.day is None:
            return self.words
        return _("{day}: {words}").format(day=short_day(self.day), words=self.words)


def story(told: HandOffTold) -> tuple[StoryLine, ...]:
    """The sentences in the order of their days; those of one day in the order of the steps."""
    lines = [*_beginning(told), *_going(told), *_ending(told)]
    dated = sorted((line for line in lines if line.day), key=lambda line: line.day or date.max)
    return (*dated, *(line for line in lines if line.day is None))


def _line(day: date | None, said: str, /, **values: str) -> StoryLine:
    return StoryLine(day=day, words=_sentence(said.format(**values)))


def _sentence(words: str) -> str:
    """With one full stop, also where what was quoted brought its own."""
    return words if words.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{words}."


def _beginning(told: HandOffTold) -> list[StoryLine]:
    lines = []
    if told.before:
        words = _("{rep} went on where {team} left off: {need}")
        lines.append(_line(told.created_day, words, rep=told.rep, team=told.before, need=told.need))
    else:
        words = _("{rep} heard the need: {need}")
        lines.append(_line(told.created_day, words, rep=told.rep, need=told.need))
    if told.value_reason:
        words = _("The customer said why to meet {team}: {why}")
        day = told.value_day or told.created_day
        lines.append(_line(day, words, team=told.team, why=told.value_reason))
    if told.set_day and told.first_due:
        words = _("{person} was named; the customer was told {due}: {text}")
        lines.append(
            _line(
                told.set_day,
                words,
                person=told.person or told.team,
                due=short_day(told.first_due),
                text=told.first_text,
            )
        )
    return lines


def _going(told: HandOffTold) -> list[StoryLine]:
    who = told.person or told.team
    lines = [_line(one.day, _("Seen: {words}"), words=one.words) for one in told.seen]
    if told.accepted_on:
        lines.append(_line(told.accepted_on, _("{who} accepted it"), who=who))
    for change in told.retold:
        lines.append(_retold(change))
    if told.moved_unseen:
        day = told.told_on if told.state is HandOffState.SET else None
        lines.append(_line(day, _("The customer was told another date")))
    if told.state in (HandOffState.MISSED, HandOffState.MET_LATE, HandOffState.CLOSED_UNMET):
        lines.append(_missed(told))
    lines += [_line(day, _("{team} went on with it"), team=team) for day, team in told.after]
    return lines


def _retold(change: Retold) -> StoryLine:
    parts = []
    if change.due_day != change.old_due_day:
        parts.append(
            _("{old} became {new}").format(
                old=short_day(change.old_due_day), new=short_day(change.due_day)
            )
        )
    if change.text != change.old_text:
        parts.append(_("“{old}” became “{new}”").format(old=change.old_text, new=change.text))
    told = _("{name} told the customer").format(name=change.told_by) if change.told_by else ""
    cause = _("the cause: {cause}").format(cause=change.cause) if change.cause else ""
    words = "; ".join(part for part in (", ".join(parts), cause, told) if part)
    return _line(change.day, "{words}", words=words)


def _missed(told: HandOffTold) -> StoryLine:
    parts = [_("The date was missed")]
    if told.cause:
        parts.append(_("the cause: {cause}").format(cause=told.cause))
    if told.note and told.state is not HandOffState.CLOSED_UNMET:
        parts.append(told.note)
    if told.told_by:
        on = short_day(told.told_on) if told.told_on else ""
        parts.append(_("{name} told the customer {day}").format(name=told.told_by, day=on).strip())
    day = told.missed_day or told.due_day
    return _line(day, "{words}", words="; ".join(part for part in parts if part))


def _ending(told: HandOffTold) -> list[StoryLine]:
    lines = []
    ends = {
        HandOffState.MET: _("It was met"),
        HandOffState.MET_LATE: _("It was met late"),
        HandOffState.CLOSED_UNMET: _("It was not met"),
        HandOffState.WITHDRAWN: _("The customer took the need back"),
    }
    if told.state in ends:
        confirmed = _("the customer confirmed it") if told.confirmed else ""
        note = "" if told.met_day else told.note
        words = "; ".join(part for part in (ends[told.state], confirmed, note) if part)
        lines.append(_line(told.met_day or told.closed_day, "{words}", words=words))
    known = [gain for gain in told.gains if gain.outcome is not Gain.UNKNOWN]
    if known:
        said = "; ".join(_gain(gain, told) for gain in known)
        lines.append(_line(None, "{words}", words=said))
    return lines


def _gain(gain: GainTold, told: HandOffTold) -> str:
    who = {
        Side.CUSTOMER: told.account,
        Side.REP: told.rep,
        Side.PARTNER: told.team,
    }[gain.side]
    outcome = {
        Gain.WON: _("{who} won"),
        Gain.NEUTRAL: _("{who} came out even"),
        Gain.LOST: _("{who} lost"),
    }[gain.outcome].format(who=who)
    return (
        _("{outcome}: “{words}”").format(outcome=outcome, words=gain.words)
        if gain.words
        else outcome
    )
