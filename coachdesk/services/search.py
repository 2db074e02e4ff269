"""Full-text search over everything the curtain allows."""

from datetime import date
from uuid import UUID

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Lesson
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Draft, GainStatement, Observation, Rating
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.opportunities import Opportunity, OpportunityReview
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.domain.searchables import searchable
from coachdesk.domain.searching import Excerpt, excerpt, search_words
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.talk_rules import AFTER, BEFORE
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.history_words import rated, state_word
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.search import Found, found, record_with
from coachdesk.store.schema import BY_KIND
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.dates import near_day
from coachdesk.views.search import Hit, Place, RecordText

MOST, MOST_TYPING = 50, 12


def search(reads: Snapshot, typed: str, *, most: int = MOST) -> list[Hit]:
    """Names first, then the newest first; every typed word, or its beginning, is in each hit."""
    records = found(reads, typed, most)
    words = search_words(typed)
    reps: dict[UUID, str] = {rep.id: rep.name for rep in reads.find(Rep)} if records else {}
    parents = [record.parent_id for record in records if record.parent_id is not None]
    talks: dict[UUID, CoachingSession] = {}
    if parents:
        talks |= {t.id: t for t in reads.find(CoachingSession, id=parents)}
    return [_hit(record, words, reps, talks, reads.as_of) for record in records]


def search_desk(desk: Desk, typed: str) -> list[Hit]:
    """What the palette shows while typing."""
    return desk.ask(search, typed, most=MOST_TYPING)


def _hit(
    record: Found,
    words: tuple[str, ...],
    reps: dict[UUID, str],
    talks: dict[UUID, CoachingSession],
    as_of: date,
) -> Hit:
    entity = record.entity
    words_of = searchable(entity)
    named = isinstance(entity, Rep | Account | PartnerTeam | PartnerPerson)
    piece = excerpt(words_of.texts if words_of else (), words)
    return Hit(
        entity=BY_KIND[type(entity)].key,
        id=entity.id,
        title=_title(entity),
        rep="" if named or record.rep_id is None else reps.get(record.rep_id, ""),
        day=record.day,
        when=near_day(record.day, as_of) if record.day else "",
        excerpt=_name_of(entity, words) if named else piece if piece.text else _state_of(entity),
        place=_place(record, talks),
    )


def _name_of(entity: Entity, words: tuple[str, ...]) -> Excerpt:
    return excerpt((getattr(entity, "name", ""),), words)


def _state_of(entity: Entity) -> Excerpt:
    """What stands for a record without words, such as a talk that is only planned."""
    parts = (_title(entity), state_word(getattr(entity, "state", None)))
    return Excerpt(", ".join(part for part in parts if part), ())


def _title(entity: Entity) -> str:
    titles = {
        "rep": _("rep"),
        "account": _("customer"),
        "partner_team": _("partner department"),
        "partner_person": _("partner’s person"),
        "peer_manager": _("peer manager"),
        "contact": _("customer’s person"),
        "observation": _("event"),
        "gain_statement": _("all-win check"),
        "draft": _("Inbox"),
        "coaching_session": _("one-on-one"),
        "agenda_item": _("agenda"),
        "session_note": _("line of a talk"),
        "joint_visit": _("joint visit"),
        "hand_off": _("hand-off"),
        "commitment": _("promise"),
        "ask_thread": _("request"),
        "ask": _("request"),
        "mandate": _("requirement"),
        "share": _("share"),
        "coaching_plan": _("coaching plan"),
        "opportunity": _("opportunity"),
        "opportunity_review": _("review of an opportunity"),
        "early_access_item": _("what is coming"),
        "request_triage": _("request to a department"),
        "warm_introduction": _("introduction"),
        "account_intelligence_answer": _("answer about a customer"),
        "capability": _("what a department can do"),
        "pursuit_decision": _("decision on an opportunity"),
        "buyer_message": _("message for a buyer"),
        "joint_meeting": _("joint meeting"),
        "peer_agreement": _("goal with a peer manager"),
        "peer_meeting": _("meeting with a peer manager"),
        "peer_update": _("note on a meeting of peers"),
        "situation_expectation": _("expectation"),
        "expectation_agreement": _("agreed expectation"),
        "playbook_question": _("question of the bank"),
        "rule_sheet_entry": _("rules"),
        "change_story": _("new way of working"),
        "adoption_concern": _("worry"),
        "lesson": _("lesson"),
    }
    return titles[BY_KIND[type(entity)].key]


