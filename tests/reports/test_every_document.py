"""Every document with nothing, the usual, too much (in English and German) and hostile text."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from itertools import count, cycle
from typing import Any

import pikepdf
import pytest

from coachdesk.domain.people import Workspace
from coachdesk.language import ngettext
from coachdesk.reports.render import Rendered
from coachdesk.resources import bind_words
from coachdesk.services.desk import Desk
from tests.hostile import OURS, hostile_strings
from tests.privacy.extractors import by_pdfium
from tests.reports.every_document import DOCUMENTS, Document, emptied, grown, reworded, strings_of
from tests.services.conftest import clock, desk, team_file  # noqa: F401

LANGUAGES = ("en-GB", "de")
MARKUP = "<b>&amp; {{ 7 * 7 }} {% raw %} </section>"
# The beginnings of Unicode’s ways to turn a line round, and of what drives a terminal.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x9b\u202a-\u202e\u2066-\u2069]")
SHORT = 14
LETTERS = "bcdfghjklmnpqrstvwxy"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    bind_words(request.param)
    return str(request.param)


@pytest.fixture(params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return DOCUMENTS[request.param]


def drawn(document: Document, brief: Any) -> tuple[Rendered, str]:
    """The document, looked at by a checker that is not its writer, and its text in one line."""
    rendered = document.render(brief, "A4")
    assert faults_of(rendered.pdf) == []
    return rendered, " ".join(by_pdfium(rendered.pdf).split())


def faults_of(pdf: bytes) -> list[str]:
    """What qpdf’s library finds wrong with the structure of a file."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return opened.check_pdf_syntax()


def without_breaks(text: str) -> str:
    return "".join(text.split())


def words_without_end() -> Iterator[str]:
    """Words of seven letters, no two alike and none in a dictionary."""
    for n in count():
        yield "zq" + "".join(LETTERS[n // 20**place % 20] for place in range(5))


def announced(text: str) -> list[int]:
    """The numbers in “and 7 more”."""
    words = re.escape(ngettext("and {n} more", "and {n} more", 7)).replace(r"\{n\}", r"(\d+)")
    return sorted(int(n) for n in re.findall(words, text))


def test_the_usual_fits_its_pages(document: Document, language: str, desk: Desk) -> None:  # noqa: F811
    rendered, text = drawn(document, desk.ask(document.read))
    back = rendered.moved == ("rules",)
    assert rendered.pages - back <= document.pages
    assert without_breaks(desk.ask(lambda reads: reads.find(Workspace))[0].company_name) in (
        without_breaks(text)
    )


def test_where_nothing_was_written_one_page_says_so(
    document: Document,
    language: str,
    desk: Desk,  # noqa: F811
) -> None:
    rendered, text = drawn(document, emptied(desk.ask(document.read), document.lists))
    assert rendered.pages <= max(document.pages, 3)
    assert not announced(text)


def test_too_much_is_cut_with_a_mark_counted_or_on_another_page(
    document: Document,
    language: str,
    desk: Desk,  # noqa: F811
) -> None:
    words = words_without_end()

    def much(text: str) -> str:
        middle = " and more words of it" * 8 if len(text) > SHORT else " x"
        return f"{next(words)}{middle} {next(words)}"

    brief = reworded(grown(desk.ask(document.read), document.lists, 4), much)
    rendered, text = drawn(document, brief)
    printed = without_breaks(text)
    missing = []
    for name in document.lists:
        entries = getattr(brief, name) or ()
        gone = [e for e in entries if not any(s.split()[0] in printed for s in strings_of(e))]
        missing += [len(gone)] if gone else []
    begun = [each.split() for each in strings_of(brief) if each.split()[0] in printed]
    cut = [parts for parts in begun if parts[-1] not in printed]
    assert announced(text) == sorted(missing)
    assert text.count("…") >= len(cut)
    assert rendered.pages <= document.longest


def test_hostile_text_stays_text(document: Document, desk: Desk) -> None:  # noqa: F811
    """In English alone: what a person typed is the same in every language."""
    texts = cycle([MARKUP, *OURS, *hostile_strings()[::9], "W" * 2_000])
    usual = desk.ask(document.read)
    rendered, text = drawn(document, reworded(usual, lambda _usual: next(texts)[:2_000]))
    assert without_breaks("{{ 7 * 7 }}") in without_breaks(text)
    assert not UNSEEN.search(text)
    assert rendered.pages <= 2 * document.longest


@pytest.mark.parametrize("name", DOCUMENTS)
def test_qpdf_itself_has_nothing_to_say(name: str, desk: Desk, tmp_path: Any) -> None:  # noqa: F811
    """Where the program is installed; elsewhere its library has looked already."""
    path = tmp_path / "document.pdf"
    path.write_bytes(DOCUMENTS[name].render(desk.ask(DOCUMENTS[name].read), "Letter").pdf)
    if qpdf := shutil.which("qpdf"):
        said = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
        assert (said.returncode, said.stderr) == (0, "")
