"""Requests as rows with their ladder, and what they say."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from coachdesk.domain.day_names import short_day
from coachdesk.domain.vocabulary import Asker, AskForm, AskState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.ladder import PIP_GAP, PIP_WIDTH, STEPS, ladder
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.lines import broken, paint_lines
from coachdesk.views.dates import due_words
from coachdesk.views.rep import AskRow


@dataclass(frozen=True, slots=True)
class AskPainter:
    """The ask, what it needs, and its ladder with the private word of its form."""

    theme: Theme
    as_of: date

    def height(self, row: AskRow, width: int) -> int:
        lines = len(self._lines(row, width))
        below = self.theme.line("small") if ask_words(row, self.as_of) else 0
        return self.theme.px(14) + lines * self.theme.line("body") + below

    def name(self, row: AskRow) -> str:
        return ask_sentence(row, self.as_of)

    def tip(self, row: AskRow) -> str:
        steps = [f"{step.label}, {short_day(step.day)}" for step in row.steps]
        return " · ".join((row.text, *steps))

    def paint(self, c: Canvas, rect: QRectF, row: AskRow, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(7)
        is_mandate = row.is_requirement
        kind = "mandate" if is_mandate else "ask"
        mark(c, rect.left() + px(16), top + px(10), kind)
        lines = self._lines(row, round(rect.width()))
        area = QRectF(rect.left() + px(42), top, rect.width(), px(20))
        paint_lines(c, area, lines, "body")
        below = QRectF(area.left(), top + len(lines) * c.theme.line("body"), 0, px(16))
        below.setRight(rect.right() - px(16))
        said = "warnText" if row.help_failed else "ink2"
        text(c, below, ask_words(row, self.as_of), "small", said)
        word = form_word(row)
        color = "mandateText" if is_mandate else "askText"
        end = QRectF(rect.left(), top, rect.width() - px(16), px(20))
        taken = text(c, end, word, "small", color, RIGHT)
        wide = STEPS * px(PIP_WIDTH) + (STEPS - 1) * px(PIP_GAP)
        x = end.right() - max(taken, px(58)) - px(8) - wide
        if word:
            ladder(c, x, end.center().y(), len(row.steps), mandate=is_mandate)

    def _lines(self, row: AskRow, width: int) -> list[str]:
        ladder = 58 + 8 + 84 if form_word(row) else 0
        room = width - self.theme.px(42 + 16 + ladder)
        return broken(self.theme, row.text or row.subject, "body", max(room, 80), 3)


def ask_words(row: AskRow, as_of: date) -> str:
    """“C. Adeyemi, Cobalt · by 13 Mar · wants you to call first”."""
    return " · ".join(part for part in (row.to_words, _stands(row, as_of)) if part)


def _stands(row: AskRow, as_of: date) -> str:
    if row.is_draft:
        return _("unfinished: how, by when, what help?")
    if row.help_failed and row.asker is Asker.REP:
        return _("The promised help did not come in time: void it?")
    if row.help_failed:
        return _("Your help did not come in time: void it?")
    if row.is_waiting:
        void = _("void: your help did not come in time")
        if row.asker is Asker.REP:
            void = _("void: the help did not come in time")
        return _("not met · ask again?") if row.state is AskState.UNMET else void
    parts = [_("set without an earlier request")] if row.is_skipped else []
    if len(row.steps) > 1:
        parts.append(_("asked {n} times").format(n=len(row.steps)))
    if row.due_day is not None:
        over = row.due_day < as_of
        words = due_words(row.due_day, as_of)
        parts.append(words if over else _("by {day}").format(day=words))
    if row.help:
        parts.append(row.help)
    return " · ".join(parts)


def form_word(row: AskRow) -> str:
    """The private word for how it was put; a requirement has its own."""
    forms = {
        AskForm.QUESTION: _("question"),
        AskForm.CHALLENGE: _("challenge"),
        AskForm.LOSS_OF_FAITH: _("doubt"),
    }
    if row.is_draft or not row.steps:
        return ""
    last = row.steps[-1]
    return _("requirement") if last.form is None else forms[last.form]


def ask_sentence(row: AskRow, as_of: date) -> str:
    """What a screen reader says, with the date of each step."""
    steps = [_("{label}, {day}").format(label=s.label, day=short_day(s.day)) for s in row.steps]
    return ", ".join(part for part in (row.subject, *steps, ask_words(row, as_of)) if part)
