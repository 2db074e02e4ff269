"""Text in several scripts, set in as many fonts: lines drawn by themselves, and a paragraph.

ReportLab sets a paragraph in the fonts it is told, from left to right. What our own font draws is
left to it; all other text is measured, broken and drawn here.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from coachdesk.reports.direction import first_direction, in_visual_order
from coachdesk.reports.fonts import REGULAR, SEMIBOLD, font_for
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
    return sum(_widths(_letters([(text, Look(font))]), size))


def draw_text(canvas: Canvas, x: float, y: float, text: str) -> None:
    """One line of text from `x` on, in the canvas's font, size and fill colour."""
    if is_plain(text):
        canvas.drawString(x, y, text)
        return
    _draw(canvas, x, y, _letters([(text, Look(canvas._fontname))]), canvas._fontsize)


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


def _draw(canvas: Canvas, x: float, y: float, line: Sequence[Set], size: float) -> None:
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


def _letters(pieces: Iterable[Set]) -> list[Set]:
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
                found.append((character, replace(look, part=part, direction=direction)))
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


def _widths(line: Iterable[Set], size: float) -> list[float]:
    return [
        float(stringWidth(character, _drawn_with((character, look))[0], size))
        for character, look in line
    ]


class MixedParagraph(Flowable):  # type: ignore[misc]
    """A paragraph of several scripts; each line is put in visual order after it is broken."""

    def __init__(self, pieces: Sequence[Set], style: ParagraphStyle, bullet: str = "") -> None:
        super().__init__()
        self.pieces, self.style, self.bullet = pieces, style, bullet
        self.lines: list[list[Set]] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        room = width - self.style.leftIndent - self.style.rightIndent
        self.lines = list(_broken(_letters(self.pieces), self.style.fontSize, room))
        self.height = len(self.lines) * self.style.leading
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        fitting = int(height // self.style.leading)
        if not 0 < fitting < len(self.lines):
            return [] if fitting == 0 else [self]
        first, second = self.lines[:fitting], self.lines[fitting:]
        parts = [[each for line in lines for each in [*line, SPACE]] for lines in (first, second)]
        return [
            MixedParagraph(parts[0], self.style, self.bullet),
            MixedParagraph(parts[1], self.style),
        ]

    def draw(self) -> None:
        style, canvas = self.style, self.canv
        y = self.height - style.fontSize
        canvas.setFillColor(style.textColor)
        if self.bullet:
            canvas.setFont(style.bulletFontName, style.fontSize)
            draw_text(canvas, style.bulletIndent, y, self.bullet)
        for line in self.lines:
            x = style.leftIndent
            if style.alignment == TA_RIGHT:
                x = self.width - sum(_widths(line, style.fontSize))
            _draw(canvas, x, y, line, style.fontSize)
            y -= style.leading


SPACE: Set = (" ", Look(REGULAR))


def _broken(letters: Sequence[Set], size: float, room: float) -> Iterable[list[Set]]:
    """Lines no wider than `room`: broken between words, inside one only if it is too long."""
    line: list[Set] = []
    used = 0.0
    for word in _words(letters):
        width = sum(_widths(word, size))
        if line and used + sum(_widths(_bare(word), size)) > room:
            yield _bare(line)
            line, used = [], 0.0
        if width > room and sum(_widths(_bare(word), size)) > room:
            *full, word = _cut(word, size, room)
            yield from full
            width = sum(_widths(word, size))
        line, used = [*line, *word], used + width
    if line or not letters:
        yield _bare(line)


def _words(letters: Sequence[Set]) -> Iterable[list[Set]]:
    """Pieces between which a line may break, each with the spaces after it."""
    word: list[Set] = []
    for each in letters:
        if word and _may_break(word[-1][0], each[0]):
            yield word
            word = []
        word.append(each)
    if word:
        yield word


def _may_break(before: str, after: str) -> bool:
    if after == " " or unicodedata.category(after).startswith("M"):
        return False
    if before in " -–—":
        return before != " " or after != " "
    is_wide = "W" in (unicodedata.east_asian_width(before), unicodedata.east_asian_width(after))
    closes = unicodedata.category(after) in ("Pe", "Pf", "Po") or after in "、。，ー"
    return is_wide and not closes and unicodedata.category(before) not in ("Ps", "Pi")


def _cut(word: Sequence[Set], size: float, room: float) -> list[list[Set]]:
    """A word too long for a line, in pieces that fit; a mark stays with its letter."""
    parts: list[list[Set]] = [[]]
    used = 0.0
    for each, width in zip(word, _widths(word, size), strict=True):
        if parts[-1] and used + width > room and not unicodedata.category(each[0]).startswith("M"):
            parts.append([])
            used = 0.0
        parts[-1].append(each)
        used += width
    return parts


def _bare(line: Sequence[Set]) -> list[Set]:
    """The line without the spaces at its end."""
    end = len(line)
    while end and line[end - 1][0] == " ":
        end -= 1
    return list(line[:end])
