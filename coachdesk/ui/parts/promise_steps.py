"""What can become of a promise now, as the steps of its sheet (rules §2, both sides alike)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.services import promises as commands
from coachdesk.ui.parts.promises import OFTEN, is_often_moved, moved_words
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import due_words
from coachdesk.views.promises import PromiseRow


def open_promise_sheet(
    workplace: Workplace, window: QWidget, row: PromiseRow, rep: str
) -> SettleSheet:
    """The sheet of one open promise."""
    steps = PromiseSteps(workplace, row, rep).steps()
    return SettleSheet(workplace, window, row.text, _history(row, rep, workplace.as_of), steps)


def _history(row: PromiseRow, rep: str, as_of: date) -> str:
    owner = _("Your promise") if row.is_mine else _("{name}’s promise").format(name=rep)
    due = due_words(row.due_day, as_of)
    parts = [owner, due if row.due_day < as_of else _("due {day}").format(day=due)]
    if row.moved:
        parts.append(moved_words(row) if is_often_moved(row) else _("moved once"))
    return " · ".join(parts)


class PromiseSteps:
    """The steps of one promise; what is past its day is not moved, what is not due not missed."""

    def __init__(self, workplace: Workplace, row: PromiseRow, rep: str) -> None:
        self._work, self._row, self._rep = workplace, row, rep

    def steps(self) -> list[Step]:
        """What the rules allow today."""
        is_over = self._work.as_of > self._row.due_day
        return [self._kept(), self._missed() if is_over else self._move(), self._withdraw()]

    def _kept(self) -> Step:
        day = Part(key="done", label=_("Kept on"), kind=Kind.DAY, text=_("today"))
        return Step(_("Kept"), _("Kept"), (day,), self._do_keep)

    def _do_keep(self, given: Answers) -> None:
        day = given.day_or_none("done", "past")
        self._work.do(commands.keep_promise, self._row.id, day, said=self._said(_("Kept: {what}")))

    def _move(self) -> Step:
        examples = _("Fri, 13 Mar, in two weeks")
        parts = (
            Part(key="day", label=_("New day"), kind=Kind.DAY, placeholder=examples),
            self._why(),
            self._both(),
        )
        return Step(_("New date"), _("Move it"), parts, self._do_move)

    def _do_move(self, given: Answers) -> None:
        day = given.day("day", "future")
        words = _("By {day}: {what}")
        if self._row.moved + 1 == OFTEN:
            words = _("By {day}, moved for the second time: is it still the right promise?")
        self._work.do(
            commands.move_promise,
            self._row.id,
            day,
            given.words("reason"),
            both_agree=given.is_ticked("both"),
            said=words.format(day=short_day(day), what=self._row.text),
        )

    def _missed(self) -> Step:
        return Step(_("Missed"), _("Missed"), (self._why(),), self._do_miss)

    def _do_miss(self, given: Answers) -> None:
        said = self._said(_("Missed: {what}"))
        self._work.do(commands.close_missed_promise, self._row.id, given.words("reason"), said=said)

    def _withdraw(self) -> Step:
        parts = (self._why(), self._both())
        return Step(_("Withdraw"), _("Withdraw it"), parts, self._do_withdraw)

    def _do_withdraw(self, given: Answers) -> None:
        self._work.do(
            commands.withdraw_promise,
            self._row.id,
            given.words("reason"),
            both_agree=given.is_ticked("both"),
            said=self._said(_("Withdrawn: {what}")),
        )

    def _why(self) -> Part:
        return Part(key="reason", label=_("Why"))

    def _both(self) -> Part:
        label = _("{name} and I agree to it").format(name=self._rep)
        return Part(key="both", label=label, kind=Kind.TICK)

    def _said(self, words: str) -> str:
        return words.format(what=self._row.text)
