"""How the manager leads: the balance with each rep and all, over time, and what is behind it."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain import balance_rules as rules
from coachdesk.domain.people import Rep
from coachdesk.domain.statistics import p_ask_most, style, style_shown
from coachdesk.store.queries import insights as rows
from coachdesk.store.queries import people
from coachdesk.store.queries.insights import Given
from coachdesk.store.snapshot import Snapshot
from coachdesk.views import balance_words as words
from coachdesk.views.balance import Balance, BalanceWindow, GivenLine

YEAR_DAYS = rules.WINDOW_DAYS * rules.WINDOWS
KINDS = ("ask", "share", "mandate")


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything given in a year, counted by window, rep and kind."""

    until: date
    counts: Counter[tuple[int, UUID, str]]

    def window(self, number: int, rep_ids: Iterable[UUID]) -> BalanceWindow:
        """What these reps were given in one window."""
        first, last = rules.windows(self.until)[number]
        found = dict.fromkeys(KINDS, 0)
        for rep_id in rep_ids:
            for kind in KINDS:
                found[kind] += self.counts[number, rep_id, kind]
        return BalanceWindow(first_day=first, last_day=last, **found)


def tally(given: Sequence[Given], until: date) -> Tally:
    """Count what was given in the year up to a day."""
    return Tally(
        until,
        Counter((_number(item, until), item.rep_id, item.kind) for item in given),
    )


def balance_of(counted: Tally, rep: Rep, certainty: float) -> Balance:
    """The balance with one rep; windows before the rep came or after the rep left are no row."""
    history = tuple(
        counted.window(number, [rep.id])
        for number, days in enumerate(rules.windows(counted.until))
        if rules.was_on_team(rep, days)
    )
    return _balance(counted.window(0, [rep.id]), rep.id, history, certainty)


def balance_of_all(counted: Tally, teams: Sequence[Collection[UUID]], certainty: float) -> Balance:
    """The balance with all reps; `teams` are those of each window, the newest first."""
    history = tuple(counted.window(number, ids) for number, ids in enumerate(teams))
    return _balance(history[0], None, history, certainty)


def _balance(
    now: BalanceWindow,
    rep_id: UUID | None,
    history: tuple[BalanceWindow, ...],
    certainty: float,
) -> Balance:
    counts = {"ask": now.ask, "share": now.share, "mandate": now.mandate}
    shown = style_shown(**counts)
    p_ask = p_ask_most(**counts) if shown else None
    return Balance(
        rep_id=rep_id,
        **counts,
        style=style(**counts, certainty=certainty) if shown else None,
        p_ask=p_ask,
        words=words.balance_words(**counts, p_ask=p_ask),
        history=_begun(history),
    )


def _begun(history: tuple[BalanceWindow, ...]) -> tuple[BalanceWindow, ...]:
    """Quarters before anything was noted are no quarters in which nothing was asked."""
    kept = len(history)
    while kept and not history[kept - 1].n:
        kept -= 1
    return history[:kept]


def year_given(reads: Snapshot, until: date) -> list[Given]:
    """What reps were given in the year up to a day, of those who left since as well."""
    return rows.given(reads, after=until - timedelta(days=YEAR_DAYS), until=until)


def balance_with(reads: Snapshot, rep_id: UUID) -> Balance:
    """How the manager leads one rep, as of today; for the manager's eyes alone."""
    rep = next(rep for rep in people.reps_in_order(reads) if rep.id == rep_id)
    counted = tally(year_given(reads, reads.as_of), reads.as_of)
    return balance_of(counted, rep, people.workspace(reads).settings.certainty)


def behind_balance(reads: Snapshot, rep_id: UUID | None = None) -> tuple[GivenLine, ...]:
    """The requests, shares and requirements of a year, the newest first.

    Those of one rep, or of all who are counted: who was on the team when their quarter ended.
    """
    reps: dict[UUID, Rep] = {rep.id: rep for rep in people.reps_in_order(reads)}
    ends = [last for _first, last in rules.windows(reads.as_of)]
    found = sorted(year_given(reads, reads.as_of), key=_newest_first)
    return tuple(
        GivenLine(
            id=item.id,
            rep_id=item.rep_id,
            rep=reps[item.rep_id].first_name,
            kind=item.kind,
            day=item.day,
            text=item.text,
        )
        for item in found
        if item.rep_id == rep_id
        or (rep_id is None and reps[item.rep_id].is_active(ends[_number(item, reads.as_of)]))
    )


def _number(item: Given, until: date) -> int:
    return rules.window_of(item.day, until)


def requirements_in_a_row(given: Sequence[Given]) -> int:
    """How many requirements stand at the end of what was given to all reps."""
    return rules.requirements_in_a_row([(item.day, item.kind) for item in given])


def nudge_after(reads: Snapshot) -> str:
    """What to say just after a requirement was set; "" but for the third in a row.

    The row is the manager's with all reps: requiring is the manager's habit, and a request to
    another rep in between shows that it is none.
    """
    in_a_row = requirements_in_a_row(year_given(reads, reads.as_of))
    return words.nudge_words() if rules.is_time_to_ask(in_a_row) else ""


def _newest_first(item: Given) -> tuple[int, int, str]:
    return -item.day.toordinal(), KINDS.index(item.kind), item.text
