CREATE TABLE joint_visit (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    team_id BLOB,
    day TEXT NOT NULL,
    start TEXT,
    watch_keys TEXT NOT NULL,
    speaks_first TEXT NOT NULL,
    talk_share_pct INTEGER,
    rep_saw TEXT NOT NULL,
    manager_saw TEXT NOT NULL,
    keep TEXT NOT NULL,
    change TEXT NOT NULL,
    session_id BLOB,
    state TEXT NOT NULL,
    CONSTRAINT pk_joint_visit PRIMARY KEY (id),
    CONSTRAINT ck_joint_visit_speaks_first_known CHECK (speaks_first IN ('rep', 'partner', 'manager')),
    CONSTRAINT ck_joint_visit_state_known CHECK (state IN ('planned', 'held', 'cancelled')),
    CONSTRAINT fk_joint_visit_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_joint_visit_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_joint_visit_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_joint_visit_session_id FOREIGN KEY(session_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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
    CONSTRAINT fk_observation_printed_document_id FOREIGN KEY(printed_document_id) REFERENCES printed_document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO observation_new (id, seq, rep_id, day, recorded_day, account_id,
    team_id, partner_person_id, session_id, joint_visit_id, hand_off_id, printed_document_id,
    situation, origin, comment, expectation_missed, cause_code, cause_note,
    addenda, void_reason, state)
SELECT id, seq, rep_id, day, recorded_day, account_id,
    team_id, partner_person_id, session_id, NULL, hand_off_id, printed_document_id,
    situation, origin, comment, expectation_missed, cause_code, cause_note,
    addenda, void_reason, state
FROM observation;

DROP TABLE observation;

ALTER TABLE observation_new RENAME TO observation;

CREATE TABLE search_doc (
    n INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entity_id BLOB NOT NULL,
    parent_id BLOB,
    rep_id BLOB,
    account_id BLOB,
    team_id BLOB,
    day TEXT,
    CONSTRAINT pk_search_doc PRIMARY KEY (n),
    CONSTRAINT uq_search_doc_entity_id UNIQUE (entity_id)
) STRICT;

CREATE TABLE search_mark (
    version INTEGER NOT NULL,
    CONSTRAINT pk_search_mark PRIMARY KEY (version)
) STRICT;

CREATE VIRTUAL TABLE search_text USING fts5(words, prefix='2 3');

INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);

CREATE INDEX ix_joint_visit_rep_day ON joint_visit (rep_id, day);

CREATE INDEX ix_joint_visit_state ON joint_visit (state);

CREATE INDEX ix_observation_day ON observation (day);

CREATE INDEX ix_observation_rep_day ON observation (rep_id, day);

CREATE INDEX ix_observation_visit ON observation (joint_visit_id);

CREATE INDEX ix_search_doc_day ON search_doc (day);

CREATE INDEX ix_search_doc_entity ON search_doc (entity);

CREATE INDEX ix_search_doc_parent ON search_doc (parent_id);

CREATE INDEX ix_journal_change_rep ON journal_change (rep_id, entry);
