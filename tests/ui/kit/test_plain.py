"""What a person typed is shown in order: one line, no boxes, nothing that turns our words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.plain import drawn_line, one_line, paragraphs, pasted, reads_from_right
from coachdesk.ui.kit.text import Text
from tests.hostile import hostile_strings

HEBREW = "שלום עולם, דיברנו."


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Line\nBreak", "Line Break"),
        ("a\r\n\tb\u2028c", "a b c"),
        ("\u202eDesrever\u202c", "Desrever"),
        ("a\u2066b\u2069\x07c", "abc"),
        ("e\u0301 👩‍✈️ \u200bx", "e\u0301 👩‍✈️ \u200bx"),
    ],
)
def test_a_row_shows_one_line_that_turns_nothing(typed, shown):
    assert one_line(typed) == shown


def test_what_no_store_can_keep_is_dropped_when_it_is_pasted():
    assert pasted("a\x00b\ud800c\nd") == "abc\nd"


def test_a_text_of_several_lines_keeps_its_lines():
    assert paragraphs("one\r\ntwo\n\nthree\x07\u202e") == "one\ntwo\n\nthree"


@given(st.text(max_size=60))
def test_showing_twice_changes_nothing(typed):
    assert one_line(one_line(typed)) == one_line(typed)
    assert not {"\n", "\r", "\u2028", "\u202e", "\x00"} & set(one_line(typed))


def test_forty_thousand_characters_are_shortened_between_letters():
    shown = one_line("e\u0301" * 20_000)
    assert len(shown) < 700
    assert shown.endswith("e\u0301…")


def test_text_from_the_right_reads_in_its_own_direction_and_a_name_in_ours_does_not():
    assert reads_from_right(HEBREW)
    assert not reads_from_right("Prepare the talk with דנה")
    assert drawn_line("Priya") == "Priya"
    assert one_line(drawn_line(HEBREW)) == HEBREW


def test_a_label_of_hostile_text_paints_and_says_what_it_shows(shown, theme):
    labels = [Text(theme, [Run(text), Run(" · 3")], elide=True) for text in hostile_strings()]
    label = Text(theme, HEBREW, wrap=True)
    shown(label, labels[0])
    for each in labels:
        each.resize(200, 20)
        assert not each.grab().isNull()
        assert "\n" not in each.text()
    assert label.text() == HEBREW


def test_emoji_are_drawn_on_a_desktop_without_a_font_for_them(theme):
    metrics: QFontMetricsF = theme.metrics("body")
    assert metrics.horizontalAdvance("🎉") > 8
