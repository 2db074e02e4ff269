"""One typed line, and what is understood of it."""

from contextlib import suppress
from datetime import date, timedelta
from time import thread_time
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.capture import read_capture
from coachdesk.domain.errors import InputError, RuleError, UserError
from coachdesk.domain.playbook import BehaviourGuide
from coachdesk.domain.reading import (
    KnownAccount,
    KnownBehaviour,
    KnownPerson,
    KnownRep,
    KnownTeam,
    Vocabulary,
    known_behaviours,
)
from coachdesk.domain.vocabulary import BehaviourKey

TUESDAY = date(2026, 3, 10)


def an_id(name: str) -> UUID:
    return uuid5(NAMESPACE_DNS, name)


def a_rep(first: str, last: str, *, active: bool = True) -> KnownRep:
    return KnownRep(id=an_id(f"{first} {last}"), first_name=first, last_name=last, active=active)


def a_person(name: str, team: str) -> KnownPerson:
    return KnownPerson(id=an_id(name), name=name, team_id=an_id(team))


TEAMS = ("Service Contracts", "Equipment Finance", "Integration Services", "Customer Training")
ACCOUNTS = (
    "Northgate Bottling",
    "Brackwater Mills",
    "Halden Castings",
    "Halden Foods",
    "Cobalt Lane Printing",
    "Portmeadow International",
    "Solterra Mining",
    "Millrace Print",
    "Millrace Print Works",
    "Øresund Bådværft",
)
BEHAVIOURS = (
    ("need_identification", "n", ("Need identification", "Need")),
    ("value_positioning", "v", ("Value positioning", "Value")),
    ("transition", "t", ("Transition to partner", "Transition")),
    ("follow_through", "f", ("Follow-through",)),
    ("all_win", "w", ("All win",)),
    ("empathy", "", ("Empathy",)),
    ("early_access", "", ("Early access",)),
    ("qualify_the_work", "", ("Qualify the work", "Qualify")),
    ("collaboration", "", ("Collaboration",)),
)
VOCABULARY = Vocabulary(
    reps=(
        a_rep("Viktor", "Lindqvist"),
        a_rep("Priya", "Raman"),
        a_rep("Tom", "Hartley"),
        a_rep("Tom", "Okafor"),
        a_rep("Owen", "Pryce"),
        a_rep("Sofia", "Almeida"),
        a_rep("Zoë", "Małek"),
        a_rep("Marco", "Old", active=False),
        a_rep("Marco", "Ferrante"),
    ),
    accounts=tuple(KnownAccount(id=an_id(name), name=name) for name in ACCOUNTS),
    teams=tuple(KnownTeam(id=an_id(name), name=name) for name in TEAMS),
    people=(
        a_person("Mei", "Integration Services"),
        a_person("Stefan", "Integration Services"),
        a_person("Ingrid", "Service Contracts"),
        a_person("Will", "Equipment Finance"),
    ),
    behaviours=tuple(
        KnownBehaviour(key=BehaviourKey(key), letter=letter, words=words)
        for key, letter, words in BEHAVIOURS
    ),
)


def read(line: str):
    return read_capture(line, VOCABULARY, as_of=TUESDAY)


def ratings(line: str) -> list[tuple[str | None, int | None]]:
    return [(rating.behaviour, rating.value) for rating in read(line).ratings]


def names(question) -> list[str]:
    return [candidate.name for candidate in question.candidates]


def typed(line: str) -> list[tuple[str, str, bool]]:
    return [(line[p.start : p.end], p.kind, p.sure) for p in read(line).pieces]


