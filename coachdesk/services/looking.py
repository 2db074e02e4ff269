"""A look into a store or an exchange file before it is opened: is it sound, and what is in it."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.domain.errors import InputError, StoreError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.people import Rep
from coachdesk.language import gettext as _
from coachdesk.services.desk import Clock, Desk
from coachdesk.services.doctor import check_store
from coachdesk.services.exchange import import_package, read_package
from coachdesk.services.exchange_files import ENDING, import_file
from coachdesk.services.opening import is_sample, open_for_reading
from coachdesk.store.files import read_file
from coachdesk.store.schema import BINDINGS
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.changes import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreLook:
    """What a file holds; an exchange file is taken into the store that is open."""

    path: Path
    is_exchange: bool
    day: date
    reps: int
    events: int


def look_into(path: Path, now: datetime) -> StoreLook:
    """Check a file and count what is in it, changing nothing; UserError says what failed."""
    if not path.is_file():
        raise InputError(
            _("There is no file “{path}”.").format(path=path),
            _("Check the name and try again."),
            code="file",
        )
    look = _look_into_exchange if path.suffix.lower() == ENDING else _look_into_store
    return look(path, lambda: now)


def _look_into_store(path: Path, clock: Clock) -> StoreLook:
    failed = [check for check in check_store(path) if not check.ok and check.name != "schema"]
    if failed:
        found = ", ".join(f"{check.name}: {check.detail}" for check in failed)
        raise StoreError(
            _("“{file}” did not pass its checks ({found}).").format(file=path.name, found=found),
            _("It was left as it is. Choose a backup of it."),
            code="damaged",
        )
    with closing(Desk(open_for_reading(path, clock), clock)) as desk:
        if desk.ask(is_sample):
            raise InputError(
                _("“{file}” is a sample team.").format(file=path.name),
                _("Choose “Explore the sample team” to look around in it."),
                code="sample",
            )
        reps, events = desk.ask(_count)
    return StoreLook(path=path, is_exchange=False, day=_day(path), reps=reps, events=events)


def _count(reads: Snapshot) -> tuple[int, int]:
    return len(reads.find(Rep)), len(reads.find(Observation))


def _look_into_exchange(path: Path, clock: Clock) -> StoreLook:
    with TemporaryDirectory(prefix="coachdesk-look-") as folder:
        created = import_file(path, Path(folder) / "look.coachdesk", clock, dry_run=True).created
    return StoreLook(
        path=path,
        is_exchange=True,
        day=_day(path),
        reps=created.get("rep", 0),
        events=created.get("observation", 0),
    )


def _day(path: Path) -> date:
    """The day the file was last changed."""
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()


def take_exchange(desk: Desk, path: Path) -> Changes:
    """Import an exchange file into the open store, which has no reps yet."""
    desk.load(import_package, read_package(read_file(path), path.name))
    everything = frozenset(binding.kind for binding in BINDINGS)
    return Changes(kinds=everything, ids=frozenset(), rep_ids=frozenset())
