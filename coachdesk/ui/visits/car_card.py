"""In the car: what the rep saw first, then the manager; one thing to keep, one to change."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.services.visits import LookBack
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.visits import state
from coachdesk.views.visits import VisitPage

SHARE = "share"


class CarCard(Card):
    """Four fields and a number, in the order of the talk. `settled` to keep, `left` to write."""

    settled = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("In the car"))
        self._theme = theme
        self.header = SectionHeader(theme, _("In the car"), right=_("the rep first"))
        self.add(self.header)
        self.areas: dict[str, TextArea] = {}
        self.labels: dict[str, Labeled] = {}
        body = QVBoxLayout()
        body.setSpacing(theme.px(10))
        for key in state.TEXTS:
            area = TextArea(theme, "", name=key, lines=2, most=6)
            area.settled.connect(self._settle)
            area.left.connect(self._leave)
            self.areas[key] = area
            self.labels[key] = Labeled(theme, key, area)
            body.addWidget(self.labels[key])
        self.share = Field(theme, _("0–100"), name=_("My share of talking, percent"))
        self.share.setMaxLength(6)
        self.share.setFixedWidth(theme.px(96))
        self.share.settled.connect(self._settle)
        self.share.left.connect(self._leave)
        self._share_box = Labeled(theme, _("My share of talking, percent"), self.share)
        self._share_words = Text(theme, "", "small", "ink2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._share_box)
        row.addWidget(self._share_words, 1)
        body.addLayout(row)
        self.add(body, pad=(16, 4, 16, 16))

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that is typed here."""
        return (*self.areas.values(), self.share)

    def show_page(self, page: VisitPage, typed: Mapping[str, object], *, why_not: str) -> None:
        """Show what is stored, or what was typed since; what is being typed stays."""
        name = page.first_name
        words = {
            "rep_saw": (_("What {name} saw"), _("Ask first: what did you see?")),
            "manager_saw": (_("What I saw"), _("Facts, after {name} has spoken")),
            "keep": (_("One thing to keep"), _("What went well and why")),
            "change": (_("One thing to change"), _("One only, for the next visit")),
        }
        for key, area in self.areas.items():
            label, hint = (part.format(name=name) for part in words[key])
            self.labels[key].label.show_runs(label)
            area.setAccessibleName(label)
            area.set_placeholder(hint)
            text = str(typed.get(key, getattr(page, key)))
            if area.toPlainText() != text and not area.hasFocus():
                area.setPlainText(text)
            area.setEnabled(not why_not)
        share = "" if page.talk_share_pct is None else str(page.talk_share_pct)
        if not self.share.hasFocus():
            self.share.setText(str(typed.get(SHARE, share)))
        self.share.setEnabled(not why_not)
        self._share_words.show_runs(state.share_words(page.talk_share_pct, name))
        self.header.right.show_runs(why_not or _("the rep first"))

    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        found = {key: area.toPlainText() for key, area in self.areas.items()}
        return {**found, SHARE: self.share.text()}

    def said(self) -> LookBack:
        """What stands in the fields, as it is kept; InputError for a share that is none."""
        texts = {key: area.toPlainText() for key, area in self.areas.items()}
        return LookBack(talk_share_pct=state.share_of(self.share.text()), **texts)

    def refuse(self, problem: str, *, share: bool = False) -> None:
        """Say in place what cannot be kept."""
        self._share_box.show_problem(problem if share else "")
        self.labels["rep_saw"].show_problem("" if share else problem)

    def check_share(self) -> str:
        """What is wrong with the number, or ""."""
        try:
            state.share_of(self.share.text())
        except InputError as refused:
            return f"{refused.message} {refused.next_step}"
        return ""

    def _settle(self, _words: str) -> None:
        self.settled.emit()

    def _leave(self, _words: str) -> None:
        self.left.emit()
