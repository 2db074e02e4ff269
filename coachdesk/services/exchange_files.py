"""Exchange files: written private and whole; read into a store that stays as it was if refused."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.domain.errors import InputError
from coachdesk.services.desk import Clock, Desk
from coachdesk.services.exchange import (
    Package,
    export_bytes,
    import_package,
    private_count,
    read_package,
    refuse_team,
)
from coachdesk.services.opening import build_store, open_for_reading
from coachdesk.services.roster_files import ENDINGS as ROSTER_ENDINGS
from coachdesk.services.roster_files import import_roster
from coachdesk.services.saved_files import refuse_store
from coachdesk.store.constraints import refused_rows
from coachdesk.store.files import read_file, write_atomically
from coachdesk.store.opening import open_store

ENDING = ".json"


def check_ending(path: Path) -> None:
    """Refuse a file whose ending names a format that this version does not write."""
    if path.suffix.lower() != ENDING:
        raise InputError(
            _("“{file}” does not end with {ending}.").format(file=path.name, ending=ENDING),
            _("This version writes JSON; name a file such as team.json."),
            code="format",
        )


def _check_readable(path: Path) -> None:
    if path.suffix.lower() not in (ENDING, *ROSTER_ENDINGS):
        raise InputError(
            _("“{file}” ends with neither .json nor .csv.").format(file=path.name),
            _("Give it one of them: everything of a store as JSON, or a list of reps as CSV."),
            code="format",
        )


def export_file(desk: Desk, path: Path, say: Callable[[int], None]) -> int:
    """Write everything the store holds; `say` is told first how many private notes that is.

    Returns the size in bytes. The file is readable by its owner alone.
    """
    check_ending(path)
    refuse_store(desk, path)
    say(desk.ask(private_count))
    content = desk.ask(export_bytes)
    write_atomically(path, content)
    return len(content)


@dataclass(frozen=True, slots=True)
class Imported:
    """How many of each entity were made, whether a store had to be, and what is only said."""

    created: dict[str, int]
    is_new_store: bool
    notices: tuple[str, ...] = ()


def import_file(path: Path, store: Path, clock: Clock, *, dry_run: bool = False) -> Imported:
    """Read an exchange file into a store without reps, or a roster into any store.

    With `dry_run` it is tried in a store that is thrown away. The file is understood whole before
    the store is touched, and written in one transaction.
    """
    _check_readable(path)
    is_new = not store.exists()
    if path.suffix.lower() in ROSTER_ENDINGS:
        taken = import_roster(path, store, clock, dry_run=dry_run)
        return Imported(taken.created, is_new, taken.notices)
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
