"""Tables of customers or events on disk, taken whole or not at all: nobody looks at them."""

import getpass
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.domain.errors import InputError
from coachdesk.domain.import_findings import LineFinding, Outcome
from coachdesk.domain.import_mapping import Mapping, TableKind
from coachdesk.domain.tables import Table
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted
from coachdesk.services.desk import Clock, Desk
from coachdesk.services.odd_lines import refused_lines
from coachdesk.services.opening import build_store, open_for_reading
from coachdesk.services.people import ensure_workspace
from coachdesk.services.roster_files import Taken, naming, read_text
from coachdesk.services.table_import import (
    Preview,
    field_words,
    import_table,
    kind_of,
    mapping_of,
    preview,
    table_of,
)
from coachdesk.store.opening import open_store

_MOST_NAMED = 5


def read_table_file(path: Path) -> Table:
    """The rows of a file; InputError names the file and what is wrong with it."""
    with naming(path):
        return table_of(read_text(path))


def kind_of_file(path: Path) -> TableKind:
    """What a file's header says its lines are; what is no table may still be a list of reps."""
    with naming(path):
        text = read_text(path)
    try:
        return kind_of(table_of(text))
    except InputError:
        return TableKind.ROSTER


def import_table_file(
    path: Path, kind: TableKind, store: Path, clock: Clock, *, dry_run: bool = False
) -> Taken:
    """Make what the lines say in one change that can be undone; odd lines refuse the file."""
    table = read_table_file(path)
    mapping = mapping_of(table, kind)
    if not store.exists():
        return _into_new_store(table, mapping, path.name, store, clock, dry_run=dry_run)
    opened = open_for_reading(store, clock) if dry_run else open_store(store, now=clock())
    with closing(Desk(opened, clock)) as desk:
        return _take(desk, table, mapping, path.name, dry_run=dry_run)


def _into_new_store(
    table: Table, mapping: Mapping, name: str, store: Path, clock: Clock, *, dry_run: bool
) -> Taken:
    """Fill a store that is not there yet, or with `dry_run` one that is thrown away."""
    taken: list[Taken] = []

    def fill(desk: Desk) -> None:
        desk.load(ensure_workspace, getpass.getuser())
        taken.append(_take(desk, table, mapping, name, dry_run=dry_run))

    if dry_run:
        with TemporaryDirectory(prefix="coachdesk-import-") as folder:
            build_store(Path(folder) / "trial.coachdesk", clock, fill)
    else:
        build_store(store, clock, fill)
    return taken[0]


def _take(desk: Desk, table: Table, mapping: Mapping, name: str, *, dry_run: bool) -> Taken:
    seen = desk.ask(preview, table, mapping)
    _refuse(seen, name)
    created = seen.created
    if created and not dry_run:
        created = desk.do(import_table, table, mapping).result
    return Taken(created, _notices(seen))


def _refuse(seen: Preview, name: str) -> None:
    """What a person would have to look at refuses the file."""
    if seen.lacks:
        heads = ", ".join(field_words(field) for field in seen.lacks)
        raise InputError(
            _("“{file}” has no column for: {heads}.").format(file=name, heads=heads),
            _("Write a header with these words; nothing was changed."),
            code="format",
        )
    if seen.asks_day_order:
        raise InputError(
            _("The days in “{file}” can be read in two ways, such as 3/4.").format(file=name),
            _("Write them like 2026-03-13, or import the file in the window."),
            code="format",
        )
    odd = seen.having(Outcome.ODD)
    if odd:
        raise refused_lines(odd, name)
    if seen.is_empty and not seen.findings:
        raise InputError(
            _("“{file}” has no lines.").format(file=name), _("Nothing was changed."), code="format"
        )


def _notices(seen: Preview) -> tuple[str, ...]:
    said = []
    waiting, skipped = seen.having(Outcome.INBOX), seen.having(Outcome.SKIPPED)
    if seen.new_customers:
        said.append(_("New customers: {names}.").format(names=_named(seen.new_customers)))
    if seen.new_teams:
        said.append(_("New partner teams: {names}.").format(names=_named(seen.new_teams)))
    if waiting:
        words = ngettext(
            "Line {lines} waits in the Inbox.", "Lines {lines} wait in the Inbox.", len(waiting)
        )
        said.append(words.format(lines=_numbers(waiting)))
    if skipped:
        words = ngettext(
            "Line {lines} is here already.", "Lines {lines} are here already.", len(skipped)
        )
        said.append(words.format(lines=_numbers(skipped)))
    return tuple(said)


def _named(names: Sequence[str]) -> str:
    shown = ", ".join(quoted(name) for name in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return shown if more <= 0 else _("{names} and {n} more").format(names=shown, n=more)


def _numbers(findings: Sequence[LineFinding]) -> str:
    return ", ".join(str(finding.line) for finding in findings)
