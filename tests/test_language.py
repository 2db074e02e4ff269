"""The team's own word for a rep, in every shipped sentence and nowhere else."""

import pytest

from coachdesk.language import gettext, in_own_words, ngettext, use_words, worded, words_in_use

ACCOUNT = ("account manager", "account managers")
SALES = ("sales manager", "sales managers")


@pytest.mark.parametrize(
    ("message", "words", "said"),
    [
        ("Add a rep", ACCOUNT, "Add an account manager"),
        ("Add a rep", SALES, "Add a sales manager"),
        ("A rep left", ACCOUNT, "An account manager left"),
        ("Rep", SALES, "Sales manager"),
        ("No reps yet", SALES, "No sales managers yet"),
        ("Reps: {names}.", SALES, "Sales managers: {names}."),
        ("The rep’s own words", ACCOUNT, "The account manager’s own words"),
        ("The reps’ promises", SALES, "The sales managers’ promises"),
        ("The reps’ promises", ("seller", "salespeople"), "The salespeople’s promises"),
        ("“rep” and (reps)", SALES, "“sales manager” and (sales managers)"),
        ("One rep, two reps.", SALES, "One sales manager, two sales managers."),
        ("{rep} and {reps} of a rep", ACCOUNT, "{rep} and {reps} of an account manager"),
        ("Say --rep NAME for one rep", SALES, "Say --rep NAME for one sales manager"),
        ("coachdesk print --rep REP", SALES, "coachdesk print --rep REP"),
        ("A report, a reply, REP, repair", SALES, "A report, a reply, REP, repair"),
        ("Write it to reps.csv", SALES, "Write it to reps.csv"),
        ("The rep.", SALES, "The sales manager."),
        ("one of the rep's", ("Area Lead", "Area Leads"), "one of the Area Lead's"),
    ],
)
def test_a_shipped_sentence_says_the_own_word(message, words, said):
    assert worded(message, *words) == said


def test_the_usual_words_leave_the_message_untouched():
    message = "Add a rep to the reps"
    assert in_own_words(message) is message
    assert gettext(message) == message
    assert words_in_use() == ("rep", "reps")


def test_only_the_sentence_is_worded_and_not_what_is_put_into_it():
    assert use_words(*SALES)
    said = gettext("“{typed}” is no rep of yours.").format(typed="rep Smith --rep")
    assert said == "“rep Smith --rep” is no sales manager of yours."


def test_numbers_choose_between_one_and_several():
    assert use_words(*ACCOUNT)
    assert not use_words(*ACCOUNT)
    said = [ngettext("{n} rep", "{n} reps", n).format(n=n) for n in (1, 3)]
    assert said == ["1 account manager", "3 account managers"]
    assert use_words()
