"""`coachdesk templates`, and printing with a template of one's own."""

import json
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from coachdesk.reports.apart import APART
from tests.cli.calling import Call


def test_a_document_is_made_ones_own(call: Call, store: Path) -> None:
    assert call("templates", "list").out.startswith("summary · ours\n")
    path = Path(call("templates", "copy", "year", "--json").fields["path"])
    path.write_text(path.read_text("utf-8").replace('_("Next year")', '"Year to come"'), "utf-8")
    printed = call("print", "year", "--rep", "Priya", "--out", "year.pdf")
    assert (printed.status, printed.err) == (0, "")
    assert "Year to come" in PdfReader("year.pdf").pages[0].extract_text()


def test_a_mistake_goes_to_standard_error_and_ours_prints(call: Call, store: Path) -> None:
    path = Path(call("templates", "copy", "year").out.strip())
    path.write_text(path.read_text("utf-8").replace("{{ page.rep }}", "{{ page.reb }}"), "utf-8")
    printed = call("print", "year", "--rep", "Priya", "--out", "year.pdf")
    assert printed.status == 0
    assert printed.err.startswith("year_page.xml, line ")
    assert printed.err.endswith("is “rep” meant? Coachdesk’s own is used instead.\n")
    assert "Priya" in PdfReader("year.pdf").pages[0].extract_text()
    checked = call("templates", "check")
    assert checked.status == 3
    assert "year · year_page.xml, line " in checked.out


def test_what_cannot_be_done_is_refused(call: Call) -> None:
    assert call("templates", "copy").status == 2
    assert call("templates", "check", "summary").status == 2
    assert call("templates", "aside", "summary").status == 3
    assert call("templates", "copy", "summary").status == 0
    again = call("templates", "copy", "summary", "--json")
    assert (again.status, again.fields["error"]["code"]) == (3, "there")


def test_the_program_itself_can_be_the_process_apart() -> None:
    """As one file it has no interpreter beside it, and starts itself."""
    page = "<document><section key='a'><p>{{ brief.rep }}</p></section></document>"
    asked = {
        "name": "a.xml",
        "sources": {"a.xml": page},
        "values": {"brief": {"rep": "Zoë <b>"}},
        "language": "en_GB",
        "words": ["rep", "reps"],
    }
    done = subprocess.run(
        [sys.executable, "-m", "coachdesk", APART],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert "Zoë &lt;b&gt;" in done.stdout.decode("utf-8")
