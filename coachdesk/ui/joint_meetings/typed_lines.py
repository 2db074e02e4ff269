"""Lines that are typed in place: a row of fields each, and an empty one that begins the next."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.workplace import Workplace

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TypedLine(QWidget):
    """One row of fields. Alt+Up and Alt+Down move it, Ctrl+Del removes it, Enter goes on below."""

    settled = Signal()
    left = Signal()
    moved = Signal(object, int)
    removed = Signal(object)
    entered = Signal(object)

    def __init__(self, theme: Theme, workplace: Workplace) -> None:
        super().__init__()
        self.theme, self._workplace = theme, workplace
        self.fields: list[Field] = []
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.px(6))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(2))
        stack.addLayout(self.row)
        self.stack = stack

    def value(self) -> Any:
        """What was typed; None for an empty line."""
        raise NotImplementedError

    def show_value(self, value: Any, place: int) -> None:
        """Show this, or an empty line for None; what is being typed stays."""
        raise NotImplementedError

    def add_field(self, placeholder: str, most: int, stretch: int) -> Field:
        """One more field of the row."""
        field = Field(self.theme, placeholder, name=placeholder)
        field.setMaxLength(most)
        field.setMinimumWidth(self.theme.px(40))
        field.settled.connect(self._settle)
        field.left.connect(self._leave)
        self._workplace.hold(field)
        self.fields.append(field)
        self.row.addWidget(field, stretch)
        return field

    def put(self, field: Field, words: str) -> None:
        """Words of the store, unless the field is being typed in."""
        if field.text() != words and not (field.hasFocus() and field.isModified()):
            field.setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in STEPS and modifiers == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self, STEPS[key])
        elif key == Qt.Key.Key_Delete and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.removed.emit(self)
        elif key in ENTER_KEYS and not modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit(self)
        else:
            super().keyPressEvent(event)

    def changed(self, _value: object = None) -> None:
        """Something was chosen beside the fields."""
        self.left.emit()

    def _settle(self, _words: str) -> None:
        self.settled.emit()

    def _leave(self, _words: str) -> None:
        self.left.emit()


class TypedLines(QWidget):
    """Rows as values, at most `most` and one empty one; `left` asks to write, `settled` to keep."""

    settled = Signal()
    left = Signal()

    def __init__(self, theme: Theme, make: Callable[[], TypedLine], most: int, name: str) -> None:
        super().__init__()
        self._make, self._most = make, most
        self.setAccessibleName(name)
        self._list = QVBoxLayout(self)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(theme.px(6))
        self.lines: list[TypedLine] = []

    def values(self) -> tuple[Any, ...]:
        """The lines that hold something."""
        found = (line.value() for line in self.lines)
        return tuple(value for value in found if value is not None)

    def show_values(self, values: Sequence[Any]) -> None:
        """Show these and an empty line after them."""
        wanted = min(len(values) + 1, max(self._most, len(values)))
        while len(self.lines) < wanted:
            self._add()
        for place, line in enumerate(self.lines):
            line.show_value(values[place] if place < len(values) else None, place)
            line.setVisible(place < wanted)

    def focus(self, place: int, field: int = 0) -> None:
        """Give the keys to a field of one line."""
        shown = [line for line in self.lines if not line.isHidden()]
        if shown:
            line = shown[min(max(place, 0), len(shown) - 1)]
            line.fields[field].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self) -> None:
        line = self._make()
        line.settled.connect(self.settled)
        line.left.connect(self.left)
        line.moved.connect(self._move)
        line.removed.connect(self._remove)
        line.entered.connect(self._enter)
        self._list.addWidget(line)
        self.lines.append(line)

    def _move(self, line: TypedLine, step: int) -> None:
        values, at = list(self.values()), self.lines.index(line)
        if at >= len(values) or not 0 <= at + step < len(values):
            return
        field = next((i for i, each in enumerate(line.fields) if each.hasFocus()), 0)
        values[at], values[at + step] = values[at + step], values[at]
        self._replace(values)
        self.focus(at + step, field)

    def _remove(self, line: TypedLine) -> None:
        if line.value() is None:
            return
        at = self.lines.index(line)
        values = [each.value() for each in self.lines if each is not line]
        self._replace([value for value in values if value is not None])
        self.focus(at)

    def _enter(self, line: TypedLine) -> None:
        self.left.emit()
        self.focus(self.lines.index(line) + 1)

    def _replace(self, values: Sequence[Any]) -> None:
        for line in self.lines:
            for field in line.fields:
                field.setModified(False)
        self.show_values(values)
        self.left.emit()
