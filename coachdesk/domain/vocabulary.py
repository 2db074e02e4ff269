"""Closed vocabularies: the choices that entities are made of, by their names in files."""

from enum import StrEnum


class BehaviourKey(StrEnum):
    """The five links of the partnering chain, then the four soft-power qualities."""

    NEED_IDENTIFICATION = "need_identification"
    VALUE_POSITIONING = "value_positioning"
    TRANSITION = "transition"
    FOLLOW_THROUGH = "follow_through"
    ALL_WIN = "all_win"
    EMPATHY = "empathy"
    EARLY_ACCESS = "early_access"
    QUALIFY_THE_WORK = "qualify_the_work"
    COLLABORATION = "collaboration"


CHAIN = (
    BehaviourKey.NEED_IDENTIFICATION,
    BehaviourKey.VALUE_POSITIONING,
    BehaviourKey.TRANSITION,
    BehaviourKey.FOLLOW_THROUGH,
    BehaviourKey.ALL_WIN,
)
QUALITIES = (
    BehaviourKey.EMPATHY,
    BehaviourKey.EARLY_ACCESS,
    BehaviourKey.QUALIFY_THE_WORK,
    BehaviourKey.COLLABORATION,
)


class WorkspaceKind(StrEnum):
    """Whose data a store holds: the person's own, or the sample team."""

    OWN = "own"
    SAMPLE = "sample"


class Paper(StrEnum):
    """Paper sizes the printed documents fit."""

    A4 = "A4"
    LETTER = "Letter"


class TeamKind(StrEnum):
    """What a partner team does."""

    PRODUCT_SALES = "product_sales"
    ACCOUNT_MANAGEMENT = "account_management"
    OPERATIONS = "operations"
    CREATIVE = "creative"
    MARKETING = "marketing"
    RESEARCH = "research"
    SERVICES = "services"
    OTHER = "other"


class SizeClass(StrEnum):
    """Size of a customer organisation."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Situation(StrEnum):
    """Selling situations with expectations of their own."""

    LARGE_DEAL = "large_deal"
    STRATEGIC_ACCOUNT = "strategic_account"
    GLOBAL_ACCOUNT = "global_account"
    INSIDE_SALES = "inside_sales"


class SelectionStage(StrEnum):
    """Where the customer stands in its own selection process."""

    RECOGNISE = "recognise"
    DEFINE = "define"
    COMPARE = "compare"
    DECIDE = "decide"
    USE = "use"
    REVIEW = "review"


class Origin(StrEnum):
    """How the manager came to know of an observation."""

    IN_PERSON = "in_person"
    CALL = "call"
    DOCUMENT = "document"
    TOLD_BY_PARTNER = "told_by_partner"
    TOLD_BY_CUSTOMER = "told_by_customer"


class Cause(StrEnum):
    """Why an expectation was missed."""

    REP = "rep"
    PARTNER_CAPACITY = "partner_capacity"
    CUSTOMER_CHANGE = "customer_change"
    UNCLEAR_HANDOFF = "unclear_handoff"
    OTHER = "other"


class ObservationState(StrEnum):
    """A saved observation counts; a voided one counts nowhere."""

    SAVED = "saved"
    VOIDED = "voided"


class DraftSource(StrEnum):
    """Where a draft came from; `unsaved` is autosaved work outside the journal."""

    CAPTURE = "capture"
    FORM_CODE = "form_code"
    SESSION_NOTE = "session_note"
    UNSAVED = "unsaved"


class DraftState(StrEnum):
    """Where an Inbox row stands."""

    WAITING = "waiting"
    PROMOTED = "promoted"
    DISCARDED = "discarded"


class HandOffState(StrEnum):
    """Where a hand-off stands."""

    DRAFT = "draft"
    SET = "set"
    MET = "met"
    MISSED = "missed"
    MET_LATE = "met_late"
    CLOSED_UNMET = "closed_unmet"
    WITHDRAWN = "withdrawn"


class Side(StrEnum):
    """The three who should win."""

    CUSTOMER = "customer"
    REP = "rep"
    PARTNER = "partner"


class Gain(StrEnum):
    """How one side came out of it; unknown is an honest answer."""

    WON = "won"
    NEUTRAL = "neutral"
    LOST = "lost"
    UNKNOWN = "unknown"


class TalkKind(StrEnum):
    """What a one-on-one is about."""

    ONE_ON_ONE = "one_on_one"
    JOINT_VISIT_REVIEW = "joint_visit_review"
    QUARTERLY = "quarterly"


class TalkState(StrEnum):
    """Where a one-on-one stands."""

    PLANNED = "planned"
    PREPARED = "prepared"
    RUNNING = "running"
    HELD = "held"
    WRAPPED_UP = "wrapped_up"
    MOVED = "moved"
    CANCELLED = "cancelled"


class WhoAsked(StrEnum):
    """Who asked to move or cancel a talk."""

    MANAGER = "manager"
    REP = "rep"
    OTHER = "other"


class BuyIn(StrEnum):
    """How far the rep is in."""

    NOT_YET = "not_yet"
    WILLING = "willing"
    OWNS = "owns"


class ReceivedMeans(StrEnum):
    """How the rep received the summary."""

    SIGNATURE = "signature"
    HANDED_OVER = "handed_over"


class Whose(StrEnum):
    """Whose agenda item it is."""

    REP = "rep"
    MANAGER = "manager"


class AgendaKind(StrEnum):
    """What an agenda item is for."""

    REP = "rep"
    PROMISES = "promises"
    BEHAVIOUR = "behaviour"
    NEXT = "next"
    OTHER = "other"


class NoteMark(StrEnum):
    """What a line written during a talk is."""

    ASK = "ask"
    SHARE = "share"
    MANDATE = "mandate"
    COMMITMENT = "commitment"
    OBSERVATION = "observation"
    PRIVATE = "private"
    NONE = "none"


class VisitState(StrEnum):
    """Where a joint visit stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class SpeaksFirst(StrEnum):
    """Who opens the conversation with the customer at a joint visit."""

    REP = "rep"
    PARTNER = "partner"
    MANAGER = "manager"


