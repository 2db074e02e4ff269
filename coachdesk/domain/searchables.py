"""What can be searched: the words of each kind of record that the curtain allows.

Private notes, private and unsaved drafts, and the form of an ask have no place here (invariant 11).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Lesson
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Draft, GainStatement, Observation
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import BuyerMessage, JointMeeting
from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.opportunities import Opportunity, OpportunityReview
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.domain.shares import Share
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import AgendaKind, DraftSource, DraftState, NoteMark


@dataclass(frozen=True, slots=True)
class Searchable:
    """The words of one record, and whom and when it is about.

    What is None is taken from the parent (`parent_id`): a talk's line has the talk's day and rep.
    """

    texts: tuple[str, ...]
    day: date | None = None
    parent_id: UUID | None = None
    rep_id: UUID | None = None
    account_id: UUID | None = None
    team_id: UUID | None = None


def searchable(entity: Entity) -> Searchable | None:
    """What of a record can be found; None if nothing may be."""
    match entity:
        case Rep():
            return Searchable((entity.name, entity.role), rep_id=entity.id)
        case Account():
            return Searchable(
                (entity.name, entity.industry or ""),
                account_id=entity.id,
            )
        case PartnerTeam():
            return Searchable((entity.name, entity.measured_on), team_id=entity.id)
        case PartnerPerson():
            texts = (entity.name, entity.value_we_know, entity.value_they_know)
            return Searchable(texts, team_id=entity.team_id)
        case PeerManager():
            return Searchable((entity.name, entity.contact), team_id=entity.team_id)
        case Contact():
            return Searchable((entity.name,), account_id=entity.account_id)
        case Observation():
            return Searchable(
                (entity.comment, entity.cause_note, *(line.text for line in entity.addenda)),
                entity.day,
                rep_id=entity.rep_id,
                account_id=entity.account_id,
                team_id=entity.team_id,
            )
        case GainStatement():
            parent = entity.observation_id or entity.hand_off_id
            return Searchable((entity.words,), parent_id=parent) if entity.words else None
        case Draft():
            return _of_draft(entity)
        case CoachingSession():
            return _of_talk(entity)
        case AgendaItem(kind=AgendaKind.REP | AgendaKind.OTHER):
            return Searchable((entity.text,), parent_id=entity.session_id)
        case SessionNote():
            # A line that became a record is found as that record.
            is_own = entity.mark is not NoteMark.PRIVATE and entity.created_id is None
            return Searchable((entity.text,), parent_id=entity.session_id) if is_own else None
        case JointVisit():
            return Searchable(
                (entity.rep_saw, entity.manager_saw, entity.keep, entity.change),
                entity.day,
                rep_id=entity.rep_id,
                account_id=entity.account_id,
                team_id=entity.team_id,
            )
        case _:
            return _of_agreed(entity)


def _of_draft(draft: Draft) -> Searchable | None:
    if (
        draft.private
        or draft.source is DraftSource.UNSAVED
        or draft.state is not DraftState.WAITING
    ):
        return None
    return Searchable(
        (draft.raw or draft.comment,),
        draft.day,
        rep_id=draft.rep_id,
        account_id=draft.account_id,
        team_id=draft.team_id,
    )


def _of_talk(talk: CoachingSession) -> Searchable:
    texts = (
        talk.summary,
        talk.rep_words,
        talk.expectation,
        talk.in_it_for_customer,
        talk.in_it_for_rep,
        talk.in_it_for_partner,
        talk.seen_how,
        talk.reason,
        *talk.own_questions,
        *(line.text for line in talk.addenda),
    )
    return Searchable(texts, talk.day, rep_id=talk.rep_id)


def _of_agreed(entity: Entity) -> Searchable | None:
    match entity:
        case HandOff() as hand_off:
            answers = (str(answer) for answer in hand_off.checklist.values())
            return Searchable(
                (
                    hand_off.need,
                    hand_off.value_reason,
                    hand_off.expectation,
                    hand_off.cause_note,
                    *answers,
                ),
                hand_off.set_day or hand_off.created_day,
                rep_id=hand_off.rep_id,
                account_id=hand_off.account_id,
                team_id=hand_off.team_id,
            )
        case Commitment() as promise:
            return Searchable(
                (promise.text, promise.reason), promise.agreed_day, rep_id=promise.rep_id
            )
        case AskThread() as thread:
            return Searchable((thread.subject,), rep_id=thread.rep_id)
        case Ask() as ask:
            return Searchable(
                (ask.text, ask.how, ask.help, ask.reason, ask.rep_view),
                ask.day,
                parent_id=ask.thread_id,
            )
        case Mandate() as mandate:
            return Searchable(
                (mandate.what, mandate.how, mandate.skip_reason, mandate.reason, mandate.rep_view),
                mandate.day,
                parent_id=mandate.thread_id,
            )
        case Share() as share:
            return Searchable(
                (share.text,), share.day, rep_id=share.rep_id, account_id=share.account_id
            )
        case Opportunity() as possible:
            return Searchable(
                (possible.title,), possible.opened_day, account_id=possible.account_id
            )
        case OpportunityReview() as review:
            return Searchable(
                (review.tangible, review.intangible, review.collaboration),
                review.day,
                parent_id=review.opportunity_id,
            )
        case CoachingPlan() as plan:
            tried = (each.tried for each in plan.sessions)
            return Searchable(
                (plan.good_looks_like, *tried, plan.stop_note), plan.start_day, rep_id=plan.rep_id
            )
        case _:
            return _of_partners(entity) or _of_playbook(entity)


def _of_playbook(entity: Entity) -> Searchable | None:
    """The Playbook; a candidate's interview is kept apart and is never found."""
    match entity:
        case SituationExpectation(is_archived=False):
            texts = (entity.title, entity.principle, *entity.expected)
            return Searchable((*texts, entity.compete, entity.collaborate), entity.edited_day)
        case ExpectationAgreement():
            looked = (each.note for each in entity.inspections)
            return Searchable(
                (entity.in_it_for_rep, entity.rep_words, entity.inspected_how, *looked),
                entity.explained_day,
                rep_id=entity.rep_id,
            )
        case PlaybookQuestion(is_retired=False) if entity.text:
            return Searchable((entity.text,), entity.added_day)
        case RuleSheetEntry(ended_on=None):
            texts = (entity.subject, entity.rule, entity.boundary, entity.limitation)
            return Searchable(texts, entity.valid_from)
        case ChangeStory():
            texts = (entity.title, entity.why, entity.in_it_for_you, entity.what, entity.how)
            return Searchable(texts, entity.when_day)
        case AdoptionConcern():
            return Searchable((entity.concern, entity.answer), entity.day, rep_id=entity.rep_id)
        case Lesson():
            return Searchable((entity.title, entity.text), entity.added_day)
        case _:
            return None


