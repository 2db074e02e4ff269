"""Rosters on disk: a CSV of any separator and encoding, taken whole or not at all."""

import getpass
import locale
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.domain.errors import InputError
from coachdesk.domain.roster import Roster, read_list, read_rows
from coachdesk.domain.roster_check import Checked
from coachdesk.domain.tables import USUAL_FALLBACK, decoded, read_table
from coachdesk.language import quoted
from coachdesk.services.desk import Clock, Desk
from coachdesk.services.opening import build_store, open_for_reading
from coachdesk.services.people import ensure_workspace
from coachdesk.services.roster import TeamMade, create_team, refuse_findings
from coachdesk.store.files import read_file
from coachdesk.store.opening import open_store

ENDINGS = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Taken:
    """How many of each entity a list made, and what is only said."""

    created: dict[str, int]
    notices: tuple[str, ...]


def code_page() -> str:
    """What old programs of this system write text in."""
    found = locale.getpreferredencoding(False)
    return USUAL_FALLBACK if found.casefold().replace("-", "") == "utf8" else found


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """An InputError about what is in a file names the file."""
    try:
        yield
    except InputError as error:
        if error.code == "file":
            raise
        raise InputError(
            f"{quoted(path.name)}: {error.message}", error.next_step, code=error.code
        ) from error


def read_text(path: Path) -> str:
    """The text of a file: UTF-8, UTF-16 or the system's code page."""
    return decoded(read_file(path), fallback=code_page())


def read_roster(path: Path) -> Roster:
    """The lines of a file; InputError names the file and what is wrong with it."""
    with naming(path):
        text = read_text(path)
        return read_list(text) if path.suffix.lower() == ".txt" else read_rows(read_table(text))


def import_roster(path: Path, store: Path, clock: Clock, *, dry_run: bool = False) -> Taken:
    """Make a rep of every line in one change that can be undone; odd lines refuse the file."""
    roster = read_roster(path)
    if not store.exists() or dry_run:
        return _into_new_store(roster, path.name, store, clock, dry_run=dry_run)
    with closing(Desk(open_store(store, now=clock()), clock)) as desk:
        checked = desk.ask(refuse_findings, roster, path.name)
        made = desk.do(create_team, checked.new_rows).result
    return Taken(made.created, checked.notices)


def _into_new_store(
    roster: Roster, name: str, store: Path, clock: Clock, *, dry_run: bool
) -> Taken:
    """Fill a store that is not there yet, or with `dry_run` one that is thrown away."""
    if store.exists():
        with closing(Desk(open_for_reading(store, clock), clock)) as desk:
            desk.ask(refuse_findings, roster, name)
    filled: list[tuple[Checked, TeamMade]] = []

    def fill(desk: Desk) -> None:
        checked = desk.ask(refuse_findings, roster, name)
        desk.load(ensure_workspace, getpass.getuser())
        filled.append((checked, desk.do(create_team, checked.new_rows).result))

    if dry_run:
        with TemporaryDirectory(prefix="coachdesk-import-") as folder:
            build_store(Path(folder) / "trial.coachdesk", clock, fill)
    else:
        build_store(store, clock, fill)
    checked, made = filled[0]
    return Taken(made.created, checked.notices)
