"""A change of one record in words: what it is, and which of its fields became what.

Private words have no way in: of a private record only its kind is said, and the form of an ask is
not among the fields.
"""

from collections.abc import Mapping
from datetime import date, time
from uuid import UUID

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Lesson
from coachdesk.domain.day_names import short_day
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Draft, GainStatement, Observation, Rating
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.interviews import GuideQuestion, Interview, InterviewSheet
from coachdesk.domain.joint_meetings import BuyerMessage, JointMeeting
from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.own_example import ModelLook, ModelPoint
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.partner_vocabulary import AgreementState, NoticeState, TriageDecision, Verdict
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.domain.shares import Share
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import (
    ActivityOutcome,
    AskState,
    BehaviourKey,
    DraftState,
    Gain,
    HandOffState,
    MandateState,
    NoteMark,
    ObservationState,
    OpportunityResult,
    PlanStop,
    PromiseState,
    ReviewOutcome,
    SelectionStage,
    ShareState,
    TalkState,
    VisitState,
)
from coachdesk.language import gettext as _
from coachdesk.views.activity_words import kind_title, outcome_title
from coachdesk.views.dates import clock
from coachdesk.views.deal_words import result_title
from coachdesk.views.soft_power import decision_title, notice_state, verdict_title

MOST_WORDS = 80


def is_private(entity: Entity) -> bool:
    """Whether no word of the record may be shown."""
    match entity:
        case PrivateNote():
            return True
        case Draft(private=True) | SessionNote(mark=NoteMark.PRIVATE):
            return True
    return False


def title_of(entity: Entity, playbook: Playbook) -> str:
    """The record by its own words: a promise's text, a talk's day, a rating's behaviour."""
    if is_private(entity):
        return _("private note")
    match entity:
        case Rep() | Account() | PartnerTeam() | PartnerPerson() | Contact() | PeerManager():
            return entity.name
        case Observation():
            return _short(entity.comment)
        case Rating():
            return playbook.behaviours[entity.behaviour_key].title
        case Draft():
            return _short(entity.raw or entity.comment)
        case CoachingSession():
            return _("one-on-one of {day}").format(day=_day(entity.day))
        case JointVisit():
            return _("joint visit of {day}").format(day=_day(entity.day))
        case JointMeeting():
            return _("joint meeting of {day}").format(day=_day(entity.day))
        case HandOff():
            return _short(entity.need)
        case EarlyAccessItem():
            return _short(entity.what)
        case RequestTriage():
            return _short(entity.request)
        case AskThread():
            return _short(entity.subject)
        case Mandate():
            return _short(entity.what)
        case CoachingPlan():
            return playbook.behaviours[entity.behaviour_key].title
        case Commitment() | Ask() | Share() | SessionNote() | AgendaItem() | BuyerMessage():
            return _short(entity.text)
        case Opportunity():
            return _short(entity.title)
        case OpportunityReview():
            return _("review of an opportunity")
        case PursuitDecision():
            return _("decision on an opportunity, {day}").format(day=_day(entity.day))
        case Activity():
            return _("{kind} of {day}").format(kind=kind_title(entity.kind), day=_day(entity.day))
        case Reflection():
            return _("your own coaching")
        case GainStatement():
            return _("all-win check")
        case PeerAgreement():
            return _short(entity.goal)
        case PeerMeeting():
            return _("meeting of {day}").format(day=_day(entity.day))
        case PeerUpdate():
            return _short(entity.text or entity.peer_text)
        case WarmIntroduction():
            return _short(entity.note) or _("introduction")
        case AccountIntelligenceAnswer():
            return _("answer about a customer of {day}").format(day=_day(entity.day))
        case Capability():
            return _short(entity.text)
    return _title_in_playbook(entity)


def _title_in_playbook(entity: Entity) -> str:
    match entity:
        case SituationExpectation() | ChangeStory() | Lesson():
            return _short(entity.title)
        case ExpectationAgreement():
            return _("agreed expectation")
        case StageWording():
            return _short(entity.customer_stage)
        case PlaybookQuestion():
            return _short(entity.text) or _("question of the bank")
        case RuleSheetEntry():
            return _short(entity.subject)
        case RuleAcknowledgement():
            return _("rules known")
        case AdoptionConcern():
            return _short(entity.concern)
        case GuideQuestion():
            return _short(entity.question)
        case Interview() | InterviewSheet():
            # A candidate's data is erased one day; the history never shows what stood there.
            return _("interview")
        case ModelPoint():
            return _short(entity.text)
        case ModelLook():
            return _("monthly look at your own list")
    return ""


