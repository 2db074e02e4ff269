"""What can become of a request or a requirement now, as the steps of its sheet (rules §3)."""

from datetime import date
from gettext import gettext as _

from PySide6.QtWidgets import QWidget

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.day_names import short_day
from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.vocabulary import AskForm
from coachdesk.services import asks as commands
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.state import ask_words
from coachdesk.views.rep import AskRow, RepPage

LONGEST_ASK, LONGEST_REASON = 300, 300


def open_ask_sheet(
    workplace: Workplace, window: QWidget, page: RepPage, row: AskRow
) -> SettleSheet:
    """The sheet of one row of open asks."""
    steps = AskSteps(workplace, page, row).steps()
    return SettleSheet(workplace, window, row.text, ask_history(row, workplace.as_of), steps)


def ask_history(row: AskRow, as_of: date) -> str:
    """“Request 1, 10 Feb · Request 2, 24 Feb · by Fri · you call first”."""
    taken = [_("{label}, {day}").format(label=s.label, day=short_day(s.day)) for s in row.steps]
    return " · ".join((*taken, ask_words(row, as_of)))


class AskSteps:
    """The steps of one row, in the order in which they are likely."""

    def __init__(self, workplace: Workplace, page: RepPage, row: AskRow) -> None:
        self._work, self._row = workplace, row
        self._rep_id, self._rep = page.rep_id, page.first_name
        self._is_over = row.due_day is not None and workplace.as_of > row.due_day

    def steps(self) -> list[Step]:
        """What the rules allow today."""
        row = self._row
        if row.is_requirement:
            return [self._met(), *([self._unmet()] if self._is_over else []), self._withdraw()]
        if row.is_draft:
            return [self._agree(), self._discard()]
        if row.is_waiting:
            return [self._ask_again(), *([self._require()] if row.may_require else [])]
        steps = [self._void()] if row.help_failed else []
        steps.append(self._met())
        if not self._is_over:
            steps.append(self._move())
        elif not row.help_failed:
            steps.append(self._unmet())
        return [*steps, self._withdraw()]

    def _met(self) -> Step:
        day = Part(key="done", label=_("Done on"), kind=Kind.DAY, text=_("today"))
        return Step(_("Met"), _("Met"), (day,), self._do_met)

    def _do_met(self, given: Answers) -> None:
        command = commands.meet_mandate if self._row.is_requirement else commands.meet_ask
        day = given.day_or_none("done", "past")
        self._work.do(command, self._row.id, day, said=self._said(_("Met: {what}")))

    def _unmet(self) -> Step:
        view = Part(
            key="view", label=_("How {name} sees it").format(name=self._rep), longest=LONGEST_REASON
        )
        hint = ""
        if self._row.is_requirement:
            hint = _("Coachdesk ends here. Talk to HR about next steps; do not record them here.")
        return Step(_("Not met"), _("Not met"), (self._reason(), view), self._do_unmet, hint)

    def _do_unmet(self, given: Answers) -> None:
        is_requirement = self._row.is_requirement
        command = commands.close_mandate_unmet if is_requirement else commands.close_ask_unmet
        reason, view = given.words("reason"), given.words("view")
        self._work.do(command, self._row.id, reason, view, said=self._said(_("Not met: {what}")))

    def _move(self) -> Step:
        agree = _("{name} and I agree to it").format(name=self._rep)
        parts = (
            Part(key="day", label=_("New day"), kind=Kind.DAY, placeholder=_examples()),
            Part(key="both", label=agree, kind=Kind.TICK),
        )
        return Step(_("New date"), _("Move it"), parts, self._do_move)

    def _do_move(self, given: Answers) -> None:
        day, both = given.day("day", "future"), given.is_ticked("both")
        said = _("By {day}: {what}").format(day=short_day(day), what=self._row.text)
        self._work.do(commands.move_ask, self._row.id, day, both_agree=both, said=said)

    def _withdraw(self) -> Step:
        return Step(_("Withdraw"), _("Withdraw it"), (self._reason(),), self._do_withdraw)

    def _do_withdraw(self, given: Answers) -> None:
        is_requirement = self._row.is_requirement
        command = commands.withdraw_mandate if is_requirement else commands.withdraw_ask
        said = self._said(_("Withdrawn: {what}"))
        self._work.do(command, self._row.id, given.words("reason"), said=said)

    def _void(self) -> Step:
        hint = _("Your promised help did not come in time, so this request need not count.")
        return Step(_("Void"), _("Make it void"), (self._reason(),), self._do_void, hint)

    def _do_void(self, given: Answers) -> None:
        said = self._said(_("Void: {what}"))
        self._work.do(commands.void_ask, self._row.id, given.words("reason"), said=said)

    def _agree(self) -> Step:
        return Step(_("Complete"), _("Agreed"), self._terms_parts(), self._do_agree)

    def _do_agree(self, given: Answers) -> None:
        terms, said = self._terms(given), self._said(_("Asked: {what}"))
        self._work.do(commands.finish_ask, self._row.id, given.words("what"), terms, said=said)

    def _discard(self) -> Step:
        hint = _("An unfinished request never counted and never printed.")
        return Step(_("Discard"), _("Discard it"), (), self._do_discard, hint)

    def _do_discard(self, _given: Answers) -> None:
        self._work.do(commands.discard_ask, self._row.id, said=self._said(_("Discarded: {what}")))

    def _ask_again(self) -> Step:
        return Step(_("Ask again"), _("Agreed"), self._terms_parts(), self._do_ask_again)

    def _do_ask_again(self, given: Answers) -> None:
        terms, said = self._terms(given), self._said(_("Asked again: {what}"))
        self._work.do(
            commands.ask_again, self._row.thread_id, given.words("what"), terms, said=said
        )

    def _require(self) -> Step:
        parts = (
            self._what(),
            Part(key="check", label=_("How it will be checked"), text=self._row.how),
            Part(key="day", label=_("By when"), kind=Kind.DAY, placeholder=_examples()),
        )
        return Step(_("Requirement"), _("Set it"), parts, self._do_require)

    def _do_require(self, given: Answers) -> None:
        self._work.do(
            commands.require,
            rep_id=self._rep_id,
            thread_id=self._row.thread_id,
            what=given.words("what"),
            how=given.words("check"),
            due_day=given.day("day", "future"),
            said=self._said(_("Required: {what}")),
        )

    def _terms_parts(self) -> tuple[Part, ...]:
        forms = [(AskForm.QUESTION.value, _("question")), (AskForm.CHALLENGE.value, _("challenge"))]
        if self._row.may_require:
            forms.append((AskForm.LOSS_OF_FAITH.value, _("doubt")))
        how = _("How {name} will do it").format(name=self._rep)
        return (
            self._what(),
            Part(key="how", label=how, text="" if self._row.is_draft else self._row.how),
            Part(
                key="day",
                label=_("By when"),
                kind=Kind.DAY,
                placeholder=_examples(),
                is_half=True,
            ),
            Part(
                key="help",
                label=_("Your help"),
                placeholder=_("Empty: none needed"),
                is_half=True,
            ),
            Part(
                key="form",
                label=_("Form, private"),
                kind=Kind.ONE_OF,
                text=AskForm.QUESTION.value,
                options=tuple(forms),
            ),
        )

    def _terms(self, given: Answers) -> AskTerms:
        words = given.words("help")
        found = day_phrases(words, as_of=self._work.as_of, toward="future")
        days = [phrase.day for phrase in found if phrase.day is not None]
        return AskTerms(
            form=AskForm(given.words("form")),
            how=given.words("how"),
            due_day=given.day_or_none("day", "future"),
            help=words,
            help_none=not words,
            help_due_day=days[-1] if days else None,
        )

    def _what(self) -> Part:
        return Part(key="what", label=_("What"), text=self._row.text, longest=LONGEST_ASK)

    def _reason(self) -> Part:
        return Part(key="reason", label=_("Why"), longest=LONGEST_REASON)

    def _said(self, words: str) -> str:
        return words.format(what=self._row.text)


def _examples() -> str:
    return _("Fri, 13 Mar, in two weeks")
