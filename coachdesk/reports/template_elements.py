"""What a template may write: each element, where it stands, what it needs, in one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from coachdesk.language import gettext as _

INLINE = ("b", "soft")
MOST_LINES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """One element: attributes it needs and may have, what stands in it, how many of each."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    least: int = 0
    text: bool = False


ENTRIES = (
    "head", "talked", "p", "small", "promise", "hand-off", "said", "evidence", "chain",
    "request", "labelled", "lines", "signatures",
)  # fmt: skip
_TEXT = Allowed(within=INLINE, text=True)
_DATED = Allowed(needs=("due", "ageing"), within=INLINE, text=True)

COMMON: Mapping[str, Allowed] = {
    "document": Allowed(within=("section",), least=1),
    "section": Allowed(needs=("key",), may=("title", "note"), within=ENTRIES),
    "head": Allowed(needs=("name",), may=("eyebrow",), within=("line",)),
    "talked": Allowed(within=("p", "focus")),
    "focus": Allowed(may=("letter",), within=INLINE, text=True),
    "p": _TEXT,
    "small": _TEXT,
    "line": _TEXT,
    "words": _TEXT,
    "own": _TEXT,
    "b": _TEXT,
    "soft": _TEXT,
    "figure": _TEXT,
    "count": _TEXT,
    "caption": Allowed(text=True),
    "promise": Allowed(needs=("due", "state"), may=("closed",), within=INLINE, text=True),
    "hand-off": _DATED,
    "said": _DATED,
    "evidence": Allowed(needs=("day", "value"), within=("own",), exactly=("line", "words")),
    "chain": Allowed(within=("link",), least=1),
    "link": Allowed(needs=("letter", "title"), may=("focus",), within=("figure", "count")),
    "request": Allowed(may=("label",), exactly=("line", "line")),
    "labelled": Allowed(may=("label",), within=INLINE, text=True),
    "lines": Allowed(needs=("count",)),
    "signatures": Allowed(within=("caption",), least=1),
}
YEAR: Mapping[str, Allowed] = {
    **COMMON,
    "section": Allowed(needs=("key",), may=("title", "note"), within=(*ENTRIES, "counts", "pair")),
    "counts": Allowed(within=("columns", "row"), least=1),
    "pair": Allowed(exactly=("block", "block")),
    "block": Allowed(may=("title", "note"), within=("columns", "row"), least=1),
    "columns": Allowed(within=("cell",), least=1),
    "row": Allowed(needs=("name",), may=("letter",), within=("cell",), least=1),
    "cell": _TEXT,
}
ANCHORS: Mapping[str, Allowed] = {
    "document": Allowed(within=("anchors-head", "anchors", "causes"), least=1),
    "anchors-head": Allowed(text=True),
    "anchors": Allowed(needs=("title",), may=("letter",), within=("anchor",), least=1),
    "anchor": Allowed(may=("value", "name"), within=INLINE, text=True),
    "causes": Allowed(may=("title",), within=("cause",), least=1),
    "cause": Allowed(may=("letter", "title"), within=INLINE, text=True),
    "b": _TEXT,
    "soft": _TEXT,
}
BY_TEMPLATE = {"year_page.xml": YEAR, "form_anchors.xml": ANCHORS}
NUMBERS = {("lines", "count"): (1, MOST_LINES), ("evidence", "value"): (0, 5)}


@dataclass(frozen=True, slots=True)
class Wrong:
    """The element that is wrong, and how."""

    element: Element
    words: str


def elements_of(template: str) -> Mapping[str, Allowed]:
    """What this document's template may write."""
    return BY_TEMPLATE.get(template, COMMON)


def what_is_wrong(document: Element, template: str) -> Wrong | None:
    """The first thing in the markup that no page can be made of; None if it is all right."""
    known = elements_of(template)
    if document.tag != "document":
        return Wrong(document, _("a template’s outermost element is <document>."))
    keys: set[str] = set()
    for element in document.iter():
        allowed = known[element.tag]
        wrong = _wrong_attributes(element, allowed) or _wrong_inside(element, allowed, known)
        if wrong:
            return wrong
        if element.tag == "section":
            if (key := element.get("key", "")) in keys:
                return Wrong(element, _("a second section has the key “{key}”.").format(key=key))
            keys.add(key)
    return None


def _wrong_attributes(element: Element, allowed: Allowed) -> Wrong | None:
    tag = element.tag
    for name in allowed.needs:
        if name not in element.attrib:
            return Wrong(
                element, _('<{element}> needs {attribute}="…".').format(element=tag, attribute=name)
            )
    for name in element.attrib:
        if name not in (*allowed.needs, *allowed.may):
            words = _("<{element}> has no attribute “{attribute}”.")
            return Wrong(element, words.format(element=tag, attribute=name))
        if (tag, name) in NUMBERS and not _is_number(element, name):
            low, high = NUMBERS[tag, name]
            words = _("“{attribute}” of <{element}> is a number from {low} to {high}.")
            return Wrong(element, words.format(attribute=name, element=tag, low=low, high=high))
    return None


def _wrong_inside(element: Element, allowed: Allowed, known: Mapping[str, Allowed]) -> Wrong | None:
    for child in element:
        if child.tag not in known:
            words = _("<{element}> is not known in this document.")
            return Wrong(child, words.format(element=child.tag))
        if child.tag not in (*allowed.within, *allowed.exactly):
            words = _("<{child}> cannot stand in <{element}>.")
            return Wrong(child, words.format(child=child.tag, element=element.tag))
    loose = "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
    if loose and not allowed.text:
        words = _("the words “{words}” stand loose in <{element}>: put them into <p>…</p>.")
        return Wrong(element, words.format(words=loose[:30], element=element.tag))
    inside = [child.tag for child in element]
    for tag in dict.fromkeys(allowed.exactly):
        n = allowed.exactly.count(tag)
        if inside.count(tag) != n:
            words = _("<{element}> must hold <{child}> {n} times.")
            return Wrong(element, words.format(element=element.tag, child=tag, n=n))
    if len(inside) < allowed.least:
        return Wrong(element, _("<{element}> is empty.").format(element=element.tag))
    return None


def _is_number(element: Element, name: str) -> bool:
    low, high = NUMBERS[element.tag, name]
    text = element.get(name, "")
    return text.isascii() and text.isdigit() and low <= int(text[:4]) <= high
