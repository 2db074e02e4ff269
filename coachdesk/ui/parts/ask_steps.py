"""What can become of a request or a requirement now, as the steps of its sheet (rules §3)."""

from datetime import date

from PySide6.QtWidgets import QWidget

from coachdesk.domain.ask_clarity import unclear
from coachdesk.domain.ask_lines import read_ask_line
from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.day_names import short_day
from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.vocabulary import AskForm, AskState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services import asks as commands
from coachdesk.ui.parts.ask_rows import ask_words
from coachdesk.ui.parts.ask_talk import Talk
from coachdesk.ui.parts.requirement_sheet import RequirementSheet
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.direction import clarity_words
from coachdesk.views.rep import AskRow

LONGEST_ASK, LONGEST_REASON = 300, 300


def open_ask_sheet(
    workplace: Workplace, window: QWidget, talk: Talk, row: AskRow, *more: Step
) -> SettleSheet:
    """The sheet of one row of requests; `more` are steps of the place it stands in."""
    steps = AskSteps(workplace, window, talk, row).steps()
    words = ask_history(row, workplace.as_of)
    return SettleSheet(workplace, window, row.text, words, [*steps, *more])


def ask_history(row: AskRow, as_of: date) -> str:
    """“Request 1, 10 Feb · Request 2, 24 Feb · by Fri · you call first”."""
    taken = [_("{label}, {day}").format(label=s.label, day=short_day(s.day)) for s in row.steps]
    return " · ".join((*taken, ask_words(row, as_of)))


