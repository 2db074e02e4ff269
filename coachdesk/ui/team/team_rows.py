"""The table of the team, and the rows of the cards below it."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.bars import track_color
from coachdesk.ui.kit.canvas import CENTER, RIGHT, Canvas, box, canvas, text
from coachdesk.ui.kit.marks import avatar, hue, mark, tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.team import team_state as state
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.team import AwayRow, LeftRow, NameRow, NotSeen, TeamRow

ROW, HEAD, PAD, BAR, PITCH = 65, 36, 16, 42, 46
LINKS = ("need_identification", "value_positioning", "transition", "follow_through", "all_win")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the columns of the table begin, in logical pixels; None is a column left out.

    Where there is little room, the focus goes first, then the next one-on-one stands below the
    name, then the bars go: the rep's own page has them all.
    """

    name: float
    name_ends: float
    next: float | None
    bars: float | None
    focus: float | None
    promises: float
    seen: float | None
    right: float


def places(theme: Theme, width: float) -> Places:
    """The columns at this width."""
    px, room = theme.px, width * 100 / theme.zoom
    name, right = px(PAD + 28 + 12), width - px(PAD)
    bars_wide = 4 * PITCH + BAR
    if room >= 960:
        focus = px(616)
        promises = width - px(202)
        return Places(name, px(218), px(230), px(358), focus, promises, width - px(90), right)
    if room >= 700:
        bars = width - px(PAD + 74 + 116 + bars_wide + 8)
        promises = width - px(PAD + 74 + 108)
        at = bars - px(118)
        return Places(name, at - px(12), at, bars, None, promises, width - px(90), right)
    promises = width - px(PAD + 100)
    if room >= 500:
        bars = promises - px(bars_wide + 14)
        return Places(name, bars - px(12), None, bars, None, promises, None, right)
    return Places(name, promises - px(12), None, None, None, promises, None, right)


