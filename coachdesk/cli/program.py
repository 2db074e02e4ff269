"""What the command line is given to work with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from coachdesk.services.desk import Desk


class Program(Protocol):
    """The program around the commands: its clock, its places, and how it opens stores."""

    @property
    def environment(self) -> Mapping[str, str]:
        """The variables of the environment."""
        ...

    def clock(self) -> datetime:
        """The present moment, aware, in the local zone."""
        ...

    def store_path(self, named: Path | None = None) -> Path:
        """The store that is meant."""
        ...

    def templates_folder(self) -> Path:
        """The person's own templates, whether the folder is there or not."""
        ...

    def log_path(self) -> Path:
        """The log of bugs."""
        ...

    def open_desk(self, path: Path, *, create: bool = False, read_only: bool = False) -> Desk:
        """A Desk on the store at that path."""
        ...

    def open_sample(self, named: Path | None = None) -> Desk:
        """A Desk on the sample team."""
        ...

    def run_window(self, named: Path | None = None, *, sample: bool = False) -> int:
        """Open the window; returns its exit status."""
        ...
