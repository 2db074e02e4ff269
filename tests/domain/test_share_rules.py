"""What turns a gift into a debt is refused; stories about days are not."""

import pytest

from coachdesk.domain.share_rules import refuse_conditions
from tests.domain.making import TODAY, refusal

REFUSED = (
    "How I brief research, try it by Friday",
    "My list of questions, to be used until 20 Mar",
    "The template is yours, due tomorrow",
    "Use my slides before the end of the month",
    "My contact at Northgate, in return for a call with them",
    "My Tuesday slot in exchange for yours",
    "I tell you this so that you owe me one",
    "I covered the visit, now you owe us",
    "Try it BY  next week",
)
GIVEN = (
    "How I hand a customer to research",
    "On Friday I lost a customer by talking too long",
    "I learned it by asking",
    "Story: by March 2024 we had lost them both",
    "What I do before a visit",
    "I wish that this works out for you",
    "The customer returned in spring",
    "I was due to speak and said nothing",
    "Monday is when I plan my week",
    "A feeling: I was proud on 3 Mar",
    "",
)


@pytest.mark.parametrize("text", REFUSED)
def test_a_due_day_or_something_in_return_is_refused(text):
    assert refusal(refuse_conditions, text, as_of=TODAY) == "E-SHA-01"


@pytest.mark.parametrize("text", GIVEN)
def test_what_is_given_freely_passes(text):
    assert refusal(refuse_conditions, text, as_of=TODAY) == ""
