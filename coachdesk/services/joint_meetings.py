"""Customer meetings with a partner: planned on one page, held, and what was seen there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from typing import Any
from uuid import UUID

from coachdesk.domain import joint_meeting_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.joint_meetings import Attendee, JointMeeting, MeetingMessage
from coachdesk.domain.names import fold
from coachdesk.domain.parties import Contact
from coachdesk.domain.partner_vocabulary import AttendeeSide, JointMeetingState
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.services.capture import Captured, capture_line, read_line
from coachdesk.services.commitments import make_promise
from coachdesk.services.people import add_account
from coachdesk.services.seen_there import is_about_another, is_of_another_day, seen_there
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

MEETING = "joint_meeting_id"
LONGEST_ANSWER = 300
Named = Contact | PartnerPerson | Rep


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingStart:
    """What a plan begins with; without an `account_id` the customer `new_account` is added."""

    rep_id: Id[Rep]
    team_id: Id[PartnerTeam]
    account_id: Id[Account] | None = None
    new_account: str = ""
    day: date
    start: time | None = None
    stage: SelectionStage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """Everything that is written on the page of a meeting."""

    stage: SelectionStage | None = None
    attendees: tuple[Attendee, ...] = ()
    messages: tuple[MeetingMessage, ...] = ()
    customer_issue: str = ""
    perspective: str = ""
    next_step: str = ""
    next_step_owner: str = ""
    next_step_day: date | None = None
    checklist: Mapping[str, str] = field(default_factory=dict)
    aligned_before: bool = False
    said: str = ""

    @staticmethod
    def of(meeting: JointMeeting) -> "MeetingPlan":
        """What stands on its page now."""
        return MeetingPlan(
            **{each.name: getattr(meeting, each.name) for each in fields(MeetingPlan)}
        )


def plan_joint_meeting(work: UnitOfWork, start: MeetingStart) -> JointMeeting:
    """A meeting for today or later; the rep attends."""
    rules.check_plan_day(start.day, as_of=work.as_of)
    return work.put(_made(work, start, JointMeetingState.PLANNED))


def enter_joint_meeting(work: UnitOfWork, start: MeetingStart) -> JointMeeting:
    """A meeting that was held without having been planned here."""
    rules.check_held_day(start.day, as_of=work.as_of)
    return work.put(_made(work, start, JointMeetingState.HELD))


def _made(work: UnitOfWork, start: MeetingStart, state: JointMeetingState) -> JointMeeting:
    rep = work.get(Rep, start.rep_id)
    check_on_team(rep, start.day)
    account_id = start.account_id
    if account_id is None:
        account_id = add_account(work, start.new_account, owner=start.rep_id).id
    account = work.get(Account, account_id)
    return JointMeeting(
        id=work.new_id(JointMeeting),
        account_id=account_id,
        rep_id=rep.id,
        team_id=start.team_id,
        day=start.day,
        start=start.start,
        stage=start.stage or account.selection_stage,
        attendees=(Attendee(side=AttendeeSide.REP, name=rep.name, rep_id=rep.id),),
        state=state,
    )


def change_joint_meeting(work: UnitOfWork, id: Id[JointMeeting], plan: MeetingPlan) -> JointMeeting:
    """Other words on the page; names that are known are linked to whom they name."""
    meeting = work.get(JointMeeting, id)
    rules.check_step(meeting, "change")
    known = _Known(work, meeting)
    changes = {each.name: getattr(plan, each.name) for each in fields(MeetingPlan)}
    for name in ("customer_issue", "perspective", "next_step", "next_step_owner", "said"):
        changes[name] = changes[name].strip()
    changes["attendees"] = tuple(known.linked(each) for each in plan.attendees)
    changes["checklist"] = {
        key: words.strip() for key, words in plan.checklist.items() if words.strip()
    }
    for words in changes["checklist"].values():
        _check_answer(words)
    changed = replace(meeting, **changes)
    return meeting if changed == meeting else work.put(changed)


def _check_answer(words: str) -> None:
    over = len(words) - LONGEST_ANSWER
    if over > 0:
        raise InputError(
            _("An answer is {n} characters too long.").format(n=over),
            _("Shorten it to {most}.").format(most=LONGEST_ANSWER),
        )


class _Known:
    """Who can be meant by a name on the page of one meeting."""

    def __init__(self, reads: Snapshot, meeting: JointMeeting) -> None:
        self._contacts = reads.find(Contact, account_id=meeting.account_id)
        self._people = reads.find(PartnerPerson, team_id=meeting.team_id)
        self._reps = reads.find(Rep)

    def linked(self, attendee: Attendee) -> Attendee:
        """The attendee, linked to the person of that side who has this name."""
        name = attendee.name.strip()
        side = attendee.side
        return replace(
            attendee,
            name=name,
            contact_id=_id_of(self._contacts, name) if side is AttendeeSide.CUSTOMER else None,
            partner_person_id=_id_of(self._people, name) if side is AttendeeSide.PARTNER else None,
            rep_id=_id_of(self._reps, name) if side is AttendeeSide.REP else None,
        )


def _id_of(known: Sequence[Named], name: str) -> Any:
    """The one whose name this is, whole or by first name; None if none or several are."""
    wanted = fold(name)
    same = [each.id for each in known if fold(each.name) == wanted]
    first = [each.id for each in known if fold(each.name).split()[:1] == [wanted]]
    found = same or first
    return found[0] if len(found) == 1 else None


def move_joint_meeting(
    work: UnitOfWork, id: Id[JointMeeting], day: date, start: time | None = None
) -> JointMeeting:
    """Another day, today or later."""
    meeting = work.get(JointMeeting, id)
    return work.put(rules.moved(meeting, day, start, as_of=work.as_of))


def cancel_joint_meeting(work: UnitOfWork, id: Id[JointMeeting]) -> JointMeeting:
    """The meeting does not take place."""
    return work.put(rules.cancelled(work.get(JointMeeting, id)))


def hold_joint_meeting(
    work: UnitOfWork, id: Id[JointMeeting], day: date | None = None
) -> JointMeeting:
    """The meeting took place: on its day, or on another that has come."""
    meeting = work.get(JointMeeting, id)
    return work.put(rules.held(meeting, day or meeting.day, as_of=work.as_of))


def note_on_meeting(work: UnitOfWork, id: Id[JointMeeting], line: str) -> Captured:
    """A line on what the rep did there: an event of the meeting, or a row of the Inbox.

    The first line says that the meeting took place. Rep, customer, team and day are the meeting's.
    """
    meeting = work.get(JointMeeting, id)
    if meeting.state is JointMeetingState.PLANNED and meeting.day <= work.as_of:
        meeting = work.put(rules.held(meeting, meeting.day, as_of=work.as_of))
    rules.check_step(meeting, "observe")
    reading = read_line(work, line)
    if is_about_another(reading, meeting):
        name = work.get(Rep, meeting.rep_id).first_name
        raise RuleError(
            "E-JME-06",
            _("What is noted here is about {name}.").format(name=name),
            _("Note what somebody else did with Ctrl+N."),
        )
    if is_of_another_day(reading, meeting):
        raise RuleError(
            "E-JME-07",
            _("What is noted here was seen on the meeting’s day."),
            _("Note what you saw on another day with Ctrl+N."),
        )
    return capture_line(work, seen_there(work, meeting, reading), occasion={MEETING: meeting.id})


def promise_next_step(work: UnitOfWork, id: Id[JointMeeting]) -> Commitment:
    """The next step as a promise of the rep or the manager, due on its day."""
    meeting = work.get(JointMeeting, id)
    rules.check_step(meeting, "change")
    side = promise_side(work, meeting)
    if work.find(Commitment, origin_id=meeting.id, text=meeting.next_step):
        raise InputError(_("This promise stands already."), _("Change it where promises are."))
    if side is None:
        raise InputError(
            _("A promise needs an owner who is {rep} or you.").format(
                rep=work.get(Rep, meeting.rep_id).first_name
            ),
            _("Name one of you as owner of the next step."),
        )
    if meeting.next_step_day is None:
        raise InputError(_("By when?"), _("Give the next step a day."))
    return make_promise(
        work,
        rep_id=meeting.rep_id,
        side=side,
        text=meeting.next_step,
        due_day=meeting.next_step_day,
        origin=PromiseOrigin.JOINT_MEETING,
        origin_id=meeting.id,
    )


def promise_side(reads: Snapshot, meeting: JointMeeting) -> OwnerSide | None:
    """Whose promise the next step would be; None if its owner is neither rep nor manager."""
    rep = Attendee(side=AttendeeSide.REP, name=reads.get(Rep, meeting.rep_id).name)
    boss = Attendee(side=AttendeeSide.MANAGER, name=workspace(reads).manager_name)
    found = rules.attendee_named((rep, boss), meeting.next_step_owner)
    return {rep: OwnerSide.REP, boss: OwnerSide.MANAGER}.get(found) if found else None


def next_joint_meeting(
    reads: Snapshot, *, rep_id: UUID | None = None, team_id: UUID | None = None
) -> JointMeeting:
    """The next planned meeting from today on, of that rep and team; without one the newest."""
    known = [
        each
        for each in reads.find(JointMeeting)
        if each.state is not JointMeetingState.CANCELLED
        and rep_id in (None, each.rep_id)
        and team_id in (None, each.team_id)
    ]
    ahead = [each for each in known if each.day >= reads.as_of]
    if ahead:
        return min(ahead, key=_in_time)
    if not known:
        raise InputError(
            _("There is no joint meeting to print."),
            _("Plan one first: “Plan a joint meeting” in the palette (Ctrl+K)."),
            code="joint_meeting",
        )
    return max(known, key=_in_time)


def _in_time(meeting: JointMeeting) -> tuple[date, time, str]:
    return meeting.day, meeting.start or time.min, str(meeting.id)
