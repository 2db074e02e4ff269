"""Requests on the page before a talk: what is asked of the rep, and what the rep asks of others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import AskState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.marks import mark, tag
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.ui.sessions.check_head import INDENT
from coachdesk.views.dates import due_words
from coachdesk.views.rep import AskRow
from coachdesk.views.requests import NextStep, next_step, step_label, who_words
from coachdesk.views.talks import AgendaPart

PAD = 16
TOPIC, TOPIC_KEY = "topic", "T"


@dataclass(frozen=True, slots=True)
class Requested:
    """A request with its tag, what is to be decided, and what its end offers, if anything."""

    id: object
    row: AskRow
    tag: str
    state: str
    below: str
    end: str = ""
    is_there: bool = False


def of_the_rep(row: AskRow, as_of: date) -> Requested:
    """What is asked of the rep, with the step that is permitted next."""
    words, state = _tag(row, as_of)
    return Requested(row.id, row, words, state, _to_decide(row, as_of))


def of_others(row: AskRow, as_of: date, is_there: bool) -> Requested:
    """What the rep asks: of whom, and whether it is on the agenda."""
    words, state = _tag(row, as_of)
    below = f"{who_words(row)} · {step_label(row)}"
    end = _("on the agenda")
    if not is_there:
        end = _("Add to the agenda · {key}").format(key=TOPIC_KEY)
    return Requested(row.id, row, words, state, below, end, is_there)


def _tag(row: AskRow, as_of: date) -> tuple[str, str]:
    if row.is_draft:
        return _("unfinished"), "quiet"
    if row.help_failed:
        return _("help is late"), "bad"
    if row.is_waiting:
        return (_("not met"), "warn") if row.state is AskState.UNMET else (_("void"), "quiet")
    if row.due_day is None:
        return "", "quiet"
    words, left = due_words(row.due_day, as_of), (row.due_day - as_of).days
    if left < 0:
        return words, "bad"
    return _("due {day}").format(day=words), "warn" if left == 0 else "quiet"


def _to_decide(row: AskRow, as_of: date) -> str:
    over = row.due_day is not None and row.due_day < as_of
    return {
        NextStep.COMPLETE: _("How, by when, what help?"),
        NextStep.VOID: _("Your help did not come: decide this first"),
        NextStep.REQUIRE: _("Ask again or require"),
        NextStep.ASK_AGAIN: _("Ask again"),
        NextStep.SETTLE: _("Met or not met?") if over else "",
    }[next_step(row)]


class RequestedPainter:
    """What, its state, and below it the step to decide or who is asked."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: Requested, width: int) -> int:
        lines = wrapped_height(self._theme, _words(row), "body", self._room(row, width))
        below = self._theme.line("small") if row.below else 0
        return lines + below + self._theme.px(10 if below else 8)

    def name(self, row: Requested) -> str:
        kind = _("Requirement") if row.row.is_requirement else _("Request")
        parts = (kind, _words(row), row.tag, row.below, row.end)
        return ", ".join(part for part in parts if part)

    def tip(self, row: Requested) -> str:
        return ""

    def hit(self, row: Requested, rect: QRectF, pos: QPoint) -> str:
        wide = self._theme.width(row.end, "smallMedium") + self._theme.px(PAD + 8)
        is_low = pos.y() > rect.bottom() - self._theme.line("small") - self._theme.px(4)
        return TOPIC if row.end and is_low and pos.x() > rect.right() - wide else ""

    def paint(self, c: Canvas, rect: QRectF, row: Requested, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(4)
        kind = "mandate" if row.row.is_requirement else "ask"
        mark(c, rect.left() + px(INDENT - 1), top + px(10), kind)
        right = rect.right() - px(PAD)
        if row.tag:
            tag(c, right, top + px(10), row.tag, row.state)
        area = QRectF(rect.left() + px(INDENT + 26), top, 0, rect.height())
        area.setWidth(self._room(row, rect.width()))
        wrapped(c, area, _words(row))
        if not row.below:
            return
        line = c.theme.line("small")
        foot = QRectF(area.left(), rect.bottom() - px(6) - line, right - area.left(), line)
        color = "ink2" if row.is_there else "accent"
        taken = text(c, foot, row.end, "smallMedium", color, RIGHT) if row.end else 0
        foot.setRight(right - taken - px(12 if taken else 0))
        said = "badText" if row.row.help_failed and not row.end else "ink2"
        text(c, foot, row.below, "small", said)

    def _room(self, row: Requested, width: float) -> float:
        px = self._theme.px
        taken = round(self._theme.width(row.tag, "smallMedium")) + 2 * px(6) if row.tag else 0
        return width - px(INDENT + 26 + PAD + 10) - taken


def _words(row: Requested) -> str:
    return row.row.text or row.row.subject


class PrepareRequests(QWidget):
    """Two quiet lists, each away while there is nothing in it."""

    opened = Signal(object)
    topic_asked = Signal(object)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, theme.px(10))
        stack.setSpacing(0)
        others = _("{name} asks others").format(name=name)
        self.asked, self._asked = self._build(_("Requests"))
        self.others, self._others = self._build(others)
        for part in (self._asked, self._others):
            stack.addWidget(part)
        self.asked.opened.connect(self._open)
        self.others.opened.connect(self._open)
        self.others.hit.connect(self._hit)
        self.others.on_key(TOPIC_KEY, self._ask_topic)

    def _build(self, title: str) -> tuple[Rows, QWidget]:
        px = self._theme.px
        rows = Rows(self._theme, RequestedPainter(self._theme), name=title, ruled=False)
        part = QWidget()
        stack = QVBoxLayout(part)
        stack.setContentsMargins(0, px(6), 0, 0)
        stack.setSpacing(px(2))
        head = QHBoxLayout()
        head.setContentsMargins(px(INDENT), 0, px(PAD), 0)
        head.addWidget(Text(self._theme, title, "label", "ink2"))
        stack.addLayout(head)
        stack.addWidget(rows)
        return rows, part

    def show_requests(
        self,
        asks: Sequence[AskRow],
        others: Sequence[AskRow],
        agenda: Sequence[AgendaPart],
        as_of: date,
        topic: Callable[[AskRow], str],
    ) -> None:
        """Show both; a point of the agenda that says the topic is there already."""
        points = {part.text for part in agenda}
        self.asked.set_rows([of_the_rep(row, as_of) for row in asks])
        self.others.set_rows([of_others(row, as_of, topic(row) in points) for row in others])
        self._asked.setVisible(bool(asks))
        self._others.setVisible(bool(others))
        self.setVisible(bool(asks or others))

    def _open(self, row: Requested) -> None:
        self.opened.emit(row)

    def _ask_topic(self, row: Requested) -> None:
        self.topic_asked.emit(row)

    def _hit(self, what: str, row: Requested) -> None:
        if what == TOPIC:
            self.topic_asked.emit(row)
