"""The year of one rep on paper: one page whatever is on it; what room is left is to write on."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from xml.etree.ElementTree import Element

from reportlab.platypus import Flowable, Spacer, Table

from coachdesk.language import gettext as _
from coachdesk.reports import typography as type_
from coachdesk.reports.composition import share_air
from coachdesk.reports.fonts import REGULAR, register_fonts
from coachdesk.reports.layout import (
    entry_flowables,
    height_of,
    length_in_line,
    paragraph,
    section_title,
    soft_text,
    title_of,
)
from coachdesk.reports.marks import Gap, LetterBox, WritingLines, fitted
from coachdesk.reports.markup import Template, drawn_with_own
from coachdesk.reports.render import Rendered
from coachdesk.reports.rows import Row
from coachdesk.reports.sheet import drawn, sheet_margins
from coachdesk.reports.typography import AREA_HEIGHT, AREA_WIDTH, LINE
from coachdesk.views.briefs import Paper
from coachdesk.views.year_page import YearPage, limited

COLUMN, NARROW_COLUMN, NAMES = 64.0, 40.0, 68.0
"""A column of figures over the whole page and over half of it, and what names take at least."""
BOX, BESIDE = 15.0, 3.0
BETWEEN = 14.0
FLUSH = [
    # A table sets the font of each cell, and its own default is one that is not embedded.
    ("FONTNAME", (0, 0), (-1, -1), REGULAR),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
FEWEST_LINES, MOST_LINES = 3, 8
LINE_BY_HAND = LINE + 7


def render_year_page(page: YearPage, paper: Paper, own: Path | None = None) -> Rendered:
    """The page as bytes."""
    register_fonts()
    return drawn_with_own("year_page.xml", own, partial(_render, page, paper))


def _render(page: YearPage, paper: Paper, template: Template) -> Rendered:
    short = limited(page, length=length_in_line)
    document = template.fill(page=short)
    title = _("The year on one page")
    margins = sheet_margins(short, title, short.rep, short.last_day, logo=template.style.logo)
    return drawn(short, _story(document), margins, paper)


def _story(document: Element) -> Callable[[], list[Flowable]]:
    def story() -> list[Flowable]:
        """Fresh flowables for one pass; the last section is lines to write on."""
        found = [flowable for section in document for flowable in _section(section)]
        room = AREA_HEIGHT - height_of(found)
        lines = int(max(FEWEST_LINES, min(MOST_LINES, room // LINE_BY_HAND)))
        found.append(WritingLines(lines))
        share_air(found, AREA_HEIGHT - height_of(found))
        return found

    return story


def _section(section: Element) -> list[Flowable]:
    found = section_title(section)
    for place, entry in enumerate(section):
        found += [Gap()] if place else []
        found += _OWN.get(entry.tag, entry_flowables)(entry)
    return found


def _counts(entry: Element) -> list[Flowable]:
    return [_table(entry, AREA_WIDTH, COLUMN)]


def _pair(entry: Element) -> list[Flowable]:
    """Two small tables side by side, each under its own title."""
    width = (AREA_WIDTH - BETWEEN) / 2
    blocks = [
        [
            title_of(block, width=width),
            _table(block, width, NARROW_COLUMN),
        ]
        for block in entry
    ]
    pair = Row([blocks[0], [], blocks[1]], [width, BETWEEN, width])
    pair.role = "Div"
    return [Gap(), pair]


def _table(entry: Element, width: float, column: float) -> Table:
    """Rows of counts under the names of their columns; figures end on one edge."""
    figures = max(len(line) for line in entry)
    column = min(column, (width - NAMES) / figures)
    names = width - figures * column
    rows = [_cells(line, names) for line in entry]
    table = Table(rows, colWidths=[names, *[column] * figures], style=FLUSH, hAlign="LEFT")
    table.setStyle([("VALIGN", (0, 0), (-1, 0), "BOTTOM")])
    table.role = "Table"
    return table


def _cells(line: Element, names: float) -> list[object]:
    if line.tag == "columns":
        return ["", *(soft_text(cell.text or "", type_.COLUMN_TITLE) for cell in line)]
    return [_name(line, names), *(paragraph(cell, type_.BODY_RIGHT) for cell in line)]


def _name(line: Element, width: float) -> object:
    """What the row counts, in one line; a behaviour after its letter."""
    letter = line.get("letter", "")
    room = width - BESIDE - (BOX if letter else 0)
    name = Element("p")
    name.text = fitted(line.get("name", ""), REGULAR, type_.BODY.fontSize, room)
    words = paragraph(name, type_.BODY)
    if not letter:
        return words
    box = [Spacer(1, 1.4), LetterBox(letter, size=10.4)]
    return [Row([box, words], [BOX, width - BOX])]


_OWN: dict[str, Callable[[Element], Sequence[Flowable]]] = {"counts": _counts, "pair": _pair}
