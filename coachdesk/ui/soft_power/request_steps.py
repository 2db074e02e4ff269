"""What can become of a request now, as the steps of its sheet."""

from PySide6.QtWidgets import QWidget

from coachdesk.domain.partner_vocabulary import Verdict
from coachdesk.language import gettext as _
from coachdesk.services.triage import hand_on_request, judge_request, note_request_way
from coachdesk.ui.parts.settle_sheet import Answers, Kind, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power import state
from coachdesk.ui.soft_power.sheets import SortSheet
from coachdesk.views.soft_power import RequestRow, verdict_title


def open_request(workplace: Workplace, window: QWidget, row: RequestRow) -> None:
    """Sorting comes first; what is sorted is handed on, and judged once it was."""
    if row.decision is None and row.handed_on is None:
        SortSheet(workplace, window, row)
        return
    steps = RequestSteps(workplace, window, row)
    about = (row.account, row.team, row.rep, state.request_words(row)[0], row.reason)
    sentence = " · ".join(part for part in about if part)
    SettleSheet(workplace, window, row.request, sentence, steps.steps())


class RequestSteps:
    """The steps of one request, in the order in which they are likely."""

    def __init__(self, workplace: Workplace, window: QWidget, row: RequestRow) -> None:
        self._work, self._window, self._row = workplace, window, row

    def steps(self) -> list[Step]:
        """Handed on, the team's verdict and way; sorting again is always open."""
        here = [self._hand_on()] if self._row.handed_on is None else [self._judge()]
        return [*here, self._way(), self._sort()]

    def _hand_on(self) -> Step:
        day = Part(key="day", label=_("Day"), kind=Kind.DAY, text=_("today"))
        return Step(_("Hand on"), _("It went"), (day,), self._do_hand_on)

    def _judge(self) -> Step:
        options = tuple((verdict.value, verdict_title(verdict)) for verdict in Verdict)
        known = "" if self._row.verdict is None else self._row.verdict.value
        verdict = Part(
            key="verdict", label=_("They say"), kind=Kind.ONE_OF, options=options, text=known
        )
        hint = _("Their own view, beside ours.")
        return Step(_("Their verdict"), _("Keep it"), (verdict,), self._do_judge, hint)

    def _way(self) -> Step:
        team = self._row.team
        asked = Part(
            key="asked",
            label=_("{team} was asked how they would do it").format(team=team),
            kind=Kind.TICK,
            text=_ticked(self._row.way_asked),
        )
        used = Part(
            key="used",
            label=_("It was done their way"),
            kind=Kind.TICK,
            text=_ticked(self._row.way_used),
        )
        return Step(_("Their way"), _("Keep it"), (asked, used), self._do_way)

    def _sort(self) -> Step:
        return Step(_("Sort again"), _("Sort it again"), (), _nothing, leads_to=self._sort_again)

    def _sort_again(self) -> None:
        SortSheet(self._work, self._window, self._row)

    def _do_hand_on(self, answers: Answers) -> None:
        self._work.do(hand_on_request, self._row.id, answers.day("day", "past"))

    def _do_judge(self, answers: Answers) -> None:
        chosen = answers.words("verdict")
        self._work.do(judge_request, self._row.id, Verdict(chosen) if chosen else None)

    def _do_way(self, answers: Answers) -> None:
        asked, used = answers.is_ticked("asked"), answers.is_ticked("used")
        self._work.do(note_request_way, self._row.id, asked=asked, used=used)


def _nothing(_answers: Answers) -> None:
    """Where it leads does the work."""


def _ticked(known: bool | None) -> str:
    """A box with words in its part is ticked from the start."""
    return "yes" if known else ""
