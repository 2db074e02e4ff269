"""“Worth a second look”: direction that could be clearer, each with a wording to begin from."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.direction_check import PieceKind
from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.fields import Labeled, TextArea
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.wrapped import wrapped, wrapped_height
from coachdesk.views.direction import BLANK, SecondLook, whole_sentence

PAD, WORDS, LINES = 16, 44, 3
KEEP = "keep"
MARKS = {
    PieceKind.ASK: "ask",
    PieceKind.MANDATE: "mandate",
    PieceKind.REP_PROMISE: "promise",
    PieceKind.OWN_PROMISE: "promise",
}


class DirectionCard(Card):
    """Only there while there is something to say; never in the way of Done."""

    reworded = Signal(object, str)  # SecondLook, the new words
    typed = Signal(object, str)  # SecondLook, the words so far; None when it is given up
    kept = Signal(object)
    emptied = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Worth a second look"), parent=parent)
        self._looks: tuple[SecondLook, ...] = ()
        self._edited: SecondLook | None = None
        keys = Text(theme, _("Enter rewords, Del keeps it"), "small", "ink2")
        self.add(SectionHeader(theme, _("Worth a second look"), right=keys))
        painter = _LookPainter(theme)
        self.rows = Rows(theme, painter, name=_("Worth a second look"), ruled=False)
        self.editor = _Editor(theme)
        self.below = Rows(theme, painter, name=_("Worth a second look, below"), ruled=False)
        self.add(self.rows)
        self._editing = self.add(self.editor, pad=(WORDS, 2, PAD, 10))
        self.add(self.below)
        told = Text(
            theme,
            _("Simple rules of this program, English only; you decide."),
            "small",
            "ink2",
            wrap=True,
        )
        self.add(told, pad=(16, 6, 16, 12))
        for rows in (self.rows, self.below):
            rows.opened.connect(self.edit)
            rows.removed.connect(self._keep)
            rows.hit.connect(self._hit)
        self.editor.written.connect(self._write)
        self.editor.given_up.connect(self._give_up)
        self.editor.words.settled.connect(self._typed)
        self.editor.words.left.connect(self._typed)
        self._lay_out()

    def show_looks(
        self, looks: Sequence[SecondLook], rewording: tuple[str, str] | None = None
    ) -> None:
        """Show these; a wording that is being typed stays, or is back, while its piece is there."""
        had_keys = self._has_keys()
        self._looks = tuple(looks)
        was_edited = self._edited is not None
        if self._edited is not None and self._edited.id not in {look.id for look in looks}:
            self._edited = None
        if self._edited is None and rewording is not None:
            self._edited = next((look for look in looks if look.id == rewording[0]), None)
            if self._edited is not None:
                self.editor.show_words(self._edited, rewording[1])
        self._lay_out()
        self.setVisible(bool(looks))
        if not had_keys:
            return
        if not looks:
            self.emptied.emit()
        elif was_edited and self._edited is None:
            self.rows.setFocus()

    def edit(self, look: SecondLook) -> None:
        """Open the field below a row, with the better wording in it."""
        if not look.is_open:
            return
        self._edited = look
        self._lay_out()
        self.rows.set_current(len(self.rows.rows()) - 1)
        self.editor.begin(look)

    def show_problem(self, refused: UserError) -> None:
        """Why the new words were not taken."""
        self.editor.box.show_problem(f"{refused.message} {refused.next_step}".strip())

    def _lay_out(self) -> None:
        """The rows, parted below the one that is being reworded."""
        at = len(self._looks)
        if self._edited is not None:
            at = next(i for i, look in enumerate(self._looks) if look.id == self._edited.id) + 1
        self.rows.set_rows(self._looks[:at])
        self.below.set_rows(self._looks[at:])
        self.below.setVisible(at < len(self._looks))
        self._editing.setVisible(self._edited is not None)

    def _has_keys(self) -> bool:
        return any(
            widget.hasFocus()
            for widget in (self.rows, self.below, self.editor.words, *self.editor.buttons)
        )

    def _hit(self, what: str, look: SecondLook) -> None:
        if what == KEEP:
            self._keep(look)

    def _keep(self, look: SecondLook) -> None:
        self.kept.emit(look)

    def _write(self, words: str) -> None:
        if self._edited is not None:
            self.reworded.emit(self._edited, words)

    def _typed(self, words: str) -> None:
        if self._edited is not None and words != self._edited.better:
            self.typed.emit(self._edited, words)

    def _give_up(self) -> None:
        look, self._edited = self._edited, None
        self.typed.emit(None, "")
        self._lay_out()
        if look is not None:
            self.rows.set_current([other.id for other in self._looks].index(look.id))
        self.rows.setFocus()


class _Words(TextArea):
    """Enter and Esc belong to the editor."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)


