"""Document markup as ReportLab flowables: what each element of a template looks like on paper."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Spacer

from coachdesk.reports import typography as type_
from coachdesk.reports.fonts import REGULAR, SEMIBOLD
from coachdesk.reports.house_style import rule_colour, title_colour
from coachdesk.reports.marks import (
    LetterBox,
    RatingBar,
    SectionTitle,
    Signatures,
    TickBox,
    WritingLines,
)
from coachdesk.reports.mixed_text import Look, Set, width_of
from coachdesk.reports.paragraphs import set_paragraph
from coachdesk.reports.rows import Row, Rule
from coachdesk.reports.scripts import printable
from coachdesk.reports.typography import AREA_WIDTH, LABEL_WIDTH
from coachdesk.views.print_limits import LINE_LENGTH

COLUMN_GAP = 9.0
BAR_WIDTH = 78.0
LINK_BOX, LINK_GAP = 14.5, 3.5
# Only the template's own line breaks and indents fold; a no-break space is meant.
_FOLDED = re.compile("[ \t\n]+")


def align_columns(document: Element) -> None:
    """Give the days and states of a section's rows one width each, the widest of that section."""
    for section in document:
        for name, font in (("due", SEMIBOLD), ("state", REGULAR), ("ageing", REGULAR)):
            rows = [entry for entry in section if name in entry.attrib]
            widths = [width_of(entry.get(name, ""), font, type_.BODY.fontSize) for entry in rows]
            for entry in rows:
                entry.set(f"{name}-width", str(min(max(widths), AREA_WIDTH / 5) + COLUMN_GAP))


def entry_flowables(entry: Element) -> list[Flowable]:
    """The flowables of one entry of a section; an unknown element is an error in a template."""
    return _ENTRIES[entry.tag](entry)


def section_title(section: Element) -> list[Flowable]:
    """The section's title line; nothing for a section without one, such as the head."""
    return [title_of(section)] if section.get("title", "") else []


def title_of(section: Element, *, width: float = AREA_WIDTH) -> SectionTitle:
    """The title, over its rule, in the colours of the style."""
    title = SectionTitle(section.get("title", ""), section.get("note", ""), width=width)
    title.ink, title.rule = title_colour(section), rule_colour(section)
    return title


def height_of(flowables: Sequence[Flowable], width: float = AREA_WIDTH) -> float:
    """What the flowables take on a page of endless height, in points."""
    return float(sum(flowable.wrap(width, 1e6)[1] for flowable in flowables))


def length_in_line(text: str) -> float:
    """How long a text is when it is set, in characters of the widest text (95 to a line)."""
    width = width_of(printable(text), REGULAR, type_.BODY.fontSize)
    return float(width / (AREA_WIDTH / LINE_LENGTH))


def words_of(element: Element) -> int:
    """Words a reader meets in the element: its text and what its attributes print."""
    printed = [
        text
        for each in element.iter()
        for name, text in each.items()
        if name in ("label", "due", "state", "ageing", "day", "value", "name", "eyebrow", "title")
    ]
    return len(" ".join([*element.itertext(), *printed]).split())


def paragraph(element: Element, style: ParagraphStyle, bullet: str = "") -> Flowable:
    """The element's text, with <b> and <soft>, as a paragraph; all else in it is literal."""
    return _set(_pieces(element, Look(style.fontName)), style, bullet)


def _set(pieces: Sequence[Set], style: ParagraphStyle, bullet: str = "") -> Flowable:
    return set_paragraph(_folded(pieces), style, bullet)


def _pieces(element: Element, look: Look) -> list[Set]:
    """The element's content in pieces of one look each."""
    looks = {"b": replace(look, font=SEMIBOLD), "soft": replace(look, color=type_.SOFT)}
    found: list[Set] = [(element.text or "", look)]
    for child in element:
        found += [*_pieces(child, looks[child.tag]), (child.tail or "", look)]
    return found


def _folded(pieces: Sequence[Set]) -> list[Set]:
    """The pieces as a reader takes them: the template's line breaks and indents are one space."""
    found: list[Set] = []
    before = " "
    for text, look in pieces:
        folded = _FOLDED.sub(" ", text)
        folded = folded.lstrip(" ") if before.endswith(" ") else folded
        found.append((folded, look))
        before = folded or before
    while found and not (ended := found[-1][0].rstrip(" ")):
        found.pop()
    return [*found[:-1], (ended, found[-1][1])] if found else []


def _plain(style: ParagraphStyle) -> Callable[[Element], list[Flowable]]:
    return lambda entry: [paragraph(entry, style)]


def strong_text(text: str, style: ParagraphStyle) -> Flowable:
    """Plain text in the strong weight."""
    return _set([(text, Look(SEMIBOLD))], style)


def _head(entry: Element) -> list[Flowable]:
    title = strong_text(entry.get("name", ""), in_colour(type_.NAME, title_colour(entry)))
    title.role, title.bookmark = "H1", entry.get("name", "")
    name = [soft_text(entry.get("eyebrow", ""), type_.EYEBROW), title]
    days = [paragraph(line, type_.BODY_RIGHT) for line in entry]
    under = Rule(1.8, rule_colour(entry))
    half = AREA_WIDTH * 0.5
    head = Row([name, days], [half, half], at_bottom=[1], below=4.5, under=under)
    head.role = "Div"
    return [head]


def in_colour(style: ParagraphStyle, colour: Color) -> ParagraphStyle:
    """The style, with its text in that colour."""
    if colour == style.textColor:
        return style
    return ParagraphStyle(f"{style.name} {colour.hexval()}", parent=style, textColor=colour)


