"""What can become of an introduction now, as the steps of its sheet."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.introduction_rules import Move
from coachdesk.domain.partner_vocabulary import IntroductionResult
from coachdesk.language import gettext as _
from coachdesk.services import introductions as commands
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.tab_order import put_in_reading_order
from coachdesk.ui.partner_team.sheets import DecidersSheet
from coachdesk.ui.partner_team.state import due_words, result_words, stage_words, who_words
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import IntroductionRow, ready_word_back
from coachdesk.views.search import Place

MOST_MONTHS, LONGEST = 36, 300


class IntroductionSheet(SettleSheet):
    """The steps of one introduction; words for the team are ready to be copied."""

    def __init__(self, workplace: Workplace, window: QWidget, row: IntroductionRow) -> None:
        as_of = workplace.as_of
        parts = (
            who_words(row),
            _("for {name}").format(name=row.rep_name),
            stage_words(row, as_of),
            due_words(row, as_of),
            row.pace,
            row.note,
        )
        sentence = " · ".join(part for part in parts if part)
        steps = IntroductionSteps(workplace, row).steps()
        super().__init__(workplace, window, row.account, sentence, steps)
        self._row = row
        self._window = window
        links = self._links()
        self.body.addWidget(links)
        links.show()  # at once, so that the sheet leaves room for them
        if Move.WORD_BACK in row.moves:
            copy = Button(workplace.theme, _("Copy the words for them"), "link")
            copy.clicked.connect(self._copy)
            self.foot.insertWidget(0, copy)
            copy.show()
        self.steps.chosen.connect(self._in_order)
        self._in_order()

    def _in_order(self, _step: str = "") -> None:
        self.fit()
        for layout in (self.body, self.foot):
            layout.activate()  # places say the order, and these are new
        put_in_reading_order(self)

    def _links(self) -> Flow:
        work, row = self.workplace, self._row
        flow = Flow(work.theme, gap=14, name=_("Where it leads"))
        customer = Place("name", row.account_id)
        for words, go in (
            (_("Who else decides over there?"), self._decides),
            (_("To {name}’s page").format(name=row.rep_name), partial(work.open_rep, row.rep_id)),
            (row.account, partial(work.open_place, customer)),
        ):
            button = Button(work.theme, words, "link")
            button.clicked.connect(partial(self._leave, go))
            flow.add(button)
        return flow

    def _leave(self, go: Callable[[], None], _checked: bool = False) -> None:
        self.close_panel()
        go()

    def _decides(self) -> None:
        row = self._row
        DecidersSheet(self.workplace, self._window, row.account_id, row.account, row.deciders)

    def _copy(self) -> None:
        """What stands in the line for word back, or else the ready words."""
        words = self.answers.typed().get("told") or ready_word_back(self._row)
        QApplication.clipboard().setText(words)
        self.workplace.say(_("Copied: words for the team"))


class IntroductionSteps:
    """The steps of one introduction, in the order in which they are likely."""

    def __init__(self, workplace: Workplace, row: IntroductionRow) -> None:
        self._work, self._row = workplace, row
        self._made: UUID | None = None

    def steps(self) -> list[Step]:
        """What the rules allow today."""
        make = {
            Move.ASK: self._ask,
            Move.OFFER: self._offer,
            Move.MAKE: self._make,
            Move.SPEAK: self._speak,
            Move.ANSWER: self._answer,
            Move.WORD_BACK: self._word_back,
            Move.HAND_OFF: self._hand_off,
        }
        return [make[move]() for move in self._row.moves]

    def _ask(self) -> Step:
        return Step(_("Asked"), _("Asked"), (self._day(_("Asked on")),), self._do_ask)

    def _do_ask(self, given: Answers) -> None:
        self._do(commands.ask_introduction, given.day("day", "past"), said=_("asked for"))

    def _offer(self) -> Step:
        return Step(_("Offered"), _("Offered"), (self._day(_("Offered on")),), self._do_offer)

    def _do_offer(self, given: Answers) -> None:
        self._do(commands.offer_introduction, given.day("day", "past"), said=_("offered"))

    def _make(self) -> Step:
        parts = (
            self._day(_("Made on")),
            Part(
                key="by",
                label=_("Speak about the problem by"),
                kind=Kind.DAY,
                placeholder=_("in two weeks"),
                is_half=True,
            ),
            Part(
                key="pace",
                label=_("The pace agreed with them"),
                text=self._row.pace,
                placeholder=_("A first visit to listen, the problem in the second"),
            ),
        )
        return Step(_("Made"), _("Made"), parts, self._do_make)

    def _do_make(self, given: Answers) -> None:
        self._do(
            commands.make_introduction,
            given.day("day", "past"),
            pace=given.words("pace"),
            problem_talk_by=given.day_or_none("by", "future") or self._row.problem_talk_by,
            said=_("introduced"),
        )

    def _speak(self) -> Step:
        parts = (self._day(_("Spoken about on")),)
        return Step(_("Problem spoken about"), _("Spoken about"), parts, self._do_speak)

    def _do_speak(self, given: Answers) -> None:
        self._do(commands.note_problem_talk, given.day("day", "past"), said=_("spoken about"))

    def _answer(self) -> Step:
        row = self._row
        results = tuple((result.value, words) for result, words in result_words().items())
        months = "" if row.months_saved is None else str(row.months_saved)
        parts = (
            Part(
                key="result",
                label=_("What came of it"),
                kind=Kind.ONE_OF,
                text=row.result.value,
                options=results,
            ),
            Part(key="note", label=_("In a few words"), text=row.result_note, longest=LONGEST),
            Part(
                key="months",
                label=_("Months it saved, by estimate"),
                text=months,
                placeholder=_("0 to 36, or leave it empty"),
                longest=2,
            ),
        )
        return Step(_("Result"), _("Keep it"), parts, self._do_answer)

    def _do_answer(self, given: Answers) -> None:
        typed = given.words("months")
        if typed and not (typed.isdecimal() and int(typed) <= MOST_MONTHS):
            raise InputError(
                _("“{typed}” is no number of months up to {most}.").format(
                    typed=typed, most=MOST_MONTHS
                ),
                _("Type a number such as 3, or leave it empty."),
            )
        result = IntroductionResult(given.words("result"))
        self._do(
            commands.note_result,
            result,
            given.words("note"),
            months_saved=int(typed) if typed else None,
            said=result_words()[result],
        )

    def _word_back(self) -> Step:
        ready = self._row.word_back or ready_word_back(self._row)
        parts = (
            Part(key="told", label=_("What you told them"), text=ready[:LONGEST], longest=LONGEST),
            self._day(_("Told on")),
        )
        return Step(_("Word back"), _("Word back given"), parts, self._do_word_back)

    def _do_word_back(self, given: Answers) -> None:
        day = given.day("day", "past")
        self._do(commands.give_word_back, given.words("told"), day, said=_("word back given"))

    def _hand_off(self) -> Step:
        need = Part(
            key="need",
            label=_("Need"),
            text=self._row.result_note[:200],
            placeholder=_("In a few words"),
        )
        verb, go = _("Plan the hand-off"), self._open_hand_off
        return Step(_("Hand-off"), verb, (need,), self._do_hand_off, leads_to=go)

    def _do_hand_off(self, given: Answers) -> None:
        words = _("Hand-off added for {name}").format(name=self._row.rep_name)
        need = given.words("need")
        self._made = self._work.do(
            commands.hand_off_introduction, self._row.id, need, said=words
        ).id

    def _open_hand_off(self) -> None:
        if self._made is not None:
            self._work.open_place(Place("hand_off", self._made))

    def _day(self, label: str) -> Part:
        return Part(key="day", label=label, kind=Kind.DAY, text=_("today"), is_half=True)

    def _do(self, command: object, *values: object, said: str, **named: object) -> None:
        words = _("{account}: {step}").format(account=self._row.account, step=said)
        self._work.do(command, self._row.id, *values, said=words, **named)
