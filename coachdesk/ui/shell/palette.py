"""The command palette (Ctrl+K): everything that can be done or found here, by typing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.actions import Registry
from coachdesk.ui.shell.nav import NavRep
from coachdesk.ui.shell.palette_rows import Entry, EntryPainter, HitRow, entries, matching
from coachdesk.views.search import Hit

Search = Callable[[str], Sequence[Hit]]
MOST, MOST_BESIDE_HITS, MOST_HITS = 9, 4, 7
LEAST_TYPED = 2


def nothing_to_search(_typed: str) -> Sequence[Hit]:
    """Before a store is open nothing is found."""
    return ()


class Palette(Overlay):
    """Type, Up and Down, Enter. `rep_chosen` goes to a rep, `hit_chosen` to what was found.

    Actions run through the registry.
    """

    rep_chosen = Signal(object)
    hit_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        registry: Registry,
        reps: Sequence[NavRep],
        search: Search = nothing_to_search,
    ) -> None:
        super().__init__(theme, window, _("Search or run a command"), width=620)
        self._registry, self._all, self._search = registry, entries(registry, reps), search
        self.field = Field(theme, _("Search or run a command"), icon="search")
        self.list = Rows(theme, EntryPainter(theme), name=_("Matches"), select=True, ruled=False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Text(theme, _("Nothing was found."), "body", "ink2")
        self.card.add(self.field, pad=(16, 16, 16, 12))
        body = QWidget()
        stack = QVBoxLayout(body)
        stack.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        stack.setSpacing(0)
        stack.addWidget(self.list)
        stack.addWidget(self._none, 0, Qt.AlignmentFlag.AlignHCenter)
        self.card.add(body, rule=True)
        self.field.textChanged.connect(self._filter)
        self.list.opened.connect(self._choose)
        self.field.installEventFilter(self)
        self._filter("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
            count = len(self.list.rows())
            if step and count:
                self.list.set_current((self.list.currentIndex().row() + step) % count)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                entry = self.list.current_row()
                if entry is not None:
                    self._choose(entry)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        found = self._found(typed)
        self.list.set_rows(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            self.list.set_current(0)
        self.fit()

    def _found(self, typed: str) -> list[Entry | HitRow]:
        matches = matching(self._all, typed)
        hits = self._search(typed) if len(typed.strip()) >= LEAST_TYPED else ()
        # A rep is listed once: with the next one-on-one beside the name.
        fresh = [HitRow(hit) for hit in hits if hit.entity != "rep"][:MOST_HITS]
        return [*matches[: MOST_BESIDE_HITS if fresh else MOST], *fresh]

    def _choose(self, entry: Entry | HitRow) -> None:
        if isinstance(entry, Entry) and entry.why_not:
            return
        self.close_panel()
        if isinstance(entry, HitRow):
            self.hit_chosen.emit(entry.hit)
            return
        if entry.rep is not None:
            self.rep_chosen.emit(entry.rep.id)
        else:
            self._registry.run(entry.action_id)
