"""Insights: where to spend the next hour of coaching; every figure opens its evidence."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.labels import LabelSnapshot, ShiftNote
from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.people import Account, PartnerTeam, Rep, Workspace
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.services.insights import InsightsKept
from coachdesk.services.shifts import shifts_of_file
from coachdesk.ui.insights import state
from coachdesk.ui.insights.activities import ActivitiesCard
from coachdesk.ui.insights.cell_panel import CellPanel
from coachdesk.ui.insights.chart_card import ChartCard, hollow, legend
from coachdesk.ui.insights.lead_card import LeadCard
from coachdesk.ui.insights.mirror import MirrorSection
from coachdesk.ui.insights.opportunities import OpportunitiesCard
from coachdesk.ui.insights.rows import WorthPainter
from coachdesk.ui.insights.save_sheet import SaveInsightsSheet
from coachdesk.ui.insights.table_panel import TablePanel
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.page import Room, ScrollingPage
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.chart_conduct import promises_scene
from coachdesk.views.chart_heat import heat_scene
from coachdesk.views.chart_needs import hand_offs_behind, needs_scene, waiting_scene
from coachdesk.views.charts import Scene, Target
from coachdesk.views.insights import Insights, Shift

HEAD_LINE, THREE = 760, 940
SHIFTS = "insights.shifts"


class InsightsPage(ScrollingPage):
    """Arrows walk the figures, Enter opens their events, Space looks at one from near."""

    id = "insights"
    icon = "bar-chart-3"
    key = "5"
    shows = frozenset(
        {
            Account,
            Activity,
            Ask,
            AskThread,
            CoachingPlan,
            CoachingSession,
            Commitment,
            GainStatement,
            HandOff,
            LabelSnapshot,
            Mandate,
            Observation,
            Opportunity,
            OpportunityReview,
            PartnerTeam,
            Rating,
            Reflection,
            Rep,
            Share,
            ShiftNote,
            Workspace,
        }
    )

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Insights"))
        self._workplace = workplace
        self._kept = InsightsKept(workplace.desk)
        self._window, self._group = 182, state.LINKS
        self._lead_way = state.BY_REP
        self._room = Room(1360)
        self._found: Insights | None = None
        self._shifts: tuple[Shift, ...] | None = None
        self._mirror: MirrorSection | None = None
        self._asked_at: object = None
        self.rebuild()

    def build(self) -> QWidget:
        """The cards; without a rep one sentence and the way on."""
        theme = self.theme
        self.leave()
        self._mirror = None
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 24)))
        stack.setSpacing(theme.px(14))
        if self._found is None:
            stack.addStretch(1)
            return content
        stack.addLayout(self._head())
        if self._found.people:
            self._build_cards(stack, self._found)
        else:
            stack.addWidget(self._nothing())
        stack.addStretch(1)
        self._arrange()
        self._show()
        return content

    def refresh(self) -> None:
        """Figures are made anew only if the store or the day changed."""
        found = self._kept.insights(window_days=self._window)
        if found is self._found:
            return
        is_new = self._found is None or bool(found.people) != bool(self._found.people)
        self._found = found
        if is_new:
            self.rebuild()
        else:
            self._show()
        self._look_for_shifts()

    def reflow(self, room: Room) -> None:
        """Cards side by side where there is room."""
        self._room = room
        if self._found is not None and self._found.people:
            self._arrange()

    def leave(self) -> None:
        """An answer that is being typed is kept."""
        if self._mirror is not None:
            self._mirror.question.keep_typed()

    def reveal_opportunity(self, id: UUID) -> bool:
        """Put the keys on an opportunity; False if the list does not show it."""
        has_cards = self._found is not None and bool(self._found.people)
        return has_cards and self._opportunities.reveal(id)

    def to_question(self) -> None:
        """The keys go to the question of the month."""
        if self._mirror is not None:
            self._mirror.question.area.setFocus()
            self.widget.follow(self._mirror.question.area)

    def answer(self) -> None:
        """Write the answer to the question of the month."""
        if self._mirror is not None:
            self._mirror.question.answer()

    def why_no_question(self) -> str:
        """Without a team there is no coaching to ask about."""
        return "" if self._mirror is not None else _("There is no rep yet.")

    def first_focus(self) -> QWidget | None:
        """The heat map."""
        return self._heat.view if self._found is not None and self._found.people else None

    def next_window(self) -> None:
        """The next window of days."""
        at = state.WINDOWS.index(self._window) if self._window in state.WINDOWS else 0
        self._choose_window(str(state.WINDOWS[(at + 1) % len(state.WINDOWS)]))

    def next_group(self) -> None:
        """The five links, or the four qualities."""
        self._choose_group(state.SOFT if self._group == state.LINKS else state.LINKS)

    def save(self) -> None:
        """Ask where the page goes as a PDF."""
        if self._found is not None and self._found.people:
            SaveInsightsSheet(self._workplace, self.widget.window(), self._found)

    # Making

    def _head(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(Text(theme, _("Insights"), "page"))
        self._subtitle = Text(theme, "", "body", "ink2", elide=True)
        row.addWidget(self._subtitle, 1)
        options = [(str(days), state.window_words(days)) for days in state.WINDOWS]
        self._windows = Segmented(theme, options, name=_("Window"))
        self._windows.set_value(str(self._window))
        self._windows.chosen.connect(self._choose_window)
        row.addWidget(self._windows)
        if self._found is not None and self._found.people:
            self._save = Button(theme, _("Save PDF"), icon="printer", hint="Ctrl+S")
            self._save.clicked.connect(self.save)
            row.addWidget(self._save)
        return row

    def _nothing(self) -> Card:
        card = Card(self.theme, _("Insights"))
        first = Button(self.theme, _("Capture what you saw"), hint="Ctrl+N")
        first.clicked.connect(partial(self._workplace.capture_asked.emit, ""))
        words = _("Six events of one behaviour, at two customers, make the first figure.")
        card.add(EmptyState(self.theme, _("Figures need a team and events."), words, first))
        return card

    def _build_cards(self, stack: QVBoxLayout, found: Insights) -> None:
        theme = self.theme
        self._top = Columns(theme, shares=(66, 34))
        self._top.left.addWidget(self._make_heat(found), 1)
        self._lead = LeadCard(self._workplace, self.widget, found, self._lead_way)
        self._lead.turned.connect(self._keep_lead_way)
        self._top.right.addWidget(self._lead, 1)
        stack.addWidget(self._top)
        self._three = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._three.setSpacing(theme.px(16))
        for card in self._make_three(found):
            self._three.addWidget(card, 1)
        stack.addLayout(self._three)
        self._below = Columns(theme, shares=(1, 1))
        self._below.left.addWidget(self._make_worth())
        self._below.left.addWidget(self._make_focus(found))
        self._below.left.addStretch(1)
        self._activities = ActivitiesCard(self._workplace, self.widget)
        self._opportunities = OpportunitiesCard(self._workplace, self.widget)
        self._below.left.insertWidget(2, self._opportunities)
        self._below.right.addWidget(self._activities)
        self._below.right.addWidget(self._make_published(found))
        self._below.right.addStretch(1)
        stack.addWidget(self._below)
        self._mirror = MirrorSection(self._workplace, self.widget)
        stack.addWidget(self._mirror)

    def _make_heat(self, found: Insights) -> ChartCard:
        options = [(state.LINKS, _("Behaviours")), (state.SOFT, _("Qualities"))]
        self._groups = Segmented(self.theme, options, name=_("Which figures"))
        self._groups.set_value(self._group)
        self._groups.chosen.connect(self._choose_group)
        self._heat = ChartCard(
            self.theme,
            _("Where each chain holds"),
            self._heat_builder(found),
            extra=_("rated 4 or 5, with the likely range; ▲ Strength, ▼ Focus"),
            right=self._groups,
        )
        self._wire(self._heat)
        self._heat.looked.connect(self._look)
        return self._heat

    def _make_three(self, found: Insights) -> list[ChartCard]:
        theme = self.theme
        who = [*legend(("accent", _("you"))), Run("   ", "small"), *hollow("ink2", _("rep"))]
        self._promises = ChartCard(
            theme, _("Promises kept"), partial(promises_scene, found), right=who
        )
        self._needs = ChartCard(theme, _("From need to all win"), partial(needs_scene, found))
        share = [Run(_("% still open"), "small", "ink2")]
        self._waiting = ChartCard(
            theme, _("How long hand-offs stay open"), partial(waiting_scene, found), right=share
        )
        cards = [self._promises, self._needs, self._waiting]
        for card in cards:
            self._wire(card)
        return cards

    def _make_worth(self) -> ListCard:
        theme = self.theme
        self._worth_rows = Rows(theme, WorthPainter(theme), name=_("Worth a question"), select=True)
        self._worth_rows.opened.connect(self._open_worth)
        self._follow_worth = Follow(self.widget, self._worth_rows)
        self._worth = ListCard(
            theme,
            self._worth_rows,
            title=_("Worth a question"),
            extra=_("what changed lastingly"),
            stays=True,
            none=_("No rating shifted lastingly, no trend held for two months."),
        )
        return self._worth

    def _make_focus(self, found: Insights) -> Card:
        theme = self.theme
        card = Card(theme, _("Where to look first"))
        quiet = _("for your eyes only; alphabetical, no ranking")
        card.add(SectionHeader(theme, _("Where to look first"), quiet))
        options = [(str(n), title) for n, title in enumerate(state.link_titles(found))]
        self._focus_choice = Segmented(theme, options, name=_("Where to look first, at"))
        self._focus_choice.chosen.connect(self._show_focus)
        card.add(self._focus_choice, rule=True, pad=(16, 12, 16, 4))
        self._focus_words = [Text(theme, "", "body", wrap=True) for _group in range(3)]
        for words in self._focus_words:
            card.add(words, pad=(16, 4, 16, 4))
        card.add(Text(theme, "", "small"), pad=(16, 0, 16, 4))
        return card

    def _make_published(self, found: Insights) -> Card:
        theme = self.theme
        card = Card(theme, _("Published figures"))
        extra = _("association, not proof; no target")
        card.add(SectionHeader(theme, _("Published figures"), extra))
        for benchmark in found.benchmarks:
            card.add(
                Text(theme, benchmark.words, "small", "ink2", wrap=True),
                rule=True,
                pad=(16, 8, 16, 8),
            )
        return card

    def _wire(self, card: ChartCard) -> None:
        card.opened.connect(self._open)
        card.table_asked.connect(self._show_table)
        card.view.stepped.connect(self.widget.follow)

    # Showing

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self._subtitle.show_runs(state.subtitle(found))
        if not found.people:
            return
        self._heat.show_chart(self._heat_builder(found), state.heat_words(found))
        self._lead.show_figures(found)
        self._promises.show_chart(partial(promises_scene, found), found.promises.words)
        self._needs.show_chart(partial(needs_scene, found), found.needs.words)
        self._waiting.show_chart(partial(waiting_scene, found), state.waiting_words(found))
        self._activities.show_figures(found)
        self._opportunities.show_lines(self._kept.opportunities())
        if not self._focus_choice.value():
            self._focus_choice.set_value(str(state.first_focus(found)))
        self._show_focus(self._focus_choice.value())
        self._show_worth()
        if self._mirror is not None:
            self._mirror.show_mirror(self._kept.mirror())

    def _show_worth(self) -> None:
        if self._found is None or not self._found.people:
            return
        self._worth.fill(state.worth_asking(self._found, self._shifts or ()))
        waits = self._shifts is None
        self._worth.say(_("looking through all ratings…") if waits else _("what changed lastingly"))

    def _show_focus(self, which: str) -> None:
        if self._found is None:
            return
        order = self._found.focus[int(which)]
        lines = state.group_lines(order) or [("", order.words)]
        for n, words in enumerate(self._focus_words):
            words.setVisible(n < len(lines))
            if n < len(lines):
                title, names = lines[n]
                head = [Run(f"{title}   ", "bodyStrong", "ink")] if title else []
                words.show_runs([*head, Run(names, "body", "ink2")])

    def _heat_builder(self, found: Insights) -> partial[Scene]:
        return partial(heat_scene, found, state.GROUPS[self._group])

    def _arrange(self) -> None:
        if self._found is None or not self._found.people:
            return
        two = self._room.two_columns
        self._top.set_two(two)
        self._below.set_two(two)
        if self._mirror is not None:
            self._mirror.set_two(two)
        direction = QBoxLayout.Direction
        side = direction.LeftToRight if self._room.content >= THREE else direction.TopToBottom
        self._three.setDirection(side)

    # Acting

    def _choose_window(self, days: str) -> None:
        self._window = int(days)
        self._windows.set_value(days)
        self.refresh()

    def _choose_group(self, group: str) -> None:
        self._group = group
        if self._found is not None and self._found.people:
            self._groups.set_value(group)
            self._heat.show_chart(self._heat_builder(self._found), state.heat_words(self._found))

    def _keep_lead_way(self, way: str) -> None:
        """Another zoom makes the card anew."""
        self._lead_way = way

    def _open(self, target: Target) -> None:
        if target.rep_id is None:
            if self._found is not None:
                self._show_table(hand_offs_behind(self._found, target.key))
            return
        if target.key:
            self._workplace.open_evidence(target.rep_id, target.key, self._window)
        else:
            self._workplace.open_rep(target.rep_id)

    def _look(self, target: Target) -> None:
        if target.rep_id is not None:
            self._look_at(target.rep_id, BehaviourKey(target.key))

    def _open_worth(self, row: state.Worth) -> None:
        self._look_at(row.rep_id, row.behaviour)

    def _look_at(self, rep_id: object, behaviour: BehaviourKey) -> None:
        found = self._found
        if found is None:
            return

        def is_it(item: object) -> bool:
            return (item.rep_id, item.behaviour) == (rep_id, behaviour)

        person = next(person for person in found.people if person.id == rep_id)
        CellPanel(
            self._workplace,
            self.widget.window(),
            name=person.first_name,
            cell=next(filter(is_it, found.cells)),
            trend=next(filter(is_it, found.trends)),
            series=self._kept.series(person.id, behaviour),
        ).ask()

    def _show_table(self, scene: Scene) -> None:
        TablePanel(self._workplace, self.widget.window(), scene).ask()

    def _look_for_shifts(self) -> None:
        """All ratings of all years take a while: read beside the window."""
        self._shifts = None
        desk = self._workplace.desk
        self._workplace.jobs.start(
            partial(shifts_of_file, desk.store.path, desk.now),
            done=self._shifts_found,
            refused=self._no_shifts,
            topic=SHIFTS,
        )

    def _shifts_found(self, found: tuple[Shift, ...]) -> None:
        self._shifts = found
        self._show_worth()

    def _no_shifts(self, refused: UserError) -> None:
        self._shifts = ()
        self._show_worth()
        self._worth.say(refused.message)
