"""A half-valid entity cannot be made."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Addendum, Draft, Rating
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.talks import TalkAddendum
from coachdesk.domain.vocabulary import BehaviourKey, DraftSource
from tests.domain.making import TODAY, a_mandate, a_promise, a_share, a_talk, an_observation


def a_rep(**fields: Any) -> Rep:
    return Rep(**{"id": uuid4(), "first_name": "Priya"} | fields)


def refused(make: Any, **fields: Any) -> str:
    """The sentence with which these fields are refused; empty if they are allowed."""
    try:
        make(**fields)
    except InputError as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize(
    ("make", "field", "least", "most"),
    [
        (a_rep, "first_name", 1, 40),
        (a_promise, "text", 5, 200),
        (a_share, "text", 1, 400),
        (an_observation, "comment", 1, 600),
        (a_mandate, "how", 3, 200),
        (a_talk, "summary", 0, 600),
    ],
)
def test_a_text_is_as_long_as_its_limits_allow(make, field, least, most):
    assert refused(make, **{field: "é" * most}) == ""
    assert refused(make, **{field: "x" * least}) == ""
    assert "1 too many" in refused(make, **{field: "x" * (most + 1)})
    if least:
        assert f"at least {least}" in refused(make, **{field: " " * 9 + "x" * (least - 1)})


def test_blanks_around_a_text_do_not_count():
    assert refused(a_rep, first_name=" " * 10 + "x" * 40 + " " * 10) == ""


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "tail \udfff"])
def test_a_character_that_cannot_be_stored_is_refused_in_one_sentence(text):
    said = refused(a_rep, first_name=text)
    assert said == "The first name contains a character that cannot be stored."


@pytest.mark.parametrize("text", ["שלום", "👩‍✈️", "ệ Ł", "<b>", "a\u202eb", "{n} %s"])
def test_every_other_character_is_kept(text):
    assert a_rep(first_name=text).first_name == text


@pytest.mark.parametrize("value", [0, 6, -1, True, 3.0, "4", None])
def test_a_rating_is_a_whole_number_from_one_to_five(value):
    good = Rating(id=uuid4(), observation_id=uuid4(), behaviour_key=BehaviourKey.ALL_WIN, value=1)
    assert refused(lambda: replace(good, value=value))


@pytest.mark.parametrize("minutes", [9, 181])
def test_a_talk_takes_ten_minutes_to_three_hours(minutes):
    assert "between 10 and 180" in refused(a_talk, minutes=minutes)


def test_a_choice_is_one_of_its_vocabulary():
    assert "known choices" in refused(a_talk, state="planned")


def test_a_text_is_text():
    assert "must be text" in refused(a_rep, first_name=5)


def test_what_may_be_unknown_is_checked_only_when_it_is_known():
    assert refused(Account, id=uuid4(), name="Cobalt") == ""
    assert "at least 1" in refused(Account, id=uuid4(), name="Cobalt", industry=" ")


def test_a_line_of_forty_thousand_characters_fits_a_draft_and_no_more():
    fields = {"id": uuid4(), "source": DraftSource.CAPTURE, "day": TODAY}
    assert refused(Draft, **fields, raw="x" * 40_000) == ""
    assert refused(Draft, **fields, raw="x" * 40_001)


@pytest.mark.parametrize(
    ("first", "last", "name", "initials"),
    [
        ("Priya", "Raman", "Priya Raman", "PR"),
        ("Cher", "", "Cher", "C"),
        ("éva", "ő", "éva ő", "ÉŐ"),
    ],
)
def test_a_rep_is_called_by_whatever_names_there_are(first, last, name, initials):
    rep = a_rep(first_name=first, last_name=last)
    assert (rep.name, rep.initials) == (name, initials)


def test_each_text_of_several_is_storable():
    assert "cannot be stored" in refused(a_talk, own_questions=("What helped?", "\ud800"))


@pytest.mark.parametrize("kind", [Addendum, TalkAddendum])
@pytest.mark.parametrize(
    ("text", "is_allowed"),
    [("x", True), ("x" * 300, True), ("", False), ("x" * 301, False), ("\x00", False)],
)
def test_a_dated_line_says_something_in_three_hundred_characters(kind, text, is_allowed):
    assert (refused(kind, day=TODAY, text=text) == "") is is_allowed


@pytest.mark.parametrize(
    ("first", "last", "initials"),
    [("Priya", "Raman", "PR"), ("\u202eשלום", "", "ש"), ("<b>", "", "B"), ("🎉", "(x)", "🎉X")],
)
def test_initials_are_letters_that_show(first: str, last: str, initials: str) -> None:
    assert Rep(id=uuid4(), first_name=first, last_name=last).initials == initials