def test_the_example_of_the_command_line_is_read_in_full():
    line = "Priya transition 4 Brought Stefan in with a clear hand-off @Cobalt #integration"
    reading = read(line)
    assert reading.rep == an_id("Priya Raman")
    assert ratings(line) == [("transition", 4)]
    assert reading.account == an_id("Cobalt Lane Printing")
    assert reading.team == an_id("Integration Services")
    assert reading.person == an_id("Stefan")
    assert reading.day == TUESDAY
    assert not reading.day_given
    assert reading.comment == "Brought Stefan in with a clear hand-off"
    assert reading.missing == ()
    assert reading.questions == ()
    assert typed(line) == [
        ("Priya", "rep", True),
        ("transition", "behaviour", True),
        ("4", "rating", True),
        ("@Cobalt", "account", True),
        ("#integration", "partner", True),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Priya Raman t4 Brought Stefan in early",
        "priya T 4 Brought Stefan in early",
        "PR t4: Brought Stefan in early",
        "pr t4 Brought Stefan in early",
        "PRIYA, transition to partner 4 - Brought Stefan in early",
        "4 t Priya Brought Stefan in early",
        "t4 Priya Brought Stefan in early",
        "Priya t 4. Brought Stefan in early, today.",
        "Brought Stefan in early, Priya t4",
        "Priya Brought Stefan in early t4",
        "Priya transition Brought Stefan in early, 4",
        "Priya Brought Stefan in early — transition 4",
        "Priya t Brought Stefan in early – 4 @Cobalt",
    ],
)
def test_rep_link_and_rating_count_in_any_order_first_or_last(line):
    reading = read(line)
    assert reading.rep == an_id("Priya Raman")
    assert ratings(line) == [("transition", 4)]
    assert reading.comment == "Brought Stefan in early"
    assert reading.questions == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Priya t4 n3 Asked and introduced", [("transition", 4), ("need_identification", 3)]),
        ("Priya follow through 2 Rang late", [("follow_through", 2)]),
        ("Priya follow-through 2 Rang late", [("follow_through", 2)]),
        ("Priya all win 5 Asked each side", [("all_win", 5)]),
        ("Priya early access 3 Told them", [("early_access", 3)]),
        ("Priya empathy Asked about their load", [("empathy", None)]),
        ("Priya 4 Asked about their load", [(None, 4)]),
        ("Priya n Met 2 people at line 2", [("need_identification", None)]),
        ("Priya t4 3 people were in the room", [("transition", 4)]),
        ("Priya Met 2 people", []),
        ("Priya saw a value 4 times", []),
        ("Priya Read line 2", []),
        ("Priya e Asked in room v20", []),
    ],
)
def test_only_words_before_the_note_rate(line, expected):
    assert ratings(line) == expected


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("Priya transition Named the next step clearly", ("rating",)),
        ("Priya 4 Named the next step clearly", ("behaviour",)),
        ("Priya Named the next step clearly", ("behaviour", "rating")),
        ("t4 Named the next step clearly", ("rep",)),
        ("Priya t4 Named it", ("comment",)),
        ("Priya t4 Named the next step clearly @Nowhere", ("account",)),
        ("Priya t4 Named the next step clearly #nobody", ("partner",)),
        ("Priya t4 n Named the next step clearly", ("rating",)),
    ],
)
def test_what_is_missing_is_named(line, missing):
    assert read(line).missing == missing


def test_an_ambiguous_first_name_is_asked_about_and_never_guessed():
    reading = read("Tom t4 Brought Stefan in with a clear hand-off")
    assert reading.rep is None
    assert reading.missing == ("rep",)
    (question,) = reading.questions
    assert (question.kind, question.text) == ("rep", "Tom")
    assert names(question) == ["Tom Hartley", "Tom Okafor"]
    assert read("Tom Okafor t4 Brought Stefan in").rep == an_id("Tom Okafor")
    assert read("TH t4 Brought Stefan in").rep == an_id("Tom Hartley")


def test_a_rep_who_left_gives_way_to_one_of_the_same_name():
    assert read("Marco t4 Brought Stefan in").rep == an_id("Marco Ferrante")
    assert read("Marco Old t4 Brought Stefan in").rep == an_id("Marco Old")


def test_a_misspelt_rep_is_offered_and_not_taken():
    line = "Pria transition Named the next step @Nortgate"
    reading = read(line)
    assert (reading.rep, reading.account) == (None, None)
    rep, account = reading.questions
    assert (rep.text, names(rep)) == ("Pria", ["Priya Raman"])
    assert (account.text, names(account)) == ("Nortgate", ["Northgate Bottling"])
    assert account.new_name == "Nortgate"
    assert line[account.start : account.end] == "@Nortgate"
    assert reading.comment == "Named the next step"
    assert typed(line) == [
        ("Pria", "rep", False),
        ("transition", "behaviour", True),
        ("@Nortgate", "account", False),
    ]


def test_a_word_like_a_name_stays_in_the_note():
    reading = read("Open questions first, then listened")
    assert reading.comment == "Open questions first, then listened"
    assert names(reading.questions[0]) == ["Owen Pryce"]
    assert reading.pieces == ()
    assert names(read("Raman brought Mei in").questions[0]) == ["Priya Raman"]
    assert names(read("Priya's hand-off was clear").questions[0]) == ["Priya Raman"]


def test_a_rep_named_at_the_end_settles_what_the_first_word_left_open():
    reading = read("Open questions first, then listened, Priya t4 @Cobalt")
    assert reading.rep == an_id("Priya Raman")
    assert reading.questions == ()
    assert reading.comment == "Open questions first, then listened"


