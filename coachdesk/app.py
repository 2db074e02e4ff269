"""The composition root: where the store is, what time it is, and how a Desk is put together.

Nothing heavy is imported before it is needed, so that the window can paint first.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from coachdesk.cli.wrong_words import WrongWords
from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _
from coachdesk.reports.apart import APART as APART
from coachdesk.resources import bind_words, language_of

if TYPE_CHECKING:
    from coachdesk.services.desk import Clock, Desk

NAME = "coachdesk"
STORE_NAME = "my-team.coachdesk"
SAMPLE_NAME = "sample.coachdesk"
TEMPLATES_NAME = "templates"
PRIVATE_FOLDER = 0o700
# Where a system says which language its person reads, the strongest first.
LANGUAGE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


def make_app(environment: Mapping[str, str] | None = None) -> App:
    """The program as its environment sets it up; WrongWords if that says nonsense."""
    found = os.environ if environment is None else environment
    bind_words(language_of(_asked_of_the_system(found)))
    return App(clock=clock_of(found), environment=found)


def _asked_of_the_system(environment: Mapping[str, str]) -> str:
    """The language of the system: a new store begins in it, and a store says its own."""
    return next((environment[name] for name in LANGUAGE_NAMES if environment.get(name)), "")


def clock_of(environment: Mapping[str, str]) -> Clock:
    """The local clock, or one that stands still at COACHDESK_NOW."""
    raw = environment.get("COACHDESK_NOW", "").strip()
    if not raw:
        return lambda: datetime.now().astimezone()
    try:
        moment = datetime.fromisoformat(raw)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise WrongWords(
            _("COACHDESK_NOW must be a moment with its offset, such as 2026-03-10T09:00+01:00.")
        )
    still = moment
    return lambda: still


def fill_apart() -> int:
    """Be the process that fills a person's own template; its exit status."""
    from coachdesk.reports.template_child import main

    return main()


@dataclass(frozen=True, slots=True)
class App:
    """What the window and the command line are given to work with."""

    clock: Clock
    environment: Mapping[str, str]

    # --- where things are ---------------------------------------------------------------------

    def store_path(self, named: Path | None = None) -> Path:
        """The store that is meant: named, else set, else last opened, else the usual one."""
        if named is not None:
            return named
        if self.environment.get("COACHDESK_STORE"):
            return Path(self.environment["COACHDESK_STORE"])
        return self.last_opened() or self.usual_store()

    def usual_store(self) -> Path:
        """Where the person's own store is unless another one is named."""
        return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / STORE_NAME

    def sample_path(self) -> Path:
        """Where the sample team's store is unless another one is named."""
        return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / SAMPLE_NAME

    def templates_folder(self) -> Path:
        """The person's own templates, beside the usual store; made when the first is copied."""
        return Path(platformdirs.user_data_dir(NAME, appauthor=False)) / TEMPLATES_NAME

    def log_path(self) -> Path:
        """The log, which holds no personal text."""
        return Path(platformdirs.user_log_dir(NAME, appauthor=False)) / "coachdesk.log"

    def last_opened(self) -> Path | None:
        """The store that the window had open last; never a sample."""
        last = self.preferences().get("last_store")
        return Path(last) if isinstance(last, str) and last else None

    def remember_opened(self, desk: Desk) -> None:
        """Make this store the one that is opened without a name, unless it is a sample."""
        from coachdesk.services.opening import is_sample

        if not desk.ask(is_sample):
            self.keep_preferences({"last_store": str(desk.store.path.absolute())})

    def preferences(self) -> dict[str, object]:
        """What the window keeps between two runs; empty if it is missing or unreadable."""
        try:
            found = json.loads(self._settings_path().read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def keep_preferences(self, changed: Mapping[str, object]) -> None:
        """Keep these for the next run, beside those that are kept already."""
        from coachdesk.store.files import write_atomically

        path = self._settings_path()
        path.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        content = {**self.preferences(), **changed}
        write_atomically(path, (json.dumps(content, ensure_ascii=False) + "\n").encode("utf-8"))

    def _settings_path(self) -> Path:
        return Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"

    # --- opening ------------------------------------------------------------------------------

    def open_desk(self, path: Path, *, create: bool = False, read_only: bool = False) -> Desk:
        """A Desk on the store at that path, speaking its language; StoreError says why not."""
        from coachdesk.services.desk import Desk
        from coachdesk.services.opening import (
            open_for_reading,
            open_for_writing,
            open_or_create,
            write_missed_labels,
        )

        open_it = open_or_create if create else open_for_writing
        store = (open_for_reading if read_only else open_it)(path, self.clock)
        desk = Desk(store, self.clock, own_templates=self.templates_folder())
        write_missed_labels(desk)
        return self._speaking_its_language(desk)

    def ready_store(self, path: Path) -> None:
        """Bring the store at that path up to date and check it: seconds' work where it is old."""
        from coachdesk.services.opening import ready_store

        ready_store(path, self.clock)

    def open_sample(self, named: Path | None = None) -> Desk:
        """The sample team as of today, in a store of its own, made anew if it is of another day."""
        from coachdesk.services.opening import open_sample

        desk = open_sample(named or self.sample_path(), self.clock)
        desk.own_templates = self.templates_folder()
        return self._speaking_its_language(desk)

    def ready_sample(self, named: Path | None = None) -> None:
        """Make the sample team's store as of today, if it is not there: some seconds' work."""
        from coachdesk.services.opening import ready_sample

        ready_sample(named or self.sample_path(), self.clock)

    def remove_sample(self, path: Path) -> None:
        """Throw a sample team's store away."""
        from coachdesk.services.opening import remove_sample

        remove_sample(path, self.clock)

    def _speaking_its_language(self, desk: Desk) -> Desk:
        from coachdesk.services.languages import speak_language
        from coachdesk.services.own_words import speak_own_words

        try:
            desk.ask(speak_language)
            desk.ask(speak_own_words)
        except BaseException:
            desk.close()
            raise
        return desk

    # --- running ------------------------------------------------------------------------------

    def run_window(self, named: Path | None = None, *, sample: bool = False) -> int:
        """Open the window, on the sample team or on the person's own store; its exit status."""
        from coachdesk.services.display import display_problem

        problem = display_problem(self.environment, seen=sample)
        if problem:
            raise StoreError(
                problem,
                _("Type coachdesk --help for what works without a window."),
                code="display",
            )
        from coachdesk.ui.start import run

        status: int = run(self, named=named, sample=sample)
        return status
