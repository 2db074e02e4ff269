"""Pages: one text area for A4 and Letter, header and footer in the margins, repeatable bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from coachdesk.reports.fonts import REGULAR, SEMIBOLD, register_fonts
from coachdesk.reports.house_style import Logo
from coachdesk.reports.marked import (
    Element,
    MarkedCanvas,
    Marks,
    close_mark,
    open_artifact,
    part,
)
from coachdesk.reports.marks import fitted
from coachdesk.reports.mixed_text import draw_text, draw_text_before, width_of
from coachdesk.reports.tagging import add_structure, tagged
from coachdesk.reports.typography import (
    AREA_HEIGHT,
    AREA_WIDTH,
    HAIR_RULE,
    INK,
    LEFT_MARGIN,
    SOFT,
)
from coachdesk.views.briefs import Paper

rl_config.useA85 = 0  # bytes as bytes: writing them as text takes time and a quarter more room

SIZES = {"A4": A4, "Letter": LETTER}
RIGHT_EDGE = LEFT_MARGIN + AREA_WIDTH
BETWEEN, MARK_SIZE = 24.0, 9.5
"""What stands at least between two texts of a margin, and the size of “draft” and “private”."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """What stands outside the text area; `footer_right` is given the page and the page count."""

    title: str
    language: str
    header_left: str
    header_right: str
    header_mark: str
    footer_left: str
    footer_right: Callable[[int, int], str]
    logo: Logo | None = None


def build_pdf(
    story: Callable[[], Sequence[Flowable]], margins: Margins, paper: Paper
) -> tuple[bytes, int]:
    """The PDF of the story and its number of pages; `story` is called once for each pass."""
    register_fonts()
    expected = 1
    while True:
        pdf, pages = _build(list(story()), margins, paper, expected)
        if pages == expected:
            return pdf, pages
        expected = pages


def _build(
    story: list[Flowable], margins: Margins, paper: Paper, of_pages: int
) -> tuple[bytes, int]:
    width, height = SIZES[paper]
    bottom = (height - AREA_HEIGHT) / 2
    # The frame is a thousandth of a point higher: a page planned to the full height must fit.
    frame = Frame(
        LEFT_MARGIN, bottom - 0.001, AREA_WIDTH, AREA_HEIGHT + 0.001, 0, 0, 0, 0, id="area"
    )

    def head(canvas: Canvas, document: BaseDocTemplate) -> None:
        _draw_header(canvas, margins, bottom + AREA_HEIGHT + 14)

    # At the page's end, so that the footer is read after the text.
    def foot(canvas: Canvas, document: BaseDocTemplate) -> None:
        _draw_footer(canvas, margins, bottom - 20, margins.footer_right(document.page, of_pages))

    marks = Marks()
    buffer = BytesIO()
    document = BaseDocTemplate(
        buffer,
        pagesize=(width, height),
        pageTemplates=[PageTemplate(id="page", frames=[frame], onPage=head, onPageEnd=foot)],
        title=margins.title,
        lang=margins.language,
        creator="Coachdesk",
        producer="Coachdesk",
        author="",
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,
        pageCompression=1,
    )
    document.build(tagged(story), canvasmaker=partial(MarkedCanvas, marks))
    pdf = add_structure(buffer.getvalue(), marks, title=margins.title, language=margins.language)
    return pdf, document.page


def _draw_header(canvas: Canvas, margins: Margins, y: float) -> None:
    open_artifact(canvas)
    canvas.saveState()
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(SOFT)
    beside = _draw_logo(canvas, margins.logo, y) if margins.logo else 0.0
    # The left is given what the right and the mark leave; the right has half of it at most.
    mark = width_of(margins.header_mark, SEMIBOLD, MARK_SIZE)
    gaps = BETWEEN if margins.header_mark or margins.header_right else 0.0
    right = fitted(margins.header_right, REGULAR, 8, (AREA_WIDTH - mark - gaps) / 2)
    start = RIGHT_EDGE - width_of(right, REGULAR, 8)
    room = start - LEFT_MARGIN - beside - mark - gaps
    left = fitted(margins.header_left, REGULAR, 8, room)
    draw_text(canvas, LEFT_MARGIN + beside, y, left)
    draw_text_before(canvas, RIGHT_EDGE, y, right)
    canvas.restoreState()
    close_mark(canvas)
    if margins.header_mark:
        end = LEFT_MARGIN + beside + width_of(left, REGULAR, 8)
        least, most = end + (gaps + mark) / 2, start - (gaps + mark) / 2
        middle = (LEFT_MARGIN + RIGHT_EDGE) / 2
        _draw_header_mark(canvas, margins.header_mark, max(least, min(middle, most)), y)


def _draw_header_mark(canvas: Canvas, words: str, middle: float, y: float) -> None:
    """“Draft” and “private” matter to whom the page is read aloud, too: no decoration."""
    canvas.saveState()
    canvas.setFillColor(INK)
    canvas.setFont(SEMIBOLD, MARK_SIZE)
    with part(canvas, Element(role="P")):
        canvas.drawCentredString(middle, y, words)
    canvas.restoreState()


def _draw_logo(canvas: Canvas, logo: Logo, y: float) -> float:
    """The logo, centred on the line of the header; the room it takes before the words."""
    picture = ImageReader(BytesIO(logo.content))
    low = y + 2.9 - logo.height / 2
    canvas.drawImage(picture, LEFT_MARGIN, low, logo.width, logo.height, mask="auto")
    return logo.width + 8


def _draw_footer(canvas: Canvas, margins: Margins, y: float, right: str) -> None:
    open_artifact(canvas)
    canvas.saveState()
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(SOFT)
    room = AREA_WIDTH - BETWEEN - width_of(right, REGULAR, 8)
    draw_text(canvas, LEFT_MARGIN, y, fitted(margins.footer_left, REGULAR, 8, room))
    draw_text_before(canvas, RIGHT_EDGE, y, right)
    canvas.setStrokeColor(HAIR_RULE)
    canvas.setLineWidth(0.5)
    canvas.line(LEFT_MARGIN, y + 12, RIGHT_EDGE, y + 12)
    canvas.restoreState()
    close_mark(canvas)
