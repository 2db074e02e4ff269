"""Exchange files: written private and whole; read into a store that stays as it was if refused."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.domain.errors import InputError
from coachdesk.domain.import_mapping import TableKind
from coachdesk.language import gettext as _
from coachdesk.services.desk import Clock, Desk
from coachdesk.services.exchange import (
    Package,
    export_bytes,
    import_package,
    private_count,
    read_package,
    refuse_team,
)
from coachdesk.services.exchange_tables import NOTE, export_tables, export_workbook
from coachdesk.services.opening import build_store, open_for_reading
from coachdesk.services.roster_files import ENDINGS as ROSTER_ENDINGS
from coachdesk.services.roster_files import import_roster
from coachdesk.services.saved_files import refuse_store
from coachdesk.services.table_files import import_table_file, kind_of_file
from coachdesk.store.constraints import refused_rows
from coachdesk.store.files import read_file, write_atomically
from coachdesk.store.folders import write_folder
from coachdesk.store.opening import open_store

ENDING, WORKBOOK = ".json", ".xlsx"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an export goes: one file (JSON, or a workbook by its ending), or a folder of tables."""

    path: Path
    is_folder: bool


def export_place(words: str) -> Place:
    """What a person means by a path: `team.json` the file, `team` or `team/` the folder."""
    path = Path(words).expanduser()
    if words.endswith(("/", os.sep)) or not path.suffix or path.is_dir():
        return Place(path, is_folder=True)
    if path.suffix.lower() in (ENDING, WORKBOOK):
        return Place(path, is_folder=False)
    raise InputError(
        _("“{file}” ends neither with {ending} or {workbook} nor with “/”.").format(
            file=path.name, ending=ENDING, workbook=WORKBOOK
        ),
        _("Name a file such as team.json or team.xlsx, or a folder such as team/ for CSV."),
        code="format",
    )


def _check_readable(path: Path) -> None:
    if path.suffix.lower() not in (ENDING, *ROSTER_ENDINGS):
        raise InputError(
            _("“{file}” ends with neither .json nor .csv.").format(file=path.name),
            _("Give it one of them: everything of a store as JSON, or a table as CSV."),
            code="format",
        )


def export_everything(
    desk: Desk,
    place: Place,
    say: Callable[[int], None],
    report: Callable[[float, str], None] | None = None,
) -> int:
    """Write everything the store holds; `say` is told first how many private notes that is.

    Returns the size in bytes. What is written is readable by its owner alone. `report` may raise
    to stop it: then nothing is there.
    """
    refuse_store(desk, place.path)
    say(desk.ask(private_count))
    if place.is_folder:
        files = desk.ask(export_tables, report)
        write_folder(place.path, files, mark=NOTE)
        return sum(map(len, files.values()))
    if place.path.suffix.lower() == WORKBOOK:
        content = desk.ask(export_workbook, report)
    else:
        content = desk.ask(export_bytes)
    if report is not None:
        report(0.9, _("Writing the file"))
    write_atomically(place.path, content)
    return len(content)


def export_beside(
    store: Path, now: datetime, place: Place, report: Callable[[float, str], None]
) -> int:
    """The export with a connection of its own, for a job beside the window; the size in bytes."""

    def clock() -> datetime:
        return now

    desk = Desk(open_for_reading(store, clock), clock)
    with closing(desk):
        return export_everything(desk, place, _already_said, report)


def _already_said(_count: int) -> None:
    """The window shows how many private notes it is before anything is written."""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many of each entity were made, whether a store had to be, and what is only said."""

    created: dict[str, int]
    is_new_store: bool
    notices: tuple[str, ...] = ()


def import_file(
    path: Path,
    store: Path,
    clock: Clock,
    *,
    dry_run: bool = False,
    kind: TableKind | None = None,
) -> Imported:
    """Read an exchange file into a store without reps, or a table into any store.

    Without `kind` the table's header says what its lines are.

    With `dry_run` it is tried in a store that is thrown away. The file is understood whole before
    the store is touched, and written in one transaction.
    """
    _check_readable(path)
    is_new = not store.exists()
    if path.suffix.lower() in ROSTER_ENDINGS:
        kind = kind or kind_of_file(path)
        if kind is TableKind.ROSTER:
            taken = import_roster(path, store, clock, dry_run=dry_run)
        else:
            taken = import_table_file(path, kind, store, clock, dry_run=dry_run)
        return Imported(taken.created, is_new, taken.notices)
    if kind is not None:
        raise InputError(
            _("“{file}” is not a table.").format(file=path.name),
            _("Leave --as out, or name a file that ends with .csv."),
            code="format",
        )
    package = read_package(read_file(path), path.name)
    if dry_run:
        _try(package, path.name, store, clock)
    elif is_new:
        with refused_rows(path.name):
            build_store(store, clock, _load(package))
    else:
        desk = Desk(open_store(store, now=clock()), clock)
        with closing(desk), refused_rows(path.name):
            desk.load(import_package, package)
    return Imported(package.created, is_new)


def _try(package: Package, name: str, store: Path, clock: Clock) -> None:
    if store.exists():
        desk = Desk(open_for_reading(store, clock), clock)
        with closing(desk):
            desk.ask(refuse_team)
    with TemporaryDirectory(prefix="coachdesk-import-") as folder, refused_rows(name):
        build_store(Path(folder) / "trial.coachdesk", clock, _load(package))


def _load(package: Package) -> Callable[[Desk], object]:
    return lambda desk: desk.load(import_package, package)
