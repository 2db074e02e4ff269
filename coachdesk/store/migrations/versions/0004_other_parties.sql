CREATE TABLE peer_manager (
    id BLOB NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    team_id BLOB NOT NULL,
    contact TEXT NOT NULL,
    CONSTRAINT pk_peer_manager PRIMARY KEY (id),
    CONSTRAINT fk_peer_manager_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE contact (
    id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    name TEXT NOT NULL,
    buying_role TEXT NOT NULL,
    influence INTEGER,
    CONSTRAINT pk_contact PRIMARY KEY (id),
    CONSTRAINT ck_contact_buying_role_known CHECK (buying_role IN ('decides', 'influences', 'uses', 'checks', 'unknown')),
    CONSTRAINT ck_contact_influence_one_to_five CHECK (influence BETWEEN 1 AND 5),
    CONSTRAINT fk_contact_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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
    CONSTRAINT ck_commitment_origin_kind_known CHECK (origin_kind IN ('session', 'ask', 'mandate', 'hand_off', 'peer_agreement')),
    CONSTRAINT ck_commitment_state_known CHECK (state IN ('open', 'kept', 'kept_late', 'broken', 'withdrawn', 'void')),
    CONSTRAINT ck_commitment_due_after_agreed CHECK (agreed_day <= due_day),
    CONSTRAINT fk_commitment_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_commitment_peer_manager_id FOREIGN KEY(peer_manager_id) REFERENCES peer_manager (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO commitment_new (id, owner_side, rep_id, peer_manager_id, text, agreed_day, due_day, delivered_day, closed_day, renegotiated, reason, origin_kind, origin_id, state)
SELECT id, owner_side, rep_id, NULL, text, agreed_day, due_day, delivered_day, closed_day, renegotiated, reason, origin_kind, origin_id, state
FROM commitment;

DROP TABLE commitment;

ALTER TABLE commitment_new RENAME TO commitment;

CREATE TABLE ask_thread_new (
    id BLOB NOT NULL,
    asker TEXT NOT NULL,
    party TEXT NOT NULL,
    rep_id BLOB,
    party_id BLOB,
    subject TEXT NOT NULL,
    behaviour_key TEXT,
    CONSTRAINT pk_ask_thread PRIMARY KEY (id),
    CONSTRAINT ck_ask_thread_asker_known CHECK (asker IN ('manager', 'rep')),
    CONSTRAINT ck_ask_thread_party_known CHECK (party IN ('rep', 'customer_contact', 'peer_manager', 'partner_department', 'own_manager')),
    CONSTRAINT ck_ask_thread_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT fk_ask_thread_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

INSERT INTO ask_thread_new (id, asker, party, rep_id, party_id, subject, behaviour_key)
SELECT id, asker, party, rep_id, NULL, subject, behaviour_key
FROM ask_thread;

DROP TABLE ask_thread;

ALTER TABLE ask_thread_new RENAME TO ask_thread;

CREATE INDEX ix_commitment_origin ON commitment (origin_id);

CREATE INDEX ix_commitment_rep_state ON commitment (rep_id, state);

CREATE INDEX ix_commitment_state ON commitment (state);

CREATE INDEX ix_ask_thread_party ON ask_thread (party_id);
