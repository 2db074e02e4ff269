"""The workspace and the people in it: added, renamed, away, gone and back."""

from dataclasses import dataclass, replace
from datetime import date, time

from coachdesk.domain import people_rules, talk_rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.names import fold
from coachdesk.domain.people import Account, Days, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.roster import typed_name
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import TeamKind, WhoAsked
from coachdesk.language import gettext as _
from coachdesk.resources import locale_in_use
from coachdesk.services.situations import refuse_unknown
from coachdesk.store.queries.people import reps_in_order, workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class RepDetails:
    """What is known of a rep, as the manager types it."""

    first_name: str
    last_name: str
    role: str
    rhythm_days: int
    slot_weekday: int | None
    slot_time: time | None
    slot_minutes: int
    joined: date | None = None


def start_workspace(work: UnitOfWork, manager_name: str) -> Workspace:
    """The workspace of a new store, in the language in use."""
    locale = locale_in_use()
    return work.put(Workspace(id=work.new_id(Workspace), manager_name=manager_name, locale=locale))


def ensure_workspace(work: UnitOfWork, manager_name: str) -> None:
    """Give a store that was just made its workspace."""
    if not work.find(Workspace):
        start_workspace(work, manager_name)


def add_rep(
    work: UnitOfWork,
    name: str,
    *,
    slot_weekday: int | None = None,
    slot_time: time | None = None,
) -> Rep:
    """A new rep, last in the manager's order; only a name is needed."""
    first, last = typed_name(name)
    order = max((rep.sort_order for rep in work.find(Rep)), default=0) + 1
    return work.put(
        Rep(
            id=work.new_id(Rep),
            first_name=first,
            last_name=last,
            slot_weekday=slot_weekday,
            slot_time=slot_time,
            sort_order=order,
        )
    )


def add_account(work: UnitOfWork, name: str, *, owner: Id[Rep] | None = None) -> Account:
    """A new customer; all but the name may stay unknown."""
    return work.put(Account(id=work.new_id(Account), name=name.strip(), owner_rep_id=owner))


def details_of(reads: Snapshot, id: Id[Rep]) -> RepDetails:
    """What is known of a rep now."""
    rep = reads.get(Rep, id)
    return RepDetails(
        first_name=rep.first_name,
        last_name=rep.last_name,
        role=rep.role,
        rhythm_days=rep.session_rhythm_days,
        slot_weekday=rep.slot_weekday,
        slot_time=rep.slot_time,
        slot_minutes=rep.slot_minutes,
        joined=rep.employed[0][0] if rep.employed else None,
    )


def edit_rep(work: UnitOfWork, id: Id[Rep], details: RepDetails) -> Rep:
    """Other names, role, rhythm or slot; what was received keeps the old name."""
    rep = people_rules.joined(work.get(Rep, id), details.joined)
    return work.put(
        replace(
            rep,
            first_name=details.first_name.strip(),
            last_name=details.last_name.strip(),
            role=details.role.strip(),
            session_rhythm_days=details.rhythm_days,
            slot_weekday=details.slot_weekday,
            slot_time=details.slot_time,
            slot_minutes=details.slot_minutes,
        )
    )


def move_rep(work: UnitOfWork, id: Id[Rep], by: int) -> None:
    """One place up (-1) or down (+1) among those on the team, in the manager's own order.

    Who has left stands below them, in no order of the manager's: nothing is moved.
    """
    team = reps_in_order(work)
    here = [rep.id for rep in team if rep.is_active(work.as_of)]
    if id not in here:
        return
    at = here.index(id)
    other = at + by
    if not 0 <= other < len(here):
        return
    here[at], here[other] = here[other], here[at]
    rest = [rep.id for rep in team if rep.id not in here]
    for order, rep_id in enumerate([*here, *rest]):
        work.put(replace(work.get(Rep, rep_id), sort_order=order))


def talks_after(reads: Snapshot, id: Id[Rep], day: date) -> list[CoachingSession]:
    """Talks planned with a rep for after a day."""
    planned = reads.find(CoachingSession, rep_id=id, state=talk_rules.BEFORE)
    return [talk for talk in planned if talk.day > day]


