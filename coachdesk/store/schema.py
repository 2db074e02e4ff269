"""One table for each entity; columns have the fields' names and the fields' order."""

from dataclasses import dataclass

from sqlalchemy import (
    DDL,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    event,
)

from coachdesk.domain import vocabulary as v
from coachdesk.domain.agreements import PeerAgreement, PeerMeeting, PeerUpdate
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Lesson
from coachdesk.domain.documents import PrintedDocument, PrintQueueItem
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Draft, GainStatement, Observation, Rating
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.interviews import GuideQuestion, Interview, InterviewSheet
from coachdesk.domain.joint_meetings import BuyerMessage, JointMeeting
from coachdesk.domain.labels import LabelSnapshot, ShiftNote
from coachdesk.domain.marketing import (
    AccountIntelligenceAnswer,
    Capability,
    WarmIntroduction,
)
from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.own_example import ModelLook, ModelPoint
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.shares import Share
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.domain.visits import JointVisit
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.store import partner_tables as partners
from coachdesk.store import playbook_tables as playbook
from coachdesk.store.column_types import one_of
from coachdesk.store.table_parts import (
    any_ref,
    clock,
    day,
    fraction,
    key,
    metadata,
    moment,
    number,
    ref,
    table,
    words,
    yes_no,
)

workspace = table(
    "workspace",
    key("id"),
    words("manager_name"),
    words("company_name"),
    words("locale"),
    words("paper"),
    words("settings"),
    words("kind"),
    day("sample_day", null=True),
    words("away"),
    one_of("paper", v.Paper),
    one_of("kind", v.WorkspaceKind),
)
rep = table(
    "rep",
    key("id"),
    words("first_name"),
    words("last_name"),
    words("role"),
    words("employed"),
    words("language", null=True),
    number("session_rhythm_days"),
    number("slot_weekday", null=True),
    clock("slot_time", null=True),
    number("slot_minutes"),
    number("sort_order"),
    words("away"),
)
partner_team = table(
    "partner_team",
    key("id"),
    words("name"),
    words("kind"),
    number("notice_days_wanted", null=True),
    words("measured_on"),
    day("heard_on", null=True),
    yes_no("active"),
    one_of("kind", v.TeamKind),
)
partner_person = table(
    "partner_person",
    key("id"),
    words("name"),
    ref("team_id", "partner_team"),
    words("value_we_know"),
    words("value_they_know"),
)
peer_manager = table(
    "peer_manager",
    key("id"),
    words("first_name"),
    words("last_name"),
    ref("team_id", "partner_team"),
    words("contact"),
)
account = table(
    "account",
    key("id"),
    words("name"),
    words("industry", null=True),
    words("size_class", null=True),
    words("situation", null=True),
    ref("owner_rep_id", "rep", null=True),
    words("selection_stage", null=True),
    one_of("size_class", v.SizeClass),
    one_of("selection_stage", v.SelectionStage),
)
contact = table(
    "contact",
    key("id"),
    ref("account_id", "account"),
    words("name"),
    words("buying_role"),
    number("influence", null=True),
    one_of("buying_role", v.BuyingRole),
    CheckConstraint("influence BETWEEN 1 AND 5", name="influence_one_to_five"),
)
coaching_session = table(
    "coaching_session",
    key("id"),
    ref("rep_id", "rep"),
    day("day"),
    clock("start", null=True),
    number("minutes"),
    words("kind"),
    words("state"),
    moment("started_at", null=True),
    moment("ended_at", null=True),
    ref("moved_from_id", "coaching_session", null=True),
    words("who_asked", null=True),
    words("reason"),
    words("preparation"),
    words("question_ids"),
    words("own_questions"),
    words("focus_behaviour_key", null=True),
    words("expectation"),
    words("in_it_for_customer"),
    words("in_it_for_rep"),
    words("in_it_for_partner"),
    words("seen_how"),
    words("buy_in", null=True),
    words("summary"),
    words("rep_words"),
    number("rep_usefulness", null=True),
    day("wrapped_up_on", null=True),
    day("received_on", null=True),
    words("received_means", null=True),
    words("summary_brief", null=True),
    words("left_out"),
    words("addenda"),
    one_of("kind", v.TalkKind),
    one_of("state", v.TalkState),
    one_of("who_asked", v.WhoAsked),
    one_of("focus_behaviour_key", v.BehaviourKey),
    one_of("buy_in", v.BuyIn),
    one_of("received_means", v.ReceivedMeans),
    UniqueConstraint("moved_from_id"),
)
agenda_item = table(
    "agenda_item",
    key("id"),
    ref("session_id", "coaching_session"),
    number("order"),
    words("whose"),
    words("kind"),
    ref("carried_from_id", "agenda_item", null=True),
    words("text"),
    number("minutes"),
    yes_no("ticked"),
    one_of("whose", v.Whose),
    one_of("kind", v.AgendaKind),
)
session_note = table(
    "session_note",
    key("id"),
    ref("session_id", "coaching_session"),
    number("order"),
    clock("time"),
    words("mark"),
    words("text"),
    words("created_kind", null=True),
    any_ref("created_id", null=True),
    yes_no("print"),
    one_of("mark", v.NoteMark),
    one_of("created_kind", v.RecordKind),
    CheckConstraint("mark <> 'private' OR (text = '' AND print = 0)", name="private_is_empty"),
)
joint_visit = table(
    "joint_visit",
    key("id"),
    ref("rep_id", "rep"),
    ref("account_id", "account"),
    ref("team_id", "partner_team", null=True),
    day("day"),
    clock("start", null=True),
    words("watch_keys"),
    words("speaks_first"),
    number("talk_share_pct", null=True),
    words("rep_saw"),
    words("manager_saw"),
    words("keep"),
    words("change"),
    ref("session_id", "coaching_session", null=True),
    words("state"),
    one_of("speaks_first", v.SpeaksFirst),
    one_of("state", v.VisitState),
)
hand_off = table(
    "hand_off",
    key("id"),
    ref("rep_id", "rep"),
    ref("account_id", "account"),
    ref("team_id", "partner_team"),
    ref("partner_person_id", "partner_person", null=True),
    ref("opportunity_id", "opportunity", null=True),
    ref("early_access_item_id", "early_access_item", null=True),
    ref("request_triage_id", "request_triage", null=True),
    ref("continues_id", "hand_off", null=True),
    words("need"),
    words("value_reason"),
    words("expectation"),
    day("created_day"),
    day("value_day", null=True),
    day("set_day", null=True),
    day("due_day", null=True),
    day("check_day", null=True),
    day("accepted_on", null=True),
    day("met_day", null=True),
    day("closed_day", null=True),
    yes_no("customer_confirmed", null=True),
    words("cause_code", null=True),
    words("cause_note"),
    words("customer_told_by", null=True),
    day("customer_told_on", null=True),
    number("revision"),
    words("checklist"),
    yes_no("way_asked", null=True),
    yes_no("way_used", null=True),
    words("state"),
    one_of("cause_code", v.Cause),
    one_of("state", v.HandOffState),
)
printed_document = table(
    "printed_document",
    key("id"),
    words("kind"),
    words("subject_kind", null=True),
    any_ref("subject_id", null=True),
    day("day"),
    words("means"),
    number("form_number", null=True),
    words("sha256"),
    number("content_version"),
    one_of("kind", v.DocumentKind),
    one_of("subject_kind", v.SubjectKind),
    one_of("means", v.PrintMeans),
    UniqueConstraint("form_number"),
)
print_queue_item = table(
    "print_queue_item",
    key("id"),
    words("kind"),
    words("subject_kind", null=True),
    any_ref("subject_id", null=True),
    day("asked_day"),
    number("copies"),
    words("state"),
    one_of("kind", v.DocumentKind),
    one_of("subject_kind", v.SubjectKind),
    one_of("state", v.QueueState),
)
observation = table(
    "observation",
    key("id"),
    number("seq"),
    ref("rep_id", "rep"),
    day("day"),
    day("recorded_day"),
    ref("account_id", "account", null=True),
    ref("team_id", "partner_team", null=True),
    ref("partner_person_id", "partner_person", null=True),
    ref("session_id", "coaching_session", null=True),
    ref("joint_visit_id", "joint_visit", null=True),
    ref("hand_off_id", "hand_off", null=True),
    ref("joint_meeting_id", "joint_meeting", null=True),
    ref("printed_document_id", "printed_document", null=True),
    words("situation", null=True),
    words("origin"),
    words("comment"),
    yes_no("expectation_missed"),
    words("cause_code", null=True),
    words("cause_note"),
    words("addenda"),
    words("void_reason"),
    words("state"),
    one_of("origin", v.Origin),
    one_of("cause_code", v.Cause),
    one_of("state", v.ObservationState),
    CheckConstraint("day <= recorded_day", name="not_in_the_future"),
    UniqueConstraint("seq"),
)
rating = table(
    "rating",
    key("id"),
    ref("observation_id", "observation"),
    words("behaviour_key"),
    number("value"),
    words("words"),
    number("anchor_version"),
    one_of("behaviour_key", v.BehaviourKey),
    CheckConstraint("value BETWEEN 1 AND 5", name="one_to_five"),
    UniqueConstraint("observation_id", "behaviour_key"),
)
gain_statement = table(
    "gain_statement",
    key("id"),
    ref("hand_off_id", "hand_off", null=True),
    ref("observation_id", "observation", null=True),
    words("side"),
    words("outcome"),
    words("words"),
    one_of("side", v.Side),
    one_of("outcome", v.Gain),
    CheckConstraint("(hand_off_id IS NULL) <> (observation_id IS NULL)", name="one_parent"),
    UniqueConstraint("hand_off_id", "side"),
    UniqueConstraint("observation_id", "side"),
)
draft = table(
    "draft",
    key("id"),
    words("source"),
    words("raw"),
    ref("rep_id", "rep", null=True),
    ref("account_id", "account", null=True),
    ref("team_id", "partner_team", null=True),
    ref("partner_person_id", "partner_person", null=True),
    words("behaviour_key", null=True),
    number("value", null=True),
    day("day"),
    words("comment"),
    ref("session_id", "coaching_session", null=True),
    ref("printed_document_id", "printed_document", null=True),
    words("content", null=True),
    yes_no("private"),
    words("state"),
    any_ref("became_id", null=True),
    one_of("source", v.DraftSource),
    one_of("behaviour_key", v.BehaviourKey),
    one_of("state", v.DraftState),
)
commitment = table(
    "commitment",
    key("id"),
    words("owner_side"),
    ref("rep_id", "rep", null=True),
    ref("peer_manager_id", "peer_manager", null=True),
    words("text"),
    day("agreed_day"),
    day("due_day"),
    day("delivered_day", null=True),
    day("closed_day", null=True),
    number("renegotiated"),
    words("reason"),
    words("origin_kind"),
    any_ref("origin_id"),
    words("state"),
    one_of("owner_side", v.OwnerSide),
    one_of("origin_kind", v.PromiseOrigin),
    one_of("state", v.PromiseState),
    CheckConstraint("agreed_day <= due_day", name="due_after_agreed"),
)
ask_thread = table(
    "ask_thread",
    key("id"),
    words("asker"),
    words("party"),
    ref("rep_id", "rep", null=True),
    any_ref("party_id", null=True),
    words("subject"),
    words("behaviour_key", null=True),
    ref("hand_off_id", "hand_off", null=True),
    one_of("asker", v.Asker),
    one_of("party", v.Party),
    one_of("behaviour_key", v.BehaviourKey),
)
ask = table(
    "ask",
    key("id"),
    ref("thread_id", "ask_thread"),
    words("form", null=True),
    words("text"),
    words("how"),
    day("day"),
    day("first_due_day", null=True),
    day("due_day", null=True),
    words("help"),
    yes_no("help_none"),
    ref("help_commitment_id", "commitment", null=True),
    day("done_day", null=True),
    day("closed_day", null=True),
    words("reason"),
    words("rep_view"),
    words("state"),
    one_of("form", v.AskForm),
    one_of("state", v.AskState),
)
mandate = table(
    "mandate",
    key("id"),
    ref("thread_id", "ask_thread"),
    words("trigger_ids"),
    words("what"),
    words("how"),
    day("day"),
    day("due_day"),
    yes_no("ladder_skipped"),
    words("skip_reason"),
    day("done_day", null=True),
    day("closed_day", null=True),
    words("reason"),
    words("rep_view"),
    words("state"),
    one_of("state", v.MandateState),
)
share = table(
    "share",
    key("id"),
    ref("rep_id", "rep"),
    words("kind"),
    words("text"),
    day("day"),
    yes_no("print"),
    words("behaviour_key", null=True),
    ref("account_id", "account", null=True),
    ref("hand_off_id", "hand_off", null=True),
    words("state"),
    one_of("kind", v.ShareKind),
    one_of("behaviour_key", v.BehaviourKey),
    one_of("state", v.ShareState),
)
private_note = table(
    "private_note",
    key("id"),
    words("about"),
    any_ref("about_id"),
    ref("rep_id", "rep", null=True),
    words("aspect", null=True),
    day("day"),
    words("text"),
    one_of("about", v.NoteAbout),
    one_of("aspect", v.NoteAspect),
)
behaviour_definition = table(
    "behaviour_definition",
    key("id"),
    words("key"),
    words("title"),
    words("definition"),
    words("cues"),
    words("anchors"),
    number("version"),
    one_of("key", v.BehaviourKey),
    UniqueConstraint("key", "version"),
)
self_rating = table(
    "self_rating",
    key("id"),
    ref("observation_id", "observation"),
    words("behaviour_key"),
    number("value"),
    day("day"),
    one_of("behaviour_key", v.BehaviourKey),
    CheckConstraint("value BETWEEN 1 AND 5", name="one_to_five"),
    UniqueConstraint("observation_id", "behaviour_key"),
)
opportunity = table(
    "opportunity",
    key("id"),
    ref("account_id", "account"),
    words("title"),
    words("selection_stage", null=True),
    day("opened_day"),
    day("closed_day", null=True),
    words("result"),
    one_of("selection_stage", v.SelectionStage),
    one_of("result", v.OpportunityResult),
    CheckConstraint("opened_day <= closed_day", name="closed_after_opened"),
)
opportunity_review = table(
    "opportunity_review",
    key("id"),
    ref("opportunity_id", "opportunity"),
    day("day"),
    words("outcome"),
    words("tangible"),
    words("intangible"),
    words("collaboration"),
    one_of("outcome", v.ReviewOutcome),
    UniqueConstraint("opportunity_id"),
)
activity = table(
    "activity",
    key("id"),
    ref("rep_id", "rep"),
    ref("account_id", "account"),
    ref("opportunity_id", "opportunity", null=True),
    day("day"),
    words("kind"),
    yes_no("prepared"),
    words("outcome"),
    one_of("kind", v.ActivityKind),
    one_of("outcome", v.ActivityOutcome),
)
label_snapshot = table(
    "label_snapshot",
    key("id"),
    ref("rep_id", "rep"),
    words("behaviour_key"),
    day("eval_day"),
    number("revision"),
    number("n"),
    number("x"),
    number("accounts"),
    number("weeks"),
    fraction("lo", null=True),
    fraction("hi", null=True),
    words("finding"),
    words("label"),
    words("settings"),
    words("cause"),
    one_of("behaviour_key", v.BehaviourKey),
    one_of("finding", v.Finding),
    one_of("label", v.Label),
    one_of("cause", v.SnapshotCause),
    UniqueConstraint("rep_id", "behaviour_key", "eval_day", "revision"),
)
shift_note = table(
    "shift_note",
    key("id"),
    ref("rep_id", "rep"),
    words("behaviour_key"),
    ref("observation_id", "observation"),
    day("day"),
    words("words"),
    one_of("behaviour_key", v.BehaviourKey),
    UniqueConstraint("observation_id", "behaviour_key"),
)
coaching_plan = table(
    "coaching_plan",
    key("id"),
    ref("rep_id", "rep"),
    words("behaviour_key"),
    words("good_looks_like"),
    day("start_day"),
    number("start_x"),
    number("start_n"),
    number("sessions_planned"),
    words("sessions"),
    words("stop_reason", null=True),
    words("stop_note"),
    day("stopped_day", null=True),
    one_of("behaviour_key", v.BehaviourKey),
    one_of("stop_reason", v.PlanStop),
    CheckConstraint("start_x BETWEEN 0 AND start_n", name="x_of_n"),
)
reflection = table(
    "reflection",
    key("id"),
    day("month"),
    words("question"),
    words("answer"),
    UniqueConstraint("month"),
)

