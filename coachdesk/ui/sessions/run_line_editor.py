"""The one line that is being typed: its first two keys may make it a mark."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from coachdesk.ui.kit.fields import Settling
from coachdesk.ui.kit.plain import pasted
from coachdesk.ui.kit.theme import Theme

LONGEST = 400


class LineEditor(QTextEdit):
    """Types one line. Text pasted into it never becomes a mark; paragraphs become lines."""

    begun = Signal(str)  # the first keys of an empty line, with their space
    entered = Signal()
    unmark_asked = Signal()
    drop_asked = Signal()
    turn_asked = Signal()
    step_asked = Signal(int)
    pasted = Signal(object)  # the further paragraphs
    settled = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_marked, self.may_turn = False, False
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.setFont(_font(theme))
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._settling = Settling(self)
        self._settling.timeout.connect(self._settle)
        self.document().contentsChanged.connect(self._edited)
        self._fit()

    def show_text(self, words: str, caret: int | None = None) -> None:
        """Begin to edit these words."""
        self.document().contentsChanged.disconnect(self._edited)
        self.setPlainText(words)
        block = QTextBlockFormat()
        block.setLineHeight(
            self._theme.line("talk"), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        cursor.setPosition(len(words) if caret is None else min(caret, len(words)))
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()
        self.document().contentsChanged.connect(self._edited)
        self._fit()

    def words(self) -> str:
        """The line as typed."""
        return self.toPlainText().replace("\n", " ")

    def rest(self) -> None:
        """Nothing waits to be kept any more: the page is left, or the words are written."""
        self._settling.rest()

    def clear_words(self) -> None:
        """Leave no trace of the words in this widget, nor in its undo."""
        self.rest()
        self.show_text("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = (
            event.key(),
            event.modifiers()
            in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ),
        )
        at_start = self.textCursor().position() == 0 and not self.textCursor().hasSelection()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit()
        elif key == Qt.Key.Key_Backspace and at_start and self.is_marked:
            self.unmark_asked.emit()
        elif key == Qt.Key.Key_Backspace and not self.words() and plain:
            self.drop_asked.emit()
        elif key == Qt.Key.Key_Tab and plain and self.may_turn:
            self.turn_asked.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain and self._at_edge(key):
            self.step_asked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)
            if event.text() == " ":
                self._look_for_mark()

    def focusNextPrevChild(self, next_one: bool) -> bool:
        if next_one and self.may_turn:
            return False
        return super().focusNextPrevChild(next_one)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString().endswith(" "):
            self._look_for_mark()

    def insertFromMimeData(self, source: QMimeData) -> None:
        paragraphs = [line.strip() for line in pasted(source.text()).splitlines() if line.strip()]
        if not paragraphs:
            return
        self.textCursor().insertText(paragraphs[0])
        if len(paragraphs) > 1:
            self.pasted.emit(tuple(paragraphs[1:]))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.rest()
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.height())

    def _at_edge(self, key: int) -> bool:
        cursor = self.textCursor()
        before = cursor.position()
        way = (
            QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
        )
        cursor.movePosition(way)
        return cursor.position() == before

    def _look_for_mark(self) -> None:
        """Two keys and a space, the caret right behind them: nothing else was on the line."""
        words = self.words()
        if not self.is_marked and len(words) <= 3 and self.textCursor().atEnd():
            self.begun.emit(words)

    def _edited(self) -> None:
        self._settling.touch()
        self._fit()

    def _settle(self) -> None:
        self.rest()
        self.settled.emit()

    def _fit(self) -> None:
        height = max(self._theme.line("talk"), round(self.document().size().height()))
        if height != self.height():
            self.setFixedHeight(height)


def _font(theme: Theme) -> QFont:
    return theme.font("talk")
