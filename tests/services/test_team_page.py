"""What the Team page says of a team, a rep, and what was typed twice."""

from sqlalchemy import event

from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam
from coachdesk.domain.vocabulary import OwnerSide
from coachdesk.services import people
from coachdesk.services.desk import Desk
from coachdesk.services.hand_offs import plan_hand_off, set_expectation
from coachdesk.services.pages import team_page
from coachdesk.services.talks import prepare_talk
from coachdesk.views.team import TeamRow
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    a_preparation,
    account_called,
    all_of,
    on,
    planned,
    promised,
    rep_called,
    seen,
)


def row(desk: Desk, name: str) -> TeamRow:
    return next(row for row in team_page(desk).rows if row.first_name == name)


def test_a_row_says_when_how_often_what_is_due_and_when_seen(office: Desk) -> None:
    seen(office, (NEED, 5), (TRANSITION, 2), day=on(-3))
    seen(office, (NEED, 3), day=on(-200))
    talk = planned(office, "Priya", on(2))
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION, expectation="Says why first"))
    promised(office, OwnerSide.MANAGER, due=0)
    promised(office, OwnerSide.REP, due=4)
    priya = row(office, "Priya")
    assert priya.next_talk is not None
    assert priya.next_talk.day == on(2)
    assert [(f.x, f.n) for f in priya.figures] == [(1, 1), (0, 0), (0, 1), (0, 0), (0, 0)]
    assert priya.working_on is not None
    assert (priya.working_on.behaviour, priya.working_on.expectation) == (
        TRANSITION,
        "Says why first",
    )
    assert (priya.promises.over, priya.promises.mine_today) == (0, 1)
    assert priya.promises.next_day == TODAY
    assert priya.last_seen == on(-3)
    tom = row(office, "Tom")
    assert (tom.next_talk, tom.working_on, tom.last_seen) == (None, None, None)


def test_promises_that_are_over_are_counted_whoever_gave_them(office: Desk, clock) -> None:
    promised(office, OwnerSide.MANAGER, due=0)
    promised(office, OwnerSide.REP, "Write the page", due=1)
    clock.wait(days=2)
    assert row(office, "Priya").promises.over == 2


def test_who_was_not_seen_for_three_weeks_is_named_in_the_teams_order(office: Desk) -> None:
    seen(office, (NEED, 4), rep="Priya", day=on(-21))
    seen(office, (NEED, 4), rep="Aisha", day=on(-22))
    found = team_page(office).not_seen
    assert [(item.name, item.days) for item in found] == [
        ("Tom Hartley", None),
        ("Aisha Bello", 22),
    ]


def test_a_hand_off_with_a_day_ahead_says_when_to_watch(office: Desk) -> None:
    tom, cobalt = rep_called(office, "Tom"), account_called(office, "Cobalt")
    item = office.do(
        plan_hand_off,
        rep_id=tom.id,
        account_id=cobalt.id,
        team_id=all_of(office, PartnerTeam)[0].id,
        need="Roll-out in the second plant",
    ).result
    terms = Expectation(
        text="A date for the pilot",
        due_day=on(10),
        check_day=on(2),
        partner_person_id=all_of(office, PartnerPerson)[0].id,
    )
    office.do(set_expectation, item.id, terms)
    watch = next(i for i in team_page(office).not_seen if i.id == tom.id).watch
    assert watch is not None
    assert (watch.day, watch.account, watch.is_check) == (on(2), "Cobalt", True)


def test_days_away_that_are_over_are_not_listed(office: Desk) -> None:
    tom = rep_called(office, "Tom").id
    office.do(people.add_days_away, tom, on(-9), on(-8))
    office.do(people.add_days_away, tom, on(-2), on(1))
    office.do(people.add_days_away, None, on(5), on(5))
    found = [(item.name, item.first, item.last) for item in team_page(office).away]
    assert found == [("Tom Hartley", on(-2), on(1)), ("", on(5), on(5))]


def test_who_left_stands_below_and_who_comes_back_stands_in_the_team(office: Desk) -> None:
    tom = rep_called(office, "Tom").id
    office.do(people.leave_team, tom, on(-1), cancel_talks=True)
    page = team_page(office)
    assert [r.first_name for r in page.rows] == ["Priya", "Aisha"]
    assert [(r.name, r.left_on) for r in page.left] == [("Tom Hartley", on(-1))]
    office.do(people.return_to_team, tom, on(3))
    assert team_page(office).left[0].joins_on == on(3)
    office.undo()
    office.do(people.return_to_team, tom, TODAY)
    assert [r.first_name for r in team_page(office).rows] == ["Priya", "Tom", "Aisha"]


def test_names_that_look_like_one_are_pointed_out(office: Desk) -> None:
    office.do(people.add_rep, "Raman Priya")
    office.do(people.add_account, "Cobalt ", owner=None)
    found = [(d.kind, d.one, d.other) for d in team_page(office).doubles]
    assert found == [("rep", "Priya Raman", "Raman Priya"), ("account", "Cobalt", "Cobalt")]


def test_customers_have_their_owner_and_their_events(office: Desk) -> None:
    seen(office, (NEED, 4))
    priya = rep_called(office, "Priya")
    cobalt = account_called(office, "Cobalt")
    office.do(people.edit_account, cobalt.id, "Cobalt", owner=priya.id, situation=None)
    found = [(r.name, r.of, r.events) for r in team_page(office).accounts]
    assert found == [("Birch", "", 0), ("Cobalt", "Priya Raman", 1)]
    assert [(r.kind, r.name) for r in team_page(office).partners] == [
        ("team", "Integration"),
        ("person", "Stefan Vogt"),
    ]


def test_the_number_of_reads_does_not_grow_with_the_team(office: Desk) -> None:
    def reads() -> int:
        said: list[str] = []
        connection = office.store.connection
        listen = lambda *call: said.append(call[2])  # noqa: E731
        event.listen(connection, "before_cursor_execute", listen)
        team_page(office)
        event.remove(connection, "before_cursor_execute", listen)
        return len(said)

    few = reads()
    for n in range(20):
        office.do(people.add_rep, f"Rep Number{n}")
        office.do(people.add_account, f"Customer {n}")
    assert len(all_of(office, Account)) == 22
    assert reads() == few
