"""Lines of a talk by their marks, and hand-offs in one line."""

from contextlib import suppress
from datetime import date
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.hand_off_lines import parse_hand_off_line
from coachdesk.domain.reading import (
    KnownAccount,
    KnownBehaviour,
    KnownPerson,
    KnownRep,
    KnownTeam,
    Vocabulary,
)
from coachdesk.domain.talk_lines import leading_mark, read_talk_line
from coachdesk.domain.vocabulary import BehaviourKey

TUESDAY = date(2026, 3, 10)


def an_id(name: str) -> UUID:
    return uuid5(NAMESPACE_DNS, name)


PRIYA = KnownRep(id=an_id("Priya"), first_name="Priya", last_name="Raman")
VOCABULARY = Vocabulary(
    reps=(PRIYA,),
    accounts=(KnownAccount(id=an_id("Cobalt"), name="Cobalt Lane Printing"),),
    teams=(
        KnownTeam(id=an_id("Integration"), name="Integration Services"),
        KnownTeam(id=an_id("Finance"), name="Equipment Finance"),
    ),
    people=(
        KnownPerson(id=an_id("Mei"), name="Mei", team_id=an_id("Integration")),
        KnownPerson(id=an_id("Stefan"), name="Stefan", team_id=an_id("Integration")),
        KnownPerson(id=an_id("Greta"), name="Greta", team_id=an_id("Finance")),
    ),
    behaviours=(
        KnownBehaviour(key=BehaviourKey.TRANSITION, letter="t", words=("Transition",)),
        KnownBehaviour(key=BehaviourKey.NEED_IDENTIFICATION, letter="n", words=("Need",)),
        KnownBehaviour(key=BehaviourKey.EMPATHY, letter="", words=("Empathy",)),
    ),
)


def read(line: str):
    return read_talk_line(line, VOCABULARY, PRIYA, as_of=TUESDAY)


def hand_off(line: str):
    return parse_hand_off_line(line, VOCABULARY, as_of=TUESDAY)


@pytest.mark.parametrize(
    ("line", "mark", "text"),
    [
        ("? Write one page", "ask", "Write one page"),
        ("! One page by Friday", "mandate", "One page by Friday"),
        ("s How I prepare", "share", "How I prepare"),
        ("c I call Mei", "commitment", "I call Mei"),
        ("o Named the lead", "observation", "Named the lead"),
        ("p Tired today", "private", "Tired today"),
        ("Good week at Cobalt", "none", "Good week at Cobalt"),
        ("?Write", "none", "?Write"),
        ("So it went", "none", "So it went"),
        ("S it went", "none", "S it went"),
        ("", "none", ""),
    ],
)
def test_the_first_two_keys_make_the_mark(line, mark, text):
    reading = read(line)
    assert (reading.mark, reading.text) == (mark, text)


def test_a_letter_with_a_rating_makes_rated_evidence():
    reading = read("n4 Asked what an hour costs @Cobalt #Mei")
    assert reading.mark == "observation"
    assert reading.rating is not None
    assert (reading.rating.behaviour, reading.rating.value) == ("need_identification", 4)
    assert reading.mentions.account == an_id("Cobalt")
    assert reading.mentions.person == an_id("Mei")
    assert reading.text == "Asked what an hour costs @Cobalt #Mei"
    assert leading_mark("T2 ", VOCABULARY).rating.value == 2
    assert leading_mark("t6 ", VOCABULARY) is None
    assert leading_mark("t4", VOCABULARY) is None


@pytest.mark.parametrize(
    ("line", "owner", "due"),
    [
        ("c I will sit in on the hand-off on Thursday 12 March.", "manager", date(2026, 3, 12)),
        ("c Priya sends the page by Fri", "rep", date(2026, 3, 13)),
        ("c priya raman: the page, in two weeks", "rep", date(2026, 3, 24)),
        ("c Told yesterday, send it tomorrow", "manager", date(2026, 3, 11)),
        ("c Send what I named 2 days ago", "manager", None),
        ("c Call Priya", "manager", None),
        ("? One page, first by Thu, in full by 20 Mar", "manager", date(2026, 3, 20)),
        ("Met on Friday", "manager", None),
    ],
)
def test_a_promise_has_its_owner_and_the_last_day_named(line, owner, due):
    reading = read(line)
    assert (reading.owner, reading.due) == (owner, due)


