"""Who holds a customer's promise, since when, and where a line that stands still breaks."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from coachdesk.domain.baton import Holder, baton, baton_lines, chains
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.vocabulary import BehaviourKey, Gain, HandOffState, Side

TODAY = date(2026, 3, 10)
K, S = BehaviourKey, HandOffState
WON = dict.fromkeys(Side, Gain.WON)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def a_link(**fields: Any) -> HandOff:
    known: dict[str, Any] = {
        "id": uuid4(),
        "rep_id": uuid4(),
        "account_id": uuid4(),
        "team_id": uuid4(),
        "need": "Lease ends in nine months",
        "created_day": ago(20),
    }
    return HandOff(**(known | fields))


def a_set_one(**fields: Any) -> HandOff:
    known: dict[str, Any] = {
        "value_reason": "Wants one price",
        "value_day": ago(12),
        "set_day": ago(9),
        "due_day": ago(4),
        "state": S.SET,
    }
    return a_link(**(known | fields))


@pytest.mark.parametrize(
    ("link", "outcomes", "holder", "since", "breaks"),
    [
        (a_link(created_day=ago(5)), {}, Holder.REP, ago(5), None),
        (a_link(), {}, Holder.REP, ago(20), K.VALUE_POSITIONING),
        (
            a_link(value_reason="Wants one price", value_day=ago(12)),
            {},
            Holder.REP,
            ago(12),
            K.TRANSITION,
        ),
        (a_set_one(due_day=TODAY), {}, Holder.OFFERED, ago(9), None),
        (a_set_one(), {}, Holder.OFFERED, ago(9), K.TRANSITION),
        (a_set_one(accepted_on=ago(8)), {}, Holder.PARTNER, ago(9), K.FOLLOW_THROUGH),
        (a_set_one(accepted_on=ago(8), due_day=TODAY), {}, Holder.PARTNER, ago(9), None),
        (a_set_one(state=S.MISSED), {}, Holder.PARTNER, ago(9), K.FOLLOW_THROUGH),
        (
            a_set_one(state=S.CLOSED_UNMET, closed_day=ago(1)),
            {},
            Holder.ENDED,
            ago(1),
            K.FOLLOW_THROUGH,
        ),
        (a_set_one(state=S.MET, met_day=ago(6)), {}, Holder.REP, ago(6), None),
        (a_set_one(state=S.MET_LATE, met_day=ago(15)), {}, Holder.REP, ago(15), K.ALL_WIN),
        (a_set_one(state=S.MET, met_day=ago(6)), WON, Holder.ENDED, ago(6), None),
        (
            a_set_one(state=S.MET, met_day=ago(6)),
            WON | {Side.PARTNER: Gain.LOST},
            Holder.ENDED,
            ago(6),
            K.ALL_WIN,
        ),
        (
            a_set_one(state=S.MET, met_day=ago(6)),
            WON | {Side.REP: Gain.UNKNOWN},
            Holder.REP,
            ago(6),
            None,
        ),
    ],
)
def test_who_holds_it_since_when_and_where_it_breaks(
    link: HandOff,
    outcomes: dict[Side, Gain],
    holder: Holder,
    since: date,
    breaks: BehaviourKey | None,
) -> None:
    line = baton([link], outcomes, as_of=TODAY)
    assert (line.holder, line.since, line.breaks_at) == (holder, since, breaks)


def test_days_count_against_the_date_agreed() -> None:
    line = baton([a_set_one(accepted_on=ago(8))], {}, as_of=TODAY)
    assert (line.held_days, line.agreed_days, line.days_over) == (9, 5, 4)


def test_a_need_without_a_partner_has_no_date() -> None:
    line = baton([a_link()], {}, as_of=TODAY)
    assert (line.held_days, line.agreed_days, line.days_over) == (20, None, 0)


def test_a_stage_that_was_skipped_stays_open() -> None:
    line = baton([a_set_one(value_reason="", accepted_on=ago(8))], {}, as_of=TODAY)
    assert line.reached == (True, False, True, False, False)


def test_one_promise_goes_on_through_several_hands() -> None:
    first = a_set_one(state=S.MET, met_day=ago(6))
    second = a_link(continues_id=first.id, created_day=ago(6))
    other = a_link()
    (line,) = [c for c in chains([second, other, first]) if first in c]
    assert line == (first, second)
    assert baton(line, {}, as_of=TODAY).at is second


def test_what_the_customer_withdrew_leaves_its_line() -> None:
    first = a_set_one(state=S.MET, met_day=ago(6))
    gone = a_link(continues_id=first.id, state=S.WITHDRAWN, closed_day=ago(1))
    (line,) = baton_lines([first, gone], {}, as_of=TODAY)
    assert line.links == (first,)
    assert baton_lines([replace(gone, continues_id=None)], {}, as_of=TODAY) == []


def test_broken_lines_stand_first_then_the_next_date_agreed() -> None:
    calm = a_set_one(accepted_on=ago(8), due_day=TODAY + timedelta(days=9))
    soon = a_set_one(accepted_on=ago(8), due_day=TODAY)
    broken = a_set_one(due_day=ago(1))
    over = a_set_one(state=S.MET, met_day=ago(6))
    lines = baton_lines([over, calm, soon, broken], {over.id: WON}, as_of=TODAY)
    assert [line.at for line in lines] == [broken, soon, calm, over]
