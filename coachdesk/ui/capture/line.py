"""The line itself: what was understood is underlined, what is unsure is dotted."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from coachdesk.domain.reading import Piece
from coachdesk.ui.kit.canvas import canvas, text
from coachdesk.ui.kit.plain import pasted
from coachdesk.ui.kit.theme import Theme

MOST_LINES = 5


class CaptureLine(QPlainTextEdit):
    """Grows to five lines, then scrolls. Enter saves, Tab visits the parts, Up and Down rate."""

    saved = Signal()
    stepped = Signal(int)
    picked = Signal(int)
    grown = Signal()

    def __init__(self, theme: Theme, placeholder: str, name: str) -> None:
        super().__init__()
        self._theme, self._placeholder, self._covering = theme, placeholder, ""
        self._pieces: tuple[Piece, ...] = ()
        self._hues: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font("talk"))
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setCursorWidth(theme.px(2))
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._fit)
        self._fit()

    def cover(self, words: str) -> None:
        """Show these words in place of a line that is covered; empty lets it be typed again."""
        self.setReadOnly(bool(words))
        self._covering = words
        self.setAccessibleDescription(words)
        self.viewport().update()

    def line(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def set_line(self, line: str) -> None:
        """Show a line with the caret at its end."""
        self.setPlainText(" ".join(line.split("\n")))
        self.moveCursor(QTextCursor.MoveOperation.End)

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in place of a stretch, as one step of undo; the caret stays where it was."""
        line = self.line()
        kept = self.textCursor().position()
        cursor = self.textCursor()
        cursor.setPosition(_units(line[:start]))
        cursor.setPosition(_units(line[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        at = self.textCursor()
        grown = _units(words) - _units(line[start:end])
        at.setPosition(max(0, kept + (grown if kept >= _units(line[:end]) else 0)))
        self.setTextCursor(at)

    def show_pieces(self, pieces: Sequence[Piece], hues: Sequence[str]) -> None:
        """Underline what was understood, each in its colour."""
        self._pieces, self._hues = tuple(pieces), tuple(hues)
        self.viewport().update()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(pasted(source.text()).split("\n")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers() & _HELD
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit()
        elif plain and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Up else -1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and _digit(key):
            self.picked.emit(_digit(key))
        elif key == Qt.Key.Key_Escape or event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._visit(forward):
            return True
        return super().focusNextPrevChild(forward)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.document().isEmpty():
            area = QRectF(self.viewport().rect())
            area.setHeight(self.fontMetrics().lineSpacing())
            text(
                canvas(painter, self._theme),
                area,
                self._covering or self._placeholder,
                "talk",
                "muted",
            )
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for piece, hue in zip(self._pieces, self._hues, strict=True):
            self._underline(painter, piece, hue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _underline(self, painter: QPainter, piece: Piece, hue: str) -> None:
        block = self.document().firstBlock()
        line, layout = self.line(), block.layout()
        start, end = _units(line[: piece.start]), _units(line[: piece.end])
        pen = QPen(self._theme.c(hue if piece.sure else "warn"), self._theme.px(2))
        if not piece.sure:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        corner = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        for n in range(layout.lineCount()):
            row = layout.lineAt(n)
            first = max(start, row.textStart())
            last = min(end, row.textStart() + row.textLength())
            if first >= last:
                continue
            y = corner.y() + row.y() + row.ascent() + self._theme.px(5)
            x1, x2 = (corner.x() + row.cursorToX(at)[0] for at in (first, last))
            painter.drawLine(QPointF(x1, y), QPointF(x2, y))

    def _visit(self, forward: bool) -> bool:
        """Select the next part; at the last one the focus goes on."""
        line = self.line()
        spans = [(_units(line[: p.start]), _units(line[: p.end])) for p in self._pieces]
        cursor = self.textCursor()
        now = (cursor.selectionStart(), cursor.selectionEnd())
        at = spans.index(now) if now in spans else None
        to = (0 if forward else -1) if at is None else at + (1 if forward else -1)
        if not 0 <= to < len(spans):
            if cursor.hasSelection():
                self.moveCursor(QTextCursor.MoveOperation.End)
            return False
        cursor.setPosition(spans[to][0])
        cursor.setPosition(spans[to][1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def _fit(self) -> None:
        lines = min(max(1, round(self.document().size().height())), MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + self._theme.px(6)
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()


def _units(s: str) -> int:
    """Length in UTF-16 units, which Qt counts in."""
    return len(s.encode("utf-16-le")) // 2


def _digit(key: int) -> int:
    number = key - Qt.Key.Key_0.value
    return number if 1 <= number <= 9 else 0


_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
)
