"""A language is a catalogue: complete, compiled, with the same fields; dates and numbers follow."""

import gettext
import re
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from coachdesk.domain.ask_clarity import unclear
from coachdesk.domain.day_phrases import day_phrases, parse_day
from coachdesk.domain.numbers import decimal, whole
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.language import gettext as _
from coachdesk.language import within
from coachdesk.resources import DOMAIN, bind_words, language_of, languages
from coachdesk.services.playbook import shipped_playbook
from coachdesk.views.dates import long_day, print_day
from tests.words import TEMPLATE, catalogues, lacking, template

TUESDAY = date(2026, 3, 10)
FIELDS = re.compile(r"\{[^{}]*\}")
TAGS = re.compile(r"</?\w+>")


@pytest.fixture
def german() -> None:
    bind_words("de")


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain=DOMAIN)


def test_the_template_holds_every_sentence_of_the_program() -> None:
    written = BytesIO()
    write_po(written, template(), no_location=True, sort_output=True, omit_header=True)
    assert written.getvalue() == TEMPLATE.read_bytes(), "run: make words"


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parent.parent.name)
def test_a_language_is_complete_and_compiled(path: Path) -> None:
    catalogue = read(path)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    assert lacking(catalogue) == []
    assert path.with_suffix(".mo").read_bytes() == compiled.getvalue(), "run: make words"
    with TEMPLATE.open("rb") as file:
        wanted = {(message.context, message.id) for message in read_po(file) if message.id}
    assert {(message.context, message.id) for message in catalogue if message.id} == wanted


@pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.parent.parent.name)
def test_a_sentence_keeps_its_fields_and_marks(path: Path) -> None:
    wrong = []
    for message in read(path):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        known, said = (set(FIELDS.findall(" ".join(texts))) for texts in (ids, strings))
        least = set(FIELDS.findall(ids[-1])) if message.id else set()
        marks = [sorted(TAGS.findall(text)) for text in (ids[0], strings[0])]
        if not (least <= said <= known) or marks[0] != marks[1]:
            wrong.append(message.id)
    assert wrong == []


def test_a_third_language_is_a_folder_with_a_catalogue(tmp_path: Path) -> None:
    words = Catalog(locale="nl")
    words.add("Next time", "Volgende keer")
    words.add("English", "Nederlands", context="this language, in itself")
    words.add("1,234.5", "1.234,5", context="how a number is written")
    folder = tmp_path / "nl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, words)
    assert languages(tmp_path) == {"en-GB": "English", "nl": "Nederlands"}
    bind_words("nl")
    gettext.bindtextdomain(DOMAIN, tmp_path)
    assert (_("Next time"), decimal(0.25, 2), _("Open")) == ("Volgende keer", "0,25", "Open")


@pytest.mark.parametrize(
    ("asked", "found"),
    [("de_AT.UTF-8", "de"), ("de-CH", "de"), ("C.UTF-8", "en-GB"), ("", "en-GB"), ("fr", "en-GB")],
)
def test_the_language_of_a_system_is_the_nearest_there_is(asked: str, found: str) -> None:
    assert language_of(asked) == found


@pytest.mark.usefixtures("german")
def test_dates_and_numbers_are_written_as_the_language_writes_them() -> None:
    assert long_day(TUESDAY) == "Dienstag, 10. März 2026"
    assert print_day(TUESDAY) == "Di, 10. März"
    assert (decimal(0.97, 2), decimal(1234.5), whole(12_000)) == ("0,97", "1.234,5", "12.000")
    assert within("Dranbleiben") == "Dranbleiben"


def test_in_english_a_title_is_small_inside_a_sentence() -> None:
    assert (within("Follow-through"), decimal(1234.5)) == ("follow-through", "1,234.5")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("morgen", date(2026, 3, 11)),
        ("in zwei Wochen", date(2026, 3, 24)),
        ("vor drei Tagen", date(2026, 3, 7)),
        ("Fr, 13. März", date(2026, 3, 13)),
        ("bis nächsten Freitag", date(2026, 3, 20)),
        ("bis zum kommenden Montag", date(2026, 3, 16)),
        ("bis spätestens Freitag", date(2026, 3, 13)),
        ("morgen früh", date(2026, 3, 11)),
        ("in vierzehn Tagen", date(2026, 3, 24)),
        ("am 3. Feb. 2027", date(2027, 2, 3)),
        ("Ende des Monats", date(2026, 3, 31)),
        ("bis Ende April", date(2026, 4, 30)),
        ("Mittwoch nächster Woche", date(2026, 3, 18)),
        ("kommende Woche Mittwoch", date(2026, 3, 18)),
        ("Freitag, 13.3.", date(2026, 3, 13)),
        ("Fr 13.03.2026", date(2026, 3, 13)),
        ("Fri 13 Mar", date(2026, 3, 13)),
    ],
)
def test_a_day_is_typed_in_the_language_or_in_english(typed: str, day: date) -> None:
    assert parse_day(typed, as_of=TUESDAY, toward="future") == day


@pytest.mark.usefixtures("german")
def test_a_time_is_typed_as_it_is_said() -> None:
    assert parse_slot("Fr um 14:30 Uhr", as_of=TUESDAY) == (date(2026, 3, 13), time(14, 30))


@pytest.mark.usefixtures("german")
def test_a_word_that_only_looks_like_a_day_is_none() -> None:
    line = "So hat es Priya am Freitag gesagt"
    found = day_phrases(line, as_of=TUESDAY, toward="past")
    assert [line[phrase.start : phrase.end] for phrase in found] == ["Freitag"]


@pytest.mark.usefixtures("german")
def test_the_shipped_content_speaks_the_language_and_keeps_its_keys() -> None:
    german = shipped_playbook()
    bind_words("en-GB")
    english = shipped_playbook()
    assert german.behaviours.keys() == english.behaviours.keys()
    same = [
        key
        for key, guide in german.behaviours.items()
        if set(guide.anchors.values()) & set(english.behaviours[key].anchors.values())
    ]
    assert same == []
    untold = [
        mine.id
        for mine, theirs in zip(german.questions, english.questions, strict=True)
        if mine.id != theirs.id or mine.text == theirs.text
    ]
    assert untold == []


@pytest.mark.usefixtures("german")
def test_hints_on_wording_are_silent_where_their_rules_know_no_words() -> None:
    asked = "Better hand-offs"
    assert unclear(asked, has_day=False) == ()
    bind_words("en-GB")
    assert unclear(asked, has_day=False) != ()
