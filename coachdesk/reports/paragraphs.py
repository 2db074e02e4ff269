"""Paragraphs made of pieces of one look each: broken into lines, split over pages, drawn.

ReportLab's paragraph reads markup, and works out its lines anew at every question how high it is.
These are told their pieces, so that nothing in them can be markup, and break once for each width.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from coachdesk.reports.fonts import REGULAR
from coachdesk.reports.mixed_text import (
    Look,
    Set,
    draw_line,
    draw_text,
    letters_of,
    width_of,
    widths_of,
)
from coachdesk.reports.scripts import is_plain
from coachdesk.reports.typography import INK

Line = list[Set]
"""The pieces, or the characters, of one line, without the spaces at its end."""

SPACE: Set = (" ", Look(REGULAR))
FUZZ = 1e-6
"""Points by which a line may be too long: sums of widths are rounded."""

BEHIND_BULLET = 0.6
"""The room behind a bullet that is wider than the indent, per point of size."""

SHRINKAGE = 0.05
"""What a space may give, of its width, to keep the last word in its line; the eye does not see."""


def set_paragraph(pieces: Sequence[Set], style: ParagraphStyle, bullet: str = "") -> "SetParagraph":
    """The pieces as one paragraph in `style`; `bullet` stands at its bullet indent."""
    every = [(text, look) for text, look in pieces if text]
    is_ours = is_plain("".join(text for text, _look in every) + bullet)
    return (SetParagraph if is_ours else MixedParagraph)(every, style, bullet)


class SetParagraph(Flowable):  # type: ignore[misc]
    """A paragraph in our own fonts, from left to right, that begins or ends on one edge."""

    def __init__(self, pieces: Sequence[Set], style: ParagraphStyle, bullet: str = "") -> None:
        super().__init__()
        self.pieces, self.style, self.bullet = pieces, style, bullet
        self._is_black = style.textColor is INK and not any(look.color for _, look in pieces)
        self.lines: list[Line] = []
        self.room: float | None = None
        self.hang = self._hang()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        room = width - self.style.leftIndent
        if room != self.room:
            self.room, self.width = room, width
            self.lines = self._broken(room)
            self.height = len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit and the rest; a first line does not stay alone."""
        self.wrap(width, height)
        fitting = int(height // self.style.leading)
        if len(self.lines) <= fitting:
            return [self]
        if fitting < 2:
            return []
        first, second = (
            [each for line in lines for each in (*line, SPACE)][:-1]
            for lines in (self.lines[:fitting], self.lines[fitting:])
        )
        return [type(self)(first, self.style, self.bullet), type(self)(second, self.style)]

    def drawOn(self, canvas: Canvas, x: float, y: float, _sW: float = 0) -> None:
        # Most text is black on a canvas that is: it needs no state of its own, nor a place.
        if self._is_black and canvas._fillColorObj == (0, 0, 0):
            self._draw(canvas, x, y)
            return
        canvas.saveState()
        canvas.setFillColor(self.style.textColor)
        self._draw(canvas, x, y)
        canvas.restoreState()

    def _draw(self, canvas: Canvas, x: float, y: float) -> None:
        style = self.style
        baseline = y + self.height - style.fontSize
        if self.bullet and self.lines:
            canvas.setFont(style.bulletFontName, style.fontSize)
            draw_text(canvas, x + style.bulletIndent, baseline, self.bullet)
        self._draw_lines(canvas, x + style.leftIndent, baseline)

    def _hang(self) -> float:
        """How far the first line moves in, for a bullet that is wider than the indent."""
        if not self.bullet:
            return 0.0
        style = self.style
        wide = width_of(self.bullet, style.bulletFontName, style.fontSize)
        over = float(style.bulletIndent + wide - style.leftIndent)
        return over + BEHIND_BULLET * style.fontSize if over > 0 else 0.0

    def _broken(self, room: float) -> list[Line]:
        if not self.pieces:
            return []
        if self._width(self.pieces) + self.hang <= room + FUZZ:
            return [list(self.pieces)]
        words = _words(self.pieces)
        give = SHRINKAGE * float(stringWidth(" ", REGULAR, self.style.fontSize))
        lines = _broken(words, room, self._width, hang=self.hang, give=give)
        return [_joined(line) for line in lines]

    def _width(self, line: Iterable[Set]) -> float:
        size = self.style.fontSize
        return float(sum(stringWidth(text, look.font, size) for text, look in line))

    def _draw_lines(self, canvas: Canvas, x: float, baseline: float) -> None:
        if self.style.alignment != TA_RIGHT:
            first = 1 if self.hang else 0
            self._draw_block(canvas, x + self.hang, baseline, self.lines[:first])
            self._draw_block(canvas, x, baseline - first * self.style.leading, self.lines[first:])
            return
        for line in self.lines:
            spare = max(0.0, (self.room or 0.0) - self._width(line))
            self._draw_block(canvas, x + spare, baseline, [line])
            baseline -= self.style.leading

    def _draw_block(self, canvas: Canvas, x: float, y: float, lines: Sequence[Line]) -> None:
        """Lines that begin on one edge."""
        if not lines:
            return
        block = canvas.beginText(x, y)
        drawn_in = None
        for line in lines:
            spacing = self._spacing(line) if len(self.lines) > 1 else 0.0
            if spacing:
                block.setWordSpace(spacing)
            for place, (text, look) in enumerate(line, 1):
                if look is not drawn_in:
                    drawn_in = self._take_up(block, look, drawn_in)
                (block.textLine if place == len(line) else block.textOut)(text)
            if spacing:
                block.setWordSpace(0)
        canvas.drawText(block)

    def _spacing(self, line: Line) -> float:
        """What is added to each space: less than nothing where the line is a little too long."""
        room = (self.room or 0.0) - (self.hang if line is self.lines[0] else 0.0)
        spare = room - self._width(line)
        spaces = sum(text.count(" ") for text, _look in line)
        return spare / spaces if spaces and spare < -FUZZ else 0.0

    def _take_up(self, block: Any, look: Look, before: Look | None) -> Look:
        style = self.style
        if before is None or before.font != look.font:
            block.setFont(look.font, style.fontSize, style.leading)
        if not self._is_black and (before is None or before.color != look.color):
            block.setFillColor(look.color or style.textColor)
        return look


class MixedParagraph(SetParagraph):
    """A paragraph of several scripts; each line is put in visual order after it is broken."""

    def _broken(self, room: float) -> list[Line]:
        words = _pieces_between_breaks(letters_of(self.pieces))
        return list(_broken(words, room, self._width, hang=self.hang))

    def _width(self, line: Iterable[Set]) -> float:
        return sum(widths_of(line, self.style.fontSize))

    def _draw_block(self, canvas: Canvas, x: float, y: float, lines: Sequence[Line]) -> None:
        for line in lines:
            draw_line(canvas, x, y, line, self.style.fontSize)
            y -= self.style.leading


def _broken(
    words: Iterable[Sequence[Set]],
    room: float,
    measure: Callable[[Iterable[Set]], float],
    *,
    hang: float = 0.0,
    give: float = 0.0,
) -> Iterable[Line]:
    """Lines no wider than `room`: broken between words, inside one only if it is too long.

    The first line begins at `hang`, and stays empty if no word fits behind. Each space of a line
    may `give` as many points to keep one more word in it.
    """
    line: Line = []
    used, spaces = hang, 0
    for word in words:
        bare = measure(_bare(word))
        if bare > room + FUZZ:
            *full, line = _cut([*line, *word], room, measure, hang)
            yield from full
            used, hang = measure(line), 0.0
            continue
        if used and used + bare > room + spaces * give + FUZZ:
            yield _bare(line)
            line, used, spaces, hang = [], 0.0, 0, 0.0
        line, used, spaces = [*line, *word], used + measure(word), spaces + 1
    if line:
        yield _bare(line)


_WORD = re.compile("[^ ]* *")


def _words(pieces: Iterable[Set]) -> Iterable[list[Set]]:
    """The words, each with the spaces after it; a word may change its look inside."""
    word: list[Set] = []
    for text, look in pieces:
        for part in filter(None, _WORD.findall(text)):
            word.append((part, look))
            if part.endswith(" "):
                yield word
                word = []
    if word:
        yield word


def _pieces_between_breaks(letters: Iterable[Set]) -> Iterable[list[Set]]:
    """Pieces between which a line of any script may break, each with the spaces after it."""
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


def _cut(
    line: Iterable[Set], room: float, measure: Callable[[Iterable[Set]], float], hang: float
) -> list[list[Set]]:
    """A line with a word too long for any, in pieces that fit; a mark stays with its letter."""
    parts: list[list[Set]] = [[]]
    used = hang
    for letter in ((character, look) for text, look in line for character in text):
        width = measure([letter])
        is_mark = unicodedata.category(letter[0]).startswith("M")
        if used and used + width > room + FUZZ and not is_mark:
            parts.append([])
            used = 0.0
        parts[-1].append(letter)
        used += width
    return parts


def _bare(line: Sequence[Set]) -> Line:
    """The line without the spaces at its end."""
    found = list(line)
    while found and found[-1][0].endswith(" "):
        text, look = found.pop()
        if left := text.rstrip(" "):
            return [*found, (left, look)]
    return found


def _joined(line: Iterable[Set]) -> Line:
    """The line with as few pieces as it has changes of look."""
    found: Line = []
    for text, look in line:
        if found and found[-1][1] is look:
            found[-1] = (found[-1][0] + text, look)
        else:
            found.append((text, look))
    return found
