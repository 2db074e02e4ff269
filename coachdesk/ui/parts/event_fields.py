"""What an event holds besides its words: why an expectation was missed, and who gained."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import Cause, Gain, Side
from coachdesk.language import gettext as _
from coachdesk.services.besides import Besides, GainPart
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.kit.choices import Check, ChoiceButton
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


def outcome_words() -> dict[Gain, str]:
    """The four outcomes."""
    return {
        Gain.WON: _("won"),
        Gain.NEUTRAL: _("neutral"),
        Gain.LOST: _("lost"),
        Gain.UNKNOWN: _("unknown"),
    }


class MissFields(QWidget):
    """A tick, then why, then a few words; the cause says what to ask next."""

    changed = Signal()

    def __init__(self, theme: Theme, hint: str = "") -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(6))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        label = _("An expectation was missed")
        self.tick = Check(theme, f"{label}  {hint}".strip(), name=label)
        causes = shipped_playbook().causes.values()
        options = [("", _("Why?")), *((cause.key.value, cause.title) for cause in causes)]
        self.cause = ChoiceButton(theme, options, name=_("Why the expectation was missed"))
        self.note = Field(theme, _("A few words, if any"), name=_("About the cause"))
        self.note.setMaxLength(200)
        self._ask = Text(theme, "", "small", "ink2", wrap=True)
        row.addWidget(self.tick)
        row.addWidget(self.cause)
        row.addWidget(self.note, 1)
        row.addStretch(0)
        stack.addLayout(row)
        stack.addWidget(self._ask)
        self.tick.toggled.connect(self._ticked)
        self.cause.chosen.connect(self._caused)
        self.show_besides(Besides())

    def show_besides(self, besides: Besides) -> None:
        """Show what is known."""
        self.tick.setChecked(besides.missed)
        self.cause.set_value("" if besides.cause is None else besides.cause.value)
        self.note.setText(besides.cause_note)
        self._show()

    @property
    def missed(self) -> bool:
        """Whether it was missed."""
        return self.tick.isChecked() and not self.isHidden()

    @property
    def why(self) -> Cause | None:
        """The cause, while it was missed."""
        value = self.cause.value()
        return Cause(value) if value and self.missed else None

    def _ticked(self, _on: bool) -> None:
        self._show()
        self.changed.emit()
        if self.tick.isChecked() and self.tick.hasFocus():
            self.cause.setFocus()

    def _caused(self, _key: str) -> None:
        self._show()
        self.changed.emit()
        if self.why is Cause.OTHER:
            self.note.setFocus()

    def _show(self) -> None:
        on = self.tick.isChecked()
        self.cause.setVisible(on)
        self.note.setVisible(on and bool(self.cause.value()))
        guide = shipped_playbook().causes.get(Cause(self.cause.value())) if self.why else None
        self._ask.show_runs(guide.ask_next if guide else "")
        self._ask.setVisible(guide is not None)


class GainFields(QWidget):
    """Customer, rep and partner: each won, neutral, lost, unknown, or not said; words if wanted."""

    changed = Signal()

    def __init__(self, theme: Theme, *, with_words: bool) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        self.choices: dict[Side, ChoiceButton] = {}
        self.words: dict[Side, Field] = {}
        options = [("", "–"), *((gain.value, word) for gain, word in outcome_words().items())]
        names = {Side.CUSTOMER: _("Customer"), Side.REP: _("Rep"), Side.PARTNER: _("Partner")}
        for n, (side, name) in enumerate(names.items()):
            label = Text(theme, name, "label", "ink2")
            choice = ChoiceButton(theme, options, name=_("All win, {side}").format(side=name))
            choice.chosen.connect(self._chosen)
            self.choices[side] = choice
            if with_words:
                field = Field(
                    theme,
                    _("in their words, if any"),
                    name=_("All win, words of {side}").format(side=name),
                )
                field.setMaxLength(200)
                self.words[side] = field
                for column, widget in enumerate((label, choice, field)):
                    grid.addWidget(widget, n, column)
                grid.setColumnStretch(2, 1)
            else:
                grid.addWidget(label, 0, 2 * n)
                grid.addWidget(choice, 0, 2 * n + 1)
                grid.setColumnStretch(6, 1)

    def show_gains(self, gains: Mapping[Side, GainPart]) -> None:
        """Show what is known."""
        for side, choice in self.choices.items():
            part = gains.get(side)
            choice.set_value("" if part is None else part.outcome.value)
            if side in self.words:
                self.words[side].setText("" if part is None else part.words)

    def gains(self) -> dict[Side, GainPart]:
        """The sides that were marked."""
        return {
            side: GainPart(Gain(choice.value()), self._said(side))
            for side, choice in self.choices.items()
            if choice.value() and not self.isHidden()
        }

    def _said(self, side: Side) -> str:
        return self.words[side].text() if side in self.words else ""

    def _chosen(self, _key: str) -> None:
        self.changed.emit()
