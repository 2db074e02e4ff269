CREATE TABLE device (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_device PRIMARY KEY (id)
) STRICT;

CREATE TABLE partner_team (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    notice_days_wanted INTEGER,
    measured_on TEXT NOT NULL,
    active INTEGER NOT NULL,
    CONSTRAINT pk_partner_team PRIMARY KEY (id),
    CONSTRAINT ck_partner_team_kind_known CHECK (kind IN ('product_sales', 'account_management', 'operations', 'creative', 'marketing', 'research', 'services', 'other'))
) STRICT;

CREATE TABLE print_queue_item (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT,
    subject_id BLOB,
    asked_day TEXT NOT NULL,
    copies INTEGER NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_print_queue_item PRIMARY KEY (id),
    CONSTRAINT ck_print_queue_item_kind_known CHECK (kind IN ('a', 'b', 'c', 'd', 'e', 'f', 'g')),
    CONSTRAINT ck_print_queue_item_subject_kind_known CHECK (subject_kind IN ('session', 'rep', 'peer_agreement', 'partner_team', 'joint_meeting')),
    CONSTRAINT ck_print_queue_item_state_known CHECK (state IN ('waiting', 'printed', 'dropped'))
) STRICT;

CREATE TABLE printed_document (
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT,
    subject_id BLOB,
    day TEXT NOT NULL,
    means TEXT NOT NULL,
    form_number INTEGER,
    sha256 TEXT NOT NULL,
    content_version INTEGER NOT NULL,
    CONSTRAINT pk_printed_document PRIMARY KEY (id),
    CONSTRAINT ck_printed_document_kind_known CHECK (kind IN ('a', 'b', 'c', 'd', 'e', 'f', 'g')),
    CONSTRAINT ck_printed_document_subject_kind_known CHECK (subject_kind IN ('session', 'rep', 'peer_agreement', 'partner_team', 'joint_meeting')),
    CONSTRAINT ck_printed_document_means_known CHECK (means IN ('print', 'file', 'clipboard')),
    CONSTRAINT uq_printed_document_form_number UNIQUE (form_number)
) STRICT;

CREATE TABLE rep (
    id BLOB NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    role TEXT NOT NULL,
    employed TEXT NOT NULL,
    language TEXT,
    session_rhythm_days INTEGER NOT NULL,
    slot_weekday INTEGER,
    slot_time TEXT,
    slot_minutes INTEGER NOT NULL,
    sort_order INTEGER NOT NULL,
    away TEXT NOT NULL,
    CONSTRAINT pk_rep PRIMARY KEY (id)
) STRICT;

CREATE TABLE workspace (
    id BLOB NOT NULL,
    manager_name TEXT NOT NULL,
    company_name TEXT NOT NULL,
    locale TEXT NOT NULL,
    paper TEXT NOT NULL,
    settings TEXT NOT NULL,
    kind TEXT NOT NULL,
    sample_day TEXT,
    away TEXT NOT NULL,
    CONSTRAINT pk_workspace PRIMARY KEY (id),
    CONSTRAINT ck_workspace_paper_known CHECK (paper IN ('A4', 'Letter')),
    CONSTRAINT ck_workspace_kind_known CHECK (kind IN ('own', 'sample'))
) STRICT;

