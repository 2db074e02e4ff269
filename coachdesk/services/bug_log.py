"""The log of bugs: where it happened, never what anybody typed."""

import logging
import os
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from coachdesk import __version__

LARGEST = 200_000
PRIVATE = 0o600
PRIVATE_FOLDER = 0o700


class _PrivateFile(RotatingFileHandler):
    """Two small files that only their owner can read."""

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE)
        return os.fdopen(handle, "a", encoding="utf-8")


def log_bug(path: Path, command: str, error: BaseException) -> Path | None:
    """Write down a bug; returns where, or None if the log cannot be written either.

    Kinds of errors and places in the code only: a message may hold a person's words.
    """
    logger = logging.Logger("coachdesk")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        handler = _PrivateFile(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
    try:
        logger.error("Coachdesk %s, %s: %s", __version__, command, " from ".join(_places(error)))
    finally:
        handler.close()
    return path


def _places(error: BaseException | None) -> list[str]:
    """The error and what caused it, each with its places in the code, innermost last."""
    found: list[str] = []
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        found.append(f"{type(error).__name__} at {_place(error.__traceback__)}")
        error = error.__cause__ or error.__context__
    return found


def _place(traceback: TracebackType | None) -> str:
    frames = extract_tb(traceback)
    return " > ".join(
        f"{Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno}"
        for frame in frames
    )
