"""A chart on paper: the same shapes, as text and vectors of the PDF."""

from io import BytesIO
from itertools import combinations

import pypdfium2
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.scene import ScenePicture
from coachdesk.views.chart_conduct import balance_key
from coachdesk.views.charts import CENTER, RIGHT, Box, Dot, Drawing, Label, Stroke

RED, GREEN = (179, 56, 44), (46, 125, 79)


def drawn(*shapes):
    drawing = Drawing()
    drawing.add(*shapes)
    register_fonts()
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(300, 150))
    ScenePicture(drawing.scene(400, 200, name="", sentence="")).drawOn(canvas, 0, 0)
    canvas.save()
    return buffer.getvalue()


def colour_at(pdf, x, y):
    """The colour of a design pixel, from the top left."""
    page = pypdfium2.PdfDocument(pdf)[0]
    return page.render(scale=4 / 3).to_pil().convert("RGB").getpixel((x, y))


def test_shapes_stand_where_they_stand_in_the_window():
    pdf = drawn(
        Box(10, 10, 100, 50, "bad"),
        Dot(300, 150, 20, "good"),
        Stroke(((0, 100), (400, 100)), "bad", 6),
    )
    assert colour_at(pdf, 60, 30) == RED
    assert colour_at(pdf, 300, 150) == GREEN
    assert colour_at(pdf, 200, 100) == RED
    assert colour_at(pdf, 200, 30) == (255, 255, 255)


def test_labels_are_text_cut_where_they_do_not_fit_and_never_markup():
    pdf = drawn(
        Label(0, 20, 200, "2 of <b>7</b>"),
        Label(0, 60, 400, "8–64 %", "small#", "ink2", CENTER),
        Label(0, 100, 60, "A name that is much too long", "bodyStrong", align=RIGHT),
    )
    words = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "2 of <b>7</b>" in words
    assert "8–64 %" in words
    assert "…" in words
    assert "too long" not in words


def greys_of(pdf, boxes):
    """How dark each box prints in grey, and how much of it is white: 0 to 1."""
    page = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("L")
    found = []
    for box in boxes:
        edges = (box.x, box.y, box.x + box.width, box.y + box.height)
        pixels = page.crop(tuple(round(edge * 3) for edge in edges)).tobytes()
        found.append(sum(255 - pixel for pixel in pixels) / 255 / len(pixels))
    return found


def test_requests_shares_and_requirements_are_told_apart_in_grey():
    scene = balance_key(400)
    boxes = [shape for shape in scene.shapes if isinstance(shape, Box)]
    darkness = greys_of(drawn(*scene.shapes), boxes)
    assert len(boxes) == 3
    apart = [abs(one - other) for one, other in combinations(darkness, 2)]
    assert min(apart) > 0.08, darkness


def test_a_picture_can_be_made_as_wide_as_the_page():
    drawing = Drawing()
    drawing.add(Box(0, 0, 400, 200, "bad"))
    picture = ScenePicture(drawing.scene(400, 200, name="", sentence=""), width=200)
    assert picture.wrap(500, 500) == (200, 100)