class RecordKind(StrEnum):
    """Kinds of record a talk's line may become."""

    ASK = "ask"
    SHARE = "share"
    MANDATE = "mandate"
    COMMITMENT = "commitment"
    OBSERVATION = "observation"
    DRAFT = "draft"
    PRIVATE_NOTE = "private_note"


class OwnerSide(StrEnum):
    """Who promised."""

    MANAGER = "manager"
    REP = "rep"
    PEER = "peer"


class PromiseOrigin(StrEnum):
    """What a promise came from."""

    SESSION = "session"
    ASK = "ask"
    MANDATE = "mandate"
    HAND_OFF = "hand_off"
    PEER_AGREEMENT = "peer_agreement"
    PEER_MEETING = "peer_meeting"
    JOINT_MEETING = "joint_meeting"


class PromiseState(StrEnum):
    """Where a promise stands; overdue is derived, never stored."""

    OPEN = "open"
    KEPT = "kept"
    KEPT_LATE = "kept_late"
    BROKEN = "broken"
    WITHDRAWN = "withdrawn"
    VOID = "void"


class Asker(StrEnum):
    """Who asks."""

    MANAGER = "manager"
    REP = "rep"


class Party(StrEnum):
    """Who is asked."""

    REP = "rep"
    CUSTOMER_CONTACT = "customer_contact"
    PEER_MANAGER = "peer_manager"
    PARTNER_DEPARTMENT = "partner_department"
    OWN_MANAGER = "own_manager"


class BuyingRole(StrEnum):
    """What a person at a customer has to do with buying."""

    DECIDES = "decides"
    INFLUENCES = "influences"
    USES = "uses"
    CHECKS = "checks"
    UNKNOWN = "unknown"


class AskForm(StrEnum):
    """Private: how a request was put. Never printed, never said on screen during a talk."""

    QUESTION = "question"
    CHALLENGE = "challenge"
    LOSS_OF_FAITH = "loss_of_faith"


