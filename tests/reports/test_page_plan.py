"""The page-2 rule: who leaves page 1, and in which order."""

import pytest

from coachdesk.reports.page_plan import LEAVING_ORDER, Measure, plan_pages


def a_section(key: str, entries: int = 3, *, height: float = 10, words: int = 10) -> Measure:
    return Measure(
        key=key,
        title_height=17,
        title_words=3,
        heights=(height,) * entries,
        words=(words,) * entries,
    )


IN_PAGE_ORDER = (
    *("my_promises", "went_well", "qualities", "hand_offs", "misses"),
    *("requests", "shares", "gains", "rep_promises"),
)
SECTIONS = [a_section(key) for key in IN_PAGE_ORDER]
FULL = 9 * (17 + 3 * 10.0)


@pytest.mark.parametrize(
    ("too_high_by", "moved"),
    [
        (0, ()),
        (1, ("gains",)),
        (48, ("shares", "gains")),
        (95, ("qualities", "shares", "gains")),
        (142, ("qualities", "misses", "shares", "gains")),
        (189, ("qualities", "misses", "shares", "gains", "rep_promises")),
        (199, ("qualities", "hand_offs", "misses", "shares", "gains", "rep_promises")),
    ],
)
def test_sections_leave_in_the_order_of_the_rule(
    too_high_by: float, moved: tuple[str, ...]
) -> None:
    assert plan_pages(SECTIONS, page_height=FULL - too_high_by, at_most={}).moved == moved


def test_promises_leave_beyond_the_second_before_they_leave_whole() -> None:
    plan = plan_pages(SECTIONS, page_height=FULL - 189, at_most={})
    assert plan.on_first_page["rep_promises"] == 2
    assert plan_pages(SECTIONS, page_height=47, at_most={}).on_first_page["rep_promises"] == 0


def test_what_always_stays_stays_on_a_page_too_small_for_it() -> None:
    plan = plan_pages(SECTIONS, page_height=1, at_most={})
    assert plan.on_first_page["went_well"] == 3
    assert "went_well" not in plan.moved
    assert plan.height == 47


def test_too_many_words_move_sections_although_there_is_room() -> None:
    wordy = [a_section("went_well", words=180), a_section("gains", words=30)]
    assert plan_pages(wordy, page_height=10_000, at_most={}).moved == ("gains",)


def test_entries_beyond_the_limit_roll_although_there_is_room() -> None:
    plan = plan_pages(SECTIONS, page_height=FULL, at_most={"requests": 2})
    assert plan.on_first_page["requests"] == 2
    assert plan.moved == ("requests",)


def test_the_always_staying_sections_never_appear_in_the_order() -> None:
    always = {"head", "talked", "went_well", "work_on", "behaviours", "rep_words", "received"}
    assert always.isdisjoint(key for key, _ in LEAVING_ORDER)
