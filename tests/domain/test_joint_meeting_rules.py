"""Hints at the plan of a joint meeting, and the steps that would make it untrue."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest

from coachdesk.domain import joint_meeting_rules as rules
from coachdesk.domain.errors import RuleError
from coachdesk.domain.joint_meeting_rules import About
from coachdesk.domain.joint_meetings import Attendee, JointMeeting, MeetingMessage
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState

TODAY = date(2026, 3, 10)
VIKTOR = Attendee(side=AttendeeSide.REP, name="Viktor Hall")
INGRID = Attendee(side=AttendeeSide.PARTNER, name="Ingrid")
CASTELL = Attendee(side=AttendeeSide.CUSTOMER, name="M. Castell")
ISSUE = "Two days per file go into corrections."


def says(text: str, owner: str = "", minutes: int = 5, *, issue: bool = False) -> MeetingMessage:
    return MeetingMessage(text=text, owner=owner, minutes=minutes, issue=issue)


def a_meeting(*messages: MeetingMessage, **fields: object) -> JointMeeting:
    known: dict[str, object] = {
        "id": uuid4(),
        "account_id": uuid4(),
        "rep_id": uuid4(),
        "team_id": uuid4(),
        "day": TODAY,
        "attendees": (VIKTOR, INGRID, CASTELL),
        "messages": messages,
        "customer_issue": ISSUE,
    }
    return JointMeeting(**{**known, **fields})  # type: ignore[arg-type]


HEARD, EXAMPLE = "What we heard from you", "How a similar customer solved it"
LOUD = "WHAT  we heard FROM you"


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (a_meeting(says(HEARD, "Viktor"), says(EXAMPLE, "Ingrid")), []),
        (a_meeting(says(HEARD, "Viktor Hall (rep)")), []),
        (a_meeting(says(HEARD, "VIKTOR HALL")), []),
        (a_meeting(says(HEARD, "Viktor"), customer_issue="  "), [About.ISSUE]),
        (a_meeting(), [About.ISSUE]),
        (a_meeting(says(HEARD)), [About.ISSUE]),
        (a_meeting(says(HEARD), says(EXAMPLE, "Ingrid", issue=True)), []),
        (a_meeting(says(HEARD, "Viktor"), says(EXAMPLE, issue=True)), [About.ISSUE]),
        (a_meeting(says(HEARD, "M. Castell")), [About.ISSUE, About.MESSAGES]),
        (a_meeting(says(HEARD, "Olga")), [About.ISSUE, About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor and Ingrid")), [About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor, Ingrid")), [About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor / Ingrid")), [About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor & Ingrid")), [About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor + Viktor Hall")), []),
        (a_meeting(says(HEARD, "Viktor"), says(LOUD, "Ingrid")), [About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor"), says(HEARD, "Viktor Hall")), []),
        (a_meeting(says(HEARD, "Viktor", 40), says(EXAMPLE, "Ingrid", 20)), []),
        (a_meeting(says(HEARD, "Viktor", 40), says(EXAMPLE, "Ingrid", 21)), [About.MESSAGES]),
        (a_meeting(says(HEARD, "Viktor"), next_step="A trial"), [About.NEXT_STEP]),
        (
            a_meeting(
                says(HEARD, "Viktor"),
                next_step="A trial",
                next_step_owner="Ingrid",
                next_step_day=TODAY - timedelta(days=1),
            ),
            [About.NEXT_STEP],
        ),
    ],
)  # fmt: skip
def test_a_plan_is_hinted_at_where_it_is_odd(meeting: JointMeeting, expected: list[About]) -> None:
    assert [hint.about for hint in rules.hints(meeting)] == expected


def test_each_hint_names_who_and_ends_with_the_way_out() -> None:
    two = rules.hints(a_meeting(says(HEARD, "Viktor and Ingrid")))
    assert two[0].words == (
        "Viktor and Ingrid own the same message: “What we heard from you”. Let one of them say it."
    )
    nobody = rules.hints(a_meeting(says(HEARD)))
    assert nobody[0].words == (
        "Nobody of yours owns the customer’s issue. Name who says “What we heard from you”."
    )
    assert nobody[0].at == (0,)


def test_a_name_with_a_comma_that_attends_is_one_person() -> None:
    odd = Attendee(side=AttendeeSide.PARTNER, name="Hall, Ingrid")
    meeting = a_meeting(says(HEARD, "Hall, Ingrid"), attendees=(odd,))
    assert rules.hints(meeting) == ()


def test_a_name_that_holds_and_is_not_taken_apart() -> None:
    sandra = Attendee(side=AttendeeSide.PARTNER, name="Sandra")
    assert rules.hints(a_meeting(says(HEARD, "Sandra"), attendees=(sandra,))) == ()


@pytest.mark.parametrize(
    ("state", "step", "code"),
    [
        (JointMeetingState.PLANNED, "change", ""),
        (JointMeetingState.PLANNED, "move", ""),
        (JointMeetingState.PLANNED, "cancel", ""),
        (JointMeetingState.PLANNED, "hold", ""),
        (JointMeetingState.PLANNED, "observe", "E-JME-02"),
        (JointMeetingState.HELD, "change", ""),
        (JointMeetingState.HELD, "move", "E-JME-05"),
        (JointMeetingState.HELD, "cancel", "E-JME-05"),
        (JointMeetingState.HELD, "hold", "E-JME-05"),
        (JointMeetingState.HELD, "observe", ""),
        *((JointMeetingState.CANCELLED, step, "E-JME-03") for step in rules.STEPS),
    ],
)
def test_each_state_allows_its_steps(state: JointMeetingState, step: str, code: str) -> None:
    meeting = a_meeting(state=state)
    if not code:
        rules.check_step(meeting, step)
        return
    with pytest.raises(RuleError) as refused:
        rules.check_step(meeting, step)
    assert refused.value.code == code
    assert refused.value.next_step


def test_days_are_where_they_can_be() -> None:
    meeting, yesterday = a_meeting(), TODAY - timedelta(days=1)
    tomorrow = TODAY + timedelta(days=1)
    assert rules.moved(meeting, tomorrow, time(9), as_of=TODAY).day == tomorrow
    assert rules.held(meeting, yesterday, as_of=TODAY).state is JointMeetingState.HELD
    for code, act in (
        ("E-JME-01", lambda: rules.moved(meeting, yesterday, None, as_of=TODAY)),
        ("E-JME-02", lambda: rules.held(meeting, tomorrow, as_of=TODAY)),
    ):
        with pytest.raises(RuleError) as refused:
            act()
        assert refused.value.code == code