def _of_partners(entity: Entity) -> Searchable | None:
    """The partners' side; what a parent knows (team, customer) is taken from it."""
    match entity:
        case EarlyAccessItem() as item:
            texts = (item.what, item.reason, item.question, item.skills, item.unknown, item.answer)
            return Searchable(
                texts,
                item.noted_day or item.told_day or item.earliest,
                rep_id=item.rep_id,
                account_id=item.account_id,
                team_id=item.team_id,
            )
        case RequestTriage() as triage:
            return Searchable(
                (triage.request, triage.reason),
                triage.day,
                rep_id=triage.rep_id,
                account_id=triage.account_id,
                team_id=triage.team_id,
            )
        case WarmIntroduction() as made:
            return Searchable(
                (made.note, made.pace, made.result_note, made.word_back),
                made.made_day or made.offered_day or made.asked_day,
                rep_id=made.rep_id,
                account_id=made.account_id,
                team_id=made.from_team_id,
            )
        case AccountIntelligenceAnswer() as answer:
            said = answer.value if isinstance(answer.value, str) else ""
            return Searchable(
                (said, answer.note, answer.said_by),
                answer.day,
                account_id=answer.account_id,
                team_id=answer.team_id,
            )
        case Capability() as line:
            return Searchable((line.text,), line.day, team_id=line.team_id)
        case PursuitDecision() as decision:
            parts = (member.part for member in decision.members)
            return Searchable(
                (decision.reason, decision.fact or "", *parts),
                decision.day,
                parent_id=decision.opportunity_id,
            )
        case BuyerMessage() as message:
            return Searchable((message.text,), team_id=message.team_id)
        case JointMeeting() as meeting:
            return _of_meeting(meeting)
        case _:
            return _of_peers(entity)


def _of_meeting(meeting: JointMeeting) -> Searchable:
    attendees = (
        text for each in meeting.attendees for text in (each.name, each.role, each.question)
    )
    texts = (
        meeting.customer_issue,
        meeting.perspective,
        meeting.next_step,
        meeting.said,
        *(message.text for message in meeting.messages),
        *(str(answer) for answer in meeting.checklist.values()),
        *attendees,
    )
    return Searchable(
        texts,
        meeting.day,
        rep_id=meeting.rep_id,
        account_id=meeting.account_id,
        team_id=meeting.team_id,
    )


def _of_peers(entity: Entity) -> Searchable | None:
    match entity:
        case PeerAgreement() as agreed:
            texts = (
                agreed.goal,
                agreed.measure,
                *(each.text for each in agreed.contributions),
                agreed.problem_path,
                agreed.works,
                agreed.change,
                agreed.result,
                agreed.reason,
            )
            return Searchable(texts, agreed.drafted_day, team_id=agreed.team_id)
        case PeerMeeting() as meeting:
            return Searchable((), meeting.day, team_id=meeting.team_id)
        case PeerUpdate() as update:
            return Searchable(
                (update.text, update.peer_text, update.solution),
                update.day,
                parent_id=update.meeting_id or update.agreement_id,
            )
        case _:
            return None
