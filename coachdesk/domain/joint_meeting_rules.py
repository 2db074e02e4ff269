"""A customer meeting with a partner: its states, and what its plan is hinted at (rules §11).

Hints never refuse: each says what is so and the way out. Refused is only what would be untrue.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from coachdesk.domain.errors import RuleError
from coachdesk.domain.joint_meetings import Attendee, JointMeeting, MeetingMessage
from coachdesk.domain.names import fold
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

S = JointMeetingState
# Which event leads from which states; what is not listed is refused.
STEPS: dict[str, frozenset[JointMeetingState]] = {
    "change": frozenset({S.PLANNED, S.HELD}),
    "move": frozenset({S.PLANNED}),
    "cancel": frozenset({S.PLANNED}),
    "hold": frozenset({S.PLANNED}),
    "observe": frozenset({S.HELD}),
}
USUAL_MINUTES = 60
_BETWEEN_NAMES = re.compile(r"\s*(?:[,/&+]|\band\b)\s*", re.IGNORECASE)


def check_step(meeting: JointMeeting, step: str) -> None:
    """Refuse a step that this state does not allow (E-JME-02, E-JME-03, E-JME-05)."""
    if meeting.state in STEPS[step]:
        return
    if meeting.state is S.CANCELLED:
        raise RuleError("E-JME-03", _("This meeting was cancelled."), _("Plan a new one."))
    if meeting.state is S.PLANNED:
        raise RuleError(
            "E-JME-02", _("This meeting has not been held yet."), _("Enter it as held first.")
        )
    raise RuleError(
        "E-JME-05", _("This meeting was held already."), _("Change what was said instead.")
    )


def check_plan_day(day: date, *, as_of: date) -> None:
    """A meeting is planned for today or later (E-JME-01)."""
    if day < as_of:
        raise RuleError(
            "E-JME-01",
            _("That day has passed."),
            _("Plan it for today or later, or enter it as held."),
        )


def check_held_day(day: date, *, as_of: date) -> None:
    """A meeting was held today or before (E-JME-02)."""
    if day > as_of:
        raise RuleError(
            "E-JME-02",
            _("This meeting lies in the future."),
            _("Enter it once it has been held."),
        )


def held(meeting: JointMeeting, day: date, *, as_of: date) -> JointMeeting:
    """Held on a day that has come."""
    check_step(meeting, "hold")
    check_held_day(day, as_of=as_of)
    return replace(meeting, state=S.HELD, day=day)


def moved(meeting: JointMeeting, day: date, start: time | None, *, as_of: date) -> JointMeeting:
    """Planned for another day, today or later."""
    check_step(meeting, "move")
    check_plan_day(day, as_of=as_of)
    return replace(meeting, day=day, start=start)


def cancelled(meeting: JointMeeting) -> JointMeeting:
    """Cancelled for good."""
    check_step(meeting, "cancel")
    return replace(meeting, state=S.CANCELLED)


class About(StrEnum):
    """The part of the plan that a hint stands at."""

    ISSUE = "issue"
    MESSAGES = "messages"
    NEXT_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Hint:
    """What is odd about a plan, with the way out; `at` are the places of the messages meant."""

    about: About
    words: str
    at: tuple[int, ...] = ()


def hints(meeting: JointMeeting) -> tuple[Hint, ...]:
    """Everything that should be settled before the meeting, in the order of the page."""
    return (
        *_issue(meeting),
        *_two_owners(meeting.messages, meeting.attendees),
        *_strangers(meeting),
        *_too_long(meeting.messages),
        *_next_step(meeting),
    )


def issue_place(messages: Sequence[MeetingMessage]) -> int | None:
    """Which message carries the customer's issue: the one marked, else the first."""
    if not messages:
        return None
    return next((at for at, each in enumerate(messages) if each.issue), 0)