CREATE TABLE account (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    industry TEXT,
    size_class TEXT,
    situation TEXT,
    owner_rep_id BLOB,
    selection_stage TEXT,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT ck_account_size_class_known CHECK (size_class IN ('small', 'medium', 'large')),
    CONSTRAINT ck_account_situation_known CHECK (situation IN ('large_deal', 'strategic_account', 'global_account', 'inside_sales')),
    CONSTRAINT ck_account_selection_stage_known CHECK (selection_stage IN ('recognise', 'define', 'compare', 'decide', 'use', 'review')),
    CONSTRAINT fk_account_owner_rep_id FOREIGN KEY(owner_rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE ask_thread (
    id BLOB NOT NULL,
    asker TEXT NOT NULL,
    party TEXT NOT NULL,
    rep_id BLOB,
    subject TEXT NOT NULL,
    behaviour_key TEXT,
    CONSTRAINT pk_ask_thread PRIMARY KEY (id),
    CONSTRAINT ck_ask_thread_asker_known CHECK (asker IN ('manager', 'rep')),
    CONSTRAINT ck_ask_thread_party_known CHECK (party IN ('rep', 'customer_contact', 'peer_manager', 'partner_department', 'own_manager')),
    CONSTRAINT ck_ask_thread_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT fk_ask_thread_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE coaching_session (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    day TEXT NOT NULL,
    start TEXT,
    minutes INTEGER NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    moved_from_id BLOB,
    who_asked TEXT,
    reason TEXT NOT NULL,
    preparation TEXT NOT NULL,
    question_ids TEXT NOT NULL,
    own_questions TEXT NOT NULL,
    focus_behaviour_key TEXT,
    expectation TEXT NOT NULL,
    in_it_for_customer TEXT NOT NULL,
    in_it_for_rep TEXT NOT NULL,
    in_it_for_partner TEXT NOT NULL,
    seen_how TEXT NOT NULL,
    buy_in TEXT,
    summary TEXT NOT NULL,
    rep_words TEXT NOT NULL,
    rep_usefulness INTEGER,
    wrapped_up_on TEXT,
    received_on TEXT,
    received_means TEXT,
    summary_brief TEXT,
    left_out TEXT NOT NULL,
    addenda TEXT NOT NULL,
    CONSTRAINT pk_coaching_session PRIMARY KEY (id),
    CONSTRAINT ck_coaching_session_kind_known CHECK (kind IN ('one_on_one', 'joint_visit_review', 'quarterly')),
    CONSTRAINT ck_coaching_session_state_known CHECK (state IN ('planned', 'prepared', 'running', 'held', 'wrapped_up', 'moved', 'cancelled')),
    CONSTRAINT ck_coaching_session_who_asked_known CHECK (who_asked IN ('manager', 'rep', 'other')),
    CONSTRAINT ck_coaching_session_focus_behaviour_key_known CHECK (focus_behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_coaching_session_buy_in_known CHECK (buy_in IN ('not_yet', 'willing', 'owns')),
    CONSTRAINT ck_coaching_session_received_means_known CHECK (received_means IN ('signature', 'handed_over')),
    CONSTRAINT uq_coaching_session_moved_from_id UNIQUE (moved_from_id),
    CONSTRAINT fk_coaching_session_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_coaching_session_moved_from_id FOREIGN KEY(moved_from_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE commitment (
    id BLOB NOT NULL,
    owner_side TEXT NOT NULL,
    rep_id BLOB,
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
    CONSTRAINT fk_commitment_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE journal_entry (
    n INTEGER NOT NULL,
    at TEXT NOT NULL,
    device_id BLOB NOT NULL,
    stamp INTEGER NOT NULL,
    kind TEXT NOT NULL,
    command TEXT NOT NULL,
    inverts INTEGER,
    CONSTRAINT pk_journal_entry PRIMARY KEY (n),
    CONSTRAINT ck_journal_entry_kind_known CHECK (kind IN ('do', 'undo', 'redo', 'print', 'load')),
    CONSTRAINT fk_journal_entry_device_id FOREIGN KEY(device_id) REFERENCES device (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE partner_person (
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    team_id BLOB NOT NULL,
    value_we_know TEXT NOT NULL,
    value_they_know TEXT NOT NULL,
    CONSTRAINT pk_partner_person PRIMARY KEY (id),
    CONSTRAINT fk_partner_person_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE private_note (
    id BLOB NOT NULL,
    about TEXT NOT NULL,
    about_id BLOB NOT NULL,
    rep_id BLOB,
    aspect TEXT,
    day TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_private_note PRIMARY KEY (id),
    CONSTRAINT ck_private_note_about_known CHECK (about IN ('rep', 'contact', 'session', 'ask', 'trust', 'concern', 'peer_update')),
    CONSTRAINT ck_private_note_aspect_known CHECK (aspect IN ('relationship', 'respect', 'credibility', 'last_time', 'promises', 'behaviour', 'questions', 'expectation')),
    CONSTRAINT fk_private_note_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE agenda_item (
    id BLOB NOT NULL,
    session_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    whose TEXT NOT NULL,
    kind TEXT NOT NULL,
    carried_from_id BLOB,
    text TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    ticked INTEGER NOT NULL,
    CONSTRAINT pk_agenda_item PRIMARY KEY (id),
    CONSTRAINT ck_agenda_item_whose_known CHECK (whose IN ('rep', 'manager')),
    CONSTRAINT ck_agenda_item_kind_known CHECK (kind IN ('rep', 'promises', 'behaviour', 'next', 'other')),
    CONSTRAINT fk_agenda_item_session_id FOREIGN KEY(session_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_agenda_item_carried_from_id FOREIGN KEY(carried_from_id) REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE ask (
    id BLOB NOT NULL,
    thread_id BLOB NOT NULL,
    form TEXT,
    text TEXT NOT NULL,
    how TEXT NOT NULL,
    day TEXT NOT NULL,
    first_due_day TEXT,
    due_day TEXT,
    help TEXT NOT NULL,
    help_none INTEGER NOT NULL,
    help_commitment_id BLOB,
    done_day TEXT,
    closed_day TEXT,
    reason TEXT NOT NULL,
    rep_view TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_ask PRIMARY KEY (id),
    CONSTRAINT ck_ask_form_known CHECK (form IN ('question', 'challenge', 'loss_of_faith')),
    CONSTRAINT ck_ask_state_known CHECK (state IN ('draft', 'open', 'met', 'met_late', 'unmet', 'void', 'withdrawn')),
    CONSTRAINT fk_ask_thread_id FOREIGN KEY(thread_id) REFERENCES ask_thread (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_ask_help_commitment_id FOREIGN KEY(help_commitment_id) REFERENCES commitment (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE draft (
    id BLOB NOT NULL,
    source TEXT NOT NULL,
    raw TEXT NOT NULL,
    rep_id BLOB,
    account_id BLOB,
    team_id BLOB,
    partner_person_id BLOB,
    behaviour_key TEXT,
    value INTEGER,
    day TEXT NOT NULL,
    comment TEXT NOT NULL,
    session_id BLOB,
    printed_document_id BLOB,
    content TEXT,
    private INTEGER NOT NULL,
    state TEXT NOT NULL,
    became_id BLOB,
    CONSTRAINT pk_draft PRIMARY KEY (id),
    CONSTRAINT ck_draft_source_known CHECK (source IN ('capture', 'form_code', 'session_note', 'unsaved')),
    CONSTRAINT ck_draft_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_draft_state_known CHECK (state IN ('waiting', 'promoted', 'discarded')),
    CONSTRAINT fk_draft_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_team_id FOREIGN KEY(team_id) REFERENCES partner_team (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_partner_person_id FOREIGN KEY(partner_person_id) REFERENCES partner_person (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_session_id FOREIGN KEY(session_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_printed_document_id FOREIGN KEY(printed_document_id) REFERENCES printed_document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE hand_off (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    team_id BLOB NOT NULL,
    partner_person_id BLOB,
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
    CONSTRAINT fk_hand_off_partner_person_id FOREIGN KEY(partner_person_id) REFERENCES partner_person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE journal_change (
    entry INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entity_id BLOB NOT NULL,
    rep_id BLOB,
    "before" TEXT,
    CONSTRAINT pk_journal_change PRIMARY KEY (entry, position),
    CONSTRAINT fk_journal_change_entry FOREIGN KEY(entry) REFERENCES journal_entry (n)
) STRICT;

CREATE TABLE mandate (
    id BLOB NOT NULL,
    thread_id BLOB NOT NULL,
    trigger_ids TEXT NOT NULL,
    what TEXT NOT NULL,
    how TEXT NOT NULL,
    day TEXT NOT NULL,
    due_day TEXT NOT NULL,
    ladder_skipped INTEGER NOT NULL,
    skip_reason TEXT NOT NULL,
    done_day TEXT,
    closed_day TEXT,
    reason TEXT NOT NULL,
    rep_view TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_mandate PRIMARY KEY (id),
    CONSTRAINT ck_mandate_state_known CHECK (state IN ('open', 'met', 'met_late', 'unmet', 'withdrawn')),
    CONSTRAINT fk_mandate_thread_id FOREIGN KEY(thread_id) REFERENCES ask_thread (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE session_note (
    id BLOB NOT NULL,
    session_id BLOB NOT NULL,
    "order" INTEGER NOT NULL,
    time TEXT NOT NULL,
    mark TEXT NOT NULL,
    text TEXT NOT NULL,
    created_kind TEXT,
    created_id BLOB,
    print INTEGER NOT NULL,
    CONSTRAINT pk_session_note PRIMARY KEY (id),
    CONSTRAINT ck_session_note_mark_known CHECK (mark IN ('ask', 'share', 'mandate', 'commitment', 'observation', 'private', 'none')),
    CONSTRAINT ck_session_note_created_kind_known CHECK (created_kind IN ('ask', 'share', 'mandate', 'commitment', 'observation', 'draft', 'private_note')),
    CONSTRAINT ck_session_note_private_is_empty CHECK (mark <> 'private' OR (text = '' AND print = 0)),
    CONSTRAINT fk_session_note_session_id FOREIGN KEY(session_id) REFERENCES coaching_session (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE share (
    id BLOB NOT NULL,
    rep_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    day TEXT NOT NULL,
    print INTEGER NOT NULL,
    behaviour_key TEXT,
    account_id BLOB,
    state TEXT NOT NULL,
    CONSTRAINT pk_share PRIMARY KEY (id),
    CONSTRAINT ck_share_kind_known CHECK (kind IN ('expertise', 'coaching', 'story', 'idea', 'suggestion', 'experience', 'wisdom', 'thought', 'feeling', 'wish')),
    CONSTRAINT ck_share_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_share_state_known CHECK (state IN ('given', 'voided')),
    CONSTRAINT fk_share_rep_id FOREIGN KEY(rep_id) REFERENCES rep (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_share_account_id FOREIGN KEY(account_id) REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE observation (
    id BLOB NOT NULL,
    seq INTEGER NOT NULL,
    rep_id BLOB NOT NULL,
    day TEXT NOT NULL,
    recorded_day TEXT NOT NULL,
    account_id BLOB,
    team_id BLOB,
    partner_person_id BLOB,
    session_id BLOB,
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
    CONSTRAINT fk_observation_hand_off_id FOREIGN KEY(hand_off_id) REFERENCES hand_off (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_observation_printed_document_id FOREIGN KEY(printed_document_id) REFERENCES printed_document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE gain_statement (
    id BLOB NOT NULL,
    hand_off_id BLOB,
    observation_id BLOB,
    side TEXT NOT NULL,
    outcome TEXT NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_gain_statement PRIMARY KEY (id),
    CONSTRAINT ck_gain_statement_side_known CHECK (side IN ('customer', 'rep', 'partner')),
    CONSTRAINT ck_gain_statement_outcome_known CHECK (outcome IN ('won', 'neutral', 'lost', 'unknown')),
    CONSTRAINT ck_gain_statement_one_parent CHECK ((hand_off_id IS NULL) <> (observation_id IS NULL)),
    CONSTRAINT uq_gain_statement_hand_off_id UNIQUE (hand_off_id, side),
    CONSTRAINT uq_gain_statement_observation_id UNIQUE (observation_id, side),
    CONSTRAINT fk_gain_statement_hand_off_id FOREIGN KEY(hand_off_id) REFERENCES hand_off (id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_gain_statement_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE rating (
    id BLOB NOT NULL,
    observation_id BLOB NOT NULL,
    behaviour_key TEXT NOT NULL,
    value INTEGER NOT NULL,
    words TEXT NOT NULL,
    anchor_version INTEGER NOT NULL,
    CONSTRAINT pk_rating PRIMARY KEY (id),
    CONSTRAINT ck_rating_behaviour_key_known CHECK (behaviour_key IN ('need_identification', 'value_positioning', 'transition', 'follow_through', 'all_win', 'empathy', 'early_access', 'qualify_the_work', 'collaboration')),
    CONSTRAINT ck_rating_one_to_five CHECK (value BETWEEN 1 AND 5),
    CONSTRAINT uq_rating_observation_id UNIQUE (observation_id, behaviour_key),
    CONSTRAINT fk_rating_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX ix_coaching_session_day ON coaching_session (day);

CREATE INDEX ix_coaching_session_rep_day ON coaching_session (rep_id, day);

CREATE INDEX ix_coaching_session_state ON coaching_session (state);

CREATE INDEX ix_commitment_rep_state ON commitment (rep_id, state);

CREATE INDEX ix_commitment_state ON commitment (state);

CREATE INDEX ix_private_note_rep ON private_note (rep_id);

CREATE INDEX ix_agenda_item_session ON agenda_item (session_id);

CREATE INDEX ix_ask_thread ON ask (thread_id);

CREATE INDEX ix_hand_off_rep_state ON hand_off (rep_id, state);

CREATE INDEX ix_hand_off_state ON hand_off (state);

CREATE INDEX ix_journal_change_entity ON journal_change (entity_id);

CREATE INDEX ix_mandate_thread ON mandate (thread_id);

CREATE INDEX ix_session_note_session ON session_note (session_id);

CREATE INDEX ix_share_rep ON share (rep_id);

CREATE INDEX ix_observation_day ON observation (day);

CREATE INDEX ix_observation_rep_day ON observation (rep_id, day);

CREATE INDEX ix_rating_observation ON rating (observation_id, value);
