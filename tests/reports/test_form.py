"""The observation form on paper: everything to look up is there, and it fits its two pages."""

from dataclasses import replace

import pytest

from coachdesk.language import use_words
from coachdesk.reports.render import render_form
from coachdesk.views.briefs import Paper
from tests.reports.reading import fonts_of, lines_of, pages_of
from tests.reports.sample_forms import FORM


def test_the_key_the_rows_and_the_code_line_are_on_the_first_page() -> None:
    first, _second = pages_of(render_form(FORM, "A4").pdf)
    for behaviour in FORM.behaviours:
        assert behaviour.short_title in first
        assert behaviour.short_cue in first
    for rating in FORM.ratings:
        assert f"{rating.value} {rating.name}" in first
    assert first.count("What happened") == 6
    assert "2237 T4 N5 V3 - - - 2" in first
    assert "Castellan Bank, Thu 12 March" in first
    assert "(only with T, F, W)" in first
    assert all(hint in first for hint in FORM.hints)


def test_the_second_page_holds_every_anchor_and_cause_in_full() -> None:
    _first, second = pages_of(render_form(FORM, "A4").pdf)
    anchors = [anchor for behaviour in FORM.behaviours for anchor in behaviour.anchors]
    assert len(anchors) == 25
    assert [anchor for anchor in anchors if anchor not in second] == []
    assert [cause.meaning for cause in FORM.causes if cause.meaning not in second] == []
    assert "more in the app" not in second


def test_a_form_for_anyone_leaves_rep_and_date_to_the_pen() -> None:
    first, _second = pages_of(render_form(replace(FORM, rep="", planned=""), "A4").pdf)
    assert "Priya" not in first
    assert "Visit" not in first
    assert "Rep Date" in first


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_form_has_two_pages_and_only_our_fonts(paper: Paper) -> None:
    rendered = render_form(FORM, paper)
    assert rendered.pages == 2
    assert {(name, True) for name, _ in fonts_of(rendered.pdf)} == fonts_of(rendered.pdf)
    assert all(name.startswith("CoachdeskSans") for name, _ in fonts_of(rendered.pdf))


def test_both_papers_carry_the_same_lines() -> None:
    assert lines_of(render_form(FORM, "A4").pdf) == lines_of(render_form(FORM, "Letter").pdf)


def test_the_same_form_gives_the_same_bytes() -> None:
    assert render_form(FORM, "A4").pdf == render_form(FORM, "A4").pdf


@pytest.mark.parametrize("odd", ["<b>Priya & <para>", "W" * 40_000, "\x00 \ud800 😀"])
def test_an_odd_name_does_not_stop_the_form(odd: str) -> None:
    form = replace(FORM, rep=odd, company=odd, planned=odd)
    assert render_form(form, "A4").pages == 2


def test_a_name_that_looks_like_markup_prints_as_it_is() -> None:
    first, _second = pages_of(render_form(replace(FORM, rep="<b>Priya & R&D"), "A4").pdf)
    assert "<b>Priya & R&D" in first


def test_the_form_says_the_own_word_for_a_rep_even_a_long_one() -> None:
    use_words("sales manager", "sales managers")
    first, _second = pages_of(render_form(replace(FORM, rep="", planned=""), "A4").pdf)
    assert "Sales manager" in first
    use_words("W" * 30, "W" * 30)
    assert render_form(FORM, "A4").pages == 2
