"""The observation form's markup as flowables: page 1 fills the text area, page 2 the anchors."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from reportlab.platypus import Flowable, PageBreak, Spacer

from coachdesk.reports import typography as type_
from coachdesk.reports.fonts import REGULAR
from coachdesk.reports.form_marks import INDENT, CodeLine, FormRow, HeadField
from coachdesk.reports.house_style import rule_colour, title_colour
from coachdesk.reports.layout import (
    chain,
    height_of,
    in_colour,
    paragraph,
    soft_text,
    strong_text,
    title_of,
)
from coachdesk.reports.marks import LetterBox, WritingLines
from coachdesk.reports.mixed_text import width_of
from coachdesk.reports.rows import Row, Rule
from coachdesk.reports.typography import AREA_HEIGHT, AREA_WIDTH


@dataclass(frozen=True, slots=True)
class _Air:
    """The room around the anchors, in points: above and below a title, behind a block, a line."""

    above: float
    below: float
    behind: float
    line: float


_AIRY, _CLOSE = _Air(7, 3, 6, 1), _Air(4, 1.5, 2, 0)


def form_story(parts: Iterable[Element]) -> list[Flowable]:
    """Fresh flowables of the form's two pages; long anchors stand closer, to stay on their page."""
    every = list(parts)
    airy = _story(every, _AIRY)
    breaks = [place for place, part in enumerate(airy) if isinstance(part, PageBreak)]
    second = airy[breaks[0] + 1 :] if breaks else []
    return airy if height_of(second) <= AREA_HEIGHT else _story(every, _CLOSE)


def _story(parts: Iterable[Element], air: _Air) -> list[Flowable]:
    return [
        flowable
        for part in parts
        for flowable in (_anchors(part, air) if part.tag == "anchors" else _PARTS[part.tag](part))
    ]


def _head(part: Element) -> list[Flowable]:
    right = 206.0
    title = strong_text(part.get("name", ""), type_.NAME)
    title.role, title.bookmark, title.place = "H1", part.get("name", ""), "form"
    name = [soft_text(part.get("eyebrow", ""), type_.EYEBROW), title]
    labels = [width_of(field.get("label", ""), REGULAR, 9) for field in part]
    beside = max([*labels, 26.0]) + 8
    known = [
        HeadField(field.get("label", ""), field.text or "", right, label_width=beside)
        for field in part
    ]
    widths, under = [AREA_WIDTH - right, right], Rule(1.8, type_.INK)
    head = Row([name, known], widths, at_bottom=[0, 1], below=5, under=under)
    head.role = "Div"
    return [head, Spacer(1, 6)]


def _key(part: Element) -> list[Flowable]:
    (key,) = chain(part)
    for link, (cell,) in zip(part, key.cells, strict=True):
        cell.goes_to = f"anchors {link.get('letter', '')}"
    return [key, Spacer(1, 5)]


def _scale(part: Element) -> list[Flowable]:
    values, note = part
    cells = [paragraph(values, type_.SCALE), paragraph(note, type_.SMALL_RIGHT)]
    over = Rule(0.5, type_.HAIR_RULE)
    scale = Row(cells, [AREA_WIDTH * 0.56, AREA_WIDTH * 0.44], above=2, over=over)
    return [scale, Spacer(1, 3)]


def _row(part: Element) -> list[Flowable]:
    causes = part.get("causes", "").split()
    return [FormRow(part.get("number", ""), part.get("letters", ""), causes, dict(part.attrib))]


def _side_by_side(part: Element) -> list[Flowable]:
    half = (AREA_WIDTH - 20) / 2
    columns = [[paragraph(p, type_.BODY), WritingLines(2, leading=19, width=half)] for p in part]
    over = Rule(0.8, type_.INK)
    pair = Row([columns[0], [], columns[1]], [half, 20, half], above=5, over=over)
    pair.role = "Div"
    return [pair, Spacer(1, 9)]


def _code_line(part: Element) -> list[Flowable]:
    title, where, example, causes = part
    notes = [
        paragraph(title, type_.BODY),
        paragraph(where, type_.BODY_RIGHT),
        paragraph(example, type_.SMALL),
        paragraph(causes, type_.SMALL),
    ]
    return [CodeLine(part.get("code", ""), part.get("check", ""), notes), Spacer(1, 5)]


def _hint(part: Element) -> list[Flowable]:
    return [paragraph(part, type_.SMALL)]


def _next_page(part: Element) -> list[Flowable]:
    return [PageBreak()]


def _anchors_head(part: Element) -> list[Flowable]:
    title = strong_text(part.text or "", in_colour(type_.NAME, title_colour(part)))
    title.role, title.bookmark, title.place = "H1", part.text or "", "anchors"
    title.goes_to = "form"
    return [title, Spacer(1, 2)]


def _anchors(part: Element, air: _Air) -> list[Flowable]:
    bold = in_colour(type_.BODY, title_colour(part))
    title = Row(
        [LetterBox(part.get("letter", "")), strong_text(part.get("title", ""), bold)],
        [INDENT, AREA_WIDTH - INDENT],
        above=air.above,
        below=air.below,
        over=Rule(0.7, rule_colour(part)),
    )
    title.role, title.bookmark = "H2", part.get("title", "")
    title.place, title.goes_to = f"anchors {part.get('letter', '')}", "form"
    lines = [
        Row(
            [
                strong_text(anchor.get("value", ""), type_.ANCHOR),
                soft_text(anchor.get("name", ""), type_.ANCHOR),
                paragraph(anchor, type_.ANCHOR),
            ],
            [14, 48, AREA_WIDTH - INDENT - 62],
            below=air.line,
        )
        for anchor in part
    ]
    listed = Row([[], lines], [INDENT, AREA_WIDTH - INDENT])
    listed.role = "L"
    return [title, listed, Spacer(1, air.behind)]


def _causes(part: Element) -> list[Flowable]:
    titles = [width_of(cause.get("title", ""), REGULAR, type_.ANCHOR.fontSize) for cause in part]
    beside = min(max([*titles, 84.0]) + 12, 150.0)
    lines = [
        Row(
            [
                strong_text(cause.get("letter", ""), type_.ANCHOR),
                soft_text(cause.get("title", ""), type_.ANCHOR),
                paragraph(cause, type_.ANCHOR),
            ],
            [INDENT, beside, AREA_WIDTH - INDENT - beside],
        )
        for cause in part
    ]
    return [title_of(part), Spacer(1, 3), *lines]


_PARTS: dict[str, Callable[[Element], list[Flowable]]] = {
    "form-head": _head,
    "key": _key,
    "scale": _scale,
    "form-row": _row,
    "side-by-side": _side_by_side,
    "code-line": _code_line,
    "hint": _hint,
    "next-page": _next_page,
    "anchors-head": _anchors_head,
    "causes": _causes,
}
