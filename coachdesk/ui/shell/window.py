"""The window's frame: navigation, top bar, one page at a time, and what floats over them."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coachdesk.language import gettext as _
from coachdesk.ui.kit.appearance import Appearance
from coachdesk.ui.kit.focus import FocusRing
from coachdesk.ui.kit.held import hold
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.states import UndoBar
from coachdesk.ui.kit.tab_order import put_in_reading_order
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.actions import Action, Registry
from coachdesk.ui.shell.broadcast import Broadcast
from coachdesk.ui.shell.frame_actions import frame_actions, page_actions, settings_popup
from coachdesk.ui.shell.key_list import KeyList
from coachdesk.ui.shell.nav import Nav, NavRep
from coachdesk.ui.shell.page import Page, Room
from coachdesk.ui.shell.palette import Palette, Search, nothing_to_search
from coachdesk.ui.shell.top_bar import ReadingStrip, SampleStrip, TopBar
from coachdesk.views.changes import Changes


class Window(QMainWindow):
    """Shows pages and tells where the person wants to go; knows no store.

    `first_painted` comes once: only then may heavy modules be imported.
    """

    rep_opened = Signal(object)
    hit_opened = Signal(object)
    add_rep_asked = Signal()
    capture_asked = Signal()
    undo_asked = Signal()
    waiting_asked = Signal()
    retry_asked = Signal()
    own_team_asked = Signal()
    writing_asked = Signal()
    page_shown = Signal(str)
    first_painted = Signal()
    closing = Signal()

    def __init__(
        self,
        theme: Theme,
        appearance: Appearance,
        registry: Registry,
        pages: Sequence[Page],
        *,
        reps: Sequence[NavRep] = (),
        sample: bool = False,
        title: str = "Coachdesk",
    ) -> None:
        super().__init__()
        self.theme, self.appearance, self.registry = theme, appearance, registry
        self._pages = {page.id: page for page in pages}
        self._reachable = {page.id for page in pages if page.key}
        self._reps, self._sample = tuple(reps), sample
        self._saved: bool | None = True
        self._no_writing = ""
        self._room, self._painted, self._waiting = Room(0), False, 0
        self._current: Page | None = None
        self._search: Search = nothing_to_search
        self._rep_id: object = None
        self._back: list[tuple[str, object]] = []
        self._broadcast = Broadcast(pages)
        self.setWindowTitle(title)
        self.setMinimumSize(1024, 680)
        self.resize(QSize(1360, 860))
        self._stack = QStackedWidget()
        self._stack.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for page in pages:
            self._stack.addWidget(page.widget)
        self._nav, self._bar = Nav(theme, rail=False), TopBar(theme)
        self._strip, self._reading_strip = SampleStrip(theme), ReadingStrip(theme)
        self._build_frame()
        self._undo_bar = UndoBar(theme, self)
        self._undo_bar.undo.connect(self.undo_asked)
        self._ring = FocusRing(theme, self)
        registry.add(frame_actions(self, [page for page in pages if page.key]))
        registry.install(self)
        registry.refused.connect(self._say_why)
        theme.rescaled.connect(self.rebuild)

    @property
    def current(self) -> Page | None:
        """The page in sight."""
        return self._current

    @property
    def room(self) -> Room:
        """The width there is now."""
        return self._room

    def set_pages(
        self,
        pages: Sequence[Page],
        actions: Iterable[Action] = (),
        *,
        read: Collection[Page] = (),
    ) -> None:
        """Show these pages instead of those before; their actions join the registry.

        Pages that were just `read` are not read again when they are first shown.
        """
        for old in self._pages.values():
            self._stack.removeWidget(old.widget)
            _free(old.widget)
        self._current, self._back = None, []
        self._pages = {page.id: page for page in pages}
        self._broadcast = Broadcast(pages, read)
        for page in pages:
            self._stack.addWidget(page.widget)
        fresh = [page for page in pages if page.key and page.id not in self._reachable]
        self._reachable.update(page.id for page in fresh)
        self.registry.add(page_actions(self, fresh))
        self.registry.add(actions)
        self._build_nav()

    def set_sample(self, sample: bool) -> None:
        """Whether the strip says that this is the sample team."""
        self._sample = sample
        if self._current is not None:
            self._frame_for(self._current)

    def set_reading(self, why: str) -> None:
        """Why nothing can be changed: the strip says it, and what writes rests; "" ends it."""
        is_new = why != self._no_writing
        self._no_writing = why
        self.registry.hold_writing(why)
        if is_new:  # what was held stays held: the bars are made anew
            self._build_bars()
            self._build_nav()
        if self._current is not None:
            self._frame_for(self._current)

    def show_page(self, page_id: str, rep_id: object = None, *, remember: bool = True) -> None:
        """Go to a page; `rep_id` lights that rep in the navigation."""
        page = self._pages[page_id]
        if self._current is not None:
            if remember and (self._current.id, self._rep_id) != (page_id, rep_id):
                self._back.append((self._current.id, self._rep_id))
            if self._current is not page:
                self._current.leave()
        self._current, self._rep_id = page, rep_id
        self._broadcast.shown(page)
        self._stack.setCurrentWidget(page.widget)
        self._frame_for(page)
        self.registry.show_page(page_id)
        page.reflow(self._room)
        (page.first_focus() or self._stack).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_focus()
        QTimer.singleShot(0, self._show_focus)  # what is fresh is laid out only then
        self.page_shown.emit(page_id)

    def _show_focus(self) -> None:
        """A page shows where the keys are; from its top, if they can be seen from there."""
        focus = QApplication.focusWidget()
        scroll = None if focus is None else _scroll_around(focus)
        for _round in range(4):  # a height that follows from a width takes one more, each inside
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        if focus is not None and scroll is not None and not scroll.shows(focus):
            scroll.verticalScrollBar().setValue(0)
            scroll.follow(focus)

    def go_back(self) -> None:
        """To the page before."""
        if self._back:
            page_id, rep_id = self._back.pop()
            self.show_page(page_id, rep_id, remember=False)

    def can_go_back(self) -> bool:
        """Whether there is a page before."""
        return bool(self._back)

    def on_changes(self, changes: Changes, initiator: object = None) -> None:
        """Announce what a command touched."""
        self._broadcast.on_changes(changes, initiator)

    def refresh_all(self) -> None:
        """Everything may have changed."""
        self._broadcast.all_stale()

    def set_reps(self, reps: Sequence[NavRep]) -> None:
        """Show the team in the navigation."""
        self._reps = tuple(reps)
        self._nav.show_reps(self._reps)
        self._light()

    def set_waiting(self, pages: int) -> None:
        """How many pages wait for a printer."""
        self._waiting = pages
        self._nav.show_waiting(pages)

    def set_search(self, search: Search) -> None:
        """What finds records by typed words: the store's, while one is open."""
        self._search = search

    def set_saved(self, saved: bool | None) -> None:
        """Whether everything is on the disk; None while no file is open."""
        self._saved = saved
        self._nav.set_saved(saved)

    def say(self, words: str, *, can_undo: bool = True) -> None:
        """What was done, in the bar at the bottom, with Undo."""
        self._undo_bar.say(words, can_undo=can_undo)

    def open_palette(self) -> None:
        """Search or run a command."""
        palette = Palette(self.theme, self, self.registry, self._reps, self._search)
        palette.rep_chosen.connect(self.rep_opened)
        palette.hit_chosen.connect(self.hit_opened)
        palette.open_panel(palette.field)

    def open_key_list(self) -> None:
        """Every key of this page."""
        KeyList(self.theme, self, self.registry).open_panel()

    def next_region(self) -> None:
        """Move the focus to the navigation, the top bar, the page, and around again."""
        stops = [self._nav.pages, self._bar.capture]
        regions: list[QWidget] = [self._nav, self._bar, self._stack]
        now = QApplication.focusWidget()
        at = next((i for i, r in enumerate(regions) if now and r.isAncestorOf(now)), 2)
        to = (at + 1) % 3
        if to < 2 and stops[to].isVisible():
            stops[to].setFocus(Qt.FocusReason.TabFocusReason)
            return
        focus = self._current.first_focus() if self._current else None
        (focus or self._stack.nextInFocusChain()).setFocus(Qt.FocusReason.TabFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Qt scrolls to a stop inside a scrolling page, but not when the keys come from outside."""
        if self._current is not None:
            put_in_reading_order(self._current.widget)
        moved = super().focusNextPrevChild(forwards)
        now = QApplication.focusWidget()
        scroll = None if now is None else _scroll_around(now)
        if moved and now is not None and scroll is not None:
            scroll.follow(now)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._reflow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus, page = QApplication.focusWidget(), self._current
        if event.key() != Qt.Key.Key_Escape or page is None:
            super().keyPressEvent(event)
        elif focus is not None:
            focus.clearFocus()
        elif not page.key and page.nav in self._pages:
            self.show_page(page.nav)

    def close_panels(self) -> None:
        """Close what floats over the page, the topmost first; each keeps what was typed in it."""
        for panel in reversed(self.findChildren(Overlay)):
            panel.close_panel()

    def put_away(self) -> None:
        """Close the panels and leave the page: all that was typed is written now."""
        self.close_panels()
        if self._current is not None:
            self._current.leave()

    def rebuild(self) -> None:
        """Make the pages and the frame anew: at another zoom, or in other words."""
        self._room = Room(round(self.width() * 100 / self.theme.zoom))
        for page in self._pages.values():
            page.rebuild()
        self._build_bars()
        self._build_nav()
        self._reflow()
        panels = [panel for panel in self.findChildren(Overlay) if panel.isVisible()]
        if not panels:
            self._take_keys()
        for panel in panels:  # its keys stay in it; what had them before it is gone
            panel.closed.connect(self._take_keys)

    def reword(self) -> None:
        """The frame in the language in use; its pages are those of a store opened in it."""
        pages = [page for page in self._pages.values() if page.key]
        self.registry.reword(frame_actions(self, pages))
        self.rebuild()

    def _take_keys(self) -> None:
        if self._current is not None:
            focus = self._current.first_focus() or self._stack
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self._show_focus)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.put_away()
        self.closing.emit()
        super().closeEvent(event)

    def _build_frame(self) -> None:
        frame = QWidget()
        self._row, self._right = QHBoxLayout(frame), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._right.setSpacing(0)
        self._right.addWidget(self._stack, 1)
        self._row.addLayout(self._right, 1)
        self.setCentralWidget(frame)
        self._build_bars()
        self._build_nav()

    def _build_bars(self) -> None:
        for old in (self._reading_strip, self._strip, self._bar):
            _free(old)
        self._strip, self._bar = SampleStrip(self.theme), TopBar(self.theme)
        self._reading_strip = ReadingStrip(self.theme)
        for at, bar in enumerate((self._reading_strip, self._strip, self._bar)):
            self._right.insertWidget(at, bar)
        # Only now: shown without a parent it would be a window of its own and take the keys.
        self._strip.setVisible(self._sample)
        self._reading_strip.setVisible(bool(self._no_writing))
        if self._no_writing:
            hold(self._bar.capture, self._no_writing)
        self._reading_strip.writing_asked.connect(self.writing_asked)
        self._strip.leave_asked.connect(self.own_team_asked)
        self._bar.capture_asked.connect(self.capture_asked)
        self._bar.command_asked.connect(self.open_palette)

    def _build_nav(self) -> None:
        _free(self._nav)
        self._nav = Nav(self.theme, rail=self._room.is_rail)
        self._row.insertWidget(0, self._nav)
        self._nav.show_pages(list(self._pages.values()))
        self._nav.show_reps(self._reps)
        self._nav.set_saved(self._saved)
        self._nav.show_waiting(self._waiting)
        self._light()
        strips = [self._reading_strip.again, self._strip.leave]
        stops = [*self._nav.tab_stops(), *strips, self._bar.capture, self._bar.command]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._nav.page_opened.connect(self.show_page)
        self._nav.rep_opened.connect(self.rep_opened)
        self._nav.add_rep_asked.connect(self.add_rep_asked)
        if self._no_writing:
            hold(self._nav.add, self._no_writing)
        self._nav.waiting_asked.connect(self.waiting_asked)
        self._nav.retry_asked.connect(self.retry_asked)
        self._nav.settings_asked.connect(self._open_settings)

    def _reflow(self) -> None:
        before, room = self._room, Room(round(self.width() * 100 / self.theme.zoom))
        self._room = room
        if before.is_rail != room.is_rail:
            self._build_nav()
        if self._current is not None:
            self._frame_for(self._current)
            self._current.reflow(room)
        self._bar.command.setVisible(room.has_command)

    def _frame_for(self, page: Page) -> None:
        self._nav.setVisible(not page.full_bleed)
        self._bar.setVisible(not page.full_bleed)
        self._strip.setVisible(self._sample and not page.full_bleed)
        self._reading_strip.setVisible(bool(self._no_writing))
        self._light()

    def _light(self) -> None:
        if self._current is not None:
            self._nav.light(self._current.nav, self._rep_id)

    def _open_settings(self) -> None:
        popup = settings_popup(self, self._nav.settings)
        popup.chosen.connect(self.registry.run)
        popup.drop_from(self._nav.settings)

    def _say_why(self, why: str) -> None:
        self.say(why or _("This cannot be done now."), can_undo=False)


def _scroll_around(widget: QWidget) -> ScrollPage | None:
    """The scrolling page a widget stands on."""
    step: QWidget | None = widget.parentWidget()
    while step is not None and not isinstance(step, ScrollPage):
        step = step.parentWidget()
    return step


def _free(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
