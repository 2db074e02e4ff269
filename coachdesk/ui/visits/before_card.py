"""Before a visit: what to watch, who speaks first, which department comes along."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import ChoiceButton, Segmented
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.visits import state
from coachdesk.views.visits import VisitPage

NONE = ""


class BeforeCard(Card):
    """`changed` tells that something was chosen; `watch`, `speaks` and `team` say what."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Before"))
        self._theme = theme
        self._chips: dict[BehaviourKey, FilterChip] = {}
        self.watch: tuple[BehaviourKey, ...] = ()
        self.header = SectionHeader(theme, _("Before"), right=" ")
        self.add(self.header)
        body = QVBoxLayout()
        body.setSpacing(theme.px(8))
        body.addWidget(Text(theme, _("What to watch"), "label", "ink2"))
        self._flow = Flow(theme, name=_("What to watch"))
        body.addWidget(self._flow)
        self._cues = Text(theme, "", "small", "ink2", wrap=True)
        body.addWidget(self._cues)
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        self.speaks = Segmented(theme, [("rep", _("The rep"))], name=_("Who speaks first"))
        self._speaks_place = QVBoxLayout()
        self._speaks_place.setSpacing(theme.px(4))
        self._speaks_place.addWidget(Text(theme, _("Who speaks first"), "label", "ink2"))
        self._speaks_place.addWidget(self.speaks)
        row.addLayout(self._speaks_place)
        team = QVBoxLayout()
        team.setSpacing(theme.px(4))
        team.addWidget(Text(theme, _("Department that comes along"), "label", "ink2"))
        self.team = ChoiceButton(theme, [(NONE, _("none"))], name=_("Department"))
        self.team.chosen.connect(self._told)
        team.addWidget(self.team)
        row.addLayout(team)
        row.addStretch(1)
        body.addLayout(row)
        self.add(body, pad=(16, 4, 16, 16))

    def show_page(self, page: VisitPage, *, may_change: bool) -> None:
        """Show what was chosen."""
        self.watch = tuple(choice.behaviour for choice in state.chosen(page))
        self._show_chips(page, may_change)
        lines = [
            part
            for choice in state.chosen(page)
            for part in (
                Run(f"{choice.title}: ", "smallStrong", "ink2"),
                Run(f"{state.cue_words(choice)}\n", "small", "ink2"),
            )
        ]
        nothing = _("Choose one or two; what to look for stands here.")
        if not may_change:
            nothing = "" if lines else _("Nothing in particular.")
        self._cues.show_runs(lines or nothing)
        self._show_speaks(page, may_change)
        self.team.set_options([(NONE, _("none")), *((str(id), name) for id, name in page.teams)])
        self.team.set_value(NONE if page.team_id is None else str(page.team_id))
        self.team.setEnabled(may_change)

    @property
    def team_id(self) -> UUID | None:
        """The department that was chosen."""
        return UUID(self.team.value()) if self.team.value() else None

    def _show_chips(self, page: VisitPage, may_change: bool) -> None:
        for choice in page.watch:
            key = choice.behaviour
            if key not in self._chips:
                chip = FilterChip(self._theme)
                chip.clicked.connect(partial(self._toggle, key))
                self._chips[key] = chip
                self._flow.add(chip)
                chip.show()
            chip = self._chips[key]
            name = _("{behaviour}, to watch") if choice.is_chosen else "{behaviour}"
            chip.show_words(
                choice.title,
                key.value,
                on=choice.is_chosen,
                name=name.format(behaviour=choice.title),
            )
            chip.setEnabled(may_change)
            chip.setVisible(may_change or choice.is_chosen)
        self._flow.rearrange()

    def _show_speaks(self, page: VisitPage, may_change: bool) -> None:
        """The names are the visit's, so the choice is made anew for each."""
        old = self.speaks
        had = old.isAncestorOf(_focus(old))
        self.speaks = Segmented(self._theme, state.speakers(page), name=_("Who speaks first"))
        self.speaks.set_value(page.speaks_first.value)
        self.speaks.setEnabled(may_change)
        self.speaks.chosen.connect(self._told)
        self._speaks_place.removeWidget(old)
        self._speaks_place.insertWidget(1, self.speaks)
        old.hide()
        old.deleteLater()
        self.setTabOrder(self.speaks, self.team)
        if had:
            self.speaks.setFocus()

    def _toggle(self, key: BehaviourKey) -> None:
        chosen = set(self.watch) ^ {key}
        self.watch = tuple(each for each in self._chips if each in chosen)
        self.changed.emit()

    def _told(self, _value: str) -> None:
        self.changed.emit()


def _focus(widget: QWidget) -> QObject | None:
    return widget.window().focusWidget() or widget.window()
