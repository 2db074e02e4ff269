"""A baton line as screens and briefs show it: who holds a customer's promise, and since when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.baton import Holder
from coachdesk.domain.day_names import month_names
from coachdesk.domain.vocabulary import AskState, BehaviourKey, MandateState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

_MET = (AskState.MET, AskState.MET_LATE, MandateState.MET, MandateState.MET_LATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class HangingAsk:
    """A request or requirement that hangs on a line; `is_mine` unless the rep asks somebody."""

    subject: str
    day: date
    due_day: date | None
    state: AskState | MandateState
    is_mine: bool
    is_requirement: bool

    def is_overdue(self, as_of: date) -> bool:
        """Whether it is open past its day."""
        return self.state.value == "open" and self.due_day is not None and self.due_day < as_of


@dataclass(frozen=True, slots=True, kw_only=True)
class BatonLine:
    """One promise to a customer: `id` is the hand-off it is at, `reached` its five stages."""

    id: UUID
    rep_id: UUID
    rep_name: str
    initials: str
    account_id: UUID
    account: str
    team_id: UUID
    team: str
    what: str
    reached: tuple[bool, bool, bool, bool, bool]
    holder: Holder
    since: date
    held_days: int
    agreed_days: int | None
    due_day: date | None
    breaks_at: BehaviourKey | None
    links: int
    asks: tuple[HangingAsk, ...]
    shares: int
    words: str = ""

    @property
    def is_over(self) -> bool:
        """Whether nobody holds it any more."""
        return self.holder is Holder.ENDED

    @property
    def holder_name(self) -> str:
        """The rep or the partner team that has it; empty once the line ended."""
        if self.is_over:
            return ""
        return self.rep_name if self.holder is Holder.REP else self.team

    @property
    def days_over(self) -> int:
        """Days past the date agreed."""
        return 0 if self.agreed_days is None else max(0, self.held_days - self.agreed_days)

    @property
    def is_delivered(self) -> bool:
        """Whether the partner met the expectation."""
        return self.reached[3]


def sentence(line: BatonLine, as_of: date) -> str:
    """The line in one sentence: customer, holder, days against the agreed ones, break, request."""
    parts = [_held(line), _agreed(line), _breaks(line), *_asked(line, as_of)[:1]]
    return _("{account}: {story}").format(
        account=line.account, story=", ".join(part for part in parts if part)
    )


def _held(line: BatonLine) -> str:
    if line.is_over:
        return _("all three won") if line.reached[4] else _("ended")
    words = ngettext("with {who} for {n} day", "with {who} for {n} days", line.held_days)
    if line.held_days == 0:
        words = _("with {who} since today")
    said = words.format(who=line.holder_name, n=line.held_days)
    if line.is_delivered:
        return _("delivered, {said} to ask what the three got").format(said=said)
    return said


def _agreed(line: BatonLine) -> str:
    if line.agreed_days is not None:
        agreed = _("agreed {n}").format(n=line.agreed_days)
        if line.holder is Holder.OFFERED:
            return _("{agreed}, not accepted yet").format(agreed=agreed)
        return agreed
    is_waiting = line.holder is Holder.REP and not line.is_delivered
    return _("no date agreed") if is_waiting else ""


def _breaks(line: BatonLine) -> str:
    if line.breaks_at is None:
        return ""
    return _("breaks at {stage}").format(stage=stage_words()[line.breaks_at])


def stage_words() -> dict[BehaviourKey, str]:
    """The five stages as they stand inside a sentence."""
    return {
        BehaviourKey.NEED_IDENTIFICATION: _("the need"),
        BehaviourKey.VALUE_POSITIONING: _("value"),
        BehaviourKey.TRANSITION: _("transition"),
        BehaviourKey.FOLLOW_THROUGH: _("follow-through"),
        BehaviourKey.ALL_WIN: _("all win"),
    }


def telling(asks: tuple[HangingAsk, ...], as_of: date) -> tuple[HangingAsk, ...]:
    """What hangs on a line, the most telling first: not met, past its day, open, then the rest."""

    def rank(ask: HangingAsk) -> tuple[int, int]:
        kinds = (
            ask.state.value == "unmet",
            ask.is_overdue(as_of),
            ask.state.value == "open",
            True,
        )
        return kinds.index(True), -ask.day.toordinal()

    return tuple(sorted(asks, key=rank))


def _asked(line: BatonLine, as_of: date) -> list[str]:
    return [ask_words(ask, line.rep_name, as_of) for ask in telling(line.asks, as_of)]


def ask_words(ask: HangingAsk, rep_name: str, as_of: date) -> str:
    """“your request of 3 November not met”."""
    if ask.is_requirement:
        whose = _("your requirement of {day}")
    elif ask.is_mine:
        whose = _("your request of {day}")
    else:
        whose = _("{name}’s request of {day}")
    day = _("{day} {month}").format(day=ask.day.day, month=month_names()[ask.day.month - 1])
    return f"{whose.format(name=rep_name, day=day)} {_ask_state(ask, as_of)}"


def _ask_state(ask: HangingAsk, as_of: date) -> str:
    if ask.state in _MET:
        return _("met")
    if ask.is_overdue(as_of):
        return _("past its day")
    known = {"unmet": _("not met"), "open": _("open")}
    return known.get(ask.state.value, _("withdrawn"))


def hanging_words(asks: tuple[HangingAsk, ...], shares: int, rep_name: str, as_of: date) -> str:
    """“your request of 3 November not met, 1 share”: what hangs on a promise, in words."""
    parts = [ask_words(ask, rep_name, as_of) for ask in telling(asks, as_of)]
    if shares:
        parts.append(ngettext("{n} share", "{n} shares", shares).format(n=shares))
    return ", ".join(parts)
