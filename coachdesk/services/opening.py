"""Opening stores for what is to be done with them: reading alone, or the sample team."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, StoreError
from coachdesk.domain.people import Workspace
from coachdesk.domain.vocabulary import WorkspaceKind
from coachdesk.language import gettext as _
from coachdesk.services.desk import Clock, Desk
from coachdesk.services.labels import evaluate_months, months_missed
from coachdesk.services.sample import load_sample
from coachdesk.store.lock import WriterLock
from coachdesk.store.opening import Store, create_store, open_store
from coachdesk.store.snapshot import Snapshot


@contextmanager
def place_errors(path: Path) -> Iterator[None]:
    """A folder that cannot be made or read becomes a StoreError that names the store."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            _("The store “{path}” cannot be used: {reason}.").format(
                path=path, reason=error.strerror or type(error).__name__
            ),
            _("Choose another place with --store."),
            code="place",
        ) from error


def open_or_create(path: Path, clock: Clock) -> Store:
    """The store for writing, made if it is not there."""
    with place_errors(path):
        if path.exists():
            return open_store(path, now=clock())
        return create_store(path, now=clock())


def open_for_writing(path: Path, clock: Clock) -> Store:
    """The store with the writer's lock; it must be there."""
    with place_errors(path):
        return open_store(path, now=clock())


def ready_store(path: Path, clock: Clock) -> None:
    """Do what takes time before a store is opened: bring it up to date, index and check it.

    Runs beside the window; StoreError says why the store cannot be opened. A missing one waits
    until it is opened or made.
    """
    if not path.is_file():
        return
    store = open_for_writing(path, clock)
    try:
        store.refuse_damaged()
    finally:
        store.close()


def write_missed_labels(desk: Desk) -> None:
    """Write the labels of the months that began since; a store that cannot be written waits."""
    if desk.store.read_only:
        return
    try:
        if desk.ask(months_missed):
            desk.derive(evaluate_months)
    except StoreError:
        return  # the next opening tries again, and the next change says what is wrong


def open_for_reading(path: Path, clock: Clock) -> Store:
    """The store without the writer's lock, so that it can be read while a window has it open.

    After a crash, or from an older version, a store must be opened for writing once: so it is.
    """
    with place_errors(path):
        if _unfinished(path).exists():
            _mend(path, clock)
        try:
            return open_store(path, now=clock(), read_only=True)
        except StoreError as error:
            if error.code != "older":
                raise
        open_store(path, now=clock()).close()
        return open_store(path, now=clock(), read_only=True)


def _mend(path: Path, clock: Clock) -> None:
    """Let SQLite take a change back that a crash left half done; a running one is left alone."""
    try:
        open_store(path, now=clock()).close()
    except StoreError as error:
        if error.code != "locked":
            raise


def _unfinished(path: Path) -> Path:
    """SQLite's journal beside a store: there only during a change, or after a crash."""
    return path.with_name(f"{path.name}-journal")


def whose_store(reads: Snapshot) -> Id[Workspace] | None:
    """The mark of a store’s workspace, which no other store has; None while it has none."""
    found = reads.find(Workspace)
    return found[0].id if found else None


def is_same_team(known: Id[Workspace] | None, reads: Snapshot) -> bool:
    """Whether the store is the one whose mark is known."""
    return whose_store(reads) == known


def is_sample(reads: Snapshot) -> bool:
    """Whether the store holds the sample team."""
    return sample_day(reads) is not None


def sample_day(reads: Snapshot) -> date | None:
    """The day a sample was laid out for; None if the store is the person's own."""
    found = reads.find(Workspace, kind=WorkspaceKind.SAMPLE)
    return found[0].sample_day if found else None


def open_sample(path: Path, clock: Clock) -> Desk:
    """The sample team in a store of its own, ready for today."""
    ready_sample(path, clock)
    return Desk(open_store(path, now=clock()), clock)


def ready_sample(path: Path, clock: Clock) -> None:
    """Make the sample team if it is not there; one of another day is made anew.

    InputError if the file exists and is the person's own.
    """
    if not path.exists() or _day_of_sample(path, clock) != clock().date():
        build_store(path, clock, lambda desk: desk.load(load_sample))


def remove_sample(path: Path, clock: Clock) -> None:
    """Throw the sample team's store away, with what stands beside it.

    InputError if the file is the person's own.
    """
    _day_of_sample(path, clock)
    with place_errors(path):
        _remove(path)


def _day_of_sample(path: Path, clock: Clock) -> date:
    desk = Desk(open_for_reading(path, clock), clock)
    try:
        day = desk.ask(sample_day)
    finally:
        desk.close()
    if day is None:
        raise InputError(
            _("“{file}” is not a sample and was left as it is.").format(file=path.name),
            _("Name a new file with --store, or leave --store out."),
            code="not_a_sample",
        )
    return day


def build_store(path: Path, clock: Clock, fill: Callable[[Desk], object]) -> None:
    """Build a store beside its place, then put it there: it is whole, or what was there stays."""
    with place_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = WriterLock(path, clock())
        neighbour = path.with_name(f".{path.name}.new")
        try:
            _remove(neighbour)
            desk = Desk(create_store(neighbour, now=clock()), clock)
            try:
                fill(desk)
            finally:
                desk.close()
            # An old journal would be played back into the new file.
            _unfinished(path).unlink(missing_ok=True)
            neighbour.replace(path)
        finally:
            _remove(neighbour)
            lock.release()
            if not path.exists():
                _lock_file(path).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    """Remove a store with what stands beside it."""
    for part in (path, _unfinished(path), _lock_file(path)):
        part.unlink(missing_ok=True)


def _lock_file(path: Path) -> Path:
    """The neighbour file that says who writes."""
    return path.with_name(f"{path.name}.lock")
