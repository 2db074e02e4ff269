"""The tables of the partners' side: notices, introductions, agreements, pursuits, meetings."""

from sqlalchemy import CheckConstraint, Index

from coachdesk.domain import partner_vocabulary as p
from coachdesk.domain import vocabulary as v
from coachdesk.store.column_types import one_of
from coachdesk.store.table_parts import clock, day, key, number, ref, table, words, yes_no

early_access_item = table(
    "early_access_item",
    key("id"),
    ref("team_id", "partner_team"),
    ref("rep_id", "rep"),
    ref("account_id", "account"),
    words("what"),
    words("reason"),
    words("question"),
    words("skills"),
    words("unknown"),
    number("likelihood_pct"),
    words("size"),
    day("earliest"),
    day("latest", null=True),
    words("priority"),
    words("answer"),
    day("next_update", null=True),
    day("noted_day", null=True),
    day("told_day", null=True),
    day("changed_day", null=True),
    words("state"),
    one_of("size", p.WorkSize),
    one_of("priority", p.NoticePriority),
    one_of("state", p.NoticeState),
    CheckConstraint("likelihood_pct BETWEEN 0 AND 100", name="likelihood_a_percentage"),
)
request_triage = table(
    "request_triage",
    key("id"),
    ref("rep_id", "rep"),
    ref("team_id", "partner_team"),
    ref("account_id", "account", null=True),
    words("request"),
    words("reason"),
    number("urgent", null=True),
    number("important", null=True),
    words("decision", null=True),
    day("day"),
    day("handed_on", null=True),
    words("partner_verdict", null=True),
    yes_no("way_asked", null=True),
    yes_no("way_used", null=True),
    one_of("decision", p.TriageDecision),
    one_of("partner_verdict", p.Verdict),
)
warm_introduction = table(
    "warm_introduction",
    key("id"),
    ref("account_id", "account"),
    ref("from_team_id", "partner_team"),
    ref("rep_id", "rep"),
    ref("partner_person_id", "partner_person", null=True),
    ref("contact_id", "contact", null=True),
    day("asked_day", null=True),
    day("offered_day", null=True),
    day("made_day", null=True),
    words("form"),
    words("note"),
    words("pace"),
    day("problem_talk_by", null=True),
    day("problem_talk_day", null=True),
    words("result"),
    words("result_note"),
    number("months_saved", null=True),
    words("word_back"),
    day("word_back_day", null=True),
    one_of("form", p.IntroductionForm),
    one_of("result", p.IntroductionResult),
)
account_intelligence_answer = table(
    "account_intelligence_answer",
    key("id"),
    ref("account_id", "account"),
    ref("team_id", "partner_team"),
    words("question_id"),
    words("value"),
    words("confidence"),
    day("day"),
    words("note"),
    words("said_by"),
    one_of("question_id", p.IntelligenceQuestion),
    one_of("confidence", p.Confidence),
)
capability = table(
    "capability",
    key("id"),
    ref("team_id", "partner_team"),
    words("kind"),
    words("text"),
    number("from_days", null=True),
    number("to_days", null=True),
    yes_no("ours"),
    day("day"),
    one_of("kind", p.CapabilityKind),
)
peer_agreement = table(
    "peer_agreement",
    key("id"),
    ref("team_id", "partner_team"),
    ref("peer_manager_id", "peer_manager"),
    words("goal"),
    words("measure"),
    words("set_by"),
    words("contributions"),
    day("drafted_day"),
    day("due_day", null=True),
    number("rhythm_days", null=True),
    words("problem_path"),
    day("confirmed_own", null=True),
    day("confirmed_peer", null=True),
    words("works"),
    words("change"),
    words("result"),
    day("closed_day", null=True),
    words("reason"),
    words("earlier"),
    words("state"),
    one_of("set_by", p.GoalSetBy),
    one_of("state", p.AgreementState),
)
peer_meeting = table(
    "peer_meeting",
    key("id"),
    ref("team_id", "partner_team"),
    ref("peer_manager_id", "peer_manager"),
    day("day"),
    clock("start", null=True),
    number("minutes"),
    words("agenda"),
    words("will_tell"),
    words("figures"),
    words("state"),
    one_of("state", p.PeerMeetingState),
)
peer_update = table(
    "peer_update",
    key("id"),
    ref("agreement_id", "peer_agreement", null=True),
    ref("meeting_id", "peer_meeting", null=True),
    ref("peer_manager_id", "peer_manager", null=True),
    day("day"),
    words("topic"),
    words("text"),
    words("peer_text"),
    yes_no("path_followed", null=True),
    words("solution"),
    day("solved_day", null=True),
    one_of("topic", p.PeerTopic),
)
pursuit_decision = table(
    "pursuit_decision",
    key("id"),
    ref("opportunity_id", "opportunity"),
    day("day"),
    words("scores"),
    words("decision", null=True),
    words("suggestion", null=True),
    words("reason"),
    words("fact", null=True),
    day("decide_by", null=True),
    yes_no("team_told"),
    words("members"),
    one_of("decision", p.PursuitChoice),
    one_of("suggestion", p.PursuitChoice),
)
buyer_message = table(
    "buyer_message",
    key("id"),
    words("buying_role"),
    words("stage"),
    ref("team_id", "partner_team", null=True),
    words("text"),
    one_of("buying_role", v.BuyingRole),
    one_of("stage", v.SelectionStage),
)
joint_meeting = table(
    "joint_meeting",
    key("id"),
    ref("account_id", "account"),
    ref("rep_id", "rep"),
    ref("team_id", "partner_team"),
    day("day"),
    clock("start", null=True),
    words("stage", null=True),
    words("attendees"),
    words("messages"),
    words("customer_issue"),
    words("perspective"),
    words("next_step"),
    words("next_step_owner"),
    day("next_step_day", null=True),
    words("checklist"),
    yes_no("aligned_before"),
    words("said"),
    words("state"),
    one_of("stage", v.SelectionStage),
    one_of("state", p.JointMeetingState),
)

Index("ix_early_access_item_state", early_access_item.c.state)
Index("ix_early_access_item_team", early_access_item.c.team_id)
Index("ix_request_triage_team", request_triage.c.team_id)
Index("ix_warm_introduction_team", warm_introduction.c.from_team_id)
Index("ix_account_intelligence_account", account_intelligence_answer.c.account_id)
Index("ix_capability_team", capability.c.team_id)
Index("ix_peer_agreement_team", peer_agreement.c.team_id)
Index("ix_peer_meeting_team", peer_meeting.c.team_id)
Index("ix_peer_update_agreement", peer_update.c.agreement_id)
Index("ix_peer_update_meeting", peer_update.c.meeting_id)
Index("ix_pursuit_decision_opportunity", pursuit_decision.c.opportunity_id)
Index("ix_joint_meeting_day", joint_meeting.c.day)
Index("ix_joint_meeting_account", joint_meeting.c.account_id)