def rated(rating: Rating, playbook: Playbook) -> str:
    """“Transition to partner rated 4”."""
    words = _("{behaviour} rated {value}")
    return words.format(
        behaviour=playbook.behaviours[rating.behaviour_key].title, value=rating.value
    )


def changed_fields(before: Entity, after: Entity, playbook: Playbook) -> list[str]:
    """“due: 13 Mar → 20 Mar” for each field that has a word and became different."""
    if is_private(before) or is_private(after) or isinstance(after, Interview | InterviewSheet):
        return []
    found = []
    for name, word in _field_words().items():
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old == new:
            continue
        was, now = _value(old, playbook), _value(new, playbook)
        if was or now:
            change = _("{field}: {old} → {new}")
            found.append(
                change.format(field=word, old=was or _("nothing"), new=now or _("nothing"))
            )
    return found


def _value(value: object, playbook: Playbook) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, BehaviourKey):
        return playbook.behaviours[value].title
    match value:
        case Gain() | ReviewOutcome():
            return ""
        case ActivityOutcome():
            return outcome_title(value)
        case OpportunityResult():
            return result_title(value)
        case TriageDecision():
            return decision_title(value)
        case Verdict():
            return verdict_title(value)
        case NoticeState():
            return notice_state(value)
        case SelectionStage():
            return playbook.stages[value].title
    words = _state_words().get(value) if isinstance(value, str) else None
    if words is not None:
        return words
    match value:
        case None | UUID() | tuple() | Mapping():
            return ""
        case date():
            return _day(value)
        case time():
            return clock(value)
        case str():
            return _("“{words}”").format(words=_short(value)) if value else ""
        case int():
            return str(value)
    return ""


def state_word(state: object) -> str:
    """The word of a state that a vocabulary knows, else nothing."""
    return _state_words().get(state, "") if isinstance(state, str) else ""


def _day(day: date) -> str:
    return _("{date} {year}").format(date=short_day(day), year=day.year)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…"


