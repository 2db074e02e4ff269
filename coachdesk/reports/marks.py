"""Small drawn things: rating bar, letter box, tick box, rules to write on. No meaning by colour."""

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.reports.fonts import REGULAR, SEMIBOLD
from coachdesk.reports.marked import Element, part
from coachdesk.reports.mixed_text import draw_text, draw_text_around, width_of
from coachdesk.reports.typography import (
    AREA_WIDTH,
    INK,
    LINE,
    SOFT,
    TITLE_HEIGHT,
    WRITING_RULE,
)

CAP_HEIGHT = 0.727
"""Height of a capital letter of the font, as a fraction of the size."""


def fitted(text: str, font: str, size: float, width: float) -> str:
    """`text` on one line of `width` points, its end replaced by "…" where it does not fit."""
    if width_of(text, font, size) <= width:
        return text
    fits, longest = 0, len(text)
    while fits < longest:
        middle = (fits + longest + 1) // 2
        if width_of(f"{text[:middle]}…", font, size) <= width:
            fits = middle
        else:
            longest = middle - 1
    return f"{text[:fits].rstrip()}…"


def draw_letter_box(
    canvas: Canvas, x: float, y: float, size: float, letter: str, *, filled: bool = False
) -> None:
    """A rounded box with one letter, its lower left corner at (x, y)."""
    canvas.saveState()
    canvas.setLineWidth(0.9)
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.roundRect(x, y, size, size, size * 0.2, stroke=1, fill=int(filled))
    type_size = size * 0.62
    canvas.setFont(SEMIBOLD, type_size)
    canvas.setFillGray(1 if filled else 0)
    draw_text_around(canvas, x + size / 2, y + (size - CAP_HEIGHT * type_size) / 2, letter)
    canvas.restoreState()


class LetterBox(Flowable):  # type: ignore[misc]
    """The letter of a behaviour in its box; filled for the one worked on."""

    def __init__(self, letter: str, *, size: float = 13, filled: bool = False) -> None:
        super().__init__()
        self.letter, self.size, self.filled = letter, size, filled

    @property
    def said(self) -> str:
        """What a reader hears in its place."""
        letter = self.letter[:1]
        return _("{letter}, in focus").format(letter=letter) if letter and self.filled else letter

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.size, self.size

    def draw(self) -> None:
        if self.letter:
            draw_letter_box(self.canv, 0, 0, self.size, self.letter[0], filled=self.filled)


class RatingBar(Flowable):  # type: ignore[misc]
    """A rating as five boxes, filled up to `value`, and the digit; right-aligned, one line high."""

    BOX, GAP = 6.6, 1.8

    def __init__(self, value: int) -> None:
        super().__init__()
        self.value = value

    @property
    def said(self) -> str:
        """What a reader hears in its place."""
        return _("{n} of 5").format(n=self.value)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width = width
        return width, LINE

    def draw(self) -> None:
        canvas = self.canv
        digit_width = 9.0
        x = self.width - digit_width - 5 * self.BOX - 4 * self.GAP
        canvas.setLineWidth(0.7)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        for box in range(5):
            left = x + box * (self.BOX + self.GAP)
            canvas.rect(left, 3.3, self.BOX, self.BOX, stroke=1, fill=int(box < self.value))
        canvas.setFont(SEMIBOLD, 9.5)
        canvas.drawRightString(self.width, 3.2, str(self.value))


class TickBox(Flowable):  # type: ignore[misc]
    """A square to tick by hand; ticked already when the promise is closed."""

    SIZE = 7.6

    def __init__(self, *, ticked: bool = False) -> None:
        super().__init__()
        self.ticked = ticked

    @property
    def said(self) -> str:
        """What a reader hears in its place."""
        return _("done") if self.ticked else _("open")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.SIZE, LINE

    def draw(self) -> None:
        canvas, size, y = self.canv, self.SIZE, 2.8
        canvas.setLineWidth(0.8)
        canvas.setStrokeColor(INK)
        canvas.rect(0.4, y, size, size)
        if self.ticked:
            canvas.setLineWidth(1.2)
            canvas.lines([(2, y + 3.8, 3.6, y + 2.1), (3.6, y + 2.1, 6.6, y + 5.9)])


class SectionTitle(Flowable):  # type: ignore[misc]
    """A section's title over a thin rule, with an optional note beside it; 17 pt and `air`."""

    def __init__(self, title: str, note: str = "", *, width: float = AREA_WIDTH) -> None:
        super().__init__()
        self.title, self.note, self.width = title, note, width
        self.ink, self.rule = INK, INK
        self.air = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, TITLE_HEIGHT + self.air

    def draw(self) -> None:
        canvas = self.canv
        canvas.translate(0, self.air * 0.3)
        canvas.setFillColor(self.ink)
        canvas.setFont(SEMIBOLD, 9.5)
        title = fitted(self.title, SEMIBOLD, 9.5, self.width - (18 if self.note else 0))
        draw_text(canvas, 0, 5.8, title)
        if self.note:
            beside = width_of(title, SEMIBOLD, 9.5) + 6
            canvas.setFillColor(SOFT)
            canvas.setFont(REGULAR, 8)
            note = fitted(self.note, REGULAR, 8, self.width - beside)
            with part(canvas, Element(role="Span")):
                draw_text(canvas, beside, 5.8, note)
        canvas.setStrokeColor(self.rule)
        canvas.setLineWidth(0.7)
        canvas.line(0, 2, self.width, 2)


class WritingLines(Flowable):  # type: ignore[misc]
    """Rules to write on by hand; `air` is what each may be higher than a printed line."""

    def __init__(self, count: int, *, leading: float = LINE, width: float = AREA_WIDTH) -> None:
        super().__init__()
        self.count, self.leading, self.width = count, leading, width
        self.air = 0.0

    @property
    def said(self) -> str:
        """What a reader hears in its place."""
        return ngettext(
            "({n} empty line to write on)", "({n} empty lines to write on)", self.count
        ).format(n=self.count)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, self.count * (self.leading + self.air)

    def draw(self) -> None:
        self.canv.setStrokeColor(WRITING_RULE)
        self.canv.setLineWidth(0.5)
        for line in range(self.count):
            y = line * (self.leading + self.air) + 0.8
            self.canv.line(0, y, self.width, y)


class Signatures(Flowable):  # type: ignore[misc]
    """Rules side by side, each with its caption below; `air` makes room for the hand."""

    def __init__(self, captions: list[str], *, width: float = AREA_WIDTH) -> None:
        super().__init__()
        self.captions, self.width = captions, width
        self.air = 0.0

    @property
    def said(self) -> str:
        """What a reader hears in its place."""
        return _("To fill in by hand: {captions}").format(captions="; ".join(self.captions))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, 28.5 + self.air

    def draw(self) -> None:
        canvas, gap = self.canv, 20.0
        share = (self.width - gap * (len(self.captions) - 1)) / len(self.captions)
        canvas.setStrokeColor(WRITING_RULE)
        canvas.setLineWidth(0.5)
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, 8)
        for place, caption in enumerate(self.captions):
            x = place * (share + gap)
            canvas.line(x, 11.5, x + share, 11.5)
            draw_text(canvas, x, 2.5, fitted(caption, REGULAR, 8, share))


class Gap(Flowable):  # type: ignore[misc]
    """Nothing between two entries, until there is air to share."""

    def __init__(self) -> None:
        super().__init__()
        self.air = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, self.air

    def draw(self) -> None:
        pass
