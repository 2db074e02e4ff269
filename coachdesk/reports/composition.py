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


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """The document's sections and where their entries go."""

    sections: tuple[Element, ...]
    plan: PagePlan

    def story(self) -> list[Flowable]:
        """Fresh flowables for one pass; sections that moved repeat their title on page 2."""
        first: list[Flowable] = []
        second: list[Flowable] = []
        for section in self.sections:
            staying = self.plan.on_first_page[section.get("key", "")]
            first += _section(section, list(section)[:staying])
            second += _section(section, list(section)[staying:])
        share_air(first, AREA_HEIGHT - height_of(first))
        if not second:
            return first
        share_air(second, AREA_HEIGHT - height_of(second))
        return [*first, PageBreak(), *second]


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
    measures = [_measure(section) for section in sections]
    return Composition(
        sections=sections,
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


def _measure(section: Element) -> Measure:
    title = section_title(section)
    return Measure(
        key=section.get("key", ""),
        title_height=height_of(title),
        title_words=len(f"{section.get('title', '')} {section.get('note', '')}".split()),
        heights=tuple(height_of(entry_flowables(entry)) for entry in section),
        words=tuple(words_of(entry) for entry in section),
    )


def _section(section: Element, entries: Sequence[Element]) -> list[Flowable]:
    if not entries:
        return []
    flowables = section_title(section)
    for place, entry in enumerate(entries):
        flowables += [Gap()] if place else []
        flowables += entry_flowables(entry)
    return flowables
