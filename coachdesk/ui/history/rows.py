"""One change as a row: its moment, what it was, whom it was about, what became different."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, Run, runs, text
from coachdesk.ui.kit.marks import tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.dates import clock, near_day
from coachdesk.views.history import HistoryEntry

LINE, PAD = 18, 9


@dataclass(frozen=True, slots=True)
class ChangePainter:
    """The newest first; what was taken back is quiet and says so."""

    theme: Theme
    as_of: date

    def height(self, row: HistoryEntry, width: int) -> int:
        return self.theme.px(2 * PAD + 20 + LINE * len(row.details))

    def name(self, row: HistoryEntry) -> str:
        parts = (self._moment(row), self._what(row), ", ".join(row.reps), *row.details, _tag(row))
        return ", ".join(part for part in parts if part)

    def tip(self, row: HistoryEntry) -> str:
        return "\n".join(row.details)

    def paint(self, c: Canvas, rect: QRectF, row: HistoryEntry, look: RowLook) -> None:
        px = c.theme.px
        top = rect.top() + px(PAD)
        left, right = rect.left() + px(20), rect.right() - px(20)
        ink, quiet = ("muted", "muted") if row.is_undone else ("ink", "ink2")
        text(c, QRectF(left, top, px(112), px(20)), self._moment(row), "small#", "ink2")
        left += px(120)
        words = _tag(row)
        if words:
            tag(c, right, top + px(10), words, "quiet")
            right -= tag_width(c, words) + px(12)
        parts = [Run(self._what(row), "bodyStrong", ink)]
        if row.reps:
            parts.append(
                Run("  " + ", ".join(row.reps), "body", "muted" if row.is_undone else "ink2")
            )
        runs(c, QRectF(left, top, right - left, px(20)), parts)
        for line, detail in enumerate(row.details):
            area = QRectF(left, top + px(20 + LINE * line), rect.right() - px(20) - left, px(LINE))
            text(c, area, detail, "small", quiet)

    def _moment(self, row: HistoryEntry) -> str:
        return f"{near_day(row.at.date(), self.as_of)} {clock(row.at.time())}"

    def _what(self, row: HistoryEntry) -> str:
        kinds = {
            "undo": _("Taken back: {what}"),
            "redo": _("Done again: {what}"),
            "print": _("Printed: {what}"),
            "erase": _("Erased: {what}"),
        }
        what = row.what if row.kind in kinds else row.what[:1].upper() + row.what[1:]
        return kinds.get(row.kind, "{what}").format(what=what)


def _tag(row: HistoryEntry) -> str:
    return _("taken back") if row.is_undone else ""
