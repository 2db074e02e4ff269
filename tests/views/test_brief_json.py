"""A stored page comes back exactly, and a damaged one is refused by name."""

import json

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.views.brief_json import from_json, to_json
from coachdesk.views.briefs import EvidenceLine, FormBehaviour, SummaryBrief, TalkedAbout

BRIEF = SummaryBrief(
    language="en-GB",
    company="Aldermark",
    rep="Łukasz Nguyễn",
    manager="Maria Keller",
    day="Tuesday 10 March 2026",
    talked=TalkedAbout(summary="“We agreed” → by Friday"),
    went_well=(
        EvidenceLine(
            day="Thu 5 March",
            account="<b>R&D",
            letter="T",
            behaviour="Transition",
            words="…",
            value=4,
            self_value=3,
        ),
    ),
    requests=None,
    next_time=False,
)


def test_a_brief_comes_back_from_json_as_it_was() -> None:
    assert from_json(SummaryBrief, json.loads(json.dumps(to_json(BRIEF)))) == BRIEF


def test_a_tuple_of_fixed_length_comes_back() -> None:
    behaviour = FormBehaviour(
        letter="N",
        title="Need",
        short_title="Need",
        short_cue="Asks",
        anchors=("1", "2", "3", "4", "5"),
    )
    assert from_json(FormBehaviour, to_json(behaviour)) == behaviour


def test_a_page_stored_before_a_field_existed_takes_its_default() -> None:
    stored = to_json(BRIEF)
    del stored["code"]
    assert from_json(SummaryBrief, stored) == BRIEF


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("rep", 7, "SummaryBrief.rep"),
        ("version", True, "SummaryBrief.version"),
        ("draft", 0, "SummaryBrief.draft"),
        ("went_well", "none", "SummaryBrief.went_well"),
        ("went_well", [{"day": "Thu"}], "SummaryBrief.went_well[0].account"),
        ("talked", [], "SummaryBrief.talked"),
        ("private_notes", "he is tired", "SummaryBrief.private_notes"),
    ],
)
def test_a_field_that_is_not_what_it_should_be_is_named(
    field: str, value: object, place: str
) -> None:
    with pytest.raises(InputError) as refusal:
        from_json(SummaryBrief, to_json(BRIEF) | {field: value})
    assert f"at {place}:" in refusal.value.message
