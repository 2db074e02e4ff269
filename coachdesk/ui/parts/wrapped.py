"""Words of several lines in painted rows: broken at spaces, drawn with the role's line height."""

from functools import lru_cache

from PySide6.QtCore import QRectF

from coachdesk.ui.kit.canvas import Canvas, text
from coachdesk.ui.kit.theme import Theme


def wrapped_lines(theme: Theme, s: str, role: str, width: float, most: int = 4) -> list[str]:
    """The lines of a text at a width; the last one of `most` holds the rest and is elided."""
    return list(_lines(theme, theme.zoom, " ".join(s.split()), role, round(width), most))


def wrapped(c: Canvas, rect: QRectF, s: str, role: str = "body", color: str = "ink") -> None:
    """Draw the lines from the top of `rect`."""
    line = c.theme.line(role)
    for i, words in enumerate(wrapped_lines(c.theme, s, role, rect.width())):
        text(c, QRectF(rect.left(), rect.top() + i * line, rect.width(), line), words, role, color)


def wrapped_height(theme: Theme, s: str, role: str, width: float) -> int:
    """How high `wrapped` will be."""
    return len(wrapped_lines(theme, s, role, width)) * theme.line(role)


@lru_cache(maxsize=2048)
def _lines(theme: Theme, _zoom: int, s: str, role: str, width: int, most: int) -> tuple[str, ...]:
    lines, rest = [], s
    while rest and len(lines) < most - 1:
        head = _fitting(theme, rest, role, width)
        lines.append(rest[:head].rstrip())
        rest = rest[head:].lstrip()
    return tuple([*lines, rest] if rest else lines) or ("",)


def _fitting(theme: Theme, s: str, role: str, width: int) -> int:
    """How many characters of `s` fit, up to the last space; at least one."""
    if theme.width(s, role) <= width:
        return len(s)
    low, high = 1, len(s)
    while low < high:
        middle = (low + high + 1) // 2
        if theme.width(s[:middle], role) <= width:
            low = middle
        else:
            high = middle - 1
    space = s.rfind(" ", 0, low + 1)
    return space if space > 0 else low
