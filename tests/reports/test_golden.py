"""Every page of the sample team reads and looks as it did when somebody last looked at it."""

from io import BytesIO

import pytest
from PIL import Image

from coachdesk.services.desk import Desk
from tests.reports.every_document import DOCUMENTS
from tests.reports.golden import FOLDER, MOST, as_kept, difference, drawn, picture_file, text_file
from tests.services.conftest import clock, desk, team_file  # noqa: F401

AGAIN = "if it is meant: python -m tests.reports.golden"
LINE = 13 * 50 // 72


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_page_reads_and_looks_as_it_did(name: str, desk: Desk) -> None:  # noqa: F811
    pages = drawn(desk, name)
    assert "\f\n".join(text for text, _picture in pages) == text_file(name).read_text("utf-8"), (
        AGAIN
    )
    assert len(pages) == len(list(FOLDER.glob(f"{text_file(name).stem}-[0-9].png"))), AGAIN
    for number, (_text, picture) in enumerate(pages, 1):
        with Image.open(picture_file(name, number)) as kept:
            assert difference(picture, kept.convert("L")) <= MOST, (number, AGAIN)


def test_pictures_are_told_apart_by_a_moved_line_and_a_missing_mark(desk: Desk) -> None:  # noqa: F811
    for _text, page in drawn(desk, "summary"):
        top = first_line(page)
        moved = page.copy()
        moved.paste(page.crop((0, top, page.width, top + LINE)), (0, top + LINE // 2))
        unmarked = page.copy()
        unmarked.paste(255, darkest_square(page))
        assert difference(page, moved) > MOST
        assert difference(page, unmarked) > MOST
        with Image.open(BytesIO(as_kept(page))) as kept:
            assert difference(page, kept.convert("L")) <= MOST // 2


def test_a_quarter_of_a_pixel_of_another_hinting_is_no_difference(desk: Desk) -> None:  # noqa: F811
    for _text, page in drawn(desk, "summary"):
        beside = page.transform(page.size, Image.Transform.AFFINE, (1, 0, 0.25, 0, 1, 0.25), 3)
        assert difference(page, beside) <= MOST


def first_line(page: Image.Image) -> int:
    """The top of the first line of the page’s text."""
    box = page.point(lambda grey: 255 - grey).getbbox()
    assert box is not None
    return box[1]


def darkest_square(page: Image.Image, side: int = 6) -> tuple[int, int, int, int]:
    """Where most ink is: a filled box of a rating bar, or a letter in a tile."""
    small = page.resize((page.width // side, page.height // side), Image.Resampling.BOX)
    at = small.tobytes().index(small.getextrema()[0])
    x, y = at % small.width * side, at // small.width * side
    return (x, y, x + side, y + side)
