"""The manager's own words: what a rep is called, and the accountability steps."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.own_words import LONGEST_WORD
from coachdesk.language import DEFAULT
from coachdesk.language import gettext as _
from coachdesk.services.own_words import (
    accountability_steps,
    rep_words,
    set_accountability_steps,
    set_rep_word,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.kept_line import Kept
from coachdesk.ui.parts.sheet import FieldArea
from coachdesk.ui.parts.stored_area import StoredArea
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.wordings.own_state import example, follows, steps_words, too_long_words
from coachdesk.views.changes import Changes

PLACE, NOWHERE, WIDTH = "own_words", UUID(int=0), 560
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StepsField(StoredArea):
    """One step a line; Esc brings back the steps that are stored."""

    reverted = Signal()

    def __init__(self, theme: Theme) -> None:
        name = _("Your accountability steps, one per line")
        super().__init__(theme, _("One step per line"), name=name, lines=4, most=10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.is_changed:
            self.setPlainText(self.stored)
            self.reverted.emit()
        else:
            event.ignore()


class OwnWordsSheet(Overlay):
    """All is written when its field is left; Esc in a field brings back what was stored."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(workplace.theme, window, _("Your own words"), width=WIDTH)
        self._workplace = workplace
        self._kept = Kept(workplace, PLACE, NOWHERE)
        self._words, self._one_before, self._wrote = DEFAULT, "", False
        self._build()
        self._read()
        workplace.changed.connect(self._changed)
        self.open_panel(self._go_on() or self.one)
        self.one.selectAll()
        self.fit()

    def close_panel(self) -> None:
        """Write what is being typed; what does not fit keeps the sheet open."""
        if not (self._write_words() and self._write_steps()):
            return
        super().close_panel()
        if self._wrote:
            self._wrote = False
            self._workplace.say(_("Your own words are kept"), can_undo=True)

    def fit(self) -> None:
        self._area.updateGeometry()
        super().fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        on_words = self.one.hasFocus() or self.several.hasFocus()
        if on_words and event.key() in ENTER_KEYS:
            self._write_words()
        elif on_words and event.key() == Qt.Key.Key_Escape and self._typed() != self._words:
            self._show_words()
        else:
            super().keyPressEvent(event)

    # --- what it is made of -------------------------------------------------------------------

    def _build(self) -> None:
        theme = self._theme
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, _("Your own words"), "title"))
        words = _(
            "On screen, in print and on the command line. What you typed stays as you typed it."
        )
        top.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        self.card.add(top, pad=(20, 16, 20, 12))
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 14, 20, 16)))
        stack.setSpacing(theme.px(8))
        self._build_words(stack)
        stack.addSpacing(theme.px(10))
        self._build_steps(stack)
        self._area = FieldArea(theme, content)
        self.card.add(self._area, rule=True)
        self._build_footer()
        self._workplace.hold(self.one, self.several, self.steps)

    def _build_words(self, stack: QVBoxLayout) -> None:
        theme = self._theme
        stack.addWidget(Text(theme, _("The people you coach"), "bodyStrong"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self.one = Field(theme, DEFAULT[0], name=_("One of the people you coach is called"))
        self.several = Field(theme, DEFAULT[1], name=_("Several of them are called"))
        for label, field in ((_("One"), self.one), (_("Several"), self.several)):
            field.setMaxLength(LONGEST_WORD)
            field.textChanged.connect(self._show_example)
            row.addWidget(Labeled(theme, label, field), 1)
        self.one.textEdited.connect(self._follow)
        self.one.left.connect(self._left_words)
        self.several.left.connect(self._left_words)
        stack.addLayout(row)
        self._example = Text(theme, "", "small", "ink2", wrap=True)
        self._problem = Text(theme, "", "small", "badText", wrap=True)
        self._problem.hide()
        stack.addWidget(self._example)
        stack.addWidget(self._problem)

    def _build_steps(self, stack: QVBoxLayout) -> None:
        theme = self._theme
        stack.addWidget(Text(theme, _("Your accountability steps"), "bodyStrong"))
        self.steps = StepsField(theme)
        self.steps.left.connect(self._left_steps)
        self.steps.settled.connect(self._keep)
        self.steps.reverted.connect(self._reverted)
        self.steps.textChanged.connect(self._show_room)
        self._room = Text(theme, "", "small", "ink2", wrap=True)
        self._too_long = Text(theme, "", "small", "badText", wrap=True)
        self._too_long.hide()
        for widget in (self.steps, self._room, self._too_long):
            stack.addWidget(widget)

    def _build_footer(self) -> None:
        theme, footer = self._theme, Footer(self._theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.addStretch(1)
        done = Button(theme, _("Done"), "primary", hint=_("Esc"))
        done.clicked.connect(self.close_panel)
        row.addWidget(done)
        self.card.add(footer)

    # --- what is shown and written ------------------------------------------------------------

    def _read(self) -> None:
        self._words = self._workplace.ask(rep_words)
        self._show_words()
        self.steps.show_stored("\n".join(self._workplace.ask(accountability_steps)))
        self._show_room()

    def _go_on(self) -> QWidget | None:
        """The steps that were being typed when the program stopped."""
        typed = self._kept.read()[0]
        if not typed or self._workplace.why_not_write:
            return None
        self.steps.setPlainText(typed)
        self._show_room()
        return self.steps

    def _typed(self) -> tuple[str, str]:
        """The words in the fields; an empty field means the usual one."""
        one, several = (" ".join(f.text().split()) for f in (self.one, self.several))
        return one or DEFAULT[0], several or DEFAULT[1]

    def _show_words(self) -> None:
        for field, word in zip((self.one, self.several), self._words, strict=True):
            field.setText(word)
        self._one_before = self._words[0]
        self._say_problem("")
        self._show_example()

    def _follow(self, typed: str) -> None:
        """Several are called like one with an s, until another word is typed there."""
        if self.several.text() == follows(self._one_before):
            self.several.setText(follows(typed))
        self._one_before = typed

    def _show_example(self) -> None:
        self._example.show_runs(example(self.one.text(), self.several.text()))

    def _show_room(self) -> None:
        """What is too long is said at once, not only when the field is left."""
        typed = self.steps.toPlainText()
        self._room.show_runs(steps_words(typed))
        self._refuse_steps(too_long_words(typed))

    def _left_words(self, _typed: str) -> None:
        # On the way from one field to the other the pair is not yet what is meant.
        if not (self.one.hasFocus() or self.several.hasFocus()):
            self._write_words()

    def _left_steps(self, _typed: str) -> None:
        self._write_steps()

    def _write_words(self) -> bool:
        typed = self._typed()
        if typed != self._words and not self._do(self._say_problem, set_rep_word, *typed):
            return False
        self._words = typed
        self._show_words()
        return True

    def _write_steps(self) -> bool:
        lines = self.steps.toPlainText().splitlines()
        if self.steps.is_changed and not self._do(
            self._refuse_steps, set_accountability_steps, lines
        ):
            return False
        self._kept.forget()
        self.steps.show_stored("\n".join(self._workplace.ask(accountability_steps)))
        return True

    def _do(
        self, refuse: Callable[[str], None], command: Callable[..., object], *given: object
    ) -> bool:
        """The bar that offers Undo would cover the field: it is shown once the sheet closes."""
        try:
            self._workplace.do(command, *given, said="", by=self)
        except UserError as refused:
            refuse(str(refused))
            return False
        self._wrote = True
        return True

    def _say_problem(self, problem: str) -> None:
        self.one.set_problem(problem)
        self._show_below(self._problem, self._example, problem)

    def _refuse_steps(self, problem: str) -> None:
        self.steps.set_problem(problem)
        self._show_below(self._too_long, self._room, problem)

    def _show_below(self, problem_line: Text, usual: Text, problem: str) -> None:
        """A problem stands in the place of the quiet line."""
        problem_line.show_runs(problem)
        problem_line.setVisible(bool(problem))
        usual.setVisible(not problem)
        self.fit()
        if problem:
            self._area.show_widget(problem_line, self._theme.px(12))

    def _keep(self, typed: str) -> None:
        if self.steps.is_changed:
            self._kept.keep(typed, private=False)
        else:
            self._kept.forget()

    def _reverted(self) -> None:
        self._kept.forget()

    def _changed(self, _changes: Changes, by: object) -> None:
        """Something was taken back meanwhile."""
        if by is not self and self._typed() == self._words and not self.steps.is_changed:
            self._read()
