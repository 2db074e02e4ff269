"""Joint visits: planned, held, looked back on, and what was observed there."""

from dataclasses import dataclass, replace
from datetime import date, time

from coachdesk.domain import visit_rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.names import fold
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import BehaviourKey, Origin, SpeaksFirst, VisitState
from coachdesk.language import gettext as _
from coachdesk.services.capture import Captured, capture_line, read_line
from coachdesk.services.evidence import ObservationDraft, save_observation
from coachdesk.services.people import add_account
from coachdesk.services.seen_there import is_about_another, is_of_another_day, seen_there
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

VISIT = "joint_visit_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPlan:
    """What is settled before a visit: whom, where, when, what to watch, who speaks first.

    Without an `account_id` the customer `new_account` is added.
    """

    rep_id: Id[Rep]
    account_id: Id[Account] | None = None
    new_account: str = ""
    day: date
    start: time | None = None
    team_id: Id[PartnerTeam] | None = None
    watch: tuple[BehaviourKey, ...] = ()
    speaks_first: SpeaksFirst = SpeaksFirst.REP


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """What both say after a visit, the rep first; the share of talking is in percent."""

    rep_saw: str = ""
    manager_saw: str = ""
    keep: str = ""
    change: str = ""
    talk_share_pct: int | None = None


def plan_visit(work: UnitOfWork, plan: VisitPlan) -> JointVisit:
    """A visit for today or later."""
    visit_rules.check_plan(work.get(Rep, plan.rep_id), plan.day, as_of=work.as_of)
    return work.put(_visit(work, plan, VisitState.PLANNED))


def enter_visit(work: UnitOfWork, plan: VisitPlan) -> JointVisit:
    """A visit that was held without having been planned."""
    visit_rules.check_held_day(plan.day, as_of=work.as_of)
    rep = work.get(Rep, plan.rep_id)
    check_on_team(rep, plan.day)
    return work.put(_visit(work, plan, VisitState.HELD))


def _visit(work: UnitOfWork, plan: VisitPlan, state: VisitState) -> JointVisit:
    account_id = plan.account_id
    if account_id is None:
        account_id = add_account(work, plan.new_account, owner=plan.rep_id).id
    return JointVisit(
        id=work.new_id(JointVisit),
        rep_id=plan.rep_id,
        account_id=account_id,
        team_id=plan.team_id,
        day=plan.day,
        start=plan.start,
        watch_keys=plan.watch,
        speaks_first=plan.speaks_first,
        state=state,
    )


def prepare_visit(
    work: UnitOfWork,
    id: Id[JointVisit],
    *,
    watch: tuple[BehaviourKey, ...],
    speaks_first: SpeaksFirst,
    team_id: Id[PartnerTeam] | None = None,
) -> JointVisit:
    """What to watch, who opens, and which department comes along."""
    visit = work.get(JointVisit, id)
    visit_rules.check_step(visit, "prepare")
    return work.put(replace(visit, watch_keys=watch, speaks_first=speaks_first, team_id=team_id))


def move_visit(
    work: UnitOfWork, id: Id[JointVisit], day: date, start: time | None = None
) -> JointVisit:
    """Another day, today or later."""
    visit = work.get(JointVisit, id)
    rep = work.get(Rep, visit.rep_id)
    return work.put(visit_rules.moved(visit, rep, day, start, as_of=work.as_of))


def cancel_visit(work: UnitOfWork, id: Id[JointVisit]) -> JointVisit:
    """The visit does not take place."""
    return work.put(visit_rules.cancelled(work.get(JointVisit, id)))


def hold_visit(work: UnitOfWork, id: Id[JointVisit], day: date | None = None) -> JointVisit:
    """The visit took place: on its day, or on another that has come."""
    visit = work.get(JointVisit, id)
    return work.put(visit_rules.held(visit, day or visit.day, as_of=work.as_of))


def look_back(work: UnitOfWork, id: Id[JointVisit], said: LookBack) -> JointVisit:
    """What the rep saw, then the manager; one thing to keep, one to change."""
    visit = work.get(JointVisit, id)
    visit_rules.check_step(visit, "look_back")
    return work.put(
        replace(
            visit,
            rep_saw=said.rep_saw.strip(),
            manager_saw=said.manager_saw.strip(),
            keep=said.keep.strip(),
            change=said.change.strip(),
            talk_share_pct=said.talk_share_pct,
        )
    )


def customer_called(reads: Snapshot, typed: str) -> Account | None:
    """The customer with that name or that beginning of one; None if it is a new one.

    InputError with the candidates where several begin with it, and for an empty name.
    """
    wanted = fold(typed.strip())
    if not wanted:
        raise InputError(_("Which customer?"), _("Type a name, or the beginning of one."))
    every = reads.find(Account)
    same = [account for account in every if fold(account.name) == wanted]
    begins = same or [account for account in every if fold(account.name).startswith(wanted)]
    if len(begins) > 1:
        names = ", ".join(sorted(account.name for account in begins))
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type the full name."),
        )
    return begins[0] if begins else None


def note_on_visit(work: UnitOfWork, id: Id[JointVisit], line: str) -> Captured:
    """A line written on the visit: an event of it, or a row of the Inbox that remembers it.

    The first line says that the visit takes place. Rep, customer and day are the visit's.
    """
    visit = work.get(JointVisit, id)
    if visit.state is VisitState.PLANNED and visit.day <= work.as_of:
        visit = work.put(visit_rules.held(visit, visit.day, as_of=work.as_of))
    visit_rules.check_step(visit, "observe")
    reading = read_line(work, line)
    if is_about_another(reading, visit):
        name = work.get(Rep, visit.rep_id).first_name
        raise RuleError(
            "E-VIS-05",
            _("This visit is with {name}.").format(name=name),
            _("Note what somebody else did with Ctrl+N."),
        )
    if is_of_another_day(reading, visit):
        raise RuleError(
            "E-VIS-06",
            _("What is noted here was seen on the visit’s day."),
            _("Note what you saw on another day with Ctrl+N."),
        )
    return capture_line(work, seen_there(work, visit, reading), occasion={VISIT: visit.id})


def observe_visit(
    work: UnitOfWork, id: Id[JointVisit], comment: str, ratings: tuple[Rated, ...]
) -> Observation:
    """An event of the visit: its rep, customer, department and day are the visit's."""
    visit = work.get(JointVisit, id)
    visit_rules.check_step(visit, "observe")
    return save_observation(
        work,
        ObservationDraft(
            rep_id=visit.rep_id,
            day=visit.day,
            comment=comment,
            ratings=ratings,
            account_id=visit.account_id,
            team_id=visit.team_id,
            joint_visit_id=visit.id,
            origin=Origin.IN_PERSON,
        ),
    )
