"""Work that is not bounded (rendering, import, export, backup) runs here, in one worker thread.

The only module that starts a thread. Plain data goes in, the outcome comes back on the interface's
thread; an answer to a question that was asked again since, or was cancelled, is dropped.

Python's collector rests while a job runs. It works in whichever thread allocates, and must not free
widgets that are gone in the worker: Qt's objects may be destroyed on the interface's thread only.
"""

import gc
import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from coachdesk.domain.errors import UserError


class Cancelled(Exception):
    """The person does not want the answer any more: neither an error nor a bug."""


class Token:
    """Handed to work that reports progress; `report` raises `Cancelled` when it should stop."""

    def __init__(self, ticket: int, tell: Callable[[int, float, str], None]) -> None:
        self._ticket, self._tell = ticket, tell
        self.cancelled = False

    def report(self, share: float, words: str) -> None:
        """How far (0-1) and in words."""
        if self.cancelled:
            raise Cancelled
        self._tell(self._ticket, share, words)


@dataclass(frozen=True, slots=True)
class _Asked:
    topic: str
    token: Token
    done: Callable[[Any], None]
    refused: Callable[[UserError], None]
    progress: Callable[[float, str], None] | None


class Jobs(QObject):
    """One worker. Callbacks are bound methods; those of a freed widget are not called."""

    _arrived = Signal(int, object, object)
    _moved = Signal(int, float, str)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._asked: dict[int, _Asked] = {}
        self._last = 0
        self._running: set[int] = set()
        self._collects = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[..., Any],
        *,
        done: Callable[[Any], None],
        refused: Callable[[UserError], None],
        progress: Callable[[float, str], None] | None = None,
        topic: str = "",
    ) -> int:
        """Run `work()`, or `work(token)` when there is `progress`; returns its ticket.

        A new job on the same `topic` supersedes the earlier ones: their answers are dropped.
        """
        if topic:
            for ticket, asked in list(self._asked.items()):
                if asked.topic == topic:
                    self.cancel(ticket)
        self._last += 1
        token = Token(self._last, self._moved.emit)
        self._asked[self._last] = _Asked(topic, token, done, refused, progress)
        call = partial(work, token) if progress is not None else work
        self._rest(self._last)
        self._pool.start(partial(self._run, self._last, token, call))
        return self._last

    def cancel(self, ticket: int) -> None:
        """Drop the answer, and stop the work where it looks at its token."""
        asked = self._asked.pop(ticket, None)
        if asked is not None:
            asked.token.cancelled = True

    def load_modules(self, names: Sequence[str]) -> None:
        """Import heavy modules in the worker, after the first paint."""
        self.start(partial(_import_all, tuple(names)), done=self._nothing, refused=self._nothing)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._asked)

    def drain(self) -> None:
        """Cancel everything and wait for the worker; before the program ends."""
        for ticket in list(self._asked):
            self.cancel(ticket)
        self._pool.clear()
        self._pool.waitForDone()
        self._resume(*self._running)

    def _run(self, ticket: int, token: Token, call: Callable[[], Any]) -> None:
        try:
            result, error = None if token.cancelled else call(), None
        except BaseException as problem:  # it is raised again on the interface's thread
            result, error = None, problem
        if shiboken6.isValid(self):
            self._arrived.emit(ticket, result, error)

    def _deliver(self, ticket: int, result: object, error: BaseException | None) -> None:
        self._resume(ticket)
        asked = self._asked.pop(ticket, None)
        if asked is None or isinstance(error, Cancelled) or not _is_alive(asked.done):
            return
        if isinstance(error, UserError):
            asked.refused(error)
        elif error is not None:
            raise error
        else:
            asked.done(result)
        if not self._asked:
            self.idle.emit()

    def _rest(self, ticket: int) -> None:
        """The collector rests from the first job on."""
        if not self._running:
            self._collects = gc.isenabled()
            gc.disable()
        self._running.add(ticket)

    def _resume(self, *tickets: int) -> None:
        """After the last job the collector works again, told so on the interface's thread."""
        was_running = bool(self._running)
        self._running.difference_update(tickets)
        if was_running and not self._running and self._collects:
            gc.enable()

    def _pass_on(self, ticket: int, share: float, words: str) -> None:
        asked = self._asked.get(ticket)
        if asked is not None and asked.progress is not None and _is_alive(asked.progress):
            asked.progress(share, words)

    def _nothing(self, _answer: object) -> None:
        """Nobody waits for it."""


def _import_all(names: tuple[str, ...]) -> None:
    for name in names:
        importlib.import_module(name)


def _is_alive(callback: Any) -> bool:
    """Whether nothing that the callback would touch was freed."""
    if isinstance(callback, partial):
        return _is_alive(callback.func) and all(_is_alive(given) for given in callback.args)
    owner = callback if isinstance(callback, QObject) else getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)