search_doc = table(
    "search_doc",
    Column("n", Integer, primary_key=True, autoincrement=True),
    words("entity"),
    any_ref("entity_id"),
    any_ref("parent_id", null=True),
    any_ref("rep_id", null=True),
    any_ref("account_id", null=True),
    any_ref("team_id", null=True),
    day("day", null=True),
    UniqueConstraint("entity_id"),
)
search_mark = table("search_mark", Column("version", Integer, primary_key=True))
# `secure-delete`, or the index keeps words that were erased from it.
for _statement in (
    "CREATE VIRTUAL TABLE search_text USING fts5(words, prefix='2 3')",
    "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)",
):
    event.listen(metadata, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

device = table("device", key("id"), words("name"))
journal_entry = table(
    "journal_entry",
    Column("n", Integer, primary_key=True, autoincrement=True),
    moment("at"),
    ref("device_id", "device"),
    Column("stamp", BigInteger().with_variant(Integer(), "sqlite"), nullable=False),
    words("kind"),
    words("command"),
    number("inverts", null=True),
    CheckConstraint("kind IN ('do', 'undo', 'redo', 'print', 'load')", name="kind_known"),
)
journal_change = table(
    "journal_change",
    Column("entry", Integer, ForeignKey("journal_entry.n"), primary_key=True),
    Column("position", Integer, primary_key=True),
    words("entity"),
    any_ref("entity_id"),
    any_ref("rep_id", null=True),
    words("before", null=True),
)

Index("ix_rating_observation", rating.c.observation_id, rating.c.value)
Index("ix_observation_day", observation.c.day)
Index("ix_observation_visit", observation.c.joint_visit_id)
Index("ix_observation_rep_day", observation.c.rep_id, observation.c.day)
Index("ix_coaching_session_rep_day", coaching_session.c.rep_id, coaching_session.c.day)
Index("ix_coaching_session_day", coaching_session.c.day)
Index("ix_coaching_session_state", coaching_session.c.state)
Index("ix_agenda_item_session", agenda_item.c.session_id)
Index("ix_session_note_session", session_note.c.session_id)
Index("ix_commitment_rep_state", commitment.c.rep_id, commitment.c.state)
Index("ix_commitment_state", commitment.c.state)
Index("ix_commitment_origin", commitment.c.origin_id)
Index("ix_joint_visit_rep_day", joint_visit.c.rep_id, joint_visit.c.day)
Index("ix_joint_visit_state", joint_visit.c.state)
Index("ix_hand_off_state", hand_off.c.state)
Index("ix_hand_off_team", hand_off.c.team_id)
Index("ix_hand_off_continues", hand_off.c.continues_id)
Index("ix_hand_off_rep_state", hand_off.c.rep_id, hand_off.c.state)
Index("ix_ask_thread_hand_off", ask_thread.c.hand_off_id)
Index("ix_ask_thread_party", ask_thread.c.party_id)
Index("ix_ask_thread", ask.c.thread_id)
Index("ix_mandate_thread", mandate.c.thread_id)
Index("ix_share_rep", share.c.rep_id)
Index("ix_private_note_rep", private_note.c.rep_id)
Index("ix_opportunity_account", opportunity.c.account_id)
Index("ix_activity_rep_day", activity.c.rep_id, activity.c.day)
Index("ix_coaching_plan_rep", coaching_plan.c.rep_id)
Index("ix_search_doc_entity", search_doc.c.entity)
Index("ix_search_doc_parent", search_doc.c.parent_id)
Index("ix_search_doc_day", search_doc.c.day)
Index("ix_journal_change_entity", journal_change.c.entity_id)
Index("ix_journal_change_rep", journal_change.c.rep_id, journal_change.c.entry)


@dataclass(frozen=True, slots=True)
class Binding:
    """One entity class, its key in files, and its table."""

    kind: type[Entity]
    key: str
    table: Table


# Parents before children: the order in which an import or a copy writes them.
BINDINGS: tuple[Binding, ...] = (
    Binding(Workspace, "workspace", workspace),
    Binding(Rep, "rep", rep),
    Binding(PartnerTeam, "partner_team", partner_team),
    Binding(PartnerPerson, "partner_person", partner_person),
    Binding(PeerManager, "peer_manager", peer_manager),
    Binding(Account, "account", account),
    Binding(Contact, "contact", contact),
    Binding(CoachingSession, "coaching_session", coaching_session),
    Binding(AgendaItem, "agenda_item", agenda_item),
    Binding(SessionNote, "session_note", session_note),
    Binding(JointVisit, "joint_visit", joint_visit),
    Binding(Opportunity, "opportunity", opportunity),
    Binding(EarlyAccessItem, "early_access_item", partners.early_access_item),
    Binding(RequestTriage, "request_triage", partners.request_triage),
    Binding(HandOff, "hand_off", hand_off),
    Binding(BuyerMessage, "buyer_message", partners.buyer_message),
    Binding(JointMeeting, "joint_meeting", partners.joint_meeting),
    Binding(PrintedDocument, "printed_document", printed_document),
    Binding(PrintQueueItem, "print_queue_item", print_queue_item),
    Binding(Observation, "observation", observation),
    Binding(Rating, "rating", rating),
    Binding(GainStatement, "gain_statement", gain_statement),
    Binding(Draft, "draft", draft),
    Binding(Commitment, "commitment", commitment),
    Binding(AskThread, "ask_thread", ask_thread),
    Binding(Ask, "ask", ask),
    Binding(Mandate, "mandate", mandate),
    Binding(Share, "share", share),
    Binding(WarmIntroduction, "warm_introduction", partners.warm_introduction),
    Binding(
        AccountIntelligenceAnswer,
        "account_intelligence_answer",
        partners.account_intelligence_answer,
    ),
    Binding(Capability, "capability", partners.capability),
    Binding(PeerAgreement, "peer_agreement", partners.peer_agreement),
    Binding(PeerMeeting, "peer_meeting", partners.peer_meeting),
    Binding(PeerUpdate, "peer_update", partners.peer_update),
    Binding(PrivateNote, "private_note", private_note),
    Binding(BehaviourDefinition, "behaviour_definition", behaviour_definition),
    Binding(SelfRating, "self_rating", self_rating),
    Binding(PursuitDecision, "pursuit_decision", partners.pursuit_decision),
    Binding(OpportunityReview, "opportunity_review", opportunity_review),
    Binding(Activity, "activity", activity),
    Binding(LabelSnapshot, "label_snapshot", label_snapshot),
    Binding(ShiftNote, "shift_note", shift_note),
    Binding(CoachingPlan, "coaching_plan", coaching_plan),
    Binding(Reflection, "reflection", reflection),
    Binding(SituationExpectation, "situation_expectation", playbook.situation_expectation),
    Binding(ExpectationAgreement, "expectation_agreement", playbook.expectation_agreement),
    Binding(StageWording, "stage_wording", playbook.stage_wording),
    Binding(PlaybookQuestion, "playbook_question", playbook.playbook_question),
    Binding(RuleSheetEntry, "rule_sheet_entry", playbook.rule_sheet_entry),
    Binding(RuleAcknowledgement, "rule_acknowledgement", playbook.rule_acknowledgement),
    Binding(ChangeStory, "change_story", playbook.change_story),
    Binding(AdoptionConcern, "adoption_concern", playbook.adoption_concern),
    Binding(Lesson, "lesson", playbook.lesson),
    Binding(GuideQuestion, "guide_question", playbook.guide_question),
    Binding(Interview, "interview", playbook.interview),
    Binding(InterviewSheet, "interview_sheet", playbook.interview_sheet),
    Binding(ModelPoint, "model_point", playbook.model_point),
    Binding(ModelLook, "model_look", playbook.model_look),
)
BY_KIND: dict[type[Entity], Binding] = {binding.kind: binding for binding in BINDINGS}
BY_KEY: dict[str, Binding] = {binding.key: binding for binding in BINDINGS}
