"""Painted text of more than one line: as many as there is room for, the last one elided."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QTextLayout, QTextOption

from coachdesk.ui.kit.canvas import Canvas, text
from coachdesk.ui.kit.plain import one_line
from coachdesk.ui.kit.theme import Theme


def broken(theme: Theme, s: str, role: str, width: float, most: int = 99) -> list[str]:
    """The lines a text takes at a width, at most so many; the last may end in an ellipsis."""
    s = one_line(s)
    if theme.width(s, role) <= width:
        return [s]
    layout = QTextLayout(s, theme.font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    units = s.encode("utf-16-le")
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        start, length = line.textStart(), line.textLength()
        found.append(units[2 * start : 2 * (start + length)].decode("utf-16-le").rstrip())
        end = start + length
    layout.endLayout()
    if 2 * end < len(units):
        rest = units[2 * (end - length) :].decode("utf-16-le")
        found[-1] = theme.metrics(role).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return found


def paint_lines(
    c: Canvas, area: QRectF, lines: list[str], role: str, color: str | QColor = "ink"
) -> None:
    """The lines from the top of `area`."""
    height = c.theme.line(role)
    for n, line in enumerate(lines):
        text(
            c, QRectF(area.left(), area.top() + n * height, area.width(), height), line, role, color
        )
