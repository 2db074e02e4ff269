"""The tree, the outline and the links of a drawn document, as the file carries them."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from coachdesk.language import gettext as _
from coachdesk.reports.marked import Element, Heading, Marks, Piece, Place


def write_structure(document: pikepdf.Pdf, marks: Marks) -> None:
    """Add the tree of `marks` to the file, with a link where a section goes on."""
    _link_what_goes_on(marks)
    _Tree(document, marks).write()


def write_outline(document: pikepdf.Pdf, marks: Marks, title: str) -> None:
    """A bookmark for the document and, below it, one for each heading."""
    if not marks.headings:
        return
    first = marks.headings[0].element.role == "H1"
    with document.open_outline() as outline:
        whole = OutlineItem(title, 0, "XYZ", left=0, top=_top_of(document))
        whole.is_closed = False
        outline.root.append(whole)
        above = whole
        seen: set[str] = set()
        for heading in marks.headings[1 if first else 0 :]:
            words = heading.title
            if words in seen:
                words = _("{section} (continued)").format(section=words)
            seen.add(words)
            box = heading.place.box
            item = OutlineItem(words, heading.place.page, "XYZ", left=0, top=round(box[3], 2))
            if heading.element.role == "H1":
                whole.children.append(item)
                above = item
            else:
                above.children.append(item)


def _top_of(document: pikepdf.Pdf) -> float:
    return float(document.pages[0].mediabox[3])


def _link_what_goes_on(marks: Marks) -> None:
    """Both titles of a section on two pages become links to each other."""
    by_title: dict[str, list[Heading]] = {}
    for heading in marks.headings:
        by_title.setdefault(heading.title, []).append(heading)
    for title, found in by_title.items():
        pages = {heading.place.page for heading in found}
        if len(found) != 2 or len(pages) != 2:
            continue
        for heading, other, key in ((found[0], found[1], "on"), (found[1], found[0], "back")):
            name = f"{key} {title}"
            marks.places[name] = other.place
            link = Element(role="Link", goes_to=name, box=heading.place.box)
            link.kids, heading.element.kids = heading.element.kids, [link]


class _Tree:
    """Writes the elements, the table of who owns which mark, and the links."""

    def __init__(self, document: pikepdf.Pdf, marks: Marks) -> None:
        self._document, self._marks = document, marks
        self._pages = [page.obj for page in document.pages]
        self._owners: list[list[Any]] = [[] for _page in self._pages]
        self._links: list[Any] = []

    def write(self) -> None:
        """The whole tree."""
        document = self._document
        root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        whole = self._element("Document", root)
        whole.K = Array([self._written(each, whole) for each in self._marks.elements])
        root.K = whole
        numbers: list[Any] = []
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers += [number, document.make_indirect(Array(owners))]
        for number, link in enumerate(self._links, len(self._pages)):
            numbers += [number, link]
        root.ParentTree = document.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self._pages) + len(self._links)
        document.Root.StructTreeRoot = root
        document.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, role: str, parent: Any) -> Any:
        return self._document.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent)
        )

    def _written(self, element: Element, parent: Any) -> Any:
        place = self._marks.places.get(element.goes_to) if element.role == "Link" else None
        role = "Span" if element.role == "Link" and place is None else element.role
        written = self._element(role, parent)
        if element.said:
            written.ActualText = String(element.said)
        if role == "Table":
            written.K = Array(self._rows(element.kids, written))
            return written
        kids: list[Any] = []
        for kid in element.kids:
            if isinstance(kid, Piece):
                kids.append(self._piece(kid, written))
            else:
                kids.append(self._written(kid, written))
        if place is not None:
            kids.append(self._link(element, place, written))
        written.K = Array(kids)
        return written

    def _piece(self, piece: Piece, owner: Any) -> Any:
        owners = self._owners[piece.page]
        # Begun in reading order and numbered as begun: the number is the place in the list.
        owners += [owner] * (piece.number + 1 - len(owners))
        owners[piece.number] = owner
        page = self._pages[piece.page]
        if "/Pg" not in owner:
            owner.Pg = page
        elif owner.Pg != page:
            return Dictionary(Type=Name.MCR, Pg=page, MCID=piece.number)
        return piece.number

    def _rows(self, kids: Iterable[Piece | Element], table: Any) -> list[Any]:
        rows: list[Any] = []
        cells = [kid for kid in kids if isinstance(kid, Element)]
        for _number, found in groupby(cells, key=_row_of):
            row = self._element("TR", table)
            row.K = Array([self._written(cell, row) for cell in found])
            rows.append(row)
        return rows

    def _link(self, element: Element, place: Place, owner: Any) -> Any:
        """The link on the page, and the tree's word of it."""
        page = self._pages[_page_of(element)]
        box = [round(edge, 2) for edge in element.box or place.box]
        link = self._document.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(box),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(_("To page {n}").format(n=place.page + 1)),
                Dest=Array([self._pages[place.page], Name.XYZ, 0, round(place.box[3], 2), 0]),
                StructParent=len(self._pages) + len(self._links),
            )
        )
        self._links.append(owner)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(link)
        return Dictionary(Type=Name.OBJR, Obj=link, Pg=page)


def _row_of(cell: Element) -> int:
    return cell.row


def _page_of(element: Element) -> int:
    """The page of the first thing the element draws."""
    for kid in element.kids:
        return kid.page if isinstance(kid, Piece) else _page_of(kid)
    return 0