def leave_team(work: UnitOfWork, id: Id[Rep], day: date, *, cancel_talks: bool) -> Rep:
    """That day is the last one on the team; talks planned for later may be cancelled with it."""
    rep = work.get(Rep, id)
    gone = people_rules.left(rep, day, known_since=_known_since(work, id) or day)
    if cancel_talks:
        reason = _("{name} leaves the team.").format(name=rep.first_name)
        for talk in talks_after(work, id, day):
            work.put(talk_rules.cancelled(talk, WhoAsked.OTHER, reason))
    return work.put(gone)


def _known_since(reads: Snapshot, id: Id[Rep]) -> date | None:
    """The day of the oldest record, which begins a time whose beginning nobody entered."""
    days = [seen.day for seen in reads.find(Observation, rep_id=id)[:1]]
    days += [talk.day for talk in reads.find(CoachingSession, rep_id=id)[:1]]
    days += [item.created_day for item in reads.find(HandOff, rep_id=id)]
    return min(days, default=None)


def return_to_team(work: UnitOfWork, id: Id[Rep], day: date) -> Rep:
    """On the team again from that day on."""
    return work.put(people_rules.came_back(work.get(Rep, id), day))


def add_days_away(work: UnitOfWork, rep_id: Id[Rep] | None, first: date, last: date) -> None:
    """A rep, or the manager without one, is away from the first to the last day."""
    _put_away(work, rep_id, people_rules.with_days(_away(work, rep_id), first, last))


def change_days_away(
    work: UnitOfWork, rep_id: Id[Rep] | None, days: Days, first: date, last: date
) -> None:
    """Other days in place of these."""
    left = people_rules.without_days(_away(work, rep_id), days)
    _put_away(work, rep_id, people_rules.with_days(left, first, last))


def remove_days_away(work: UnitOfWork, rep_id: Id[Rep] | None, days: Days) -> None:
    """Not away on these days after all."""
    _put_away(work, rep_id, people_rules.without_days(_away(work, rep_id), days))


def _away(reads: Snapshot, rep_id: Id[Rep] | None) -> tuple[Days, ...]:
    return workspace(reads).away if rep_id is None else reads.get(Rep, rep_id).away


def _put_away(work: UnitOfWork, rep_id: Id[Rep] | None, away: tuple[Days, ...]) -> None:
    if rep_id is None:
        work.put(replace(workspace(work), away=away))
    else:
        work.put(replace(work.get(Rep, rep_id), away=away))


def edit_account(
    work: UnitOfWork,
    id: Id[Account],
    name: str,
    *,
    owner: Id[Rep] | None,
    situation: str | None,
) -> Account:
    """Another name, owner or situation of a customer; events keep the situation of their day."""
    known = work.get(Account, id)
    if situation not in (None, known.situation):
        refuse_unknown(work, situation)
    return work.put(replace(known, name=name.strip(), owner_rep_id=owner, situation=situation))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTeam:
    """A partner team: what it does, how early it wants to know, what it is measured on."""

    name: str
    kind: TeamKind = TeamKind.OTHER
    notice_days_wanted: int | None = None
    measured_on: str = ""


def add_partner_team(work: UnitOfWork, new: NewTeam) -> PartnerTeam:
    """A partner team nobody had entered; a name that is known is refused."""
    name = new.name.strip()
    if not name:
        raise InputError(_("Which team?"), _("Type what people call it."))
    if any(fold(team.name) == fold(name) for team in work.find(PartnerTeam)):
        raise InputError(
            _("“{name}” is known already.").format(name=name), _("Choose it among the teams.")
        )
    measured = new.measured_on.strip()
    return work.put(
        PartnerTeam(
            id=work.new_id(PartnerTeam),
            name=name,
            kind=new.kind,
            notice_days_wanted=new.notice_days_wanted,
            measured_on=measured,
            heard_on=work.as_of if measured else None,
        )
    )


def rename_partner_team(work: UnitOfWork, id: Id[PartnerTeam], name: str) -> PartnerTeam:
    """Another name of a partner team."""
    return work.put(replace(work.get(PartnerTeam, id), name=name.strip()))


def rename_partner_person(work: UnitOfWork, id: Id[PartnerPerson], name: str) -> PartnerPerson:
    """Another name of a person in a partner team."""
    return work.put(replace(work.get(PartnerPerson, id), name=name.strip()))
