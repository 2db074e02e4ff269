"""What is agreed before a talk: what good looks like, who gains what, how it shows, the buy-in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Labeled, TextArea
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.quiet_fields import QuietField
from coachdesk.ui.sessions import prepare_state as states
from coachdesk.ui.sessions.prepare_state import LIMITS, PrepareState


class ExpectationCard(Card):
    """Holds `body`, to be added below the head of its check; `typed` names the text."""

    typed = Signal(str, str)
    settled = Signal()
    left = Signal()
    buy_in_chosen = Signal(str)

    def __init__(self, theme: Theme, first_name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Expectation and buy-in"), parent=parent)
        self._theme = theme
        self.body = self._build_body(first_name)

    def _build_body(self, name: str) -> QWidget:
        theme = self._theme
        self.area = TextArea(
            theme,
            _("Who does what, by when, and how it shows"),
            name=_("What good looks like, agreed together"),
            lines=2,
            most=6,
        )
        self.seen = TextArea(
            theme,
            _("What you will both look at"),
            name=_("How you will both see it"),
            most=4,
            lines=1,
        )
        self._areas = {"expectation": self.area, "seen_how": self.seen}
        self.fields: dict[str, QuietField] = {}
        self.good = Labeled(theme, _("What good looks like, agreed together"), self.area)
        body = QVBoxLayout()
        body.setSpacing(theme.px(10))
        body.addWidget(self.good)
        body.addLayout(self._build_in_it_for(name))
        self.seen_label = Labeled(theme, _("How you will both see it"), self.seen)
        body.addWidget(self.seen_label)
        body.addLayout(self._build_buy_in(name))
        content = QWidget()
        content.setLayout(body)
        body.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(16))
        self.area.textChanged.connect(self._expectation_typed)
        self.seen.textChanged.connect(self._seen_typed)
        for area in self._areas.values():
            area.settled.connect(self._settle)
            area.left.connect(self._leave)
        return content

    def _build_in_it_for(self, name: str) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(0)
        stack.addWidget(Text(self._theme, _("What is in it for…"), "label", "ink2"))
        sides = (
            ("in_it_for_customer", _("Customer"), _("what the customer gains")),
            ("in_it_for_rep", name, _("what {name} gains").format(name=name)),
            ("in_it_for_partner", _("Partner"), _("what the partner gains")),
        )
        width = max(self._theme.width(label, "body") for _key, label, _hint in sides)
        for key, label, hint in sides:
            row = QHBoxLayout()
            row.setSpacing(0)
            side = Text(self._theme, label, "body", "ink2", elide=True)
            side.setFixedWidth(min(round(width), self._theme.px(110)) + self._theme.px(8))
            row.addWidget(side)
            row.addWidget(self._field(key, hint, _("In it for: {side}").format(side=label)), 1)
            stack.addLayout(row)
        return stack

    def _build_buy_in(self, name: str) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(self._theme.px(6))
        title = _("{name}’s buy-in").format(name=name)
        stack.addWidget(Text(self._theme, title, "label", "ink2"))
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        self.buy_in = Segmented(self._theme, states.buy_in_options(), name=title)
        self.buy_in.chosen.connect(self.buy_in_chosen)
        self.was = Text(self._theme, "", "small", "ink2", elide=True)
        row.addWidget(self.buy_in)
        row.addWidget(self.was, 1)
        stack.addLayout(row)
        return stack

    def _field(self, key: str, hint: str, name: str) -> QuietField:
        field = QuietField(self._theme, hint, name=name, most=LIMITS[key])
        field.setProperty("text_of", key)
        self.fields[key] = field
        field.textEdited.connect(self._field_typed)
        field.settled.connect(self._settle)
        field.left.connect(self._leave)
        return field

    @property
    def typed_in(self) -> tuple[QWidget, ...]:
        """Everything that is typed here."""
        return (self.area, self.seen, *self.fields.values())

    def show_problem(self, state: PrepareState) -> None:
        """Say where a text is over its limit."""
        self.good.show_problem(state.too_long("expectation"))
        self.seen_label.show_problem(state.too_long("seen_how"))

    def show_texts(self, state: PrepareState) -> None:
        """Show what is written; what is being typed stays as it is."""
        for key, area in self._areas.items():
            if area.toPlainText() != state.text(key) and not area.hasFocus():
                area.setPlainText(state.text(key))
        for key, field in self.fields.items():
            if not field.hasFocus() and field.text() != state.text(key):
                field.setText(state.text(key))
                field.setCursorPosition(0)
        self.buy_in.set_value(state.page.buy_in.value if state.page.buy_in else "")
        self.was.show_runs(states.buy_in_was(state.page.buy_in_last))
        self.show_problem(state)

    def _expectation_typed(self) -> None:
        self.typed.emit("expectation", self.area.toPlainText())

    def _seen_typed(self) -> None:
        self.typed.emit("seen_how", self.seen.toPlainText())

    def _field_typed(self, words: str) -> None:
        self.typed.emit(self.sender().property("text_of"), words)

    def _settle(self, _words: str) -> None:
        self.settled.emit()

    def _leave(self, _words: str) -> None:
        self.left.emit()
