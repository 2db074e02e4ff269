"""A request is read for one thing, a verb, a day and a tone one would like to hear."""

import json

import pytest

from coachdesk.domain.ask_clarity import Unclear, unclear
from coachdesk.resources import resource

SAMPLE = json.loads(resource("content", "demo_team.json").read_text("utf-8"))["entities"]
ASKED = sorted({row["text"] for row in SAMPLE["ask"]})
REQUIRED = sorted({row["what"] for row in SAMPLE["mandate"]})


@pytest.mark.parametrize("words", [*ASKED, *REQUIRED])
def test_a_request_of_the_sample_team_with_its_day_is_clear(words):
    assert unclear(words, has_day=True) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Would you call Mei and send the sheet to Service Contracts?",
        "Call the plant manager. Send me the offer.",
        "Would you brief Ingrid? Could you also book the room?",
        "Send the sheet; call Mei",
        "Please list the open requests and tell the partner which come first",
        "Call Mei, send the sheet, book the room",
        "Bring the plan and show me the three accounts",
        "1. Update the CRM\n2. Call the customer",
        "Keep the CRM current and visit two customers a week",
        "Ask the site director about the budget, then write it down and mail it to me",
    ],
)
def test_more_than_one_thing_is_noticed(words):
    assert Unclear.SEVERAL in unclear(words, has_day=True)


@pytest.mark.parametrize(
    "words",
    [
        "Would you brief the partner by phone and mail?",
        "Would you call and ask what they expected?",
        "Agree the roles and dates with Mei",
        "Would you find out who owns the budget and signs the order?",
        "Would you send the list? Mei needs it for the review.",
        "At the meeting, ask the customer about growth plans",
        "Would you visit Arvenia Group and Vellmar Tools?",
        "Talk to sales and support about capacity",
        "Ask Luc to read the plan and send the figures",
        "Would you go and see the plant?",
        "Keep the CRM current",
        "Please be on time at the review with Nordwind AG and Tarn Valley.",
    ],
)
def test_one_thing_with_several_words_is_left_alone(words):
    assert unclear(words, has_day=True) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Better hand-offs",
        "More visits",
        "CRM hygiene",
        "Stronger follow-up with partners",
        "Fewer corrections",
        "Your attitude",
        "Regular reporting",
        "Pipeline quality",
        "Clearer notes",
        "Early preparation",
    ],
)
def test_a_thing_without_anything_to_do_is_noticed(words):
    assert unclear(words, has_day=True) == (Unclear.NO_VERB,)


@pytest.mark.parametrize(
    "words",
    [
        "Photocopy the plans",
        "The CRM is kept current",
        "Lower the price by a tenth",
        "You send the sheet on Fridays",
        "I’d like the sheet a day earlier",
        "Bring der Kundin das Blatt mit",
        "Stell dem Partner die Frage",
    ],
)
def test_what_may_be_something_to_do_is_left_alone(words):
    assert Unclear.NO_VERB not in unclear(words, has_day=True)


@pytest.mark.parametrize(
    ("words", "lacks"),
    [
        ("Would you send the sheet?", True),
        ("Keep the CRM current", True),
        ("Would you brief Mei soon?", True),
        ("Call Arvenia Group when you can", True),
        ("Would you name one owner per country?", True),
        ("Please prepare the review", True),
        ("Ask about growth plans", True),
        ("Would you leave the demo to the partner?", True),
        ("Tell the customer about the bottleneck", True),
        ("Would you go through the offer with Daniel?", True),
        ("Would you send the sheet by Friday?", False),
        ("Would you send the sheet on 13 March?", False),
        ("Would you enter projects each Friday?", False),
        ("Would you answer within two working days?", False),
        ("Bring it to the next talk", False),
        ("Would you brief Mei in two weeks?", False),
    ],
)
def test_a_day_is_looked_for_only_where_none_is_told_elsewhere(words, lacks):
    assert (Unclear.NO_DAY in unclear(words, has_day=False)) is lacks
    assert Unclear.NO_DAY not in unclear(words, has_day=True)


@pytest.mark.parametrize(
    "words",
    [
        "Would you finally enter the visits?",
        "How often must I ask for the sheet?",
        "As I told you, brief the partner first",
        "Send the list by Friday or else",
        "You never call the partner; would you do it?",
        "You always forget the sheet",
        "Could you be on time for once?",
        "Send me the sheet NOW",
        "Please call the customer!!!",
        "Just do it",
        "DO IT THE WAY WE AGREED",
        "Why can’t you keep the CRM current?",
    ],
)
def test_words_nobody_likes_to_hear_are_noticed(words):
    assert Unclear.HARSH in unclear(words, has_day=True)


@pytest.mark.parametrize(
    "words",
    [
        "Would you agree the final offer?",
        "Enter each visit in the SAP CRM",
        "Would you ask the IT team of ABB AG?",
        "Would you always name the owner?",
        "Brief the partner before the introduction!",
    ],
)
def test_a_firm_word_is_not_a_harsh_one(words):
    assert unclear(words, has_day=True) == ()


def test_what_is_found_stands_in_one_order_and_nothing_is_said_of_no_words():
    found = unclear("Finally call Mei and send the sheet!!!", has_day=False)
    assert found == (Unclear.SEVERAL, Unclear.NO_DAY, Unclear.HARSH)
    assert unclear("  ", has_day=False) == ()
