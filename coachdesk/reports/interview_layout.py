"""How an interview's pages are set: a question and what belongs to it never part."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from reportlab.platypus import Flowable, PageBreak, Spacer

from coachdesk.reports import typography as type_
from coachdesk.reports.composition import share_air
from coachdesk.reports.layout import (
    entry_flowables,
    height_of,
    paragraph,
    section_title,
    soft_text,
    strong_text,
)
from coachdesk.reports.marks import Gap, LetterBox, RatingBar
from coachdesk.reports.rows import Row
from coachdesk.reports.typography import AREA_HEIGHT, AREA_WIDTH

BAR_WIDTH = 90.0
ABOVE = 5.0
BOX, BOX_GAP = 14.5, 4.0


def flowing(document: Element) -> Callable[[], list[Flowable]]:
    """The document's sections on as many pages as they take; fresh flowables for each pass."""
    sections = [section for section in document if len(section)]

    def story() -> list[Flowable]:
        pages = _pages(sections)
        found: list[Flowable] = []
        for page in pages:
            share_air(page, AREA_HEIGHT - height_of(page))
            found += [PageBreak(), *page] if found else page
        return found

    return story


def _pages(sections: Sequence[Element]) -> list[list[Flowable]]:
    pages: list[list[Flowable]] = [[]]
    for section in sections:
        flowables = _section(section)
        before = [Spacer(1, ABOVE)] if pages[-1] else []
        is_full = height_of([*pages[-1], *before, *flowables]) > AREA_HEIGHT
        if pages[-1] and (is_full or section.get("page") == "new"):
            pages.append(flowables)
        else:
            pages[-1] += [*before, *flowables]
    return pages


def _section(section: Element) -> list[Flowable]:
    found = section_title(section)
    for place, entry in enumerate(section):
        found += [Gap()] if place else []
        found += _OWN.get(entry.tag, entry_flowables)(entry)
    return found


def _scale(entry: Element) -> list[Flowable]:
    """The five anchors side by side, each with the box to ring."""
    width = AREA_WIDTH / max(1, len(entry))
    cells = [
        Row(
            [LetterBox(str(value), size=11.4), paragraph(anchor, type_.SMALL)],
            [BOX + BOX_GAP, width - BOX - 2 * BOX_GAP],
        )
        for value, anchor in enumerate(entry, 1)
    ]
    scale = Row(cells, [width] * len(cells), above=4, below=2)
    scale.role = "L"
    return [scale]


def _heard(entry: Element) -> list[Flowable]:
    """Who wrote it and the rating in one line, the words below."""
    value = int(entry.get("value", "0"))
    rated = RatingBar(value) if value else soft_text(entry.get("blank", ""), type_.BODY_RIGHT)
    name = strong_text(entry.get("name", ""), type_.BODY)
    head = Row([name, rated], [AREA_WIDTH - BAR_WIDTH, BAR_WIDTH])
    return [Spacer(1, 3), head, paragraph(entry, type_.BODY)]


_OWN: dict[str, Callable[[Element], list[Flowable]]] = {"scale": _scale, "heard": _heard}
