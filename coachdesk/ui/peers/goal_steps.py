"""What can become of a goal now, as the steps of its sheet; earlier words stay readable there."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.domain.agreement_rules import Ending, dictated_by
from coachdesk.domain.agreements import Contribution, PeerAgreement
from coachdesk.domain.day_names import short_day
from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import AgreementState, ContributionSide
from coachdesk.language import gettext as _
from coachdesk.services import agreements as commands
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.peers import state
from coachdesk.ui.peers.goal_sheet import GoalSheet, weeks_typed
from coachdesk.ui.shell.workplace import Workplace


def open_goal_sheet(
    workplace: Workplace, window: QWidget, goal: PeerAgreement, name: str, manager: str
) -> Sheet:
    """The sheet of one goal: its words, then what can become of it."""
    note = state.goal_note(goal, manager=manager, peer=name, as_of=workplace.as_of)
    sentence = " · ".join(part for part in (state.goal_state(goal)[0], note) if part)
    steps = GoalSteps(workplace, window, goal, name).steps()
    title = goal.goal or _("A goal with {name}").format(name=name)
    sheet: Sheet
    if steps:
        sheet = SettleSheet(workplace, window, title, sentence, steps)
    else:
        sheet = ReadSheet(workplace, window, title, sentence)
    words = Text(workplace.theme, goal_words(goal, name, manager), "small", "ink2", wrap=True)
    sheet.body.insertWidget(0, words)
    words.show()  # a sheet that is open measures only what is shown
    sheet.fit()
    return sheet


class ReadSheet(Sheet):
    """A goal that has ended: to read."""

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget, title: str, sentence: str) -> None:
        super().__init__(workplace, window, title, sentence, _("Done"), width=520)
        self.ask(self.act_button)

    def act(self) -> None:
        """Nothing is done."""


def goal_words(goal: PeerAgreement, name: str, manager: str) -> list[Run]:
    """The wording in force and the earlier ones, with their days."""
    found: list[Run] = []

    def line(label: str, words: str) -> None:
        if words:
            found.append(Run(f"{label}: ", "smallStrong", "ink2"))
            found.append(Run(f"{words}\n", "small", "ink"))

    line(_("Measure"), goal.measure)
    for side, who in ((ContributionSide.OWN, _("Me")), (ContributionSide.PEER, name)):
        line(who, _parts(goal.contributions, side))
    line(_("Set by"), dictated_by(goal, manager=manager, peer=name))
    line(_("If a problem comes up"), goal.problem_path)
    line(_("Result"), goal.result)
    line(_("Working"), goal.works)
    line(_("Needs to change"), goal.change)
    line(_("Reason"), goal.reason)
    for old in reversed(goal.earlier):
        parts = " · ".join(part.text for part in old.contributions)
        words = f"{old.goal}; {old.measure}; {parts}"
        line(_("Until {day}").format(day=short_day(old.day)), words)
    if found:
        last = found[-1]
        found[-1] = Run(last.text.rstrip("\n"), last.role, last.color)
    return found


def _parts(parts: tuple[Contribution, ...], side: ContributionSide) -> str:
    return " · ".join(
        f"{part.text} ({short_day(part.due_day)})" for part in parts if part.side is side
    )


class GoalSteps:
    """The steps that the table of the rules allows in the goal's state."""

    def __init__(
        self, workplace: Workplace, window: QWidget, goal: PeerAgreement, name: str
    ) -> None:
        self._work, self._window, self._goal, self._name = workplace, window, goal, name

    def steps(self) -> list[Step]:
        """What is possible now, the usual one first."""
        makers = {
            AgreementState.DRAFT: (self._reword, self._discard),
            AgreementState.PROPOSED: (self._confirm, self._reword, self._dissolve),
            AgreementState.AGREED: (self._start, self._dissolve),
            AgreementState.ACTIVE: (self._close, self._reword, self._dissolve),
        }
        return [make() for make in makers.get(self._goal.state, ())]

    def _reword(self) -> Step:
        sheet = partial(
            GoalSheet,
            self._work,
            self._window,
            self._goal.peer_manager_id,
            self._name,
            self._goal,
        )
        is_draft = self._goal.state is AgreementState.DRAFT
        title = _("Write it") if is_draft else _("Word it anew")
        return Step(title, title, (), _nothing, leads_to=sheet)

    def _discard(self) -> Step:
        return Step(_("Discard"), _("Discard it"), (), self._do_discard)

    def _do_discard(self, _given: Answers) -> None:
        self._work.do(commands.discard_agreement, self._goal.id)

    def _confirm(self) -> Step:
        options = [("own", _("Me")), ("peer", self._name)]
        said = {"own": self._goal.confirmed_own, "peer": self._goal.confirmed_peer}
        open_ = [option for option in options if said[option[0]] is None]
        if len(open_) > 1:
            open_.append(("both", _("Both of us")))
        who = Part(
            key="who",
            label=_("Who says yes to these words"),
            kind=Kind.ONE_OF,
            options=tuple(open_),
            text=open_[0][0],
        )
        return Step(_("Confirm"), _("Confirm it"), (who,), self._do_confirm)

    def _do_confirm(self, given: Answers) -> None:
        who = given.words("who")
        sides = list(ContributionSide) if who == "both" else [ContributionSide(who)]
        self._work.do(commands.confirm_agreement, self._goal.id, *sides)

    def _start(self) -> Step:
        days = self._goal.rhythm_days
        rhythm = Part(
            key="weeks",
            label=_("Talk every … weeks"),
            text=f"{days / 7:g}" if days else "",
            placeholder="6",
        )
        path = Part(
            key="path",
            label=_("If a problem comes up"),
            text=self._goal.problem_path,
            placeholder=_("Same day, by phone, the two of us first"),
            longest=300,
        )
        hint = _("From today, each contribution is a promise of its side.")
        return Step(_("Start"), _("Start it"), (rhythm, path), self._do_start, hint)

    def _do_start(self, given: Answers) -> None:
        self._work.do(
            commands.start_agreement,
            self._goal.id,
            rhythm_days=weeks_typed(given.words("weeks")),
            problem_path=given.words("path"),
            said=_("It runs: both have promised their part."),
        )

    def _close(self) -> Step:
        results = Part(
            key="state",
            label=_("What came of it"),
            kind=Kind.ONE_OF,
            options=(
                ("achieved", _("Achieved")),
                ("partly", _("Partly")),
                ("not_achieved", _("Not achieved")),
            ),
        )
        words = [
            Part(key=key, label=label, text=text, longest=300)
            for key, label, text in (
                ("result", _("Result"), ""),
                ("works", _("What works"), self._goal.works),
                ("change", _("What to change"), self._goal.change),
            )
        ]
        early = self._goal.due_day is not None and self._work.as_of < self._goal.due_day
        label = _("{name} and I agree to close it early").format(name=self._name)
        both = (Part(key="both", label=label, kind=Kind.TICK),) if early else ()
        return Step(_("Close"), _("Close it"), (results, *words, *both), self._do_close)

    def _do_close(self, given: Answers) -> None:
        if not given.words("state"):
            raise InputError(_("Say what came of the goal."), _("Achieved, partly, or not."))
        early = self._goal.due_day is not None and self._work.as_of < self._goal.due_day
        ending = Ending(
            state=AgreementState(given.words("state")),
            result=given.words("result"),
            works=given.words("works"),
            change=given.words("change"),
        )
        self._work.do(
            commands.close_agreement,
            self._goal.id,
            ending,
            both_agree=early and given.is_ticked("both"),
        )

    def _dissolve(self) -> Step:
        why = Part(key="reason", label=_("Why"))
        hint = _("What both promised for it is void.")
        return Step(_("Give up"), _("Give it up"), (why,), self._do_dissolve, hint)

    def _do_dissolve(self, given: Answers) -> None:
        self._work.do(commands.dissolve_agreement, self._goal.id, given.words("reason"))


def _nothing(_given: Answers) -> None:
    """The way leads on to another sheet."""
