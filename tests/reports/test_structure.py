"""Every document's file is whole: its tree, its outline, its links, and its words to be read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from coachdesk.reports.alignment import render_alignment
from coachdesk.reports.development_record import render_development_record
from coachdesk.reports.early_access import render_early_access
from coachdesk.reports.joint_meeting import render_joint_meeting
from coachdesk.reports.mail_draft import mail_draft
from coachdesk.reports.manager_brief import render_manager_brief
from coachdesk.reports.reading import text_of
from coachdesk.reports.render import Rendered, render_form, render_summary
from coachdesk.reports.year_page import render_year_page
from tests.reports import test_alignment as alignment
from tests.reports import test_development_record as record
from tests.reports import test_early_access as early
from tests.reports import test_joint_meeting as joint
from tests.reports import test_manager_brief as brief
from tests.reports import test_year_page as year
from tests.reports.reading import lines_of
from tests.reports.sample_briefs import OVERFULL, TYPICAL
from tests.reports.sample_forms import FORM

DOCUMENTS: dict[str, Callable[[], Rendered]] = {
    "summary": lambda: render_summary(TYPICAL, "A4"),
    "summary, two pages": lambda: render_summary(OVERFULL, "Letter"),
    "form": lambda: render_form(FORM, "A4"),
    "brief": lambda: render_manager_brief(brief.full("Zoë Łęcka 李"), "A4"),
    "alignment": lambda: render_alignment(alignment.full(), "A4"),
    "joint": lambda: render_joint_meeting(joint.PLAN, "A4"),
    "early": lambda: render_early_access(early.full(), "A4"),
    "record": lambda: render_development_record(record.full("مرحبا بكم"), "A4"),
    "year": lambda: render_year_page(year.a_page(many=6), "A4"),
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return DOCUMENTS[request.param]().pdf


def elements(element: Any) -> Iterator[Any]:
    for kid in element.K:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def words_in(text: str) -> set[str]:
    return {
        word
        for word in re.findall(r"\w+", text)
        if len(word) > 3 and word.isalpha() and word.isascii()
    }


def test_the_file_has_no_fault_that_a_checker_finds(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert document.get_warnings() == []


def test_all_that_stands_between_head_and_foot_is_read(pdf: bytes) -> None:
    read = words_in(text_of(pdf))
    title = PdfReader(BytesIO(pdf)).metadata.title  # type: ignore[union-attr]
    in_margins = words_in(f"{title} Page version Example Company Harbour Sons")
    for lines in lines_of(pdf):
        printed = words_in(" ".join(line for line in lines if "Coachdesk" not in line))
        assert printed - read - in_margins == set()


def test_each_link_stands_in_the_tree_and_leads_to_a_page(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        numbers = list(root.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        pages = [page.obj.objgen for page in document.pages]
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        for link in links:
            owner = owners[int(link.StructParent)]
            assert owner.S == "/Link"
            assert any(kid.get("/Obj") == link for kid in owner.K if not isinstance(kid, int))
            assert link.Dest[0].objgen in pages
        in_tree = [each for each in elements(root.K) if each.S == "/Link"]
        assert len(in_tree) == len(links)


def test_the_outline_names_every_heading_and_opens_its_page(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    whole, inside = reader.outline
    assert whole["/Title"] == reader.metadata.title  # type: ignore[index, call-overload]
    pages = [reader.get_destination_page_number(each) for each in flat(inside)]
    assert pages == sorted(pages)
    with pikepdf.open(BytesIO(pdf)) as document:
        roles = [str(each.S) for each in elements(document.Root.StructTreeRoot.K)]
    assert len(pages) == sum(role in ("/H1", "/H2") for role in roles) - 1


def flat(outline: Any) -> list[Any]:
    found = []
    for each in outline:
        found += flat(each) if isinstance(each, list) else [each]
    return found


def test_a_section_on_two_pages_is_linked_both_ways() -> None:
    reader = PdfReader(BytesIO(DOCUMENTS["summary, two pages"]().pdf))
    first, second = reader.pages
    assert len(first["/Annots"]) == len(second["/Annots"]) > 0  # type: ignore[arg-type]
    titles = [each["/Title"] for each in flat(reader.outline)]
    assert any(title.endswith("(continued)") for title in titles)


def test_the_rows_of_the_form_lead_to_the_anchors_and_these_back() -> None:
    reader = PdfReader(BytesIO(DOCUMENTS["form"]().pdf))
    aims = [
        {page.get_object()["/Dest"][0].idnum for page in sheet["/Annots"]}  # type: ignore[attr-defined, index]
        for sheet in reader.pages
    ]
    pages = [page.indirect_reference.idnum for page in reader.pages]  # type: ignore[union-attr]
    assert aims == [{pages[1]}, {pages[0]}]
    assert len(reader.pages[0]["/Annots"]) == 5 + 6  # type: ignore[arg-type]


def test_the_anchors_are_nested_in_the_outline() -> None:
    whole, (page, anchors) = PdfReader(BytesIO(DOCUMENTS["form"]().pdf)).outline
    assert whole["/Title"].startswith("Observation form")  # type: ignore[index, call-overload]
    assert page["/Title"] == "Which number fits best"
    assert [each["/Title"] for each in anchors] == [
        *(behaviour.title for behaviour in FORM.behaviours),
        "Expectation missed: why",
    ]


def test_bars_boxes_and_lines_are_said_in_words() -> None:
    read = text_of(DOCUMENTS["summary"]().pdf)
    assert "T Transition to partner · 4 of 5 · Brought Dana in" in read
    assert "\ndone · Raise the creative queue with Noor · Tue 3 March · kept\n" in read
    assert "\nT, in focus · Transition to partner · rated 4 or 5: 2 of 7\n" in read
    assert "\n\nYour view · to fill in by hand\n(3 empty lines to write on)\n" in read


def test_each_page_of_several_is_announced_and_the_private_brief_says_so_on_each() -> None:
    read = text_of(DOCUMENTS["brief"]().pdf).splitlines()
    starts = [n for n, line in enumerate(read) if re.fullmatch(r"Page \d of \d", line)]
    assert len(starts) > 1
    assert all(read[n + 1] == "Private – for the manager only" for n in starts)
    assert "Page 1" not in text_of(DOCUMENTS["joint"]().pdf)


def test_the_counts_of_the_year_are_a_table_read_row_by_row() -> None:
    pdf = DOCUMENTS["year"]().pdf
    with pikepdf.open(BytesIO(pdf)) as document:
        tables = [t for t in elements(document.Root.StructTreeRoot.K) if t.S == "/Table"]
        assert tables
        for table in tables:
            assert {str(row.S) for row in table.K} == {"/TR"}
            assert {str(cell.S) for row in table.K for cell in row.K} == {"/TH", "/TD"}
    assert "\nOne-on-ones held · 0 · 0 · 0 · 0 · 0\n" in text_of(pdf)


def test_a_mail_draft_has_the_document_its_title_and_no_address() -> None:
    pdf = render_summary(replace(TYPICAL, rep="Zoë Łęcka 李\r\nBcc: a@b.example"), "A4").pdf
    draft = mail_draft(pdf, "talk.pdf")
    message = message_from_bytes(draft, policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"].startswith("Coaching-session summary: Zoë Łęcka 李")
    assert message["Bcc"] is None
    assert not message["To"]
    assert (message["Date"], message["From"], message["Message-ID"]) == (None, None, None)
    body, attached = message.iter_parts()
    assert len(body.get_content().split()) < 20
    assert (attached.get_content_type(), attached.get_filename()) == (
        "application/pdf",
        "talk.pdf",
    )
    assert attached.get_content() == pdf
    assert draft == mail_draft(pdf, "talk.pdf")
