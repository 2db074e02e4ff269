"""Drawing the page for the rep against ReportLab putting the same strings on the same pages."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.conftest import Report
from benchmarks.timing import medians
from coachdesk.domain.vocabulary import TalkState
from coachdesk.reports.render import render_summary
from coachdesk.resources import resource
from coachdesk.services.desk import Desk
from coachdesk.services.documents import newest_wrapped_up, summary_brief
from coachdesk.services.opening import build_store
from coachdesk.services.sample import load_sample
from coachdesk.store.opening import open_store
from tests.store.making import FakeClock

FONT = "BareSans"


@pytest.fixture
def sample(tmp_path):
    path, clock = tmp_path / "sample.coachdesk", FakeClock()
    build_store(path, clock, lambda desk: desk.load(load_sample))
    desk = Desk(open_store(path, now=clock()), clock)
    yield desk
    desk.close()


def test_drawing_a_summary(sample: Desk, report: Report) -> None:
    talk = sample.ask(newest_wrapped_up)
    assert talk is not None
    assert talk.state is TalkState.WRAPPED_UP
    # The front page; the rules on its back come only after a change.
    brief = replace(sample.ask(summary_brief, talk.id), rules=())
    pages = [
        page.extract_text().splitlines()
        for page in PdfReader(BytesIO(render_summary(brief, "A4").pdf)).pages
    ]
    registerFont(TTFont(FONT, str(resource("fonts", "CoachdeskSans-Regular.ttf"))))

    def bare() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pagesize=A4, invariant=1)
        for lines in pages:
            canvas.setFont(FONT, 9.5)
            for n, line in enumerate(lines):
                canvas.drawString(51, 800 - 13 * n, line)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    ours, drawn = medians(lambda: render_summary(brief, "A4"), bare)
    report(f"draw a summary of {len(pages)} page(s)", ours, "ReportLab, strings alone", drawn)
