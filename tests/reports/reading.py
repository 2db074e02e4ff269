"""Reading a PDF back with an extractor that is not the writer."""

from io import BytesIO

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
