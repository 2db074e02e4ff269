"""Cells side by side: where they stand, and the lines around and between them."""

from io import BytesIO

import pypdfium2
from PIL import Image
from reportlab.lib.colors import black
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from coachdesk.reports.rows import Row, Rule


class Block(Flowable):  # type: ignore[misc]
    """A black square of ten points."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 10, 10

    def draw(self) -> None:
        self.canv.rect(0, 0, 10, 10, stroke=0, fill=1)


def drawn(row: Row) -> Image.Image:
    """The row at the foot of a page of 100 by 40 points, one pixel a point."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(100, 40))
    row.wrap(100, 40)
    row.drawOn(canvas, 0, 0)
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    try:
        return document[0].render(scale=1, grayscale=True).to_pil().convert("L")
    finally:
        document.close()


def is_dark(picture: Image.Image, x: int, above_the_foot: int) -> bool:
    return bool(picture.getpixel((x, 39 - above_the_foot)) < 128)


def test_cells_stand_at_the_top_or_on_the_last_line() -> None:
    picture = drawn(Row([[Block(), Block()], Block(), Block()], [30, 30, 30], at_bottom=[2]))
    assert [is_dark(picture, 5, y) for y in (5, 15, 25)] == [True, True, False]
    assert [is_dark(picture, 35, y) for y in (5, 15)] == [False, True]
    assert [is_dark(picture, 65, y) for y in (5, 15)] == [True, False]


def test_a_gap_stands_before_every_cell_but_the_first() -> None:
    picture = drawn(Row([Block(), Block()], [30, 30], gap=4))
    assert [is_dark(picture, x, 5) for x in (0, 32, 34, 42)] == [True, False, True, True]


def test_rules_stand_outside_the_room_above_and_below() -> None:
    rule = Rule(1, black)
    picture = drawn(Row([[], Block()], [30, 30], above=6, below=5, over=rule, under=rule))
    assert is_dark(picture, 10, 0)
    assert not is_dark(picture, 35, 3)
    assert is_dark(picture, 35, 6)
    assert not is_dark(picture, 35, 17)
    assert is_dark(picture, 10, 21) or is_dark(picture, 10, 20)


def test_a_rule_stands_between_cells_and_not_around_them() -> None:
    picture = drawn(Row([[], [], Block()], [20, 20, 20], between=Rule(2, black)))
    assert [is_dark(picture, x, 5) for x in (0, 10, 20, 30)] == [False, False, True, False]
