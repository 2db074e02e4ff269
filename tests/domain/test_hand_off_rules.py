"""The rule table of hand-offs, row by row, and what is derived from a stored one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from coachdesk.domain import hand_off_rules as rules
from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_off_rules import BoardColumn, Expectation, Revision
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.vocabulary import Cause, Gain, HandOffState, Side

TODAY = date(2026, 3, 10)
DUE = TODAY + timedelta(days=7)
LATE = DUE + timedelta(days=1)
PERSON = uuid4()
S = HandOffState


def a_draft(**fields: Any) -> HandOff:
    return HandOff(
        id=uuid4(),
        rep_id=uuid4(),
        account_id=uuid4(),
        team_id=uuid4(),
        need="Lease ends in nine months",
        created_day=TODAY,
        **fields,
    )


def told(**fields: Any) -> Expectation:
    known: dict[str, Any] = {
        "text": "Two dates to choose from",
        "due_day": DUE,
        "partner_person_id": PERSON,
    }
    return Expectation(**(known | fields))


def a_set_one() -> HandOff:
    return rules.expected(a_draft(), told(), as_of=TODAY)


def a_missed_one() -> HandOff:
    return rules.missed(a_set_one(), cause=Cause.REP, as_of=LATE)


def a_revision(**fields: Any) -> Revision:
    known: dict[str, Any] = {
        "text": "Three dates to choose from",
        "due_day": DUE + timedelta(days=5),
        "customer_told_by": "Priya",
        "partner_told": True,
    }
    return Revision(**(known | fields))


def in_state(state: HandOffState) -> HandOff:
    made = {
        S.DRAFT: a_draft,
        S.SET: a_set_one,
        S.MET: lambda: rules.met(a_set_one(), TODAY, as_of=TODAY),
        S.MISSED: a_missed_one,
        S.MET_LATE: lambda: rules.met_late(a_missed_one(), LATE, as_of=LATE),
        S.CLOSED_UNMET: lambda: rules.closed_unmet(a_missed_one(), "They left", as_of=LATE),
        S.WITHDRAWN: lambda: rules.withdrawn(a_draft(), TODAY, "Bought elsewhere", as_of=TODAY),
    }
    return made[state]()


def test_a_complete_expectation_stands_from_today_on() -> None:
    hand_off = a_set_one()
    assert (hand_off.state, hand_off.set_day, hand_off.due_day) == (S.SET, TODAY, DUE)
    assert hand_off.partner_person_id == PERSON


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"text": "Soon"}, "what the customer was told"),
        ({"due_day": None}, "by when"),
        ({"due_day": TODAY - timedelta(days=1)}, "a day that is not past"),
        ({"partner_person_id": None}, "the partner’s person"),
        ({"check_day": LATE}, "a check day before the due day"),
    ],
)
def test_an_incomplete_expectation_names_what_is_missing(
    fields: dict[str, Any], missing: str
) -> None:
    with pytest.raises(RuleError, match=missing) as refusal:
        rules.expected(a_draft(), told(**fields), as_of=TODAY)
    assert refusal.value.code == "E-HND-02"


def test_an_expectation_may_be_due_on_the_day_it_is_set() -> None:
    assert rules.expected(a_draft(), told(due_day=TODAY), as_of=TODAY).due_day == TODAY


def test_a_revision_counts_and_keeps_who_told_the_customer() -> None:
    revised = rules.revised(a_set_one(), a_revision(), as_of=DUE)
    assert (revised.revision, revised.state) == (2, S.SET)
    assert (revised.customer_told_by, revised.customer_told_on) == ("Priya", DUE)


def test_a_day_met_on_the_due_day_is_met_and_the_day_after_is_late() -> None:
    assert rules.met(a_set_one(), DUE, as_of=LATE).state is S.MET
    assert rules.met_late(a_missed_one(), LATE, as_of=LATE).state is S.MET_LATE


REFUSALS: list[tuple[str, Callable[[], object]]] = [
    ("E-HND-03", lambda: rules.accepted(a_set_one(), TODAY - timedelta(days=1))),
    ("E-HND-04", lambda: rules.revised(a_set_one(), a_revision(), as_of=LATE)),
    ("E-HND-04", lambda: rules.revised(a_set_one(), a_revision(due_day=TODAY), as_of=TODAY)),
    ("E-HND-04", lambda: rules.revised(a_set_one(), a_revision(partner_told=False), as_of=TODAY)),
    ("E-HND-04", lambda: rules.revised(a_set_one(), a_revision(customer_told_by=""), as_of=TODAY)),
    ("E-HND-05", lambda: rules.met(a_set_one(), LATE, as_of=LATE)),
    ("E-HND-05", lambda: rules.met(a_set_one(), DUE, as_of=TODAY)),
    ("E-HND-05", lambda: rules.met(a_set_one(), TODAY - timedelta(days=1), as_of=TODAY)),
    ("E-HND-06", lambda: rules.missed(a_set_one(), cause=Cause.REP, as_of=DUE)),
    ("E-HND-07", lambda: rules.missed(a_set_one(), cause=None, as_of=LATE)),
    ("E-HND-08", lambda: rules.met_late(a_missed_one(), DUE, as_of=LATE)),
    ("E-HND-08", lambda: rules.met_late(a_missed_one(), LATE + timedelta(days=1), as_of=LATE)),
    ("E-HND-09", lambda: rules.closed_unmet(a_missed_one(), "  ", as_of=LATE)),
    ("E-HND-10", lambda: rules.withdrawn(a_set_one(), None, "Bought elsewhere", as_of=TODAY)),
    ("E-HND-10", lambda: rules.withdrawn(a_set_one(), TODAY, "", as_of=TODAY)),
    ("E-HND-11", lambda: rules.check_all_win(in_state(S.MET), {Side.REP: Gain.WON})),
    ("E-HND-12", lambda: rules.met(in_state(S.WITHDRAWN), TODAY, as_of=TODAY)),
    (
        "E-HND-11",
        lambda: rules.check_all_win(
            in_state(S.MET), {Side.REP: Gain.WON, Side.CUSTOMER: Gain.UNKNOWN}
        ),
    ),
]


@pytest.mark.parametrize(("code", "step"), REFUSALS)
def test_a_step_whose_guard_does_not_hold_is_refused_with_its_code(
    code: str, step: Callable[[], object]
) -> None:
    with pytest.raises(RuleError) as refusal:
        step()
    assert refusal.value.code == code


EVENTS: dict[str, Callable[[HandOff], object]] = {
    "set": lambda one: rules.expected(one, told(), as_of=TODAY),
    "accept": lambda one: rules.accepted(one, TODAY),
    "revise": lambda one: rules.revised(one, a_revision(), as_of=TODAY),
    "meet": lambda one: rules.met(one, TODAY, as_of=TODAY),
    "miss": lambda one: rules.missed(one, cause=Cause.REP, as_of=LATE),
    "meet_late": lambda one: rules.met_late(one, LATE, as_of=LATE),
    "close_unmet": lambda one: rules.closed_unmet(one, "They left", as_of=LATE),
    "withdraw": lambda one: rules.withdrawn(one, TODAY, "Bought elsewhere", as_of=LATE),
    "all_win": lambda one: rules.check_all_win(one, {Side.REP: Gain.WON, Side.PARTNER: Gain.LOST}),
}
ALLOWED = {
    S.DRAFT: {"set", "withdraw"},
    S.SET: {"accept", "revise", "meet", "miss", "withdraw"},
    S.MISSED: {"meet_late", "close_unmet", "withdraw"},
    S.MET: {"all_win"},
    S.MET_LATE: {"all_win"},
    S.CLOSED_UNMET: {"all_win"},
    S.WITHDRAWN: set(),
}


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("event", EVENTS)
def test_each_state_allows_the_steps_of_the_table_and_no_other(
    state: HandOffState, event: str
) -> None:
    hand_off = in_state(state)
    if event in ALLOWED[state]:
        EVENTS[event](hand_off)
        return
    with pytest.raises(RuleError):
        EVENTS[event](hand_off)


@pytest.mark.parametrize(
    ("state", "column"),
    [
        (S.DRAFT, BoardColumn.COMING),
        (S.SET, BoardColumn.EXPECTATION_SET),
        (S.MISSED, BoardColumn.WITH_PARTNER),
        (S.MET, BoardColumn.DELIVERED),
        (S.MET_LATE, BoardColumn.DELIVERED),
        (S.CLOSED_UNMET, BoardColumn.DELIVERED),
        (S.WITHDRAWN, None),
    ],
)
def test_the_board_column_follows_the_state(
    state: HandOffState, column: BoardColumn | None
) -> None:
    assert rules.board_column(in_state(state)) is column


def test_an_accepted_hand_off_stands_with_the_partner() -> None:
    assert rules.board_column(rules.accepted(a_set_one(), TODAY)) is BoardColumn.WITH_PARTNER


def test_a_stage_is_reached_only_if_all_lower_ones_are() -> None:
    all_won = dict.fromkeys(Side, Gain.WON)
    without_reason = in_state(S.MET)
    assert rules.chain_stage(without_reason, all_won) == 1
    complete = replace(without_reason, value_reason="They want certainty before the audit")
    assert rules.chain_stage(complete, {}) == 4
    assert rules.chain_stage(complete, all_won | {Side.PARTNER: Gain.NEUTRAL}) == 4
    assert rules.chain_stage(complete, all_won) == 5
    missed = replace(a_missed_one(), value_reason="They want certainty before the audit")
    assert rules.chain_stage(missed, all_won) == 3


def test_a_draft_is_stale_after_fourteen_days_and_nothing_else_is() -> None:
    draft = a_draft()
    assert not rules.is_stale_draft(draft, as_of=TODAY + timedelta(days=14))
    assert rules.is_stale_draft(draft, as_of=TODAY + timedelta(days=15))
    assert not rules.is_stale_draft(a_set_one(), as_of=TODAY + timedelta(days=99))
