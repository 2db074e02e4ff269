"""Paper is finite: what does not fit is shortened and says so."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.views.briefs import EvidenceLine, PromiseLine, SummaryBrief, TalkedAbout
from coachdesk.views.print_limits import cut, limit_summary, merge, split_rep_words
from coachdesk.views.print_notes import overleaf_note, page_note

MORE = "… (more in the app)"
BRIEF = SummaryBrief(
    language="en-GB", company="Aldermark", rep="Priya Raman", manager="Maria Keller", day="Tuesday"
)


def a_promise(text: str) -> PromiseLine:
    return PromiseLine(text=text, due="Fri 13 March", state_word="open")


@pytest.mark.parametrize(
    ("text", "characters", "printed"),
    [
        ("short enough", 12, "short enough"),
        ("two  spaces\nand a line", 40, "two spaces and a line"),
        ("the hand-off was clear, and he said so", 31, "the hand-off" + MORE),
        ("the hand-off was clear, and he said so", 38, "the hand-off was clear, and he said so"),
        ("the hand-off was, however, late again", 36, "the hand-off was" + MORE),
        ("W" * 40_000, 30, "W" * 11 + MORE),
        ("", 10, ""),
    ],
)
def test_a_cut_text_ends_at_a_word_and_says_where_the_rest_is(
    text: str, characters: int, printed: str
) -> None:
    assert cut(text, characters) == printed
    assert len(printed) <= characters


def test_a_cut_text_fits_also_into_a_room_that_is_measured() -> None:
    words = "the hand-off was clear, and he said so"
    assert cut(words, 90, room=20, length=lambda text: len(text) / 2) == words
    printed = cut(words, 90, room=20, length=lambda text: len(text) * 0.6)
    assert printed == "the hand-off" + MORE


@pytest.mark.parametrize(
    ("count", "entries", "kept", "more"), [(0, 3, 0, 0), (3, 3, 3, 0), (4, 3, 2, 2), (9, 2, 1, 8)]
)
def test_the_merge_line_replaces_the_last_entry(
    count: int, entries: int, kept: int, more: int
) -> None:
    assert merge(range(count), entries) == (tuple(range(kept)), more)


@given(text=st.text(), characters=st.integers(min_value=30, max_value=300))
def test_a_cut_never_exceeds_its_room_nor_changes_what_it_keeps(text: str, characters: int) -> None:
    printed = cut(text, characters)
    whole = " ".join(text.split())
    assert len(printed) <= characters
    assert printed == whole or whole.startswith(printed.removesuffix(MORE))


def test_a_promise_with_its_day_and_state_is_one_line_of_ninety_characters() -> None:
    limited = limit_summary(replace(BRIEF, my_promises=(a_promise("word " * 40),)))
    (line,) = limited.brief.my_promises or ()
    assert line.text.endswith(MORE)
    assert len(f"{line.text} {line.due} {line.state_word}") <= 90
    assert limited.long_lines == ("word " * 40,)


def test_five_promises_of_the_rep_print_three_and_two_more() -> None:
    promises = tuple(a_promise(f"Promise {n}") for n in range(5))
    limited = limit_summary(replace(BRIEF, rep_promises=promises))
    assert limited.brief.rep_promises == promises[:3]
    assert limited.more == {"rep_promises": 2}


def test_summary_focus_and_expectation_share_three_hundred_characters() -> None:
    talked = TalkedAbout(
        summary="We spoke. " * 60,
        focus_title="Transition",
        expectation="Every customer hears. " * 9,
    )
    shown = limit_summary(replace(BRIEF, talked=talked)).brief.talked
    assert shown is not None
    assert len(shown.summary + shown.focus_title + shown.expectation) <= 300
    assert shown.summary.endswith(MORE)
    assert shown.expectation.endswith(MORE)


def test_a_short_expectation_leaves_its_room_to_the_summary() -> None:
    talked = TalkedAbout(summary="a " * 120 + "end", focus_title="Transition", expectation="Short.")
    shown = limit_summary(replace(BRIEF, talked=talked)).brief.talked
    assert shown is not None
    assert shown.summary.endswith("a end")


def test_what_was_left_out_stays_left_out() -> None:
    brief = replace(BRIEF, talked=None, went_well=None, gains=None)
    assert limit_summary(brief).brief == brief


def test_a_brief_within_its_limits_prints_as_it_is() -> None:
    seen = EvidenceLine(
        day="Thu 5 March",
        account="Northwind",
        letter="T",
        behaviour="Transition",
        words="Brought Dana in with a clear hand-off.",
        value=4,
    )
    brief = replace(BRIEF, went_well=(seen,), rep_promises=(a_promise("Write it down"),))
    limited = limit_summary(brief)
    assert limited.brief == brief
    assert limited.more == {}
    assert limited.long_lines == ()


def test_words_of_the_rep_roll_at_a_word_end_and_lose_nothing() -> None:
    words = "we agreed on the review " * 16
    first, rest = split_rep_words(words)
    assert first.endswith("… (continues on page 2)")
    assert len(first) <= 290
    head = first.removesuffix("… (continues on page 2)")
    assert f"{head} {rest.removeprefix('… ')}" == words.strip()


@pytest.mark.parametrize(
    ("pages", "moved", "note"),
    [
        (1, (), "1 page"),
        (2, ("gains",), "2 pages: gains go to page 2"),
        (2, ("hand_offs", "shares"), "2 pages: hand-offs and shares go to page 2"),
        (2, ("requests", "shares", "gains"), "2 pages: requests, shares and gains go to page 2"),
    ],
)
def test_the_preview_says_what_goes_to_page_two(
    pages: int, moved: tuple[str, ...], note: str
) -> None:
    assert page_note(pages, moved) == note


def test_a_section_of_a_template_of_the_persons_own_is_called_by_its_title():
    said = page_note(2, ("hand_offs", "mine"), ("Open hand-offs", "What I add"))
    assert said == "2 pages: hand-offs and “What I add” go to page 2"


def test_a_sheet_longer_than_its_page_names_what_is_overleaf():
    assert overleaf_note(("Next steps", "Coming")) == "on page 2: “Next steps”, “Coming”"
    assert overleaf_note(()) == ""
