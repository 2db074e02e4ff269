"""The notes of a talk: written lines are painted, one line at a time is typed.

A private line that is written has no words in any widget: they are fetched for as long as they are
held open, and dropped again.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.talk_lines import LineMark
from coachdesk.domain.vocabulary import NoteMark
from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Run, box, canvas, text
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.follow import ABOVE_BAR
from coachdesk.ui.sessions.run_line_editor import LineEditor
from coachdesk.ui.sessions.run_state import Line, spoken

PAD, TIME_AT, MARK_AT, WORDS_AT, GAP = 12, 12, 60, 96, 6


class LineRow(QWidget):
    """One written line: time, sign and words. A covered one shows that it is there, no words."""

    chosen = Signal(object)
    drop_asked = Signal(object)
    step_asked = Signal(object, int)

    def __init__(self, theme: Theme, line: Line, number: int) -> None:
        super().__init__()
        self._theme, self.line, self._number = theme, line, number
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._row = QHBoxLayout(self)
        px = theme.px
        self._row.setContentsMargins(px(WORDS_AT), px(GAP), px(PAD), px(GAP))
        self._words = Text(theme, "", "talk", wrap=True)
        self._row.addWidget(self._words, 1)
        self.cover()

    def cover(self) -> None:
        """Show the line as the room may see it."""
        line = self.line
        if line.is_covered:
            content = [Run(_("Private line, hold F9 to read"), "talk", "ink2")]
        else:
            content = [Run(line.text, "talk", "ink")]
            if line.detail:
                color = "warnText" if line.is_unfinished else "muted"
                content.append(Run(f"  {line.detail}", "body#", color))
        self._words.show_runs(content)
        self.setAccessibleName(spoken(line, self._number))

    def uncover(self, words: str) -> None:
        """Show a private line's words for as long as the key is held."""
        self._words.show_runs([Run(words, "talk", "ink2")])

    def hide_for_editor(self, editor: QWidget) -> None:
        """Let the editor stand where the words are."""
        self._words.hide()
        self._row.addWidget(editor, 1)
        editor.show()
        self.update()

    def show_after_editor(self) -> None:
        """The words stand here again."""
        self._words.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self)
        elif key == Qt.Key.Key_Delete:
            self.drop_asked.emit(self)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_asked.emit(self, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.line.is_covered:
            super().mousePressEvent(event)
        else:
            self.chosen.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, line = self._theme.px, self._theme.line("talk")
        area = QRectF(self.rect()).adjusted(2, 1, -2, -1)
        if self.line.is_covered:
            box(c, area, 7, "sunk", None)
        if self.hasFocus():
            box(c, area, 7, None, "accent", width=2)
        top = QRectF(px(TIME_AT), px(GAP), px(MARK_AT - TIME_AT), line)
        text(c, top, f"{self.line.time:%H:%M}", "small#", "muted")
        if self.line.kind:
            mark(c, px(MARK_AT), top.center().y(), self.line.kind, 20)


class NoteLines(QWidget):
    """All lines of a talk, with the one that is typed. What it emits, the page carries out."""

    began = Signal(str)  # first keys of an empty line
    finished = Signal(object)  # Line, by Enter
    left = Signal(object)  # Line, the caret went elsewhere
    dropped = Signal(object)  # Line that was written
    typed = Signal(object, int)  # Line and caret, to keep
    turned = Signal(object)
    pasted = Signal(object)  # the further paragraphs of a pasted block

    def __init__(self, theme: Theme, fetch: Callable[[Line], str]) -> None:
        super().__init__()
        self._theme, self._fetch = theme, fetch
        self.setAccessibleName(_("Notes"))
        self._stack = QVBoxLayout(self)
        below = theme.px(16) + ABOVE_BAR
        self._stack.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), below)
        self._stack.setSpacing(theme.px(4))
        self._stack.addStretch(1)
        self._rows: list[LineRow] = []
        self._active: LineRow | None = None
        self.editor = LineEditor(theme, self)
        self.editor.setAccessibleName(_("Notes, new line"))
        self.editor.hide()
        self._connect_editor()

    def _connect_editor(self) -> None:
        editor = self.editor
        editor.begun.connect(self.began)
        editor.entered.connect(self._finish)
        editor.left.connect(self._leave)
        editor.unmark_asked.connect(self._unmark)
        editor.drop_asked.connect(self._drop_active)
        editor.turn_asked.connect(self._turn)
        editor.step_asked.connect(self._step)
        editor.pasted.connect(self.pasted)
        editor.settled.connect(self._settled)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; none is being typed."""
        self._release()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        for line in lines:
            self._append(line)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown, also the one that is not written yet."""
        return tuple(row.line for row in self._rows)

    @property
    def active(self) -> Line | None:
        """The line being typed, with its words as they are now."""
        if self._active is None:
            return None
        return replace(self._active.line, text=self.editor.words())

    def _append(self, line: Line) -> LineRow:
        row = LineRow(self._theme, line, len(self._rows) + 1)
        row.chosen.connect(self._choose)
        row.drop_asked.connect(self._drop_row)
        row.step_asked.connect(self._step_from)
        self._rows.append(row)
        self._stack.insertWidget(self._stack.count() - 1, row)
        return row

    def edit(self, line: Line, caret: int | None = None) -> None:
        """Type this line: one of those shown, or a new last one."""
        row = next((row for row in self._rows if row.line.order == line.order), None)
        if row is None:
            row = self._append(line)
        self._take(row, line, caret)

    def _take(self, row: LineRow, line: Line, caret: int | None = None) -> None:
        if self._active is not row:
            self._release()
        self._active = row
        row.line = replace(line, text="") if line.mark is NoteMark.PRIVATE else line
        self.editor.show_text(line.text, caret)
        self._marks_of(line)
        row.hide_for_editor(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _marks_of(self, line: Line) -> None:
        self.editor.is_marked = line.mark is not NoteMark.NONE
        self.editor.may_turn = line.mark in (NoteMark.COMMITMENT, NoteMark.SHARE)

    def take_mark(self, found: LineMark, letter: str) -> None:
        """The first keys are a mark: it stands in the gutter, the words begin empty."""
        if self._active is None:
            return
        self._active.line = self._active.line.marked(found, letter)
        self.editor.show_text("")
        self._marks_of(self._active.line)
        self._active.update()

    def replace_line(self, line: Line) -> None:
        """A line was written: show what it became."""
        for row in self._rows:
            if row.line.order == line.order:
                row.line = line
                row.cover()
                row.update()

    def _release(self) -> None:
        """The caret leaves: no words stay in the editor."""
        row, self._active = self._active, None
        if row is not None:
            self.editor.clear_words()
            self.editor.hide()
            self.editor.setParent(self)
            row.show_after_editor()

    def close_editor(self) -> None:
        """Stop typing; a line that was never written goes."""
        row = self._active
        self._release()
        if row is not None and row.line.id is None:
            self._rows.remove(row)
            row.hide()
            row.deleteLater()

    def hold_open(self, is_held: bool) -> None:
        """While the key is held, private lines show their words."""
        for row in self._rows:
            if row.line.is_covered:
                if is_held:
                    row.uncover(self._fetch(row.line))
                else:
                    row.cover()

    def _finish(self) -> None:
        line = self.active
        if line is not None:
            self.finished.emit(line)

    def _leave(self) -> None:
        line = self.active
        if line is not None:
            self.left.emit(line)

    def _settled(self) -> None:
        line = self.active
        if line is not None:
            self.typed.emit(line, self.editor.textCursor().position())

    def _unmark(self) -> None:
        if self._active is not None:
            plain, keys = self._active.line.unmarked()
            self._active.line = plain
            self._marks_of(plain)
            self.editor.show_text(keys + self.editor.words(), len(keys))
            self._active.update()

    def _turn(self) -> None:
        line = self.active
        if line is not None and self._active is not None:
            self._active.line = line.turned()
            self.turned.emit(self._active.line)

    def _drop_active(self) -> None:
        """Backspace on an empty line: the line goes, the one before is typed."""
        row = self._active
        if row is None or len(self._rows) < 2:
            return
        at = self._rows.index(row)
        line = row.line
        self.close_editor()
        if line.id is not None:
            self.dropped.emit(line)
        self._go(max(0, at - 1))

    def _drop_row(self, row: LineRow) -> None:
        self.dropped.emit(row.line)

    def _choose(self, row: LineRow) -> None:
        line = row.line
        if line.is_covered:
            line = replace(line, text=self._fetch(line))
        self._leave_then(row, line)

    def _leave_then(self, row: LineRow, line: Line) -> None:
        if self._active is not None and self._active is not row:
            self._leave()
        if row in self._rows:
            self._take(row, line)

    def _step(self, by: int) -> None:
        if self._active is not None:
            self._step_from(self._active, by)

    def _step_from(self, row: LineRow, by: int) -> None:
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            if row is self._active:
                self._leave()
            self._go(at)

    def _go(self, at: int) -> None:
        """Type that line; a covered one only gets the keys."""
        if not self._rows:
            return
        row = self._rows[min(at, len(self._rows) - 1)]
        if row.line.is_covered:
            self._release()
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take(row, row.line)