class _Editor(QWidget):
    """Other words for a piece: Enter takes them, Esc goes back."""

    written = Signal(str)
    given_up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._blanks, self._longest = 0, 0
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(6))
        self.words = _Words(theme, name=_("In other words"), lines=LINES, most=LINES)
        self.box = Labeled(theme, _("In other words; fill in each …"), self.words)
        stack.addWidget(self.box)
        use = Button(theme, _("Use these words"), hint=_("Enter"), small=True)
        back = Button(theme, _("Back"), "quiet", hint=_("Esc"), small=True)
        self.buttons = (use, back)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(use)
        row.addWidget(back)
        row.addStretch(1)
        stack.addLayout(row)
        use.clicked.connect(self._take)
        back.clicked.connect(self.given_up)

    def begin(self, look: SecondLook) -> None:
        """Offer the better wording; its first blank is selected."""
        self.show_words(look, look.better)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self, look: SecondLook, words: str) -> None:
        """The words so far, without taking the keys."""
        self._blanks, self._longest = look.words.count(BLANK), look.longest
        self.box.show_problem("")
        self.words.setPlainText(words)
        self._select_blank()

    def _select_blank(self) -> None:
        """Typing fills in the first blank; without one it goes on at the end."""
        at = self.words.toPlainText().find(BLANK)
        cursor = self.words.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if at >= 0:
            cursor.setPosition(at)
            cursor.setPosition(at + len(BLANK), QTextCursor.MoveMode.KeepAnchor)
        self.words.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        words = " ".join(self.words.toPlainText().split())
        over = len(words) - self._longest
        if not words:
            problem = _("There are no words yet.")
        elif words.count(BLANK) > self._blanks:
            problem = _("A blank “…” is still to be filled in.")
            self._select_blank()
        elif over > 0:
            problem = _("Too long by {n}.").format(n=over)
        else:
            self.written.emit(words)
            return
        self.box.show_problem(problem)
        self.words.setFocus()


class _LookPainter:
    """The words, the hint below them, and “Keep as it is” at the right."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: SecondLook, width: int) -> int:
        words = wrapped_height(self._theme, row.words, "body", self._room(width))
        hint = wrapped_height(self._theme, row.hint, "small", self._room(width))
        return words + hint + self._theme.px(12)

    def name(self, row: SecondLook) -> str:
        return _("{words} {hint} Perhaps: {better}").format(
            words=whole_sentence(row.words), hint=row.hint, better=row.better
        )

    def hit(self, row: SecondLook, rect: QRectF, pos: QPoint) -> str:
        return KEEP if pos.x() > rect.right() - self._keep_width() else ""

    def paint(self, c: Canvas, rect: QRectF, row: SecondLook, look: RowLook) -> None:
        px, top = c.theme.px, rect.top() + c.theme.px(5)
        if row.kind in MARKS:
            mark(c, rect.left() + px(PAD), top + px(10), MARKS[row.kind])
        x, room = rect.left() + px(WORDS), self._room(rect.width())
        high = wrapped_height(c.theme, row.words, "body", room)
        wrapped(c, QRectF(x, top, room, high), row.words)
        wrapped(c, QRectF(x, top + high, room, rect.height()), row.hint, "small", "ink2")
        keep = QRectF(x, top, rect.right() - px(PAD) - x, px(20))
        text(c, keep, _("Keep as it is"), "small", "accent", RIGHT)

    def _keep_width(self) -> int:
        return self._theme.px(PAD + 12) + round(self._theme.width(_("Keep as it is"), "small"))

    def _room(self, width: float) -> float:
        return width - self._theme.px(WORDS) - self._keep_width()
