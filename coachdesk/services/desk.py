"""The one door to the store: commands, queries, undo and redo, each one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Concatenate, Generic, ParamSpec, Protocol, TypeVar
from uuid import UUID

from coachdesk.domain.errors import RuleError, StoreError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import DraftSource
from coachdesk.language import gettext as _
from coachdesk.services.labels import follow_evidence, forget_labels
from coachdesk.services.receipts import refuse_received
from coachdesk.store import journal
from coachdesk.store.connection import transaction
from coachdesk.store.opening import Store
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.changes import Changes

P = ParamSpec("P")
R = TypeVar("R")


class Clock(Protocol):
    """Says what time it is; the only source of "now"."""

    def __call__(self) -> datetime:
        """The present moment, aware, in the local zone."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome(Generic[R]):
    """What a command returned and what it touched."""

    result: R
    changes: Changes


@dataclass(frozen=True, slots=True)
class Undone:
    """A command that was taken back or done again."""

    command: str
    rep_ids: tuple[UUID, ...]


class Desk:
    """Runs commands and queries on one store."""

    def __init__(self, store: Store, clock: Clock, *, own_templates: Path | None = None) -> None:
        self._store = store
        self._clock = clock
        self.own_templates = own_templates
        """The folder of the person's own templates, whether it is there or not."""

    @property
    def store(self) -> Store:
        """The open store: its path, and whether it can only be read."""
        return self._store

    @property
    def now(self) -> datetime:
        """The present moment, aware, in the local zone."""
        return self._clock()

    @property
    def as_of(self) -> date:
        """Today, in local time."""
        return self._clock().date()

    def do(
        self, fn: Callable[Concatenate[UnitOfWork, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> Outcome[R]:
        """Run a command; it succeeds whole and is journalled, or changes nothing."""
        return self._write("do", fn, *args, **kwargs)

    def do_print(
        self, fn: Callable[Concatenate[UnitOfWork, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> Outcome[R]:
        """Run a command that records a print: journalled, and skipped by undo."""
        return self._write("print", fn, *args, **kwargs)

    def erase(
        self, fn: Callable[Concatenate[UnitOfWork, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> Outcome[R]:
        """Run a command that removes rows for good: the journal forgets what they were, too.

        It keeps one line without them, which undo goes around as it does around a print.
        """
        self._refuse_read_only()
        with self._store.writing():
            work = UnitOfWork(self._store.connection, self.now)
            result = fn(work, *args, **kwargs)
            changes = work.changes()
            work.before.clear()
            self._journal(work, kind="print", command=_name(fn))
            journal.forget(self._store.connection, changes.ids)
        return Outcome(result, changes)

    def load(
        self, fn: Callable[Concatenate[UnitOfWork, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Fill a store in bulk; the journal holds one line and undo does not reach before it."""
        self._refuse_read_only()
        with self._store.writing():
            work = UnitOfWork(self._store.connection, self.now)
            result = fn(work, *args, **kwargs)
            work.before.clear()
            self._journal(work, kind="load", command=_name(fn))
        return result

    def derive(
        self, fn: Callable[Concatenate[UnitOfWork, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Write what follows from the rows, outside the journal: nobody did it, none undoes it."""
        self._refuse_read_only()
        with self._store.writing():
            return fn(UnitOfWork(self._store.connection, self.now), *args, **kwargs)

    def ask(
        self, query: Callable[Concatenate[Snapshot, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a query on one snapshot."""
        with transaction(self._store.connection, write=False):
            return query(Snapshot(self._store.connection, self.now), *args, **kwargs)

    def autosave(self, draft: Draft) -> None:
        """Keep work that is being typed, outside the journal."""
        self._unsaved(draft)
        with self._store.writing():
            UnitOfWork(self._store.connection, self.now).put(draft)

    def drop_autosave(self, draft: Draft) -> None:
        """Forget autosaved work that was saved or given up."""
        self._unsaved(draft)
        with self._store.writing():
            work = UnitOfWork(self._store.connection, self.now)
            if work.peek(Draft, draft.id) is not None:
                work.remove(draft)

    def undo(self) -> tuple[Undone, Changes]:
        """Take the last change back, also one from before a restart."""
        return self._invert("undo")

    def redo(self) -> tuple[Undone, Changes]:
        """Do again what was last taken back."""
        return self._invert("redo")

    @property
    def is_gone(self) -> bool:
        """Whether the file is no longer where it was opened."""
        return self._store.is_gone

    def reopen(self, is_same: Callable[[Snapshot], bool]) -> None:
        """Go on with the file that is back in its place, if it is the same team’s."""

        def holds_same(store: Store) -> bool:
            return Desk(store, self._clock).ask(is_same)

        self._store.reopen(self.now, holds_same)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def _write(
        self,
        kind: str,
        fn: Callable[Concatenate[UnitOfWork, P], R],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Outcome[R]:
        self._refuse_read_only()
        with self._store.writing():
            work = UnitOfWork(self._store.connection, self.now)
            result = fn(work, *args, **kwargs)
            follow_evidence(work)
            if work.before:
                self._journal(work, kind=kind, command=_name(fn))
        return Outcome(result, work.changes())

    def _invert(self, kind: str) -> tuple[Undone, Changes]:
        self._refuse_read_only()
        connection = self._store.connection
        with self._store.writing():
            undoable, redoable = journal.stacks(journal.last_entries(connection))
            entries = undoable if kind == "undo" else redoable
            if not entries:
                raise _nothing_left(kind)
            entry = entries[-1]
            changes = journal.changes_of(connection, entry.n)
            work = UnitOfWork(connection, self.now)
            refuse_received(work, entry.n, changes)
            for change in changes:
                if change.kind is Rep and change.before is None:
                    forget_labels(work, change.id)
            journal.invert(work, changes)
            follow_evidence(work)
            self._journal(work, kind=kind, command=entry.command, inverts=entry.n)
        reps = tuple(sorted({c.rep_id for c in changes if c.rep_id is not None}))
        return Undone(entry.command, reps), work.changes()

    def _journal(
        self, work: UnitOfWork, *, kind: str, command: str, inverts: int | None = None
    ) -> None:
        journal.write_entry(
            self._store.connection, work, kind=kind, command=command, inverts=inverts
        )

    def _refuse_read_only(self) -> None:
        if self._store.read_only:
            raise StoreError(
                _("This store is open for reading only."),
                _("Nothing was changed. Copy it to a folder of yours, then open that."),
                code="read_only",
            )

    def _unsaved(self, draft: Draft) -> None:
        self._refuse_read_only()
        if draft.source is not DraftSource.UNSAVED:
            raise ValueError("only unsaved work is kept outside the journal")


def _name(fn: object) -> str:
    return getattr(fn, "__name__", "command")


def _nothing_left(kind: str) -> RuleError:
    if kind == "undo":
        return RuleError("E-UND-01", _("There is nothing to undo."))
    return RuleError("E-UND-02", _("There is nothing to redo."))
