"""Times on the team and days away, and what of two entries of one person is kept."""

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain import people_rules as rules
from coachdesk.domain.doubles import likely_doubles
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.people import PartnerTeam, Rep, Workspace
from coachdesk.domain.vocabulary import TeamKind

DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def day(month: int, number: int, year: int = 2026) -> date:
    return date(year, month, number)


def rep(**fields: object) -> Rep:
    return Rep(**{"id": uuid4(), "first_name": "Lena", "last_name": "Ortiz"} | fields)


def refused(act, *args, **kwargs) -> str:
    with pytest.raises(RuleError) as caught:
        act(*args, **kwargs)
    return caught.value.code


@pytest.mark.parametrize(
    "employed",
    [
        ((day(3, 2), day(3, 1)),),
        ((day(1, 1), None), (day(2, 1), None)),
        ((day(1, 1), day(2, 1)), (day(2, 1), None)),
        ((day(5, 1), day(6, 1)), (day(1, 1), day(2, 1))),
    ],
)
def test_times_on_the_team_stand_in_order_and_apart(employed) -> None:
    with pytest.raises(InputError, match="on the team"):
        rep(employed=employed)


def test_days_away_cannot_end_before_they_begin() -> None:
    backwards = ((day(3, 9), day(3, 6)),)
    for make in (rep, lambda **f: Workspace(id=uuid4(), manager_name="Helen", **f)):
        with pytest.raises(InputError, match="days away"):
            make(away=backwards)


def test_who_leaves_is_there_on_the_last_day_and_gone_the_day_after() -> None:
    gone = rules.left(rep(employed=((day(1, 5), None),)), day(3, 13), known_since=day(1, 5))
    assert gone.is_active(day(3, 13))
    assert not gone.is_active(day(3, 14))


def test_who_was_always_there_was_there_since_the_oldest_record() -> None:
    gone = rules.left(rep(), day(3, 13), known_since=day(2, 2))
    assert gone.employed == ((day(2, 2), day(3, 13)),)


def test_a_last_day_before_the_first_is_refused() -> None:
    here = rep(employed=((day(2, 2), None),))
    assert refused(rules.left, here, day(1, 30), known_since=day(1, 1)) == "E-REP-01"


def test_who_comes_back_has_a_time_of_its_own() -> None:
    gone = rep(employed=((day(1, 5), day(2, 27)),))
    assert rules.came_back(gone, day(6, 1)).employed == ((day(1, 5), day(2, 27)), (day(6, 1), None))
    assert rules.came_back(gone, day(2, 28)).employed == ((day(1, 5), None),)
    assert refused(rules.came_back, gone, day(2, 27)) == "E-REP-03"
    assert refused(rules.came_back, rep(), day(6, 1)) == "E-REP-02"


def test_the_first_day_can_be_put_right() -> None:
    here = rep(employed=((day(1, 5), day(2, 27)),))
    assert rules.joined(here, day(1, 12)).employed == ((day(1, 12), day(2, 27)),)
    assert rules.joined(rep(), day(1, 12)).employed == ((day(1, 12), None),)
    assert rules.joined(rules.joined(rep(), day(1, 12)), None).employed == ()
    assert refused(rules.joined, here, day(3, 1)) == "E-REP-04"


def test_days_away_that_touch_become_one_range() -> None:
    away = ((day(3, 16), day(3, 20)), (day(4, 6), day(4, 7)))
    assert rules.with_days(away, day(3, 21), day(3, 22))[0] == (day(3, 16), day(3, 22))
    assert rules.with_days(away, day(3, 2), day(3, 3))[0] == (day(3, 2), day(3, 3))
    assert refused(rules.with_days, away, day(5, 2), day(5, 1)) == "E-AWY-01"
    assert rules.without_days(away, away[0]) == away[1:]


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted).map(tuple), max_size=6))
def test_days_away_stay_in_order_and_apart_and_none_is_lost(ranges) -> None:
    away = ()
    for first, last in ranges:
        away = rules.with_days(away, first, last)
    assert list(away) == sorted(away)
    rep(employed=away)  # stands only in order and apart
    covers = {n for first, last in away for n in range(first.toordinal(), last.toordinal() + 1)}
    wanted = {n for first, last in ranges for n in range(first.toordinal(), last.toordinal() + 1)}
    assert covers == wanted


def test_of_two_entries_the_kept_ones_words_win_and_gaps_are_filled() -> None:
    kept = rep(role="Associate", away=((day(3, 2), day(3, 3)),))
    lost = rep(
        role="Executive",
        language="de",
        slot_weekday=2,
        slot_time=time(11, 0),
        slot_minutes=30,
        away=((day(3, 4), day(3, 6)),),
    )
    one = rules.one_rep(kept, lost)
    assert (one.role, one.language) == ("Associate", "de")
    assert (one.slot_weekday, one.slot_time, one.slot_minutes) == (2, time(11, 0), 30)
    assert one.away == ((day(3, 2), day(3, 6)),)


def test_always_on_the_team_stays_always_and_times_are_united() -> None:
    past, open_end = ((day(1, 5), day(2, 27)),), ((day(2, 2), None),)
    assert rules.one_rep(rep(), rep(employed=past)).employed == ()
    assert rules.one_rep(rep(employed=past), rep(employed=open_end)).employed == (
        (day(1, 5), None),
    )


def test_a_last_name_comes_only_from_the_same_first_name() -> None:
    nameless = rep(last_name="")
    assert rules.one_rep(nameless, rep(first_name="LENA")).name == "Lena Ortiz"
    assert rules.one_rep(nameless, rep(first_name="Tom")).name == "Lena"


def test_a_kind_that_was_not_chosen_is_filled() -> None:
    kept = PartnerTeam(id=uuid4(), name="Creative")
    assert rules.filled(kept, replace(kept, kind=TeamKind.CREATIVE)).kind is TeamKind.CREATIVE


def doubles(*names: str) -> list[tuple[str, str]]:
    ids = {uuid4(): name for name in names}
    return [(ids[one], ids[other]) for one, other in likely_doubles(ids)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lena Ortiz", "Ortiz, Lena"),
        ("Lena Ortiz", "lena  ORTIZ"),
        ("José Núñez", "Jose Nunez"),
        ("Sean O’Brien", "Sean OBrien"),
        ("Marcus Halberg", "Marcus Hallberg"),
        ("Brightwater", "Brightwatre"),
        ("Halden Foods", "Holden Foods"),
    ],
)
def test_names_that_look_like_one_are_found(one: str, other: str) -> None:
    assert doubles("Tom Okafor", one, "Yuki Sato", other) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tom Hale", "Tom Hall"),
        ("Lena Ortiz", "Lena Vogt"),
        ("Store 10234", "Store 10235"),
        ("Anna Meyer", "Anne Mayer"),
        ("…", "?!"),
    ],
)
def test_names_that_only_resemble_each_other_are_left_alone(one: str, other: str) -> None:
    assert doubles(one, other) == []
