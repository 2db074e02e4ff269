"""Starts the window: it paints first, then the heavy imports run, then the store opens."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from coachdesk import __version__
from coachdesk.domain.errors import StoreError, UserError
from coachdesk.language import gettext as _
from coachdesk.resources import bind_words, language_of, languages, locale_in_use
from coachdesk.ui.kit.appearance import SYSTEM, Appearance
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.icons import brand_icon
from coachdesk.ui.kit.qt_words import use_words_of_qt
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.places import unused_path
from coachdesk.ui.shell.actions import Registry
from coachdesk.ui.shell.jobs import Jobs
from coachdesk.ui.shell.loading_page import LoadingPage, Way
from coachdesk.ui.shell.problems import BugHook, StoreDialog
from coachdesk.ui.shell.window import Window

if TYPE_CHECKING:
    from coachdesk.services.desk import Desk
    from coachdesk.ui.office import Office

HEAVY = ("sqlalchemy", "sqlcipher3.dbapi2", "coachdesk.services.pages", "coachdesk.ui.office")
# What no waiting mends: one goes on in another file.
UNUSABLE = ("damaged", "newer", "not_a_store")
# Systems that tell a program its person's language by Qt alone, not by the environment.
NAMES_NO_LANGUAGE = ("darwin", "win32")
LATER = ("jinja2", "reportlab.platypus", "pypdfium2")


class Places(Protocol):
    """What the composition root gives the window: stores to open, and what it kept last time."""

    def store_path(self, named: Path | None = None) -> Path:
        """The store that is meant."""
        ...

    def open_desk(self, path: Path, *, create: bool = False, read_only: bool = False) -> Desk:
        """A Desk on that store."""
        ...

    def usual_store(self) -> Path:
        """Where the person's own store is unless another one is named."""
        ...

    def ready_store(self, path: Path) -> None:
        """Bring that store up to date and check it, if it is there."""
        ...

    def ready_sample(self, named: Path | None = None) -> None:
        """Make the sample team's store, if it is not there."""
        ...

    def open_sample(self, named: Path | None = None) -> Desk:
        """A Desk on the sample team."""
        ...

    def remove_sample(self, path: Path) -> None:
        """Throw a sample team's store away."""
        ...

    def remember_opened(self, desk: Desk) -> None:
        """Make this store the one to open next time."""
        ...

    def log_path(self) -> Path:
        """Where mistakes of ours are written down."""
        ...

    def preferences(self) -> Mapping[str, object]:
        """What was kept."""
        ...

    def keep_preferences(self, changed: Mapping[str, object]) -> None:
        """Keep for next time."""
        ...


