"""Reps edited, ordered, away, gone and back; renames are read everywhere at once."""

from datetime import date, time

import pytest

from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import PartnerPerson, PartnerTeam, Workspace
from coachdesk.domain.vocabulary import ReceivedMeans, TalkState
from coachdesk.services import people
from coachdesk.services.capture import read_line
from coachdesk.services.desk import Desk
from coachdesk.services.documents import print_summary
from coachdesk.services.pages import frame, rep_page
from coachdesk.services.talks import receive_summary
from tests.services.making import (
    TODAY,
    TRANSITION,
    account_called,
    again,
    all_of,
    everything,
    on,
    page_of,
    planned,
    rep_called,
    running,
    seen,
    wrapped_up,
)


def details(**fields: object) -> people.RepDetails:
    usual = {
        "first_name": "Priya",
        "last_name": "Raman",
        "role": "",
        "rhythm_days": 14,
        "slot_weekday": None,
        "slot_time": None,
        "slot_minutes": 45,
    }
    return people.RepDetails(**usual | fields)


def order(desk: Desk) -> list[str]:
    return [rep.name.split()[0] for rep in frame(desk).reps]


def test_a_reps_details_are_written_in_one_change(office: Desk) -> None:
    priya = rep_called(office, "Priya")
    wanted = details(role="Associate", rhythm_days=7, slot_weekday=3, slot_time=time(9, 0))
    office.do(people.edit_rep, priya.id, wanted)
    now = again(office, priya)
    assert (now.role, now.session_rhythm_days, now.slot_weekday) == ("Associate", 7, 3)
    office.undo()
    assert again(office, priya) == priya


def test_the_team_keeps_the_managers_order(office: Desk) -> None:
    assert order(office) == ["Priya", "Tom", "Aisha"]
    office.do(people.move_rep, rep_called(office, "Aisha").id, -1)
    assert order(office) == ["Priya", "Aisha", "Tom"]
    office.do(people.move_rep, rep_called(office, "Priya").id, -1)
    assert order(office) == ["Priya", "Aisha", "Tom"]
    office.undo()
    assert order(office) == ["Priya", "Tom", "Aisha"]


def test_who_left_takes_no_place_in_the_order(office: Desk) -> None:
    office.do(people.leave_team, rep_called(office, "Tom").id, on(-1), cancel_talks=False)
    office.do(people.move_rep, rep_called(office, "Aisha").id, -1)
    assert order(office) == ["Aisha", "Priya"]


def test_talks_after_the_last_day_are_cancelled_with_it_or_stay(office: Desk) -> None:
    soon, later = planned(office, "Tom", on(1)), planned(office, "Tom", on(9))
    tom = rep_called(office, "Tom")
    assert [t.id for t in office.ask(people.talks_after, tom.id, on(3))] == [later.id]
    office.do(people.leave_team, tom.id, on(3), cancel_talks=False)
    assert again(office, later).state is TalkState.PLANNED
    office.undo()
    office.do(people.leave_team, tom.id, on(3), cancel_talks=True)
    assert again(office, later).state is TalkState.CANCELLED
    assert again(office, soon).state is TalkState.PLANNED
    office.undo()
    assert again(office, later) == later


def test_who_left_is_known_since_the_oldest_record(office: Desk) -> None:
    seen(office, (TRANSITION, 4), rep="Tom", day=on(-40))
    office.do(people.leave_team, rep_called(office, "Tom").id, on(-1), cancel_talks=True)
    assert rep_called(office, "Tom").employed == ((on(-40), on(-1)),)
    assert rep_page(office, rep_called(office, "Tom").id).left_on == on(-1)


def test_who_comes_back_can_be_planned_with_again(office: Desk) -> None:
    tom = rep_called(office, "Tom")
    office.do(people.leave_team, tom.id, on(-9), cancel_talks=True)
    with pytest.raises(RuleError, match="Plan a session"):
        planned(office, "Tom", on(2))
    office.do(people.return_to_team, tom.id, TODAY)
    assert planned(office, "Tom", on(2)).rep_id == tom.id


@pytest.mark.parametrize("who", ["Tom", ""])
def test_days_away_are_added_changed_and_removed(office: Desk, who: str) -> None:
    rep_id = rep_called(office, who).id if who else None

    def away() -> tuple[tuple[date, date], ...]:
        holder = rep_called(office, who) if who else all_of(office, Workspace)[0]
        return holder.away

    office.do(people.add_days_away, rep_id, on(6), on(10))
    office.do(people.add_days_away, rep_id, on(3), on(3))
    assert away() == ((on(3), on(3)), (on(6), on(10)))
    office.do(people.change_days_away, rep_id, (on(6), on(10)), on(4), on(5))
    assert away() == ((on(3), on(5)),)
    office.do(people.remove_days_away, rep_id, (on(3), on(5)))
    assert away() == ()


def test_new_names_are_read_everywhere(office: Desk) -> None:
    seen(office, (TRANSITION, 4))
    priya, cobalt = rep_called(office, "Priya"), account_called(office, "Cobalt")
    office.do(people.edit_rep, priya.id, details(first_name="Priyanka", last_name="Rao"))
    office.do(people.edit_account, cobalt.id, "Cobalt Lane", owner=priya.id, situation=None)
    team, person = all_of(office, PartnerTeam)[0], all_of(office, PartnerPerson)[0]
    office.do(people.rename_partner_team, team.id, "Systems")
    office.do(people.rename_partner_person, person.id, "Stefan Voigt")
    assert order(office)[0] == "Priyanka"
    assert rep_page(office, priya.id).events[0].account == "Cobalt Lane"
    line = "Priyanka t4 Gave Stefan Voigt the room @Cobalt Lane #systems"
    found = office.ask(read_line, line)
    assert (found.rep, found.account) == (priya.id, cobalt.id)
    assert (found.team, found.person) == (team.id, person.id)


def test_a_received_page_keeps_the_name_it_was_received_with(office: Desk) -> None:
    talk = wrapped_up(office, running(office))
    unreceived = wrapped_up(office, running(office, "Tom"))
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)
    before = print_summary(office, talk.id).content
    priya, tom = rep_called(office, "Priya"), rep_called(office, "Tom")
    office.do(people.edit_rep, priya.id, details(first_name="Priyanka"))
    office.do(people.edit_rep, tom.id, details(first_name="Thomas", last_name="Hartley"))
    assert print_summary(office, talk.id).content == before
    assert page_of(office, talk).rep == "Priya Raman"
    assert page_of(office, unreceived).rep == "Thomas Hartley"


def test_a_refused_change_leaves_nothing_behind(office: Desk) -> None:
    before = everything(office)
    tom = rep_called(office, "Tom")
    with pytest.raises(RuleError):
        office.do(people.return_to_team, tom.id, TODAY)
    assert everything(office) == before


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Vogt, Lena", ("Lena", "Vogt")),
        ("  Lena  Vogt ", ("Lena", "Vogt")),
        ("Lena van der Vogt", ("Lena", "van der Vogt")),
        ("Lena", ("Lena", "")),
        ("O’Neill, Anne-Marie", ("Anne-Marie", "O’Neill")),
        ("a, b & co", ("a,", "b & co")),
    ],
)
def test_a_name_is_read_as_in_a_list(office: Desk, typed: str, name: tuple[str, str]) -> None:
    made = office.do(people.add_rep, typed).result
    assert (made.first_name, made.last_name) == name
