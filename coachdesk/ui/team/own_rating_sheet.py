"""The rep's own rating of one event, entered beside the manager's."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.services.self_ratings import OwnRating, rate_own, remove_own
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.evidence import Event


class OwnRatingSheet(Sheet):
    """One digit; the manager's rating stays as it is, and no figure changes."""

    def __init__(self, workplace: Workplace, window: QWidget, event: Event) -> None:
        super().__init__(
            workplace,
            window,
            _("{name}’s own rating").format(name=event.rep_name),
            event.words,
            _("Keep it"),
        )
        self._event = event
        self._playbook = workplace.ask(playbook_of)
        figures = [(str(n), str(n)) for n in range(1, 6)]
        label = _("{behaviour}, as {name} sees it").format(
            behaviour=event.behaviour_title, name=event.rep_name
        )
        self.value = self.add_one_of(label, figures)
        self.value.chosen.connect(self._chosen)
        self._anchor = Text(workplace.theme, "", "small", "ink2", wrap=True)
        self.body.addWidget(self._anchor)
        words = _("You rated it {n}. Own ratings stand beside yours and count in no figure.")
        self.body.addWidget(
            Text(workplace.theme, words.format(n=event.value), "small", "ink2", wrap=True)
        )
        if event.self_value is not None:
            self.value.set_value(str(event.self_value))
            away = Button(workplace.theme, _("Take it away"), "link")
            away.clicked.connect(self._remove)
            self.foot.insertWidget(0, away)
        self._chosen(self.value.value())
        self.ask(self.value)
        self._focus_on(event.self_value or 1)

    def act(self) -> Callable[[], None] | None:
        """Keep the digit."""
        event = self._event
        if not self.value.value():
            raise InputError(_("Pick one of the five."), _("Type a digit from 1 to 5."))
        own = OwnRating(event.observation_id, event.behaviour, int(self.value.value()))
        said = _("{name} rates it {own}, you {value}").format(
            name=event.rep_name, own=own.value, value=event.value
        )
        self.workplace.do(rate_own, own, said=said)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0.value
        if 1 <= number <= 5 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.value.set_value(str(number))
            self._focus_on(number)
            self._chosen(str(number))
            return
        super().keyPressEvent(event)

    def _focus_on(self, figure: int) -> None:
        self.value.findChildren(QWidget)[figure - 1].setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self, figure: str) -> None:
        guide = self._playbook.behaviours[self._event.behaviour]
        self._anchor.show_runs(guide.anchors[int(figure)] if figure else guide.definition)
        self.fit()

    def _remove(self) -> None:
        event = self._event
        said = _("{name}’s own rating is taken away").format(name=event.rep_name)
        self.workplace.do(remove_own, event.observation_id, event.behaviour, said=said)
        self.close_panel()
