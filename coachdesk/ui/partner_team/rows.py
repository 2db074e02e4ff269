"""Rows of a partner team: its people, introductions, customers, answers and lines."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, runs, text
from coachdesk.ui.kit.marks import tag, tag_width
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.partner_team import state
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.dates import near_day
from coachdesk.views.partner_team import (
    CapabilityRow,
    CustomerRow,
    IntroductionRow,
    KnownAnswer,
    PersonRow,
)

PAD, MOST_LINES = 16, 4


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a group of lines; no record stands behind it."""

    words: str
    id: None = None


def _inner(c: Canvas, rect: QRectF) -> QRectF:
    return rect.adjusted(c.theme.px(PAD), 0, -c.theme.px(PAD), 0)


def _line(c: Canvas, inner: QRectF, top: float) -> QRectF:
    return QRectF(inner.left(), inner.top() + c.theme.px(top), inner.width(), c.theme.px(18))


@dataclass(slots=True)
class PersonPainter:
    """Who, with whom and when last; then what each knows of the other's value."""

    theme: Theme
    as_of: date

    def height(self, row: PersonRow, width: int) -> int:
        return self.theme.px(70)

    def name(self, row: PersonRow) -> str:
        return state.person_sentence(row, self.as_of)

    def tip(self, row: PersonRow) -> str:
        return "\n".join(part for part in (row.value_we_know, row.value_they_know) if part)

    def paint(self, c: Canvas, rect: QRectF, row: PersonRow, look: RowLook) -> None:
        inner = _inner(c, rect)
        first = _line(c, inner, 8)
        met = state.met_words(row.last, self.as_of)
        room = first.width() - c.theme.width(row.name, "bodyStrong") - c.theme.px(12)
        taken = max(0.0, min(c.theme.width(met, "small") + 1, room))
        right = QRectF(first.right() - taken, first.top(), taken, first.height())
        # On the baseline of the name, though the letters are smaller.
        color = "ink2" if row.last else "muted"
        runs(c, right, [Run("", "bodyStrong"), Run(met, "small", color)])
        first.setRight(right.left() - c.theme.px(12))
        parts = [Run(row.name, "bodyStrong")]
        if reps := state.rep_words(row):
            parts.append(Run(f" · {reps}", "small", "ink2"))
        runs(c, first, parts)
        labels = (_("we know"), _("they know"))
        known = (row.value_we_know, row.value_they_know)
        wide = max(c.theme.width(label, "small") for label in labels) + c.theme.px(8)
        shown = zip(labels, state.value_words(row), known, strict=True)
        for n, (label, words, is_known) in enumerate(shown):
            below = _line(c, inner, 27 + 18 * n)
            text(c, below, label, "small", "ink2")
            text(c, below.adjusted(wide, 0, 0, 0), words, "small", "ink" if is_known else "muted")


@dataclass(slots=True)
class IntroductionPainter:
    """Customer and who knows whom; how far it is; what is due stands out."""

    theme: Theme
    as_of: date

    def height(self, row: IntroductionRow, width: int) -> int:
        return self.theme.px(70 if state.due_words(row, self.as_of) else 52)

    def name(self, row: IntroductionRow) -> str:
        return state.introduction_sentence(row, self.as_of)

    def tip(self, row: IntroductionRow) -> str:
        return row.note

    def paint(self, c: Canvas, rect: QRectF, row: IntroductionRow, look: RowLook) -> None:
        px = c.theme.px
        inner = _inner(c, rect)
        first = _line(c, inner, 8)
        words = state.stage_words(row, self.as_of)
        is_good = row.result.value in ("meeting", "need")
        kind = "good" if is_good else "quiet"
        taken = tag_width(c, words)
        tag(c, first.right(), first.center().y(), words, kind)
        first.setRight(first.right() - taken - px(12))
        who = state.who_words(row)
        parts = [Run(row.account, "bodyStrong")]
        if who:
            parts.append(Run(f" · {who}", "body", "ink2"))
        runs(c, first, parts)
        below = _line(c, inner, 27)
        if due := state.due_words(row, self.as_of):
            text(c, below, due, "small", "warnText" if row.is_marked else "ink2")
            below = _line(c, inner, 45)
        text(c, below, state.quiet_words(row, self.as_of), "small", "ink2")


