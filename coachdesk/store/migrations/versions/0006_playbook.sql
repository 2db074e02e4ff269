CREATE TABLE change_story (
    id BLOB NOT NULL,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    in_it_for_you TEXT NOT NULL,
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    when_day TEXT,
    heard_by TEXT NOT NULL,
    evangelist_ids TEXT NOT NULL,
    ended_on TEXT,
    CONSTRAINT pk_change_story PRIMARY KEY (id)
) STRICT;

CREATE TABLE guide_question (
    id BLOB NOT NULL,
    item TEXT NOT NULL,
    question TEXT NOT NULL,
    good TEXT NOT NULL,
    CONSTRAINT pk_guide_question PRIMARY KEY (id),
    CONSTRAINT ck_guide_question_item_known CHECK (item IN ('H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8', 'H9')),
    CONSTRAINT uq_guide_question_item UNIQUE (item)
) STRICT;

CREATE TABLE interview (
    id BLOB NOT NULL,
    candidate_code TEXT NOT NULL,
    position TEXT NOT NULL,
    day TEXT NOT NULL,
    erase_on TEXT,
    decision TEXT NOT NULL,
    decided_on TEXT,
    state TEXT NOT NULL,
    CONSTRAINT pk_interview PRIMARY KEY (id),
    CONSTRAINT ck_interview_state_known CHECK (state IN ('open', 'compared', 'decided'))
) STRICT;

CREATE TABLE model_look (
    id BLOB NOT NULL,
    month TEXT NOT NULL,
    day TEXT NOT NULL,
    marks TEXT NOT NULL,
    CONSTRAINT pk_model_look PRIMARY KEY (id),
    CONSTRAINT uq_model_look_month UNIQUE (month)
) STRICT;

CREATE TABLE model_point (
    id BLOB NOT NULL,
    text TEXT NOT NULL,
    sort_order INTEGER NOT NULL,
    added_day TEXT NOT NULL,
    ended_on TEXT,
    CONSTRAINT pk_model_point PRIMARY KEY (id)
) STRICT;