def ours(attendees: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Who attends for us: rep, partner, manager."""
    return tuple(each for each in attendees if each.side is not AttendeeSide.CUSTOMER)


def attendee_named(attendees: Sequence[Attendee], name: str) -> Attendee | None:
    """The attendee of that name; a first name, or more of the name than was noted, is enough."""
    wanted = fold(name.strip())
    if not wanted:
        return None
    for each in attendees:
        known = fold(each.name.strip())
        if wanted == known or known.startswith(f"{wanted} ") or wanted.startswith(f"{known} "):
            return each
    return None


def owners(message: MeetingMessage, attendees: Sequence[Attendee]) -> tuple[str, ...]:
    """The people one owner field names: “Viktor and Ingrid”, “Viktor / Ingrid” are two."""
    whole = message.owner.strip()
    if any(fold(whole) == fold(each.name.strip()) for each in attendees):
        return (whole,)
    names = [name.strip() for name in _BETWEEN_NAMES.split(whole)]
    return tuple(dict.fromkeys(name for name in names if name))


def _issue(meeting: JointMeeting) -> Iterator[Hint]:
    at = issue_place(meeting.messages)
    if not meeting.customer_issue.strip():
        words = _("Nobody owns the customer’s issue: it is not written yet.")
        yield Hint(About.ISSUE, " ".join((words, _("Write it in the customer’s own words."))))
    elif at is None:
        words = _("Nobody owns the customer’s issue: nothing is planned to be said.")
        yield Hint(
            About.ISSUE, " ".join((words, _("Add the message that carries it, with its owner.")))
        )
    elif not _one_of_ours(meeting, meeting.messages[at]):
        words = _("Nobody of yours owns the customer’s issue.")
        way = _("Name who says “{message}”.").format(message=meeting.messages[at].text)
        yield Hint(About.ISSUE, f"{words} {way}", (at,))


def _one_of_ours(meeting: JointMeeting, message: MeetingMessage) -> bool:
    here = ours(meeting.attendees)
    return any(attendee_named(here, name) for name in owners(message, here))


def _two_owners(
    messages: Sequence[MeetingMessage], attendees: Sequence[Attendee]
) -> Iterator[Hint]:
    """Two people in one field, or the same words under two names."""
    said: dict[str, list[int]] = {}
    for at, message in enumerate(messages):
        said.setdefault(" ".join(fold(message.text).split()), []).append(at)
    for places in said.values():
        names: dict[str, str] = {}
        for at in places:
            for name in owners(messages[at], attendees):
                known = attendee_named(attendees, name)
                names.setdefault(fold(known.name if known else name), name)
        if len(names) > 1:
            words = _("{names} own the same message: “{message}”.").format(
                names=_and(tuple(names.values())), message=messages[places[0]].text
            )
            yield Hint(
                About.MESSAGES, " ".join((words, _("Let one of them say it."))), tuple(places)
            )


def _strangers(meeting: JointMeeting) -> Iterator[Hint]:
    """Owners who are not there for us."""
    here = ours(meeting.attendees)
    found: dict[str, tuple[str, list[int]]] = {}
    for at, message in enumerate(meeting.messages):
        for name in owners(message, here):
            if attendee_named(here, name) is None:
                found.setdefault(fold(name), (name, []))[1].append(at)
    for name, places in found.values():
        if attendee_named(meeting.attendees, name) is not None:
            words = _("{name} attends for the customer.").format(name=name)
            way = _("Give the message to one of yours.")
        else:
            words = _("{name} is not among those who attend for you.").format(name=name)
            way = _("Add {name} to who attends, or give the message to somebody else.").format(
                name=name
            )
        yield Hint(About.MESSAGES, f"{words} {way}", tuple(places))


def _too_long(messages: Sequence[MeetingMessage]) -> Iterator[Hint]:
    total = sum(message.minutes for message in messages)
    if total > USUAL_MINUTES:
        words = ngettext(
            "The parts take {n} minute, more than the hour a customer expects.",
            "The parts take {n} minutes, more than the hour a customer expects.",
            total,
        ).format(n=total)
        way = _("Shorten one, or agree the length with the customer.")
        yield Hint(About.MESSAGES, f"{words} {way}")


def _next_step(meeting: JointMeeting) -> Iterator[Hint]:
    if not meeting.next_step.strip():
        return
    if not meeting.next_step_owner.strip():
        words = _("Nobody owns the next step.")
        yield Hint(About.NEXT_STEP, " ".join((words, _("Name who takes it, by which day."))))
    elif meeting.next_step_day is not None and meeting.next_step_day < meeting.day:
        words = _("The next step lies before the meeting.")
        yield Hint(About.NEXT_STEP, " ".join((words, _("Give a day after it."))))


def _and(names: tuple[str, ...]) -> str:
    *most, last = names
    return _("{some} and {last}").format(some=", ".join(most), last=last)
