"""A person's own templates: filled apart from the program, and ours where they make no page."""

import os
import re
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from coachdesk.reports.render import render_form, render_summary
from coachdesk.resources import resource
from tests.reports.reading import pages_of
from tests.reports.sample_briefs import TYPICAL
from tests.reports.sample_forms import FORM

FIRST = "<document>\n"
PRINTED_SECTION = re.compile(
    r"(?m)^(?=\{% if brief\.\w+(?: is not none)? %\}\n(?:<section|\{% set))"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with copies of ours."""
    for name in ("summary.xml", "form_anchors.xml"):
        shutil.copy(resource("templates", name), tmp_path)
    return tmp_path


@pytest.fixture
def fault_of(own: Path) -> Callable[[str], str]:
    """What is said of a summary that begins with this; ours prints all the same."""
    text = (own / "summary.xml").read_text("utf-8")
    ours = render_summary(TYPICAL, "A4").pdf

    def said(begins: str) -> str:
        (own / "summary.xml").write_text(text.replace(FIRST, f"{FIRST}{begins}\n", 1), "utf-8")
        found = render_summary(TYPICAL, "A4", own)
        assert found.pdf == ours
        return found.template_fault

    return said


def line_of(own: Path, words: str) -> int:
    lines = (own / "summary.xml").read_text("utf-8").splitlines()
    return next(n for n, line in enumerate(lines, 1) if words in line)


def test_an_unedited_copy_prints_the_same_bytes(own: Path) -> None:
    for ours, theirs in (
        (render_summary(TYPICAL, "A4"), render_summary(TYPICAL, "A4", own)),
        (render_form(FORM, "Letter"), render_form(FORM, "Letter", own)),
    ):
        assert theirs.template_fault == ""
        assert theirs.pdf == ours.pdf


def test_wording_and_order_are_the_persons(own: Path) -> None:
    path = own / "summary.xml"
    head, *sections = PRINTED_SECTION.split(path.read_text("utf-8"))
    sections[-1], end = sections[-1].split("</document>")
    text = "".join([head, *reversed(sections), "</document>", end])
    path.write_text(text.replace('_("What went well")', '"Bright spots"'), "utf-8")
    found = render_summary(TYPICAL, "A4", own)
    (page, *_rest) = pages_of(found.pdf)
    assert found.template_fault == ""
    assert page.index("What you promised") < page.index("Requests") < page.index("Bright spots")


@pytest.mark.parametrize(
    ("begins", "words"),
    [
        ("{{ ''.__class__ }}", "may not use"),
        ("{{ ''|attr('__class__') }}", "may not use"),
        ("{{ '{0.__class__}'.format(brief) }}", "may not use"),
        ("{{ _.__globals__ }}", "may not use"),
        ("{{ cycler.__init__.__globals__ }}", "may not use"),
        ("{{ brief.reb }}", "is “rep” meant?"),
        ("{% if %}", "cannot be read"),
        ("<sektion key='x'/>", "<sektion> is not known"),
        ("<section title='x'/>", 'needs key="…"'),
        ("<section key='x'><p>open</section>", "not closed"),
        ("{% include '../secret.xml' %}", "no template of this folder"),
        ("{% set x = 'a' * 300000000 %}", "more memory"),
        ("{% for i in range(99999) %}{{ 'a' * 999 }}{% endfor %}", "two million"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_ours_prints(
    own: Path, fault_of: Callable[[str], str], begins: str, words: str
) -> None:
    found = fault_of(begins)
    assert found.startswith(f"summary.xml, line {line_of(own, begins)}: ")
    assert words in found


def test_a_loop_without_end_is_stopped(own: Path, fault_of: Callable[[str], str]) -> None:
    loop = "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}"
    assert fault_of(loop) == (
        f"summary.xml, line {line_of(own, loop)}: it took longer than 2 seconds."
    )


def test_an_entity_is_never_expanded(own: Path) -> None:
    path = own / "summary.xml"
    path.write_text(f"<!DOCTYPE a [<!ENTITY b 'c'>]>\n{path.read_text('utf-8')}", "utf-8")
    assert "<!DOCTYPE>" in render_summary(TYPICAL, "A4", own).template_fault


def test_a_link_out_of_the_folder_is_refused(own: Path, tmp_path_factory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "other.xml"
    elsewhere.write_text("<document/>")
    (own / "summary.xml").unlink()
    (own / "summary.xml").symlink_to(elsewhere)
    assert "a link" in render_summary(TYPICAL, "A4", own).template_fault


def test_a_template_sees_nothing_of_the_environment(own: Path, monkeypatch) -> None:
    monkeypatch.setitem(os.environ, "SECRET", "planted")
    (own / "summary.xml").write_text(
        '<document><section key="a"><p>{{ self }} {{ brief }}</p></section></document>', "utf-8"
    )
    (page,) = pages_of(render_summary(TYPICAL, "A4", own).pdf)
    assert "planted" not in page


def logo(path: Path, side: int = 40) -> None:
    Image.new("RGB", (side, 20), "#123456").save(path)


def test_the_logo_and_the_colours_of_the_style_are_on_ours_too(tmp_path: Path) -> None:
    logo(tmp_path / "ours.png")
    (tmp_path / "style.toml").write_text('logo = "ours.png"\ntitles = "#1F4E79"\n', "utf-8")
    found = render_summary(TYPICAL, "Letter", tmp_path)
    (page, *_rest) = PdfReader(BytesIO(found.pdf)).pages
    assert found.template_fault == ""
    assert [picture.image.size for picture in page.images] == [(40, 20)]
    assert ".121569 .305882 .47451 rg" in page.get_contents().get_data().decode("latin-1")
    assert found.pdf == render_summary(TYPICAL, "Letter", tmp_path).pdf


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ('\ntitles = "#FFEE00"', "line 2: #FFEE00 is too pale"),
        ('rules = "blue"', "line 1: “rules” is a colour"),
        ('logo = "../x.png"', "line 1: “logo” is the name"),
        ('logo = "none.png"', "line 1: there is no file “none.png”"),
        ('logo = "text.png"', "line 1: “text.png” cannot be read"),
        ('logo = "huge.png"', "line 1: “huge.png” has more than 4000 pixels"),
        ('font = "Arial"', "line 1: “font” is not known"),
        ("logo = ", "line 1: this cannot be read"),
    ],
)
def test_a_mistake_in_the_style_is_named_and_the_page_prints_without_it(
    tmp_path: Path, style: str, words: str
) -> None:
    (tmp_path / "text.png").write_text("no picture")
    logo(tmp_path / "huge.png", 4001)
    (tmp_path / "style.toml").write_text(style, "utf-8")
    found = render_summary(TYPICAL, "A4", tmp_path)
    assert found.template_fault.startswith("style.toml, " + words)
    assert found.pdf == render_summary(TYPICAL, "A4").pdf
