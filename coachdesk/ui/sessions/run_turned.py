"""The laptop turned to the rep: own words, own ratings, and how useful the talk was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Labeled, TextArea
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.tab_order import put_in_reading_order
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions.turned_ratings import OwnRatings
from coachdesk.views.evidence import Event

LONGEST = 400


class Turned(QWidget):
    """Nothing of the manager's is in sight here."""

    done = Signal(str, object)  # words, 1–5 or None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        page = ScrollPage(theme, content=content)
        whole.addWidget(page)
        outer = QHBoxLayout(content)
        outer.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(px(16))
        outer.addLayout(middle, 4)
        outer.addStretch(1)
        middle.addStretch(2)
        self._title = Text(theme, "", "page")
        middle.addWidget(self._title)
        self.words = TextArea(
            theme, _("In your own words"), name=_("Your own words"), lines=6, most=10, role="talk"
        )
        self._box = Labeled(
            theme, _("What do you take with you? It prints as you write it."), self.words
        )
        middle.addWidget(self._box)
        self.useful = Segmented(
            theme,
            [(str(n), str(n)) for n in range(1, 6)],
            "",
            name=_("How useful was this talk, 1 to 5"),
        )
        self.ratings = OwnRatings(theme)
        self.ratings.moved_to.connect(page.follow)
        middle.addWidget(self.ratings)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(Text(theme, _("How useful was this talk?"), "body", "ink2"))
        row.addWidget(self.useful)
        row.addStretch(1)
        middle.addLayout(row)
        self._button = Button(theme, _("Done, turn it back"), "primary", hint="F8")
        self._button.clicked.connect(self.finish)
        last = QHBoxLayout()
        last.addWidget(self._button)
        last.addStretch(1)
        middle.addLayout(last)
        middle.addStretch(3)

    def begin(
        self, name: str, words: str, useful: int | None, asked: Sequence[Event], manager: str
    ) -> None:
        """Offer the field to the rep, and the events to rate."""
        self.ratings.begin(asked, manager)
        self._title.show_runs(_("{name}, this is yours").format(name=name))
        self.words.setPlainText(words)
        self.useful.set_value("" if useful is None else str(useful))
        self._box.show_problem("")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self._order)  # by the places, which are known once it is laid out

    def _order(self) -> None:
        put_in_reading_order(self)

    def finish(self) -> None:
        """Give the words back, if they fit the page."""
        words = self.words.toPlainText().strip()
        if len(words) > LONGEST:
            self._box.show_problem(_("{n} too many").format(n=len(words) - LONGEST))
            return
        if given := self.ratings.given():
            self.ratings.rated.emit(given)
        useful = int(self.useful.value()) if self.useful.value() else None
        self.done.emit(words, useful)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            return
        number = event.key() - Qt.Key.Key_0.value
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= 5 and self.useful.isAncestorOf(QApplication.focusWidget()):
            self.useful.set_value(str(number))
            return
        super().keyPressEvent(event)
