"""A summary's sections on their pages: measured, planned, and set with the room that is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from reportlab.platypus import Flowable, PageBreak

from coachdesk.reports.layout import (
    align_columns,
    entry_flowables,
    height_of,
    section_title,
    words_of,
)
from coachdesk.reports.marks import Gap, SectionTitle, Signatures, WritingLines
from coachdesk.reports.page_plan import LEAVING_ORDER, Measure, PagePlan, plan_pages
from coachdesk.reports.typography import AREA_HEIGHT

MOST_AIR = {SectionTitle: 9.0, Gap: 3.0, WritingLines: 9.0, Signatures: 14.0}
"""Points a flowable may grow by when page 1 is not full; writing lines each."""


class Flowables:
    """The flowables of a document's elements: measured once, and drawn by the first pass.

    A drawn flowable keeps what the drawing did to it, so every later pass is given fresh ones.
    """

    def __init__(self) -> None:
        self._measured: dict[tuple[Element, bool], list[Flowable]] = {}

    def height(self, element: Element, *, is_title: bool = False) -> float:
        """What an entry, or the title of a section, takes on the page, in points."""
        made = self._measured[element, is_title] = _made(element, is_title)
        return height_of(made)

    def take(self, element: Element, *, is_title: bool = False) -> list[Flowable]:
        """The flowables to draw now."""
        return self._measured.pop((element, is_title), None) or _made(element, is_title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The document's sections and where their entries go."""

    sections: tuple[Element, ...]
    plan: PagePlan
    measures: tuple[Measure, ...]
    flowables: Flowables

    @property
    def overleaf(self) -> tuple[str, ...]:
        """The titles of what went to page 2, in the order of `plan.moved`."""
        titles = {section.get("key", ""): section.get("title", "") for section in self.sections}
        return tuple(titles[key] for key in self.plan.moved)

    def story(self) -> list[Flowable]:
        """The flowables for one pass; sections that moved repeat their title on page 2."""
        pages: tuple[list[Flowable], list[Flowable]] = ([], [])
        taken = [0.0, 0.0]
        for section, measure in zip(self.sections, self.measures, strict=True):
            staying = self.plan.on_first_page[section.get("key", "")]
            entries = list(section)
            for on, part in zip(pages, (entries[:staying], entries[staying:]), strict=True):
                on += self._section(section, part)
            first = measure.height_of(staying)
            whole = measure.height_of(len(entries))
            taken[0] += first
            taken[1] += whole - first + (measure.title_height if 0 < staying < len(entries) else 0)
        for page, height in zip(pages, taken, strict=True):
            share_air(page, AREA_HEIGHT - height)
        return [*pages[0], PageBreak(), *pages[1]] if pages[1] else pages[0]

    def _section(self, section: Element, entries: Sequence[Element]) -> list[Flowable]:
        if not entries:
            return []
        made = self.flowables.take(section, is_title=True)
        for place, entry in enumerate(entries):
            made += [Gap()] if place else []
            made += self.flowables.take(entry)
        return made


def compose(
    document: Element,
    *,
    at_most: Mapping[str, int],
    leaving: Sequence[tuple[str, int]] = LEAVING_ORDER,
) -> Composition:
    """The document as composed; `at_most` caps the entries of a section on page 1.

    `leaving` says which sections leave a full page first, and how many entries stay.
    """
    align_columns(document)
    sections = tuple(section for section in document if len(section))
    flowables = Flowables()
    measures = tuple(_measure(section, flowables) for section in sections)
    return Composition(
        sections=sections,
        measures=measures,
        flowables=flowables,
        plan=plan_pages(measures, page_height=AREA_HEIGHT, at_most=at_most, leaving=leaving),
    )


def share_air(flowables: Sequence[Flowable], spare: float) -> None:
    """Spread `spare` points over what may grow, each in proportion to the most it may take."""
    growing = [f for f in flowables if type(f) in MOST_AIR]
    wanted = sum(MOST_AIR[type(f)] * getattr(f, "count", 1) for f in growing)
    # One point stays back: sums of rounded heights must not push the last line over the edge.
    share = min(1.0, max(0.0, spare - 1) / wanted) if wanted else 0.0
    for flowable in growing:
        flowable.air = MOST_AIR[type(flowable)] * share


def _measure(section: Element, flowables: Flowables) -> Measure:
    return Measure(
        key=section.get("key", ""),
        title_height=flowables.height(section, is_title=True),
        title_words=len(f"{section.get('title', '')} {section.get('note', '')}".split()),
        heights=tuple(flowables.height(entry) for entry in section),
        words=tuple(words_of(entry) for entry in section),
    )


def _made(element: Element, is_title: bool) -> list[Flowable]:
    return section_title(element) if is_title else entry_flowables(element)
