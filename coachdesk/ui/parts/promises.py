"""Promises as lines: the words of a due day, and which tint they get."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.domain.day_names import short_day
from coachdesk.domain.vocabulary import PromiseState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, text
from coachdesk.ui.kit.marks import tag
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.ui.parts.promise_rows import OpenPromise
from coachdesk.views.dates import due_words
from coachdesk.views.promises import PromiseRow

MOST_LINES, OFTEN = 3, 2


@dataclass(frozen=True, slots=True)
class DueTag:
    """When a promise is due, or how it ended, as a tag."""

    words: str
    state: str


def due_tag(row: PromiseRow, as_of: date) -> DueTag:
    """Red when overdue, amber today, green once kept."""
    if row.state in (PromiseState.KEPT, PromiseState.KEPT_LATE):
        day = row.delivered_day or row.closed_day or row.due_day
        return DueTag(_("done {day}").format(day=short_day(day)), "good")
    if row.state is not PromiseState.OPEN:
        return DueTag(_("closed"), "quiet")
    words = due_words(row.due_day, as_of)
    if row.due_day < as_of:
        return DueTag(words, "bad")
    return DueTag(words, "warn" if row.due_day == as_of else "quiet")


def promise_line(row: PromiseRow, as_of: date, *, done: bool = False) -> OpenPromise:
    """The row with its box; `done` strikes it."""
    due = due_tag(row, as_of)
    return OpenPromise(
        id=row.id,
        what=row.text,
        due=due.words,
        state=due.state,
        who="" if row.is_mine else row.rep_name,
        done=done,
        note=moved_words(row) if is_often_moved(row) else "",
    )


def is_often_moved(row: PromiseRow) -> bool:
    """A promise moved twice is pointed out (rules §2)."""
    return row.moved >= OFTEN


def moved_words(row: PromiseRow) -> str:
    """“moved twice”."""
    return _("moved twice") if row.moved == OFTEN else _("moved {n} times").format(n=row.moved)


@dataclass(frozen=True, slots=True)
class BetweenPainter:
    """Promises of both sides in a brief: You in amber, then the rep's name."""

    theme: Theme
    as_of: date
    who_width: int = 46

    def height(self, row: PromiseRow, width: int) -> int:
        return self.theme.px(6) + len(self._lines(row, width)) * self.theme.line("body")

    def name(self, row: PromiseRow) -> str:
        owner = _("Your promise") if row.is_mine else _("{name}’s promise")
        return ", ".join(
            (owner.format(name=row.rep_name), row.text, due_tag(row, self.as_of).words)
        )

    def tip(self, row: PromiseRow) -> str:
        return row.text

    def paint(self, c: Canvas, rect: QRectF, row: PromiseRow, look: RowLook) -> None:
        px, due = c.theme.px, due_tag(row, self.as_of)
        first = QRectF(rect.left() + px(6), rect.top() + px(3), rect.width(), px(20))
        tag(c, rect.right() - px(4), first.center().y(), due.words, due.state)
        who = _("You") if row.is_mine else row.rep_name
        role, color = ("bodyStrong", "warnText") if row.is_mine else ("body", "ink2")
        text(c, QRectF(first.left(), first.top(), px(self.who_width), px(20)), who, role, color)
        area = first.adjusted(px(self.who_width + 6), 0, 0, 0)
        paint_lines(c, area, self._lines(row, round(rect.width())), "body")

    def _lines(self, row: PromiseRow, width: int) -> list[str]:
        px = self.theme.px
        due = due_tag(row, self.as_of).words
        taken = px(6 + self.who_width + 6 + 26) + self.theme.width(due, "smallMedium")
        return broken(self.theme, row.text, "body", max(px(60), width - taken), MOST_LINES)
