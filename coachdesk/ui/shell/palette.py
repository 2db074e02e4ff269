"""The command palette (Ctrl+K): everything that can be done here, and every rep, by typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.ui.kit.canvas import LEFT, RIGHT, Canvas, text
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import avatar, key_hint
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.actions import Registry
from coachdesk.ui.shell.nav import NavRep

MOST = 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: an action (`action_id`) or a rep."""

    title: str
    keys: str = ""
    why_not: str = ""
    action_id: str = ""
    rep: NavRep | None = None


def entries(registry: Registry, reps: Sequence[NavRep]) -> list[Entry]:
    """What can be done here, then the reps, then what cannot be done now and why."""
    actions = [Entry(a.title, a.keys, a.when(), action_id=a.id) for a in registry.listed() if a.run]
    people = [Entry(rep.name, rep.when, rep=rep) for rep in reps]
    able = [entry for entry in actions if not entry.why_not]
    return [*able, *people, *(entry for entry in actions if entry.why_not)]


def matching(found: Sequence[Entry], typed: str) -> list[Entry]:
    """Entries that hold every typed word; those that begin with it first."""
    words = typed.casefold().split()
    kept = [e for e in found if all(word in e.title.casefold() for word in words)]
    begins = typed.casefold().strip()
    return sorted(kept, key=lambda e: not e.title.casefold().startswith(begins))


class _EntryPainter:
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Entry, width: int) -> int:
        return self._theme.px(36)

    def name(self, row: Entry) -> str:
        return ", ".join(part for part in (row.title, row.keys, row.why_not) if part)

    def paint(self, c: Canvas, rect: QRectF, row: Entry, look: RowLook) -> None:
        px, cy = c.theme.px, rect.center().y()
        color = "ink3" if row.why_not else "accent" if look.current else "ink2"
        if row.rep:
            avatar(c, rect.left() + px(17), cy, row.rep.initials)
        else:
            name = "ban" if row.why_not else "corner-down-left" if look.current else "chevron-right"
            icon(c, rect.left() + px(20), round(cy - px(8)), name, color)
        right = rect.right() - px(20)
        if row.why_not:
            area = QRectF(rect.left() + px(260), rect.top(), 0, rect.height())
            area.setRight(right)
            right -= text(c, area, row.why_not, "small", "muted", RIGHT) + px(12)
        elif row.rep:
            area = QRectF(rect.left(), rect.top(), right - rect.left(), rect.height())
            right -= text(c, area, row.keys, "small#", "ink2", RIGHT) + px(12)
        elif row.keys:
            right -= key_hint(c, right, cy, row.keys) + px(12)
        area = QRectF(rect.left() + px(48), rect.top(), 0, rect.height())
        area.setRight(right)
        role = "bodyMedium" if look.current else "body"
        text(c, area, row.title, role, "muted" if row.why_not else "ink", LEFT)


class Palette(Overlay):
    """Type, Up and Down, Enter. `rep_chosen` goes to a rep; actions run through the registry."""

    rep_chosen = Signal(object)

    def __init__(
        self, theme: Theme, window: QWidget, registry: Registry, reps: Sequence[NavRep]
    ) -> None:
        super().__init__(theme, window, _("Search or run a command"), width=620)
        self._registry, self._all = registry, entries(registry, reps)
        self.field = Field(theme, _("Search or run a command"), icon="search")
        self.list = Rows(theme, _EntryPainter(theme), name=_("Matches"), select=True, ruled=False)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Text(theme, _("Nothing is called that."), "body", "ink2")
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
        found = matching(self._all, typed)[:MOST]
        self.list.set_rows(found)
        self.list.setVisible(bool(found))
        self._none.setVisible(not found)
        if found:
            self.list.set_current(0)
        self.fit()

    def _choose(self, entry: Entry) -> None:
        if entry.why_not:
            return
        self.close_panel()
        if entry.rep is not None:
            self.rep_chosen.emit(entry.rep.id)
        else:
            self._registry.run(entry.action_id)
