"""The tables of the Playbook: expectations, questions, rules, stories, interviews, example."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from coachdesk.domain import playbook_vocabulary as p
from coachdesk.domain import vocabulary as v
from coachdesk.store.column_types import one_of
from coachdesk.store.table_parts import day, key, number, ref, table, words, yes_no

situation_expectation = table(
    "situation_expectation",
    key("id"),
    words("situation"),
    words("title"),
    words("principle"),
    words("expected"),
    words("compete"),
    words("collaborate"),
    words("emphasis"),
    day("edited_day"),
    number("version"),
    yes_no("is_archived"),
    UniqueConstraint("situation", "version"),
)
expectation_agreement = table(
    "expectation_agreement",
    key("id"),
    ref("rep_id", "rep"),
    words("situation"),
    day("explained_day", null=True),
    words("in_it_for_rep"),
    words("rep_words"),
    words("bought_in"),
    words("inspected_how"),
    number("inspect_every_days", null=True),
    number("version"),
    ref("agreed_in_id", "coaching_session", null=True),
    words("inspections"),
    one_of("bought_in", v.BuyIn),
    UniqueConstraint("rep_id", "situation"),
)
stage_wording = table(
    "stage_wording",
    key("id"),
    words("stage"),
    words("customer_stage"),
    words("funnel_stage"),
    words("customer_question"),
    words("coach_on"),
    words("coaching_focus"),
    one_of("stage", v.SelectionStage),
    UniqueConstraint("stage"),
)
playbook_question = table(
    "playbook_question",
    key("id"),
    words("key"),
    words("text"),
    words("purpose"),
    words("behaviour_key", null=True),
    words("style"),
    words("stage", null=True),
    yes_no("is_favourite"),
    yes_no("is_retired"),
    day("added_day", null=True),
    one_of("purpose", p.Purpose),
    one_of("behaviour_key", v.BehaviourKey),
    one_of("style", p.QuestionStyle),
    one_of("stage", v.SelectionStage),
    UniqueConstraint("key"),
)
rule_sheet_entry = table(
    "rule_sheet_entry",
    key("id"),
    words("subject"),
    words("rule"),
    words("boundary"),
    words("limitation"),
    day("valid_from"),
    ref("replaces_id", "rule_sheet_entry", null=True),
    day("ended_on", null=True),
    UniqueConstraint("replaces_id"),
)
rule_acknowledgement = table(
    "rule_acknowledgement",
    key("id"),
    ref("rule_sheet_entry_id", "rule_sheet_entry"),
    ref("rep_id", "rep"),
    day("day"),
    UniqueConstraint("rule_sheet_entry_id", "rep_id"),
)
change_story = table(
    "change_story",
    key("id"),
    words("title"),
    words("why"),
    words("in_it_for_you"),
    words("what"),
    words("how"),
    day("when_day", null=True),
    words("heard_by"),
    words("evangelist_ids"),
    day("ended_on", null=True),
)
adoption_concern = table(
    "adoption_concern",
    key("id"),
    ref("rep_id", "rep"),
    ref("change_story_id", "change_story", null=True),
    day("day"),
    words("concern"),
    words("answer"),
    words("verdict", null=True),
    yes_no("print"),
    one_of("verdict", p.ConcernVerdict),
)
lesson = table(
    "lesson",
    key("id"),
    words("title"),
    words("text"),
    ref("change_story_id", "change_story", null=True),
    words("behaviour_key", null=True),
    words("read_by"),
    day("added_day"),
    one_of("behaviour_key", v.BehaviourKey),
)
guide_question = table(
    "guide_question",
    key("id"),
    words("item"),
    words("question"),
    words("good"),
    one_of("item", p.GuideItem),
    UniqueConstraint("item"),
)
interview = table(
    "interview",
    key("id"),
    words("candidate_code"),
    words("position"),
    day("day"),
    day("erase_on", null=True),
    words("decision"),
    day("decided_on", null=True),
    words("state"),
    one_of("state", p.InterviewState),
)
interview_sheet = table(
    "interview_sheet",
    key("id"),
    ref("interview_id", "interview"),
    words("interviewer"),
    number("order"),
    words("answers"),
    day("closed_day", null=True),
    CheckConstraint('"order" IN (1, 2)', name="at_most_two"),
)
model_point = table(
    "model_point",
    key("id"),
    words("text"),
    number("sort_order"),
    day("added_day"),
    day("ended_on", null=True),
)
model_look = table(
    "model_look",
    key("id"),
    day("month"),
    day("day"),
    words("marks"),
    UniqueConstraint("month"),
)

Index("ix_expectation_agreement_rep", expectation_agreement.c.rep_id)
Index("ix_rule_acknowledgement_rep", rule_acknowledgement.c.rep_id)
Index("ix_adoption_concern_rep", adoption_concern.c.rep_id)
Index("ix_interview_sheet_interview", interview_sheet.c.interview_id)
