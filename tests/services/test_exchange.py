"""Whatever a person typed comes back from an exchange file as it was."""

from pathlib import Path

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.people import Rep
from coachdesk.services.capture import capture_line, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes, import_package, read_package
from coachdesk.services.people import add_account, add_rep
from coachdesk.store.opening import create_store
from tests.services.making import NEED, all_of, everything, line, refused, running, seen, wrapped_up
from tests.services.test_talk_notes import TEXTS
from tests.store.making import FakeClock

HOSTILE = (
    "שלום \u202eabc\u202c",
    "👩‍✈️🏳️‍🌈 e\u0301 ﷽",
    '<b>&amp;</b> {n} %s \\u0000 \\"',
    "'; DROP TABLE rep; --",
    "tab\tline\nbreak\r\u2028\u0085 end",
    "\ufeff\ufffe\uffff\U0010ffff",
)


@pytest.fixture
def elsewhere(tmp_path: Path, clock: FakeClock):
    made = Desk(create_store(tmp_path / "elsewhere.coachdesk", now=clock()), clock)
    yield made
    made.close()


def carried_over(desk: Desk, elsewhere: Desk) -> bytes:
    content = desk.ask(export_bytes)
    elsewhere.load(import_package, read_package(content, "team.json"))
    return content


@pytest.mark.parametrize("text", HOSTILE)
def test_every_storable_text_comes_back_as_it_was(office: Desk, elsewhere: Desk, text: str) -> None:
    office.do(add_rep, f"Zed {text}"[:40])
    office.do(add_account, text)
    seen(office, (NEED, 4), comment=f"Asked twenty characters of {text}")
    talk = running(office)
    for mark, words in TEXTS.items():
        line(office, talk, mark, f"{words} {text}")
    wrapped_up(office, talk, summary=text)
    content = carried_over(office, elsewhere)
    assert everything(elsewhere) == everything(office)
    assert elsewhere.ask(export_bytes) == content


def test_a_draft_of_forty_thousand_characters_comes_back_whole(
    office: Desk, elsewhere: Desk
) -> None:
    text = "Priya " + "🙂ß" * 19_997
    office.do(capture_line, office.ask(read_line, text))
    carried_over(office, elsewhere)
    assert [draft.raw for draft in all_of(elsewhere, Draft)] == [text]


@pytest.mark.parametrize("text", ["a\x00b", "\ud800"])
def test_what_cannot_be_stored_is_refused_where_it_is_typed(office: Desk, text: str) -> None:
    before = everything(office)
    for act in (
        lambda: office.do(add_rep, text),
        lambda: office.do(add_account, text),
        lambda: office.do(capture_line, office.ask(read_line, f"Priya {text}")),
    ):
        with pytest.raises(InputError, match="cannot be stored"):
            act()
    assert everything(office) == before


def test_the_sample_comes_back_whole(desk: Desk, elsewhere: Desk) -> None:
    carried_over(desk, elsewhere)
    assert everything(elsewhere) == everything(desk)
    assert len(all_of(elsewhere, Rep)) == 8


def test_an_import_never_mixes_two_teams(desk: Desk, office: Desk) -> None:
    package = read_package(desk.ask(export_bytes), "team.json")
    before = everything(office)
    assert refused(lambda: office.load(import_package, package)) == "E-IMP-01"
    assert everything(office) == before
