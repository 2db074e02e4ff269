"""A team made from a list, in one change."""

from datetime import date, time

from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.roster import read_list, read_row
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import TeamKind
from coachdesk.services.desk import Desk
from coachdesk.services.roster import create_team
from tests.services.making import all_of, everything, rep_called
from tests.store.making import FakeClock


def read(desk: Desk, text: str):
    return [read_row(line, as_of=desk.as_of) for line in read_list(text).lines]


def fresh(desk: Desk, *first_names: str) -> list[Rep]:
    reps = sorted(all_of(desk, Rep), key=lambda rep: rep.sort_order)
    return [rep for rep in reps if rep.first_name in first_names]


def test_reps_stand_in_the_order_of_their_lines_behind_those_there_are(office: Desk) -> None:
    before = max(rep.sort_order for rep in all_of(office, Rep))
    office.do(create_team, read(office, "Zoe Last, AE\nAda First"))
    made = fresh(office, "Zoe", "Ada")
    assert [(rep.first_name, rep.sort_order - before) for rep in made] == [("Zoe", 1), ("Ada", 2)]
    assert made[0].role == "AE"


def test_a_slot_brings_the_first_talk_with_its_agenda(office: Desk, clock: FakeClock) -> None:
    assert clock().strftime("%a %H:%M") == "Tue 10:07"
    text = "Ada Ax, every week, Tue 10:30, 30 min\nBo Bx, Tue 9:00\nCy Cx, Sat\nDi Dx, 9:00"
    made = office.do(create_team, read(office, text)).result
    assert [rep.first_name for rep in made.planned] == ["Ada", "Bo", "Cy"]
    talks = {
        rep.first_name: (talk.day, talk.start, talk.minutes)
        for rep in made.planned
        for talk in all_of(office, CoachingSession, rep_id=rep.id)
    }
    assert talks == {
        "Ada": (date(2026, 3, 10), time(10, 30), 30),
        "Bo": (date(2026, 3, 17), time(9), 45),
        "Cy": (date(2026, 3, 16), None, 45),
    }
    assert made.created == {"rep": 4, "coaching_session": 3, "agenda_item": 12}


def test_a_first_talk_waits_for_who_joins_later_and_none_is_planned_with_who_left(
    office: Desk,
) -> None:
    text = "Ada Ax, Tue 10:30, joined 2026-04-01\nBo Bx, Tue, joined 2024-01-01, left 2025-01-01"
    made = office.do(create_team, read(office, text)).result
    (talk,) = all_of(office, CoachingSession, rep_id=made.reps[0].id)
    assert talk.day == date(2026, 4, 7)
    assert not all_of(office, CoachingSession, rep_id=made.reps[1].id)


def test_partner_teams_come_with_their_kind_and_never_twice(office: Desk) -> None:
    names = ("Creative", "Legal", "creative", "Legal")
    office.do(create_team, (), names)
    kinds = {team.name: team.kind for team in all_of(office, PartnerTeam)}
    assert (kinds["Creative"], kinds["Legal"]) == (TeamKind.CREATIVE, TeamKind.OTHER)
    assert [team.name for team in all_of(office, PartnerTeam)].count("Legal") == 1


def test_a_merge_fills_up_what_nobody_said_and_overwrites_nothing(office: Desk) -> None:
    rep = all_of(office, Rep)[0]
    (row,) = read(office, f"{rep.name}, Chief of everything, every 3 weeks, Fri 8:00, 25 min")
    office.do(create_team, (), (), [(rep.id, row)])
    after = rep_called(office, rep.first_name)
    assert after.role == (rep.role or "Chief of everything")
    if rep.slot_weekday is None:
        assert (after.slot_weekday, after.session_rhythm_days) == (4, 21)
    else:
        assert after.slot_weekday == rep.slot_weekday
    assert after.first_name == rep.first_name


def test_one_undo_takes_the_whole_team_back(office: Desk) -> None:
    before = everything(office)
    office.do(create_team, read(office, "Ada Ax, Tue 10:30\nBo Bx"), ("Creative", "Legal"))
    assert len(all_of(office, AgendaItem)) == 4
    office.undo()
    assert everything(office) == before