class AskState(StrEnum):
    """Where a request stands."""

    DRAFT = "draft"
    OPEN = "open"
    MET = "met"
    MET_LATE = "met_late"
    UNMET = "unmet"
    VOID = "void"
    WITHDRAWN = "withdrawn"


class MandateState(StrEnum):
    """Where a requirement stands."""

    OPEN = "open"
    MET = "met"
    MET_LATE = "met_late"
    UNMET = "unmet"
    WITHDRAWN = "withdrawn"


class ShareKind(StrEnum):
    """The ten kinds of things given without condition."""

    EXPERTISE = "expertise"
    COACHING = "coaching"
    STORY = "story"
    IDEA = "idea"
    SUGGESTION = "suggestion"
    EXPERIENCE = "experience"
    WISDOM = "wisdom"
    THOUGHT = "thought"
    FEELING = "feeling"
    WISH = "wish"


class ShareState(StrEnum):
    """A share is given, or taken back as void."""

    GIVEN = "given"
    VOIDED = "voided"


class NoteAbout(StrEnum):
    """What a private note is about."""

    REP = "rep"
    CONTACT = "contact"
    SESSION = "session"
    ASK = "ask"
    TRUST = "trust"
    CONCERN = "concern"
    PEER_UPDATE = "peer_update"
    PARTNER_PERSON = "partner_person"


class NoteAspect(StrEnum):
    """Which part of trust, or which of the five checks, a private note belongs to."""

    RELATIONSHIP = "relationship"
    RESPECT = "respect"
    CREDIBILITY = "credibility"
    LAST_TIME = "last_time"
    PROMISES = "promises"
    BEHAVIOUR = "behaviour"
    QUESTIONS = "questions"
    EXPECTATION = "expectation"


class DocumentKind(StrEnum):
    """Printed documents by their letter."""

    SUMMARY = "a"
    FORM = "b"
    BRIEF = "c"
    ALIGNMENT = "d"
    EARLY_ACCESS = "e"
    RECORD = "f"
    JOINT_MEETING = "g"


class SubjectKind(StrEnum):
    """What a printed document is about."""

    SESSION = "session"
    REP = "rep"
    PEER_AGREEMENT = "peer_agreement"
    PARTNER_TEAM = "partner_team"
    JOINT_MEETING = "joint_meeting"


class PrintMeans(StrEnum):
    """How a document left the program."""

    PRINT = "print"
    FILE = "file"
    CLIPBOARD = "clipboard"


class QueueState(StrEnum):
    """Where a page waiting for a printer stands."""

    WAITING = "waiting"
    PRINTED = "printed"
    DROPPED = "dropped"


class OpportunityResult(StrEnum):
    """How a possible sale or joint project ended."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"
    NO_DECISION = "no_decision"
    RELEASED = "released"


class ReviewOutcome(StrEnum):
    """What a review of a decided opportunity is about."""

    WON = "won"
    LOST = "lost"


class ActivityKind(StrEnum):
    """Kinds of sales activity that are counted next to what they led to."""

    CALL = "call"
    VISIT = "visit"
    JOINT_MEETING = "joint_meeting"
    PROPOSAL = "proposal"
    REVIEW = "review"
    INTRODUCTION = "introduction"


class ActivityOutcome(StrEnum):
    """What an activity did for the customer's decision."""

    ADVANCED = "advanced"
    HELD = "held"
    BACK = "back"
    NONE_RECORDED = "none_recorded"


class Finding(StrEnum):
    """What one monthly evaluation of one behaviour found (rules.md, 9)."""

    NOT_ENOUGH = "not_enough"
    STRENGTH = "strength"
    FOCUS = "focus"
    UNCLEAR = "unclear"


class Label(StrEnum):
    """What two evaluations in a row allow to say of a behaviour (rules.md, 9)."""

    STRENGTH = "Strength"
    FOCUS = "Focus"
    NOT_ENOUGH = "not enough evidence"


class SnapshotCause(StrEnum):
    """Why a snapshot was written."""

    MONTHLY = "monthly"
    AMEND = "amend"
    VOID = "void"


class PlanStop(StrEnum):
    """How a coaching plan ended."""

    REACHED = "reached"
    CHANGED = "changed"
    DROPPED = "dropped"