def run(places: Places, *, named: Path | None = None, sample: bool = False) -> int:
    """Run the program until its window is closed; returns the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Coachdesk")
    app.setDesktopFileName("coachdesk")
    if sys.platform in NAMES_NO_LANGUAGE:
        bind_words(language_of(QLocale.system().name()))
    program = Program(app, places, named=named, sample=sample)
    hook = BugHook(program.theme, __version__, program, partial(_keep_bug, places))
    hook.store_failed.connect(program.store_failed)
    hook.install()
    program.show()
    status = app.exec()
    program.end()
    return status


def _keep_bug(places: Places, error: BaseException) -> None:
    """Write a mistake of ours into the log, which holds no personal text."""
    from coachdesk.services.bug_log import log_bug

    log_bug(places.log_path(), "window", error)


class Program(QObject):
    """One window on one store; it can change to the sample team and back."""

    def __init__(
        self, app: QApplication, places: Places, *, named: Path | None, sample: bool
    ) -> None:
        super().__init__()
        self._places, self._named, self._is_sample = places, named, sample
        kept = places.preferences()
        self.theme = Theme(zoom=_zoom(kept))
        self.appearance = Appearance(app, self.theme, _appearance(kept))
        self.jobs = Jobs(self)
        self.registry = Registry(self)
        self._loading = LoadingPage(self.theme)
        self.window = Window(
            self.theme,
            self.appearance,
            self.registry,
            [self._loading],
            sample=sample,
        )
        self.window.setWindowIcon(brand_icon(self.theme))
        self.office: Office | None = None
        self.window.first_painted.connect(self._painted)
        self.window.closing.connect(self._closing)
        self._dialog: StoreDialog | None = None

    def show(self) -> None:
        """Paint the frame; everything else follows."""
        self.window.show_page("today")
        self.window.show()

    def end(self) -> None:
        """Wait for the worker and close the store."""
        self.jobs.drain()
        if self.office is not None:
            self.office.close()
            self.office = None

    def _painted(self) -> None:
        self.jobs.start(_importing(HEAVY), done=self._imported, refused=self._refused)

    def _imported(self, _answer: object) -> None:
        self._ready()
        self.jobs.load_modules(LATER)

    def _ready(self) -> None:
        """An update, the index and the check of a large file take seconds: the worker does them."""
        if self._is_sample:
            self._ready_sample()
            return
        path = self._places.store_path(self._named)
        work = partial(self._places.ready_store, path)
        self.jobs.start(work, done=self._store_ready, refused=self._refused)

    def _store_ready(self, _answer: object) -> None:
        self._open(self._open_meant, is_checked=True)

    def _ready_sample(self) -> None:
        """Making the sample takes a second or two, so the worker does it."""
        work = partial(self._places.ready_sample, self._named if self._is_sample else None)
        self.jobs.start(work, done=self._sample_ready, refused=self._refused)

    def _sample_ready(self, _answer: object) -> None:
        self._open(self._open_sample)

    def _open_meant(self) -> Desk:
        """The store that is meant; one that was there last time and is gone is not made anew."""
        path = self._places.store_path(self._named)
        may_create = self._named is not None or path == self._places.usual_store()
        return self._places.open_desk(path, create=may_create)

    def _open_read_only(self) -> Desk:
        path = self._places.store_path(self._named)
        return self._places.open_desk(path, read_only=True)

    def _open_sample(self) -> Desk:
        return self._places.open_sample(self._named if self._is_sample else None)

    def _open(self, opening: Callable[[], Desk], *, is_checked: bool = False) -> None:
        """Open a store and put its screens into the window; say in words why it cannot."""
        from coachdesk.ui.office import Office

        spoken = language_of(locale_in_use())
        try:
            desk = opening()
            use_words_of_qt(locale_in_use())  # before the screens: they name keys
            try:
                if not is_checked:
                    desk.store.refuse_damaged()
                office = Office(self.window, self.jobs, desk)
            except BaseException:
                desk.close()
                raise
        except UserError as error:
            self._refused(error)
            return
        if self.office is not None:
            self.office.close()
        self._show(office)
        if not desk.store.read_only:
            self._places.remember_opened(desk)
        if language_of(locale_in_use()) != spoken:
            self.window.reword()

    def _show(self, office: Office) -> None:
        """Put its screens into the window."""
        self.office = office
        self.office.sample_asked.connect(self.change_to_sample)
        self.office.own_asked.connect(self.change_to_own)
        self.office.writing_asked.connect(self.open_again)
        self.office.discard_asked.connect(self.discard_sample)
        self.office.store_asked.connect(self.open_store)
        self.office.place_asked.connect(self.begin_at)
        # The screen that asked is still at work: it is replaced once it is done.
        self.office.language_changed.connect(self._speak_anew, Qt.ConnectionType.QueuedConnection)
        self.office.begin()

    def change_to_sample(self) -> None:
        """Look at the sample team; the person's own store is closed once it is ready."""
        self._ready_sample()

    def change_to_own(self) -> None:
        """Back to the person's own team."""
        self._open(self._open_own)

    def store_failed(self, error: StoreError) -> None:
        """A store that fails while it is read is said as one that is not written."""
        if self.office is not None:
            self.office.store_failed(error)

    def open_again(self) -> None:
        """The store that is open for reading only, for writing."""
        if self.office is not None:
            self._open(partial(self._places.open_desk, self.office.workplace.desk.store.path))

    def _speak_anew(self) -> None:
        """Everything in the language that was chosen; the page in sight stays in sight."""
        from coachdesk.ui.office import Office

        before, page = self.office, self.window.current
        if before is None:
            return
        use_words_of_qt(locale_in_use())
        self._show(Office(self.window, self.jobs, before.leave_window()))
        self.window.reword()
        if page is not None and page.key:
            self.window.show_page(page.id)
        self.window.say(
            _("Everything is in {language} now").format(
                language=languages()[language_of(locale_in_use())]
            ),
            can_undo=True,
        )

    def discard_sample(self) -> None:
        """Back to the person's own team, and the sample's file is gone."""
        office = self.office
        if office is None:
            return
        sample = office.workplace.desk.store.path
        self._open(self._open_own)
        if self.office is not office:
            self._places.remove_sample(sample)
            self.window.say(_("The sample team was thrown away."), can_undo=False)

    def open_store(self, path: Path) -> None:
        """Go on in a store that is there already."""
        self._go_to(path, create=False)

    def begin_at(self, path: Path) -> None:
        """Begin at another place; what was typed on the first run comes along."""
        if self.office is None:
            return
        typed = self.office.screens.first_run.content()
        if self._go_to(path, create=True):
            self.office.screens.first_run.bring(typed)

    def _go_to(self, path: Path, *, create: bool) -> bool:
        """Change to the store at that path; it is the one that is meant from then on."""
        before = self.office
        self._open(partial(self._places.open_desk, path, create=create))
        if self.office is before:
            return False
        self._named, self._is_sample = path, False
        return True

    def _open_own(self) -> Desk:
        path = self._places.store_path(None if self._is_sample else self._named)
        return self._places.open_desk(path, create=path == self._places.usual_store())

    def _refused(self, error: UserError) -> None:
        """Say what is so, and offer the ways out that there are: in place, or over what is open."""
        ways = self._ways(error)
        if self.office is None:
            self.window.set_saved(None)
            self._loading.refuse(error, ways, self._places.store_path(self._named))
            return
        self._dialog = StoreDialog(self.theme, error, self.window)
        for label, slot in ways:
            button = Button(self.theme, label)
            button.clicked.connect(slot)
            self._dialog.add_button(button)
        self._dialog.show()

    def _ways(self, error: UserError) -> list[Way]:
        code = error.code if isinstance(error, StoreError) else ""
        ways: list[Way] = []
        if self.office is None:
            again = (_("Try again"), self._again_chosen)
            other = (_("Open another file…"), self._other_chosen)
            ways += [other, again] if code in UNUSABLE else [again, other]
        if code in ("locked", "read_only", "older"):
            ways.append((_("Open read-only"), self._read_only_chosen))
        if code in ("missing", *UNUSABLE):
            ways.append((_("Start a new store"), self._fresh_chosen))
        if not self._is_sample:
            ways.append((_("Explore the sample"), self._sample_chosen))
        return ways

    def _again_chosen(self) -> None:
        self._loading.wait()
        self._ready()

    def _read_only_chosen(self) -> None:
        self._close_dialog()
        self._open(self._open_read_only)

    def _fresh_chosen(self) -> None:
        """At the usual place, or beside the file there that does not open."""
        self._close_dialog()
        usual = self._places.usual_store()
        is_refused = usual == self._places.store_path(self._named)
        self._go_to(unused_path(usual) if is_refused else usual, create=True)

    def _other_chosen(self) -> None:
        """A copy, or a file of another place."""
        dialog = QFileDialog(self.window, _("Open another file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Stores") + " (*.coachdesk)")
        dialog.setDirectory(str(self._places.store_path(self._named).parent))
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, path: str) -> None:
        self.open_store(Path(path))

    def _sample_chosen(self) -> None:
        self._close_dialog()
        if self.office is None:
            self._loading.wait()
        self._ready_sample()

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog = None

    def _closing(self) -> None:
        self._places.keep_preferences(
            {"zoom": self.theme.zoom, "appearance": self.appearance.choice}
        )


def _importing(names: tuple[str, ...]) -> Callable[[], None]:
    def load() -> None:
        import importlib

        for name in names:
            importlib.import_module(name)

    return load


def _zoom(kept: Mapping[str, object]) -> int:
    zoom = kept.get("zoom", 100)
    return zoom if isinstance(zoom, int) else 100


def _appearance(kept: Mapping[str, object]) -> str:
    choice = kept.get("appearance", SYSTEM)
    return choice if choice in ("light", "dark") else SYSTEM
