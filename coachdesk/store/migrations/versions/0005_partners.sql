CREATE TABLE buyer_message (
    id BLOB NOT NULL,
    buying_role TEXT NOT NULL,
    stage TEXT NOT NULL,
    team_id BLOB,
    text TEXT NOT NULL,
    CONSTRAINT pk_buyer_message PRIMARY KEY (id),
    CONSTRAINT ck_buyer_message_buying_role_known CHECK (buying_role IN ('decides', 'influences', 'uses', 'checks', 'unknown')),
    CONSTRAINT ck_buyer_message_stage_known CHECK (stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT fk_buyer_message_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE capability (
    id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    from_days INTEGER,
    to_days INTEGER,
    ours INTEGER NOT NULL,
    day TEXT NOT NULL,
    CONSTRAINT pk_capability PRIMARY KEY (id),
    CONSTRAINT ck_capability_kind_known CHECK (kind IN ('capability', 'trend', 'timeline')),
    CONSTRAINT fk_capability_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE account_intelligence_answer (
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    question_id TEXT NOT NULL,
    value TEXT NOT NULL,
    confidence TEXT NOT NULL,
    day TEXT NOT NULL,
    note TEXT NOT NULL,
    said_by TEXT NOT NULL,
    CONSTRAINT pk_account_intelligence_answer PRIMARY KEY (id),
    CONSTRAINT ck_account_intelligence_answer_question_id_known CHECK (question_id IN ('I1', 'I2', 'I3', 'I4')),
    CONSTRAINT ck_account_intelligence_answer_confidence_known CHECK (confidence IN ('seen', 'heard', 'guess')),
    CONSTRAINT fk_account_intelligence_answer_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_account_intelligence_answer_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE early_access_item (
    id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    what TEXT NOT NULL,
    reason TEXT NOT NULL,
    question TEXT NOT NULL,
    skills TEXT NOT NULL,
    unknown TEXT NOT NULL,
    likelihood_pct INTEGER NOT NULL,
    size TEXT NOT NULL,
    earliest TEXT NOT NULL,
    latest TEXT,
    priority TEXT NOT NULL,
    answer TEXT NOT NULL,
    next_update TEXT,
    noted_day TEXT,
    told_day TEXT,
    changed_day TEXT,
    state TEXT NOT NULL,
    CONSTRAINT pk_early_access_item PRIMARY KEY (id),
    CONSTRAINT ck_early_access_item_size_known CHECK (size IN ('under_1_day', '1_5_days', '1_4_weeks', 'over_4_weeks')),
    CONSTRAINT ck_early_access_item_priority_known CHECK (priority IN ('first', 'later', 'not_yet')),
    CONSTRAINT ck_early_access_item_state_known CHECK (state IN ('open', 'came', 'withdrawn')),
    CONSTRAINT ck_early_access_item_likelihood_a_percentage CHECK (likelihood_pct BETWEEN 0 AND 100),
    CONSTRAINT fk_early_access_item_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_early_access_item_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_early_access_item_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE joint_meeting (
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    day TEXT NOT NULL,
    start TEXT,
    stage TEXT,
    attendees TEXT NOT NULL,
    messages TEXT NOT NULL,
    customer_issue TEXT NOT NULL,
    perspective TEXT NOT NULL,
    next_step TEXT NOT NULL,
    next_step_owner TEXT NOT NULL,
    next_step_day TEXT,
    checklist TEXT NOT NULL,
    aligned_before INTEGER NOT NULL,
    said TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_joint_meeting PRIMARY KEY (id),
    CONSTRAINT ck_joint_meeting_stage_known CHECK (stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT ck_joint_meeting_state_known CHECK (state IN ('planned', 'held', 'cancelled')),
    CONSTRAINT fk_joint_meeting_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_joint_meeting_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_joint_meeting_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE peer_agreement (
    id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    peer_manager_id BLOB NOT NULL,
    goal TEXT NOT NULL,
    measure TEXT NOT NULL,
    set_by TEXT NOT NULL,
    contributions TEXT NOT NULL,
    drafted_day TEXT NOT NULL,
    due_day TEXT,
    rhythm_days INTEGER,
    problem_path TEXT NOT NULL,
    confirmed_own TEXT,
    confirmed_peer TEXT,
    works TEXT NOT NULL,
    change TEXT NOT NULL,
    result TEXT NOT NULL,
    closed_day TEXT,
    reason TEXT NOT NULL,
    earlier TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_peer_agreement PRIMARY KEY (id),
    CONSTRAINT ck_peer_agreement_set_by_known CHECK (set_by IN ('both', 'own', 'peer')),
    CONSTRAINT ck_peer_agreement_state_known CHECK (state IN ('draft', 'proposed', 'agreed', 'active', 'achieved', 'partly', 'not_achieved', 'dissolved')),
    CONSTRAINT fk_peer_agreement_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_peer_agreement_peer_manager_id FOREIGN KEY(peer_manager_id) REFERENCES peer_manager (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE peer_meeting (
    id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    peer_manager_id BLOB NOT NULL,
    day TEXT NOT NULL,
    start TEXT,
    minutes INTEGER NOT NULL,
    agenda TEXT NOT NULL,
    will_tell TEXT NOT NULL,
    figures TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_peer_meeting PRIMARY KEY (id),
    CONSTRAINT ck_peer_meeting_state_known CHECK (state IN ('planned', 'held', 'cancelled')),
    CONSTRAINT fk_peer_meeting_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_peer_meeting_peer_manager_id FOREIGN KEY(peer_manager_id) REFERENCES peer_manager (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE request_triage (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    account_id BLOB,
    request TEXT NOT NULL,
    reason TEXT NOT NULL,
    urgent INTEGER,
    important INTEGER,
    decision TEXT,
    day TEXT NOT NULL,
    handed_on TEXT,
    partner_verdict TEXT,
    way_asked INTEGER,
    way_used INTEGER,
    CONSTRAINT pk_request_triage PRIMARY KEY (id),
    CONSTRAINT ck_request_triage_decision_known CHECK (decision IN ('first', 'later', 'not')),
    CONSTRAINT ck_request_triage_partner_verdict_known CHECK (partner_verdict IN ('worth_it', 'later', 'dead')),
    CONSTRAINT fk_request_triage_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_request_triage_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_request_triage_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE peer_update (
    id BLOB NOT NULL,
    agreement_id BLOB,
    meeting_id BLOB,
    peer_manager_id BLOB,
    day TEXT NOT NULL,
    topic TEXT NOT NULL,
    text TEXT NOT NULL,
    peer_text TEXT NOT NULL,
    path_followed INTEGER,
    solution TEXT NOT NULL,
    solved_day TEXT,
    CONSTRAINT pk_peer_update PRIMARY KEY (id),
    CONSTRAINT ck_peer_update_topic_known CHECK (topic IN ('theirs', 'results', 'people', 'working', 'change', 'commitments', 'coming', 'problem')),
    CONSTRAINT fk_peer_update_agreement_id FOREIGN KEY(agreement_id) REFERENCES peer_agreement (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_peer_update_meeting_id FOREIGN KEY(meeting_id) REFERENCES peer_meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_peer_update_peer_manager_id FOREIGN KEY(peer_manager_id) REFERENCES peer_manager (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pursuit_decision (
    id BLOB NOT NULL,
    opportunity_id BLOB NOT NULL,
    day TEXT NOT NULL,
    scores TEXT NOT NULL,
    decision TEXT,
    suggestion TEXT,
    reason TEXT NOT NULL,
    fact TEXT,
    decide_by TEXT,
    team_told INTEGER NOT NULL,
    members TEXT NOT NULL,
    CONSTRAINT pk_pursuit_decision PRIMARY KEY (id),
    CONSTRAINT ck_pursuit_decision_decision_known CHECK (decision IN ('pursue', 'hold', 'release')),
    CONSTRAINT ck_pursuit_decision_suggestion_known CHECK (suggestion IN ('pursue', 'hold', 'release')),
    CONSTRAINT fk_pursuit_decision_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE warm_introduction (
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    from_team_id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    partner_person_id BLOB,
    contact_id BLOB,
    asked_day TEXT,
    offered_day TEXT,
    made_day TEXT,
    form TEXT NOT NULL,
    note TEXT NOT NULL,
    pace TEXT NOT NULL,
    problem_talk_by TEXT,
    problem_talk_day TEXT,
    result TEXT NOT NULL,
    result_note TEXT NOT NULL,
    months_saved INTEGER,
    word_back TEXT NOT NULL,
    word_back_day TEXT,
    CONSTRAINT pk_warm_introduction PRIMARY KEY (id),
    CONSTRAINT ck_warm_introduction_form_known CHECK (form IN ('in_person', 'call', 'email')),
    CONSTRAINT ck_warm_introduction_result_known CHECK (result IN ('open', 'meeting', 'need', 'nothing')),
    CONSTRAINT fk_warm_introduction_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_warm_introduction_from_team_id FOREIGN KEY(from_team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_warm_introduction_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_warm_introduction_partner_person_id FOREIGN KEY(partner_person_id) REFERENCES partner_person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_warm_introduction_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE partner_team_new (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    notice_days_wanted INTEGER,
    measured_on TEXT NOT NULL,
    heard_on TEXT,
    active INTEGER NOT NULL,
    CONSTRAINT pk_partner_team PRIMARY KEY (id),
    CONSTRAINT ck_partner_team_kind_known CHECK (kind IN ('product_sales', 'account_management', 'operations', 'creative', 'marketing', 'research', 'services', 'other'))
) STRICT;

INSERT INTO partner_team_new (id, name, kind, notice_days_wanted, measured_on, heard_on, active)
SELECT id, name, kind, notice_days_wanted, measured_on, NULL, active
FROM partner_team;

DROP TABLE partner_team;

ALTER TABLE partner_team_new RENAME TO partner_team;

CREATE TABLE private_note_new (
    id BLOB NOT NULL,
    about TEXT NOT NULL,
    about_id BLOB NOT NULL,
    rep_id BLOB,
    aspect TEXT,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_private_note PRIMARY KEY (id),
    CONSTRAINT ck_private_note_about_known CHECK (about IN ('rep', 'contact', 'session', 'ask', 'trust', 'concern', 'peer_update', 'partner_person')),
    CONSTRAINT ck_private_note_aspect_known CHECK (aspect IN ('relationship', 'respect', 'credibility', 'last_time', 'promises', 'behaviour', 'questions', 'expectation')),
    CONSTRAINT fk_private_note_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO private_note_new (id, about, about_id, rep_id, aspect, day, text)
SELECT id, about, about_id, rep_id, aspect, day, text
FROM private_note;

DROP TABLE private_note;

ALTER TABLE private_note_new RENAME TO private_note;

CREATE TABLE commitment_new (
    id BLOB NOT NULL,
    owner_side TEXT NOT NULL,
    rep_id BLOB,
    peer_manager_id BLOB,
    text TEXT NOT NULL,
    agreed_day TEXT NOT NULL,
    due_day TEXT NOT NULL,
    delivered_day TEXT,
    closed_day TEXT,
    renegotiated INTEGER NOT NULL,
    reason TEXT NOT NULL,
    origin_kind TEXT NOT NULL,
    origin_id BLOB NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_commitment PRIMARY KEY (id),
    CONSTRAINT ck_commitment_owner_side_known CHECK (owner_side IN ('manager', 'rep', 'peer')),
    CONSTRAINT ck_commitment_origin_kind_known CHECK (origin_kind IN ('session', 'ask', 'mandate', 'hand_off', 'peer_agreement', 'peer_meeting', 'joint_meeting')),
    CONSTRAINT ck_commitment_state_known CHECK (state IN ('open', 'kept', 'kept_late', 'broken', 'withdrawn', 'void')),
    CONSTRAINT ck_commitment_due_after_agreed CHECK (agreed_day <= due_day),
    CONSTRAINT fk_commitment_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_peer_manager_id FOREIGN KEY(peer_manager_id) REFERENCES peer_manager (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO commitment_new (id, owner_side, rep_id, peer_manager_id, text, agreed_day, due_day, delivered_day, closed_day, renegotiated, reason, origin_kind, origin_id, state)
SELECT id, owner_side, rep_id, peer_manager_id, text, agreed_day, due_day, delivered_day, closed_day, renegotiated, reason, origin_kind, origin_id, state
FROM commitment;

DROP TABLE commitment;

ALTER TABLE commitment_new RENAME TO commitment;

CREATE TABLE hand_off_new (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    partner_person_id BLOB,
    opportunity_id BLOB,
    early_access_item_id BLOB,
    request_triage_id BLOB,
    continues_id BLOB,
    need TEXT NOT NULL,
    value_reason TEXT NOT NULL,
    expectation TEXT NOT NULL,
    created_day TEXT NOT NULL,
    value_day TEXT,
    set_day TEXT,
    due_day TEXT,
    check_day TEXT,
    accepted_on TEXT,
    met_day TEXT,
    closed_day TEXT,
    customer_confirmed INTEGER,
    cause_code TEXT,
    cause_note TEXT NOT NULL,
    customer_told_by TEXT,
    customer_told_on TEXT,
    revision INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    way_asked INTEGER,
    way_used INTEGER,
    state TEXT NOT NULL,
    CONSTRAINT pk_hand_off PRIMARY KEY (id),
    CONSTRAINT ck_hand_off_cause_code_known CHECK (cause_code IN ('rep', 'partner_capacity', 'customer_change', 'unclear_handoff', 'other')),
    CONSTRAINT ck_hand_off_state_known CHECK (state IN ('draft', 'set', 'met', 'missed', 'met_late', 'closed_unmet', 'withdrawn')),
    CONSTRAINT fk_hand_off_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_partner_person_id FOREIGN KEY(partner_person_id) REFERENCES partner_person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_early_access_item_id FOREIGN KEY(early_access_item_id) REFERENCES early_access_item (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_request_triage_id FOREIGN KEY(request_triage_id) REFERENCES request_triage (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_hand_off_continues_id FOREIGN KEY(continues_id) REFERENCES hand_off (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO hand_off_new (id, rep_id, account_id, team_id, partner_person_id, opportunity_id, early_access_item_id, request_triage_id, continues_id, need, value_reason, expectation, created_day, value_day, set_day, due_day, check_day, accepted_on, met_day, closed_day, customer_confirmed, cause_code, cause_note, customer_told_by, customer_told_on, revision, checklist, way_asked, way_used, state)
SELECT id, rep_id, account_id, team_id, partner_person_id, NULL, NULL, NULL, NULL, need, value_reason, expectation, created_day, value_day, set_day, due_day, check_day, accepted_on, met_day, closed_day, customer_confirmed, cause_code, cause_note, customer_told_by, customer_told_on, revision, checklist, way_asked, way_used, state
FROM hand_off;

DROP TABLE hand_off;

ALTER TABLE hand_off_new RENAME TO hand_off;

CREATE TABLE ask_thread_new (
    id BLOB NOT NULL,
    asker TEXT NOT NULL,
    party TEXT NOT NULL,
    rep_id BLOB,
    party_id BLOB,
    subject TEXT NOT NULL,
    behaviour_key TEXT,
    hand_off_id BLOB,
    CONSTRAINT pk_ask_thread PRIMARY KEY (id),
    CONSTRAINT ck_ask_thread_asker_known CHECK (asker IN ('manager', 'rep')),
    CONSTRAINT ck_ask_thread_party_known CHECK (party IN ('rep', 'customer_contact', 'peer_manager', 'partner_department', 'own_manager')),
    CONSTRAINT ck_ask_thread_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT fk_ask_thread_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ask_thread_hand_off_id FOREIGN KEY(hand_off_id) REFERENCES hand_off (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO ask_thread_new (id, asker, party, rep_id, party_id, subject, behaviour_key, hand_off_id)
SELECT id, asker, party, rep_id, party_id, subject, behaviour_key, NULL
FROM ask_thread;

DROP TABLE ask_thread;

ALTER TABLE ask_thread_new RENAME TO ask_thread;

CREATE TABLE observation_new (
    id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    rep_id BLOB NOT NULL,
    day TEXT NOT NULL,
    recorded_day TEXT NOT NULL,
    account_id BLOB,
    team_id BLOB,
    partner_person_id BLOB,
    session_id BLOB,
    joint_visit_id BLOB,
    hand_off_id BLOB,
    joint_meeting_id BLOB,
    printed_document_id BLOB,
    situation TEXT,
    origin TEXT NOT NULL,
    comment TEXT NOT NULL,
    expectation_missed INTEGER NOT NULL,
    cause_code TEXT,
    cause_note TEXT NOT NULL,
    addenda TEXT NOT NULL,
    void_reason TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_observation PRIMARY KEY (id),
    CONSTRAINT ck_observation_situation_known CHECK (situation IN ('large_deal', 'strategic_account', 'global_account', 'inside_sales')),
    CONSTRAINT ck_observation_origin_known CHECK (origin IN ('in_person', 'call', 'document', 'told_by_partner', 'told_by_customer')),
    CONSTRAINT ck_observation_cause_code_known CHECK (cause_code IN ('rep', 'partner_capacity', 'customer_change', 'unclear_handoff', 'other')),
    CONSTRAINT ck_observation_state_known CHECK (state IN ('saved', 'voided')),
    CONSTRAINT ck_observation_not_in_the_future CHECK (day <= recorded_day),
    CONSTRAINT uq_observation_seq UNIQUE (seq),
    CONSTRAINT fk_observation_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_partner_person_id FOREIGN KEY(partner_person_id) REFERENCES partner_person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_session_id FOREIGN KEY(session_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_joint_visit_id FOREIGN KEY(joint_visit_id) REFERENCES joint_visit (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_hand_off_id FOREIGN KEY(hand_off_id) REFERENCES hand_off (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_joint_meeting_id FOREIGN KEY(joint_meeting_id) REFERENCES joint_meeting (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_printed_document_id FOREIGN KEY(printed_document_id) REFERENCES printed_document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO observation_new (id, seq, rep_id, day, recorded_day, account_id, team_id, partner_person_id, session_id, joint_visit_id, hand_off_id, joint_meeting_id, printed_document_id, situation, origin, comment, expectation_missed, cause_code, cause_note, addenda, void_reason, state)
SELECT id, seq, rep_id, day, recorded_day, account_id, team_id, partner_person_id, session_id, joint_visit_id, hand_off_id, NULL, printed_document_id, situation, origin, comment, expectation_missed, cause_code, cause_note, addenda, void_reason, state
FROM observation;

DROP TABLE observation;

ALTER TABLE observation_new RENAME TO observation;

CREATE TABLE share_new (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    print INTEGER NOT NULL,
    behaviour_key TEXT,
    account_id BLOB,
    hand_off_id BLOB,
    state TEXT NOT NULL,
    CONSTRAINT pk_share PRIMARY KEY (id),
    CONSTRAINT ck_share_kind_known CHECK (kind IN ('expertise', 'coaching', 'story', 'idea', 'suggestion', 'experience', 'wisdom', 'thought', 'feeling', 'wish')),
    CONSTRAINT ck_share_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_share_state_known CHECK (state IN ('given', 'voided')),
    CONSTRAINT fk_share_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_share_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_share_hand_off_id FOREIGN KEY(hand_off_id) REFERENCES hand_off (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO share_new (id, rep_id, kind, text, day, print, behaviour_key, account_id, hand_off_id, state)
SELECT id, rep_id, kind, text, day, print, behaviour_key, account_id, NULL, state
FROM share;

DROP TABLE share;

ALTER TABLE share_new RENAME TO share;

CREATE INDEX ix_capability_team ON capability (team_id);

CREATE INDEX ix_private_note_rep ON private_note (rep_id);

CREATE INDEX ix_account_intelligence_account ON account_intelligence_answer (account_id);

CREATE INDEX ix_commitment_origin ON commitment (origin_id);

CREATE INDEX ix_commitment_rep_state ON commitment (rep_id, state);

CREATE INDEX ix_commitment_state ON commitment (state);

CREATE INDEX ix_early_access_item_state ON early_access_item (state);

CREATE INDEX ix_early_access_item_team ON early_access_item (team_id);

CREATE INDEX ix_joint_meeting_account ON joint_meeting (account_id);

CREATE INDEX ix_joint_meeting_day ON joint_meeting (day);

CREATE INDEX ix_peer_agreement_team ON peer_agreement (team_id);

CREATE INDEX ix_peer_meeting_team ON peer_meeting (team_id);

CREATE INDEX ix_request_triage_team ON request_triage (team_id);

CREATE INDEX ix_hand_off_continues ON hand_off (continues_id);

CREATE INDEX ix_hand_off_rep_state ON hand_off (rep_id, state);

CREATE INDEX ix_hand_off_state ON hand_off (state);

CREATE INDEX ix_hand_off_team ON hand_off (team_id);

CREATE INDEX ix_peer_update_agreement ON peer_update (agreement_id);

CREATE INDEX ix_peer_update_meeting ON peer_update (meeting_id);

CREATE INDEX ix_pursuit_decision_opportunity ON pursuit_decision (opportunity_id);

CREATE INDEX ix_warm_introduction_team ON warm_introduction (from_team_id);

CREATE INDEX ix_ask_thread_hand_off ON ask_thread (hand_off_id);

CREATE INDEX ix_ask_thread_party ON ask_thread (party_id);

CREATE INDEX ix_observation_day ON observation (day);

CREATE INDEX ix_observation_rep_day ON observation (rep_id, day);

CREATE INDEX ix_observation_visit ON observation (joint_visit_id);

CREATE INDEX ix_share_rep ON share (rep_id);
