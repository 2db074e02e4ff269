"""“Ratings in your words”: five sentences for each behaviour, and the one target."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.services.thresholds import set_target, thresholds
from coachdesk.services.wordings import rating_words, reset_wording, reword_behaviour
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import Kept
from coachdesk.ui.parts.sheet import FieldArea
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.wordings.anchor import AnchorRow
from coachdesk.ui.wordings.kept import from_kept, kept_line, share_from
from coachdesk.ui.wordings.tabs import BehaviourTabs
from coachdesk.views.changes import Changes
from coachdesk.views.wordings import Wording

PLACE, NOWHERE, WIDTH = "wording", UUID(int=0), 720


class WordingsSheet(Overlay):
    """Every sentence is written when its field is left; Esc in it brings back the one before."""

    own_asked = Signal()

    def __init__(
        self, workplace: Workplace, window: QWidget, key: BehaviourKey | None = None
    ) -> None:
        super().__init__(workplace.theme, window, _("Ratings in your words"), width=WIDTH, top=40)
        self._workplace = workplace
        self._kept = Kept(workplace, PLACE, NOWHERE)
        self._key = key or BehaviourKey.NEED_IDENTIFICATION
        self._wordings: tuple[Wording, ...] = ()
        self._wrote = False
        self._build()
        self._read()
        workplace.changed.connect(self._changed)
        first = self._go_on() or self.tabs.first
        self.open_panel(first)
        self.fit()

    def close_panel(self) -> None:
        """Write what is being typed; a sentence that does not fit keeps the sheet open."""
        for row in self.rows:
            row.write()
        fits = self._aim(self.target.text())
        if not fits or any(row.field.is_changed for row in self.rows):
            return
        super().close_panel()
        if self._wrote:
            self._wrote = False
            said = _("Kept; ratings given before keep the words they were given under")
            self._workplace.say(said, can_undo=True)

    def fit(self) -> None:
        self._area.updateGeometry()
        super().fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.target.hasFocus() and (is_enter or self._take_target_back(event)):
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        theme = self._theme
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, _("Ratings in your words"), "title"))
        words = _(
            "What you would see or hear. Rate what happened, not the person. "
            "Older ratings keep the words they were given under."
        )
        top.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        self.tabs = BehaviourTabs(theme)
        self.tabs.chosen.connect(self.choose)
        top.addSpacing(theme.px(10))
        top.addWidget(self.tabs)
        self.card.add(top, pad=(20, 16, 20, 12))
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 12, 20, 12)))
        stack.setSpacing(theme.px(8))
        self._title = Text(theme, "", "bodyStrong")
        self._definition = Text(theme, "", "small", "ink2", wrap=True)
        stack.addWidget(self._title)
        stack.addWidget(self._definition)
        self.rows = [AnchorRow(theme) for _value in range(5)]
        for row in self.rows:
            row.worded.connect(self._word)
            row.typed.connect(self._keep)
            row.reset.connect(self._reset)
            stack.addWidget(row)
            self._workplace.hold(row.field, row.back)
        self._area = FieldArea(theme, content)
        self.card.add(self._area, rule=True)
        self._build_footer()

    def _build_footer(self) -> None:
        theme, footer = self._theme, Footer(self._theme)
        stack = QVBoxLayout(footer)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        stack.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        name = _("The target, in percent of events rated 4 or 5")
        self.target = Field(theme, "70", name=name)
        self.target.setFixedWidth(theme.px(64))
        self.target.left.connect(self._aim)
        self.target.returnPressed.connect(self._entered_target)
        self._workplace.hold(self.target)
        row.addWidget(Text(theme, _("The one target"), "label", "ink2"))
        row.addWidget(self.target)
        row.addWidget(Text(theme, _("% rated 4 or 5"), "small", "ink2", elide=True), 1)
        own = Button(theme, _("Your own words…"), "link")
        own.clicked.connect(self._go_to_own)
        row.addWidget(own)
        done = Button(theme, _("Done"), "primary", hint=_("Esc"))
        done.clicked.connect(self.close_panel)
        row.addWidget(done)
        self._target_problem = Text(theme, "", "small", "badText", wrap=True)
        self._target_problem.hide()
        stack.addLayout(row)
        stack.addWidget(self._target_problem)
        self.card.add(footer)

    def choose(self, key: BehaviourKey) -> None:
        """Show the sentences of another behaviour."""
        for row in self.rows:
            row.write()
        if any(row.field.is_changed for row in self.rows):
            self.tabs.show_wordings(self._wordings, self._key)
            return
        self._key = key
        self._show()

    def _go_on(self) -> QWidget | None:
        """The sentence that was being typed when the program stopped."""
        found = from_kept(self._kept.read()[0])
        if found is None or self._workplace.why_not_write:
            return None
        self._key, value, words = found
        self._show()
        row = next((row for row in self.rows if row.value == value), None)
        if row is None:
            return None
        row.field.setPlainText(words)
        return row.field

    def _read(self) -> None:
        self._wordings = self._workplace.ask(rating_words)
        self.target.setText(self._stored_target())
        self._show()

    def _show(self) -> None:
        self.tabs.show_wordings(self._wordings, self._key)
        shown = next(wording for wording in self._wordings if wording.key is self._key)
        self._title.show_runs(shown.title)
        self._definition.show_runs(shown.definition)
        for row, anchor in zip(self.rows, shown.anchors, strict=True):
            row.show_anchor(shown, anchor)
        self.fit()

    def _word(self, value: int, words: str) -> None:
        row = next(row for row in self.rows if row.value == value)
        try:
            self._do(reword_behaviour, self._key, anchors={value: words})
        except UserError as refusal:
            row.refuse(refusal)
            self.fit()
            return
        self._kept.forget()
        self._read()

    def _reset(self, value: int) -> None:
        self._do(reset_wording, self._key, value)
        self._kept.forget()
        self._read()
        next(row for row in self.rows if row.value == value).field.setFocus()

    def _do(self, command: Callable[..., object], *given: object, **named: object) -> None:
        """The bar that offers Undo would cover the field: it is shown once the sheet closes."""
        self._workplace.do(command, *given, **named, said="", by=self)
        self._wrote = True

    def _keep(self, value: int, words: str) -> None:
        if words:
            self._kept.keep(kept_line(self._key, value, words), private=False)
        else:
            self._kept.forget()

    def _entered_target(self) -> None:
        self._aim(self.target.text())

    def _stored_target(self) -> str:
        return str(round(100 * self._workplace.ask(thresholds).target_share))

    def _take_target_back(self, event: QKeyEvent) -> bool:
        """Esc in the field of the target brings back the one that is stored."""
        stored = self._stored_target()
        if event.key() != Qt.Key.Key_Escape or self.target.text() == stored:
            return False
        self.target.setText(stored)
        self._aim(stored)
        return True

    def _aim(self, typed: str) -> bool:
        problem = ""
        try:
            share = share_from(typed)
            if typed.strip().removesuffix("%").strip() != self._stored_target():
                self._do(set_target, share)
        except UserError as refusal:
            problem = str(refusal)
        self.target.set_problem(problem)
        self._target_problem.show_runs(problem)
        self._target_problem.setVisible(bool(problem))
        self.fit()
        return not problem

    def _go_to_own(self) -> None:
        self.close_panel()
        if not self.isVisible():
            self.own_asked.emit()

    def _changed(self, _changes: Changes, by: object) -> None:
        """Something was taken back meanwhile."""
        if by is not self and not any(row.field.is_changed for row in self.rows):
            self._read()
