"""The row of a promise: a box to tick, who, what, and when it is due as a tag."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, hairline, text
from coachdesk.ui.kit.marks import check, tag, tag_width
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme

BOX_ENDS, PAD = 40, 16


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What one promise shows; `who` is "" for the manager's own, `state` a tag's state."""

    id: object
    what: str
    due: str = ""
    state: str = "quiet"
    who: str = ""
    done: bool = False

    def sentence(self) -> str:
        """What a screen reader says."""
        owner = _("{name}’s promise").format(name=self.who) if self.who else _("Your promise")
        due = _("due {day}").format(day=self.due) if self.due else ""
        ticked = _("kept") if self.done else _("checkbox")
        return ", ".join(part for part in (owner, self.what, due, ticked) if part)


class PromisePainter:
    """Paints `PromiseLine`s for `Rows`; the others' rows lie on a sunk ground."""

    def __init__(self, theme: Theme, *, height: int = 36, who_width: int = 58) -> None:
        self._theme, self._height, self._who_width = theme, height, who_width

    def height(self, row: PromiseLine, width: int) -> int:
        return self._theme.px(self._height)

    def name(self, row: PromiseLine) -> str:
        return row.sentence()

    def tip(self, row: PromiseLine) -> str:
        return row.what

    def is_sunk(self, row: PromiseLine) -> bool:
        return bool(row.who)

    def hit(self, row: PromiseLine, rect: QRectF, pos: QPoint) -> str:
        return TICK if pos.x() < rect.left() + self._theme.px(BOX_ENDS) else ""

    def paint(self, c: Canvas, rect: QRectF, row: PromiseLine, look: RowLook) -> None:
        px, cy = c.theme.px, rect.center().y()
        check(c, rect.left() + px(PAD), cy, row.done)
        right = rect.right() - px(PAD)
        if row.due:
            tag(c, right, cy, row.due, row.state)
            right -= tag_width(c, row.due) + px(10)
        x = rect.left() + px(PAD + 16 + 10)
        if row.who:
            who = QRectF(x, rect.top(), px(self._who_width) - px(8), rect.height())
            text(c, who, row.who, "body", "ink2")
            x += px(self._who_width)
        area = QRectF(x, rect.top(), max(0.0, right - x), rect.height())
        drawn = text(c, area, row.what, "body", "muted" if row.done else "ink")
        if row.done:
            c.p.fillRect(QRectF(x, round(cy), drawn, hairline(c.p)), c.theme.c("muted"))
