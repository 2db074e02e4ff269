"""What reps should see the manager do: a short list, looked at once a month."""

from coachdesk.domain.own_example import ModelLook
from coachdesk.domain.playbook_vocabulary import Modelled
from coachdesk.services.again import look_again
from coachdesk.services.desk import Desk
from coachdesk.services.own_example import (
    add_point,
    drop_point,
    mark_point,
    move_point,
    own_example,
    word_point,
)
from tests.services.making import all_of, refused
from tests.store.making import FakeClock


def _texts(desk: Desk) -> list[str]:
    return [point.text for point in desk.ask(own_example).points]


def _waiting(desk: Desk) -> int:
    return sum("once a month" in row.about for row in desk.ask(look_again))


def test_a_month_is_looked_at_once_and_today_says_so_until_then(office: Desk) -> None:
    assert _waiting(office) == 0
    first = office.do(add_point, "I ask Ingrid before I promise her people").result
    second = office.do(add_point, "I name the partner in front of the team").result
    assert _waiting(office) == 1
    office.do(mark_point, first.id, Modelled.DONE, "On Monday, with the team")
    assert office.ask(own_example).open == 1
    office.do(mark_point, second.id, Modelled.NO_OCCASION)
    assert _waiting(office) == 0
    assert len(all_of(office, ModelLook)) == 1
    office.undo()
    assert office.ask(own_example).open == 1


def test_the_next_month_asks_again_and_remembers_the_last(office: Desk, clock: FakeClock) -> None:
    point = office.do(add_point, "I keep their date as I keep mine").result
    office.do(mark_point, point.id, Modelled.NOT_YET)
    clock.wait(days=23)
    found = office.ask(own_example)
    assert (found.open, found.points[0].found) == (1, "")
    assert [mark for _month, mark in found.points[0].before] == ["not_yet"]


def test_the_list_stays_short_and_in_its_order(office: Desk) -> None:
    for n in range(7):
        office.do(add_point, f"Point {n}")
    assert refused(lambda: office.do(add_point, "One more")) == "E-EXA-01"
    points = office.ask(own_example).points
    office.do(move_point, points[6].id, -1)
    office.do(word_point, points[0].id, "Said in other words")
    assert _texts(office)[0] == "Said in other words"
    assert _texts(office)[5:] == ["Point 6", "Point 5"]
    office.do(mark_point, points[1].id, Modelled.DONE)
    for gone in (points[1], points[2]):
        office.do(drop_point, gone.id)
    assert len(_texts(office)) == 5
    assert refused(lambda: office.do(add_point, "Room again")) == ""
