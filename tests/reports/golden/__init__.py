"""How every document of the sample team looks and reads, kept to be compared with.

`python -m tests.reports.golden` draws them anew; look at the difference before it is kept.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from coachdesk.services.desk import Desk
from tests.reports.every_document import DOCUMENTS

FOLDER = Path(__file__).parent
DOTS_PER_INCH, GREYS = 50, 16
BLOCK, MOST = 6, 28
"""A page is compared by the mean grey (0 to 255) of squares of that many pixels.

Another hinting, a quarter of a pixel, changes a square by up to 20; a mark that is gone by 50.
"""


def pages(pdf: bytes) -> Iterator[tuple[str, Image.Image]]:
    """The text of each page, and its picture in few greys."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            text = page.get_textpage().get_text_range().replace("\r\n", "\n")
            picture = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
            yield text.strip() + "\n", picture.convert("L")
    finally:
        document.close()


def drawn(desk: Desk, name: str) -> list[tuple[str, Image.Image]]:
    """The pages of a document of the sample team."""
    document = DOCUMENTS[name]
    return list(pages(document.render(desk.ask(document.read), "A4").pdf))


def text_file(name: str) -> Path:
    return FOLDER / f"{name.replace(' ', '-')}.txt"


def picture_file(name: str, page: int) -> Path:
    return FOLDER / f"{name.replace(' ', '-')}-{page}.png"


def as_kept(picture: Image.Image) -> bytes:
    """A small file of a picture: sixteen greys are enough to see a line move."""
    few = picture.point(lambda grey: grey * (GREYS - 1) // 255)
    kept = Image.frombytes("P", few.size, few.tobytes())
    kept.putpalette([n * 255 // (GREYS - 1) for n in range(GREYS) for _channel in "rgb"])
    file = BytesIO()
    kept.save(file, "PNG", optimize=True, bits=4)
    return file.getvalue()


def difference(one: Image.Image, other: Image.Image) -> int:
    """By how many greys the two differ where they differ most."""
    if one.size != other.size:
        return 255
    size = (one.width // BLOCK, one.height // BLOCK)
    blocks = [each.resize(size, Image.Resampling.BOX) for each in (one, other)]
    return int(ImageChops.difference(*blocks).getextrema()[1])