def soft_text(text: str, style: ParagraphStyle) -> Flowable:
    """Plain text in the soft grey."""
    return _set([(text, Look(style.fontName, type_.SOFT))], style)


def _talked(entry: Element) -> list[Flowable]:
    summary = [paragraph(line, type_.BODY) for line in entry.iter("p")]
    focus = entry.find("focus")
    if focus is None:
        return list(summary)
    box = LetterBox(focus.get("letter", ""), size=11.4, filled=True)
    words = paragraph(focus, type_.BODY)
    return [*summary, Spacer(1, 1.5), Row([[Spacer(1, 1), box], words], [18, AREA_WIDTH - 18])]


def _promise(entry: Element) -> list[Flowable]:
    box = TickBox(ticked=entry.get("closed") == "True")
    if box.said == entry.get("state"):
        box.role = "Artifact"  # the words at the end of the line say it
    return [_dated_row(entry, "state", [box], [14])]


def _hand_off(entry: Element) -> list[Flowable]:
    return [_dated_row(entry, "ageing", [], [])]


def _dated_row(
    entry: Element, state: str, before: Sequence[Flowable], widths: Sequence[float]
) -> Row:
    due_width, state_width = (float(entry.get(f"{name}-width", "")) for name in ("due", state))
    room = AREA_WIDTH - sum(widths) - due_width - state_width
    cells = [
        *before,
        paragraph(entry, type_.BODY),
        strong_text(entry.get("due", ""), type_.BODY_RIGHT),
        soft_text(entry.get(state, ""), type_.BODY_RIGHT),
    ]
    return Row(cells, [*widths, room, due_width, state_width])


def _evidence(entry: Element) -> list[Flowable]:
    """Day, what and its bar in one line; below it what happened, as wide as the page lets it."""
    (line,), (words,) = entry.findall("line"), entry.findall("words")
    own = [paragraph(each, type_.SMALL_RIGHT) for each in entry.findall("own")]
    beside = AREA_WIDTH - LABEL_WIDTH
    widths = [beside - BAR_WIDTH, BAR_WIDTH]
    day = strong_text(entry.get("day", ""), type_.BODY)
    what, said = paragraph(line, type_.BODY), paragraph(words, type_.BODY)
    first = Row([what, RatingBar(int(entry.get("value", "")))], widths)
    last = Row([said, own], widths) if own else said
    return [Row([day, [first, last]], [LABEL_WIDTH, beside])]


def chain(entry: Element) -> list[Flowable]:
    """The links side by side: letter box, title, and what is said of each below."""
    widths = _link_widths(entry)
    cells = []
    for place, (link, width) in enumerate(zip(entry, widths, strict=True)):
        room = width - LINK_BOX - LINK_GAP - (LINK_GAP if place else 0)
        box = LetterBox(link.get("letter", ""), size=11.4, filled=link.get("focus") == "True")
        figures = [paragraph(line, _FIGURES[line.tag]) for line in link]
        words = [strong_text(link.get("title", ""), type_.LINK_TITLE), *figures]
        cells.append(Row([box, words], [LINK_BOX, room]))
    links = Row(cells, widths, gap=LINK_GAP, above=2.5, between=Rule(0.5, type_.HAIR_RULE))
    links.role = "L"
    return [links]


def _link_widths(entry: Element) -> list[float]:
    """Wide enough for title and figures in one line each, or the figures in two; else all alike."""
    titles, figures = [], []
    for link in entry:
        titles.append(width_of(link.get("title", ""), SEMIBOLD, type_.LINK_TITLE.fontSize))
        said = ["".join(line.itertext()).strip() for line in link]
        set_at = [width_of(words, REGULAR, type_.SMALL.fontSize) for words in said]
        figures.append(max(set_at, default=0.0))
    for part in (1.0, 0.6):  # two lines need a little more than half each
        wanted = [
            max(title, figure * part) + LINK_BOX + LINK_GAP * (2 if place else 1) + 0.5
            for place, (title, figure) in enumerate(zip(titles, figures, strict=True))
        ]
        spare = AREA_WIDTH - sum(wanted)
        if wanted and spare >= 0:
            return [width + spare / len(wanted) for width in wanted]
    return [AREA_WIDTH / max(1, len(entry))] * len(entry)


def _request(entry: Element) -> list[Flowable]:
    first, second = entry
    return [
        paragraph(first, type_.LABELLED, bullet=entry.get("label", "")),
        paragraph(second, type_.LABELLED),
    ]


def _labelled(entry: Element) -> list[Flowable]:
    return [paragraph(entry, type_.LABELLED, bullet=entry.get("label", ""))]


def _lines(entry: Element) -> list[Flowable]:
    return [WritingLines(int(entry.get("count", "")))]


def _signatures(entry: Element) -> list[Flowable]:
    return [Signatures([caption.text or "" for caption in entry])]


_FIGURES = {"figure": type_.SMALL, "count": type_.COUNT}

_ENTRIES: dict[str, Callable[[Element], list[Flowable]]] = {
    "head": _head,
    "talked": _talked,
    "p": _plain(type_.BODY),
    "small": _plain(type_.SMALL),
    "promise": _promise,
    "hand-off": _hand_off,
    "said": _hand_off,
    "evidence": _evidence,
    "chain": chain,
    "request": _request,
    "labelled": _labelled,
    "lines": _lines,
    "signatures": _signatures,
}
