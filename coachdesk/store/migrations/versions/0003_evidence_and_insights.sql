CREATE TABLE behaviour_definition (
    id BLOB NOT NULL,
    "key" TEXT NOT NULL,
    title TEXT NOT NULL,
    definition TEXT NOT NULL,
    cues TEXT NOT NULL,
    anchors TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_behaviour_definition PRIMARY KEY (id),
    CONSTRAINT ck_behaviour_definition_key_known CHECK (key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT uq_behaviour_definition_key UNIQUE ("key", version)
) STRICT;

CREATE TABLE self_rating (
    id BLOB NOT NULL,
    observation_id BLOB NOT NULL,
    behaviour_key TEXT NOT NULL,
    value INTEGER NOT NULL,
    day TEXT NOT NULL,
    CONSTRAINT pk_self_rating PRIMARY KEY (id),
    CONSTRAINT ck_self_rating_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_self_rating_one_to_five CHECK (value BETWEEN 1 AND 5),
    CONSTRAINT uq_self_rating_observation_id UNIQUE (observation_id, behaviour_key),
    CONSTRAINT fk_self_rating_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE opportunity (
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    title TEXT NOT NULL,
    selection_stage TEXT,
    opened_day TEXT NOT NULL,
    closed_day TEXT,
    result TEXT NOT NULL,
    CONSTRAINT pk_opportunity PRIMARY KEY (id),
    CONSTRAINT ck_opportunity_selection_stage_known CHECK (selection_stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT ck_opportunity_result_known CHECK (result IN ('open', 'won', 'lost', 'no_decision', 'released')),
    CONSTRAINT ck_opportunity_closed_after_opened CHECK (opened_day <= closed_day),
    CONSTRAINT fk_opportunity_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE opportunity_review (
    id BLOB NOT NULL,
    opportunity_id BLOB NOT NULL,
    day TEXT NOT NULL,
    outcome TEXT NOT NULL,
    tangible TEXT NOT NULL,
    intangible TEXT NOT NULL,
    collaboration TEXT NOT NULL,
    CONSTRAINT pk_opportunity_review PRIMARY KEY (id),
    CONSTRAINT ck_opportunity_review_outcome_known CHECK (outcome IN ('won', 'lost')),
    CONSTRAINT uq_opportunity_review_opportunity_id UNIQUE (opportunity_id),
    CONSTRAINT fk_opportunity_review_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE activity (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    opportunity_id BLOB,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    prepared INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    CONSTRAINT pk_activity PRIMARY KEY (id),
    CONSTRAINT ck_activity_kind_known CHECK (kind IN ('call', 'visit', 'joint_meeting', 'proposal', 'review', 'introduction')),
    CONSTRAINT ck_activity_outcome_known CHECK (outcome IN ('advanced', 'held', 'back', 'none_recorded')),
    CONSTRAINT fk_activity_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_activity_opportunity_id FOREIGN KEY(opportunity_id) REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE label_snapshot (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    behaviour_key TEXT NOT NULL,
    eval_day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    n INTEGER NOT NULL,
    x INTEGER NOT NULL,
    accounts INTEGER NOT NULL,
    weeks INTEGER NOT NULL,
    lo REAL,
    hi REAL,
    finding TEXT NOT NULL,
    label TEXT NOT NULL,
    settings TEXT NOT NULL,
    cause TEXT NOT NULL,
    CONSTRAINT pk_label_snapshot PRIMARY KEY (id),
    CONSTRAINT ck_label_snapshot_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_label_snapshot_finding_known CHECK (finding IN ('not_enough', 'strength', 'focus', 'unclear')),
    CONSTRAINT ck_label_snapshot_label_known CHECK (label IN ('Strength', 'Focus', 'not enough evidence')),
    CONSTRAINT ck_label_snapshot_cause_known CHECK (cause IN ('monthly', 'amend', 'void')),
    CONSTRAINT uq_label_snapshot_rep_id UNIQUE (rep_id, behaviour_key, eval_day, revision),
    CONSTRAINT fk_label_snapshot_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE shift_note (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    behaviour_key TEXT NOT NULL,
    observation_id BLOB NOT NULL,
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_shift_note PRIMARY KEY (id),
    CONSTRAINT ck_shift_note_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT uq_shift_note_observation_id UNIQUE (observation_id, behaviour_key),
    CONSTRAINT fk_shift_note_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_shift_note_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE coaching_plan (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    behaviour_key TEXT NOT NULL,
    good_looks_like TEXT NOT NULL,
    start_day TEXT NOT NULL,
    start_x INTEGER NOT NULL,
    start_n INTEGER NOT NULL,
    sessions_planned INTEGER NOT NULL,
    sessions TEXT NOT NULL,
    stop_reason TEXT,
    stop_note TEXT NOT NULL,
    stopped_day TEXT,
    CONSTRAINT pk_coaching_plan PRIMARY KEY (id),
    CONSTRAINT ck_coaching_plan_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_coaching_plan_stop_reason_known CHECK (stop_reason IN ('reached', 'changed', 'dropped')),
    CONSTRAINT ck_coaching_plan_x_of_n CHECK (start_x BETWEEN 0 AND start_n),
    CONSTRAINT fk_coaching_plan_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE reflection (
    id BLOB NOT NULL,
    month TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    CONSTRAINT pk_reflection PRIMARY KEY (id),
    CONSTRAINT uq_reflection_month UNIQUE (month)
) STRICT;

CREATE INDEX ix_opportunity_account ON opportunity (account_id);

CREATE INDEX ix_activity_rep_day ON activity (rep_id, day);

CREATE INDEX ix_coaching_plan_rep ON coaching_plan (rep_id);
