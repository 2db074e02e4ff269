"""The rows only Today has: later talks, the Inbox, and talks that were not wrapped up."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.domain.day_names import short_day
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.kit.canvas import Canvas, Run, box, runs, text
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.marks import avatar, mark, rating_dots, tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.today.state import missing_words, unfinished_words
from coachdesk.views.dates import clock
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.talks import TalkHead
from coachdesk.views.today import InboxRow, LaterTalk


def figure_words(figure: LinkFigure) -> str:
    """“Value positioning · 3 of 9 rated 4+”, or what is missing."""
    if figure.is_shown:
        words = _("{title} · {x} of {n} rated 4+")
        return words.format(title=figure.title, x=figure.x, n=figure.n)
    return _("{title} · needs {n} more events").format(title=figure.title, n=figure.needs)


@dataclass(frozen=True, slots=True)
class LaterPainter:
    """Start, rep, the one behaviour, and whether it is prepared."""

    theme: Theme

    def height(self, row: LaterTalk, width: int) -> int:
        return self.theme.px(40)

    def name(self, row: LaterTalk) -> str:
        start = clock(row.head.start) if row.head.start else ""
        focus = figure_words(row.focus) if row.focus else ""
        return ", ".join(part for part in (start, row.head.name, focus, _ready(row)[0]) if part)

    def paint(self, c: Canvas, rect: QRectF, row: LaterTalk, look: RowLook) -> None:
        px, cy, height = c.theme.px, rect.center().y(), rect.height()
        x = rect.left() + px(16)
        start = clock(row.head.start) if row.head.start else ""
        text(c, QRectF(x, rect.top(), px(48), height), start, "body#", "ink2")
        x += px(50)
        x += avatar(c, x, cy, row.head.initials) + px(10)
        text(c, QRectF(x, rect.top(), px(108), height), row.head.name, "bodyStrong")
        x += px(114)
        words, state = _ready(row)
        tag(c, rect.right() - px(16), cy, words, state)
        right = rect.right() - px(16) - tag_width(c, words) - px(12)
        if row.focus is not None:
            x += mark(c, x, cy, row.focus.behaviour.value) + px(10)
            area = QRectF(x, rect.top(), max(0.0, right - x), height)
            text(c, area, figure_words(row.focus), "body#", "ink2")


def _ready(row: LaterTalk) -> tuple[str, str]:
    if row.head.state is TalkState.PREPARED:
        return _("Brief ready"), "good"
    return _("3 min to prepare"), "quiet"


@dataclass(frozen=True, slots=True)
class InboxPainter:
    """Day, words and what is missing; a private row shows none of its words."""

    theme: Theme
    as_of: date

    def height(self, row: InboxRow, width: int) -> int:
        return self.theme.px(35)

    def name(self, row: InboxRow) -> str:
        what = _("private line, covered") if row.is_private else row.text
        parts = (short_day(row.day), row.rep_name, _known(row), what, missing_words(row))
        return ", ".join(part for part in parts if part)

    def tip(self, row: InboxRow) -> str:
        return row.text

    def paint(self, c: Canvas, rect: QRectF, row: InboxRow, look: RowLook) -> None:
        px, cy, height = c.theme.px, rect.center().y(), rect.height()
        x = rect.left() + px(16)
        text(c, QRectF(x, rect.top(), px(48), height), short_day(row.day), "body#", "ink2")
        x += px(50)
        kind = row.behaviour.value if row.behaviour else "observation"
        x += mark(c, x, cy, "private" if row.is_private else kind) + px(10)
        if row.value is not None:
            x += rating_dots(c, x, cy, row.value) + px(10)
        words = missing_words(row)
        right = rect.right() - px(16)
        tag(c, right, cy, words, "warn")
        right -= tag_width(c, words) + px(12)
        parts = [Run(f"{row.rep_name}  ", "bodyStrong")] if row.rep_name else []
        if row.is_private:
            parts.append(Run(_("Private line"), "body", "ink2"))
        else:
            parts.append(Run(row.text))
        end = runs(c, QRectF(x, rect.top(), max(0.0, right - x), height), parts)
        if row.is_private:
            cover = QRectF(end + px(10), cy - px(4), max(0.0, right - end - px(20)), px(8))
            box(c, cover, 4, "line")


def _known(row: InboxRow) -> str:
    """“Transition, rating 4”, as far as it is known."""
    guide = shipped_playbook().behaviours[row.behaviour] if row.behaviour else None
    rating = _("rating {n}").format(n=row.value) if row.value is not None else ""
    return ", ".join(part for part in (guide.title if guide else "", rating) if part)


@dataclass(frozen=True, slots=True)
class UnfinishedPainter:
    """A talk that still wants a word: “Owen, 5 March, not wrapped up”."""

    theme: Theme

    def height(self, row: TalkHead, width: int) -> int:
        return self.theme.px(38)

    def name(self, row: TalkHead) -> str:
        return unfinished_words(row)

    def paint(self, c: Canvas, rect: QRectF, row: TalkHead, look: RowLook) -> None:
        px = c.theme.px
        side = px(16)
        icon(c, rect.left() + px(16), rect.center().y() - side / 2, "clock", "warn", 16)
        go = unfinished_step(row)
        width = c.theme.width(go, "bodyMedium")
        area = QRectF(rect.right() - px(16) - width - 1, rect.top(), width + 1, rect.height())
        text(c, area, go, "bodyMedium", "accent")
        x = rect.left() + px(42)
        text(
            c,
            QRectF(x, rect.top(), area.left() - px(12) - x, rect.height()),
            unfinished_words(row),
            "bodyStrong" if look.current else "body",
        )


def unfinished_step(row: TalkHead) -> str:
    """What Enter does with it."""
    if row.state is TalkState.RUNNING:
        return _("Go on")
    if row.state is TalkState.HELD:
        return _("Wrap up")
    return _("Say what it was")
