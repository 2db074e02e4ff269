"""Direction is looked at for conduct, situation, what, by when and how it will be inspected."""

import json
from datetime import date

import pytest

from coachdesk.domain.direction_check import Doubt, Part, Piece, PieceKind, doubt, parts, sentences
from coachdesk.resources import resource

SAMPLE = json.loads(resource("content", "demo_team.json").read_text("utf-8"))["entities"]
REPS = {row["id"]: row["first_name"] for row in SAMPLE["rep"]}
DUE = date(2026, 3, 20)


def said(text, kind=PieceKind.LINE, **known):
    return doubt(Piece(kind=kind, text=text, rep="Priya", **known))


def test_nothing_the_sample_team_wrote_is_doubted():
    wrong = [
        (words, found)
        for talk in SAMPLE["coaching_session"]
        for words in sentences(talk["summary"])
        if (found := doubt(Piece(kind=PieceKind.SUMMARY, text=words, rep=REPS[talk["rep_id"]])))
    ]
    for row in SAMPLE["session_note"]:
        if row["mark"] in ("none", "observation") and (found := said(row["text"])):
            wrong.append((row["text"], found))
    for row in SAMPLE["ask"]:
        if found := said(row["text"], PieceKind.ASK, due_day=DUE, how=row["how"]):
            wrong.append((row["text"], found))
    for row in SAMPLE["mandate"]:
        if found := said(row["what"], PieceKind.MANDATE, due_day=DUE, how=row["how"]):
            wrong.append((row["what"], found))
    for row in SAMPLE["commitment"]:
        if found := said(row["text"], PieceKind.REP_PROMISE, due_day=DUE):
            wrong.append((row["text"], found))
    assert wrong == []  # of some 500 pieces


@pytest.mark.parametrize(
    "words",
    [
        "You are lazy.",
        "You’re a natural!",
        "You are a natural with customers",
        "Priya is too shy",
        "Bad attitude this month",
        "A positive attitude, as always",
        "Priya is a born seller",
        "You lack drive.",
        "You are always so negative.",
        "Not enough confidence with buyers",
        "You never listen",
    ],
)
def test_words_about_the_person_are_noticed(words):
    assert said(words) is Doubt.PERSON


@pytest.mark.parametrize(
    "words",
    [
        "Great job!",
        "Well done this month",
        "Keep up the good work.",
        "Very good visit with Mei.",
        "Priya did really well.",
        "The review went well, great work!",
        "I am very happy with you.",
        "Thanks for your hard work.",
        "Excellent numbers in February",
        "Super!",
    ],
)
def test_praise_without_a_behaviour_is_noticed(words):
    assert said(words) is Doubt.PRAISE


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Be more proactive", PieceKind.ASK),
        ("Improve your hand-offs", PieceKind.MANDATE),
        ("Work harder on follow-up", PieceKind.REP_PROMISE),
        ("Better preparation", PieceKind.ASK),
        ("Try harder", PieceKind.REP_PROMISE),
        ("You need to take more ownership.", PieceKind.SUMMARY),
        ("Priya should focus more on partners.", PieceKind.SUMMARY),
        ("Pay more attention to details", PieceKind.LINE),
        ("Step it up by Friday", PieceKind.LINE),
        ("Communicate better", PieceKind.REP_PROMISE),
    ],
)
def test_direction_nobody_could_see_being_done_is_noticed(words, kind):
    assert said(words, kind, due_day=DUE) is Doubt.VAGUE


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Priya will send the sheet to Mei.", Doubt.NO_DAY),
        ("Please brief the partner before the introduction.", Doubt.NO_DAY),
        ("You should ask the customer about growth plans.", Doubt.NO_DAY),
        ("Priya will send the sheet to Mei by Friday.", Doubt.NO_CHECK),
        ("Priya will send the sheet by Friday; we look at it together on Monday.", None),
        ("Bring the plan to me by Friday, I will read it.", None),
    ],
)
def test_a_sentence_that_tells_what_to_do_needs_a_day_and_a_way_to_look_at_it(words, found):
    assert said(words, PieceKind.SUMMARY) is found


@pytest.mark.parametrize(
    "words",
    [
        "Great job: asked the site director what a standstill costs.",
        "Well done – one question, then silence.",
        "“You are a natural”, the buyer said.",
        "The customer has to decide by May.",
        "The site is too small for the machine.",
        "We have to see what Service says.",
        "I will call Mei.",
        "Priya will be away on Friday.",
        "Call with Mei about the date.",
        "Visit at Arvenia Group was moved.",
        "Review of the plan, then the hand-offs.",
        "Good question about growth plans.",
        "It was a good meeting about price.",
        "Priya is committed to the plan.",
        "Natural gas is the subject at Ravensholt.",
        "The customer is difficult to reach.",
        "Sie sollte das Blatt schicken.",
    ],
)
def test_what_is_no_direction_and_no_verdict_is_left_alone(words):
    assert said(words) is None


def test_a_record_brings_its_day_and_its_check_along():
    words = "Send the sheet to Mei before each visit"
    whole = Piece(kind=PieceKind.MANDATE, text=words, due_day=DUE, how="We go through the list")
    assert parts(whole) == frozenset(Part)
    bare = Piece(kind=PieceKind.MANDATE, text="Better notes")
    assert parts(bare) == frozenset()


def test_the_sentence_after_may_say_how_it_is_inspected():
    words = "Priya will send the sheet by Friday."
    after = "We look at it together on Monday."
    assert said(words, PieceKind.SUMMARY, how=after) is None
    assert said(words, PieceKind.SUMMARY, how="The plan for May was moved.") is Doubt.NO_CHECK


def test_a_promise_of_the_manager_is_not_direction_to_the_rep():
    assert said("Be more present", PieceKind.OWN_PROMISE, due_day=DUE) is None


def test_sentences_stand_as_they_were_written():
    text = "Read 3.5 pages. Really? Yes!\nThen home"
    assert sentences(text) == ("Read 3.5 pages.", "Really?", "Yes!", "Then home")
