"""One hand-off: what was agreed, its story, the steps it can take now, and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import HandOffState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partners.sheets import ContinueSheet, WaySheet
from coachdesk.ui.parts.hand_off_steps import HandOffSteps, open_steps
from coachdesk.ui.parts.hand_offs import state_words
from coachdesk.ui.parts.settle_sheet import Step
from coachdesk.ui.parts.tell_sheet import hint_labels
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import due_words, near_day
from coachdesk.views.hand_off_page import HandOffPage
from coachdesk.views.search import Place

S = HandOffState
WIDTH = 640


@dataclass(frozen=True, slots=True)
class Way:
    """A button of the panel: its letter, its words, and what it does."""

    key: str
    words: str
    run: Callable[[], object]
    writes: bool = True


class HandOffPanel(Overlay):
    """The letters on the buttons take the steps; Esc closes.

    `tell` asks what the customer was told, `deliver` goes on asking once it was met or missed,
    and `reveal` shows a card.
    """

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        page: HandOffPage,
        *,
        tell: Callable[[], None],
        reveal: Callable[[UUID], None],
        deliver: Callable[[UUID], None],
    ) -> None:
        super().__init__(workplace.theme, window, page.row.account, width=WIDTH)
        self._work, self._window, self._page = workplace, window, page
        self._tell, self._reveal, self._deliver = tell, reveal, deliver
        self._ways = self._steps()
        theme, row = workplace.theme, page.row
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, row.account, "title", wrap=True))
        top.addWidget(Text(theme, self._about(), "body", "ink2", wrap=True))
        self.card.add(top, pad=(20, 16, 20, 8))
        self.card.add(self._links(), pad=(20, 0, 20, 10))
        self.card.add(self._middle(), rule=True)
        self.card.add(self._foot())
        self.open_panel(self.buttons[0])
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        for way, button in zip(self._ways, self.buttons, strict=True):
            if typed == way.key and not event.modifiers() and button.isEnabled():
                button.click()
                return
        super().keyPressEvent(event)

    def _about(self) -> str:
        row = self._page.row
        due = ""
        if row.due_day is not None and row.state is S.SET:
            due = _("due {day}").format(day=due_words(row.due_day, self._work.as_of))
            if row.due_day < self._work.as_of:
                due = due_words(row.due_day, self._work.as_of)
        parts = (self._page.rep_full_name, row.team, row.partner, state_words(row), due)
        return " · ".join(part for part in parts if part)

    def _links(self) -> Flow:
        row, work = self._page.row, self._work
        flow = Flow(work.theme, gap=14, name=_("Where it leads"))
        team = Place("partner_team", self._page.team_id)
        account = Place("name", self._page.account_id)
        for words, go in (
            (_("To {name}’s page").format(name=row.rep_name), partial(work.open_rep, row.rep_id)),
            (_("The talks with {name}").format(name=row.rep_name), self._open_talks),
            (row.account, partial(work.open_place, account)),
            (row.team, partial(work.open_place, team)),
        ):
            button = Button(work.theme, words, "link")
            button.clicked.connect(partial(self._go, go))
            flow.add(button)
        return flow

    def _middle(self) -> ScrollPage:
        theme, page = self._work.theme, self._page
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 14)))
        stack.setSpacing(theme.px(4))
        for label, words in self._facts():
            runs = [Run(f"{label}  ", "small", "ink2"), Run(words, "body")]
            stack.addWidget(Text(theme, runs, wrap=True))
        stack.addSpacing(theme.px(10))
        stack.addWidget(Text(theme, _("What happened"), "bodyStrong"))
        for line in page.story:
            stack.addWidget(Text(theme, line.told, "body", wrap=True))
        stack.addStretch(1)
        scroll = ScrollPage(theme, _("What happened"), content=content)
        height = stack.totalHeightForWidth(theme.px(WIDTH)) if stack.hasHeightForWidth() else 0
        room = self._window.height() - theme.px(330)
        scroll.setFixedHeight(max(theme.px(72), min(height, room)))
        return scroll

    def _facts(self) -> list[tuple[str, str]]:
        page, row = self._page, self._page.row
        ways = {
            (True, True): _("asked for, and used"),
            (True, False): _("asked for, not used"),
            (True, None): _("asked for"),
            (False, None): _("not asked for"),
        }
        check = near_day(page.check_day, self._work.as_of) if page.check_day else ""
        facts = [
            (_("Need"), row.need),
            (_("Why meet them"), page.value_reason),
            (_("The customer expects"), row.expectation),
            (_("The rep checks"), check),
            (_("Their way"), ways.get((page.way_asked, page.way_used), "")),  # type: ignore[arg-type]
        ]
        facts.append((_("Hangs on it"), page.hanging))
        facts += [(label, page.hints.get(key, "")) for key, label in hint_labels().items()]
        return [(label, words) for label, words in facts if words]

    def _foot(self) -> Footer:
        theme = self._work.theme
        foot = Footer(theme)
        stack = QVBoxLayout(foot)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        flow = Flow(theme, gap=8, name=_("Steps"))
        self.buttons = []
        for n, way in enumerate(self._ways):
            kind = "primary" if n == 0 else "default"
            button = Button(theme, way.words, kind, hint=way.key)
            button.clicked.connect(partial(self._go, way.run))
            if way.writes:
                self._work.hold(button)
            self.buttons.append(button)
            flow.add(button)
        stack.addWidget(flow)
        return foot

    def _steps(self) -> list[Way]:
        """What the rules allow today, the likeliest first."""
        row = self._page.row
        steps = HandOffSteps(self._work, row)
        if row.state is S.DRAFT:
            ways = [Way("T", _("Told the customer"), self._tell)]
        elif row.state is S.SET:
            ways = [] if row.accepted_on else [self._way("A", steps.accept())]
            is_over = row.due_day is not None and self._work.as_of > row.due_day
            if is_over:
                ways.append(self._way("X", steps.miss(), self._deliver))
            ways.append(self._way("M", steps.met(), self._deliver))
            if not is_over:
                ways.append(self._way("D", steps.revise()))
        elif row.state is S.MISSED:
            ways = [
                self._way("M", steps.met_late(), self._deliver),
                self._way("N", steps.close_unmet(), self._deliver),
            ]
        else:
            is_gone = row.state is S.WITHDRAWN
            ways = [] if is_gone else [self._way("L", steps.all_win())]
        if row.state in (S.DRAFT, S.SET, S.MISSED):
            ways.append(self._way("W", steps.withdraw()))
        ways.append(Way("Y", _("Their way"), self._ask_way))
        ways.append(Way("C", _("Another team"), self._go_on))
        ways.append(Way("H", _("History"), self._show_history, writes=False))
        return ways

    def _way(self, key: str, step: Step, then: Callable[[UUID], None] | None = None) -> Way:
        row = self._page.row
        shown = (replace(step, leads_to=partial(then or self._reveal, row.id)),)
        return Way(key, step.title, partial(open_steps, self._work, self._window, row, shown))

    def _go(self, run: Callable[[], object], _checked: bool = False) -> None:
        self.close_panel()
        run()

    def _open_talks(self) -> None:
        self._work.open_talks(self._page.row.rep_name)

    def _ask_way(self) -> None:
        WaySheet(self._work, self._window, self._page)

    def _go_on(self) -> None:
        ContinueSheet(self._work, self._window, self._page, self._reveal)

    def _show_history(self) -> None:
        row = self._page.row
        self._work.history_asked.emit((row.id,), row.need[:48])