CREATE TABLE playbook_question (
    id BLOB NOT NULL,
    "key" TEXT NOT NULL,
    text TEXT NOT NULL,
    purpose TEXT NOT NULL,
    behaviour_key TEXT,
    style TEXT NOT NULL,
    stage TEXT,
    is_favourite INTEGER NOT NULL,
    is_retired INTEGER NOT NULL,
    added_day TEXT,
    CONSTRAINT pk_playbook_question PRIMARY KEY (id),
    CONSTRAINT ck_playbook_question_purpose_known CHECK (purpose IN ('prepare', 'explore', 'commit', 'follow_up')),
    CONSTRAINT ck_playbook_question_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_playbook_question_style_known CHECK (style IN ('ask', 'share')),
    CONSTRAINT ck_playbook_question_stage_known CHECK (stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT uq_playbook_question_key UNIQUE ("key")
) STRICT;

CREATE TABLE rule_sheet_entry (
    id BLOB NOT NULL,
    subject TEXT NOT NULL,
    rule TEXT NOT NULL,
    boundary TEXT NOT NULL,
    limitation TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    replaces_id BLOB,
    ended_on TEXT,
    CONSTRAINT pk_rule_sheet_entry PRIMARY KEY (id),
    CONSTRAINT uq_rule_sheet_entry_replaces_id UNIQUE (replaces_id),
    CONSTRAINT fk_rule_sheet_entry_replaces_id FOREIGN KEY(replaces_id) REFERENCES rule_sheet_entry (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE situation_expectation (
    id BLOB NOT NULL,
    situation TEXT NOT NULL,
    title TEXT NOT NULL,
    principle TEXT NOT NULL,
    expected TEXT NOT NULL,
    compete TEXT NOT NULL,
    collaborate TEXT NOT NULL,
    emphasis TEXT NOT NULL,
    edited_day TEXT NOT NULL,
    version INTEGER NOT NULL,
    is_archived INTEGER NOT NULL,
    CONSTRAINT pk_situation_expectation PRIMARY KEY (id),
    CONSTRAINT uq_situation_expectation_situation UNIQUE (situation, version)
) STRICT;

CREATE TABLE stage_wording (
    id BLOB NOT NULL,
    stage TEXT NOT NULL,
    customer_stage TEXT NOT NULL,
    funnel_stage TEXT NOT NULL,
    customer_question TEXT NOT NULL,
    coach_on TEXT NOT NULL,
    coaching_focus TEXT NOT NULL,
    CONSTRAINT pk_stage_wording PRIMARY KEY (id),
    CONSTRAINT ck_stage_wording_stage_known CHECK (stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT uq_stage_wording_stage UNIQUE (stage)
) STRICT;

CREATE TABLE adoption_concern (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    change_story_id BLOB,
    day TEXT NOT NULL,
    concern TEXT NOT NULL,
    answer TEXT NOT NULL,
    verdict TEXT,
    print INTEGER NOT NULL,
    CONSTRAINT pk_adoption_concern PRIMARY KEY (id),
    CONSTRAINT ck_adoption_concern_verdict_known CHECK (verdict IN ('valid', 'excuse')),
    CONSTRAINT fk_adoption_concern_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_adoption_concern_change_story_id FOREIGN KEY(change_story_id) REFERENCES change_story (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE interview_sheet (
    id BLOB NOT NULL,
    interview_id BLOB NOT NULL,
    interviewer TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    answers TEXT NOT NULL,
    closed_day TEXT,
    CONSTRAINT pk_interview_sheet PRIMARY KEY (id),
    CONSTRAINT ck_interview_sheet_at_most_two CHECK ("order" IN (1, 2)),
    CONSTRAINT fk_interview_sheet_interview_id FOREIGN KEY(interview_id) REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE lesson (
    id BLOB NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    change_story_id BLOB,
    behaviour_key TEXT,
    read_by TEXT NOT NULL,
    added_day TEXT NOT NULL,
    CONSTRAINT pk_lesson PRIMARY KEY (id),
    CONSTRAINT ck_lesson_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT fk_lesson_change_story_id FOREIGN KEY(change_story_id) REFERENCES change_story (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE rule_acknowledgement (
    id BLOB NOT NULL,
    rule_sheet_entry_id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    day TEXT NOT NULL,
    CONSTRAINT pk_rule_acknowledgement PRIMARY KEY (id),
    CONSTRAINT uq_rule_acknowledgement_rule_sheet_entry_id UNIQUE (rule_sheet_entry_id, rep_id),
    CONSTRAINT fk_rule_acknowledgement_rule_sheet_entry_id FOREIGN KEY(rule_sheet_entry_id) REFERENCES rule_sheet_entry (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_rule_acknowledgement_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE expectation_agreement (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    situation TEXT NOT NULL,
    explained_day TEXT,
    in_it_for_rep TEXT NOT NULL,
    rep_words TEXT NOT NULL,
    bought_in TEXT NOT NULL,
    inspected_how TEXT NOT NULL,
    inspect_every_days INTEGER,
    version INTEGER NOT NULL,
    agreed_in_id BLOB,
    inspections TEXT NOT NULL,
    CONSTRAINT pk_expectation_agreement PRIMARY KEY (id),
    CONSTRAINT ck_expectation_agreement_bought_in_known CHECK (bought_in IN ('not_yet', 'willing', 'owns')),
    CONSTRAINT uq_expectation_agreement_rep_id UNIQUE (rep_id, situation),
    CONSTRAINT fk_expectation_agreement_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_expectation_agreement_agreed_in_id FOREIGN KEY(agreed_in_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE account_new (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    industry TEXT,
    size_class TEXT,
    situation TEXT,
    owner_rep_id BLOB,
    selection_stage TEXT,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT ck_account_size_class_known CHECK (size_class IN ('small', 'medium', 'large')),
    CONSTRAINT ck_account_selection_stage_known CHECK (selection_stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT fk_account_owner_rep_id FOREIGN KEY(owner_rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO account_new (id, name, industry, size_class, situation, owner_rep_id, selection_stage)
SELECT id, name, industry, size_class, situation, owner_rep_id, selection_stage
FROM account;

DROP TABLE account;

ALTER TABLE account_new RENAME TO account;

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
SELECT id, seq, rep_id, day, recorded_day, account_id, team_id, partner_person_id, session_id, joint_visit_id, hand_off_id, joint_meeting_id, printed_document_id, situation, origin, comment, expectation_missed, cause_code, cause_note, addenda, void_reason, state
FROM observation;

DROP TABLE observation;

ALTER TABLE observation_new RENAME TO observation;

CREATE INDEX ix_adoption_concern_rep ON adoption_concern (rep_id);

CREATE INDEX ix_interview_sheet_interview ON interview_sheet (interview_id);

CREATE INDEX ix_rule_acknowledgement_rep ON rule_acknowledgement (rep_id);

CREATE INDEX ix_expectation_agreement_rep ON expectation_agreement (rep_id);

CREATE INDEX ix_observation_day ON observation (day);

CREATE INDEX ix_observation_rep_day ON observation (rep_id, day);

CREATE INDEX ix_observation_visit ON observation (joint_visit_id);
