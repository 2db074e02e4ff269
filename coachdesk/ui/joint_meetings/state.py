"""What the page of a joint meeting says in words, and what stands typed on it."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from coachdesk.domain.joint_meetings import Attendee, MeetingMessage
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.language import gettext as _
from coachdesk.services.joint_meetings import MeetingPlan
from coachdesk.views.dates import clock, near_day
from coachdesk.views.joint_meetings import JointMeetingPage, meeting_state_title

# Texts of the page, and answers of the checklist that have a field of their own.
TEXTS = ("customer_issue", "perspective", "next_step", "next_step_owner", "said")
ANSWERS = ("J1", "J7", "J8", "J10")


def when_words(page: JointMeetingPage) -> str:
    """“today 14:00 · planned”."""
    day = near_day(page.day, page.as_of)
    when = day if page.start is None else f"{day} {clock(page.start)}"
    return " · ".join((when, meeting_state_title(page.state)))


def plan_of(page: JointMeetingPage) -> MeetingPlan:
    """What is stored, with names alone: who is meant by one is found again when it is written."""
    return MeetingPlan(
        stage=page.stage,
        attendees=tuple(
            replace(line.attendee, contact_id=None, partner_person_id=None, rep_id=None)
            for line in page.attendees
        ),
        messages=page.messages,
        checklist=dict(page.checklist),
        next_step_day=page.next_step_day,
        aligned_before=page.aligned_before,
        **{name: getattr(page, name) for name in TEXTS},
    )


def content_of(plan: MeetingPlan, day_typed: str) -> dict[str, object]:
    """What is typed, to be kept outside the journal."""
    return {
        "attendees": [asdict(each) for each in plan.attendees],
        "messages": [asdict(each) for each in plan.messages],
        "checklist": dict(plan.checklist),
        "day_typed": day_typed,
        **{name: getattr(plan, name) for name in TEXTS},
    }


def typed_plan(stored: MeetingPlan, content: Mapping[str, Any]) -> MeetingPlan:
    """The plan with what was typed and not written."""
    if not content:
        return stored
    people = tuple(
        Attendee(**{**each, "side": AttendeeSide(each["side"])})
        for each in content.get("attendees", ())
    )
    messages = tuple(MeetingMessage(**each) for each in content.get("messages", ()))
    texts = {name: str(content[name]) for name in TEXTS if name in content}
    return replace(
        stored,
        attendees=people,
        messages=messages,
        checklist=dict(content.get("checklist", stored.checklist)),
        **texts,
    )


def why_not_seen(page: JointMeetingPage) -> str:
    """Why nothing can be noted yet, or any more; empty if it can."""
    if page.state is JointMeetingState.CANCELLED:
        return _("The meeting was cancelled.")
    if page.state is JointMeetingState.PLANNED and page.day > page.as_of:
        return _("The meeting is still ahead.")
    return ""


def day_words(page: JointMeetingPage) -> str:
    """The day of the next step as it can be typed again."""
    return "" if page.next_step_day is None else near_day(page.next_step_day, page.as_of)
