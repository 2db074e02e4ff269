"""A verdict without anything seen or heard is noticed; what happened never is."""

import json

import pytest

from coachdesk.domain.opinions import is_opinion
from coachdesk.resources import resource

BEHAVIOURS = json.loads(resource("content", "behaviours.json").read_text("utf-8"))["behaviours"]
SAMPLE = json.loads(resource("content", "demo_team.json").read_text("utf-8"))["entities"]


@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda row: row["key"])
def test_the_bad_example_of_every_behaviour_is_noticed_and_no_good_one_is(behaviour):
    assert is_opinion(behaviour["example_bad"]["text"])
    assert [words for words in behaviour["examples_good"] if is_opinion(words)] == []


@pytest.mark.parametrize("behaviour", BEHAVIOURS, ids=lambda row: row["key"])
def test_no_anchor_and_no_cue_is_taken_for_an_opinion(behaviour):
    shipped = [*behaviour["anchors"].values(), *behaviour["cues"], behaviour["definition"]]
    assert [words for words in shipped if is_opinion(words)] == []


def test_no_observation_of_the_sample_team_is_taken_for_an_opinion():
    assert [row["comment"] for row in SAMPLE["observation"] if is_opinion(row["comment"])] == []


@pytest.mark.parametrize(
    ("words", "noticed"),
    [
        ("Great attitude, a natural with customers.", True),
        ("Is lazy and never prepares anything.", True),
        ("Doesn’t care about the partner at all.", True),
        ("Good job with the customer this time", True),
        ("Said “I never pass a customer on” in front of Dana", False),
        ("Never mentioned the partner, on Tuesday at Cobalt", False),
        ("Everyone said that it had helped", False),
        ("Great opening: asked what an hour of downtime costs", False),
        ("Brought Stefan in with a clear hand-off", False),
        ("Kept the customer waiting for 20 minutes", False),
        ("Hat kein Gefühl für das Geschäft der Partner.", False),
        ("", False),
    ],
)
def test_a_verdict_alone_is_noticed_and_one_beside_what_happened_is_not(words, noticed):
    assert is_opinion(words) is noticed
