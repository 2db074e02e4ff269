"""The laptop turned to the rep: one field alone, and how useful the talk was."""

from gettext import gettext as _

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Labeled, TextArea
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

LONGEST = 400


class Turned(QWidget):
    """Nothing of the manager's is in sight here."""

    done = Signal(str, object)  # words, 1–5 or None

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        px = theme.px
        outer = QHBoxLayout(self)
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

    def begin(self, name: str, words: str, useful: int | None) -> None:
        """Offer the field to the rep."""
        self._title.show_runs(_("{name}, this is yours").format(name=name))
        self.words.setPlainText(words)
        self.useful.set_value("" if useful is None else str(useful))
        self._box.show_problem("")

    def finish(self) -> None:
        """Give the words back, if they fit the page."""
        words = self.words.toPlainText().strip()
        if len(words) > LONGEST:
            self._box.show_problem(_("{n} too many").format(n=len(words) - LONGEST))
            return
        useful = int(self.useful.value()) if self.useful.value() else None
        self.done.emit(words, useful)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
            return
        super().keyPressEvent(event)
