"""The chain of a rep: labelled links, where it breaks or what is missing, and the qualities."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.chain import Chain
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team import state
from coachdesk.views.rep import RepChain, RepPage

WIDE, NARROW = 860, 480


class ChainCard(Card):
    """`chosen` names a behaviour whose events are asked for, `all_asked` those of the break."""

    chosen = Signal(str)
    all_asked = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Partnering chain"))
        self._workplace = workplace
        self._shown: RepChain | None = None
        theme = workplace.theme
        self.header = SectionHeader(theme, _("Partnering chain"), right=" ")
        self.add(self.header)
        self.chain = Chain(theme)
        self.chain.chosen.connect(self.chosen)
        self.add(self.chain, pad=(16, 0, 16, 12))
        self._add_break()
        self.qualities = Flow(theme, name=_("Qualities"))
        self._chips: list[FilterChip] = []
        self._qualities_row = self.add(self.qualities, rule=True, pad=(16, 10, 16, 10))

    def _add_break(self) -> None:
        theme = self._theme
        self._icon = IconLabel(theme, "break", "bad")
        self._words = Text(theme, "", wrap=True)
        self._occasion = Text(theme, "", "small", "ink2", wrap=True)
        self.see = Button(theme, "", "link")
        self.see.clicked.connect(self._see)
        self.plan = Button(theme, _("Plan a joint visit"), "link", hint="Ctrl+Shift+J")
        self.plan.clicked.connect(self._workplace.visit_plan_asked)
        self._workplace.hold(self.plan)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._words)
        words.addWidget(self._occasion)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self.see)
        row.addWidget(self.plan)
        self.add(row, rule=True, sunk=True, pad=(16, 9, 16, 9))

    def set_room(self, content: int) -> None:
        """Five links side by side, or three or two in a row."""
        self.chain.set_columns(5 if content >= WIDE else 3 if content >= NARROW else 2)

    def show_page(self, page: RepPage) -> None:
        """Show this rep's chain in the window that was chosen."""
        self._shown = page.chain
        self.chain.show_links(state.link_figures(page.figures, page.chain))
        every = sum(figure.n for figure in page.figures)
        words = _("share of events rated 4 or 5 · last {days} days · {n} events")
        self.header.extra.show_runs(words.format(days=page.window_days, n=every))
        likely = _("Range = {n} % likely").format(n=round(100 * page.certainty))
        self.header.right.show_runs([Run(likely, "small", "ink2")])
        if page.chain is not None:
            self._show_break(page.chain)
            self._show_qualities(page.chain)

    def show_filter(self, link: str) -> None:
        """Mark the quality whose events are shown."""
        if self._shown is not None:
            self._show_qualities(self._shown, link)

    def _show_break(self, chain: RepChain) -> None:
        at = chain.at
        self._icon.setVisible(at.behaviour is not None)
        self._words.show_runs([Run(at.words, "bodyStrong" if at.behaviour else "body")])
        lacking = chain.is_lacking and at.behaviour is None
        self._occasion.setVisible(lacking)
        if lacking:
            self._occasion.show_runs(state.occasion_words(chain, self._workplace.as_of))
        has_visit = chain.occasion is not None and chain.occasion.kind == "visit"
        self.plan.setVisible(lacking and not has_visit)
        self.see.setVisible(at.behaviour is not None)
        if at.behaviour is not None:
            n = next(link.cell.n for link in chain.links if link.cell.behaviour is at.behaviour)
            words = ngettext("See the {n} event", "See the {n} events", n)
            self.see.set_label(words.format(n=n))

    def _show_qualities(self, chain: RepChain, link: str = "") -> None:
        while len(self._chips) < len(chain.qualities):
            chip = FilterChip(self._theme)
            self._chips.append(chip)
            self.qualities.add(chip)
            chip.clicked.connect(partial(self._quality_chosen, len(self._chips) - 1))
        for chip, quality in zip(self._chips, chain.qualities, strict=True):
            words, kind = state.quality_words(quality), quality.cell.behaviour.value
            name = f"{words}, {quality.label}, {quality.reason}"
            chip.show_words(words, kind, on=kind == link, name=name)
        self.qualities.rearrange()

    def _quality_chosen(self, at: int) -> None:
        if self._shown is not None:
            self.chosen.emit(self._shown.qualities[at].cell.behaviour.value)

    def _see(self) -> None:
        if self._shown is not None and self._shown.at.behaviour is not None:
            self.all_asked.emit(self._shown.at.behaviour.value)
