"""The summary on paper: every printed word is there, once, where the rules say."""

from dataclasses import fields, is_dataclass, replace

import pytest

from coachdesk.reports.render import render_summary
from coachdesk.views.briefs import (
    EvidenceLine,
    HandOffLine,
    Paper,
    RequestLine,
    SummaryBrief,
    TalkedAbout,
)
from tests.reports.reading import fonts_of, lines_of, pages_of
from tests.reports.sample_briefs import FULL_PAGE, OVERFULL, TYPICAL, prose


def strings_of(record: object) -> list[str]:
    found: list[str] = []
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if isinstance(value, str) and value and field.name not in ("language", "since"):
            found.append(value)
        for item in value if isinstance(value, tuple) else (value,):
            found += strings_of(item) if is_dataclass(item) else []
    return found


def text_of(brief: SummaryBrief) -> str:
    return " ".join(pages_of(render_summary(brief, "A4").pdf))


def test_every_printed_string_of_a_typical_talk_is_on_its_one_page() -> None:
    rendered = render_summary(TYPICAL, "A4")
    (page,) = pages_of(rendered.pdf)
    assert [words for words in strings_of(TYPICAL) if words not in page] == []
    assert "rated 4 or 5: 9 of 11" in page
    assert (rendered.pages, rendered.moved, rendered.long_lines) == (1, (), ())


def test_an_overfull_talk_prints_every_string_on_two_pages() -> None:
    rendered = render_summary(OVERFULL, "A4")
    text = " ".join(pages_of(rendered.pdf))
    assert rendered.pages == 2
    assert [words for words in strings_of(OVERFULL) if words not in text] == []


def test_full_promises_and_hand_offs_fit_one_page() -> None:
    rendered = render_summary(FULL_PAGE, "A4")
    assert (rendered.pages, rendered.moved, rendered.long_lines) == (1, (), ())


def test_a_hand_off_uses_the_line_there_is_and_stays_in_one() -> None:
    seen = HandOffLine(
        account="Cobalt Lane Printing",
        team="Integration Services",
        expectation="Feasibility answer on the connection",
        due="Mon 16 Mar",
        ageing="on track",
    )
    rendered = render_summary(replace(TYPICAL, hand_offs=(seen,)), "A4")
    assert rendered.long_lines == ()
    (line,) = [line for line in lines_of(rendered.pdf)[0] if "Cobalt" in line]
    assert seen.expectation in line


@pytest.mark.parametrize("words", ["W" * 90, "what the customer was told and by when " * 4])
def test_a_hand_off_too_long_for_its_line_is_cut_and_keeps_its_day_and_state(words: str) -> None:
    seen = HandOffLine(
        account="Cobalt Lane Printing",
        team="Integration Services",
        expectation=words,
        due="Mon 16 Mar",
        ageing="12 days over",
    )
    one = render_summary(replace(TYPICAL, hand_offs=(seen,)), "A4")
    short = render_summary(replace(TYPICAL, hand_offs=(replace(seen, expectation="A date"),)), "A4")
    cut_lines, whole_lines = lines_of(one.pdf)[0], lines_of(short.pdf)[0]
    assert len(cut_lines) == len(whole_lines)
    assert one.long_lines == (words,)
    assert any("(more in the app)" in line for line in cut_lines)


def test_what_moves_is_on_page_two_under_its_title_again() -> None:
    rendered = render_summary(OVERFULL, "A4")
    first, second = pages_of(rendered.pdf)
    assert {"gains", "shares", "qualities", "misses"} <= set(rendered.moved)
    assert "What each side gained" not in first
    assert "What each side gained" in second
    assert "What you promised" in first
    assert "What you promised" in second
    assert rendered.long_lines


@pytest.mark.parametrize("always", ["What we talked about", "What went well", "What to work on"])
def test_the_heart_of_the_page_never_moves(always: str) -> None:
    first, second = pages_of(render_summary(OVERFULL, "A4").pdf)
    assert always in first
    assert always not in second


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert render_summary(OVERFULL, "A4").pdf == render_summary(OVERFULL, "A4").pdf


