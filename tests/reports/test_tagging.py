"""The files carry a title, a language, headings and a reading order."""

from io import BytesIO
from typing import Any

import pikepdf

from coachdesk.reports.render import render_form, render_summary
from tests.reports.sample_briefs import OVERFULL, TYPICAL
from tests.reports.sample_forms import FORM


def roles_of(pdf: bytes) -> list[str]:
    """The role of every element, as a reader comes to it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return _roles(document.Root.StructTreeRoot.K)


def _roles(element: Any) -> list[str]:
    inner = [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [role for kid in inner for role in (str(kid.S), *_roles(kid))]


def test_the_file_names_its_title_and_language() -> None:
    with pikepdf.open(BytesIO(render_summary(TYPICAL, "A4").pdf)) as document:
        assert str(document.docinfo.Title).startswith("Coaching-session summary: Priya Raman")
        assert str(document.Root.Lang) == "en-GB"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert document.Root.MarkInfo.Marked


def test_the_name_is_the_first_heading_and_each_section_has_its_own() -> None:
    roles = roles_of(render_summary(TYPICAL, "A4").pdf)
    headings = [role for role in roles if role.startswith("/H")]
    assert headings[:2] == ["/H1", "/H2"]
    assert roles.count("/H1") == 1
    assert roles.count("/H2") == 12


def test_every_mark_on_a_page_has_its_place_in_the_tree() -> None:
    with pikepdf.open(BytesIO(render_summary(OVERFULL, "A4").pdf)) as document:
        tree = document.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(document.pages):
            operators = pikepdf.parse_content_stream(page)
            marked = [o.operands[1].MCID for o in operators if str(o.operator) == "BDC"]
            ends = [o for o in operators if str(o.operator) == "EMC"]
            begins = [o for o in operators if str(o.operator) in ("BDC", "BMC")]
            assert marked == list(range(len(tree[2 * number + 1])))
            assert len(begins) == len(ends)


def test_the_form_has_a_heading_on_each_page() -> None:
    assert roles_of(render_form(FORM, "A4").pdf).count("/H1") == 2
