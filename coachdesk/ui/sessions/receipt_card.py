"""After wrap-up: whether the rep has the page, on which day, and by which means."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import ReceivedMeans
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions.wrap_up_state import WrapUpState, received_words
from coachdesk.views.dates import print_day


class ReceiptCard(Card):
    """Hidden before wrap-up; then “Received on”, later “Take the receipt back” with a reason."""

    received = Signal(object, object)  # day, ReceivedMeans
    taken_back = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Receipt"), parent=parent)
        self._theme, self._as_of, self._shown = theme, date.min, ""
        self.words = Text(theme, "", "bodyMedium", wrap=True)
        self.printed = Text(theme, "", "small", "ink2", wrap=True)
        top = QVBoxLayout()
        top.setSpacing(0)
        top.addWidget(self.words)
        top.addWidget(self.printed)
        self.add(top, pad=(16, 12, 16, 6))
        self._giving = self.add(self._build_giving(), pad=(16, 2, 16, 12))
        self._taking = self.add(self._build_taking(), pad=(16, 2, 16, 12))

    def _build_giving(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.day = Field(theme, name=_("Received on"), icon="calendar")
        self.day_label = Labeled(theme, _("Received on"), self.day)
        self.signed = Button(theme, _("Signed"))
        self.handed = Button(theme, _("Handed over"))
        row.addWidget(self.day_label, 1)
        row.addWidget(self.signed, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.handed, 0, Qt.AlignmentFlag.AlignBottom)
        self.signed.clicked.connect(self._signed)
        self.handed.clicked.connect(self._handed)
        return holder

    def _build_taking(self) -> QWidget:
        theme = self._theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.reason = Field(theme, _("Why: the reason is kept"), name=_("Why it is taken back"))
        self.reason.setMaxLength(200)
        self.take = Button(theme, _("Take the receipt back"))
        row.addWidget(self.reason, 1)
        row.addWidget(self.take)
        self.take.clicked.connect(self._take)
        return holder

    def show_state(self, state: WrapUpState) -> None:
        """Show what is known of the receipt."""
        self._as_of = state.page.now.date()
        self.setVisible(state.is_wrapped_up)
        self._giving.setVisible(not state.is_received)
        self._taking.setVisible(state.is_received)
        name = state.page.brief.head.first_name
        asked = _("Wrapped up. Once {name} has the page, note it here.").format(name=name)
        if state.page.next_day is not None:
            asked = _(
                "Wrapped up, next one-on-one {when}. Once {name} has the page, note it here."
            ).format(when=state.next_words, name=name)
        self.words.show_runs(received_words(state) or asked)
        self.printed.show_runs(_sentence(state.page.printed))
        self.printed.setVisible(bool(state.page.printed))
        if not self.day.hasFocus() and not self.day.isModified():
            self.day.setText(print_day(self._as_of))
        self.day_label.show_problem("")

    def show_problem(self, refusal: UserError) -> None:
        """Say in place what was refused."""
        self.day_label.show_problem(f"{refusal.message} {refusal.next_step}".strip())

    def _signed(self) -> None:
        self._receive(ReceivedMeans.SIGNATURE)

    def _handed(self) -> None:
        self._receive(ReceivedMeans.HANDED_OVER)

    def _receive(self, means: ReceivedMeans) -> None:
        try:
            day = parse_day(self.day.text(), as_of=self._as_of, toward="past")
        except UserError as refusal:
            self.show_problem(refusal)
            return
        self.received.emit(day, means)

    def _take(self) -> None:
        self.taken_back.emit(self.reason.text())


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
