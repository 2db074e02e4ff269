"""Paragraphs: no word is lost in breaking or splitting, no line is too long, colours stay apart."""

from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from coachdesk.reports.fonts import REGULAR, SEMIBOLD, register_fonts
from coachdesk.reports.mixed_text import Look, width_of
from coachdesk.reports.paragraphs import SHRINKAGE, SetParagraph, set_paragraph
from coachdesk.reports.scripts import printable
from coachdesk.reports.typography import BODY, BODY_RIGHT, LABELLED, SOFT

PLAIN, BOLD, GREY = Look(REGULAR), Look(SEMIBOLD), Look(REGULAR, SOFT)
PAGE = (300.0, 120.0)
ARABIC = "السلام عليكم، تحدثنا مع العميل عن الخطوات القادمة في المشروع الكبير."
words = st.text(st.sampled_from("abcimW. -–éßشلम"), min_size=1, max_size=80)


def drawn(*placed: tuple[SetParagraph, float]) -> bytes:
    """A page with each paragraph at its height."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=PAGE, initialFontName=REGULAR)
    for paragraph, y in placed:
        paragraph.drawOn(canvas, 0, y)
    canvas.save()
    return out.getvalue()


def picture(*placed: tuple[SetParagraph, float]) -> Image.Image:
    document = pypdfium2.PdfDocument(drawn(*placed))
    try:
        return document[0].render(scale=4, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def text_of(paragraph: SetParagraph) -> str:
    return "".join(text for line in paragraph.lines for text, _look in line).replace(" ", "")


@given(st.lists(st.tuples(words, st.sampled_from((PLAIN, BOLD))), min_size=1), st.integers(30, 300))
def test_breaking_loses_nothing_and_no_line_is_too_long(pieces, width) -> None:
    register_fonts()
    pieces = [(printable(text), look) for text, look in pieces]
    paragraph = set_paragraph(pieces, BODY)
    paragraph.wrap(width, 1e6)
    written = "".join(text for text, _look in pieces)
    assert text_of(paragraph) == "".join(c for c in written if c not in " \u2068\u2069")
    for line in paragraph.lines:
        letters = sum(width_of(c, look.font, BODY.fontSize) for text, look in line for c in text)
        spaces = sum(text.count(" ") for text, _look in line)
        assert letters <= width + spaces * SHRINKAGE * width_of(" ", REGULAR, BODY.fontSize) + 1e-6


@given(words.filter(str.strip), st.integers(30, 200), st.integers(0, 8))
def test_the_parts_of_a_split_paragraph_hold_the_lines_of_the_whole(text, width, lines) -> None:
    register_fonts()
    whole = set_paragraph([(printable(text.strip()), PLAIN)], LABELLED, "Request 1")
    whole.wrap(width + LABELLED.leftIndent, 1e6)
    parts = whole.split(width + LABELLED.leftIndent, lines * LABELLED.leading)
    for part in parts:
        part.wrap(width + LABELLED.leftIndent, 1e6)
    if parts:
        assert "".join(map(text_of, parts)) == text_of(whole)
        assert parts[0].bullet
        assert not any(part.bullet for part in parts[1:])
    assert len(parts) == (1 if len(whole.lines) <= lines else 0 if lines < 2 else 2)


def test_text_from_the_right_keeps_its_order_where_it_is_split() -> None:
    register_fonts()
    whole = set_paragraph([(printable(ARABIC), PLAIN)], BODY)
    whole.wrap(90, 1e6)
    parts = whole.split(90, 2 * BODY.leading)
    for part in parts:
        part.wrap(90, 1e6)
    top = 110 - whole.height
    below = top + whole.height - parts[0].height
    together = picture((parts[0], below), (parts[1], below - parts[1].height))
    assert len(whole.lines) > 3
    assert together.tobytes() == picture((whole, top)).tobytes()


def test_a_coloured_piece_leaves_its_colour_to_no_other() -> None:
    register_fonts()
    paragraph = set_paragraph([("Interviewers: ", GREY), ("Helen Marsh " * 8, PLAIN)], BODY_RIGHT)
    paragraph.wrap(PAGE[0], 1e6)
    last_line = picture((paragraph, 0)).crop((0, int(PAGE[1] - BODY.leading) * 4, 1200, 480))
    assert len(paragraph.lines) > 1
    assert last_line.getextrema()[0] < 40


def test_spaces_give_a_little_to_keep_the_last_word_in_its_line() -> None:
    register_fonts()
    text = "Ties the meeting to the customer’s issue"
    width = width_of(text, REGULAR, BODY.fontSize)
    space = width_of(" ", REGULAR, BODY.fontSize)
    kept, left = width - 0.2 * space, width - 0.6 * space
    paragraph = set_paragraph([(text, PLAIN)], BODY)
    assert paragraph.wrap(left, 1e6)[1] == 2 * BODY.leading
    assert paragraph.wrap(kept, 1e6)[1] == BODY.leading
    right_edge = picture((paragraph, 60)).point(lambda grey: 255 - grey).getbbox()[2] / 4
    assert right_edge <= kept + 0.3


@pytest.mark.parametrize("text", ["ask first, and more of it " * 5, "שלום " * 30, "x" * 90])
def test_a_bullet_wider_than_the_indent_pushes_the_first_line(text: str) -> None:
    register_fonts()
    label = "A label of one’s own"
    paragraph = set_paragraph([(printable(text.strip()), PLAIN)], LABELLED, label)
    paragraph.wrap(PAGE[0] - 10, 1e6)
    end = width_of(label, SEMIBOLD, LABELLED.fontSize)
    first = picture((paragraph, 120 - paragraph.height)).crop((0, 0, 1200, 40))
    behind = first.crop((int(end * 4) + 2, 0, int(end * 4) + 18, 40))
    assert end > LABELLED.leftIndent
    assert behind.getextrema()[0] == 255
    assert first.crop((int(end * 4) + 18, 0, 1200, 40)).getextrema()[0] < 128
    assert first.crop((1164, 0, 1200, 40)).getextrema()[0] == 255


def test_a_bullet_as_wide_as_the_page_has_its_line_to_itself() -> None:
    register_fonts()
    paragraph = set_paragraph([("Ask first", PLAIN)], LABELLED, "A label without an end " * 4)
    paragraph.wrap(PAGE[0], 1e6)
    assert paragraph.height == 2 * LABELLED.leading
    assert text_of(paragraph) == "Askfirst"
