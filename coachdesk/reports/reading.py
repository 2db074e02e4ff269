"""A PDF as text to read: the words of the file that prints, in the order of its own tree."""

from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary
from pypdfium2 import raw

from coachdesk.language import gettext as _

_HEADINGS = ("/H1", "/H2")
_LINES = (*_HEADINGS, "/P", "/LI", "/TR", "/Figure")
"""What takes a line of its own; other parts group such lines, or are pieces of one."""
_HYPHEN = "\x02"  # what the library says for the hyphen at the end of a line

Words = dict[tuple[int, int], str]
"""The text of each piece of marked content, by page and number."""


def text_of(pdf: bytes) -> str:
    """The document as plain text: headings after an empty line, each page announced."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return "\n".join(_Reader(document, _marked_words(pdf)).lines())


class _Reader:
    """Walks the tree of one document."""

    def __init__(self, document: pikepdf.Pdf, words: Words) -> None:
        self._words = words
        self._tree = document.Root.StructTreeRoot.K
        self._page_of = {page.obj.objgen: n for n, page in enumerate(document.pages)}

    def lines(self) -> list[str]:
        """Every line, in reading order."""
        pages = len(self._page_of)
        found: list[str] = []
        page = -1
        for element in self._blocks(self._tree):
            at = self._page(element)
            if pages > 1 and at is not None and at > page:
                page = at
                numbered = _("Page {page} of {pages}").format(page=at + 1, pages=pages)
                found += ["", numbered] if found else [numbered]
            said = " · ".join(filter(None, self._pieces(element))).replace(": · ", ": ")
            if not said:
                continue
            if str(element.S) in _HEADINGS and found:
                found.append("")
            found.append(said)
        return found

    def _blocks(self, element: Any) -> Iterator[Any]:
        """The elements that take lines of their own."""
        inner = [kid for kid in _kids(element) if _is_element(kid)]
        if str(element.S) in _LINES or not inner:
            yield element
            return
        for kid in inner:
            yield from self._blocks(kid)

    def _pieces(self, element: Any) -> Iterator[str]:
        """What is said of the element and of those in it; a run of marks is one piece."""
        if "/ActualText" in element:
            yield str(element.ActualText)
            return
        run: list[str] = []
        for kid in _kids(element):
            if _is_element(kid):
                yield " ".join(filter(None, run))
                run = []
                yield from self._pieces(kid)
            elif isinstance(kid, int):
                run.append(self._words.get((self._number(element.Pg), kid), ""))
            elif "/MCID" in kid:
                run.append(self._words.get((self._number(kid.Pg), int(kid.MCID)), ""))
        yield " ".join(filter(None, run))

    def _page(self, element: Any) -> int | None:
        """The page an element begins on."""
        if "/Pg" in element:
            return self._number(element.Pg)
        pages = (self._page(kid) for kid in _kids(element) if _is_element(kid))
        return next((page for page in pages if page is not None), None)

    def _number(self, page: Any) -> int:
        return self._page_of[page.objgen]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(kid: Any) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def _marked_words(pdf: bytes) -> Words:
    """What the pages show in each piece of marked content, as another library reads it."""
    found: Words = {}
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            for mark, words in _words_on(page).items():
                found[number, mark] = words
    finally:
        document.close()
    return found


def _words_on(page: pypdfium2.PdfPage) -> dict[int, str]:
    found: dict[int, list[int]] = defaultdict(list)
    text = page.get_textpage()
    mark = -1
    for place in range(text.count_chars()):
        # A space or a line's end that the library made up belongs to what stands before it.
        if raw.FPDFText_IsGenerated(text, place) != 1:
            drawn = raw.FPDFText_GetTextObject(text, place)
            mark = raw.FPDFPageObj_GetMarkedContentID(drawn) if drawn else -1
        if mark >= 0:
            found[mark].append(raw.FPDFText_GetUnicode(text, place))
    return {mark: _joined(codes) for mark, codes in found.items()}


def _joined(codes: list[int]) -> str:
    # A character beyond the first plane comes whole or in two halves, as the system has it.
    halves = "".join(map(chr, codes)).encode("utf-16-le", "surrogatepass")
    words = halves.decode("utf-16-le", "replace")
    for end in ("\r\n", "\n", ""):
        words = words.replace(_HYPHEN + end, "-")
    return " ".join(words.split())
