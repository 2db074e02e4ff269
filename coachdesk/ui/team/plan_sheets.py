"""Sheets of a coaching plan: begin it, change it, write what was tried, stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.plan_rules import LEAST_PLANNED, MOST_PLANNED
from coachdesk.domain.vocabulary import BehaviourKey, PlanStop
from coachdesk.language import gettext as _
from coachdesk.services import plans
from coachdesk.services.pages import figures_of
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.kit.choices import ChoiceButton, Segmented
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.paragraph import Paragraph
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import print_day
from coachdesk.views.evidence import proposed_focus
from coachdesk.views.plans import PlanTalk, PlanView, figures_words, stop_words
from coachdesk.views.rep import RepPage

LONGEST_GOOD, LONGEST_TRIED, LONGEST_NOTE = 300, 200, 300


class _WordsSheet(Sheet):
    """A sheet on what good looks like and how many one-on-ones it takes."""

    def add_good(self, words: str) -> None:
        """The field for what good looks like."""
        label = _("What good looks like")
        self.good = Paragraph(self.workplace.theme, name=label, lines=2, most=5)
        self.good.setPlainText(words)
        self.good.textChanged.connect(self.fit)
        self.body.addWidget(Labeled(self.workplace.theme, label, self.good))

    def add_planned(self, planned: int) -> None:
        """Four, five or six one-on-ones."""
        options = [(str(n), str(n)) for n in range(LEAST_PLANNED, MOST_PLANNED + 1)]
        self.planned = self.add_one_of(_("One-on-ones"), options)
        self.planned.set_value(str(min(max(planned, LEAST_PLANNED), MOST_PLANNED)))


class StartPlanSheet(_WordsSheet):
    """One behaviour, what good looks like, and how many one-on-ones."""

    def __init__(self, workplace: Workplace, window: QWidget, page: RepPage) -> None:
        self._page = page
        title = _("A coaching plan for {name}").format(name=page.first_name)
        sentence = _("One behaviour over four to six one-on-ones; the start value stays as it is.")
        super().__init__(workplace, window, title, sentence, _("Start the plan"), width=520)
        theme, self._guides = workplace.theme, shipped_playbook().behaviours
        self._figures = figures_of(workplace.desk, page.rep_id)
        proposed = proposed_focus(None, page.figures) or next(iter(self._guides))
        options = [(key.value, guide.title) for key, guide in self._guides.items()]
        self.behaviour = ChoiceButton(theme, options, proposed.value, name=_("Behaviour"))
        self._start = Text(theme, "", "small", "ink2", elide=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.behaviour)
        row.addWidget(self._start, 1)
        self.body.addLayout(row)
        self._offered = self._usual(proposed)
        self.add_good(self._offered)
        self.add_planned(LEAST_PLANNED)
        self.behaviour.chosen.connect(self._choose)
        self._show_start(proposed)
        # Enter on the behaviour opens its list; here it starts the plan.
        self.ask(self.good)

    def act(self) -> None:
        key = BehaviourKey(self.behaviour.value())
        said = _("Coaching plan started: {behaviour}").format(behaviour=self._guides[key].title)
        self.workplace.do(
            plans.start_plan,
            self._page.rep_id,
            key,
            self.good.words(),
            int(self.planned.value()),
            said=said,
        )

    def _choose(self, value: str) -> None:
        """Another behaviour brings its own words, unless others were typed."""
        key = BehaviourKey(value)
        if self.good.words() in ("", self._offered):
            self._offered = self._usual(key)
            self.good.setPlainText(self._offered)
        self._show_start(key)
        self.fit()

    def _usual(self, key: BehaviourKey) -> str:
        """The anchor of a 4: what counts as done well."""
        return self._guides[key].anchors[4][:LONGEST_GOOD]

    def _show_start(self, key: BehaviourKey) -> None:
        figure = self._figures[key]
        words = _("starts at {x} of {n} rated 4 or 5").format(x=figure.x, n=figure.n)
        self._start.show_runs(words if figure.n else _("nothing rated yet"))


class ChangePlanSheet(_WordsSheet):
    """Other words, or another number of one-on-ones; the start stays."""

    def __init__(
        self, workplace: Workplace, window: QWidget, plan: PlanView, planned: int = 0
    ) -> None:
        self._plan = plan
        title = _("Coaching plan: {behaviour}").format(behaviour=plan.title)
        super().__init__(workplace, window, title, figures_words(plan), _("Keep it"), width=520)
        self.add_good(plan.good_looks_like)
        self.add_planned(planned or plan.planned)
        self.ask(self.good)

    def act(self) -> None:
        words, planned = self.good.words(), int(self.planned.value())
        self.workplace.do(
            plans.reword_plan, self._plan.id, words, planned, said=_("Coaching plan changed")
        )


class StopPlanSheet(Sheet):
    """Reached, changed or dropped, and why; a changed one leads to the next."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        plan: PlanView,
        then: Callable[[], None],
    ) -> None:
        self._plan, self._then = plan, then
        title = _("Stop the plan: {behaviour}").format(behaviour=plan.title)
        super().__init__(workplace, window, title, figures_words(plan), _("Stop it"), width=520)
        options = [(reason.value, stop_words(reason)) for reason in PlanStop]
        self.reason: Segmented = self.add_one_of(_("What came of it"), options)
        if plan.suggests_reached:
            self.reason.set_value(PlanStop.REACHED.value)
        self.note = self.add_line(_("Why"), _("A few words; not needed where it was reached"))
        self.note.setMaxLength(LONGEST_NOTE)
        segments = self.reason.findChildren(QWidget)
        chosen = [each for each in segments if getattr(each, "isChecked", bool)()]
        self.ask((chosen or segments)[0])

    def act(self) -> Callable[[], None] | None:
        value = self.reason.value()
        reason = PlanStop(value) if value else None
        said = _("Coaching plan stopped: {behaviour}").format(behaviour=self._plan.title)
        self.workplace.do(plans.stop_plan, self._plan.id, reason, self.note.text(), said=said)
        return self._then if reason is PlanStop.CHANGED else None


class TriedSheet(Sheet):
    """What was tried in one talk of the plan."""

    def __init__(
        self, workplace: Workplace, window: QWidget, plan: PlanView, talk: PlanTalk
    ) -> None:
        self._plan, self._talk = plan, talk
        title = _("What was tried in the talk of {day}").format(day=print_day(talk.day))
        super().__init__(workplace, window, title, plan.title, _("Keep it"))
        self.tried = self.add_line(_("What was tried"), _("Empty: nothing"), talk.tried)
        self.tried.setMaxLength(LONGEST_TRIED)
        self.ask(self.tried)

    def act(self) -> Callable[[], None] | None:
        talk, words = self._talk.session_id, self.tried.text()
        said = _("What was tried is kept")
        self.workplace.do(plans.note_tried, self._plan.id, talk, words, said=said)
        return None
