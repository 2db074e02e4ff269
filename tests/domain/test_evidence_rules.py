"""Evidence before opinion: what an observation needs before it counts."""

import pytest

from coachdesk.domain import evidence_rules as rules
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, Cause, ObservationState
from tests.domain.making import TODAY, an_observation, on, refusal

TITLES = {key: key.value for key in BehaviourKey}
NEED, VALUE, TRANSITION, FOLLOW, WIN = CHAIN


def rated(*keys: BehaviourKey, value: int = 4) -> list[Rated]:
    return [Rated(key, value) for key in keys]


@pytest.mark.parametrize(("day", "code"), [(-400, ""), (0, ""), (1, "E-OBS-01")])
def test_nothing_is_observed_in_the_future(day, code):
    assert refusal(rules.check_day, on(day), as_of=TODAY) == code


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("x" * 20, ""),
        ("x" * 19, "E-OBS-02"),
        (" " * 30 + "x" * 19 + "\n", "E-OBS-02"),
        ("", "E-OBS-02"),
        ("Łukasz asked “why?”…", ""),
    ],
)
def test_a_comment_counts_its_characters_after_trimming(comment, code):
    assert refusal(rules.check_comment, comment, least=20) == code


@pytest.mark.parametrize(
    ("ratings", "code"),
    [
        (rated(NEED), ""),
        (rated(NEED, VALUE, TRANSITION), ""),
        ([], "E-OBS-07"),
        (rated(NEED, VALUE, TRANSITION, FOLLOW), "E-OBS-03"),
        (rated(NEED, value=0), "E-OBS-04"),
        (rated(NEED, value=6), "E-OBS-04"),
        ([Rated(NEED, True)], "E-OBS-04"),
        (rated(NEED, VALUE, NEED), "E-OBS-09"),
    ],
)
def test_one_to_three_behaviours_are_rated_each_once_with_one_of_five_anchors(ratings, code):
    assert refusal(rules.check_ratings, ratings, TITLES) == code


@pytest.mark.parametrize(
    ("missed", "cause", "note", "keys", "code"),
    [
        (False, None, "", [NEED], ""),
        (True, Cause.REP, "", [TRANSITION], ""),
        (True, Cause.REP, "", [NEED, WIN], ""),
        (True, Cause.OTHER, "Moved house", [FOLLOW], ""),
        (False, Cause.REP, "", [TRANSITION], "E-OBS-05"),
        (True, Cause.REP, "", [NEED, VALUE], "E-OBS-05"),
        (True, None, "", [TRANSITION], "E-OBS-08"),
        (True, None, "", [NEED], ""),
        (True, Cause.OTHER, " ", [FOLLOW], "E-OBS-06"),
    ],
)
def test_a_cause_belongs_to_a_missed_expectation_and_is_needed_there(
    missed, cause, note, keys, code
):
    said = refusal(rules.check_cause, missed=missed, cause=cause, note=note, ratings=rated(*keys))
    assert said == code


def test_what_the_rep_received_is_not_changed():
    assert refusal(rules.refuse_received, True) == "E-OBS-10"
    assert refusal(rules.refuse_received, False) == ""


def test_a_correction_is_a_dated_line_and_the_original_stays():
    seen = an_observation()
    corrected = rules.corrected(seen, " It was Cobalt, not Calder ", as_of=TODAY)
    assert corrected.comment == seen.comment
    assert [(line.day, line.text) for line in corrected.addenda] == [
        (TODAY, "It was Cobalt, not Calder")
    ]


def test_an_observation_is_voided_with_a_reason_only():
    assert refusal(rules.voided, an_observation(), "  ") == "E-OBS-11"
    void = rules.voided(an_observation(), "Another rep was meant")
    assert (void.state, void.void_reason) == (ObservationState.VOIDED, "Another rep was meant")
