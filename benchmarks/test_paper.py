"""Drawing the page for the rep against the bare libraries putting the same content on paper."""

from dataclasses import dataclass, replace
from html import escape
from io import BytesIO

import pytest
from fpdf import FPDF
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.conftest import Report
from benchmarks.timing import medians
from coachdesk.domain.vocabulary import TalkState
from coachdesk.reports import pages
from coachdesk.reports.render import render_summary
from coachdesk.resources import resource
from coachdesk.services.desk import Desk
from coachdesk.services.documents import newest_wrapped_up, summary_brief
from coachdesk.services.opening import build_store
from coachdesk.services.sample import load_sample
from coachdesk.store.opening import open_store
from coachdesk.views.briefs import SummaryBrief
from tests.store.making import FakeClock

FONT, BOLD = "BareSans", "BareSans-SemiBold"
FILES = {FONT: "CoachdeskSans-Regular.ttf", BOLD: "CoachdeskSans-SemiBold.ttf"}


@dataclass(frozen=True)
class Content:
    """What is on a page: words at their places, and how many rules and boxes are drawn."""

    words: tuple[tuple[float, float, float, str, str], ...]
    rules: int
    boxes: int


@pytest.fixture
def brief(tmp_path) -> SummaryBrief:
    """The newest summary of the sample: its front page, the rules on the back left out."""
    path, clock = tmp_path / "sample.coachdesk", FakeClock()
    build_store(path, clock, lambda desk: desk.load(load_sample))
    desk = Desk(open_store(path, now=clock()), clock)
    talk = desk.ask(newest_wrapped_up)
    assert talk is not None
    assert talk.state is TalkState.WRAPPED_UP
    found = replace(desk.ask(summary_brief, talk.id), rules=())
    desk.close()
    return found


@pytest.fixture
def content(brief: SummaryBrief) -> Content:
    """What our own page holds, read out of it."""
    (page,) = PdfReader(BytesIO(render_summary(brief, "A4").pdf)).pages
    words: list[tuple[float, float, float, str, str]] = []

    def keep(text, transformation, matrix, font, size) -> None:
        if text.strip():
            bold = font is not None and "SemiBold" in str(font.get("/BaseFont"))
            x = transformation[4] + matrix[4]
            y = transformation[5] + matrix[5]
            words.append((x, y, abs(size) or 9.5, BOLD if bold else FONT, text.rstrip("\n")))

    page.extract_text(visitor_text=keep)
    drawn = [operator for _operands, operator in page.get_contents().operations]
    for name, file in FILES.items():
        registerFont(TTFont(name, str(resource("fonts", file))))
    return Content(tuple(words), rules=drawn.count(b"l"), boxes=drawn.count(b"re"))


def bare_page(content: Content) -> bytes:
    """The same words, rules and boxes by ReportLab's canvas alone, placed by hand."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for x, y, size, font, text in content.words:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)
    for n in range(content.rules):
        canvas.line(51, 800 - n, 552, 800 - n)
    for n in range(content.boxes):
        canvas.rect(51, 800 - n, 8, 8)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def page_of_html(content: Content) -> bytes:
    """The same words as HTML, made into a page by a library that reads HTML."""
    page = FPDF(format="A4")
    for style, file in (("", FILES[FONT]), ("B", FILES[BOLD])):
        page.add_font("Bare", style, str(resource("fonts", file)))
    page.set_font("Bare", size=9)
    page.add_page()
    rows = "".join(
        f"<p>{'<b>' if font == BOLD else ''}{escape(text)}{'</b>' if font == BOLD else ''}</p>"
        for _x, _y, _size, font, text in content.words
    )
    page.write_html(rows + "<hr>" * content.rules)
    return bytes(page.output())


def test_drawing_a_summary_with_tags(brief: SummaryBrief, content: Content, report: Report) -> None:
    ours, bare = medians(lambda: render_summary(brief, "A4"), lambda: bare_page(content))
    report("draw a page, tagged (at most 7)", ours, "ReportLab’s canvas, by hand", bare)


def test_drawing_a_summary_without_tags(
    brief: SummaryBrief, content: Content, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "tagged", list)
    monkeypatch.setattr(pages, "add_structure", lambda pdf, *_marks, **_words: pdf)
    ours, bare = medians(lambda: render_summary(brief, "A4"), lambda: bare_page(content))
    report("draw a page, without tags (at most 2.2)", ours, "ReportLab’s canvas, by hand", bare)


def test_a_page_made_of_html(brief: SummaryBrief, content: Content, report: Report) -> None:
    html, ours = medians(lambda: page_of_html(content), lambda: render_summary(brief, "A4"))
    report("fpdf2 draws the page from HTML (at least 2.5)", html, "Coachdesk, tagged", ours)
