"""The rep rates what was seen, before the manager's rating is shown beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.services.self_ratings import OwnRating
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.evidence import Event


class _Row(QWidget):
    """One event: where and when, what was seen, five figures; later both ratings."""

    given = Signal()

    def __init__(self, theme: Theme, event: Event) -> None:
        super().__init__()
        self._event = event
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(2))
        head = (event.behaviour_title, event.account, short_day(event.day))
        above = " · ".join(part for part in head if part)
        stack.addWidget(Text(theme, above, "small", "ink2"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        words = QVBoxLayout()
        words.addSpacing(theme.px(4))  # the first line stands level with the figures
        words.addWidget(Text(theme, event.words, wrap=True))
        row.addLayout(words, 1)
        figures = [(str(n), str(n)) for n in range(1, 6)]
        name = _("Your own rating, {behaviour}, {words}")
        self.value = Segmented(
            theme, figures, name=name.format(behaviour=event.behaviour_title, words=event.words)
        )
        self.value.chosen.connect(self._chosen)
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignTop)
        self.both = Text(theme, "", "bodyStrong#")
        self.both.hide()
        beside = QVBoxLayout()
        beside.addSpacing(theme.px(4))
        beside.addWidget(self.both, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside)
        stack.addLayout(row)

    @property
    def own(self) -> OwnRating | None:
        """What was picked."""
        figure = self.value.value()
        if not figure:
            return None
        return OwnRating(self._event.observation_id, self._event.behaviour, int(figure))

    def pick(self, figure: int) -> None:
        """A digit was typed."""
        self.value.set_value(str(figure))
        self.given.emit()

    def focus(self) -> None:
        """Give its figures the keys."""
        figures = self.value.findChildren(QWidget)
        chosen = int(self.value.value() or 1) - 1
        figures[chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def reveal(self, manager: str) -> None:
        """Both beside each other; from now on nothing is picked here."""
        self.value.hide()
        if self.own is None:
            return
        words = _("you {own} · {manager} {value}")
        self.both.show_runs(
            words.format(own=self.own.value, manager=manager, value=self._event.value)
        )
        self.both.show()

    def _chosen(self, _figure: str) -> None:
        self.given.emit()


class OwnRatings(QWidget):
    """A digit rates and goes on; `rated` tells all of them once both are to be seen."""

    rated = Signal(object)  # tuple of OwnRating
    moved_to = Signal(QWidget)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._manager = theme, ""
        self._rows: list[_Row] = []
        self._told = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(10))
        title = _("How would you rate what was seen, 1 to 5?")
        whole.addWidget(Text(theme, title, "label", "ink2", wrap=True))
        self._stack = QVBoxLayout()
        self._stack.setSpacing(theme.px(12))
        whole.addLayout(self._stack)
        self.button = Button(theme, _("Show both ratings"))
        self.button.clicked.connect(self.show_both)
        whole.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self, events: Sequence[Event], manager: str) -> None:
        """Ask about these events; hidden without any."""
        while (item := self._stack.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self._manager, self._told = manager, False
        self._rows = [_Row(self._theme, event) for event in events]
        for row in self._rows:
            row.given.connect(self._count)
            self._stack.addWidget(row)
        self.setVisible(bool(events))
        self._count()

    def given(self) -> tuple[OwnRating, ...]:
        """What was picked and not told yet."""
        if self._told:
            return ()
        return tuple(own for own in (row.own for row in self._rows) if own is not None)

    def show_both(self) -> None:
        """Tell what was picked, then show both; what was left empty stays so."""
        given = self.given()
        if not given:
            return
        self._told = True
        self.rated.emit(given)
        for row in self._rows:
            row.reveal(self._manager)
        self.button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0.value
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        now = QApplication.focusWidget()
        at = next((n for n, row in enumerate(self._rows) if row.isAncestorOf(now)), None)
        if at is None or self._told or not (plain and 1 <= number <= 5):
            super().keyPressEvent(event)
            return
        self._rows[at].pick(number)
        if at + 1 < len(self._rows):
            self._rows[at + 1].focus()
        else:
            self.button.setFocus(Qt.FocusReason.TabFocusReason)
        self.moved_to.emit(self._rows[at + 1] if at + 1 < len(self._rows) else self.button)

    def _count(self) -> None:
        self.button.setVisible(not self._told)
        if self.given():
            self.button.enable()
        else:
            self.button.disable(_("Rate one first."))
