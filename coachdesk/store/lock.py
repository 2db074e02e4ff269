"""One writer per store: an operating-system lock on a neighbour file.

The file's text only informs (computer, process, time); the lock itself is the kernel's, so it is
free again when its holder is killed.
"""

import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class WriterLock:
    """Held from construction until `release`; StoreError `locked` if another process holds it."""

    def __init__(self, store: Path, now: datetime) -> None:
        path = store.with_name(store.name + ".lock")
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise StoreError(
                _("The folder of “{store}” cannot be written to.").format(store=store),
                _("Open it read-only, or copy it to a folder of yours."),
                code="read_only",
            ) from error
        try:
            _try_lock(self._handle)
        except OSError:
            holder = os.read(self._handle, 300).decode("utf-8", "replace").strip()
            os.close(self._handle)
            raise _locked(holder) from None
        os.ftruncate(self._handle, 0)
        text = f"{platform.node()}, process {os.getpid()}, {now.isoformat(timespec='minutes')}"
        os.write(self._handle, text.encode("utf-8"))

    def release(self) -> None:
        """Let others write; the neighbour file stays, empty."""
        with suppress(OSError):  # the disk may be gone
            os.ftruncate(self._handle, 0)
        with suppress(OSError):
            os.close(self._handle)


def _locked(holder: str) -> StoreError:
    return StoreError(
        _("This store is open in another Coachdesk ({holder}).").format(
            holder=holder or _("another process")
        ),
        _("Open in Coachdesk: type it there with Ctrl+N, or close that window first."),
        code="locked",
    )
