"""What was typed twice becomes one: every reference moves to the kept one (rules §11)."""

from dataclasses import replace
from typing import TypeVar
from uuid import UUID

from coachdesk.domain import people_rules
from coachdesk.domain.asks import AskThread
from coachdesk.domain.change_stories import ChangeStory, Lesson
from coachdesk.domain.change_story_rules import heard_once
from coachdesk.domain.entity import Entity, Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.expectations import ExpectationAgreement
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.references import repointed
from coachdesk.domain.rule_sheets import RuleAcknowledgement
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.services.asks import thread_of
from coachdesk.services.drafts import in_its_place
from coachdesk.store.references import referrers
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

E = TypeVar("E", bound=Entity)
# A thread that is resolved or closed lets its subject be asked about anew.
UNSETTLED = ("new", "open", "waiting")


def merge_reps(work: UnitOfWork, kept_id: Id[Rep], lost_id: Id[Rep]) -> Rep:
    """One person entered twice; refused while both have a running talk, an open request on one
    subject, or a coaching plan that goes on.
    """
    kept, lost = _both(work, Rep, kept_id, lost_id)
    _refuse_two_running(work, kept, lost)
    _refuse_two_plans(work, kept, lost)
    _leave_labels(work, kept, lost)
    _join_agreements(work, kept, lost)
    _leave_known_rules(work, kept, lost)
    _join_threads(work, "rep_id", kept.id, lost.id)
    whole = _merged(work, people_rules.one_rep(kept, lost), lost)
    _hear_once(work)
    return whole


def merge_accounts(work: UnitOfWork, kept_id: Id[Account], lost_id: Id[Account]) -> Account:
    """One customer entered twice."""
    kept, lost = _both(work, Account, kept_id, lost_id)
    return _merged(work, people_rules.filled(kept, lost), lost)


def merge_partner_teams(
    work: UnitOfWork, kept_id: Id[PartnerTeam], lost_id: Id[PartnerTeam]
) -> PartnerTeam:
    """One partner team entered twice; its people come along."""
    kept, lost = _both(work, PartnerTeam, kept_id, lost_id)
    whole = people_rules.filled(kept, lost)
    return _merged(work, replace(whole, active=kept.active or lost.active), lost)


def merge_partner_people(
    work: UnitOfWork, kept_id: Id[PartnerPerson], lost_id: Id[PartnerPerson]
) -> PartnerPerson:
    """One person of a partner team entered twice."""
    kept, lost = _both(work, PartnerPerson, kept_id, lost_id)
    if kept.team_id != lost.team_id:
        raise _apart(kept.name, lost.name, _("Merge the teams first, if they are one."))
    return _merged(work, people_rules.filled(kept, lost), lost)


def merge_contacts(work: UnitOfWork, kept_id: Id[Contact], lost_id: Id[Contact]) -> Contact:
    """One person at a customer entered twice."""
    kept, lost = _both(work, Contact, kept_id, lost_id)
    if kept.account_id != lost.account_id:
        raise _apart(kept.name, lost.name, _("Merge the customers first, if they are one."))
    _join_threads(work, "party_id", kept.id, lost.id)
    return _merged(work, people_rules.filled(kept, lost), lost)


def merge_peer_managers(
    work: UnitOfWork, kept_id: Id[PeerManager], lost_id: Id[PeerManager]
) -> PeerManager:
    """One manager of a partner team entered twice."""
    kept, lost = _both(work, PeerManager, kept_id, lost_id)
    if kept.team_id != lost.team_id:
        raise _apart(kept.name, lost.name, _("Merge the teams first, if they are one."))
    _join_threads(work, "party_id", kept.id, lost.id)
    return _merged(work, people_rules.filled(kept, lost), lost)


def _apart(one: str, other: str, next_step: str) -> RuleError:
    words = _("{one} and {other} belong to different places.")
    return RuleError("E-MRG-03", words.format(one=one, other=other), next_step)


def _both(reads: Snapshot, kind: type[E], kept_id: Id[E], lost_id: Id[E]) -> tuple[E, E]:
    if kept_id == lost_id:
        raise RuleError(
            "E-MRG-02", _("These are the same entry."), _("Choose the other one to merge with.")
        )
    return reads.get(kind, kept_id), reads.get(kind, lost_id)


def _merged(work: UnitOfWork, kept: E, lost: E) -> E:
    """Move whatever refers to the lost one, then let it go; its own references are not moved."""
    for entity in referrers(work, lost.id):
        if entity.id == lost.id:
            continue
        moved = repointed(entity, lost.id, kept.id)
        if isinstance(moved, Draft):
            moved = _draft_in_its_place(work, moved)
        work.put(moved)
    work.remove(lost)
    work.put(kept)
    return kept


