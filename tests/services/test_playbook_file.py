"""A Playbook’s file: what is written is read back, and a broken one names line and field."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachdesk.domain.errors import InputError
from coachdesk.domain.playbook_content import FIELDS, NAMED_BY, Field, Item, Part, Shape, content_of
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.playbook_file import playbook_text
from coachdesk.services.playbook_reading import read_playbook

DAY = date(2026, 3, 10)
TOP = "coachdesk_playbook: 1\n"
SITUATION = TOP + "situations:\n  - key: large_deal\n    title: Large deal\n"


def words(field: Field) -> st.SearchStrategy[str]:
    letters = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
    texts = st.text(letters, max_size=min(field.length.most, 40)).map(str.strip)
    return texts.filter(lambda text: len(text) >= max(1, field.length.least))


def said(field: Field) -> st.SearchStrategy[object]:
    match field.shape:
        case Shape.LINES | Shape.SCALE:
            least = max(1, field.least)
            return st.lists(words(field), min_size=least, max_size=max(least, 3)).map(tuple)
        case _ if field.name == "key" and not field.choices:
            return st.sampled_from([question.id for question in shipped_playbook().questions])
        case Shape.CHOICE:
            return st.sampled_from(field.choices)
        case Shape.CHOICES:
            return st.lists(st.sampled_from(field.choices), min_size=1, max_size=3).map(tuple)
        case Shape.FLAG:
            return st.just(True)
        case Shape.DAY:
            return st.dates(date(2020, 1, 1)).map(date.isoformat)
        case Shape.ENTRIES:
            row = st.tuples(words(field), words(field), words(field))
            return st.lists(row, min_size=1, max_size=2).map(tuple)
        case _:
            return words(field)


@st.composite
def items(draw: st.DrawFn) -> Item:
    part = draw(st.sampled_from(Part))
    values = {each.name: draw(said(each)) for each in FIELDS[part]}
    key = str(values.get("key", part.value if part is Part.EXAMPLE else ""))
    title = str(values.get(NAMED_BY.get(part, "key"), "") or key)
    return Item(part=part, key=key, title=title, values=values)


def bare(item: Item) -> tuple[object, ...]:
    return (item.part, item.key, item.title, dict(item.values))


@settings(max_examples=60, deadline=None)
@given(items())
def test_what_is_written_is_read_back(item: Item) -> None:
    read = read_playbook(playbook_text(content_of([item]), DAY))
    assert [bare(each) for each in read.items] == [bare(item)]


def fault(text: str) -> str:
    with pytest.raises(InputError) as refused:
        read_playbook(text)
    assert refused.value.code == "E-PBK-01"
    return f"{refused.value.message} {refused.value.next_step}"


NINE = "    expected:\n" + "      - Says who does what.\n" * 9


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (SITUATION + NINE, "Line 6, expected of “Large deal”: 9 are too many. Keep 8."),
        (
            SITUATION + "    principle: " + "x" * 302,
            "Line 5, principle of “Large deal”: it is 2 characters too long. Shorten it to 300.",
        ),
        (SITUATION + "    expects: Much", "Line 5, “expects”: this is no field of “Large deal”."),
        (
            SITUATION + "    title: Another",
            "Line 5, “title” of situations stands here twice, first in line 4.",
        ),
        (
            SITUATION + "    emphasis:\n      - closing",
            "Line 6, emphasis of “Large deal”: “closing” is not known. Use one of",
        ),
        (
            SITUATION + "  - key: large_deal",
            "Line 5, “large_deal” stands here twice, first in line 3",
        ),
        (TOP + "situations:\n  - principle: Trust", "Line 3, “title” is missing."),
        (TOP + "situations: many", "Line 2, “situations”: this is no list."),
        (TOP + "situations:\n  - Large deal", "Line 3, an item of “situations” has no fields."),
        (TOP + "reps:\n  - name: Priya", "Line 2, “reps”: this is no part of a Playbook."),
        (TOP + "lessons:\n  - title: Short", "Line 3, text of “Short”: it is missing."),
        (
            TOP + "stories:\n  - title: New\n    when: soon",
            "Line 4, when of “New”: “soon” is no day. Write it as 2026-03-10.",
        ),
        (
            TOP + "questions:\n  - text: Who?\n    favourite: perhaps",
            "Line 4, favourite of “Who?”: “perhaps” is neither yes nor no.",
        ),
        (
            TOP + "ratings:\n  - key: transition\n    anchors:\n      1: Bad\n      5: Good",
            "Line 5, anchors of “transition”: 2, 3, 4 is missing.",
        ),
        (
            TOP + "rules:\n  - subject: Mail\n    entries:\n      - rule:",
            "Line 5, entries of “Mail”: an entry says nothing.",
        ),
        (
            TOP + "rules:\n  - subject: Mail\n    entries:\n      - rule: {a: b}",
            "Line 5, rule of entries of “Mail”: words are expected here, not a list.",
        ),
        (SITUATION + "    compete: &one Alone\n", "Line 5, “&” and “*” are not used in this file."),
        (SITUATION + "    compete: *one\n", "Line 5, “&” and “*” are not used in this file."),
        (SITUATION + "    compete: !!python/name:os.system\n", "Line 5, “!” is not used"),
        (SITUATION + "---\nmore: 1\n", "Line 5, a second document begins here."),
        (SITUATION + "   compete: [\n", "Line 5, from here on the file cannot be read."),
        (SITUATION + "    compete: a\x07b\n", "Line 5, there is a character that no text has."),
        (TOP + "rules: " + "[" * 30, "Line 2, this is nested too deeply."),
        ("coachdesk_playbook: 2\n", "a newer Coachdesk wrote this file (2; this one reads 1)."),
        ("coachdesk_playbook: one\n", "Line 1, “coachdesk_playbook”: “one” is no version."),
        ("situations:\n", "This is no Playbook file."),
        ("", "This is no Playbook file."),
        ("Just words", "This is no Playbook file."),
    ],
)
def test_a_broken_file_names_line_and_field(text: str, sentence: str) -> None:
    assert sentence in fault(text)


def test_words_that_look_like_something_else_stay_words() -> None:
    read = read_playbook(
        SITUATION + "    principle: 2026-03-10\n    compete: yes\n    expected: \n"
    )
    values = read.items[0].values
    assert (values["principle"], values["compete"], values["expected"]) == ("2026-03-10", "yes", ())
