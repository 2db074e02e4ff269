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
from coachdesk.domain.partner_vocabulary import NoticeState, TriageDecision, Verdict
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
    BehaviourKey,
    Gain,
    NoteMark,
    OpportunityResult,
    ReviewOutcome,
    SelectionStage,
)
from coachdesk.language import gettext as _
from coachdesk.services.history_tables import field_words_of_history, state_words
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
    for name, word in field_words_of_history().items():
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
    words = state_words().get(value) if isinstance(value, str) else None
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
    return state_words().get(state, "") if isinstance(state, str) else ""


def _day(day: date) -> str:
    return _("{date} {year}").format(date=short_day(day), year=day.year)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…"
