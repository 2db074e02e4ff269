"""Reading a PDF back with an extractor that is not the writer."""

from io import BytesIO

import pypdfium2
from pypdf import PdfReader


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, white space made single."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page, as they break."""
    return [page.extract_text().splitlines() for page in PdfReader(BytesIO(pdf)).pages]


def fonts_of(pdf: bytes) -> set[tuple[str, bool]]:
    """Name of each font in use, without its subset tag, and whether its file is embedded."""
    found = set()
    for page in PdfReader(BytesIO(pdf)).pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = reference.get_object()
            embedded = "/FontFile2" in font.get("/FontDescriptor", {})
            found.add((str(font["/BaseFont"]).split("+")[-1].lstrip("/"), embedded))
    return found


def boxes_in_the_header(pdf: bytes) -> list[tuple[float, float]]:
    """Where each text of the first page's header begins and ends, from left to right.

    Letters that are further apart than a space belong to different texts.
    """
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        letters, high = page.get_textpage(), page.get_height() * 0.93
        boxes = [letters.get_charbox(n) for n in range(letters.count_chars())]
        found: list[tuple[float, float]] = []
        for left, _bottom, right, _top in sorted(b for b in boxes if b[1] > high and b[2] > b[0]):
            if found and left - found[-1][1] < 6:
                found[-1] = (found[-1][0], max(found[-1][1], right))
            else:
                found.append((left, right))
        return found
    finally:
        document.close()
