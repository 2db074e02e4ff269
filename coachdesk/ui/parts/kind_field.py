"""A line to add something of one of a few kinds: Alt+Left and Alt+Right choose another."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.theme import Theme

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class KindField(Field):
    """`kind_stepped` tells that another kind is wanted while the line is being typed."""

    kind_stepped = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name=name)

    def event(self, event: QEvent) -> bool:
        # Alt+Left goes back elsewhere; in this line it is about the kind.
        if event.type() == QEvent.Type.ShortcutOverride and _step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _step_of(event)
        if step and not self.isReadOnly():
            self.kind_stepped.emit(step)
            return
        super().keyPressEvent(event)


def _step_of(event: QKeyEvent) -> int:
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return 0
    return _STEPS.get(Qt.Key(event.key()), 0)
