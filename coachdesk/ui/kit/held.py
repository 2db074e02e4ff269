"""What rests for as long as it lives, with the reason why: a store can only be read."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coachdesk.ui.kit.buttons import plain_tip

TYPED_IN = (QLineEdit, QPlainTextEdit)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# With the focus a screen reader asks why; until then a page may have said something else.
MOMENTS = (QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange, QEvent.Type.FocusIn)


def hold(widget: QWidget, why: str) -> None:
    """A field can be read and copied from but not typed in; anything else is switched off.

    It stays so whatever the page does with it later.
    """
    _Hold(widget, why)


class _Hold(QObject):
    """Switches its widget off again whenever something switches it on."""

    def __init__(self, widget: QWidget, why: str) -> None:
        super().__init__(widget)
        self._widget, self._why = widget, why
        self._is_field = isinstance(widget, TYPED_IN)
        widget.installEventFilter(self)
        self._rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in MOMENTS:
            self._rest()
        # A field that cannot be typed in still tells that Enter was pressed.
        is_press = self._is_field and event.type() == QEvent.Type.KeyPress
        return is_press and event.key() in ENTER_KEYS

    def _rest(self) -> None:
        widget = self._widget
        if isinstance(widget, TYPED_IN):
            if not widget.isReadOnly():
                widget.setReadOnly(True)
        elif not widget.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled):
            widget.setEnabled(False)
        widget.setToolTip(plain_tip(self._why))
        widget.setAccessibleDescription(self._why)