def test_a_promise_on_a_day_that_does_not_exist_says_so():
    reading = read("c Send it by 30 Feb")
    assert reading.due is None
    assert reading.due_error is not None
    assert reading.due_error.next_step == "Try Sat 28 Feb."


def test_a_private_line_is_read_no_further():
    reading = read("p Mei at @Cobalt worries me by Fri")
    assert reading.pieces == ()
    assert reading.mentions.account is None
    assert reading.due is None


def test_places_are_those_of_the_line():
    line = "c Call @Cobalt by Fri"
    assert [line[p.start : p.end] for p in read(line).pieces] == ["@Cobalt", "Fri"]


def test_a_line_makes_a_draft_of_a_hand_off():
    reading = hand_off("@Cobalt #integration Connect the new press to the ordering system")
    assert (reading.account, reading.team) == (an_id("Cobalt"), an_id("Integration"))
    assert reading.need == "Connect the new press to the ordering system"
    assert not reading.sets
    assert reading.missing == ()


@pytest.mark.parametrize(
    "line",
    [
        "@Cobalt #int Connect the press > Test order runs, on paper, Mei, by 24 Mar",
        "@Cobalt #int Connect the press > Test order runs, on paper, by 24 Mar, Mei",
        "@Cobalt #int Connect the press > Test order runs, on paper by 24 Mar, mei.",
        "@Cobalt #Mei Connect the press > Test order runs, on paper, 24 Mar",
    ],
)
def test_an_expectation_takes_person_and_day_off_its_end(line):
    reading = hand_off(line)
    assert reading.need == "Connect the press"
    assert reading.expectation == "Test order runs, on paper"
    assert (reading.person, reading.due) == (an_id("Mei"), date(2026, 3, 24))
    assert reading.missing == ()


def test_a_line_that_begins_with_the_arrow_sets_the_one_above():
    reading = hand_off("> Test order runs, Greta, Fri")
    assert reading.sets
    assert (reading.person, reading.team) == (an_id("Greta"), an_id("Finance"))
    assert reading.due == date(2026, 3, 13)
    assert reading.missing == ("account", "need")


def test_what_a_hand_off_lacks_is_named_and_a_misspelt_person_offered():
    reading = hand_off("#int Connect > Test order runs, Stefen")
    assert reading.missing == ("account", "person", "due")
    (question,) = reading.questions
    assert [candidate.name for candidate in question.candidates] == ["Stefan"]
    assert hand_off("Costs 5 >3 > ").missing == (
        "account",
        "partner",
        "expectation",
        "person",
        "due",
    )


@pytest.mark.parametrize("line", ["", "   ", "@Cobalt #int Connect > Runs, Mei, 30 Feb"])
def test_an_empty_hand_off_or_an_impossible_day_is_refused(line):
    with pytest.raises(InputError):
        hand_off(line)


fragments = st.sampled_from(
    ["c ", "? ", "@Cobalt", "#int", "#Mei", "Mei", "Stefen", ">", ",", "by", "Fri", "30 Feb", "x"]
)


@given(st.one_of(st.text(), st.lists(fragments).map(" ".join)))
def test_any_line_is_read_or_refused_in_words(line):
    pieces = list(read(line).pieces)
    with suppress(UserError):
        pieces_of_hand_off = hand_off(line).pieces
        _assert_apart(pieces_of_hand_off, line)
    _assert_apart(pieces, line)


def _assert_apart(pieces, line):
    end = 0
    for piece in pieces:
        assert end <= piece.start < piece.end <= len(line)
        end = piece.end
