"""Keys as this desktop and its language write them: “Ctrl+Enter”, “Strg+Eingabe”, “⌘↩”."""

from PySide6.QtGui import QKeySequence

from coachdesk.language import gettext as _

_HELD = ("Ctrl+", "Alt+", "Shift+")
_NAMED = ("Return", "Enter", "Del", "Space", "Backspace")


def key_words(shortcut: str) -> str:
    """The shortcut in words; what is neither a combination nor a named key stays as it is."""
    is_key = shortcut.startswith(_HELD) or shortcut in _NAMED
    if not is_key or not shortcut.isascii():
        return shortcut
    sequence = QKeySequence(shortcut.replace("Enter", "Return"))
    native = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", _("Enter")) or shortcut