class TableHead(QWidget):
    """The names of the columns; the rows say them in their sentences."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(HEAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, at = self._theme.px, places(self._theme, self.width())
        height = float(self.height())

        def word(x: float, ends: float, words: str, align: str = "left") -> None:
            text(c, QRectF(x, 0, ends - x, height), words, "label", "ink2", align)

        word(px(PAD), at.name_ends, _("Rep"))
        if at.next is not None:
            word(at.next, at.next + px(124), _("Next one-on-one"))
        if at.bars is not None:
            for n, kind in enumerate(LINKS):
                mark(c, at.bars + px(n * PITCH + (BAR - 18) / 2), height / 2, kind)
        if at.focus is not None:
            word(at.focus, at.promises - px(12), _("Working on"))
        word(at.promises, at.seen or at.right, _("Promises"))
        if at.seen is not None:
            word(at.seen, at.right, _("Last seen"), RIGHT)


@dataclass(frozen=True, slots=True)
class TeamPainter:
    """A rep in a line: who, when, five bars, the one behaviour, what is due, when seen."""

    theme: Theme
    as_of: date

    def height(self, row: TeamRow, width: int) -> int:
        return self.theme.px(ROW)

    def name(self, row: TeamRow) -> str:
        return state.row_sentence(row, self.as_of)

    def tip(self, row: TeamRow) -> str:
        return row.working_on.expectation if row.working_on else ""

    def paint(self, c: Canvas, rect: QRectF, row: TeamRow, look: RowLook) -> None:
        px, at = c.theme.px, places(c.theme, rect.width())
        cy, top = rect.center().y(), rect.top()
        avatar(c, rect.left() + px(PAD), cy, row.initials, 28)
        is_today = row.next_talk is not None and row.next_talk.day == self.as_of
        when = state.next_words(row, self.as_of)
        below = row.role if at.next is not None else when
        self._two(c, rect, at.name, at.name_ends, row.name, below, "bodyStrong")
        if at.next is not None:
            area = QRectF(at.next, top, px(116), rect.height())
            text(c, area, when, "body#", "ink" if is_today else "ink2")
        if at.bars is not None:
            for n, figure in enumerate(row.figures):
                _bar(c, QRectF(at.bars + px(n * PITCH), cy - px(14), px(BAR), px(28)), figure)
        if at.focus is not None:
            self._focus(c, rect, at, row)
        words, kind = state.promise_words(row.promises, self.as_of)
        tag(c, at.promises + tag_width(c, words), cy, words, kind)
        if at.seen is not None:
            seen = state.seen_words(row.last_seen, self.as_of)
            color = "warnText" if state.is_long_ago(row.last_seen, self.as_of) else "ink2"
            area = QRectF(at.seen, top, at.right - at.seen, rect.height())
            text(c, area, seen, "body#", color, RIGHT)

    def _focus(self, c: Canvas, rect: QRectF, at: Places, row: TeamRow) -> None:
        px, focus = c.theme.px, at.focus or 0.0
        if row.working_on is None:
            text(c, QRectF(focus, rect.top(), px(120), rect.height()), "–", "body", "ink2")
            return
        mark(c, focus, rect.center().y(), row.working_on.behaviour.value)
        ends, title = at.promises - px(16), row.working_on.title
        self._two(c, rect, focus + px(28), ends, title, row.working_on.expectation, "body")

    def _two(
        self, c: Canvas, rect: QRectF, x: float, ends: float, first: str, second: str, role: str
    ) -> None:
        """One line, or two under each other, in the middle of the row."""
        line, wide = c.theme.line("body"), max(0.0, ends - x)
        if not second:
            text(c, QRectF(x, rect.top(), wide, rect.height()), first, role)
            return
        below = c.theme.line("small")
        y = rect.center().y() - (line + below) / 2
        text(c, QRectF(x, y, wide, line), first, role)
        text(c, QRectF(x, y + line, wide, below), second, "small#", "ink2")


def _bar(c: Canvas, rect: QRectF, figure: LinkFigure) -> None:
    """The count above a bar; below the least number of events an outline, never a share."""
    px, line = c.theme.px, c.theme.line("small")
    words = QRectF(rect.left(), rect.top(), rect.width(), line)
    text(c, words, state.count_words(figure), "small#", "ink2", CENTER)
    track = QRectF(rect.left(), round(rect.bottom() - px(7)), rect.width(), px(6))
    if figure.share is None:
        box(c, track, 2, None, "control", dashed=True)
        return
    box(c, track, 2, track_color(c.theme))
    if figure.x:
        track.setWidth(max(px(4), track.width() * figure.share))
        box(c, track, 2, hue(figure.behaviour.value))


@dataclass(frozen=True, slots=True)
class LeftPainter:
    """Someone who is not on the team now."""

    theme: Theme
    as_of: date

    def height(self, row: LeftRow, width: int) -> int:
        return self.theme.px(40)

    def name(self, row: LeftRow) -> str:
        return ", ".join(part for part in (row.name, row.role, self._when(row)) if part)

    def paint(self, c: Canvas, rect: QRectF, row: LeftRow, look: RowLook) -> None:
        _person(c, rect, row.initials, row.name, self._when(row), size=28, gap=12)

    def _when(self, row: LeftRow) -> str:
        return state.left_words(row, self.as_of)


@dataclass(frozen=True, slots=True)
class NotSeenPainter:
    """Who was not seen, for how long, and below it when it would be easy."""

    theme: Theme
    as_of: date

    def height(self, row: NotSeen, width: int) -> int:
        return self.theme.px(36) + (self.theme.px(20) if row.watch else 0)

    def name(self, row: NotSeen) -> str:
        words = state.watch_words(row.watch, self.as_of)
        parts = (row.name, state.not_seen_words(row), words)
        return ", ".join(part for part in parts if part)

    def tip(self, row: NotSeen) -> str:
        return state.watch_words(row.watch, self.as_of)

    def paint(self, c: Canvas, rect: QRectF, row: NotSeen, look: RowLook) -> None:
        px = c.theme.px
        line = QRectF(rect.left(), rect.top(), rect.width(), px(36))
        _person(c, line, row.initials, row.name, state.not_seen_words(row))
        if row.watch is not None:
            below = QRectF(line.left() + px(PAD + 32), line.bottom() - px(4), 0, px(18))
            below.setRight(rect.right() - px(PAD))
            text(c, below, state.watch_words(row.watch, self.as_of), "small", "ink2")


@dataclass(frozen=True, slots=True)
class AwayPainter:
    """Who is away, and when; the manager is “You”."""

    theme: Theme
    as_of: date

    def height(self, row: AwayRow, width: int) -> int:
        return self.theme.px(36)

    def name(self, row: AwayRow) -> str:
        return ", ".join((row.name or _("You"), state.away_words(row, self.as_of)))

    def paint(self, c: Canvas, rect: QRectF, row: AwayRow, look: RowLook) -> None:
        who = row.name or _("You")
        _person(c, rect, row.initials or _("ME"), who, state.away_words(row, self.as_of))


@dataclass(frozen=True, slots=True)
class NamePainter:
    """A customer with its owner and events, or a partner team with its people."""

    theme: Theme
    pad: int = PAD

    def height(self, row: NameRow, width: int) -> int:
        return self.theme.px(36)

    def name(self, row: NameRow) -> str:
        return ", ".join(part for part in (row.name, row.of, name_detail(row)) if part)

    def tip(self, row: NameRow) -> str:
        return row.name

    def paint(self, c: Canvas, rect: QRectF, row: NameRow, look: RowLook) -> None:
        px = c.theme.px
        area = rect.adjusted(px(self.pad), 0, -px(self.pad), 0)
        taken = text(c, area, name_detail(row), "small#", "ink2", RIGHT)
        area.setRight(area.right() - taken - px(12))
        if row.kind == "person":
            area.setLeft(area.left() + px(20))
        role = "body" if row.kind == "person" else "bodyMedium"
        wide = min(c.theme.width(row.name, role), area.width())
        text(c, area, row.name, role)
        area.setLeft(area.left() + wide + px(10))
        if row.kind == "account" and area.width() > px(24):
            text(c, area, row.of, "small", "ink2")


def name_detail(row: NameRow) -> str:
    """“12 events”, or what kind of entry it is."""
    if row.kind == "team":
        return _("partner team")
    if row.kind in ("person", "rep"):
        return row.of if row.kind == "rep" else ""
    if row.kind == "peer":
        return _("peer manager")
    if row.kind == "contact":
        return row.of
    if not row.events:
        return _("no events")
    return ngettext("{n} event", "{n} events", row.events).format(n=row.events)


def _person(
    c: Canvas,
    rect: QRectF,
    initials: str,
    name: str,
    right: str,
    *,
    size: float = 22,
    gap: float = 10,
) -> None:
    px = c.theme.px
    x = rect.left() + px(PAD)
    x += avatar(c, x, rect.center().y(), initials, size) + px(gap)
    area = QRectF(x, rect.top(), rect.right() - px(PAD) - x, rect.height())
    taken = text(c, area, right, "body#", "ink2", RIGHT)
    area.setRight(area.right() - taken - px(12))
    text(c, area, name)
