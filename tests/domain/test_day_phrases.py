"""Days as people type them."""

from datetime import date, timedelta
from time import thread_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.day_names import short_day, short_weekday_day
from coachdesk.domain.day_phrases import day_phrases, parse_day
from coachdesk.domain.errors import InputError

TUESDAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("typed", "past", "future"),
    [
        ("today", "2026-03-10", "2026-03-10"),
        ("Yesterday", "2026-03-09", "2026-03-09"),
        ("tomorrow", "2026-03-11", "2026-03-11"),
        ("the day after tomorrow", "2026-03-12", "2026-03-12"),
        ("Fri", "2026-03-06", "2026-03-13"),
        ("friday", "2026-03-06", "2026-03-13"),
        ("by Fri", "2026-03-06", "2026-03-13"),
        ("tue", "2026-03-10", "2026-03-17"),
        ("last Friday", "2026-03-06", "2026-03-06"),
        ("last Tuesday", "2026-03-03", "2026-03-03"),
        ("this Fri", "2026-03-13", "2026-03-13"),
        ("next Tue", "2026-03-17", "2026-03-17"),
        ("next Fri", "2026-03-20", "2026-03-20"),
        ("sat", "2026-03-07", "2026-03-14"),
        ("13 Mar", "2026-03-13", "2026-03-13"),
        ("5 Mar", "2026-03-05", "2026-03-05"),
        ("24 Dec", "2025-12-24", "2026-12-24"),
        ("13 March 2026", "2026-03-13", "2026-03-13"),
        ("March 13", "2026-03-13", "2026-03-13"),
        ("March 13, 2027", "2027-03-13", "2027-03-13"),
        ("the 13th of March", "2026-03-13", "2026-03-13"),
        ("Fri 13 Mar", "2026-03-13", "2026-03-13"),
        ("Friday, 13 March", "2026-03-13", "2026-03-13"),
        ("2 may", "2025-05-02", "2026-05-02"),
        ("2026-03-13", "2026-03-13", "2026-03-13"),
        ("13.3.", "2026-03-13", "2026-03-13"),
        ("13.03.2026", "2026-03-13", "2026-03-13"),
        ("13.3.26", "2026-03-13", "2026-03-13"),
        ("in two weeks", "2026-03-24", "2026-03-24"),
        ("in 3 days", "2026-03-13", "2026-03-13"),
        ("in a month", "2026-04-10", "2026-04-10"),
        ("2 days ago", "2026-03-08", "2026-03-08"),
        ("a week ago", "2026-03-03", "2026-03-03"),
        ("next week", "2026-03-20", "2026-03-20"),
        ("end of the week", "2026-03-13", "2026-03-13"),
        ("end of the month", "2026-03-31", "2026-03-31"),
        ("next month", "2026-04-30", "2026-04-30"),
        ("end of April", "2025-04-30", "2026-04-30"),
        ("the end of Feb", "2026-02-28", "2026-02-28"),
        ("end of may", "2025-05-31", "2026-05-31"),
        ("end of February 2028", "2028-02-29", "2028-02-29"),
        ("Wednesday next week", "2026-03-18", "2026-03-18"),
        ("Wed of next week", "2026-03-18", "2026-03-18"),
        ("next week, on Wednesday", "2026-03-18", "2026-03-18"),
        ("Thu this week", "2026-03-12", "2026-03-12"),
        ("Fri 13.3.", "2026-03-13", "2026-03-13"),
    ],
)
def test_a_day_is_understood_in_the_direction_the_line_looks(typed, past, future):
    assert parse_day(typed, as_of=TUESDAY, toward="past").isoformat() == past
    assert parse_day(f" {typed} ", as_of=TUESDAY, toward="future").isoformat() == future


