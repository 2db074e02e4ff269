"""The rows of the command palette: commands, reps, and records that were found."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from coachdesk.domain.searching import Excerpt
from coachdesk.ui.kit.canvas import LEFT, RIGHT, Canvas, Run, runs, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import avatar, key_hint
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.actions import Registry
from coachdesk.ui.shell.nav import NavRep
from coachdesk.views.search import Hit


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: an action (`action_id`) or a rep."""

    title: str
    keys: str = ""
    why_not: str = ""
    action_id: str = ""
    rep: NavRep | None = None


@dataclass(frozen=True, slots=True)
class HitRow:
    """One record that was found."""

    hit: Hit

    @property
    def about(self) -> str:
        """“event · Priya Raman · 24 Feb”."""
        parts = (self.hit.title, self.hit.rep, self.hit.when)
        return " · ".join(part for part in parts if part)


def entries(registry: Registry, reps: Sequence[NavRep]) -> list[Entry]:
    """What can be done here, then the reps, then what cannot be done now and why."""
    why_not = registry.why_not
    actions = [
        Entry(a.title, a.keys, why_not(a), action_id=a.id) for a in registry.listed() if a.run
    ]
    people = [Entry(rep.name, rep.when, rep=rep) for rep in reps]
    able = [entry for entry in actions if not entry.why_not]
    return [*able, *people, *(entry for entry in actions if entry.why_not)]


def matching(found: Sequence[Entry], typed: str) -> list[Entry]:
    """Entries that hold every typed word; those that begin with it first."""
    words = typed.casefold().split()
    kept = [e for e in found if all(word in e.title.casefold() for word in words)]
    begins = typed.casefold().strip()
    return sorted(kept, key=lambda e: not e.title.casefold().startswith(begins))


class EntryPainter:
    """Commands, reps and what was found, in one list."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Entry | HitRow, width: int) -> int:
        return self._theme.px(50 if isinstance(row, HitRow) else 36)

    def name(self, row: Entry | HitRow) -> str:
        if isinstance(row, HitRow):
            return f"{row.hit.excerpt.text}, {row.about}"
        return ", ".join(part for part in (row.title, row.keys, row.why_not) if part)

    def paint(self, c: Canvas, rect: QRectF, row: Entry | HitRow, look: RowLook) -> None:
        if isinstance(row, HitRow):
            self._paint_hit(c, rect, row, look)
        else:
            self._paint_entry(c, rect, row, look)

    def _paint_hit(self, c: Canvas, rect: QRectF, row: HitRow, look: RowLook) -> None:
        px = c.theme.px
        color = "accent" if look.current else "ink3"
        icon(c, rect.left() + px(20), rect.top() + px(8), "search", color)
        left, width = rect.left() + px(48), rect.width() - px(68)
        first = QRectF(left, rect.top() + px(5), width, px(20))
        runs(c, first, _marked(row.hit.excerpt))
        second = QRectF(left, rect.top() + px(25), width, px(18))
        text(c, second, row.about, "small#", "ink2")

    def _paint_entry(self, c: Canvas, rect: QRectF, row: Entry, look: RowLook) -> None:
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


def _marked(piece: Excerpt) -> list[Run]:
    """The piece with the found words in strong."""
    parts, at = [], 0
    for start, end in piece.at:
        parts += [Run(piece.text[at:start]), Run(piece.text[start:end], "bodyStrong")]
        at = end
    return [part for part in (*parts, Run(piece.text[at:])) if part.text]