def _draft_in_its_place(work: UnitOfWork, draft: Draft) -> Draft:
    """Work being typed is found by what it is about; where some waits already, both stay."""
    there = in_its_place(draft)
    if there.id == draft.id or work.peek(Draft, there.id) is not None:
        return draft
    work.remove(draft)
    return there


def _refuse_two_running(reads: Snapshot, kept: Rep, lost: Rep) -> None:
    running = reads.find(CoachingSession, rep_id=(kept.id, lost.id), state=TalkState.RUNNING)
    if len({talk.rep_id for talk in running}) > 1:
        raise _close_one(_("Both have a talk that is running."))


def _refuse_two_plans(reads: Snapshot, kept: Rep, lost: Rep) -> None:
    plans = reads.find(CoachingPlan, rep_id=(kept.id, lost.id), stop_reason=None)
    if len({plan.rep_id for plan in plans}) > 1:
        raise RuleError(
            "E-PLA-02",
            _("Both have a coaching plan that goes on."),
            _("Stop the current plan first."),
        )


def _leave_labels(work: UnitOfWork, kept: Rep, lost: Rep) -> None:
    """Of a month that was evaluated for both, the kept one's label stays, to be revised."""
    own = {_evaluated(snapshot) for snapshot in work.find(LabelSnapshot, rep_id=kept.id)}
    for snapshot in work.find(LabelSnapshot, rep_id=lost.id):
        if _evaluated(snapshot) in own:
            work.remove(snapshot)


def _join_agreements(work: UnitOfWork, kept: Rep, lost: Rep) -> None:
    """What was agreed with both on one situation is one agreement, with every look at it."""
    own = {each.situation: each for each in work.find(ExpectationAgreement, rep_id=kept.id)}
    for theirs in work.find(ExpectationAgreement, rep_id=lost.id):
        mine = own.get(theirs.situation)
        if mine is None:
            continue
        whole = people_rules.filled(mine, theirs)
        looked = sorted((*mine.inspections, *theirs.inspections), key=lambda look: look.day)
        work.remove(theirs)
        work.put(replace(whole, inspections=tuple(looked)))


def _leave_known_rules(work: UnitOfWork, kept: Rep, lost: Rep) -> None:
    """Rules that both know are known once, since the earlier day."""
    own = {
        each.rule_sheet_entry_id: each for each in work.find(RuleAcknowledgement, rep_id=kept.id)
    }
    for theirs in work.find(RuleAcknowledgement, rep_id=lost.id):
        mine = own.get(theirs.rule_sheet_entry_id)
        if mine is not None:
            work.remove(theirs)
            work.put(replace(mine, day=min(mine.day, theirs.day)))


def _hear_once(work: UnitOfWork) -> None:
    """Who became one heard a story, or read a lesson, once: on the first day."""
    for story in work.find(ChangeStory):
        once = heard_once(story.heard_by)
        if len(once) != len(story.heard_by):
            work.put(replace(story, heard_by=once))
    for lesson in work.find(Lesson):
        once = heard_once(lesson.read_by)
        if len(once) != len(lesson.read_by):
            work.put(replace(lesson, read_by=once))


def _evaluated(snapshot: LabelSnapshot) -> tuple[object, ...]:
    return (snapshot.behaviour_key, snapshot.eval_day)


def _join_threads(work: UnitOfWork, side: str, kept_id: UUID, lost_id: UUID) -> None:
    """Threads on one subject that are not settled become one, unless both are open.

    `side` is the field of a thread by which it belongs to those who become one.
    """
    mine = {_subject(thread, side): thread for thread in _going(work, side, kept_id)}
    for theirs in _going(work, side, lost_id):
        known = mine.get(_subject(theirs, side))
        if known is None:
            continue
        if all(thread_of(work, one.id).state == "open" for one in (known, theirs)):
            words = _("Both have an open request on “{subject}”.")
            raise _close_one(words.format(subject=theirs.subject))
        _merged(work, people_rules.filled(known, theirs), theirs)


def _going(reads: Snapshot, side: str, id: UUID) -> list[AskThread]:
    threads = reads.find(AskThread, **{side: id})
    return [thread for thread in threads if thread_of(reads, thread.id).state in UNSETTLED]


def _subject(thread: AskThread, side: str) -> tuple[object, ...]:
    """What makes two threads one, once the two on that side are one."""
    other = thread.party_id if side == "rep_id" else thread.rep_id
    return (thread.asker, thread.party, other, thread.subject.casefold())


def _close_one(message: str) -> RuleError:
    return RuleError("E-MRG-01", message, _("Close one of the two first."))