@pytest.mark.parametrize(
    ("typed", "message", "next_step"),
    [
        ("30 Feb", "February ends on the 28th.", "Try Sat 28 Feb."),
        ("30 Feb 2028", "February ends on the 29th.", "Try Tue 29 Feb."),
        ("2026-04-31", "April ends on the 30th.", "Try Thu 30 Apr."),
        ("31.4.", "April ends on the 30th.", "Try Thu 30 Apr."),
        ("Thu 13 Mar", "Thu 13 Mar is another weekday.", "Try Fri 13 Mar."),
        ("Thursday, 13.3.", "Thursday, 13.3. is another weekday.", "Try Fri 13 Mar."),
        ("end of March 0000", "There is no day 0000.", "Type it like"),
    ],
)
def test_an_impossible_day_is_refused_with_one_that_exists(typed, message, next_step):
    with pytest.raises(InputError) as refusal:
        parse_day(typed, as_of=TUESDAY, toward="future")
    assert refusal.value.message == message
    assert refusal.value.next_step.startswith(next_step)


@pytest.mark.parametrize(
    "typed", ["", "  ", "by", "soon", "13", "03/04", "2026-13-01", "0 Mar", "0000-01-01", "x" * 99]
)
def test_what_is_no_day_is_refused_with_examples(typed):
    with pytest.raises(InputError) as refusal:
        parse_day(typed, as_of=TUESDAY, toward="future")
    assert "13 Mar" in refusal.value.next_step
    assert len(refusal.value.message) < 80


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("I will sit in on the hand-off on Thursday 12 March.", ["Thursday 12 March"]),
        ("Send it Fri, at the latest 16 Mar", ["Fri", "16 Mar"]),
        ("Template, by tomorrow", ["tomorrow"]),
        ("Call on mon or by sat", ["mon", "sat"]),
        ("Called on Sun at noon", ["Sun"]),
        ("We may meet 2 people; she sat with the sun in her face", []),
        ("Sat with the customer and listened", []),
        ("Newly wed, on the second floor in the first half", []),
        ("They march 3 abreast and may 2 times", []),
        ("See 10.3.4 and room 2-3-4, mail x@fri.com", []),
        ("follow-up-fri @Friday #mon-team", []),
        ("It grew to 3.5. Later to 99.9. and then by 4.5.", ["3.5.", "4.5."]),
        ("The share is 4.5.", []),
        ("the decision is due 30 Feb", ["30 Feb"]),
        ("Plan by Wed next week, the rest by end of May.", ["Wed next week", "end of May"]),
        ("They met next week. Monday is free", ["next week", "Monday"]),
    ],
)
def test_days_are_found_in_a_line_and_ordinary_words_are_not(line, found):
    phrases = day_phrases(line, as_of=TUESDAY, toward="future")
    assert [line[phrase.start : phrase.end] for phrase in phrases] == found


def test_an_impossible_day_in_a_line_carries_its_error():
    (phrase,) = day_phrases("due 30 Feb", as_of=TUESDAY, toward="future")
    assert phrase.day is None
    assert phrase.error is not None
    assert phrase.error.message == "February ends on the 28th."


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 333))
def test_a_day_as_it_is_printed_is_read_back(as_of, ahead):
    day = as_of + timedelta(days=ahead)
    for words in (short_day(day), short_weekday_day(day), day.isoformat()):
        assert parse_day(words, as_of=as_of, toward="future") == day


words = st.sampled_from(
    [
        *("Fri", "fri", "may", "13", "30", "Feb", "in", "two", "weeks", "ago", "next", "on"),
        *("2026-02-30", "31.4.", ".", ",", "99.99.", "month", "the", "end", "of", "week", "999"),
    ]
)


@given(st.one_of(st.text(), st.lists(words).map(" ".join)), st.dates(date(1950, 1, 1)))
def test_any_line_is_read_and_phrases_never_overlap(line, as_of):
    as_of = min(as_of, date(2200, 1, 1))
    end = 0
    for phrase in day_phrases(line, as_of=as_of, toward="past"):
        assert end <= phrase.start < phrase.end <= len(line)
        assert (phrase.day is None) == (phrase.error is not None)
        end = phrase.end


def test_a_line_of_forty_thousand_characters_is_read_at_once():
    for line in ("in two weeks " * 3000, "sat " * 10_000, "1" * 40_000, "the end of " * 4000):
        started = thread_time()  # what other programs take does not count
        day_phrases(line, as_of=TUESDAY, toward="past")
        assert thread_time() - started < 5.0  # else it grows with the square: minutes