def test_behaviours_go_by_their_titles_and_only_links_by_letter():
    def guide(key: str, letter: str, title: str, short: str) -> BehaviourGuide:
        return BehaviourGuide(
            key=BehaviourKey(key),
            letter=letter,
            title=title,
            short_title=short,
            short_cue="",
            definition="",
            cues=(),
            anchors={},
        )

    link, quality = known_behaviours(
        [
            guide("transition", "t", "Transition to partner", "Transition"),
            guide("qualify_the_work", "q", "Qualify the work", "Qualify the work"),
        ]
    )
    assert (link.letter, link.words) == ("t", ("Transition to partner", "Transition"))
    assert (quality.letter, quality.words) == ("", ("Qualify the work", "Qualify"))


def test_small_words_are_not_initials():
    assert read("so the customer was told").rep is None
    assert read("to the customer it was clear").questions == ()


@pytest.mark.parametrize(
    ("line", "account", "comment"),
    [
        ("Priya @Cobalt Lane asked about it", "Cobalt Lane Printing", "asked about it"),
        ("Priya @Cobalt Lane Printing asked", "Cobalt Lane Printing", "asked"),
        ("Priya Asked @Portmeadow in May", "Portmeadow International", "Asked in May"),
        ("Priya Asked (@brack) twice", "Brackwater Mills", "Asked twice"),
        ("Priya Asked @Solterra, then left", "Solterra Mining", "Asked, then left"),
        ("Priya Saw @Solterra's plan", "Solterra Mining", "Saw plan"),
        ("Priya Asked @Millrace Print why", "Millrace Print", "Asked why"),
        ("Priya Asked @Millrace Print Works", "Millrace Print Works", "Asked"),
        ("Priya Asked @øresund", "Øresund Bådværft", "Asked"),
        ("Priya Wrote to a@cobalt.com", None, "Wrote to a@cobalt.com"),
        ("Priya Came @ 5 and @5pm", None, "Came @ 5 and @5pm"),
    ],
)
def test_a_customer_takes_the_longest_run_of_words(line, account, comment):
    reading = read(line)
    assert reading.account == (an_id(account) if account else None)
    assert reading.comment == comment
    assert reading.questions == ()


def test_a_start_of_two_names_is_asked_about():
    reading = read("Priya t4 Asked @Halden about the plan")
    assert reading.account is None
    (question,) = reading.questions
    assert names(question) == ["Halden Castings", "Halden Foods"]
    assert question.new_name == ""
    assert reading.comment == "Asked about the plan"


def test_a_quoted_customer_is_a_new_one_unless_known():
    reading = read('Priya t4 Asked @"Foo & Sons" about the plan')
    assert (reading.new_account, reading.account) == ("Foo & Sons", None)
    assert reading.comment == "Asked about the plan"
    assert read('Priya Asked @"solterra mining"').account == an_id("Solterra Mining")


def test_partners_are_named_by_team_or_person():
    assert read("Priya Asked early #equip").team == an_id("Equipment Finance")
    reading = read("Priya Asked early #mei")
    assert (reading.team, reading.person) == (an_id("Integration Services"), an_id("Mei"))
    reading = read("Sofia brought Mei in early @Solterra #int")
    assert (reading.team, reading.person) == (an_id("Integration Services"), an_id("Mei"))
    assert reading.comment == "brought Mei in early"
    assert read("Priya Heard Ingrid’s view").person == an_id("Ingrid")


def test_people_in_the_text_keep_their_capital_and_two_are_asked_about():
    assert read("Priya Said it will cost less").person is None
    assert read("Priya Saw Ingrid at #integration").person is None
    reading = read("Priya Brought Mei and Stefan in")
    assert (reading.person, reading.team) == (None, an_id("Integration Services"))
    assert names(reading.questions[0]) == ["Mei", "Stefan"]


@pytest.mark.parametrize(
    ("line", "day", "comment"),
    [
        ("Priya t4 yesterday Called the customer", date(2026, 3, 9), "Called the customer"),
        ("Priya t4 on Friday Called the customer", date(2026, 3, 6), "Called the customer"),
        ("Priya 5 Mar t4 Called the customer", date(2026, 3, 5), "Called the customer"),
        ("Priya t4 Called the customer, Fri", date(2026, 3, 6), "Called the customer"),
        ("Priya t4 Called the customer - 2 days ago", date(2026, 3, 8), "Called the customer"),
        ("Priya t4 Called, yesterday @Cobalt", date(2026, 3, 9), "Called"),
        ("Priya t4 Sat with the customer", TUESDAY, "Sat with the customer"),
        ("Priya t4 Called on Friday evening", TUESDAY, "Called on Friday evening"),
        ("Priya t4 Promised an offer, by Friday", TUESDAY, "Promised an offer, by Friday"),
        ("Priya t4 Promised an offer, next week", TUESDAY, "Promised an offer, next week"),
    ],
)
def test_a_day_counts_before_the_note_or_after_a_last_comma(line, day, comment):
    reading = read(line)
    assert (reading.day, reading.comment) == (day, comment)


