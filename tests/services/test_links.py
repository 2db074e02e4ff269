"""From a customer and from a rep one gets to what is under way with partners."""

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.services.desk import Desk
from coachdesk.services.links import links_of_customer, meetings_of_rep
from coachdesk.services.sample import sample_id
from tests.services.making import all_of


def test_a_customer_leads_to_rep_hand_offs_meetings_and_what_may_be_sold(desk: Desk) -> None:
    late = next(each for each in all_of(desk, HandOff, state="missed"))
    rows = links_of_customer(desk, late.account_id)
    assert rows[0].title == "rep"
    assert late.id in [row.id for row in rows if row.place.page == "hand_off"]
    closed = {each.id for each in all_of(desk, HandOff, state=("met", "met_late", "withdrawn"))}
    assert closed.isdisjoint(row.id for row in rows)


def test_meetings_lead_there_from_the_customer_and_from_the_rep(desk: Desk) -> None:
    meeting = desk.ask(lambda reads: reads.get(JointMeeting, sample_id("jm8")))
    for rows in (
        links_of_customer(desk, meeting.account_id),
        meetings_of_rep(desk, meeting.rep_id),
    ):
        (found,) = [row for row in rows if row.id == meeting.id]
        assert (found.place.page, found.day) == ("joint_meeting", meeting.day)


def test_the_newest_meetings_of_a_rep_stand_first(desk: Desk) -> None:
    days = [row.day for row in meetings_of_rep(desk, sample_id("viktor")) if row.day is not None]
    assert days == sorted(days, reverse=True)
    assert len(days) <= 3