def _place(record: Found, talks: dict[UUID, CoachingSession]) -> Place | None:
    match record.entity:
        case Rep() as rep:
            return Place("rep", rep.id, rep.id)
        case Account() as account:
            return Place("name", account.id)
        case PartnerTeam() | PartnerPerson() | PeerManager() | WarmIntroduction() | Capability():
            return Place("partner_team", record.entity.id)
        case AccountIntelligenceAnswer() as answer:
            return Place("name", answer.account_id)
        case Contact() as contact:
            return Place("name", contact.id)
        case Observation() as event:
            return Place("event", event.id, event.rep_id)
        case Draft() as draft:
            return Place("inbox", draft.id, draft.rep_id)
        case CoachingSession() as talk:
            return talk_place(talk)
        case JointVisit() as visit:
            return Place("visit", visit.id, visit.rep_id)
        case Opportunity() as possible:
            return Place("opportunity", possible.id)
        case OpportunityReview() | PursuitDecision() as decided:
            return Place("opportunity", decided.opportunity_id)
        case HandOff() as given:
            return Place("hand_off", given.id)
        case JointMeeting() as together:
            return Place("joint_meeting", together.id)
        case PeerMeeting() as meeting:
            return Place("peer_meeting", meeting.id)
        case PeerUpdate(meeting_id=UUID() as meeting_id):
            return Place("peer_meeting", meeting_id)
        case PeerAgreement() | RequestTriage() as with_team:
            return Place("partners", with_team.team_id)
        case EarlyAccessItem() as notice:
            return Place("notice", notice.id)
        case (
            SituationExpectation()
            | ExpectationAgreement()
            | PlaybookQuestion()
            | RuleSheetEntry()
            | ChangeStory()
            | AdoptionConcern()
            | Lesson()
        ):
            return Place("playbook", record.entity.id)
    talk_of = talks.get(record.parent_id) if record.parent_id is not None else None
    if talk_of is not None:
        return talk_place(talk_of)
    if record.rep_id is None:
        return Place("own", record.entity.id)
    return Place("record", _seen_as(record), record.rep_id)


def _seen_as(record: Found) -> UUID:
    """What a list shows of the record: its parent, where it is a part of it."""
    is_part = isinstance(record.entity, GainStatement) and record.parent_id is not None
    return record.parent_id if is_part and record.parent_id else record.entity.id


def record_text(reads: Snapshot, id: UUID) -> RecordText | None:
    """A record in full; None if it may not be shown or is gone."""
    found = record_with(reads, id)
    words_of = None if found is None else searchable(found.entity)
    if found is None or words_of is None:
        return None
    rep = None if found.rep_id is None else reads.peek(Rep, as_id(found.rep_id))
    ratings, playbook = _ratings(reads, found.entity), playbook_of(reads)
    rated_as = [rated(rating, playbook) for rating in ratings]
    state = getattr(found.entity, "state", None)
    return RecordText(
        title=_title(found.entity),
        rep="" if rep is None else rep.name,
        when=near_day(found.day, reads.as_of) if found.day else "",
        texts=tuple(text for text in words_of.texts if text),
        state=", ".join(filter(None, [*rated_as, state_word(state)])),
        ids=(found.entity.id, *(rating.id for rating in ratings)),
    )


def _ratings(reads: Snapshot, entity: Entity) -> list[Rating]:
    is_event = isinstance(entity, Observation)
    return reads.find(Rating, observation_id=entity.id) if is_event else []


def talk_place(talk: CoachingSession) -> Place:
    """Where a talk is seen in its state; a closed one on its rep's page."""
    if talk.state in BEFORE:
        return Place("talk", talk.id, talk.rep_id, "prepare")
    if talk.state is TalkState.RUNNING:
        return Place("talk", talk.id, talk.rep_id, "run")
    if talk.state in AFTER:
        return Place("talk", talk.id, talk.rep_id, "wrap_up")
    return Place("rep", talk.rep_id, talk.rep_id)
