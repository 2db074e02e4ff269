"""Lines of text in several scripts, set in as many fonts: measured, put in order and drawn.

ReportLab sets text in the font it is told, from left to right. What our own font draws is left to
it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from coachdesk.reports.direction import first_direction, in_visual_order
from coachdesk.reports.fonts import SEMIBOLD, font_for
from coachdesk.reports.scripts import END_ISOLATE, ISOLATE, is_plain

STRONGER = 0.028
"""The line drawn around the letters of a fallback font in the strong weight, per point of size."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a piece of text is set: our font's name, and a colour unless it is the style's.

    Characters of one `part`, other than 0, keep together whatever their `direction`.
    """

    font: str
    color: Color | None = None
    part: int = 0
    direction: str = "L"


Set = tuple[str, Look]
"""A character, or a piece of one look, and its look."""


def width_of(text: str, font: str, size: float) -> float:
    """The width of a line of text in points, whatever script it is in."""
    if is_plain(text):
        return float(stringWidth(text, font, size))
    return sum(widths_of(letters_of([(text, Look(font))]), size))


def draw_text(canvas: Canvas, x: float, y: float, text: str) -> None:
    """One line of text from `x` on, in the canvas's font, size and fill colour."""
    if is_plain(text):
        canvas.drawString(x, y, text)
        return
    draw_line(canvas, x, y, letters_of([(text, Look(canvas._fontname))]), canvas._fontsize)


def draw_text_before(canvas: Canvas, right: float, y: float, text: str) -> None:
    """One line of text that ends at `right`."""
    if is_plain(text):
        canvas.drawRightString(right, y, text)
        return
    draw_text(canvas, right - width_of(text, canvas._fontname, canvas._fontsize), y, text)


def draw_text_around(canvas: Canvas, middle: float, y: float, text: str) -> None:
    """One line of text with `middle` in its middle."""
    if is_plain(text):
        canvas.drawCentredString(middle, y, text)
        return
    draw_text(canvas, middle - width_of(text, canvas._fontname, canvas._fontsize) / 2, y, text)


def draw_line(canvas: Canvas, x: float, y: float, line: Sequence[Set], size: float) -> None:
    """Characters with their looks as one line from `x` on, in visual order."""
    canvas.saveState()
    own_color = canvas._fillColorObj
    for (font, look), pieces in groupby(_ordered(line), key=_drawn_with):
        text = "".join(character for character, _ in pieces)
        canvas.setFont(font, size)
        canvas.setFillColor(look.color or own_color)
        # Fallback fonts have one weight; a thin line around the letters makes the strong one.
        is_thickened = look.font == SEMIBOLD and font != SEMIBOLD
        if is_thickened:
            canvas.setLineWidth(STRONGER * size)
            canvas.setStrokeColor(look.color or own_color)
        canvas.drawString(x, y, text, mode=2 if is_thickened else 0)
        x += stringWidth(text, font, size)
    canvas.restoreState()


def letters_of(pieces: Iterable[Set]) -> list[Set]:
    """The characters of pieces, each with its look; the marks around a part become its look."""
    found: list[Set] = []
    part = 0
    direction = "L"
    for text, look in pieces:
        for place, character in enumerate(text):
            if character == ISOLATE:
                part = len(found) + 1
                direction = first_direction(text[place + 1 :].split(END_ISOLATE)[0])
            elif character == END_ISOLATE:
                part, direction = 0, "L"
            else:
                own = replace(look, part=part, direction=direction) if part else look
                found.append((character, own))
    return found


def _ordered(line: Sequence[Set]) -> Iterable[Set]:
    """The line as it stands from left to right; parts keep their places in it."""
    for part, letters in groupby(line, key=_part):
        if part:
            own = list(letters)
            yield from in_visual_order(own, own[0][1].direction)
        else:
            yield from letters


def _part(each: Set) -> int:
    return each[1].part


def _drawn_with(each: Set) -> tuple[str, Look]:
    character, look = each
    return font_for(character, look.font) or look.font, look


def widths_of(line: Iterable[Set], size: float) -> list[float]:
    """The width of each character in the font that draws it, in points."""
    return [
        float(stringWidth(character, _drawn_with((character, look))[0], size))
        for character, look in line
    ]
