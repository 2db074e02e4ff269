"""Which sections of the summary stay on page 1: the page-2 rule, as arithmetic.

Sections 1, 2, 4, 5, 6 and 14–16 always stay. If page 1 is too high or too long, the others leave in
a fixed order. Source: printed summary (a), "Page 2 by rule".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WORDS_ON_THE_FIRST_PAGE = 600

LEAVING_ORDER: tuple[tuple[str, int], ...] = (
    ("concerns", 0),
    ("gains", 0),
    ("shares", 0),
    ("qualities", 0),
    ("misses", 0),
    ("rep_promises", 2),
    ("hand_offs", 2),
    ("my_promises", 2),
    ("hand_offs", 0),
    ("requests", 0),
    ("rep_promises", 0),
    ("my_promises", 0),
)
"""Who leaves next, and how many of its entries stay on page 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A section as measured: heights in points and words, of its title and of each entry."""

    key: str
    title_height: float
    title_words: int
    heights: tuple[float, ...]
    words: tuple[int, ...]

    def height_of(self, entries: int) -> float:
        """Height of the first `entries` entries under their title; 0 when none of them is there."""
        return self.title_height + sum(self.heights[:entries]) if entries else 0.0

    def words_of(self, entries: int) -> int:
        """Words of the first `entries` entries and their title; 0 when none of them is there."""
        return self.title_words + sum(self.words[:entries]) if entries else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """How many entries of each section are on page 1; `moved` have entries on page 2.

    `height` is what page 1 takes, in points; it exceeds the page only if the always-staying do.
    """

    on_first_page: Mapping[str, int]
    moved: tuple[str, ...]
    height: float


def plan_pages(
    sections: Sequence[Measure],
    *,
    page_height: float,
    at_most: Mapping[str, int],
    leaving: Sequence[tuple[str, int]] = LEAVING_ORDER,
) -> PagePlan:
    """The plan for `sections`, in page order; `at_most` caps the entries on page 1 beforehand."""
    staying = {
        section.key: min(len(section.heights), at_most.get(section.key, len(section.heights)))
        for section in sections
    }

    def height() -> float:
        return sum(section.height_of(staying[section.key]) for section in sections)

    def words() -> int:
        return sum(section.words_of(staying[section.key]) for section in sections)

    for key, entries in leaving:
        if height() <= page_height and words() <= WORDS_ON_THE_FIRST_PAGE:
            break
        if key in staying:
            staying[key] = min(staying[key], entries)
    moved = tuple(s.key for s in sections if staying[s.key] < len(s.heights))
    return PagePlan(on_first_page=staying, moved=moved, height=height())