@pytest.mark.parametrize("brief", [TYPICAL, FULL_PAGE, OVERFULL])
def test_lines_and_pages_break_alike_on_both_papers(brief: SummaryBrief) -> None:
    assert lines_of(render_summary(brief, "A4").pdf) == lines_of(
        render_summary(brief, "Letter").pdf
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_every_font_is_ours_and_embedded(paper: Paper) -> None:
    assert fonts_of(render_summary(OVERFULL, paper).pdf) == {
        ("CoachdeskSans-Regular", True),
        ("CoachdeskSans-SemiBold", True),
    }


def test_text_that_looks_like_markup_prints_as_it_is() -> None:
    words = "<b>unclosed & <para> </section> {{ brief }} &amp; R&D"
    talked = TalkedAbout(summary=words, focus_title="R&D <b>", focus_letter="<")
    brief = replace(TYPICAL, rep="<i>Priya", company="A & B", talked=talked, rep_words=words)
    text = text_of(brief)
    assert text.count(words) == 2
    assert "R&D <b>" in text
    assert "<i>Priya" in text
    assert "A & B" in text


@pytest.mark.parametrize(
    "words",
    [
        "word " * 8_000,
        "W" * 40_000,
        "\x00\x07\x1b \ud800 \ufffe end",
        "😀 מזל 漢字 ẞ ☐",
        "line one\n\nline two\t" * 300,
    ],
    ids=["long", "one word", "control", "no glyph", "lines"],
)
def test_no_text_is_too_odd_or_too_long_to_print(words: str) -> None:
    brief = SummaryBrief(
        language="en-GB",
        **dict.fromkeys(("company", "rep", "manager", "day", "start", "next_day"), words),
        code=words,
        talked=TalkedAbout(summary=words, focus_title=words, expectation=words, plan=words),
        went_well=(
            EvidenceLine(
                day=words, account=words, letter=words, behaviour=words, words=words, value=5
            ),
        ),
        requests=(
            RequestLine(label=words, text=words, by_when=words, state_word=words, how=words),
        ),
        rep_words=words,
    )
    assert render_summary(brief, "A4").pages <= 3


def test_shortened_text_says_so_and_is_named() -> None:
    promise = replace(TYPICAL.my_promises[0], text=prose(300))  # type: ignore[index]
    rendered = render_summary(replace(TYPICAL, my_promises=(promise,)), "A4")
    assert "… (more in the app)" in pages_of(rendered.pdf)[0]
    assert rendered.long_lines == (prose(300),)


def test_five_promises_end_with_how_many_more() -> None:
    promises = TYPICAL.my_promises * 2  # type: ignore[operator]
    assert "and 4 more" in text_of(replace(TYPICAL, my_promises=promises))


def test_an_empty_talk_says_what_is_not_there() -> None:
    bare = SummaryBrief(language="en-GB", company="", rep="Tom", manager="Helen", day="Monday")
    text = text_of(bare)
    for sentence in (
        "No summary written.",
        "No promise of mine was open.",
        "No observation of this kind so far; that is no judgement.",
        "Nothing chosen for this time.",
        "No observations yet.",
        "No hand-off is open.",
        "No promise of yours is open.",
        "No date agreed yet.",
    ):
        assert sentence in text
    for title in ("Requests", "For you to use", "What each side", "Missed", "How you work"):
        assert title not in text


def test_what_was_left_out_does_not_print_and_head_and_receipt_always_do() -> None:
    left_out = replace(
        TYPICAL,
        **dict.fromkeys(
            ("talked", "my_promises", "went_well", "work_on", "behaviours", "hand_offs"), None
        ),
        **dict.fromkeys(("requests", "shares", "rep_promises", "rep_words"), None),
        next_time=False,
    )
    text = text_of(left_out)
    for title in ("talked about", "promised", "went well", "hand-offs", "Your view", "Next time"):
        assert title not in text
    assert "Priya Raman" in text
    assert "Received on (receipt, not agreement)" in text


def test_a_draft_says_so_and_asks_for_no_receipt() -> None:
    without_that_word = replace(TYPICAL, requests=())
    draft = text_of(replace(without_that_word, draft=True))
    assert "Draft" in draft
    assert "Received" not in draft
    assert "Draft" not in text_of(without_that_word)


def test_a_third_request_rolls_to_page_two() -> None:
    requests = tuple(
        replace(TYPICAL.requests[0], label=f"Request {n}", text=f"Subject {n}")  # type: ignore[index]
        for n in (1, 2, 3)
    )
    rendered = render_summary(replace(TYPICAL, requests=requests), "A4")
    first, second = pages_of(rendered.pdf)
    assert "Subject 2" in first
    assert "Subject 3" in second
    assert rendered.moved == ("requests",)


def test_a_requirement_names_its_check_and_why_no_request_came_first() -> None:
    requirement = RequestLine(
        label="Requirement",
        text="Log each hand-off on the day",
        by_when="Fri 13 March",
        state_word="open",
        checked_how="the list on Friday",
        skip_reason="the audit is on Monday",
    )
    text = text_of(replace(TYPICAL, requests=(requirement,)))
    assert "Checked by: the list on Friday" in text
    assert "set without an earlier request: the audit is on Monday" in text


def test_long_words_of_the_rep_go_on_page_two_only_when_page_one_is_full() -> None:
    words = prose(400)
    assert words in text_of(replace(TYPICAL, rep_words=words, shares=()))
    first, second = pages_of(render_summary(replace(OVERFULL, rep_words=words), "A4").pdf)
    assert "… (continues on page 2)" in first
    assert "Your view" in second


def test_the_footer_counts_pages_and_names_the_source() -> None:
    first, second = pages_of(render_summary(OVERFULL, "A4").pdf)
    assert "Page 1 of 2 · version 1 · S-0310-PR" in first
    assert "Page 2 of 2" in second
    assert "Prepared with Coachdesk from dated observations" in first


def test_no_word_of_ours_reads_as_pressure() -> None:
    bare = SummaryBrief(language="en-GB", company="", rep="Tom", manager="Helen", day="Monday")
    for text in (text_of(bare), text_of(TYPICAL), text_of(OVERFULL)):
        for word in ("loss of faith", "mandate", "challenge"):
            assert word not in text.lower()
