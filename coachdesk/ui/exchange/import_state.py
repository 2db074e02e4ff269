"""What the import of a table shows: the table, its mapping, the dry run, and all of it in words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from coachdesk.domain.import_findings import LineFinding, Outcome
from coachdesk.domain.import_mapping import (
    FIELDS,
    NOT_USED,
    DayOrder,
    Mapping,
    TableKind,
    head_of,
    lines_of,
)
from coachdesk.domain.tables import Table
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted
from coachdesk.services.table_import import (
    Preview,
    field_words,
    kind_of,
    mapping_of,
    preview,
    table_of,
)

SAMPLES = 3
MOST_SHOWN = 200

Ask = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportState:
    """A table that was read, and what it would make."""

    text: str
    table: Table
    mapping: Mapping
    seen: Preview | None = None

    @property
    def kind(self) -> TableKind:
        """What the lines are."""
        return self.mapping.kind

    @property
    def columns(self) -> list[tuple[str, list[str]]]:
        """Each column of the table: its head, and its first cells."""
        rows = lines_of(self.table, self.mapping)[:SAMPLES]
        return [
            (
                head_of(self.table, self.mapping, at) or _("Column {n}").format(n=at + 1),
                [row.cells[at] if at < len(row.cells) else "" for row in rows],
            )
            for at in range(len(self.mapping.columns))
        ]


def state_of(text: str, ask: Ask) -> ImportState:
    """A table as it was read, with what is proposed; InputError if it cannot be read."""
    table = table_of(text)
    return with_kind(
        ImportState(text=text, table=table, mapping=Mapping(TableKind.ROSTER, ())),
        kind_of(table),
        ask,
    )


def with_kind(state: ImportState, kind: TableKind, ask: Ask) -> ImportState:
    """The lines are something else: the columns are proposed anew."""
    return with_mapping(state, mapping_of(state.table, kind), ask)


def with_mapping(state: ImportState, mapping: Mapping, ask: Ask) -> ImportState:
    """Other meanings of the columns, tried at once."""
    seen = None
    if mapping.kind is not TableKind.ROSTER:
        seen = ask(preview, state.table, mapping)
    return replace(state, mapping=mapping, seen=seen)


def choices(kind: TableKind) -> list[tuple[str, str]]:
    """What a column can mean."""
    return [(NOT_USED, _("Not used")), *((field, field_words(field)) for field in FIELDS[kind])]


def kind_options() -> list[tuple[str, str]]:
    """What the lines of a table can be."""
    return [
        (TableKind.OBSERVATIONS, _("Events")),
        (TableKind.ACCOUNTS, _("Customers")),
        (TableKind.ROSTER, _("Reps")),
    ]


def order_options() -> list[tuple[str, str]]:
    """How days such as 3/4 can be meant."""
    return [
        (DayOrder.DAY_FIRST, _("Day/month: 3/4 is in April")),
        (DayOrder.MONTH_FIRST, _("Month/day: 3/4 is in March")),
    ]


def in_the_way(seen: Preview) -> str:
    """What must be chosen before anything can be made; "" if nothing."""
    if seen.lacks:
        heads = ", ".join(quoted(field_words(field)) for field in seen.lacks)
        return ngettext(
            "Choose the column for {heads}.", "Choose the columns for {heads}.", len(seen.lacks)
        ).format(heads=heads)
    if seen.asks_day_order:
        return _("The days can be read in two ways. Choose one.")
    return ""


def counts(seen: Preview) -> str:
    """What the import will make, skip and leave out."""
    parts = [
        _events(len(seen.observations)) if seen.observations else "",
        _customers(len(seen.accounts)) if seen.accounts else "",
        _new(seen),
        _lines(Outcome.INBOX, len(seen.drafts)),
        _lines(Outcome.SKIPPED, len(seen.having(Outcome.SKIPPED))),
        _lines(Outcome.ODD, len(seen.having(Outcome.ODD))),
    ]
    said = ", ".join(part for part in parts if part)
    return f"{said}." if said else _("The table has no lines.")


def _new(seen: Preview) -> str:
    n, teams = len(seen.new_customers), len(seen.new_teams)
    parts = []
    if n:
        parts.append(ngettext("{n} new customer", "{n} new customers", n).format(n=n))
    if teams:
        words = ngettext("{n} new partner team", "{n} new partner teams", teams)
        parts.append(words.format(n=teams))
    return ", ".join(parts)


def _lines(outcome: Outcome, n: int) -> str:
    if not n:
        return ""
    words = {
        Outcome.INBOX: ngettext("{n} line waits in the Inbox", "{n} lines wait in the Inbox", n),
        Outcome.SKIPPED: ngettext("{n} skipped", "{n} skipped", n),
        Outcome.ODD: ngettext("{n} odd line is left out", "{n} odd lines are left out", n),
    }
    return words[outcome].format(n=n)


def _events(n: int) -> str:
    return ngettext("{n} event", "{n} events", n).format(n=n)


def _customers(n: int) -> str:
    return ngettext("{n} customer", "{n} customers", n).format(n=n)


def import_words(state: ImportState | None) -> str:
    """The words of the button."""
    if state is None:
        return _("Read it")
    if state.seen is None:
        return _("Check these reps")
    if state.seen.observations:
        return _("Import {what}").format(what=_events(len(state.seen.observations)))
    if state.seen.accounts:
        return _("Import {what}").format(what=_customers(len(state.seen.accounts)))
    if state.seen.drafts:
        n = len(state.seen.drafts)
        return ngettext("Put {n} line into the Inbox", "Put {n} lines into the Inbox", n).format(
            n=n
        )
    return _("Import")


def done_words(seen: Preview) -> str:
    """What was done, for the undo bar."""
    if seen.accounts:
        what = _customers(len(seen.accounts))
    elif seen.observations:
        what = _events(len(seen.observations))
    else:
        n = len(seen.drafts)
        return ngettext("{n} line put into the Inbox", "{n} lines put into the Inbox", n).format(
            n=n
        )
    return _("{what} imported").format(what=what)


def finding_words(finding: LineFinding) -> str:
    """A finding as a sentence."""
    if finding.outcome is Outcome.INBOX:
        return _("{words} It waits in the Inbox.").format(words=finding.words)
    if finding.outcome is Outcome.SKIPPED:
        return _("{words} Skipped.").format(words=finding.words)
    return f"{finding.words} {finding.next_step}".strip()