def _field_words() -> dict[str, str]:
    return {
        "state": _("state"),
        "day": _("day"),
        "start": _("start"),
        "minutes": _("minutes"),
        "due_day": _("due"),
        "delivered_day": _("delivered"),
        "done_day": _("done"),
        "met_day": _("met"),
        "accepted_on": _("accepted"),
        "received_on": _("received"),
        "value": _("rating"),
        "focus_behaviour_key": _("behaviour"),
        "first_name": _("first name"),
        "last_name": _("last name"),
        "name": _("name"),
        "role": _("role"),
        "session_rhythm_days": _("days between talks"),
        "slot_time": _("usual time"),
        "slot_minutes": _("usual minutes"),
        "sort_order": _("place in the team"),
        "subject": _("subject"),
        "text": _("words"),
        "comment": _("words"),
        "need": _("need"),
        "expectation": _("expectation"),
        "how": _("how"),
        "help": _("help"),
        "summary": _("summary"),
        "rep_words": _("own words"),
        "reason": _("reason"),
        "void_reason": _("reason"),
        "rep_saw": _("seen by the rep"),
        "manager_saw": _("seen by you"),
        "keep": _("to keep"),
        "change": _("to change"),
        "talk_share_pct": _("your share of talking, percent"),
        "customer_issue": _("the customer’s issue"),
        "perspective": _("what we bring"),
        "next_step": _("next step"),
        "next_step_owner": _("owner of the next step"),
        "next_step_day": _("day of the next step"),
        "aligned_before": _("ten minutes before"),
        "said": _("what was said"),
        "good_looks_like": _("what good looks like"),
        "sessions_planned": _("one-on-ones planned"),
        "stop_reason": _("stopped"),
        "stop_note": _("reason"),
        "title": _("title"),
        "selection_stage": _("stage"),
        "what": _("words"),
        "question": _("question to them"),
        "answer": _("their answer"),
        "likelihood_pct": _("likelihood, percent"),
        "earliest": _("at the earliest"),
        "latest": _("at the latest"),
        "told_day": _("told"),
        "handed_on": _("handed on"),
        "decision": _("decision"),
        "partner_verdict": _("the partner’s verdict"),
        "way_asked": _("their way asked"),
        "way_used": _("done their way"),
        "measured_on": _("their work in their words"),
        "heard_on": _("heard from them"),
        "opened_day": _("since"),
        "closed_day": _("decided"),
        "result": _("result"),
        "prepared": _("prepared"),
        "outcome": _("result"),
        "tangible": _("what could be measured"),
        "intangible": _("what was felt"),
        "collaboration": _("what collaboration did"),
        "print": _("prints"),
        "ticked": _("talked about"),
        "goal": _("goal"),
        "measure": _("measure"),
        "rhythm_days": _("days between talks"),
        "problem_path": _("how problems are solved"),
        "confirmed_own": _("confirmed by you"),
        "confirmed_peer": _("confirmed by the other side"),
        "works": _("what works"),
        "peer_text": _("words of the other side"),
        "solution": _("solution"),
        "solved_day": _("solved"),
        "value_we_know": _("what we know of their value"),
        "value_they_know": _("what they know of ours"),
        "contact": _("contact"),
        "asked_day": _("asked for"),
        "offered_day": _("offered"),
        "made_day": _("made"),
        "pace": _("agreed pace"),
        "problem_talk_by": _("problem spoken about by"),
        "problem_talk_day": _("problem spoken about"),
        "result_note": _("what came of it"),
        "months_saved": _("months saved, by estimate"),
        "word_back": _("word back"),
        "word_back_day": _("word back on"),
        "principle": _("guiding principle"),
        "compete": _("where to compete"),
        "collaborate": _("where to collaborate"),
        "is_archived": _("archived"),
        "explained_day": _("explained"),
        "in_it_for_rep": _("what is in it for the rep"),
        "bought_in": _("bought in"),
        "inspected_how": _("how it is looked at"),
        "inspect_every_days": _("days between looks"),
        "customer_stage": _("stage"),
        "funnel_stage": _("own stage"),
        "customer_question": _("the customer’s question"),
        "coach_on": _("what to coach"),
        "is_favourite": _("favourite"),
        "is_retired": _("out of the bank"),
        "rule": _("rule"),
        "boundary": _("boundary"),
        "limitation": _("limitation"),
        "valid_from": _("holds from"),
        "ended_on": _("ended"),
        "why": _("why"),
        "in_it_for_you": _("what is in it for you"),
        "when_day": _("when"),
        "concern": _("worry"),
        "good": _("what good sounds like"),
    }


def _state_words() -> dict[str, str]:
    """Words of the closed vocabularies; a state has the same word whatever it is a state of."""
    states: dict[str, str] = {
        PromiseState.OPEN: _("open"),
        PromiseState.KEPT: _("kept"),
        PromiseState.KEPT_LATE: _("kept late"),
        PromiseState.BROKEN: _("missed"),
        PromiseState.VOID: _("void"),
        AskState.DRAFT: _("unfinished"),
        AskState.MET: _("met"),
        AskState.MET_LATE: _("met late"),
        AskState.UNMET: _("not met"),
        AskState.WITHDRAWN: _("withdrawn"),
        MandateState.OPEN: _("open"),
        HandOffState.SET: _("expectation set"),
        HandOffState.MISSED: _("missed"),
        HandOffState.CLOSED_UNMET: _("not met"),
        TalkState.PLANNED: _("planned"),
        TalkState.PREPARED: _("prepared"),
        TalkState.RUNNING: _("running"),
        TalkState.HELD: _("held"),
        TalkState.WRAPPED_UP: _("wrapped up"),
        TalkState.MOVED: _("moved"),
        TalkState.CANCELLED: _("cancelled"),
        VisitState.PLANNED: _("planned"),
        ObservationState.SAVED: _("counts"),
        ObservationState.VOIDED: _("no longer counts"),
        ShareState.GIVEN: _("given"),
        PlanStop.REACHED: _("reached"),
        PlanStop.CHANGED: _("changed"),
        PlanStop.DROPPED: _("dropped"),
        AgreementState.PROPOSED: _("proposed"),
        AgreementState.AGREED: _("agreed"),
        AgreementState.ACTIVE: _("running"),
        AgreementState.ACHIEVED: _("achieved"),
        AgreementState.PARTLY: _("partly achieved"),
        AgreementState.NOT_ACHIEVED: _("not achieved"),
        AgreementState.DISSOLVED: _("dissolved"),
        DraftState.WAITING: _("waiting"),
        DraftState.PROMOTED: _("saved"),
        DraftState.DISCARDED: _("discarded"),
    }
    return states
