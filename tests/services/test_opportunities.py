"""Opportunities and activities: what may be noted, what it counts as, and what it never touches."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.vocabulary import (
    ActivityKind,
    ActivityOutcome,
    OpportunityResult,
    ReviewOutcome,
    SelectionStage,
)
from coachdesk.services import activities, opportunities
from coachdesk.services.activities import ActivityDraft
from coachdesk.services.deals import activity_lines
from coachdesk.services.deals import opportunities as opportunity_lines
from coachdesk.services.desk import Desk
from coachdesk.services.history_entries import history
from coachdesk.services.insights import insights
from coachdesk.services.merging import merge_accounts
from coachdesk.services.opportunities import OpportunityDraft, ReviewWords
from coachdesk.services.search import search
from coachdesk.views.insights_json import insights_fields
from tests.services.making import account_called, again, all_of, on, refused, rep_called

WON, LOST, ENDED = (
    OpportunityResult.WON,
    OpportunityResult.LOST,
    OpportunityResult.NO_DECISION,
)
ADVANCED, NONE = ActivityOutcome.ADVANCED, ActivityOutcome.NONE_RECORDED


def opened(desk: Desk, title: str = "Second line", days: int = -40, **fields: Any) -> Opportunity:
    usual: dict[str, Any] = {
        "title": title,
        "account_id": account_called(desk, "Cobalt").id,
        "opened_day": on(days),
    }
    return desk.do(opportunities.add_opportunity, OpportunityDraft(**usual | fields)).result


def closed(desk: Desk, result: OpportunityResult, day: int = 0, **fields: Any) -> Opportunity:
    made = opened(desk, **fields)
    return desk.do(opportunities.close_opportunity, made.id, result, on(day)).result


def a_draft(desk: Desk, **fields: Any) -> ActivityDraft:
    usual: dict[str, Any] = {
        "rep_id": rep_called(desk, "Priya").id,
        "account_id": account_called(desk, "Cobalt").id,
        "day": on(0),
        "kind": ActivityKind.VISIT,
    }
    return ActivityDraft(**usual | fields)


def noted(desk: Desk, **fields: Any) -> Activity:
    return desk.do(activities.note_activity, a_draft(desk, **fields)).result


def reviewed(desk: Desk, made: Opportunity, **words: str) -> OpportunityReview:
    return desk.do(opportunities.review_opportunity, made.id, ReviewWords(**words)).result


def test_an_opportunity_needs_a_customer_and_a_day_that_has_come(office: Desk) -> None:
    assert refused(lambda: opened(office, account_id=None)) == "E-PUR-01"
    assert refused(lambda: opened(office, days=1)) == "E-PUR-06"
    made = opened(office, account_id=None, new_account=" Elm ")
    assert account_called(office, "Elm").id == made.account_id


def test_it_is_closed_on_a_day_that_has_come_and_then_stays(office: Desk) -> None:
    made = opened(office)
    close = opportunities.close_opportunity
    assert refused(lambda: office.do(close, made.id, WON, on(1))) == "E-PUR-06"
    with pytest.raises(InputError):
        office.do(close, made.id, OpportunityResult.RELEASED, on(0))
    with pytest.raises(InputError):
        office.do(close, made.id, WON, on(-41))
    office.do(close, made.id, LOST, on(-1))
    assert (again(office, made).result, again(office, made).closed_day) == (LOST, on(-1))
    words = {"title": "Other", "stage": None, "opened_day": on(-2)}
    for act in (
        lambda: office.do(close, made.id, WON, on(0)),
        lambda: office.do(opportunities.edit_opportunity, made.id, **words),
        lambda: office.do(opportunities.remove_opportunity, made.id),
    ):
        assert refused(act) == "E-PUR-07"
    office.undo()
    assert again(office, made).result is OpportunityResult.OPEN


def test_only_what_was_won_or_lost_is_reviewed_and_the_review_can_be_reworded(
    office: Desk,
) -> None:
    assert refused(lambda: reviewed(office, opened(office), tangible="Price")) == "E-PUR-08"
    assert refused(lambda: reviewed(office, closed(office, ENDED), tangible="Price")) == "E-PUR-08"
    made = closed(office, LOST)
    with pytest.raises(InputError):
        reviewed(office, made, tangible=" ")
    reviewed(office, made, tangible="Price")
    reviewed(office, made, tangible="Price", collaboration="Finance came late")
    (kept,) = all_of(office, OpportunityReview)
    assert (kept.outcome, kept.tangible) == (ReviewOutcome.LOST, "Price")
    assert kept.collaboration == "Finance came late"
    reviewed(office, made)
    assert all_of(office, OpportunityReview) == []
    office.undo()
    assert all_of(office, OpportunityReview) == [kept]


def test_an_opportunity_entered_by_mistake_leaves_its_activities_with_the_customer(
    office: Desk,
) -> None:
    made = opened(office)
    done = noted(office, opportunity_id=made.id)
    office.do(opportunities.remove_opportunity, made.id)
    assert again(office, done).opportunity_id is None
    office.undo()
    assert again(office, done).opportunity_id == made.id


def test_an_activity_has_happened_and_belongs_to_its_customer(office: Desk) -> None:
    assert refused(lambda: noted(office, day=on(1))) == "E-ACT-01"
    other = opened(office, account_id=account_called(office, "Birch").id)
    assert refused(lambda: noted(office, opportunity_id=other.id)) == "E-ACT-02"
    priya = rep_called(office, "Priya")
    office.do(lambda work: work.put(replace(priya, employed=((on(-30), None),))))
    assert refused(lambda: noted(office, day=on(-31))) == "E-OBS-12"
    done = noted(office, account_id=None, new_account="Elm")
    assert account_called(office, "Elm").owner_rep_id == done.rep_id


def test_a_result_is_added_changed_and_taken_back(office: Desk) -> None:
    done = noted(office)
    office.do(activities.set_outcome, done.id, ADVANCED)
    assert again(office, done).outcome is ADVANCED
    changed = a_draft(office, kind=ActivityKind.CALL, prepared=True, outcome=ADVANCED)
    office.do(activities.edit_activity, done.id, changed)
    assert (again(office, done).kind, again(office, done).prepared) == (ActivityKind.CALL, True)
    office.do(activities.remove_activity, done.id)
    assert all_of(office, Activity) == []
    for _step in range(3):
        office.undo()
    assert again(office, done).outcome is NONE


def test_stages_are_those_of_the_opportunity_else_of_the_customer(office: Desk) -> None:
    made = opened(office, stage=SelectionStage.COMPARE)
    for n in range(9):
        outcome = NONE if n == 8 else ADVANCED if n % 2 else ActivityOutcome.HELD
        noted(office, opportunity_id=made.id, outcome=outcome)
    noted(office, account_id=account_called(office, "Birch").id, outcome=ADVANCED)
    compare, none = insights(office).stages
    assert (compare.stage, compare.title) == ("compare", "Compares options")
    assert (compare.row.count, compare.row.with_outcome, compare.row.advanced) == (9, 8, 4)
    assert "50 %, range" in compare.words
    assert "1 have no recorded result" in compare.words
    assert (none.stage, none.row.rate) == ("", None)
    assert none.words.endswith("A share needs 7 more with a result.")
    lines = activity_lines(office, stage="compare")
    assert len(lines) == 9
    assert [line.has_outcome for line in lines[:2]] == [False, True]
    assert [line.account for line in activity_lines(office, stage="")] == ["Birch"]


def test_a_cycle_time_stands_only_on_eight_decided_opportunities(office: Desk) -> None:
    for n in range(7):
        closed(office, WON if n < 3 else LOST, title=f"Line {n}", days=-10 * (n + 1))
    opened(office)
    found = insights(office).decided
    assert (found.n, found.still_open, found.rate, found.median_days) == (7, 1, None, None)
    assert found.words.endswith("needs 1 more decided.")
    closed(office, ENDED, days=-45)
    found = insights(office).decided
    assert (found.rate, found.median_days) == (3 / 8, 42.5)
    assert "Won 38 % of 8 decided" in found.words
    earlier = insights(office, until=on(-1)).decided
    assert (earlier.n, earlier.still_open) == (0, 9)
    figures = insights_fields(insights(office), [])["figures"]
    (ended,) = [f for f in figures if f["figure"] == "opportunities_decided"]  # type: ignore[attr-defined]
    assert ended["inputs"] == {"won": 3, "lost": 4, "no_decision": 1, "open": 1}
    assert ended["value"] == {"won_share": 3 / 8, "median_days": 42.5}


def test_what_was_won_or_lost_changes_no_rating_and_no_label(desk: Desk) -> None:
    before = insights(desk)
    for made in all_of(desk, Opportunity, result=OpportunityResult.OPEN):
        desk.do(opportunities.close_opportunity, made.id, WON, desk.as_of)
        reviewed(desk, made, collaboration="Service was there from the start")
    for done in all_of(desk, Activity)[:40]:
        desk.do(activities.set_outcome, done.id, ActivityOutcome.BACK)
    after = insights(desk)
    assert after.decided.won > before.decided.won
    assert (after.cells, after.chains, after.trends) == (before.cells, before.chains, before.trends)
    assert (after.focus, after.balances) == (before.focus, before.balances)


def test_merged_customers_bring_their_opportunities_and_activities(office: Desk) -> None:
    made = opened(office, account_id=account_called(office, "Birch").id)
    done = noted(office, account_id=made.account_id, opportunity_id=made.id)
    cobalt = account_called(office, "Cobalt")
    office.do(merge_accounts, cobalt.id, made.account_id)
    assert again(office, made).account_id == again(office, done).account_id == cobalt.id
    assert again(office, done).opportunity_id == made.id
    office.undo()
    assert again(office, made).account_id == again(office, done).account_id == made.account_id


def test_an_opportunity_and_its_review_are_found_by_their_words_and_the_customer(
    office: Desk,
) -> None:
    made = closed(office, LOST, title="Packing hall")
    reviewed(office, made, tangible="Delivery four weeks later")
    hits = office.ask(search, "cobalt packing")
    assert [(hit.entity, hit.title) for hit in hits] == [("opportunity", "opportunity")]
    (hit,) = office.ask(search, "four weeks")
    assert hit.title == "review of an opportunity"
    assert hit.place is not None
    assert (hit.place.page, hit.place.id) == ("opportunity", made.id)
    assert {hit.entity for hit in office.ask(search, "cobalt")} >= {"opportunity_review"}


def test_the_history_says_what_became_of_it_in_words(office: Desk) -> None:
    made = opened(office, title="Packing hall")
    office.do(opportunities.close_opportunity, made.id, LOST, on(-1))
    done = noted(office)
    office.do(activities.set_outcome, done.id, ADVANCED)
    outcome, note, close, _add = office.ask(history, most=4)
    assert outcome.details == ("Visit of 10 Mar 2026, result: no result noted → moved forward",)
    assert note.what == "activity"
    assert close.details == ("Packing hall, decided: nothing → 9 Mar 2026, result: open → lost",)


def test_lists_show_open_ones_by_stage_and_decided_ones_of_a_year(
    office: Desk,
) -> None:
    opened(office, title="B", stage=SelectionStage.DECIDE)
    first = opened(office, title="A", stage=SelectionStage.DEFINE)
    noted(office, opportunity_id=first.id)
    noted(office)
    opened(office, title="C")
    closed(office, WON, title="Won", days=-68)
    closed(office, LOST, title="Long ago", days=-500, day=-400)
    lines = opportunity_lines(office)
    assert [line.title for line in lines] == ["A", "B", "C", "Won"]
    assert [line.status() for line in lines[:2]] == [
        "Defines what matters · 1 activity",
        "Decides and justifies · no activity noted",
    ]
    assert lines[3].when(on(0)) == "won today after 68 days"
    assert lines[3].status() == "review it in two minutes"
    assert lines[0].when(on(0) + timedelta(days=1)) == "41 days open"
