"""Which kind of things a table holds, and what each of its columns means; a person may change both.

A column means one of the fields of its kind, one behaviour (whose ratings it holds), or nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coachdesk.domain.errors import InputError
from coachdesk.domain.import_words import ACCOUNT_HEADS, BEHAVIOUR_HEADS, OBSERVATION_HEADS
from coachdesk.domain.names import fold
from coachdesk.domain.reading import KnownBehaviour
from coachdesk.domain.roster_words import HEADER_WORDS, NAMING
from coachdesk.domain.tables import SEPARATORS, Table, TableRow, columns_of, read_table
from coachdesk.domain.vocabulary import BehaviourKey


class TableKind(StrEnum):
    """What the lines of a table are."""

    ROSTER = "roster"
    ACCOUNTS = "accounts"
    OBSERVATIONS = "observations"


class DayOrder(StrEnum):
    """How days such as 3/4/2026 are meant."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


NOT_USED = ""
FIELDS: dict[TableKind, tuple[str, ...]] = {
    TableKind.ROSTER: tuple(HEADER_WORDS),
    TableKind.ACCOUNTS: tuple(ACCOUNT_HEADS),
    TableKind.OBSERVATIONS: (*OBSERVATION_HEADS, *BehaviourKey),
}
NEEDED: dict[TableKind, tuple[str, ...]] = {
    TableKind.ROSTER: (),
    TableKind.ACCOUNTS: ("name",),
    TableKind.OBSERVATIONS: ("rep", "day", "comment"),
}
"""Without these columns there is nothing to be made of a line."""

_SEVERAL = frozenset(("behaviour", "rating"))


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column means, whether the first row is a header, and how its days are written."""

    kind: TableKind
    columns: tuple[str, ...]
    has_header: bool = True
    day_order: DayOrder | None = None

    def with_column(self, at: int, field: str) -> "Mapping":
        """One column means something else; what had that field has none, as each has one place."""
        columns = list(self.columns)
        if field not in _SEVERAL:
            columns = [NOT_USED if column == field else column for column in columns]
        columns[at] = field
        return replace(self, columns=tuple(columns))

    def with_days(self, order: DayOrder) -> "Mapping":
        """Days are written in that order."""
        return replace(self, day_order=order)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The columns that are needed and not there."""
        return tuple(field for field in NEEDED[self.kind] if field not in self.columns)


def guessed_kind(table: Table, behaviours: Sequence[KnownBehaviour] = ()) -> TableKind | None:
    """What the header says the lines are; None where it names nothing we know."""
    if not table.rows:
        return None
    first = table.rows[0]
    events = set(_heads(first, TableKind.OBSERVATIONS, behaviours))
    if "comment" in events and events & {"rep", "day"}:
        return TableKind.OBSERVATIONS
    if "rep" in events and events & {"behaviour", "rating", *BehaviourKey}:
        return TableKind.OBSERVATIONS
    accounts = set(_heads(first, TableKind.ACCOUNTS, behaviours))
    roster = columns_of(first, HEADER_WORDS)
    if "name" in accounts and ("name" not in roster or accounts & _OF_CUSTOMERS):
        return TableKind.ACCOUNTS
    return TableKind.ROSTER if NAMING & set(roster) else None


_OF_CUSTOMERS = frozenset(("industry", "size", "situation", "owner", "stage"))


def proposed(table: Table, kind: TableKind, behaviours: Sequence[KnownBehaviour] = ()) -> Mapping:
    """The meaning of each column by its head; a field that needs one place keeps the first."""
    width = max((len(row.cells) for row in table.rows), default=0)
    heads = _heads(table.rows[0], kind, behaviours) if table.rows else ()
    columns = [NOT_USED] * width
    for at, head in enumerate(heads):
        if head in _SEVERAL or head not in columns:
            columns[at] = head
    return Mapping(kind, tuple(columns), has_header=any(columns))


def header_separator(text: str) -> str:
    """What separates the first line into heads we know, or "" where it holds fewer than two.

    A header says more than the lines: comments are full of semicolons.
    """
    first = next((line for line in text.splitlines() if line.strip()), "")
    known = {separator: _count_known(first, separator) for separator in SEPARATORS}
    best = max(known, key=lambda separator: known[separator])
    return best if known[best] > 1 else ""


def _count_known(line: str, separator: str) -> int:
    try:
        rows = read_table(line, separator=separator).rows
    except InputError:
        return 0
    kinds = (TableKind.ACCOUNTS, TableKind.OBSERVATIONS)
    return max(
        (len([h for h in _heads(row, k, ()) if h]) for row in rows for k in kinds), default=0
    )


def lines_of(table: Table, mapping: Mapping) -> tuple[TableRow, ...]:
    """The rows below the header."""
    return table.rows[1:] if mapping.has_header else table.rows


def head_of(table: Table, mapping: Mapping, at: int) -> str:
    """The words over a column, "" without a header."""
    if not mapping.has_header or not table.rows or at >= len(table.rows[0].cells):
        return ""
    return table.rows[0].cells[at]


def _heads(row: TableRow, kind: TableKind, behaviours: Sequence[KnownBehaviour]) -> tuple[str, ...]:
    if kind is TableKind.ACCOUNTS:
        return columns_of(row, ACCOUNT_HEADS)
    if kind is TableKind.ROSTER:
        return columns_of(row, HEADER_WORDS)
    words = {**_behaviour_words(behaviours), **OBSERVATION_HEADS}
    # "Behaviour 2" and "Rating 2" are the second pair of a line.
    bare = TableRow(row.line, tuple(cell.rstrip(" 0123456789") for cell in row.cells))
    whole, numbered = columns_of(row, words), columns_of(bare, words)
    return tuple(
        one or (other if other in _SEVERAL else NOT_USED)
        for one, other in zip(whole, numbered, strict=True)
    )


def _behaviour_words(behaviours: Sequence[KnownBehaviour]) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {key: (key, *BEHAVIOUR_HEADS[key]) for key in BehaviourKey}
    for behaviour in behaviours:
        words[behaviour.key] += behaviour.words
    return words


def behaviour_named(typed: str, behaviours: Sequence[KnownBehaviour]) -> BehaviourKey | None:
    """The behaviour with that key, title, short title or letter."""
    key = columns_of(TableRow(0, (typed,)), _behaviour_words(behaviours))[0]
    if key:
        return BehaviourKey(key)
    letter = fold(typed)
    return next((b.key for b in behaviours if b.letter and fold(b.letter) == letter), None)