@dataclass(slots=True)
class CustomerPainter:
    """A customer, the newest answers in a line, and the day of the newest."""

    theme: Theme
    as_of: date

    def height(self, row: CustomerRow, width: int) -> int:
        return self.theme.px(52)

    def name(self, row: CustomerRow) -> str:
        return state.customer_sentence(row, self.as_of)

    def tip(self, row: CustomerRow) -> str:
        return state.customer_words(row)

    def paint(self, c: Canvas, rect: QRectF, row: CustomerRow, look: RowLook) -> None:
        inner = _inner(c, rect)
        first = _line(c, inner, 8)
        is_old = all(answer.is_old for answer in row.answers)
        day = near_day(row.newest, self.as_of)
        words = _("{day}, may be outdated").format(day=day) if is_old else day
        taken = text(c, first, words, "small#", "warnText" if is_old else "ink2", RIGHT)
        first.setRight(first.right() - taken - c.theme.px(12))
        text(c, first, row.account, "bodyStrong")
        text(c, _line(c, inner, 27), state.customer_words(row), "small", "ink2")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer in the panel of a customer; an earlier one is quiet."""

    answer: KnownAnswer
    is_earlier: bool = False

    @property
    def id(self) -> object:
        """The answer's own."""
        return self.answer.id


@dataclass(slots=True)
class AnswerPainter:
    """A question as a heading, then its answers, newest first."""

    theme: Theme
    as_of: date

    def is_heading(self, row: Heading | AnswerLine) -> bool:
        return isinstance(row, Heading)

    def height(self, row: Heading | AnswerLine, width: int) -> int:
        room = width - 2 * self.theme.px(PAD + 4)
        if isinstance(row, Heading):
            lines = len(broken(self.theme, row.words, "small", room, MOST_LINES))
            return self.theme.px(12) + lines * self.theme.line("small")
        lines = len(broken(self.theme, row.answer.words, "body", room, MOST_LINES))
        return self.theme.px(14) + lines * self.theme.line("body") + self.theme.line("small")

    def name(self, row: Heading | AnswerLine) -> str:
        if isinstance(row, Heading):
            return row.words
        return f"{row.answer.words}, {state.source_words(row.answer, self.as_of)}"

    def tip(self, row: Heading | AnswerLine) -> str:
        return "" if isinstance(row, Heading) else row.answer.words

    def paint(self, c: Canvas, rect: QRectF, row: Heading | AnswerLine, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(PAD + 4), px(7), -px(PAD + 4), 0)
        if isinstance(row, Heading):
            lines = broken(c.theme, row.words, "small", inner.width(), MOST_LINES)
            paint_lines(c, inner, lines, "small", "ink2")
            return
        lines = broken(c.theme, row.answer.words, "body", inner.width(), MOST_LINES)
        paint_lines(c, inner, lines, "body", "ink2" if row.is_earlier else "ink")
        top = inner.top() + len(lines) * c.theme.line("body")
        below = QRectF(inner.left(), top, inner.width(), c.theme.line("small"))
        color = "warnText" if row.answer.is_old and not row.is_earlier else "ink2"
        text(c, below, state.source_words(row.answer, self.as_of), "small", color)


@dataclass(slots=True)
class LinePainter:
    """A dated line under the title of its kind."""

    theme: Theme
    as_of: date

    def is_heading(self, row: Heading | CapabilityRow) -> bool:
        return isinstance(row, Heading)

    def is_sunk(self, row: Heading | CapabilityRow) -> bool:
        return isinstance(row, Heading)

    def height(self, row: Heading | CapabilityRow, width: int) -> int:
        return self.theme.px(28 if isinstance(row, Heading) else 34)

    def name(self, row: Heading | CapabilityRow) -> str:
        return row.words if isinstance(row, Heading) else state.line_sentence(row, self.as_of)

    def tip(self, row: Heading | CapabilityRow) -> str:
        return "" if isinstance(row, Heading) else row.text

    def paint(self, c: Canvas, rect: QRectF, row: Heading | CapabilityRow, look: RowLook) -> None:
        inner = _inner(c, rect)
        if isinstance(row, Heading):
            text(c, inner, row.words, "label", "ink2")
            return
        right = near_day(row.day, self.as_of)
        if days := state.days_words(row):
            right = f"{days} · {right}"
        taken = text(c, inner, right, "small#", "ink2", RIGHT)
        inner.setRight(inner.right() - taken - c.theme.px(12))
        text(c, inner, row.text, "body")