class AskSteps:
    """The steps of one row, in the order in which they are likely."""

    def __init__(self, workplace: Workplace, window: QWidget, talk: Talk, row: AskRow) -> None:
        self._work, self._window, self._talk = workplace, window, talk
        self._row, self._rep = row, talk.asked
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
        if self._talk.asking:
            words = _("{name} and {other} agree to it")
            agree = words.format(name=self._talk.asking, other=self._rep)
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
        if self._talk.asking:
            hint = _("The promised help did not come in time, so this request need not count.")
        return Step(_("Void"), _("Make it void"), (self._reason(),), self._do_void, hint)

    def _do_void(self, given: Answers) -> None:
        said = self._said(_("Void: {what}"))
        self._work.do(commands.void_ask, self._row.id, given.words("reason"), said=said)

    def _agree(self) -> Step:
        parts = self._terms_parts(AskForm.QUESTION)
        return Step(_("Complete"), _("Agreed"), parts, self._do_agree)

    def _do_agree(self, given: Answers) -> None:
        terms, said = self._terms(given), self._said(_("Asked: {what}"))
        self._work.do(commands.finish_ask, self._row.id, given.words("what"), terms, said=said)

    def _discard(self) -> Step:
        hint = _("An unfinished request never counted and never printed.")
        return Step(_("Discard"), _("Discard it"), (), self._do_discard, hint)

    def _do_discard(self, _given: Answers) -> None:
        self._work.do(commands.discard_ask, self._row.id, said=self._said(_("Discarded: {what}")))

    def _ask_again(self) -> Step:
        parts = self._terms_parts(self._next_form())
        return Step(_("Ask again"), _("Agreed"), parts, self._do_ask_again)

    def _do_ask_again(self, given: Answers) -> None:
        terms, said = self._terms(given), self._said(_("Asked again: {what}"))
        self._work.do(
            commands.ask_again, self._row.thread_id, given.words("what"), terms, said=said
        )

    def _require(self) -> Step:
        hint = ngettext(
            "The request was not met, so you may require it.",
            "The request was not met {n} times, so you may require it.",
            self._row.unmet,
        ).format(n=self._row.unmet)
        return Step(
            _("Requirement"), _("Say what and how"), (), _nothing, hint, self._open_requirement
        )

    def _open_requirement(self) -> None:
        RequirementSheet(self._work, self._window, self._talk, self._row.thread_id)

    def _terms_parts(self, form: AskForm) -> tuple[Part, ...]:
        forms = [(AskForm.QUESTION.value, _("question")), (AskForm.CHALLENGE.value, _("challenge"))]
        if self._row.may_require:
            forms.append((AskForm.LOSS_OF_FAITH.value, _("doubt")))
        asked = read_ask_line(self._row.text, as_of=self._row.day)
        is_ahead = asked.due is not None and asked.due >= self._work.as_of
        what = asked.what if self._row.is_draft and is_ahead else self._row.text
        due = short_day(asked.due) if self._row.is_draft and asked.due and is_ahead else ""
        return (
            Part(key="what", label=_("What"), text=what, longest=LONGEST_ASK, says=_clarity),
            Part(
                key="form",
                label=_("Form, private"),
                kind=Kind.ONE_OF,
                text=form.value,
                options=tuple(forms),
            ),
            Part(
                key="how",
                label=_("How will {name} go about it").format(name=self._rep),
                text="" if self._row.is_draft else self._row.how,
            ),
            Part(
                key="day",
                label=_("By when"),
                kind=Kind.DAY,
                text=due,
                placeholder=_examples(),
                says=self._becomes_theirs,
            ),
            Part(
                key="help",
                label=self._help_label(),
                placeholder=_("Empty: none needed"),
                is_half=True,
                says=self._becomes_mine,
            ),
            Part(
                key="help_day",
                label=_("Help by when"),
                kind=Kind.DAY,
                placeholder=_("with the request"),
                is_half=True,
            ),
        )

    def _help_label(self) -> str:
        if self._talk.asking:
            words = _("What help does {name} need from {other}")
            return words.format(name=self._rep, other=self._talk.asking)
        return _("What help does {name} need from you").format(name=self._rep)

    def _becomes_theirs(self, given: Answers) -> str:
        due = given.peek_day("day", "future")
        if due is None or not self._row.becomes_promise:
            return ""
        words = _("Becomes {name}’s promise, due {day}.")
        return words.format(name=self._rep, day=near_day(due, self._work.as_of))

    def _becomes_mine(self, given: Answers) -> str:
        if not given.words("help"):
            return ""
        if not self._row.helps_by_promise:
            return _("Kept with the request; no promise is made of it.")
        due = self._help_day(given) or given.peek_day("day", "future")
        day = "" if due is None else near_day(due, self._work.as_of)
        if self._talk.asking:
            return _("Becomes {name}’s promise, due {day}.").format(
                name=self._talk.asking, day=day or _("with the request")
            )
        return _("Becomes your promise, due {day}.").format(day=day or _("with the request"))

    def _help_day(self, given: Answers) -> date | None:
        """Its own field, else a day in the words themselves."""
        if given.words("help_day"):
            return given.peek_day("help_day", "future")
        found = day_phrases(given.words("help"), as_of=self._work.as_of, toward="future")
        days = [phrase.day for phrase in found if phrase.day is not None]
        return days[-1] if days else None

    def _terms(self, given: Answers) -> AskTerms:
        words = given.words("help")
        due, help_day = given.day_or_none("day", "future"), given.day_or_none("help_day", "future")
        return AskTerms(
            form=AskForm(given.words("form")),
            how=given.words("how"),
            due_day=due,
            help=words,
            help_none=not words,
            help_due_day=help_day or self._help_day(given),
        )

    def _next_form(self) -> AskForm:
        """One step harder than what was not met; a void request counts as never asked."""
        unmet = [step.form for step in self._row.steps if step.state is AskState.UNMET]
        last = unmet[-1] if unmet else None
        if last is None:
            return AskForm.QUESTION
        order = list(AskForm)
        return order[min(order.index(last) + 1, len(order) - 1)]

    def _reason(self) -> Part:
        return Part(key="reason", label=_("Why"), longest=LONGEST_REASON)

    def _said(self, words: str) -> str:
        return words.format(what=self._row.text)


def _clarity(given: Answers) -> str:
    return clarity_words(unclear(given.words("what"), has_day=True))


def _nothing(_given: Answers) -> None:
    """The sheet it leads to does it."""


def _examples() -> str:
    return _("Fri, 13 Mar, in two weeks")
