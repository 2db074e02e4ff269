"""Where an expectation stands with a rep, and what may be agreed and looked at."""

from dataclasses import replace
from uuid import uuid4

import pytest

from coachdesk.domain import expectation_rules as rules
from coachdesk.domain.errors import InputError
from coachdesk.domain.expectation_rules import Standing
from coachdesk.domain.expectations import ExpectationAgreement, Inspection, SituationExpectation
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.situation_words import SituationWords, in_force
from coachdesk.domain.vocabulary import BuyIn
from tests.domain.making import TODAY, on, refusal


def agreed(**fields):
    usual = {
        "id": uuid4(),
        "rep_id": uuid4(),
        "situation": "large_deal",
        "explained_day": on(-60),
        "rep_words": "I brief before I introduce.",
        "bought_in": BuyIn.OWNS,
        "inspect_every_days": 30,
    }
    return ExpectationAgreement(**usual | fields)


def look(days, found=Found.SEEN, note="Saw the briefing at Kestrel"):
    return Inspection(day=on(days), found=found, note=note)


@pytest.mark.parametrize(
    ("agreement", "missed", "stands"),
    [
        (None, (), Standing.NEVER_AGREED),
        # What was never agreed cannot be missed.
        (None, (-1,), Standing.NEVER_AGREED),
        (agreed(explained_day=None), (-1,), Standing.NEVER_AGREED),
        (agreed(bought_in=BuyIn.NOT_YET), (-1,), Standing.NOT_BOUGHT_IN),
        (agreed(), (), Standing.DUE),
        (agreed(inspect_every_days=60), (), Standing.DUE),
        (agreed(inspect_every_days=61), (), Standing.AGREED),
        (agreed(inspect_every_days=None), (), Standing.AGREED),
        (agreed(inspections=(look(-29),)), (), Standing.AGREED),
        (agreed(inspections=(look(-30),)), (), Standing.DUE),
        (agreed(inspections=(look(-3, Found.MISSED),)), (), Standing.MISSED),
        (agreed(inspections=(look(-3, Found.PARTLY),)), (), Standing.AGREED),
        (agreed(inspections=(look(-9, Found.MISSED), look(-3))), (), Standing.AGREED),
        # An event of the same day as the look was looked at with it; a later one was not.
        (agreed(inspections=(look(-3),)), (-3,), Standing.AGREED),
        (agreed(inspections=(look(-3),)), (-2,), Standing.MISSED),
        # Before it was explained, and on that day, nothing agreed was missed.
        (agreed(inspect_every_days=None), (-61, -60), Standing.AGREED),
        (agreed(inspect_every_days=None), (-59,), Standing.MISSED),
    ],
)
def test_where_an_expectation_stands(agreement, missed, stands):
    days = tuple(on(day) for day in missed)
    assert rules.standing(agreement, days, as_of=TODAY) is stands


def test_never_agreed_comes_before_missed_and_what_is_well_comes_last():
    assert rules.ORDER.index(Standing.NEVER_AGREED) < rules.ORDER.index(Standing.MISSED)
    assert rules.ORDER[-1] is Standing.AGREED


def test_a_look_of_the_same_day_that_was_entered_later_is_the_newest():
    both = agreed(inspections=(look(-3, Found.MISSED), look(-3, Found.SEEN)))
    assert rules.last_look(both).found is Found.SEEN


def test_the_next_look_counts_from_when_it_was_explained_anew():
    anew = agreed(explained_day=on(-2), inspections=(look(-20),))
    assert rules.next_look(anew) == on(28)


def test_bought_in_needs_words_of_the_reps_own():
    assert refusal(rules.check_agreement, agreed(rep_words=" "), as_of=TODAY) == "E-XPA-01"
    waits = agreed(rep_words="", bought_in=BuyIn.NOT_YET)
    assert refusal(rules.check_agreement, waits, as_of=TODAY) == ""


def test_nothing_new_is_agreed_in_an_archived_situation():
    assert refusal(rules.check_open, "Rescue", is_archived=True) == "E-XPA-02"
    assert refusal(rules.check_open, "Rescue", is_archived=False) == ""


@pytest.mark.parametrize(
    ("agreement", "seen", "code"),
    [
        (None, look(0), "E-XPA-03"),
        (agreed(explained_day=None), look(0), "E-XPA-03"),
        (agreed(), look(-61), "E-XPA-04"),
        (agreed(), look(-60), ""),
        (agreed(), look(0, Found.MISSED, note=" "), "E-XPA-05"),
        (agreed(), look(0, Found.PARTLY, note=""), "E-XPA-05"),
        (agreed(), look(0, Found.SEEN, note=""), ""),
    ],
)
def test_only_what_was_agreed_is_looked_at_and_a_miss_names_its_moment(agreement, seen, code):
    assert refusal(rules.looked, agreement, seen, as_of=TODAY) == code


def test_days_still_to_come_are_refused():
    with pytest.raises(InputError, match="still to come"):
        rules.looked(agreed(), look(1), as_of=TODAY)
    with pytest.raises(InputError, match="still to come"):
        rules.check_agreement(agreed(explained_day=on(1)), as_of=TODAY)


def test_looks_stand_by_day_and_one_entered_by_mistake_goes():
    both = rules.looked(agreed(inspections=(look(-3),)), look(-9), as_of=TODAY)
    assert [each.day for each in both.inspections] == [on(-9), on(-3)]
    assert rules.without_look(both, 0).inspections == (look(-3),)
    with pytest.raises(InputError):
        rules.without_look(both, 2)


def version(key, number, **fields):
    usual = {"id": uuid4(), "situation": key, "title": key, "edited_day": TODAY}
    return SituationExpectation(**usual | {"version": number} | fields)


def test_the_newest_words_are_in_force_and_own_situations_follow_the_shipped_ones():
    shipped = {
        "large_deal": SituationWords(key="large_deal", title="Large deal", principle="As one."),
        "inside_sales": SituationWords(key="inside_sales", title="Inside sales"),
    }
    found = in_force(
        shipped,
        [
            version("own_rescue", 1, title="Rescue"),
            version("inside_sales", 3, title="Calls"),
            version("inside_sales", 2, title="Short calls"),
            version("own_first", 1, title="first introduction", is_archived=True),
        ],
    )
    assert list(found) == ["large_deal", "inside_sales", "own_first", "own_rescue"]
    assert (found["inside_sales"].title, found["inside_sales"].version) == ("Calls", 3)
    assert found["large_deal"].is_shipped
    assert not found["inside_sales"].is_shipped
    assert found["own_first"].is_archived
    assert found["own_first"].is_own


def test_words_that_came_back_to_the_shipped_ones_are_the_shipped_ones():
    shipped = SituationWords(key="large_deal", title="Large deal", principle="As one.")
    back = version("large_deal", 3, title="Large deal", principle="As one.")
    assert in_force({"large_deal": shipped}, [back])["large_deal"] == replace(
        shipped, version=3, edited_day=TODAY, same_versions=frozenset({1, 3})
    )
