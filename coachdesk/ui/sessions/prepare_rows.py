"""How promises, events and questions are painted on the page before a talk."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRectF

from coachdesk.domain.vocabulary import PromiseState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, hairline, text
from coachdesk.ui.kit.marks import check, rating_dots, tag
from coachdesk.ui.kit.rows import TICK, RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.ui.sessions.check_head import INDENT
from coachdesk.ui.sessions.prepare_state import Ticked, promise_tag
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import Event
from coachdesk.views.promises import PromiseRow

PAD = 16


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with its tag; `just_kept` was ticked here and stays struck."""

    id: object
    row: PromiseRow
    who: str
    tag: str
    state: str
    just_kept: bool

    @property
    def is_open(self) -> bool:
        """Whether it can be ticked."""
        return self.row.state is PromiseState.OPEN


def promised(row: PromiseRow, name: str, as_of: date, just_kept: bool) -> Promised:
    """A promise as the list shows it."""
    words, state = promise_tag(row, as_of)
    return Promised(row.id, row, "" if row.is_mine else name, words, state, just_kept)


class PromisedPainter:
    """Who, what, and when; the box can be ticked."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Promised, width: int) -> int:
        px = self._theme.px
        room = width - px(INDENT + 16 + 10 + 58 + PAD + 10) - self._tag_room(row)
        return wrapped_height(self._theme, row.row.text, "body", room) + px(8)

    def name(self, row: Promised) -> str:
        who = _("{name}’s promise").format(name=row.who) if row.who else _("Your promise")
        parts = [who, row.row.text, row.tag, _("checkbox") if row.is_open else ""]
        return ", ".join(part for part in parts if part)

    def tip(self, row: Promised) -> str:
        return ""

    def hit(self, row: Promised, rect: QRectF, pos: QPoint) -> str:
        return TICK if pos.x() < rect.left() + self._theme.px(INDENT + 26) else ""

    def paint(self, c: Canvas, rect: QRectF, row: Promised, look: RowLook) -> None:
        px = c.theme.px
        cy = rect.top() + px(14)
        check(c, rect.left() + px(INDENT), cy, not row.is_open, faint=not row.is_open)
        x = rect.left() + px(INDENT + 26)
        who = QRectF(x, rect.top() + px(4), px(50), px(20))
        words, role = (row.who, "body") if row.who else (_("You"), "bodyMedium")
        text(c, who, words, role, "ink2" if row.who else "accent")
        right = rect.right() - px(PAD)
        tag(c, right, cy, row.tag, row.state)
        area = QRectF(x + px(58), rect.top() + px(4), 0, rect.height())
        area.setRight(right - self._tag_room(row) - px(10))
        wrapped(c, area, row.row.text, "body", "muted" if row.just_kept else "ink")
        if row.just_kept:
            drawn = min(c.theme.width(row.row.text, "body"), area.width())
            c.p.fillRect(QRectF(area.left(), round(cy), drawn, hairline(c.p)), c.theme.c("muted"))

    def _tag_room(self, row: Promised) -> float:
        return round(self._theme.width(row.tag, "smallMedium")) + 2 * self._theme.px(6)


class EventPainter:
    """A rated event: dots, the words it rests on, and where and when."""

    def __init__(self, theme: Theme, as_of: date) -> None:
        self._theme, self._as_of = theme, as_of

    def height(self, row: Event, width: int) -> int:
        room = width - self._theme.px(INDENT + 74 + PAD + 12) - self._where_room(row, width)
        return wrapped_height(self._theme, row.words, "body", room) + self._theme.px(8)

    def name(self, row: Event) -> str:
        return _("Rated {value} of 5, {words}, {where}").format(
            value=row.value, words=row.words, where=self._where(row)
        )

    def tip(self, row: Event) -> str:
        return row.words

    def paint(self, c: Canvas, rect: QRectF, row: Event, look: RowLook) -> None:
        px = c.theme.px
        x = rect.left() + px(INDENT)
        rating_dots(c, x, rect.top() + px(14), row.value)
        room = self._where_room(row, rect.width())
        place = QRectF(rect.right() - px(PAD) - room, rect.top() + px(4), room, px(20))
        text(c, place, self._where(row), "small#", "ink2", RIGHT)
        area = QRectF(x + px(74), rect.top() + px(4), 0, rect.height())
        area.setRight(place.left() - px(12))
        wrapped(c, area, row.words)

    def _where_room(self, row: Event, width: float) -> float:
        return min(self._theme.width(self._where(row), "small#"), width * 0.34)

    def _where(self, row: Event) -> str:
        day = near_day(row.day, self._as_of)
        return f"{row.account} · {day}" if row.account else day


class QuestionPainter:
    """A question with its box, and below it why it is here; long ones take more lines."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Ticked, width: int) -> int:
        room, px = self._room(row, width), self._theme.px
        why = wrapped_height(self._theme, row.why, "small#", room) + px(2) if row.why else 0
        return wrapped_height(self._theme, row.text, "body", room) + why + px(10)

    def name(self, row: Ticked) -> str:
        state = _("chosen") if row.on else _("not chosen")
        return ", ".join(part for part in (row.text, row.why, row.hint, state) if part)

    def hit(self, row: Ticked, rect: QRectF, pos: QPoint) -> str:
        return TICK

    def paint(self, c: Canvas, rect: QRectF, row: Ticked, look: RowLook) -> None:
        px = c.theme.px
        check(c, rect.left() + px(INDENT), rect.top() + px(15), row.on)
        hint = rect.adjusted(0, px(5), -px(PAD), 0)
        hint.setHeight(px(20))
        text(c, hint, row.hint, "small#", "ink2", RIGHT)
        left, room = rect.left() + px(INDENT + 24), self._room(row, rect.width())
        area = QRectF(left, rect.top() + px(5), room, rect.height())
        wrapped(c, area, row.text)
        if row.why:
            area.translate(0, wrapped_height(c.theme, row.text, "body", room) + px(1))
            wrapped(c, area, row.why, "small#", "ink2")

    def _room(self, row: Ticked, width: float) -> float:
        px = self._theme.px
        return width - px(INDENT + 24 + PAD + 12) - self._theme.width(row.hint, "small#")