def test_a_rating_before_a_verb_is_no_day():
    assert ratings("Priya t 4 May have rushed the customer") == [("transition", 4)]
    assert read("Priya t4 4 Mar Called the customer").day == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Priya transition 6 Brought Stefan in", "E-OBS-04"),
        ("Priya t6 Brought Stefan in", "E-OBS-04"),
        ("Priya t0 Brought Stefan in", "E-OBS-04"),
        ("Priya 12 people came", "E-OBS-04"),
        ("transition 4.5 Brought Stefan in", "E-OBS-04"),
        ("Priya transition -1 Brought Stefan in", "E-OBS-04"),
        ("Priya t4 tomorrow Brought Stefan in", "E-OBS-01"),
        ("Priya t4 Brought Stefan in, 2026-03-11", "E-OBS-01"),
        ("Priya t4 t3 Brought Stefan in", "E-OBS-09"),
        ("Priya t4 n3 v3 w2 Brought Stefan in", "E-OBS-03"),
    ],
)
def test_what_a_rule_refuses_carries_its_code(line, code):
    with pytest.raises(RuleError) as refusal:
        read(line)
    assert refusal.value.code == code


@pytest.mark.parametrize("line", ["", "  \n\t ", "Priya t4 30 Feb Called", "Priya Called, 30 Feb"])
def test_an_empty_line_and_a_day_that_does_not_exist_are_refused(line):
    with pytest.raises(InputError) as refusal:
        read(line)
    assert refusal.value.next_step


def test_p_first_makes_the_line_private_and_leaves_its_words_alone():
    line = "p begin with the question, figures only when asked for"
    reading = read(line)
    assert reading.private
    assert reading.comment == "begin with the question, figures only when asked for"
    assert reading.missing == ("rep",)
    reading = read("p Priya value of 12 talks is in doubt")
    assert reading.rep == an_id("Priya Raman")
    assert reading.comment == "value of 12 talks is in doubt"
    assert reading.ratings == ()
    assert reading.missing == ()


def test_the_note_is_returned_as_it_was_typed():
    decomposed = "Zoe\u0308 t4 Caf\u0065\u0301  was  LOUD; ‘<b>ok</b>’ & 50 % 🙂"
    reading = read(decomposed)
    assert reading.rep == an_id("Zoë Małek")
    assert reading.comment == "Caf\u0065\u0301  was  LOUD; ‘<b>ok</b>’ & 50 % 🙂"
    assert reading.line == decomposed


fragments = st.sampled_from(
    [
        *("Priya", "Tom", "Pria", "t4", "t", "4", "6", "n3", "transition", "@Cobalt", "@Halden"),
        *("@Nortgate", "#int", "#Mei", "Mei", "Stefan", ",", "-", "—", "p", "yesterday", "Fri"),
        *("30 Feb", "met", "2", "people", '@"New', 'name"', "(", "'s", "PR", "on", "\n", "Zoë's"),
    ]
)


@given(st.one_of(st.text(), st.lists(fragments).map(" ".join), st.lists(fragments).map("".join)))
def test_any_line_is_read_or_refused_in_words(line):
    with suppress(UserError):
        reading = read(line)
        assert reading.line == line
        end = 0
        for piece in reading.pieces:
            assert end <= piece.start < piece.end <= len(line)
            end = piece.end
        outside = list(line)
        for piece in reversed(reading.pieces):
            outside[piece.start : piece.end] = " "
        assert reading.comment.split() == [] or _is_within(reading.comment, "".join(outside))


def _is_within(comment: str, outside: str) -> bool:
    letters = iter("".join(outside.split()))
    return all(letter in letters for letter in "".join(comment.split()))


@pytest.mark.parametrize(
    "line",
    [
        "Priya t4 " + "word " * 8000,
        "x" * 40_000,
        "t " * 20_000,
        "Priya met " + "@Cobalt #int " * 3000,
        "Priya met " + ", 4" * 13_000,
        "Mei " * 10_000,
        "Priya met" + " -" * 20_000,
        " " * 40_000 + "x",
    ],
)
def test_forty_thousand_characters_are_read_at_once(line):
    started = thread_time()
    with suppress(UserError):
        read(line)
    assert thread_time() - started < timedelta(seconds=5).total_seconds()
