-- Made by `npm run tables` from db/migrations. For reading, not for running.

CREATE EXTENSION btree_gin;

CREATE EXTENSION pg_trgm;

CREATE EXTENSION unaccent;

CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  login text NOT NULL,
  display_name text NOT NULL,
  email text,
  password_hash text NOT NULL,
  totp_secret text,
  totp_pending_secret text,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  recovery_code_hashes text[] DEFAULT '{}'::text[] NOT NULL,
  must_change_password boolean DEFAULT false NOT NULL,
  disabled_at timestamp with time zone,
  disabled_reason text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  is_system boolean DEFAULT false NOT NULL,
  CONSTRAINT account_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX account_login ON public.account USING btree (lower(login));
GRANT delete, insert, select, update ON account TO doi_thoai;

CREATE TABLE account_mail (
  account_id bigint NOT NULL,
  digest boolean DEFAULT true NOT NULL,
  at_once boolean DEFAULT false NOT NULL,
  calendar_nonce text,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT account_mail_pkey PRIMARY KEY (account_id),
  CONSTRAINT account_mail_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
GRANT insert, select, update ON account_mail TO doi_thoai;

CREATE TABLE account_told (
  authority_id bigint NOT NULL,
  account_id bigint NOT NULL,
  up_to_id bigint NOT NULL,
  CONSTRAINT account_told_pkey PRIMARY KEY (authority_id, account_id),
  CONSTRAINT account_told_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT account_told_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
GRANT insert, select, update ON account_told TO doi_thoai;

CREATE TABLE agency (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  parent_id bigint,
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL,
  role_key text,
  level text NOT NULL,
  external boolean DEFAULT false NOT NULL,
  from_day date NOT NULL,
  to_day date,
  email text,
  phone text,
  address text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT agency_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT agency_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  CONSTRAINT agency_level_check CHECK ((level = ANY (ARRAY['village'::text, 'commune'::text, 'district'::text, 'province'::text, 'central'::text, 'other'::text]))),
  CONSTRAINT agency_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT agency_authority_id_parent_id_fkey FOREIGN KEY (authority_id, parent_id) REFERENCES agency(authority_id, id)
);
CREATE INDEX agency_role ON public.agency USING btree (authority_id, role_key);
CREATE TRIGGER agency_copies AFTER UPDATE ON public.agency REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_agencies();
GRANT delete, insert, select, update ON agency TO doi_thoai;

CREATE TABLE agency_succession (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  from_agency_id bigint NOT NULL,
  to_agency_id bigint NOT NULL,
  on_day date NOT NULL,
  basis text NOT NULL,
  handed_over jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT agency_succession_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT agency_succession_authority_id_from_agency_id_key UNIQUE (authority_id, from_agency_id),
  CONSTRAINT agency_succession_check CHECK ((from_agency_id <> to_agency_id)),
  CONSTRAINT agency_succession_authority_id_from_agency_id_fkey FOREIGN KEY (authority_id, from_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT agency_succession_authority_id_to_agency_id_fkey FOREIGN KEY (authority_id, to_agency_id) REFERENCES agency(authority_id, id)
);
GRANT delete, insert, select, update ON agency_succession TO doi_thoai;

CREATE TABLE agenda_step (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  "position" integer NOT NULL,
  label text NOT NULL,
  performer text DEFAULT ''::text NOT NULL,
  planned_at text,
  minutes integer,
  happened text DEFAULT ''::text NOT NULL,
  withdrawn boolean DEFAULT false NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT agenda_step_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT agenda_step_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
GRANT delete, insert, select, update ON agenda_step TO doi_thoai;

CREATE TABLE api_key (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  account_id bigint NOT NULL,
  membership_id bigint NOT NULL,
  key_hash text NOT NULL,
  scopes text[] NOT NULL,
  per_minute integer NOT NULL,
  expires_on date,
  made_by bigint,
  made_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  revoked_reason text,
  last_used_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT api_key_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT api_key_key_hash_key UNIQUE (key_hash),
  CONSTRAINT api_key_check CHECK (((revoked_at IS NULL) = (revoked_reason IS NULL))),
  CONSTRAINT api_key_name_check CHECK ((name <> ''::text)),
  CONSTRAINT api_key_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 6000))),
  CONSTRAINT api_key_scopes_check CHECK ((cardinality(scopes) > 0)),
  CONSTRAINT api_key_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT api_key_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT api_key_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  CONSTRAINT api_key_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id)
);
GRANT insert, select, update ON api_key TO doi_thoai;

CREATE TABLE attachment (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  sha256 text NOT NULL,
  name text NOT NULL,
  label text,
  uploaded_by bigint,
  uploaded_at timestamp with time zone DEFAULT now() NOT NULL,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  erased_at timestamp with time zone,
  erased_reason text,
  CONSTRAINT attachment_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT attachment_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT attachment_sha256_fkey FOREIGN KEY (sha256) REFERENCES stored_file(sha256),
  CONSTRAINT attachment_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES account(id)
);
CREATE INDEX attachment_content ON public.attachment USING btree (sha256);
CREATE INDEX attachment_subject ON public.attachment USING btree (authority_id, subject_kind, subject_id);
GRANT delete, insert, select, update ON attachment TO doi_thoai;

CREATE TABLE authority (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  short_name text NOT NULL,
  kind text NOT NULL,
  place_name text NOT NULL,
  parent_authority_id bigint,
  from_day date NOT NULL,
  to_day date,
  case_prefix text NOT NULL,
  voters integer,
  totp_required boolean DEFAULT true NOT NULL,
  demo boolean DEFAULT false NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  successor_id bigint,
  ended_basis text,
  CONSTRAINT authority_pkey PRIMARY KEY (id),
  CONSTRAINT authority_slug_key UNIQUE (slug),
  CONSTRAINT authority_case_prefix_check CHECK ((case_prefix ~ '^[A-Z]{2,6}$'::text)),
  CONSTRAINT authority_check CHECK ((successor_id <> id)),
  CONSTRAINT authority_kind_check CHECK ((kind = ANY (ARRAY['specialZone'::text, 'commune'::text, 'ward'::text, 'formerDistrict'::text, 'provinceOffice'::text, 'province'::text, 'city'::text, 'other'::text]))),
  CONSTRAINT authority_slug_check CHECK ((slug ~ '^[a-z0-9-]{2,60}$'::text)),
  CONSTRAINT authority_parent_authority_id_fkey FOREIGN KEY (parent_authority_id) REFERENCES authority(id),
  CONSTRAINT authority_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES authority(id)
);
CREATE INDEX authority_parent ON public.authority USING btree (parent_authority_id);
CREATE TRIGGER authority_figures_moved AFTER UPDATE ON public.authority FOR EACH ROW WHEN ((old.parent_authority_id IS DISTINCT FROM new.parent_authority_id)) EXECUTE FUNCTION move_figures();
CREATE TRIGGER authority_reports_moved AFTER UPDATE ON public.authority FOR EACH ROW WHEN ((old.parent_authority_id IS DISTINCT FROM new.parent_authority_id)) EXECUTE FUNCTION move_reports();
GRANT delete, insert, select, update ON authority TO doi_thoai;

CREATE TABLE authority_regulation (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  regulation_version_id bigint NOT NULL,
  from_day date NOT NULL,
  to_day date,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT authority_regulation_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT authority_regulation_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  CONSTRAINT authority_regulation_regulation_version_id_fkey FOREIGN KEY (regulation_version_id) REFERENCES regulation_version(id)
);
GRANT delete, insert, select, update ON authority_regulation TO doi_thoai;

CREATE TABLE calendar_year (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  year integer NOT NULL,
  version integer NOT NULL,
  data jsonb NOT NULL,
  provisional boolean NOT NULL,
  reason text NOT NULL,
  entered_by bigint,
  entered_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT calendar_year_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_year_year_version_key UNIQUE (year, version)
);
GRANT delete, insert, select, update ON calendar_year TO doi_thoai;

CREATE TABLE change_log (
  authority_id bigint NOT NULL,
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  account_id bigint,
  agency_id bigint,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint,
  before jsonb,
  after jsonb,
  reason text,
  request_key text,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT change_log_pkey PRIMARY KEY (authority_id, seq)
);
CREATE INDEX change_log_subject ON public.change_log USING btree (authority_id, subject_kind, subject_id, seq);
CREATE TRIGGER change_log_append_only BEFORE DELETE OR UPDATE ON public.change_log FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_log();
CREATE TRIGGER change_log_no_truncate BEFORE TRUNCATE ON public.change_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting_the_log();
GRANT insert, select ON change_log TO doi_thoai;

CREATE TABLE change_log_head (
  authority_id bigint NOT NULL,
  seq bigint NOT NULL,
  hash text NOT NULL,
  CONSTRAINT change_log_head_pkey PRIMARY KEY (authority_id)
);
GRANT delete, insert, select, update ON change_log_head TO doi_thoai;

CREATE TABLE change_log_personal (
  authority_id bigint NOT NULL,
  seq bigint NOT NULL,
  field text NOT NULL,
  salt text NOT NULL,
  value text NOT NULL,
  CONSTRAINT change_log_personal_pkey PRIMARY KEY (authority_id, seq, field)
);
GRANT delete, insert, select ON change_log_personal TO doi_thoai;

CREATE TABLE change_log_seal (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  sealed_at timestamp with time zone NOT NULL,
  heads jsonb NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT change_log_seal_pkey PRIMARY KEY (id)
);
CREATE TRIGGER change_log_seal_append_only BEFORE DELETE OR UPDATE ON public.change_log_seal FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_the_log();
GRANT insert, select ON change_log_seal TO doi_thoai;

CREATE TABLE conclusion_item (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  notice_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  "position" integer NOT NULL,
  content text NOT NULL,
  conclusion text NOT NULL,
  disposition text NOT NULL,
  lead_agency_id bigint,
  supporting_agency_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  due_on date,
  open_proposal boolean DEFAULT false NOT NULL,
  proposed_settlement text,
  proposed_due_on date,
  confirmed_on date,
  confirmed_by bigint,
  withdrawn_reason text,
  done_on date,
  result text,
  version integer DEFAULT 1 NOT NULL,
  paper_approver text,
  paper_number text,
  CONSTRAINT conclusion_item_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT conclusion_item_disposition_check CHECK ((disposition = ANY (ARRAY['answeredAtConference'::text, 'verifyAndReplyLater'::text, 'noteAndReportUp'::text, 'transferred'::text]))),
  CONSTRAINT conclusion_item_authority_id_lead_agency_id_fkey FOREIGN KEY (authority_id, lead_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT conclusion_item_authority_id_notice_id_fkey FOREIGN KEY (authority_id, notice_id) REFERENCES conclusion_notice(authority_id, id),
  CONSTRAINT conclusion_item_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES account(id)
);
CREATE INDEX conclusion_item_notice ON public.conclusion_item USING btree (authority_id, notice_id, "position");
CREATE TRIGGER conclusion_item_copies AFTER UPDATE ON public.conclusion_item REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_items();
GRANT delete, insert, select, update ON conclusion_item TO doi_thoai;

CREATE TABLE conclusion_notice (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  assessment text DEFAULT ''::text NOT NULL,
  implementation text DEFAULT ''::text NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  paper_id bigint,
  correcting_paper_id bigint,
  approved_by bigint,
  approved_at timestamp with time zone,
  paper_approver text,
  paper_approved_on date,
  issued_on date,
  version integer DEFAULT 1 NOT NULL,
  before_correction jsonb,
  CONSTRAINT conclusion_notice_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT conclusion_notice_authority_id_dialogue_id_key UNIQUE (authority_id, dialogue_id),
  CONSTRAINT conclusion_notice_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'issued'::text]))),
  CONSTRAINT conclusion_notice_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES account(id),
  CONSTRAINT conclusion_notice_authority_id_correcting_paper_id_fkey FOREIGN KEY (authority_id, correcting_paper_id) REFERENCES paper(authority_id, id),
  CONSTRAINT conclusion_notice_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT conclusion_notice_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id)
);
GRANT delete, insert, select, update ON conclusion_notice TO doi_thoai;

CREATE TABLE data_consent (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  notice_version text NOT NULL,
  lang text NOT NULL,
  notice_sha256 text NOT NULL,
  agreed_at timestamp with time zone NOT NULL,
  publish_name boolean NOT NULL,
  CONSTRAINT data_consent_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT data_consent_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['submission'::text, 'speechRegistration'::text, 'dialogueRequest'::text, 'requestSigner'::text]))),
  CONSTRAINT data_consent_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT data_consent_notice_version_lang_fkey FOREIGN KEY (notice_version, lang) REFERENCES data_notice(version, lang)
);
CREATE INDEX data_consent_subject ON public.data_consent USING btree (authority_id, subject_kind, subject_id);
GRANT delete, insert, select, update ON data_consent TO doi_thoai;

CREATE TABLE data_notice (
  version text NOT NULL,
  lang text NOT NULL,
  text text NOT NULL,
  sha256 text NOT NULL,
  CONSTRAINT data_notice_pkey PRIMARY KEY (version, lang),
  CONSTRAINT data_notice_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text])))
);
GRANT delete, insert, select, update ON data_notice TO doi_thoai;

CREATE TABLE deadline (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  dialogue_id bigint,
  agency_id bigint,
  key text NOT NULL,
  label text NOT NULL,
  instrument_id text NOT NULL,
  instrument text NOT NULL,
  clause text NOT NULL,
  anchor_event text NOT NULL,
  anchor_on date NOT NULL,
  due_on date NOT NULL,
  first_due_on date NOT NULL,
  strict_due_on date,
  direction text NOT NULL,
  counting jsonb NOT NULL,
  provisional boolean DEFAULT false NOT NULL,
  extended boolean DEFAULT false NOT NULL,
  complex boolean DEFAULT false NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  met_on date,
  met_note text,
  void_reason text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT deadline_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT deadline_authority_id_subject_kind_subject_id_key_instrumen_key UNIQUE (authority_id, subject_kind, subject_id, key, instrument_id),
  CONSTRAINT deadline_check CHECK (((state <> 'met'::text) OR (met_on IS NOT NULL))),
  CONSTRAINT deadline_direction_check CHECK ((direction = ANY (ARRAY['before'::text, 'after'::text]))),
  CONSTRAINT deadline_state_check CHECK ((state = ANY (ARRAY['open'::text, 'met'::text, 'void'::text]))),
  CONSTRAINT deadline_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT deadline_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX deadline_dialogue ON public.deadline USING btree (authority_id, dialogue_id);
CREATE INDEX deadline_due ON public.deadline USING btree (authority_id, due_on);
CREATE INDEX deadline_met ON public.deadline USING btree (authority_id, met_on DESC, id DESC) WHERE (state = 'met'::text);
CREATE INDEX deadline_of_report ON public.deadline USING btree (authority_id, subject_id) WHERE (subject_kind = 'report'::text);
CREATE INDEX deadline_open ON public.deadline USING btree (authority_id, due_on, id) WHERE (state = 'open'::text);
CREATE INDEX deadline_open_agency ON public.deadline USING btree (authority_id, agency_id, due_on, id) WHERE (state = 'open'::text);
CREATE TRIGGER deadline_copies AFTER UPDATE ON public.deadline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_deadlines();
CREATE TRIGGER deadline_copies_new AFTER INSERT ON public.deadline REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_deadlines();
CREATE TRIGGER deadline_figures AFTER UPDATE ON public.deadline REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_deadline_figures();
CREATE TRIGGER deadline_figures_gone AFTER DELETE ON public.deadline REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_deadline_figures_gone();
CREATE TRIGGER deadline_figures_new AFTER INSERT ON public.deadline REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_deadline_figures_new();
CREATE CONSTRAINT TRIGGER report_deadline_gone AFTER DELETE ON public.deadline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.subject_kind = 'report'::text)) EXECUTE FUNCTION keep_report_of_row();
CREATE CONSTRAINT TRIGGER report_deadline_kept AFTER UPDATE ON public.deadline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.subject_kind = 'report'::text) AND (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION keep_report_of_row();
CREATE CONSTRAINT TRIGGER report_deadline_new AFTER INSERT ON public.deadline DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.subject_kind = 'report'::text)) EXECUTE FUNCTION keep_report_of_row();
GRANT delete, insert, select, update ON deadline TO doi_thoai;

CREATE TABLE deadline_extension (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  key text NOT NULL,
  reason_key text NOT NULL,
  reason text NOT NULL,
  granted_on date NOT NULL,
  granted_by bigint,
  granted_by_name text NOT NULL,
  on_paper boolean DEFAULT false NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  reason_label text DEFAULT ''::text NOT NULL,
  CONSTRAINT deadline_extension_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT deadline_extension_authority_id_subject_kind_subject_id_key_key UNIQUE (authority_id, subject_kind, subject_id, key),
  CONSTRAINT deadline_extension_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT deadline_extension_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES account(id)
);
GRANT delete, insert, select, update ON deadline_extension TO doi_thoai;

CREATE TABLE deadline_move (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  deadline_id bigint NOT NULL,
  cause text NOT NULL,
  old_due_on date,
  new_due_on date NOT NULL,
  reason text NOT NULL,
  counting jsonb NOT NULL,
  account_id bigint,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT deadline_move_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT deadline_move_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT deadline_move_authority_id_deadline_id_fkey FOREIGN KEY (authority_id, deadline_id) REFERENCES deadline(authority_id, id)
);
CREATE INDEX deadline_move_deadline ON public.deadline_move USING btree (authority_id, deadline_id, id);
GRANT delete, insert, select, update ON deadline_move TO doi_thoai;

CREATE TABLE deputy_authorization (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  head_post_id bigint NOT NULL,
  deputy_post_id bigint NOT NULL,
  reason_key text NOT NULL,
  reason text NOT NULL,
  authorized_on date NOT NULL,
  recorded_in text NOT NULL,
  paper_id bigint,
  CONSTRAINT deputy_authorization_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT deputy_authorization_recorded_in_check CHECK ((recorded_in = ANY (ARRAY['paper'::text, 'minutes'::text]))),
  CONSTRAINT deputy_authorization_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
GRANT delete, insert, select, update ON deputy_authorization TO doi_thoai;

CREATE TABLE dialogue (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  plan_id bigint,
  planned_dialogue_id bigint,
  request_id bigint,
  title text NOT NULL,
  kind text NOT NULL,
  form text NOT NULL,
  chair_model text NOT NULL,
  session_kind text,
  trigger_key text,
  trigger_reason text,
  topic text DEFAULT ''::text NOT NULL,
  audience text[] DEFAULT '{}'::text[] NOT NULL,
  regulation_version_id bigint NOT NULL,
  overlay_version_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  state text DEFAULT 'preparing'::text NOT NULL,
  held_on date,
  starts_at text,
  ends_at text,
  venue text DEFAULT ''::text NOT NULL,
  online_link text,
  collection_opens_on date,
  collection_closes_on date,
  time_place_decided_on date,
  composition text DEFAULT ''::text NOT NULL,
  lead_agency_id bigint,
  supporting_agency_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  archive_agency_id bigint,
  host_agency_id bigint,
  police_forum boolean DEFAULT false NOT NULL,
  interpreter_needed text,
  meeting_rules text DEFAULT ''::text NOT NULL,
  not_classified_confirmed_by bigint,
  not_classified_confirmed_at timestamp with time zone,
  opened_at text,
  ended_at text,
  attendance_delegates integer,
  attendance_people integer,
  attendance_women integer,
  note text DEFAULT ''::text NOT NULL,
  cancelled_reason text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT dialogue_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT dialogue_ends_at_check CHECK ((ends_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
  CONSTRAINT dialogue_form_check CHECK ((form = ANY (ARRAY['inPerson'::text, 'online'::text, 'indirect'::text]))),
  CONSTRAINT dialogue_kind_check CHECK ((kind = ANY (ARRAY['periodic'::text, 'thematic'::text, 'adHoc'::text, 'onRequest'::text, 'withinRegularMeeting'::text]))),
  CONSTRAINT dialogue_starts_at_check CHECK ((starts_at ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
  CONSTRAINT dialogue_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'held'::text, 'concluded'::text, 'closed'::text, 'cancelled'::text]))),
  CONSTRAINT dialogue_authority_id_archive_agency_id_fkey FOREIGN KEY (authority_id, archive_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT dialogue_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT dialogue_authority_id_host_agency_id_fkey FOREIGN KEY (authority_id, host_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT dialogue_authority_id_lead_agency_id_fkey FOREIGN KEY (authority_id, lead_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT dialogue_authority_id_plan_id_fkey FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, id),
  CONSTRAINT dialogue_authority_id_planned_dialogue_id_fkey FOREIGN KEY (authority_id, planned_dialogue_id) REFERENCES planned_dialogue(authority_id, id),
  CONSTRAINT dialogue_not_classified_confirmed_by_fkey FOREIGN KEY (not_classified_confirmed_by) REFERENCES account(id),
  CONSTRAINT dialogue_regulation_version_id_fkey FOREIGN KEY (regulation_version_id) REFERENCES regulation_version(id)
);
CREATE INDEX dialogue_folded ON public.dialogue USING gin (authority_id, fold(((((title || ' '::text) || topic) || ' '::text) || venue)) gin_trgm_ops);
CREATE INDEX dialogue_held ON public.dialogue USING btree (authority_id, held_on DESC, id DESC);
CREATE TRIGGER dialogue_copies AFTER UPDATE ON public.dialogue REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_dialogues();
CREATE TRIGGER dialogue_figures AFTER UPDATE ON public.dialogue REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_dialogue_figures();
CREATE TRIGGER dialogue_figures_gone AFTER DELETE ON public.dialogue REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_dialogue_figures_gone();
CREATE TRIGGER dialogue_figures_new AFTER INSERT ON public.dialogue REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_dialogue_figures_new();
CREATE TRIGGER dialogue_targets AFTER UPDATE ON public.dialogue FOR EACH ROW WHEN ((((((((old.state IS DISTINCT FROM new.state) OR (old.kind IS DISTINCT FROM new.kind)) OR (old.form IS DISTINCT FROM new.form)) OR (old.chair_model IS DISTINCT FROM new.chair_model)) OR (old.held_on IS DISTINCT FROM new.held_on)) OR (old.collection_closes_on IS DISTINCT FROM new.collection_closes_on)) OR (old.regulation_version_id IS DISTINCT FROM new.regulation_version_id))) EXECUTE FUNCTION mark_year_of_dialogue();
CREATE TRIGGER dialogue_targets_new AFTER INSERT OR DELETE ON public.dialogue FOR EACH ROW EXECUTE FUNCTION mark_year_of_dialogue();
GRANT delete, insert, select, update ON dialogue TO doi_thoai;

CREATE TABLE dialogue_request (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  received_on date NOT NULL,
  requester_kind text NOT NULL,
  requester_name text NOT NULL,
  content text NOT NULL,
  signer_count integer,
  voter_count integer,
  state text DEFAULT 'received'::text NOT NULL,
  decided_on date,
  decision_reason text,
  dialogue_id bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  paper_approver text,
  paper_number text,
  from_portal boolean DEFAULT false NOT NULL,
  phone text,
  email text,
  token_hash text,
  sign_token_hash text,
  CONSTRAINT dialogue_request_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT dialogue_request_requester_kind_check CHECK ((requester_kind = ANY (ARRAY['citizen'::text, 'organization'::text, 'voters'::text, 'staff'::text]))),
  CONSTRAINT dialogue_request_state_check CHECK ((state = ANY (ARRAY['received'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  CONSTRAINT dialogue_request_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE UNIQUE INDEX dialogue_request_sign_token ON public.dialogue_request USING btree (authority_id, sign_token_hash) WHERE (sign_token_hash IS NOT NULL);
CREATE UNIQUE INDEX dialogue_request_token ON public.dialogue_request USING btree (authority_id, token_hash) WHERE (token_hash IS NOT NULL);
GRANT delete, insert, select, update ON dialogue_request TO doi_thoai;

CREATE TABLE dialogue_task (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  content text NOT NULL,
  kind text DEFAULT 'task'::text NOT NULL,
  due_on date,
  done_on date,
  result text,
  paper_id bigint,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT dialogue_task_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT dialogue_task_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT dialogue_task_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
GRANT delete, insert, select, update ON dialogue_task TO doi_thoai;

CREATE TABLE dossier (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  owner_agency_id bigint,
  state text DEFAULT 'open'::text NOT NULL,
  closed_at timestamp with time zone,
  closed_by bigint,
  manifest jsonb,
  manifest_sha256 text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT dossier_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT dossier_authority_id_dialogue_id_key UNIQUE (authority_id, dialogue_id),
  CONSTRAINT dossier_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  CONSTRAINT dossier_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT dossier_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES account(id)
);
GRANT delete, insert, select, update ON dossier TO doi_thoai;

CREATE TABLE dossier_item (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dossier_id bigint NOT NULL,
  entry_key text NOT NULL,
  paper_id bigint,
  attachment_id bigint,
  stated_none boolean DEFAULT false NOT NULL,
  note text,
  supplement_on date,
  withdrawn_at timestamp with time zone,
  added_by bigint,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT dossier_item_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT dossier_item_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  CONSTRAINT dossier_item_authority_id_attachment_id_fkey FOREIGN KEY (authority_id, attachment_id) REFERENCES attachment(authority_id, id),
  CONSTRAINT dossier_item_authority_id_dossier_id_fkey FOREIGN KEY (authority_id, dossier_id) REFERENCES dossier(authority_id, id),
  CONSTRAINT dossier_item_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id)
);
CREATE INDEX dossier_item_dossier ON public.dossier_item USING btree (authority_id, dossier_id);
GRANT delete, insert, select, update ON dossier_item TO doi_thoai;

CREATE TABLE exclusion (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  ground_key text NOT NULL,
  restricted_name text,
  note text DEFAULT ''::text NOT NULL,
  decided_by text DEFAULT ''::text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT exclusion_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT exclusion_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
GRANT delete, insert, select, update ON exclusion TO doi_thoai;

CREATE TABLE figure_below_month (
  authority_id bigint NOT NULL,
  month date NOT NULL,
  held integer DEFAULT 0 NOT NULL,
  sessions integer DEFAULT 0 NOT NULL,
  people bigint DEFAULT 0 NOT NULL,
  received integer DEFAULT 0 NOT NULL,
  continued integer DEFAULT 0 NOT NULL,
  answered integer DEFAULT 0 NOT NULL,
  settled integer DEFAULT 0 NOT NULL,
  open_petitions integer DEFAULT 0 NOT NULL,
  notice_on_time integer DEFAULT 0 NOT NULL,
  notice_late integer DEFAULT 0 NOT NULL,
  notice_open integer DEFAULT 0 NOT NULL,
  conclusion_on_time integer DEFAULT 0 NOT NULL,
  conclusion_late integer DEFAULT 0 NOT NULL,
  conclusion_open integer DEFAULT 0 NOT NULL,
  reply_on_time integer DEFAULT 0 NOT NULL,
  reply_late integer DEFAULT 0 NOT NULL,
  reply_open integer DEFAULT 0 NOT NULL,
  open_deadlines integer DEFAULT 0 NOT NULL,
  ratings bigint DEFAULT 0 NOT NULL,
  satisfied bigint DEFAULT 0 NOT NULL,
  planned integer DEFAULT 0 NOT NULL,
  targets integer DEFAULT 0 NOT NULL,
  targets_met integer DEFAULT 0 NOT NULL
);
CREATE INDEX figure_below_month_month ON public.figure_below_month USING btree (authority_id, month);
GRANT delete, insert, select, update ON figure_below_month TO doi_thoai;

CREATE TABLE figure_below_part_month (
  authority_id bigint NOT NULL,
  month date NOT NULL,
  part text NOT NULL,
  part_key text NOT NULL,
  received integer DEFAULT 0 NOT NULL,
  answered integer DEFAULT 0 NOT NULL,
  open_petitions integer DEFAULT 0 NOT NULL,
  reply_on_time integer DEFAULT 0 NOT NULL,
  reply_late integer DEFAULT 0 NOT NULL,
  reply_open integer DEFAULT 0 NOT NULL,
  notice_open integer DEFAULT 0 NOT NULL,
  conclusion_open integer DEFAULT 0 NOT NULL,
  open_deadlines integer DEFAULT 0 NOT NULL
);
CREATE INDEX figure_below_part_month_month ON public.figure_below_part_month USING btree (authority_id, part, month, part_key);
GRANT delete, insert, select, update ON figure_below_part_month TO doi_thoai;

CREATE TABLE figure_change (
  transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
  authority_id bigint NOT NULL,
  day date NOT NULL,
  part text NOT NULL,
  part_key text NOT NULL,
  fact text NOT NULL,
  n bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  CONSTRAINT figure_change_pkey PRIMARY KEY (id)
);
CREATE INDEX figure_change_transaction ON public.figure_change USING btree (transaction);
CREATE CONSTRAINT TRIGGER figure_change_added AFTER INSERT ON public.figure_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION add_changed_figures();
GRANT delete, insert, select ON figure_change TO doi_thoai;

CREATE TABLE figure_month (
  authority_id bigint NOT NULL,
  month date NOT NULL,
  held integer DEFAULT 0 NOT NULL,
  sessions integer DEFAULT 0 NOT NULL,
  people bigint DEFAULT 0 NOT NULL,
  received integer DEFAULT 0 NOT NULL,
  continued integer DEFAULT 0 NOT NULL,
  answered integer DEFAULT 0 NOT NULL,
  settled integer DEFAULT 0 NOT NULL,
  open_petitions integer DEFAULT 0 NOT NULL,
  notice_on_time integer DEFAULT 0 NOT NULL,
  notice_late integer DEFAULT 0 NOT NULL,
  notice_open integer DEFAULT 0 NOT NULL,
  conclusion_on_time integer DEFAULT 0 NOT NULL,
  conclusion_late integer DEFAULT 0 NOT NULL,
  conclusion_open integer DEFAULT 0 NOT NULL,
  reply_on_time integer DEFAULT 0 NOT NULL,
  reply_late integer DEFAULT 0 NOT NULL,
  reply_open integer DEFAULT 0 NOT NULL,
  open_deadlines integer DEFAULT 0 NOT NULL,
  ratings bigint DEFAULT 0 NOT NULL,
  satisfied bigint DEFAULT 0 NOT NULL,
  planned integer DEFAULT 0 NOT NULL,
  targets integer DEFAULT 0 NOT NULL,
  targets_met integer DEFAULT 0 NOT NULL,
  CONSTRAINT figure_month_pkey PRIMARY KEY (authority_id, month)
);
GRANT delete, insert, select, update ON figure_month TO doi_thoai;

CREATE TABLE figure_part_month (
  authority_id bigint NOT NULL,
  month date NOT NULL,
  part text NOT NULL,
  part_key text NOT NULL,
  received integer DEFAULT 0 NOT NULL,
  answered integer DEFAULT 0 NOT NULL,
  open_petitions integer DEFAULT 0 NOT NULL,
  reply_on_time integer DEFAULT 0 NOT NULL,
  reply_late integer DEFAULT 0 NOT NULL,
  reply_open integer DEFAULT 0 NOT NULL,
  notice_open integer DEFAULT 0 NOT NULL,
  conclusion_open integer DEFAULT 0 NOT NULL,
  open_deadlines integer DEFAULT 0 NOT NULL,
  CONSTRAINT figure_part_month_pkey PRIMARY KEY (authority_id, month, part, part_key),
  CONSTRAINT figure_part_month_part_check CHECK ((part = ANY (ARRAY['area'::text, 'agency'::text, 'due'::text])))
);
CREATE INDEX figure_part_due ON public.figure_part_month USING btree (authority_id, part_key) WHERE (part = 'due'::text);
CREATE INDEX figure_part_period ON public.figure_part_month USING btree (part, month, authority_id);
GRANT delete, insert, select, update ON figure_part_month TO doi_thoai;

CREATE TABLE follower (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  email text NOT NULL,
  lang text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  CONSTRAINT follower_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT follower_authority_id_email_key UNIQUE (authority_id, email),
  CONSTRAINT follower_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text]))),
  CONSTRAINT follower_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
GRANT delete, insert, select, update ON follower TO doi_thoai;

CREATE TABLE following (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  follower_id bigint NOT NULL,
  publication_id bigint,
  notice_version text NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  mailed_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  told jsonb,
  told_at timestamp with time zone,
  seen_at timestamp with time zone,
  CONSTRAINT following_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT following_authority_id_follower_id_publication_id_key UNIQUE (authority_id, follower_id, publication_id),
  CONSTRAINT following_authority_id_follower_id_fkey FOREIGN KEY (authority_id, follower_id) REFERENCES follower(authority_id, id) ON DELETE CASCADE,
  CONSTRAINT following_authority_id_publication_id_fkey FOREIGN KEY (authority_id, publication_id) REFERENCES publication(authority_id, id)
);
CREATE INDEX following_publication ON public.following USING btree (authority_id, publication_id);
CREATE UNIQUE INDEX following_whole ON public.following USING btree (authority_id, follower_id) WHERE (publication_id IS NULL);
GRANT delete, insert, select, update ON following TO doi_thoai;

CREATE TABLE form_batch (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  number integer NOT NULL,
  kind text NOT NULL,
  copies integer NOT NULL,
  for_agency_id bigint,
  for_whom text DEFAULT ''::text NOT NULL,
  survey_id bigint,
  hand_in_at text NOT NULL,
  hand_in_until date,
  notice_version text NOT NULL,
  notice_lang text NOT NULL,
  notice_text text NOT NULL,
  printed_by bigint,
  printed_at timestamp with time zone NOT NULL,
  CONSTRAINT form_batch_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT form_batch_authority_id_dialogue_id_number_key UNIQUE (authority_id, dialogue_id, number),
  CONSTRAINT form_batch_check CHECK (((kind = 'satisfactionBallot'::text) = (survey_id IS NOT NULL))),
  CONSTRAINT form_batch_copies_check CHECK (((copies >= 1) AND (copies <= 500))),
  CONSTRAINT form_batch_kind_check CHECK ((kind = ANY (ARRAY['speechRegistration'::text, 'petitionForm'::text, 'satisfactionBallot'::text]))),
  CONSTRAINT form_batch_notice_lang_check CHECK ((notice_lang = ANY (ARRAY['vi'::text, 'en'::text]))),
  CONSTRAINT form_batch_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT form_batch_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT form_batch_authority_id_for_agency_id_fkey FOREIGN KEY (authority_id, for_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT form_batch_authority_id_survey_id_fkey FOREIGN KEY (authority_id, survey_id) REFERENCES survey(authority_id, id),
  CONSTRAINT form_batch_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES account(id)
);
GRANT insert, select ON form_batch TO doi_thoai;

CREATE TABLE hall (
  authority_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  version bigint DEFAULT 1 NOT NULL,
  phase text DEFAULT 'waiting'::text NOT NULL,
  current_step_id bigint,
  current_speech_id bigint,
  opened_at timestamp with time zone,
  ended_at timestamp with time zone,
  speaking_seconds integer,
  screen_token text NOT NULL,
  phone_token text NOT NULL,
  screen_look text DEFAULT 'speaker'::text NOT NULL,
  questions_open boolean DEFAULT true NOT NULL,
  opened_by bigint,
  CONSTRAINT hall_pkey PRIMARY KEY (authority_id, dialogue_id),
  CONSTRAINT hall_phone_token_key UNIQUE (phone_token),
  CONSTRAINT hall_screen_token_key UNIQUE (screen_token),
  CONSTRAINT hall_phase_check CHECK ((phase = ANY (ARRAY['waiting'::text, 'running'::text, 'ended'::text]))),
  CONSTRAINT hall_screen_look_check CHECK ((screen_look = ANY (ARRAY['speaker'::text, 'agenda'::text, 'questions'::text, 'welcome'::text]))),
  CONSTRAINT hall_speaking_seconds_check CHECK (((speaking_seconds >= 30) AND (speaking_seconds <= 7200))),
  CONSTRAINT hall_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT hall_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES account(id)
);
GRANT insert, select, update ON hall TO doi_thoai;

CREATE TABLE hall_arrival (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  invitee_id bigint,
  kind text NOT NULL,
  name text DEFAULT ''::text NOT NULL,
  village text DEFAULT ''::text NOT NULL,
  headcount integer NOT NULL,
  women integer DEFAULT 0 NOT NULL,
  at timestamp with time zone NOT NULL,
  account_id bigint,
  taken_back_at timestamp with time zone,
  CONSTRAINT hall_arrival_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT hall_arrival_check CHECK (((women >= 0) AND (women <= headcount))),
  CONSTRAINT hall_arrival_headcount_check CHECK (((headcount >= 1) AND (headcount <= 5000))),
  CONSTRAINT hall_arrival_kind_check CHECK ((kind = ANY (ARRAY['delegates'::text, 'people'::text]))),
  CONSTRAINT hall_arrival_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT hall_arrival_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id),
  CONSTRAINT hall_arrival_authority_id_invitee_id_fkey FOREIGN KEY (authority_id, invitee_id) REFERENCES invitee(authority_id, id)
);
CREATE INDEX hall_arrival_dialogue ON public.hall_arrival USING btree (authority_id, dialogue_id);
CREATE UNIQUE INDEX hall_arrival_invitee ON public.hall_arrival USING btree (authority_id, dialogue_id, invitee_id) WHERE ((invitee_id IS NOT NULL) AND (taken_back_at IS NULL));
GRANT insert, select, update ON hall_arrival TO doi_thoai;

CREATE TABLE hall_event (
  authority_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  seq integer NOT NULL,
  act text NOT NULL,
  speech_id bigint,
  step_id bigint,
  at timestamp with time zone NOT NULL,
  recorded_at timestamp with time zone NOT NULL,
  account_id bigint,
  reason text,
  before jsonb NOT NULL,
  undoes integer,
  CONSTRAINT hall_event_pkey PRIMARY KEY (authority_id, dialogue_id, seq),
  CONSTRAINT hall_event_authority_id_dialogue_id_undoes_key UNIQUE (authority_id, dialogue_id, undoes),
  CONSTRAINT hall_event_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT hall_event_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id)
);
GRANT insert, select ON hall_event TO doi_thoai;

CREATE TABLE hall_note (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  petition_id bigint,
  text text NOT NULL,
  account_id bigint,
  at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT hall_note_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT hall_note_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT hall_note_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT hall_note_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id)
);
CREATE INDEX hall_note_dialogue ON public.hall_note USING btree (authority_id, dialogue_id);
GRANT insert, select, update ON hall_note TO doi_thoai;

CREATE TABLE hall_open_item (
  authority_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  reported_by text NOT NULL,
  said text NOT NULL,
  next_on date,
  at timestamp with time zone NOT NULL,
  account_id bigint,
  CONSTRAINT hall_open_item_pkey PRIMARY KEY (authority_id, dialogue_id, subject_kind, subject_id),
  CONSTRAINT hall_open_item_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['petition'::text, 'conclusionItem'::text]))),
  CONSTRAINT hall_open_item_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT hall_open_item_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id)
);
GRANT insert, select, update ON hall_open_item TO doi_thoai;

CREATE TABLE hall_question (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  source text NOT NULL,
  name text DEFAULT ''::text NOT NULL,
  village text DEFAULT ''::text NOT NULL,
  text text NOT NULL,
  name_shown boolean DEFAULT false NOT NULL,
  state text DEFAULT 'received'::text NOT NULL,
  shown_text text DEFAULT ''::text NOT NULL,
  answer text DEFAULT ''::text NOT NULL,
  hidden_reason text,
  asked_by text,
  speech_id bigint,
  at timestamp with time zone NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  petition_id bigint,
  CONSTRAINT hall_question_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT hall_question_source_check CHECK ((source = ANY (ARRAY['phone'::text, 'letter'::text, 'email'::text, 'textMessage'::text, 'organization'::text]))),
  CONSTRAINT hall_question_state_check CHECK ((state = ANY (ARRAY['received'::text, 'hidden'::text, 'shortlisted'::text, 'now'::text, 'answered'::text]))),
  CONSTRAINT hall_question_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id),
  CONSTRAINT hall_question_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id)
);
CREATE INDEX hall_question_dialogue ON public.hall_question USING btree (authority_id, dialogue_id, state);
GRANT insert, select, update ON hall_question TO doi_thoai;

CREATE TABLE hall_question_support (
  authority_id bigint NOT NULL,
  question_id bigint NOT NULL,
  supporter text NOT NULL,
  CONSTRAINT hall_question_support_pkey PRIMARY KEY (authority_id, question_id, supporter),
  CONSTRAINT hall_question_support_authority_id_question_id_fkey FOREIGN KEY (authority_id, question_id) REFERENCES hall_question(authority_id, id)
);
GRANT delete, insert, select ON hall_question_support TO doi_thoai;

CREATE TABLE hall_speech (
  authority_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  speech_id bigint NOT NULL,
  source text NOT NULL,
  name_shown boolean DEFAULT false NOT NULL,
  state text DEFAULT 'waiting'::text NOT NULL,
  quota_seconds integer,
  started_at timestamp with time zone,
  running_since timestamp with time zone,
  used_seconds integer DEFAULT 0 NOT NULL,
  ended_at timestamp with time zone,
  skip_reason text,
  off_topic boolean DEFAULT false NOT NULL,
  CONSTRAINT hall_speech_pkey PRIMARY KEY (authority_id, speech_id),
  CONSTRAINT hall_speech_source_check CHECK ((source = ANY (ARRAY['registered'::text, 'onSite'::text, 'group'::text, 'phone'::text]))),
  CONSTRAINT hall_speech_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'speaking'::text, 'paused'::text, 'spoken'::text, 'skipped'::text, 'withdrawn'::text]))),
  CONSTRAINT hall_speech_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id),
  CONSTRAINT hall_speech_authority_id_speech_id_fkey FOREIGN KEY (authority_id, speech_id) REFERENCES speech_registration(authority_id, id)
);
GRANT insert, select, update ON hall_speech TO doi_thoai;

CREATE TABLE hall_speech_petition (
  authority_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  speech_id bigint NOT NULL,
  petition_id bigint NOT NULL,
  CONSTRAINT hall_speech_petition_pkey PRIMARY KEY (authority_id, speech_id, petition_id),
  CONSTRAINT hall_speech_petition_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id),
  CONSTRAINT hall_speech_petition_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT hall_speech_petition_authority_id_speech_id_fkey FOREIGN KEY (authority_id, speech_id) REFERENCES speech_registration(authority_id, id)
);
GRANT delete, insert, select ON hall_speech_petition TO doi_thoai;

CREATE TABLE hall_step (
  authority_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  step_id bigint NOT NULL,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  CONSTRAINT hall_step_pkey PRIMARY KEY (authority_id, step_id),
  CONSTRAINT hall_step_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES hall(authority_id, dialogue_id),
  CONSTRAINT hall_step_authority_id_step_id_fkey FOREIGN KEY (authority_id, step_id) REFERENCES agenda_step(authority_id, id)
);
GRANT insert, select, update ON hall_step TO doi_thoai;

CREATE TABLE idempotency_key (
  authority_id bigint NOT NULL,
  key text NOT NULL,
  account_id bigint,
  change text NOT NULL,
  input_hash text NOT NULL,
  result jsonb,
  at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (authority_id, key)
);
CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (at);
GRANT delete, insert, select, update ON idempotency_key TO doi_thoai;

CREATE TABLE import_batch (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  agency_id bigint,
  opinion_list_id bigint,
  file_name text NOT NULL,
  file_sha256 text NOT NULL,
  file_size bigint NOT NULL,
  sheet_name text DEFAULT ''::text NOT NULL,
  head jsonb NOT NULL,
  columns jsonb NOT NULL,
  choices jsonb DEFAULT '{}'::jsonb NOT NULL,
  row_count integer NOT NULL,
  state text DEFAULT 'read'::text NOT NULL,
  failure text,
  petition_count integer,
  entered_by bigint,
  queued_role text,
  queued_agency_id bigint,
  queued_by bigint,
  queued_at timestamp with time zone,
  taken_at timestamp with time zone,
  undone_by bigint,
  undone_at timestamp with time zone,
  undone_reason text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT import_batch_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT import_batch_state_check CHECK ((state = ANY (ARRAY['read'::text, 'checked'::text, 'queued'::text, 'taken'::text, 'undone'::text, 'dropped'::text]))),
  CONSTRAINT import_batch_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT import_batch_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT import_batch_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id),
  CONSTRAINT import_batch_queued_by_fkey FOREIGN KEY (queued_by) REFERENCES account(id),
  CONSTRAINT import_batch_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES account(id)
);
CREATE INDEX import_batch_file ON public.import_batch USING btree (authority_id, file_sha256);
CREATE INDEX import_batch_queued ON public.import_batch USING btree (queued_at) WHERE (state = 'queued'::text);
GRANT delete, insert, select, update ON import_batch TO doi_thoai;

CREATE TABLE import_progress (
  authority_id bigint NOT NULL,
  batch_id bigint NOT NULL,
  done integer NOT NULL,
  total integer NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT import_progress_pkey PRIMARY KEY (authority_id, batch_id)
);
GRANT delete, insert, select, update ON import_progress TO doi_thoai;

CREATE TABLE import_row (
  authority_id bigint NOT NULL,
  batch_id bigint NOT NULL,
  row_number integer NOT NULL,
  cells jsonb,
  decision text,
  split boolean,
  outcome text,
  submission_id bigint,
  opinion_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  CONSTRAINT import_row_pkey PRIMARY KEY (authority_id, batch_id, row_number),
  CONSTRAINT import_row_decision_check CHECK ((decision = ANY (ARRAY['take'::text, 'skip'::text]))),
  CONSTRAINT import_row_outcome_check CHECK ((outcome = ANY (ARRAY['taken'::text, 'left'::text, 'noRow'::text]))),
  CONSTRAINT import_row_authority_id_batch_id_fkey FOREIGN KEY (authority_id, batch_id) REFERENCES import_batch(authority_id, id)
);
CREATE INDEX import_row_submission ON public.import_row USING btree (authority_id, submission_id) WHERE (submission_id IS NOT NULL);
GRANT delete, insert, select, update ON import_row TO doi_thoai;

CREATE TABLE installation_key_use (
  fingerprint text NOT NULL,
  in_use_since timestamp with time zone NOT NULL,
  CONSTRAINT installation_key_use_pkey PRIMARY KEY (fingerprint)
);
GRANT insert, select, update ON installation_key_use TO doi_thoai;

CREATE TABLE intake_hold (
  authority_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  why text[] NOT NULL,
  contents jsonb DEFAULT '[]'::jsonb NOT NULL,
  text_hash text NOT NULL,
  state text DEFAULT 'held'::text NOT NULL,
  reason_key text,
  note text DEFAULT ''::text NOT NULL,
  decided_by bigint,
  decided_at timestamp with time zone,
  joined_petition_id bigint,
  appeal text,
  appealed_at timestamp with time zone,
  appeal_decided_by bigint,
  appeal_decided_at timestamp with time zone,
  appeal_note text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT intake_hold_pkey PRIMARY KEY (authority_id, submission_id),
  CONSTRAINT intake_hold_check CHECK (((state <> 'refused'::text) OR (reason_key IS NOT NULL))),
  CONSTRAINT intake_hold_state_check CHECK ((state = ANY (ARRAY['held'::text, 'taken'::text, 'joined'::text, 'refused'::text]))),
  CONSTRAINT intake_hold_appeal_decided_by_fkey FOREIGN KEY (appeal_decided_by) REFERENCES account(id),
  CONSTRAINT intake_hold_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT intake_hold_authority_id_joined_petition_id_fkey FOREIGN KEY (authority_id, joined_petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT intake_hold_authority_id_submission_id_fkey FOREIGN KEY (authority_id, submission_id) REFERENCES submission(authority_id, id),
  CONSTRAINT intake_hold_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
);
CREATE INDEX intake_hold_text ON public.intake_hold USING btree (authority_id, text_hash);
CREATE INDEX intake_hold_waiting ON public.intake_hold USING btree (authority_id, submission_id) WHERE ((state = 'held'::text) OR (appealed_at IS NOT NULL));
GRANT delete, insert, select, update ON intake_hold TO doi_thoai;

CREATE TABLE intake_setting (
  authority_id bigint NOT NULL,
  open boolean DEFAULT true NOT NULL,
  closed_reason text DEFAULT ''::text NOT NULL,
  elsewhere text DEFAULT ''::text NOT NULL,
  contest_days integer DEFAULT 30 NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT intake_setting_pkey PRIMARY KEY (authority_id),
  CONSTRAINT intake_setting_contest_days_check CHECK (((contest_days >= 5) AND (contest_days <= 90))),
  CONSTRAINT intake_setting_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
GRANT delete, insert, select, update ON intake_setting TO doi_thoai;

CREATE TABLE internal_review (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  held_on date NOT NULL,
  chaired_by text NOT NULL,
  content text NOT NULL,
  assignments text DEFAULT ''::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT internal_review_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT internal_review_authority_id_dialogue_id_key UNIQUE (authority_id, dialogue_id),
  CONSTRAINT internal_review_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
GRANT delete, insert, select, update ON internal_review TO doi_thoai;

CREATE TABLE invitee (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  agency_id bigint,
  name text NOT NULL,
  title text DEFAULT ''::text NOT NULL,
  kind text NOT NULL,
  headcount integer DEFAULT 1 NOT NULL,
  nominated_by_agency_id bigint,
  sent_on date,
  channel text,
  reply text DEFAULT 'none'::text NOT NULL,
  reply_note text,
  attended boolean,
  withdrawn_reason text,
  version integer DEFAULT 1 NOT NULL,
  code text DEFAULT new_invitation_code() NOT NULL,
  CONSTRAINT invitee_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT invitee_kind_check CHECK ((kind = ANY (ARRAY['superior'::text, 'delegate'::text, 'front'::text, 'agencyLeader'::text, 'organization'::text, 'people'::text, 'petitioner'::text]))),
  CONSTRAINT invitee_reply_check CHECK ((reply = ANY (ARRAY['none'::text, 'accepts'::text, 'declines'::text, 'substitute'::text]))),
  CONSTRAINT invitee_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT invitee_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
CREATE UNIQUE INDEX invitee_code ON public.invitee USING btree (code);
CREATE INDEX invitee_dialogue ON public.invitee USING btree (authority_id, dialogue_id);
GRANT delete, insert, select, update ON invitee TO doi_thoai;

CREATE TABLE legal_basis (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  number text NOT NULL,
  dated_on date,
  issuer text NOT NULL,
  title text NOT NULL,
  effective_from date,
  effective_to date,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT legal_basis_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT legal_basis_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
GRANT delete, insert, select, update ON legal_basis TO doi_thoai;

CREATE TABLE mail_preference (
  authority_id bigint NOT NULL,
  recipient_kind text NOT NULL,
  recipient_id bigint NOT NULL,
  kind text NOT NULL,
  off boolean NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT mail_preference_pkey PRIMARY KEY (authority_id, recipient_kind, recipient_id, kind),
  CONSTRAINT mail_preference_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['petitioner'::text, 'account'::text, 'follower'::text]))),
  CONSTRAINT mail_preference_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
GRANT insert, select, update ON mail_preference TO doi_thoai;

CREATE TABLE membership (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id bigint NOT NULL,
  authority_id bigint NOT NULL,
  agency_id bigint,
  person_id bigint,
  role text NOT NULL,
  from_day date NOT NULL,
  to_day date,
  ended_at timestamp with time zone,
  ended_reason text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT membership_pkey PRIMARY KEY (id),
  CONSTRAINT membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT membership_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT membership_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX membership_account ON public.membership USING btree (account_id);
CREATE INDEX membership_authority ON public.membership USING btree (authority_id, role);
GRANT delete, insert, select, update ON membership TO doi_thoai;

CREATE TABLE message (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  account_id bigint,
  agency_id bigint,
  kind text NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  params jsonb DEFAULT '{}'::jsonb NOT NULL,
  dedupe_key text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  read_at timestamp with time zone,
  CONSTRAINT message_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT message_authority_id_dedupe_key_key UNIQUE (authority_id, dedupe_key),
  CONSTRAINT message_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX message_account ON public.message USING btree (authority_id, account_id, id) WHERE (read_at IS NULL);
CREATE INDEX message_agency ON public.message USING btree (authority_id, agency_id, id) WHERE (read_at IS NULL);
GRANT delete, insert, select, update ON message TO doi_thoai;

CREATE TABLE minutes (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  secretary_name text DEFAULT ''::text NOT NULL,
  proceedings text DEFAULT ''::text NOT NULL,
  conclusion text DEFAULT ''::text NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  locked_by_secretary bigint,
  locked_by_chair bigint,
  locked_at timestamp with time zone,
  chair_signed_on_paper boolean DEFAULT false NOT NULL,
  paper_id bigint,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT minutes_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT minutes_authority_id_dialogue_id_key UNIQUE (authority_id, dialogue_id),
  CONSTRAINT minutes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'locked'::text]))),
  CONSTRAINT minutes_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT minutes_locked_by_chair_fkey FOREIGN KEY (locked_by_chair) REFERENCES account(id),
  CONSTRAINT minutes_locked_by_secretary_fkey FOREIGN KEY (locked_by_secretary) REFERENCES account(id)
);
GRANT delete, insert, select, update ON minutes TO doi_thoai;

CREATE TABLE minutes_revision (
  authority_id bigint NOT NULL,
  minutes_id bigint NOT NULL,
  version integer NOT NULL,
  secretary_name text NOT NULL,
  proceedings text NOT NULL,
  conclusion text NOT NULL,
  account_id bigint,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT minutes_revision_pkey PRIMARY KEY (authority_id, minutes_id, version),
  CONSTRAINT minutes_revision_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT minutes_revision_authority_id_minutes_id_fkey FOREIGN KEY (authority_id, minutes_id) REFERENCES minutes(authority_id, id)
);
GRANT delete, insert, select, update ON minutes_revision TO doi_thoai;

CREATE TABLE number_book (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  name text NOT NULL,
  issuer_agency_id bigint NOT NULL,
  paper_kinds text[] NOT NULL,
  mode text NOT NULL,
  period text NOT NULL,
  term_from date,
  term_to date,
  pattern text NOT NULL,
  first_number integer DEFAULT 1 NOT NULL,
  from_day date NOT NULL,
  to_day date,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT number_book_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT number_book_check CHECK (((period = 'year'::text) OR (term_from IS NOT NULL))),
  CONSTRAINT number_book_first_number_check CHECK ((first_number > 0)),
  CONSTRAINT number_book_mode_check CHECK ((mode = ANY (ARRAY['ours'::text, 'external'::text]))),
  CONSTRAINT number_book_pattern_check CHECK ((POSITION(('{n}'::text) IN (pattern)) > 0)),
  CONSTRAINT number_book_period_check CHECK ((period = ANY (ARRAY['year'::text, 'term'::text]))),
  CONSTRAINT number_book_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT number_book_authority_id_issuer_agency_id_fkey FOREIGN KEY (authority_id, issuer_agency_id) REFERENCES agency(authority_id, id)
);
CREATE INDEX number_book_issuer ON public.number_book USING btree (authority_id, issuer_agency_id);
GRANT delete, insert, select, update ON number_book TO doi_thoai;

CREATE TABLE number_book_head (
  authority_id bigint NOT NULL,
  book_id bigint NOT NULL,
  period text NOT NULL,
  last_number integer NOT NULL,
  CONSTRAINT number_book_head_pkey PRIMARY KEY (authority_id, book_id, period)
);
GRANT delete, insert, select, update ON number_book_head TO doi_thoai;

CREATE TABLE number_entry (
  authority_id bigint NOT NULL,
  book_id bigint NOT NULL,
  period text NOT NULL,
  number integer NOT NULL,
  suffix text DEFAULT ''::text NOT NULL,
  paper_id bigint,
  void_reason text,
  taken_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT number_entry_pkey PRIMARY KEY (authority_id, book_id, period, number, suffix),
  CONSTRAINT number_entry_check CHECK (((paper_id IS NOT NULL) OR (void_reason IS NOT NULL))),
  CONSTRAINT number_entry_number_check CHECK ((number > 0)),
  CONSTRAINT number_entry_suffix_check CHECK ((suffix ~ '^[a-z]{0,2}$'::text)),
  CONSTRAINT number_entry_authority_id_book_id_fkey FOREIGN KEY (authority_id, book_id) REFERENCES number_book(authority_id, id),
  CONSTRAINT number_entry_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id)
);
CREATE UNIQUE INDEX number_entry_paper ON public.number_entry USING btree (authority_id, paper_id);
GRANT delete, insert, select, update ON number_entry TO doi_thoai;

CREATE TABLE opinion (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  list_id bigint NOT NULL,
  petitioner_kind text NOT NULL,
  petitioner_name text DEFAULT ''::text NOT NULL,
  phone text DEFAULT ''::text NOT NULL,
  address text DEFAULT ''::text NOT NULL,
  village_agency_id bigint,
  headcount integer,
  content text NOT NULL,
  kind text DEFAULT 'request'::text NOT NULL,
  subject_area text,
  received_on date NOT NULL,
  merged_into_id bigint,
  state text DEFAULT 'kept'::text NOT NULL,
  petition_id bigint,
  entered_by bigint,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT opinion_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT opinion_state_check CHECK ((state = ANY (ARRAY['kept'::text, 'withdrawn'::text]))),
  CONSTRAINT opinion_authority_id_list_id_fkey FOREIGN KEY (authority_id, list_id) REFERENCES opinion_list(authority_id, id),
  CONSTRAINT opinion_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT opinion_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
CREATE INDEX opinion_of_list ON public.opinion USING btree (authority_id, list_id, id);
GRANT insert, select, update ON opinion TO doi_thoai;

CREATE TABLE opinion_list (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  agency_id bigint NOT NULL,
  dialogue_id bigint,
  title text NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  sent_on date,
  forwarded_on date,
  received_on date,
  remark text,
  created_by bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT opinion_list_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT opinion_list_state_check CHECK ((state = ANY (ARRAY['open'::text, 'atFront'::text, 'returned'::text, 'atOffice'::text, 'received'::text]))),
  CONSTRAINT opinion_list_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT opinion_list_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT opinion_list_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT opinion_list_created_by_fkey FOREIGN KEY (created_by) REFERENCES account(id)
);
CREATE INDEX opinion_list_agency ON public.opinion_list USING btree (authority_id, agency_id, id DESC);
CREATE INDEX opinion_list_state ON public.opinion_list USING btree (authority_id, state, id DESC);
GRANT insert, select, update ON opinion_list TO doi_thoai;

CREATE TABLE outbox_item (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  outbox_id bigint NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  params jsonb DEFAULT '{}'::jsonb NOT NULL,
  dedupe_key text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT outbox_item_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT outbox_item_authority_id_dedupe_key_key UNIQUE (authority_id, dedupe_key),
  CONSTRAINT outbox_item_authority_id_outbox_id_fkey FOREIGN KEY (authority_id, outbox_id) REFERENCES outbox_message(authority_id, id)
);
CREATE INDEX outbox_item_message ON public.outbox_item USING btree (authority_id, outbox_id, id);
CREATE INDEX outbox_item_subject ON public.outbox_item USING btree (authority_id, subject_kind, subject_id, id DESC);
GRANT insert, select, update ON outbox_item TO doi_thoai;

CREATE TABLE outbox_message (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  recipient_kind text NOT NULL,
  recipient_id bigint NOT NULL,
  kind text NOT NULL,
  state text DEFAULT 'gathering'::text NOT NULL,
  channel text,
  to_name text DEFAULT ''::text NOT NULL,
  to_address text DEFAULT ''::text NOT NULL,
  subject text DEFAULT ''::text NOT NULL,
  content jsonb,
  message_key uuid DEFAULT gen_random_uuid() NOT NULL,
  tries integer DEFAULT 0 NOT NULL,
  next_try_at timestamp with time zone NOT NULL,
  last_error text,
  cancelled_reason text,
  created_at timestamp with time zone NOT NULL,
  composed_at timestamp with time zone,
  settled_at timestamp with time zone,
  CONSTRAINT outbox_message_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT outbox_message_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'zalo'::text, 'letter'::text]))),
  CONSTRAINT outbox_message_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['petitioner'::text, 'account'::text, 'follower'::text]))),
  CONSTRAINT outbox_message_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'waiting'::text, 'sent'::text, 'failed'::text, 'givenUp'::text, 'printed'::text, 'cancelled'::text]))),
  CONSTRAINT outbox_message_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX outbox_due ON public.outbox_message USING btree (next_try_at) WHERE (state = ANY (ARRAY['gathering'::text, 'waiting'::text, 'failed'::text]));
CREATE UNIQUE INDEX outbox_gathering ON public.outbox_message USING btree (authority_id, recipient_kind, recipient_id, kind) WHERE (state = 'gathering'::text);
CREATE INDEX outbox_recipient ON public.outbox_message USING btree (authority_id, recipient_kind, recipient_id, kind, id DESC);
CREATE INDEX outbox_shown ON public.outbox_message USING btree (authority_id, COALESCE(settled_at, created_at) DESC, id DESC);
GRANT insert, select, update ON outbox_message TO doi_thoai;

CREATE TABLE paper (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  dialogue_id bigint,
  title text NOT NULL,
  body text DEFAULT ''::text NOT NULL,
  issuer_agency_id bigint,
  state text DEFAULT 'draft'::text NOT NULL,
  number text,
  dated_on date,
  signer_name text,
  signer_title text,
  sign_capacity text,
  drafted_by bigint,
  approved_by bigint,
  approved_at timestamp with time zone,
  approved_on_paper boolean DEFAULT false NOT NULL,
  paper_approver text,
  paper_approved_on date,
  issued_at timestamp with time zone,
  issued_by bigint,
  late_entry_reason text,
  late_entry boolean DEFAULT false NOT NULL,
  replaces_paper_id bigint,
  void_reason text,
  erased_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  edited_by bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  CONSTRAINT paper_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT paper_check CHECK (((state <> 'issued'::text) OR (dated_on IS NOT NULL))),
  CONSTRAINT paper_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'issued'::text, 'void'::text]))),
  CONSTRAINT paper_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES account(id),
  CONSTRAINT paper_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT paper_authority_id_issuer_agency_id_fkey FOREIGN KEY (authority_id, issuer_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT paper_authority_id_replaces_paper_id_fkey FOREIGN KEY (authority_id, replaces_paper_id) REFERENCES paper(authority_id, id),
  CONSTRAINT paper_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES account(id),
  CONSTRAINT paper_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES account(id)
);
CREATE INDEX paper_dialogue ON public.paper USING btree (authority_id, dialogue_id, kind);
CREATE INDEX paper_folded ON public.paper USING gin (authority_id, fold(((title || ' '::text) || COALESCE(number, ''::text))) gin_trgm_ops);
CREATE INDEX paper_issuer ON public.paper USING btree (authority_id, issuer_agency_id, id DESC);
CREATE INDEX paper_newest ON public.paper USING btree (authority_id, id DESC);
CREATE INDEX paper_replaces ON public.paper USING btree (authority_id, replaces_paper_id);
CREATE INDEX paper_subject ON public.paper USING btree (authority_id, subject_kind, subject_id);
GRANT delete, insert, select, update ON paper TO doi_thoai;

CREATE TABLE paper_recipient (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  paper_id bigint NOT NULL,
  agency_id bigint,
  petitioner_id bigint,
  name text NOT NULL,
  purpose text NOT NULL,
  channel text,
  sent_on date,
  received_on date,
  received_note text,
  version integer DEFAULT 1 NOT NULL,
  remark text DEFAULT ''::text NOT NULL,
  written_to boolean DEFAULT false NOT NULL,
  CONSTRAINT paper_recipient_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT paper_recipient_check CHECK (((received_on IS NULL) OR (sent_on IS NOT NULL))),
  CONSTRAINT paper_recipient_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT paper_recipient_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id)
);
CREATE INDEX paper_recipient_agency ON public.paper_recipient USING btree (authority_id, agency_id, paper_id);
CREATE INDEX paper_recipient_paper ON public.paper_recipient USING btree (authority_id, paper_id);
GRANT delete, insert, select, update ON paper_recipient TO doi_thoai;

CREATE TABLE paper_sheet (
  authority_id bigint NOT NULL,
  paper_id bigint NOT NULL,
  about text NOT NULL,
  about_id bigint NOT NULL,
  agency_id bigint,
  variant text DEFAULT ''::text NOT NULL,
  branch text NOT NULL,
  template_id bigint,
  template_sha256 text NOT NULL,
  word_form_id bigint,
  sheet jsonb NOT NULL,
  from_data jsonb NOT NULL,
  drawn_at timestamp with time zone NOT NULL,
  drawn_by bigint,
  word_attachment_id bigint,
  layout_id text,
  sealed_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  petition_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  CONSTRAINT paper_sheet_pkey PRIMARY KEY (authority_id, paper_id),
  CONSTRAINT paper_sheet_branch_check CHECK ((branch = ANY (ARRAY['state'::text, 'party'::text, 'front'::text]))),
  CONSTRAINT paper_sheet_check CHECK (((layout_id IS NULL) = (sealed_at IS NULL))),
  CONSTRAINT paper_sheet_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id),
  CONSTRAINT paper_sheet_authority_id_template_id_fkey FOREIGN KEY (authority_id, template_id) REFERENCES paper_template(authority_id, id),
  CONSTRAINT paper_sheet_authority_id_word_attachment_id_fkey FOREIGN KEY (authority_id, word_attachment_id) REFERENCES attachment(authority_id, id),
  CONSTRAINT paper_sheet_authority_id_word_form_id_fkey FOREIGN KEY (authority_id, word_form_id) REFERENCES paper_word_form(authority_id, id),
  CONSTRAINT paper_sheet_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES account(id)
);
CREATE INDEX paper_sheet_open_petitions ON public.paper_sheet USING gin (petition_ids) WHERE (sealed_at IS NULL);
GRANT delete, insert, select, update ON paper_sheet TO doi_thoai;

CREATE TABLE paper_spelling (
  authority_id bigint NOT NULL,
  uy text NOT NULL,
  oa text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT paper_spelling_pkey PRIMARY KEY (authority_id),
  CONSTRAINT paper_spelling_oa_check CHECK ((oa = ANY (ARRAY['o'::text, 'a'::text]))),
  CONSTRAINT paper_spelling_uy_check CHECK ((uy = ANY (ARRAY['u'::text, 'y'::text]))),
  CONSTRAINT paper_spelling_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
GRANT insert, select, update ON paper_spelling TO doi_thoai;

CREATE TABLE paper_template (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  variant text DEFAULT ''::text NOT NULL,
  branch text DEFAULT ''::text NOT NULL,
  version_no integer NOT NULL,
  wording jsonb,
  reason text DEFAULT ''::text NOT NULL,
  made_by bigint,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT paper_template_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT paper_template_authority_id_kind_variant_branch_version_no_key UNIQUE (authority_id, kind, variant, branch, version_no),
  CONSTRAINT paper_template_branch_check CHECK ((branch = ANY (ARRAY[''::text, 'state'::text, 'party'::text, 'front'::text]))),
  CONSTRAINT paper_template_version_no_check CHECK ((version_no > 0)),
  CONSTRAINT paper_template_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT paper_template_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
);
GRANT insert, select ON paper_template TO doi_thoai;

CREATE TABLE paper_word_form (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  variant text DEFAULT ''::text NOT NULL,
  branch text DEFAULT ''::text NOT NULL,
  version_no integer NOT NULL,
  attachment_id bigint,
  places text[] DEFAULT '{}'::text[] NOT NULL,
  made_by bigint,
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT paper_word_form_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT paper_word_form_authority_id_kind_variant_branch_version_no_key UNIQUE (authority_id, kind, variant, branch, version_no),
  CONSTRAINT paper_word_form_branch_check CHECK ((branch = ANY (ARRAY[''::text, 'state'::text, 'party'::text, 'front'::text]))),
  CONSTRAINT paper_word_form_version_no_check CHECK ((version_no > 0)),
  CONSTRAINT paper_word_form_authority_id_attachment_id_fkey FOREIGN KEY (authority_id, attachment_id) REFERENCES attachment(authority_id, id),
  CONSTRAINT paper_word_form_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT paper_word_form_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id)
);
GRANT insert, select ON paper_word_form TO doi_thoai;

CREATE TABLE person (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  full_name text NOT NULL,
  email text,
  phone text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT person_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX person_folded ON public.person USING gin (authority_id, fold(full_name) gin_trgm_ops);
GRANT delete, insert, select, update ON person TO doi_thoai;

CREATE TABLE petition (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  code text NOT NULL,
  submission_id bigint NOT NULL,
  dialogue_id bigint,
  petitioner_id bigint NOT NULL,
  received_on date NOT NULL,
  raised text NOT NULL,
  content text NOT NULL,
  kind text DEFAULT 'request'::text NOT NULL,
  subject_area text,
  audience text,
  sphere text,
  urgency text,
  sensitive boolean DEFAULT false NOT NULL,
  confidential boolean DEFAULT false NOT NULL,
  off_topic boolean DEFAULT false NOT NULL,
  disposition text,
  competence text,
  complex boolean DEFAULT false NOT NULL,
  complex_reason text,
  state text DEFAULT 'received'::text NOT NULL,
  lead_agency_id bigint,
  answered_on date,
  answered_how text,
  promised_on date,
  promise text,
  proposed_settlement text,
  proposed_due_on date,
  settled_on date,
  settlement text,
  petitioner_agrees boolean,
  petitioner_said text,
  petitioner_asked_on date,
  resolved_before boolean DEFAULT false NOT NULL,
  deferred_reason text,
  repeat_of_id bigint,
  repeat_number integer DEFAULT 1 NOT NULL,
  continued boolean DEFAULT false NOT NULL,
  merged_into_id bigint,
  conclusion_item_id bigint,
  procedure text,
  procedure_body text,
  procedure_on date,
  petitioner_told_on date,
  accused_agency_id bigint,
  accused_account_id bigint,
  entered_by bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(fold(((code || ' '::text) || content)), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))) STORED,
  acknowledged_on date,
  acknowledged_channel text,
  acknowledgement_note text,
  CONSTRAINT petition_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_authority_id_code_key UNIQUE (authority_id, code),
  CONSTRAINT petition_answered_how_check CHECK ((answered_how = ANY (ARRAY['beforeConference'::text, 'atConference'::text, 'inWriting'::text]))),
  CONSTRAINT petition_check CHECK (((state <> 'answered'::text) OR (answered_on IS NOT NULL))),
  CONSTRAINT petition_check1 CHECK (((acknowledged_on IS NULL) = (acknowledged_channel IS NULL))),
  CONSTRAINT petition_competence_check CHECK ((competence = ANY (ARRAY['within'::text, 'beyond'::text]))),
  CONSTRAINT petition_disposition_check CHECK ((disposition = ANY (ARRAY['answeredAtConference'::text, 'verifyAndReplyLater'::text, 'noteAndReportUp'::text]))),
  CONSTRAINT petition_kind_check CHECK ((kind = ANY (ARRAY['opinion'::text, 'feedback'::text, 'request'::text, 'complaint'::text, 'denunciation'::text]))),
  CONSTRAINT petition_raised_check CHECK ((raised = ANY (ARRAY['before'::text, 'atConference'::text, 'after'::text]))),
  CONSTRAINT petition_sphere_check CHECK ((sphere = ANY (ARRAY['party'::text, 'government'::text, 'publicSecurity'::text]))),
  CONSTRAINT petition_state_check CHECK ((state = ANY (ARRAY['received'::text, 'classified'::text, 'assigned'::text, 'answerPrepared'::text, 'answered'::text, 'transferred'::text, 'escalated'::text, 'handedOver'::text, 'merged'::text, 'withdrawn'::text]))),
  CONSTRAINT petition_authority_id_conclusion_item_id_fkey FOREIGN KEY (authority_id, conclusion_item_id) REFERENCES conclusion_item(authority_id, id),
  CONSTRAINT petition_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT petition_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT petition_authority_id_lead_agency_id_fkey FOREIGN KEY (authority_id, lead_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT petition_authority_id_merged_into_id_fkey FOREIGN KEY (authority_id, merged_into_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_authority_id_petitioner_id_fkey FOREIGN KEY (authority_id, petitioner_id) REFERENCES petitioner(authority_id, id),
  CONSTRAINT petition_authority_id_repeat_of_id_fkey FOREIGN KEY (authority_id, repeat_of_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_authority_id_submission_id_fkey FOREIGN KEY (authority_id, submission_id) REFERENCES submission(authority_id, id),
  CONSTRAINT petition_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
CREATE INDEX petition_area ON public.petition USING btree (authority_id, subject_area, id DESC);
CREATE INDEX petition_dialogue ON public.petition USING btree (authority_id, dialogue_id, id);
CREATE INDEX petition_lead ON public.petition USING btree (authority_id, lead_agency_id, id DESC);
CREATE INDEX petition_newest ON public.petition USING btree (authority_id, id DESC);
CREATE INDEX petition_pairs ON public.petition USING gin (authority_id, syllable_pairs(content));
CREATE INDEX petition_petitioner ON public.petition USING btree (authority_id, petitioner_id);
CREATE INDEX petition_received ON public.petition USING btree (authority_id, received_on, id);
CREATE INDEX petition_state ON public.petition USING btree (authority_id, state, id DESC);
CREATE INDEX petition_submission ON public.petition USING btree (authority_id, submission_id);
CREATE INDEX petition_words ON public.petition USING gin (authority_id, words);
CREATE TRIGGER petition_area_of_replies AFTER UPDATE ON public.petition FOR EACH ROW WHEN ((old.subject_area IS DISTINCT FROM new.subject_area)) EXECUTE FUNCTION keep_area_of_replies();
CREATE TRIGGER petition_copies AFTER UPDATE ON public.petition REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_petitions();
CREATE TRIGGER petition_figures AFTER UPDATE ON public.petition REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_petition_figures();
CREATE TRIGGER petition_figures_gone AFTER DELETE ON public.petition REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_petition_figures_gone();
CREATE TRIGGER petition_figures_new AFTER INSERT ON public.petition REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_petition_figures_new();
GRANT delete, insert, select, update ON petition TO doi_thoai;

CREATE TABLE petition_addition (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  petition_id bigint NOT NULL,
  text text NOT NULL,
  sent_at timestamp with time zone NOT NULL,
  read_by bigint,
  read_at timestamp with time zone,
  CONSTRAINT petition_addition_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_addition_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT petition_addition_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_addition_read_by_fkey FOREIGN KEY (read_by) REFERENCES account(id)
);
CREATE INDEX petition_addition_petition ON public.petition_addition USING btree (authority_id, petition_id, id);
CREATE INDEX petition_addition_unread ON public.petition_addition USING btree (authority_id, petition_id) WHERE (read_at IS NULL);
GRANT delete, insert, select, update ON petition_addition TO doi_thoai;

CREATE TABLE petition_answer (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  petition_id bigint NOT NULL,
  kind text NOT NULL,
  agency_id bigint,
  text text NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  drafted_by bigint,
  approved_by bigint,
  approved_at timestamp with time zone,
  approved_on_paper boolean DEFAULT false NOT NULL,
  paper_approver text,
  paper_approved_on date,
  returned_reason text,
  answered_by_name text,
  paper_id bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  edited_by bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  CONSTRAINT petition_answer_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_answer_kind_check CHECK ((kind = ANY (ARRAY['prepared'::text, 'atConference'::text, 'reply'::text, 'verification'::text, 'settlement'::text, 'escalationAnswer'::text]))),
  CONSTRAINT petition_answer_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'returned'::text]))),
  CONSTRAINT petition_answer_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES account(id),
  CONSTRAINT petition_answer_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT petition_answer_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id),
  CONSTRAINT petition_answer_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_answer_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES account(id)
);
CREATE INDEX petition_answer_petition ON public.petition_answer USING btree (authority_id, petition_id, id);
GRANT delete, insert, select, update ON petition_answer TO doi_thoai;

CREATE TABLE petition_code_counter (
  authority_id bigint NOT NULL,
  year integer NOT NULL,
  last_number integer NOT NULL,
  CONSTRAINT petition_code_counter_pkey PRIMARY KEY (authority_id, year)
);
GRANT delete, insert, select, update ON petition_code_counter TO doi_thoai;

CREATE TABLE petition_copetitioner (
  authority_id bigint NOT NULL,
  petition_id bigint NOT NULL,
  petitioner_id bigint NOT NULL,
  from_petition_id bigint,
  CONSTRAINT petition_copetitioner_pkey PRIMARY KEY (authority_id, petition_id, petitioner_id),
  CONSTRAINT petition_copetitioner_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_copetitioner_authority_id_petitioner_id_fkey FOREIGN KEY (authority_id, petitioner_id) REFERENCES petitioner(authority_id, id)
);
GRANT delete, insert, select, update ON petition_copetitioner TO doi_thoai;

CREATE TABLE petition_escalation (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  petition_id bigint NOT NULL,
  to_agency_id bigint NOT NULL,
  sent_on date NOT NULL,
  content text NOT NULL,
  paper_id bigint,
  answer_received_on date,
  answer text,
  petitioner_told_on date,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT petition_escalation_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_escalation_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_escalation_authority_id_to_agency_id_fkey FOREIGN KEY (authority_id, to_agency_id) REFERENCES agency(authority_id, id)
);
GRANT delete, insert, select, update ON petition_escalation TO doi_thoai;

CREATE TABLE petition_link (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  petition_id bigint NOT NULL,
  other_id bigint NOT NULL,
  kind text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT petition_link_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_link_kind_check CHECK ((kind = ANY (ARRAY['repeat'::text, 'continued'::text, 'merged'::text, 'related'::text]))),
  CONSTRAINT petition_link_authority_id_other_id_fkey FOREIGN KEY (authority_id, other_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_link_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id)
);
GRANT delete, insert, select, update ON petition_link TO doi_thoai;

CREATE TABLE petition_opinion (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  petition_id bigint NOT NULL,
  solved text NOT NULL,
  clear text NOT NULL,
  said text DEFAULT ''::text NOT NULL,
  on_day date NOT NULL,
  CONSTRAINT petition_opinion_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_opinion_clear_check CHECK ((clear = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  CONSTRAINT petition_opinion_solved_check CHECK ((solved = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  CONSTRAINT petition_opinion_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT petition_opinion_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id)
);
CREATE INDEX petition_opinion_petition ON public.petition_opinion USING btree (authority_id, petition_id, id);
GRANT delete, insert, select, update ON petition_opinion TO doi_thoai;

CREATE TABLE petition_reader (
  authority_id bigint NOT NULL,
  petition_id bigint NOT NULL,
  account_id bigint NOT NULL,
  added_by bigint,
  reason text NOT NULL,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT petition_reader_pkey PRIMARY KEY (authority_id, petition_id, account_id),
  CONSTRAINT petition_reader_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT petition_reader_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  CONSTRAINT petition_reader_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id)
);
GRANT delete, insert, select, update ON petition_reader TO doi_thoai;

CREATE TABLE petition_seconding (
  authority_id bigint NOT NULL,
  petition_id bigint NOT NULL,
  contact_hash text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT petition_seconding_pkey PRIMARY KEY (authority_id, petition_id, contact_hash),
  CONSTRAINT petition_seconding_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT petition_seconding_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id)
);
CREATE TRIGGER petition_seconding_copies AFTER INSERT ON public.petition_seconding REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_secondings();
GRANT delete, insert, select, update ON petition_seconding TO doi_thoai;

CREATE TABLE petition_support (
  authority_id bigint NOT NULL,
  petition_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  asked_on date NOT NULL,
  contributed_on date,
  contribution text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT petition_support_pkey PRIMARY KEY (authority_id, petition_id, agency_id),
  CONSTRAINT petition_support_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT petition_support_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id)
);
CREATE INDEX petition_support_agency ON public.petition_support USING btree (authority_id, agency_id, petition_id);
CREATE TRIGGER petition_support_copies_gone AFTER DELETE ON public.petition_support REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_supports();
CREATE TRIGGER petition_support_copies_new AFTER INSERT ON public.petition_support REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_supports();
GRANT delete, insert, select, update ON petition_support TO doi_thoai;

CREATE TABLE petition_transfer (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  petition_id bigint NOT NULL,
  to_agency_id bigint NOT NULL,
  transferred_on date NOT NULL,
  reason text NOT NULL,
  slip_paper_id bigint,
  petitioner_told_on date,
  front_copied_on date,
  answer_received_on date,
  answer text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT petition_transfer_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petition_transfer_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT petition_transfer_authority_id_to_agency_id_fkey FOREIGN KEY (authority_id, to_agency_id) REFERENCES agency(authority_id, id)
);
GRANT delete, insert, select, update ON petition_transfer TO doi_thoai;

CREATE TABLE petitioner (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  name text DEFAULT ''::text NOT NULL,
  representative text DEFAULT ''::text NOT NULL,
  headcount integer,
  phone text,
  email text,
  address text DEFAULT ''::text NOT NULL,
  village_agency_id bigint,
  erased_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT petitioner_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT petitioner_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text, 'group'::text, 'unnamed'::text]))),
  CONSTRAINT petitioner_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT petitioner_authority_id_village_agency_id_fkey FOREIGN KEY (authority_id, village_agency_id) REFERENCES agency(authority_id, id)
);
CREATE INDEX petitioner_name ON public.petitioner USING gin (authority_id, fold(name) gin_trgm_ops);
CREATE TRIGGER petitioner_copies AFTER UPDATE ON public.petitioner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_petitioners();
GRANT delete, insert, select, update ON petitioner TO doi_thoai;

CREATE TABLE plan (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  issuer_agency_id bigint NOT NULL,
  regulation_version_id bigint NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  purpose text DEFAULT ''::text NOT NULL,
  requirements text DEFAULT ''::text NOT NULL,
  motto text DEFAULT ''::text NOT NULL,
  closing text DEFAULT ''::text NOT NULL,
  paper_id bigint,
  replaces_plan_id bigint,
  published_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT plan_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'approved'::text, 'issued'::text, 'published'::text, 'replaced'::text]))),
  CONSTRAINT plan_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT plan_authority_id_issuer_agency_id_fkey FOREIGN KEY (authority_id, issuer_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT plan_authority_id_paper_id_fkey FOREIGN KEY (authority_id, paper_id) REFERENCES paper(authority_id, id),
  CONSTRAINT plan_regulation_version_id_fkey FOREIGN KEY (regulation_version_id) REFERENCES regulation_version(id)
);
CREATE INDEX plan_year ON public.plan USING btree (authority_id, year);
CREATE TRIGGER plan_copies AFTER UPDATE ON public.plan REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_plans();
CREATE TRIGGER plan_figures AFTER UPDATE ON public.plan REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_plan_figures();
CREATE TRIGGER plan_figures_gone AFTER DELETE ON public.plan REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_plan_figures_gone();
CREATE TRIGGER plan_figures_new AFTER INSERT ON public.plan REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_plan_figures_new();
CREATE TRIGGER plan_targets AFTER UPDATE ON public.plan FOR EACH ROW WHEN (((old.year IS DISTINCT FROM new.year) OR (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION mark_year_of_plan();
CREATE TRIGGER plan_targets_new AFTER INSERT OR DELETE ON public.plan FOR EACH ROW EXECUTE FUNCTION mark_year_of_plan();
GRANT delete, insert, select, update ON plan TO doi_thoai;

CREATE TABLE plan_basis (
  authority_id bigint NOT NULL,
  plan_id bigint NOT NULL,
  legal_basis_id bigint NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT plan_basis_pkey PRIMARY KEY (authority_id, plan_id, legal_basis_id),
  CONSTRAINT plan_basis_authority_id_legal_basis_id_fkey FOREIGN KEY (authority_id, legal_basis_id) REFERENCES legal_basis(authority_id, id),
  CONSTRAINT plan_basis_authority_id_plan_id_fkey FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, id)
);
GRANT delete, insert, select, update ON plan_basis TO doi_thoai;

CREATE TABLE plan_dissemination (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  plan_id bigint NOT NULL,
  channel text NOT NULL,
  done_on date NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  agency_id bigint,
  CONSTRAINT plan_dissemination_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT plan_dissemination_authority_id_plan_id_fkey FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, id)
);
GRANT delete, insert, select, update ON plan_dissemination TO doi_thoai;

CREATE TABLE plan_target (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  plan_id bigint NOT NULL,
  post_kind text NOT NULL,
  label text NOT NULL,
  minimum integer NOT NULL,
  kinds text[] NOT NULL,
  period text DEFAULT 'year'::text NOT NULL,
  counts_indirect boolean DEFAULT false NOT NULL,
  clause text DEFAULT ''::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT plan_target_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT plan_target_minimum_check CHECK ((minimum >= 0)),
  CONSTRAINT plan_target_period_check CHECK ((period = ANY (ARRAY['year'::text, 'H1'::text, 'H2'::text, 'Q1'::text, 'Q2'::text, 'Q3'::text, 'Q4'::text]))),
  CONSTRAINT plan_target_authority_id_plan_id_fkey FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, id)
);
CREATE TRIGGER plan_target_standing AFTER INSERT OR DELETE OR UPDATE ON public.plan_target FOR EACH ROW EXECUTE FUNCTION mark_year_of_target();
GRANT delete, insert, select, update ON plan_target TO doi_thoai;

CREATE TABLE plan_task (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  plan_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  "position" integer NOT NULL,
  content text NOT NULL,
  role text DEFAULT 'lead'::text NOT NULL,
  due_on date,
  done_on date,
  result text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT plan_task_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT plan_task_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'supporting'::text]))),
  CONSTRAINT plan_task_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT plan_task_authority_id_plan_id_fkey FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, id)
);
GRANT delete, insert, select, update ON plan_task TO doi_thoai;

CREATE TABLE planned_dialogue (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  plan_id bigint NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  form text NOT NULL,
  chair_model text NOT NULL,
  session_kind text,
  topic text DEFAULT ''::text NOT NULL,
  audience text[] DEFAULT '{}'::text[] NOT NULL,
  expected_from date NOT NULL,
  expected_to date NOT NULL,
  venue text DEFAULT ''::text NOT NULL,
  lead_agency_id bigint,
  dropped_reason text,
  replaces_planned_id bigint,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT planned_dialogue_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT planned_dialogue_check CHECK ((expected_to >= expected_from)),
  CONSTRAINT planned_dialogue_authority_id_lead_agency_id_fkey FOREIGN KEY (authority_id, lead_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT planned_dialogue_authority_id_plan_id_fkey FOREIGN KEY (authority_id, plan_id) REFERENCES plan(authority_id, id)
);
CREATE TRIGGER planned_dialogue_figures AFTER UPDATE ON public.planned_dialogue REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_planned_dialogue_figures();
CREATE TRIGGER planned_dialogue_figures_gone AFTER DELETE ON public.planned_dialogue REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_planned_dialogue_figures_gone();
CREATE TRIGGER planned_dialogue_figures_new AFTER INSERT ON public.planned_dialogue REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_planned_dialogue_figures_new();
GRANT delete, insert, select, update ON planned_dialogue TO doi_thoai;

CREATE TABLE portal_count (
  bucket text NOT NULL,
  window_start timestamp with time zone NOT NULL,
  count integer NOT NULL,
  CONSTRAINT portal_count_pkey PRIMARY KEY (bucket, window_start)
);
CREATE INDEX portal_count_age ON public.portal_count USING btree (window_start);
GRANT delete, insert, select, update ON portal_count TO doi_thoai;

CREATE TABLE portal_draft (
  authority_id bigint NOT NULL,
  secret_hash text NOT NULL,
  sealed bytea NOT NULL,
  file_hashes text[] DEFAULT '{}'::text[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  sent_at timestamp with time zone,
  CONSTRAINT portal_draft_pkey PRIMARY KEY (authority_id, secret_hash),
  CONSTRAINT portal_draft_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX portal_draft_expiry ON public.portal_draft USING btree (expires_at);
GRANT delete, insert, select, update ON portal_draft TO doi_thoai;

CREATE TABLE portal_salt (
  day date NOT NULL,
  salt text NOT NULL,
  CONSTRAINT portal_salt_pkey PRIMARY KEY (day)
);
GRANT delete, insert, select, update ON portal_salt TO doi_thoai;

CREATE TABLE post (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  agency_id bigint NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  is_head boolean DEFAULT false NOT NULL,
  deputy_of_post_id bigint,
  from_day date NOT NULL,
  to_day date,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT post_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT post_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT post_authority_id_deputy_of_post_id_fkey FOREIGN KEY (authority_id, deputy_of_post_id) REFERENCES post(authority_id, id)
);
CREATE INDEX post_folded ON public.post USING gin (authority_id, fold(title) gin_trgm_ops);
GRANT delete, insert, select, update ON post TO doi_thoai;

CREATE TABLE post_holding (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  post_id bigint NOT NULL,
  person_id bigint NOT NULL,
  from_day date NOT NULL,
  to_day date,
  basis text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT post_holding_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT post_holding_check CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  CONSTRAINT post_holding_authority_id_person_id_fkey FOREIGN KEY (authority_id, person_id) REFERENCES person(authority_id, id),
  CONSTRAINT post_holding_authority_id_post_id_fkey FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, id)
);
CREATE INDEX post_holding_person ON public.post_holding USING btree (authority_id, person_id);
CREATE INDEX post_holding_post ON public.post_holding USING btree (authority_id, post_id);
GRANT delete, insert, select, update ON post_holding TO doi_thoai;

CREATE TABLE presiding_official (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  post_id bigint NOT NULL,
  person_id bigint,
  capacity text NOT NULL,
  for_post_id bigint,
  sphere text,
  CONSTRAINT presiding_official_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT presiding_official_capacity_check CHECK ((capacity = ANY (ARRAY['chair'::text, 'coChair'::text, 'deputy'::text]))),
  CONSTRAINT presiding_official_sphere_check CHECK ((sphere = ANY (ARRAY['party'::text, 'government'::text, 'publicSecurity'::text]))),
  CONSTRAINT presiding_official_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT presiding_official_authority_id_post_id_fkey FOREIGN KEY (authority_id, post_id) REFERENCES post(authority_id, id)
);
GRANT delete, insert, select, update ON presiding_official TO doi_thoai;

CREATE TABLE printed_form (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  batch_id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  sheet integer,
  entered_at timestamp with time zone,
  entered_by bigint,
  subject_kind text,
  subject_id bigint,
  CONSTRAINT printed_form_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT printed_form_authority_id_dialogue_id_sheet_key UNIQUE (authority_id, dialogue_id, sheet),
  CONSTRAINT printed_form_id_key UNIQUE (id),
  CONSTRAINT printed_form_check CHECK ((((entered_at IS NULL) = (subject_id IS NULL)) AND ((subject_id IS NULL) = (subject_kind IS NULL)))),
  CONSTRAINT printed_form_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['submission'::text, 'speechRegistration'::text]))),
  CONSTRAINT printed_form_authority_id_batch_id_fkey FOREIGN KEY (authority_id, batch_id) REFERENCES form_batch(authority_id, id),
  CONSTRAINT printed_form_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT printed_form_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
CREATE INDEX printed_form_batch ON public.printed_form USING btree (authority_id, batch_id, sheet);
CREATE INDEX printed_form_subject ON public.printed_form USING btree (authority_id, subject_kind, subject_id) WHERE (subject_id IS NOT NULL);
GRANT insert, select, update ON printed_form TO doi_thoai;

CREATE TABLE public_dialogue (
  authority_id bigint NOT NULL,
  id bigint NOT NULL,
  dialogue_id bigint NOT NULL,
  planned_dialogue_id bigint,
  title text NOT NULL,
  kind text NOT NULL,
  form text NOT NULL,
  topic text NOT NULL,
  chair text NOT NULL,
  state text NOT NULL,
  held_on date,
  starts_at text,
  ends_at text,
  venue text NOT NULL,
  online_link text,
  composition text NOT NULL,
  meeting_rules text NOT NULL,
  taking_part text NOT NULL,
  collection_closes_on date,
  agenda jsonb NOT NULL,
  people integer,
  notice_number text,
  notice_on date,
  assessment text,
  results_on date,
  satisfaction jsonb DEFAULT '[]'::jsonb NOT NULL,
  published_on date NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  CONSTRAINT public_dialogue_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT public_dialogue_authority_id_dialogue_id_key UNIQUE (authority_id, dialogue_id),
  CONSTRAINT public_dialogue_authority_id_id_fkey FOREIGN KEY (authority_id, id) REFERENCES publication(authority_id, id)
);
CREATE INDEX public_dialogue_day ON public.public_dialogue USING btree (authority_id, held_on DESC);
GRANT delete, insert, select, update ON public_dialogue TO doi_thoai;

CREATE TABLE public_entry (
  authority_id bigint NOT NULL,
  id bigint NOT NULL,
  kind text NOT NULL,
  subject_id bigint NOT NULL,
  dialogue_id bigint,
  "position" integer DEFAULT 0 NOT NULL,
  code text,
  content text NOT NULL,
  person text,
  conclusion text,
  answer text,
  settlement text,
  area text,
  agency text,
  supporting text[] DEFAULT '{}'::text[] NOT NULL,
  state text NOT NULL,
  received_on date,
  due_on date,
  answered_on date,
  settled_on date,
  satisfied boolean,
  seconded integer DEFAULT 0 NOT NULL,
  published_on date NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  words tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, regexp_replace(fold(((((((COALESCE(code, ''::text) || ' '::text) || content) || ' '::text) || COALESCE(conclusion, ''::text)) || ' '::text) || COALESCE(answer, ''::text))), '[^[:alnum:]]+'::text, ' '::text, 'g'::text))) STORED NOT NULL,
  longer_why text,
  CONSTRAINT public_entry_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT public_entry_authority_id_kind_subject_id_key UNIQUE (authority_id, kind, subject_id),
  CONSTRAINT public_entry_kind_check CHECK ((kind = ANY (ARRAY['petition'::text, 'conclusionItem'::text]))),
  CONSTRAINT public_entry_state_check CHECK ((state = ANY (ARRAY['received'::text, 'assigned'::text, 'answered'::text, 'settled'::text, 'transferred'::text, 'escalated'::text]))),
  CONSTRAINT public_entry_authority_id_id_fkey FOREIGN KEY (authority_id, id) REFERENCES publication(authority_id, id)
);
CREATE INDEX public_entry_dialogue ON public.public_entry USING btree (authority_id, dialogue_id, kind, "position");
CREATE INDEX public_entry_listed ON public.public_entry USING btree (authority_id, published_on DESC, id);
CREATE INDEX public_entry_words ON public.public_entry USING gin (words);
GRANT delete, insert, select, update ON public_entry TO doi_thoai;

CREATE TABLE public_notice (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  purpose text NOT NULL,
  channel text NOT NULL,
  done_on date NOT NULL,
  at_time text,
  times integer DEFAULT 1 NOT NULL,
  place text DEFAULT ''::text NOT NULL,
  content text DEFAULT ''::text NOT NULL,
  done_by_agency_id bigint,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT public_notice_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT public_notice_channel_check CHECK ((channel = ANY (ARRAY['media'::text, 'portal'::text, 'loudspeaker'::text, 'posting'::text, 'villageHead'::text]))),
  CONSTRAINT public_notice_purpose_check CHECK ((purpose = ANY (ARRAY['announcement'::text, 'result'::text]))),
  CONSTRAINT public_notice_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
GRANT delete, insert, select, update ON public_notice TO doi_thoai;

CREATE TABLE public_plan (
  authority_id bigint NOT NULL,
  id bigint NOT NULL,
  plan_id bigint NOT NULL,
  year integer NOT NULL,
  title text NOT NULL,
  issuer text NOT NULL,
  number text,
  issued_on date,
  purpose text NOT NULL,
  requirements text NOT NULL,
  motto text NOT NULL,
  targets jsonb NOT NULL,
  dialogues jsonb NOT NULL,
  published_on date NOT NULL,
  CONSTRAINT public_plan_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT public_plan_authority_id_id_fkey FOREIGN KEY (authority_id, id) REFERENCES publication(authority_id, id)
);
GRANT delete, insert, select, update ON public_plan TO doi_thoai;

CREATE TABLE publication (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject_kind text NOT NULL,
  subject_id bigint NOT NULL,
  dialogue_id bigint,
  state text DEFAULT 'published'::text NOT NULL,
  edition integer DEFAULT 1 NOT NULL,
  source_hash text NOT NULL,
  finds jsonb DEFAULT '[]'::jsonb NOT NULL,
  decided_by bigint,
  decided_at timestamp with time zone NOT NULL,
  taken_back_at timestamp with time zone,
  taken_back_reason text,
  version integer DEFAULT 1 NOT NULL,
  CONSTRAINT publication_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT publication_authority_id_subject_kind_subject_id_key UNIQUE (authority_id, subject_kind, subject_id),
  CONSTRAINT publication_state_check CHECK ((state = ANY (ARRAY['published'::text, 'takenBack'::text]))),
  CONSTRAINT publication_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['plan'::text, 'dialogue'::text, 'petition'::text, 'conclusionItem'::text]))),
  CONSTRAINT publication_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT publication_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id)
);
CREATE INDEX publication_dialogue ON public.publication USING btree (authority_id, dialogue_id);
GRANT insert, select, update ON publication TO doi_thoai;

CREATE TABLE refused_address (
  address_hash text NOT NULL,
  refused_at timestamp with time zone NOT NULL,
  CONSTRAINT refused_address_pkey PRIMARY KEY (address_hash)
);
GRANT delete, insert, select, update ON refused_address TO doi_thoai;

CREATE TABLE regulation_version (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  regulation_id text NOT NULL,
  version text NOT NULL,
  name text NOT NULL,
  number text NOT NULL,
  "overlay" boolean DEFAULT false NOT NULL,
  origin text NOT NULL,
  data jsonb NOT NULL,
  sha256 text NOT NULL,
  owner_authority_id bigint,
  based_on_id bigint,
  entered_by bigint,
  entered_at timestamp with time zone DEFAULT now() NOT NULL,
  retired_on date,
  CONSTRAINT regulation_version_pkey PRIMARY KEY (id),
  CONSTRAINT regulation_version_regulation_id_version_key UNIQUE (regulation_id, version),
  CONSTRAINT regulation_version_origin_check CHECK ((origin = ANY (ARRAY['shipped'::text, 'imported'::text, 'edited'::text]))),
  CONSTRAINT regulation_version_based_on_id_fkey FOREIGN KEY (based_on_id) REFERENCES regulation_version(id)
);
GRANT delete, insert, select, update ON regulation_version TO doi_thoai;

CREATE TABLE report (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  subject_id bigint NOT NULL,
  rule_key text NOT NULL,
  label text NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  due_on date NOT NULL,
  state text DEFAULT 'draft'::text NOT NULL,
  forms jsonb NOT NULL,
  texts jsonb DEFAULT '{}'::jsonb NOT NULL,
  figures jsonb DEFAULT '{}'::jsonb NOT NULL,
  lists jsonb,
  counted_at timestamp with time zone DEFAULT now() NOT NULL,
  submitted_on date,
  submitted_by bigint,
  decided_on date,
  decided_by bigint,
  remark text,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  paper_number text,
  paper_dated_on date,
  context jsonb,
  handed_to_id bigint,
  CONSTRAINT report_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT report_authority_id_subject_id_rule_key_key UNIQUE (authority_id, subject_id, rule_key),
  CONSTRAINT report_check CHECK ((to_day >= from_day)),
  CONSTRAINT report_check1 CHECK (((state <> ALL (ARRAY['submitted'::text, 'accepted'::text])) OR (submitted_on IS NOT NULL))),
  CONSTRAINT report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text]))),
  CONSTRAINT report_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT report_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  CONSTRAINT report_handed_to_id_fkey FOREIGN KEY (handed_to_id) REFERENCES authority(id),
  CONSTRAINT report_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES account(id)
);
CREATE INDEX report_period ON public.report USING btree (subject_id, authority_id);
CREATE CONSTRAINT TRIGGER report_kept AFTER INSERT OR DELETE OR UPDATE ON public.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_report_of_row();
GRANT delete, insert, select, update ON report TO doi_thoai;

CREATE TABLE report_below (
  authority_id bigint NOT NULL,
  subject_id bigint NOT NULL,
  owed integer NOT NULL,
  handed_in integer NOT NULL,
  figures jsonb NOT NULL
);
CREATE INDEX report_below_subject ON public.report_below USING btree (authority_id, subject_id);
GRANT delete, insert, select, update ON report_below TO doi_thoai;

CREATE TABLE report_correction (
  authority_id bigint NOT NULL,
  report_id bigint NOT NULL,
  figure text NOT NULL,
  counted bigint NOT NULL,
  corrected bigint NOT NULL,
  reason text NOT NULL,
  account_id bigint,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT report_correction_pkey PRIMARY KEY (authority_id, report_id, figure),
  CONSTRAINT report_correction_corrected_check CHECK ((corrected >= 0)),
  CONSTRAINT report_correction_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT report_correction_authority_id_report_id_fkey FOREIGN KEY (authority_id, report_id) REFERENCES report(authority_id, id)
);
CREATE CONSTRAINT TRIGGER report_correction_kept AFTER INSERT OR DELETE OR UPDATE ON public.report_correction DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_report_of_correction();
GRANT delete, insert, select, update ON report_correction TO doi_thoai;

CREATE TABLE report_form (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  form_key text NOT NULL,
  number integer NOT NULL,
  data jsonb NOT NULL,
  reason text NOT NULL,
  entered_by bigint,
  entered_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT report_form_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT report_form_authority_id_form_key_number_key UNIQUE (authority_id, form_key, number),
  CONSTRAINT report_form_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT report_form_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
GRANT delete, insert, select, update ON report_form TO doi_thoai;

CREATE TABLE report_step (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  report_id bigint NOT NULL,
  act text NOT NULL,
  on_day date NOT NULL,
  remark text,
  account_id bigint,
  by_name text NOT NULL,
  by_authority_id bigint NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT report_step_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT report_step_act_check CHECK ((act = ANY (ARRAY['submitted'::text, 'returned'::text, 'accepted'::text]))),
  CONSTRAINT report_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT report_step_authority_id_report_id_fkey FOREIGN KEY (authority_id, report_id) REFERENCES report(authority_id, id),
  CONSTRAINT report_step_by_authority_id_fkey FOREIGN KEY (by_authority_id) REFERENCES authority(id)
);
CREATE INDEX report_step_report ON public.report_step USING btree (authority_id, report_id, id);
GRANT delete, insert, select, update ON report_step TO doi_thoai;

CREATE TABLE report_taken (
  authority_id bigint NOT NULL,
  subject_id bigint NOT NULL,
  owed integer NOT NULL,
  handed_in integer NOT NULL,
  figures jsonb NOT NULL,
  went_to bigint,
  CONSTRAINT report_taken_pkey PRIMARY KEY (authority_id, subject_id),
  CONSTRAINT report_taken_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id)
);
CREATE INDEX report_taken_elsewhere ON public.report_taken USING btree (went_to, subject_id) WHERE (went_to IS NOT NULL);
CREATE INDEX report_taken_missing ON public.report_taken USING btree (subject_id, authority_id) WHERE (handed_in = 0);
GRANT delete, insert, select, update ON report_taken TO doi_thoai;

CREATE TABLE request_signer (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  request_id bigint NOT NULL,
  name text NOT NULL,
  village text DEFAULT ''::text NOT NULL,
  contact_hash text NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  CONSTRAINT request_signer_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT request_signer_authority_id_request_id_contact_hash_key UNIQUE (authority_id, request_id, contact_hash),
  CONSTRAINT request_signer_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT request_signer_authority_id_request_id_fkey FOREIGN KEY (authority_id, request_id) REFERENCES dialogue_request(authority_id, id)
);
GRANT delete, insert, select, update ON request_signer TO doi_thoai;

CREATE TABLE schema_migration (
  number integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (number)
);
GRANT select ON schema_migration TO doi_thoai;

CREATE TABLE session (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  token_hash text NOT NULL,
  account_id bigint NOT NULL,
  membership_id bigint,
  created_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  user_agent text,
  address text,
  second_factor_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_reason text,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_token_hash_key UNIQUE (token_hash),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  CONSTRAINT session_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(id)
);
CREATE INDEX session_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL);
GRANT delete, insert, select, update ON session TO doi_thoai;

CREATE TABLE sign_in_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  login_hash text NOT NULL,
  address text,
  at timestamp with time zone NOT NULL,
  succeeded boolean NOT NULL,
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX sign_in_attempt_address ON public.sign_in_attempt USING btree (address, at);
CREATE INDEX sign_in_attempt_login ON public.sign_in_attempt USING btree (login_hash, at);
GRANT delete, insert, select, update ON sign_in_attempt TO doi_thoai;

CREATE TABLE speech_registration (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  "position" integer NOT NULL,
  speaker_name text NOT NULL,
  village text DEFAULT ''::text NOT NULL,
  content text DEFAULT ''::text NOT NULL,
  minutes integer,
  registered text NOT NULL,
  submission_id bigint,
  state text DEFAULT 'registered'::text NOT NULL,
  off_topic boolean DEFAULT false NOT NULL,
  started_at text,
  ended_at text,
  version integer DEFAULT 1 NOT NULL,
  from_portal boolean DEFAULT false NOT NULL,
  phone text,
  email text,
  token_hash text,
  contact_hash text,
  CONSTRAINT speech_registration_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT speech_registration_authority_id_dialogue_id_position_key UNIQUE (authority_id, dialogue_id, "position") DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT speech_registration_registered_check CHECK ((registered = ANY (ARRAY['before'::text, 'onSite'::text]))),
  CONSTRAINT speech_registration_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'spoken'::text, 'withdrawn'::text, 'absent'::text]))),
  CONSTRAINT speech_registration_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id)
);
CREATE UNIQUE INDEX speech_registration_token ON public.speech_registration USING btree (authority_id, token_hash) WHERE (token_hash IS NOT NULL);
GRANT delete, insert, select, update ON speech_registration TO doi_thoai;

CREATE TABLE stored_file (
  sha256 text NOT NULL,
  size bigint NOT NULL,
  media_type text NOT NULL,
  stored_at timestamp with time zone DEFAULT now() NOT NULL,
  erased_at timestamp with time zone,
  CONSTRAINT stored_file_pkey PRIMARY KEY (sha256),
  CONSTRAINT stored_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
GRANT delete, insert, select, update ON stored_file TO doi_thoai;

CREATE TABLE submission (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint,
  petitioner_id bigint NOT NULL,
  channel text NOT NULL,
  received_on date NOT NULL,
  forwarded_by_agency_id bigint,
  text text NOT NULL,
  consent_to_publish_name boolean DEFAULT false NOT NULL,
  confidential boolean DEFAULT false NOT NULL,
  written_by text,
  interpreter_needed text,
  entered_by bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT submission_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT submission_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT submission_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT submission_authority_id_petitioner_id_fkey FOREIGN KEY (authority_id, petitioner_id) REFERENCES petitioner(authority_id, id),
  CONSTRAINT submission_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
CREATE INDEX submission_dialogue ON public.submission USING btree (authority_id, dialogue_id);
CREATE INDEX submission_forwarded ON public.submission USING btree (authority_id, forwarded_by_agency_id) WHERE (forwarded_by_agency_id IS NOT NULL);
CREATE INDEX submission_petitioner ON public.submission USING btree (authority_id, petitioner_id);
CREATE TRIGGER submission_copies AFTER UPDATE ON public.submission REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION follow_changed_submissions();
GRANT delete, insert, select, update ON submission TO doi_thoai;

CREATE TABLE submission_receipt (
  authority_id bigint NOT NULL,
  submission_id bigint NOT NULL,
  received_at timestamp with time zone NOT NULL,
  fingerprint text NOT NULL,
  text_hash text DEFAULT ''::text NOT NULL,
  CONSTRAINT submission_receipt_pkey PRIMARY KEY (authority_id, submission_id),
  CONSTRAINT submission_receipt_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT submission_receipt_authority_id_submission_id_fkey FOREIGN KEY (authority_id, submission_id) REFERENCES submission(authority_id, id)
);
CREATE INDEX submission_receipt_fingerprint ON public.submission_receipt USING btree (authority_id, fingerprint);
CREATE INDEX submission_receipt_text ON public.submission_receipt USING btree (authority_id, text_hash, received_at);
GRANT delete, insert, select, update ON submission_receipt TO doi_thoai;

CREATE TABLE supervision_act (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  by_agency_id bigint NOT NULL,
  to_agency_id bigint,
  dialogue_id bigint,
  petition_id bigint,
  conclusion_item_id bigint,
  on_day date NOT NULL,
  content text NOT NULL,
  participants text DEFAULT ''::text NOT NULL,
  answer_due_on date,
  answer text,
  answered_on date,
  answered_by bigint,
  paper_id bigint,
  withdrawn_on date,
  withdrawn_reason text,
  entered_by bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT supervision_act_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT supervision_act_check CHECK (((kind <> 'accountRequest'::text) OR ((to_agency_id IS NOT NULL) AND (answer_due_on IS NOT NULL)))),
  CONSTRAINT supervision_act_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'accountRequest'::text, 'visit'::text, 'urging'::text, 'result'::text]))),
  CONSTRAINT supervision_act_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  CONSTRAINT supervision_act_authority_id_by_agency_id_fkey FOREIGN KEY (authority_id, by_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT supervision_act_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT supervision_act_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT supervision_act_authority_id_petition_id_fkey FOREIGN KEY (authority_id, petition_id) REFERENCES petition(authority_id, id),
  CONSTRAINT supervision_act_authority_id_to_agency_id_fkey FOREIGN KEY (authority_id, to_agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT supervision_act_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
CREATE INDEX supervision_act_dialogue ON public.supervision_act USING btree (authority_id, dialogue_id);
CREATE INDEX supervision_act_petition ON public.supervision_act USING btree (authority_id, petition_id);
CREATE INDEX supervision_act_to_agency ON public.supervision_act USING btree (authority_id, to_agency_id);
GRANT delete, insert, select, update ON supervision_act TO doi_thoai;

CREATE TABLE survey (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  dialogue_id bigint NOT NULL,
  title text NOT NULL,
  form jsonb NOT NULL,
  issued integer,
  returned integer,
  valid integer,
  comments text DEFAULT ''::text NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  settled_pass integer,
  settled_reason text,
  settled_on date,
  settled_by bigint,
  entered_by bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT survey_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT survey_check CHECK (((valid <= returned) AND (returned <= issued))),
  CONSTRAINT survey_check1 CHECK (((state = 'open'::text) OR (settled_pass IS NOT NULL))),
  CONSTRAINT survey_settled_pass_check CHECK ((settled_pass = ANY (ARRAY[1, 2]))),
  CONSTRAINT survey_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text]))),
  CONSTRAINT survey_authority_id_dialogue_id_fkey FOREIGN KEY (authority_id, dialogue_id) REFERENCES dialogue(authority_id, id),
  CONSTRAINT survey_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT survey_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id),
  CONSTRAINT survey_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES account(id)
);
CREATE TRIGGER survey_figures AFTER UPDATE ON public.survey REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_survey_figures();
CREATE TRIGGER survey_figures_gone AFTER DELETE ON public.survey REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_survey_figures_gone();
CREATE TRIGGER survey_figures_new AFTER INSERT ON public.survey REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_survey_figures_new();
GRANT delete, insert, select, update ON survey TO doi_thoai;

CREATE TABLE survey_ballot (
  authority_id bigint NOT NULL,
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  survey_id bigint NOT NULL,
  answers jsonb NOT NULL,
  comment text DEFAULT ''::text NOT NULL,
  CONSTRAINT survey_ballot_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT survey_ballot_authority_id_survey_id_fkey FOREIGN KEY (authority_id, survey_id) REFERENCES survey(authority_id, id)
);
CREATE INDEX survey_ballot_survey ON public.survey_ballot USING btree (authority_id, survey_id);
GRANT delete, insert, select ON survey_ballot TO doi_thoai;

CREATE TABLE survey_code (
  authority_id bigint NOT NULL,
  survey_id bigint NOT NULL,
  code_hash text NOT NULL,
  used boolean DEFAULT false NOT NULL,
  CONSTRAINT survey_code_pkey PRIMARY KEY (authority_id, survey_id, code_hash),
  CONSTRAINT survey_code_code_hash_key UNIQUE (code_hash),
  CONSTRAINT survey_code_authority_id_survey_id_fkey FOREIGN KEY (authority_id, survey_id) REFERENCES survey(authority_id, id)
);
GRANT insert, select, update ON survey_code TO doi_thoai;

CREATE TABLE survey_tally (
  authority_id bigint NOT NULL,
  survey_id bigint NOT NULL,
  pass integer NOT NULL,
  group_key text NOT NULL,
  answer_key text NOT NULL,
  count integer NOT NULL,
  entered_by bigint,
  entered_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT survey_tally_pkey PRIMARY KEY (authority_id, survey_id, pass, group_key, answer_key),
  CONSTRAINT survey_tally_count_check CHECK ((count >= 0)),
  CONSTRAINT survey_tally_pass_check CHECK ((pass = ANY (ARRAY[1, 2]))),
  CONSTRAINT survey_tally_authority_id_survey_id_fkey FOREIGN KEY (authority_id, survey_id) REFERENCES survey(authority_id, id),
  CONSTRAINT survey_tally_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
GRANT delete, insert, select, update ON survey_tally TO doi_thoai;

CREATE TABLE topic_appraisal (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  proposal_id bigint NOT NULL,
  agency_id bigint NOT NULL,
  opinion text NOT NULL,
  note text DEFAULT ''::text NOT NULL,
  appraised_on date NOT NULL,
  paper_id bigint,
  paper_approver text,
  paper_number text,
  CONSTRAINT topic_appraisal_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT topic_appraisal_authority_id_proposal_id_agency_id_key UNIQUE (authority_id, proposal_id, agency_id),
  CONSTRAINT topic_appraisal_opinion_check CHECK ((opinion = ANY (ARRAY['agree'::text, 'agreeWithChanges'::text, 'disagree'::text]))),
  CONSTRAINT topic_appraisal_authority_id_agency_id_fkey FOREIGN KEY (authority_id, agency_id) REFERENCES agency(authority_id, id),
  CONSTRAINT topic_appraisal_authority_id_proposal_id_fkey FOREIGN KEY (authority_id, proposal_id) REFERENCES topic_proposal(authority_id, id)
);
GRANT delete, insert, select, update ON topic_appraisal TO doi_thoai;

CREATE TABLE topic_proposal (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  year integer NOT NULL,
  proposer_agency_id bigint NOT NULL,
  topic text NOT NULL,
  reason text NOT NULL,
  subject_area text,
  sensitive boolean DEFAULT false NOT NULL,
  proposed_on date NOT NULL,
  state text DEFAULT 'proposed'::text NOT NULL,
  decided_on date,
  decision_note text,
  dialogue_id bigint,
  version integer DEFAULT 1 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  paper_approver text,
  paper_number text,
  CONSTRAINT topic_proposal_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT topic_proposal_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'appraised'::text, 'accepted'::text, 'declined'::text]))),
  CONSTRAINT topic_proposal_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT topic_proposal_authority_id_proposer_agency_id_fkey FOREIGN KEY (authority_id, proposer_agency_id) REFERENCES agency(authority_id, id)
);
GRANT delete, insert, select, update ON topic_proposal TO doi_thoai;

CREATE TABLE tracking_link (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  submission_id bigint NOT NULL,
  token_hash text NOT NULL,
  opens text NOT NULL,
  made_for text NOT NULL,
  made_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  CONSTRAINT tracking_link_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT tracking_link_authority_id_token_hash_key UNIQUE (authority_id, token_hash),
  CONSTRAINT tracking_link_made_for_check CHECK ((made_for = ANY (ARRAY['receipt'::text, 'mail'::text, 'print'::text]))),
  CONSTRAINT tracking_link_opens_check CHECK ((opens = ANY (ARRAY['everything'::text, 'status'::text]))),
  CONSTRAINT tracking_link_authority_id_fkey FOREIGN KEY (authority_id) REFERENCES authority(id),
  CONSTRAINT tracking_link_authority_id_submission_id_fkey FOREIGN KEY (authority_id, submission_id) REFERENCES submission(authority_id, id)
);
CREATE INDEX tracking_link_submission ON public.tracking_link USING btree (authority_id, submission_id);
GRANT delete, insert, select, update ON tracking_link TO doi_thoai;

CREATE TABLE webhook (
  authority_id bigint NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  api_key_id bigint NOT NULL,
  url text NOT NULL,
  secret text,
  events text[] NOT NULL,
  "position" bigint NOT NULL,
  failures integer DEFAULT 0 NOT NULL,
  failing_since timestamp with time zone,
  last_error text,
  next_try_at timestamp with time zone NOT NULL,
  last_taken_at timestamp with time zone,
  made_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  ended_reason text,
  CONSTRAINT webhook_pkey PRIMARY KEY (authority_id, id),
  CONSTRAINT webhook_events_check CHECK ((cardinality(events) > 0)),
  CONSTRAINT webhook_authority_id_api_key_id_fkey FOREIGN KEY (authority_id, api_key_id) REFERENCES api_key(authority_id, id)
);
CREATE INDEX webhook_due ON public.webhook USING btree (next_try_at) WHERE (ended_at IS NULL);
GRANT insert, select, update ON webhook TO doi_thoai;

CREATE VIEW figure_kept AS
 SELECT f.authority_id,
    f.month,
    false AS below,
    ''::text AS part,
    ''::text AS part_key,
    x.key AS fact,
    x.value::bigint AS n
   FROM figure_month f
     CROSS JOIN LATERAL jsonb_each_text(to_jsonb(f.*) - 'authority_id'::text - 'month'::text) x(key, value)
  WHERE x.value <> '0'::text
UNION ALL
 SELECT f.authority_id,
    f.month,
    false AS below,
    f.part,
    f.part_key,
    x.key AS fact,
    x.value::bigint AS n
   FROM figure_part_month f
     CROSS JOIN LATERAL jsonb_each_text(to_jsonb(f.*) - 'authority_id'::text - 'month'::text - 'part'::text - 'part_key'::text) x(key, value)
  WHERE x.value <> '0'::text
UNION ALL
 SELECT f.authority_id,
    f.month,
    true AS below,
    ''::text AS part,
    ''::text AS part_key,
    x.key AS fact,
    sum(x.value::bigint) AS n
   FROM figure_below_month f
     CROSS JOIN LATERAL jsonb_each_text(to_jsonb(f.*) - 'authority_id'::text - 'month'::text) x(key, value)
  GROUP BY f.authority_id, f.month, x.key
 HAVING sum(x.value::bigint) <> 0::numeric
UNION ALL
 SELECT f.authority_id,
    f.month,
    true AS below,
    f.part,
    f.part_key,
    x.key AS fact,
    sum(x.value::bigint) AS n
   FROM figure_below_part_month f
     CROSS JOIN LATERAL jsonb_each_text(to_jsonb(f.*) - 'authority_id'::text - 'month'::text - 'part'::text - 'part_key'::text) x(key, value)
  GROUP BY f.authority_id, f.month, f.part, f.part_key, x.key
 HAVING sum(x.value::bigint) <> 0::numeric;

CREATE VIEW report_part AS
 SELECT s.authority_id,
    s.subject_id,
    1 AS owed,
    COALESCE(r.handed_in, 0) AS handed_in,
        CASE
            WHEN r.handed_in = 1 THEN r.figures || COALESCE(( SELECT jsonb_object_agg(c.figure, c.corrected) AS jsonb_object_agg
               FROM report_correction c
              WHERE c.authority_id = r.authority_id AND c.report_id = r.id), '{}'::jsonb)
            ELSE '{}'::jsonb
        END AS figures,
        CASE
            WHEN r.handed_in = 1 AND r.handed_to_id <> a.parent_authority_id THEN r.handed_to_id
            WHEN r.handed_in = 1 AND a.parent_authority_id IS NULL THEN r.handed_to_id
            ELSE NULL::bigint
        END AS went_to
   FROM ( SELECT report.authority_id,
            report.subject_id
           FROM report
        UNION
         SELECT deadline.authority_id,
            deadline.subject_id
           FROM deadline
          WHERE deadline.subject_kind = 'report'::text AND deadline.state <> 'void'::text) s
     JOIN authority a ON a.id = s.authority_id
     LEFT JOIN LATERAL ( SELECT r_1.authority_id,
            r_1.id,
            r_1.subject_id,
            r_1.rule_key,
            r_1.label,
            r_1.from_day,
            r_1.to_day,
            r_1.due_on,
            r_1.state,
            r_1.forms,
            r_1.texts,
            r_1.figures,
            r_1.lists,
            r_1.counted_at,
            r_1.submitted_on,
            r_1.submitted_by,
            r_1.decided_on,
            r_1.decided_by,
            r_1.remark,
            r_1.version,
            r_1.created_at,
            r_1.paper_number,
            r_1.paper_dated_on,
            r_1.context,
            r_1.handed_to_id,
            (r_1.state = ANY (ARRAY['submitted'::text, 'accepted'::text]))::integer AS handed_in
           FROM report r_1
          WHERE r_1.authority_id = s.authority_id AND r_1.subject_id = s.subject_id
          ORDER BY (array_position(ARRAY['accepted'::text, 'submitted'::text, 'returned'::text, 'draft'::text], r_1.state)), r_1.id
         LIMIT 1) r ON true;

CREATE VIEW target_met AS
 WITH model AS MATERIALIZED (
         SELECT v.id AS regulation_version_id,
            m.value ->> 'key'::text AS key,
            m.value -> 'countsFor'::text AS counts_for
           FROM regulation_version v
             CROSS JOIN LATERAL jsonb_array_elements(v.data -> 'chairModels'::text) m(value)
        )
 SELECT p.authority_id,
    p.year,
    p.id AS plan_id,
    t.id,
    t.label,
    x.last_day,
    n.held >= t.minimum AS met
   FROM plan p
     JOIN plan_target t ON t.authority_id = p.authority_id AND t.plan_id = p.id AND t.minimum > 0
     CROSS JOIN LATERAL ( SELECT make_date(p.year,
                CASE t.period
                    WHEN 'H2'::text THEN 7
                    WHEN 'Q2'::text THEN 4
                    WHEN 'Q3'::text THEN 7
                    WHEN 'Q4'::text THEN 10
                    ELSE 1
                END, 1) AS first_day,
                CASE t.period
                    WHEN 'year'::text THEN 12
                    WHEN 'H1'::text THEN 6
                    WHEN 'H2'::text THEN 6
                    ELSE 3
                END AS months) y
     CROSS JOIN LATERAL ( SELECT y.first_day,
            (y.first_day + make_interval(months => y.months) - '1 day'::interval)::date AS last_day) x
     CROSS JOIN LATERAL ( SELECT count(*) AS held
           FROM dialogue d
             JOIN model ON model.regulation_version_id = d.regulation_version_id AND model.key = d.chair_model
          WHERE d.authority_id = p.authority_id AND (d.state = ANY (ARRAY['held'::text, 'concluded'::text, 'closed'::text])) AND
                CASE
                    WHEN d.form = 'indirect'::text THEN d.collection_closes_on
                    ELSE d.held_on
                END >= x.first_day AND
                CASE
                    WHEN d.form = 'indirect'::text THEN d.collection_closes_on
                    ELSE d.held_on
                END <= x.last_day AND (d.kind = ANY (t.kinds)) AND (d.form <> 'indirect'::text OR t.counts_indirect) AND model.counts_for ? t.post_kind) n
  WHERE p.state = ANY (ARRAY['issued'::text, 'published'::text]);

CREATE VIEW target_standing AS
 SELECT authority_id,
    year,
    count(*) AS targets,
    count(*) FILTER (WHERE met) AS targets_met
   FROM target_met
  GROUP BY authority_id, year;

CREATE OR REPLACE FUNCTION public.add_changed_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare deltas figure_delta[];
begin
  perform from figure_change where id = new.id;
  if not found then return null; end if;
  with gone as (
    delete from figure_change where transaction = pg_current_xact_id()
    returning authority_id, date_trunc('month', day)::date as month, part, part_key, fact, n
  ), years as (
    select distinct authority_id, month from gone where fact = 'year'
  ), standing as (
    select y.authority_id, y.month, f.fact, f.n
    from years y
    cross join lateral (select count(*) as targets, count(*) filter (where met) as targets_met from target_met t
      where t.authority_id = y.authority_id and t.year = extract(year from y.month)::int) t
    left join figure_month m on m.authority_id = y.authority_id and m.month = y.month
    cross join lateral (values ('targets', t.targets - coalesce(m.targets, 0)),
      ('targets_met', t.targets_met - coalesce(m.targets_met, 0))) f (fact, n)
  )
  select array_agg((s.authority_id, s.month, s.part, s.part_key, s.fact, s.n)::figure_delta) into deltas
  from (
    select authority_id, month, part, part_key, fact, sum(n)::bigint as n from gone where fact <> 'year'
    group by 1, 2, 3, 4, 5 having sum(n) <> 0
    union all select authority_id, month, '', '', fact, n from standing where n <> 0
  ) s;
  if deltas is not null then perform add_figures(deltas); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.add_figures(deltas figure_delta[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare upward figure_delta[];
begin
  if cardinality(deltas) = 0 then return; end if;
  insert into figure_month as f select * from months_of_deltas(deltas) order by authority_id, month
  on conflict (authority_id, month) do update set held = f.held + excluded.held, sessions = f.sessions + excluded.sessions,
    people = f.people + excluded.people, received = f.received + excluded.received,
    continued = f.continued + excluded.continued, answered = f.answered + excluded.answered,
    settled = f.settled + excluded.settled, open_petitions = f.open_petitions + excluded.open_petitions,
    notice_on_time = f.notice_on_time + excluded.notice_on_time, notice_late = f.notice_late + excluded.notice_late,
    notice_open = f.notice_open + excluded.notice_open,
    conclusion_on_time = f.conclusion_on_time + excluded.conclusion_on_time,
    conclusion_late = f.conclusion_late + excluded.conclusion_late,
    conclusion_open = f.conclusion_open + excluded.conclusion_open,
    reply_on_time = f.reply_on_time + excluded.reply_on_time, reply_late = f.reply_late + excluded.reply_late,
    reply_open = f.reply_open + excluded.reply_open, open_deadlines = f.open_deadlines + excluded.open_deadlines,
    ratings = f.ratings + excluded.ratings, satisfied = f.satisfied + excluded.satisfied,
    planned = f.planned + excluded.planned, targets = f.targets + excluded.targets,
    targets_met = f.targets_met + excluded.targets_met;
  insert into figure_part_month as f select * from part_months_of_deltas(deltas) order by authority_id, month, part, part_key
  on conflict (authority_id, month, part, part_key) do update set received = f.received + excluded.received,
    answered = f.answered + excluded.answered, open_petitions = f.open_petitions + excluded.open_petitions,
    reply_on_time = f.reply_on_time + excluded.reply_on_time, reply_late = f.reply_late + excluded.reply_late,
    reply_open = f.reply_open + excluded.reply_open, notice_open = f.notice_open + excluded.notice_open,
    conclusion_open = f.conclusion_open + excluded.conclusion_open,
    open_deadlines = f.open_deadlines + excluded.open_deadlines;
  select array_agg((a.parent_authority_id, d.day, d.part, d.part_key, d.fact, d.n)::figure_delta) into upward
  from unnest(deltas) d join authority a on a.id = d.authority_id
  where a.parent_authority_id is not null and d.part <> 'agency';
  if upward is null then return; end if;
  insert into figure_below_month select * from months_of_deltas(upward);
  insert into figure_below_part_month select * from part_months_of_deltas(upward);
end $function$;

CREATE OR REPLACE FUNCTION public.add_figures_of_reports(a jsonb, b jsonb, sign integer)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select coalesce(jsonb_object_agg(s.key, s.n), '{}') from (
    select x.key, sum(x.n)::bigint as n from (
      select key, value::bigint as n from jsonb_each_text(a)
      union all select key, sign * value::bigint from jsonb_each_text(b)) x
    group by 1 having sum(x.n) <> 0) s
$function$;

CREATE OR REPLACE FUNCTION public.authorities_below(top bigint)
 RETURNS bigint[]
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return array(
    with recursive below as (
      select u.id from authority u where u.parent_authority_id = top
      union select u.id from authority u join below on u.parent_authority_id = below.id
    ) select id from below
  );
end $function$;

CREATE OR REPLACE FUNCTION public.deltas_of_deadline(l deadline, sign integer)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select l.authority_id, f.day, g.part, g.part_key, f.fact, sign::bigint
  from (select case l.key
        when 'invitation' then 'notice' when 'publicNotice' then 'notice' when 'mediaNotice' then 'notice'
        when 'loudspeaker' then 'notice' when 'conclusionNotice' then 'conclusion' when 'replyLetter' then 'reply' end as duty,
      case when l.state = 'open' then 'open' when l.met_on <= l.due_on then 'on_time' else 'late' end as outcome) k
  cross join lateral (values (l.due_on, k.duty || '_' || k.outcome, k.duty is not null),
      (l.due_on, 'open_deadlines', l.state = 'open'), ('1900-01-01', 'open_deadlines', l.state = 'open')) f (day, fact, happened)
  cross join lateral (values ('', '', true),
      ('agency', coalesce(l.agency_id::text, ''), k.duty = 'reply' and f.fact <> 'open_deadlines'),
      ('area', (select coalesce(p.subject_area, '') from petition p where p.authority_id = l.authority_id and p.id = l.subject_id),
        k.duty = 'reply' and f.fact <> 'open_deadlines' and l.subject_kind = 'petition'),
      ('due', l.due_on::text, l.state = 'open' and f.day = l.due_on)) g (part, part_key, counted)
  where f.happened and g.counted and g.part_key is not null
    and l.state <> 'void' and l.instrument_id <> 'promise'
    and l.subject_kind in ('dialogue', 'petition', 'conclusionItem')
$function$;

CREATE OR REPLACE FUNCTION public.deltas_of_dialogue(d dialogue, sign integer)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select d.authority_id, coalesce(d.held_on, d.collection_closes_on), '', '', f.fact, sign * f.n
  from (values
      (case when d.kind = 'withinRegularMeeting' then 'sessions' else 'held' end, 1::bigint),
      ('people', coalesce(d.attendance_people, 0)::bigint)
    ) f (fact, n)
  where d.state in ('held', 'concluded', 'closed') and coalesce(d.held_on, d.collection_closes_on) is not null and f.n <> 0
$function$;

CREATE OR REPLACE FUNCTION public.deltas_of_petition(p petition, sign integer)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select p.authority_id, f.day, g.part, g.part_key, f.fact, sign::bigint
  from (values
      (p.received_on, 'received', true, true),
      (p.received_on, 'continued', p.continued, false),
      (p.answered_on, 'answered', p.answered_on is not null, true),
      (p.settled_on, 'settled', p.settled_on is not null, false),
      ('1900-01-01'::date, 'open_petitions', p.state in ('received', 'classified', 'assigned', 'answerPrepared')
        or (p.state = 'escalated' and p.answered_on is null and p.settled_on is null), true)
    ) f (day, fact, happened, by_part)
  cross join (values ('', '', true), ('area', coalesce(p.subject_area, ''), false),
      ('agency', coalesce(p.lead_agency_id::text, ''), false)) g (part, part_key, whole)
  where f.happened and (g.whole or f.by_part)
    and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
$function$;

CREATE OR REPLACE FUNCTION public.deltas_of_plan(p plan, sign integer)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select x.authority_id, x.expected_to, '', '', 'planned', sign::bigint from planned_dialogue x
  where p.state in ('issued', 'published') and x.authority_id = p.authority_id and x.plan_id = p.id
    and x.dropped_reason is null and x.kind <> 'withinRegularMeeting'
$function$;

CREATE OR REPLACE FUNCTION public.deltas_of_planned_dialogue(x planned_dialogue, sign integer)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select x.authority_id, x.expected_to, '', '', 'planned', sign::bigint from plan p
  where p.authority_id = x.authority_id and p.id = x.plan_id and p.state in ('issued', 'published')
    and x.dropped_reason is null and x.kind <> 'withinRegularMeeting'
$function$;

CREATE OR REPLACE FUNCTION public.deltas_of_survey(s survey, sign integer)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select s.authority_id, s.settled_on, '', '', f.fact, sign * f.n
  from (select coalesce(sum(t.count), 0) as ratings, coalesce(sum(t.count) filter (where exists (
        select from jsonb_array_elements(s.form -> 'scale') a
        where a ->> 'key' = t.answer_key and (a ->> 'positive')::boolean)), 0) as satisfied
      from survey_tally t
      where t.authority_id = s.authority_id and t.survey_id = s.id and t.pass = s.settled_pass) x
  cross join lateral (values ('ratings', x.ratings::bigint), ('satisfied', x.satisfied::bigint)) f (fact, n)
  where s.state = 'settled' and s.settled_on is not null and f.n <> 0
$function$;

CREATE OR REPLACE FUNCTION public.figure_deltas_of(whose bigint)
 RETURNS SETOF figure_delta
 LANGUAGE sql
 STABLE
AS $function$
  select x.* from petition p cross join lateral deltas_of_petition(p, 1) x where p.authority_id = whose
  union all select x.* from dialogue d cross join lateral deltas_of_dialogue(d, 1) x where d.authority_id = whose
  union all select x.* from deadline l cross join lateral deltas_of_deadline(l, 1) x where l.authority_id = whose
  union all select x.* from survey s cross join lateral deltas_of_survey(s, 1) x where s.authority_id = whose
  union all select x.* from plan p cross join lateral deltas_of_plan(p, 1) x where p.authority_id = whose
  union all select t.authority_id, make_date(t.year, 1, 1), '', '', f.fact, f.n from target_standing t
    cross join lateral (values ('targets', t.targets), ('targets_met', t.targets_met)) f (fact, n)
    where t.authority_id = whose and f.n <> 0
$function$;

CREATE OR REPLACE FUNCTION public.figure_year(day date)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE
AS $function$ select case when day >= '1901-01-01' then make_date(extract(year from day)::int - 1000, 1, 1) end $function$;

CREATE OR REPLACE FUNCTION public.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, value));

CREATE OR REPLACE FUNCTION public.follow_changed_agencies()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update public_entry e set agency = c.name, updated_at = now()
  from changed c
  join before b on b.authority_id = c.authority_id and b.id = c.id and b.name <> c.name
  left join petition p on p.authority_id = c.authority_id and p.lead_agency_id = c.id
  where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = p.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_deadlines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform follow_petitions(c.authority_id, array_agg(c.subject_id)) from changed c
  where c.subject_kind = 'petition'
    and exists (select from public_entry e where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.subject_id)
  group by c.authority_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_dialogues()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update public_dialogue e set
    kind = c.kind, form = c.form, state = c.state, held_on = c.held_on, starts_at = c.starts_at, ends_at = c.ends_at,
    venue = c.venue, online_link = c.online_link, collection_closes_on = c.collection_closes_on,
    people = c.attendance_people, planned_dialogue_id = c.planned_dialogue_id, updated_at = now()
  from changed c
  where e.authority_id = c.authority_id and e.dialogue_id = c.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), 'withdrawn') from (
    select e.authority_id, e.id from changed c
    join public_entry e on e.authority_id = c.authority_id and e.kind = 'conclusionItem' and e.subject_id = c.id
    where c.withdrawn_reason is not null
  ) g group by g.authority_id;
  update public_entry e set
    state = public_state_of_item(c::conclusion_item), due_on = c.due_on, settled_on = c.done_on, updated_at = now(),
    agency = (select a.name from agency a where a.authority_id = c.authority_id and a.id = c.lead_agency_id),
    supporting = (select coalesce(array_agg(a.name order by a.name), '{}') from agency a
      where a.authority_id = c.authority_id and a.id = any (c.supporting_agency_ids))
  from changed c
  where e.authority_id = c.authority_id and e.kind = 'conclusionItem' and e.subject_id = c.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_petitioners()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), 'erased') from (
    select distinct e.authority_id, e.id
    from changed c
    join petition p on p.authority_id = c.authority_id and (p.petitioner_id = c.id or exists (
      select from petition_copetitioner o where o.authority_id = p.authority_id and o.petition_id = p.id and o.petitioner_id = c.id))
    join public_entry e on e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id
    where c.erased_at is not null
  ) g group by g.authority_id;
  update public_entry e set person = c.name, updated_at = now()
  from changed c join petition p on p.authority_id = c.authority_id and p.petitioner_id = c.id
  where e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id
    and e.person is not null and c.erased_at is null and e.person <> c.name;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_petitions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform follow_petitions(c.authority_id, array_agg(c.id)) from changed c
  where exists (select from public_entry e where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.id)
  group by c.authority_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_plans()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), 'replaced') from (
    select e.authority_id, e.id from changed c
    join public_plan e on e.authority_id = c.authority_id and e.plan_id = c.id
    where c.state = 'replaced'
  ) g group by g.authority_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_submissions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), g.why) from (
    select e.authority_id, e.id, case when c.confidential then 'confidential' else 'consent' end as why
    from changed c
    join petition p on p.authority_id = c.authority_id and p.submission_id = c.id
    join public_entry e on e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id
    where c.confidential or (e.person is not null and not c.consent_to_publish_name)
  ) g group by g.authority_id, g.why;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_changed_supports()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform follow_petitions(c.authority_id, array_agg(c.petition_id)) from changed c
  where exists (select from public_entry e where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.petition_id)
  group by c.authority_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.follow_petitions(authority bigint, petition_ids bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform take_copies_back(authority, array_agg(gone.id), gone.why) from (
    select e.id, case when p.confidential then 'confidential' when p.state in ('merged', 'withdrawn') then p.state else 'ownProcedure' end as why
    from public_entry e join petition p on p.authority_id = e.authority_id and p.id = e.subject_id
    where e.authority_id = authority and e.kind = 'petition' and e.subject_id = any (petition_ids)
      and (p.confidential or p.state in ('merged', 'withdrawn', 'handedOver') or p.kind in ('complaint', 'denunciation'))
  ) gone group by gone.why;
  update public_entry e set
    state = f.state, agency = f.agency, supporting = f.supporting, due_on = f.due_on,
    answered_on = f.answered_on, settled_on = f.settled_on, satisfied = f.satisfied, longer_why = f.longer_why,
    updated_at = now()
  from (
    select p.id, public_state_of_petition(p) as state, a.name as agency, p.answered_on, p.settled_on,
      p.petitioner_agrees as satisfied, public_due_of_petition(p.authority_id, p.id) as due_on,
      public_why_longer(p) as longer_why,
      (select coalesce(array_agg(s.name order by s.name), '{}') from petition_support ps
        join agency s on s.authority_id = ps.authority_id and s.id = ps.agency_id
        where ps.authority_id = p.authority_id and ps.petition_id = p.id) as supporting
    from petition p left join agency a on a.authority_id = p.authority_id and a.id = p.lead_agency_id
    where p.authority_id = authority and p.id = any (petition_ids)
  ) f
  where e.authority_id = authority and e.kind = 'petition' and e.subject_id = f.id
    and (e.state, e.agency, e.supporting, e.due_on, e.answered_on, e.settled_on, e.satisfied, e.longer_why)
      is distinct from (f.state, f.agency, f.supporting, f.due_on, f.answered_on, f.settled_on, f.satisfied, f.longer_why);
end $function$;

CREATE OR REPLACE FUNCTION public.follow_secondings()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update public_entry e set seconded = e.seconded + c.n, updated_at = now()
  from (select authority_id, petition_id, count(*)::int as n from changed group by 1, 2) c
  where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.petition_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.gather_figures()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not pg_try_advisory_xact_lock(hashtext('gather_figures')) then return; end if;
  with many as (
    select authority_id, month from figure_below_month group by 1, 2 having count(*) > 1
  ), gone as (
    delete from figure_below_month f using many where f.authority_id = many.authority_id and f.month = many.month returning f.*
  )
  insert into figure_below_month select authority_id, month, sum(held), sum(sessions), sum(people), sum(received), sum(continued),
    sum(answered), sum(settled), sum(open_petitions), sum(notice_on_time), sum(notice_late), sum(notice_open),
    sum(conclusion_on_time), sum(conclusion_late), sum(conclusion_open), sum(reply_on_time), sum(reply_late), sum(reply_open),
    sum(open_deadlines), sum(ratings), sum(satisfied), sum(planned), sum(targets), sum(targets_met)
  from gone group by 1, 2;
  with many as (
    select authority_id, month, part, part_key from figure_below_part_month group by 1, 2, 3, 4 having count(*) > 1
  ), gone as (
    delete from figure_below_part_month f using many where f.authority_id = many.authority_id and f.month = many.month
      and f.part = many.part and f.part_key = many.part_key returning f.*
  )
  insert into figure_below_part_month select authority_id, month, part, part_key, sum(received), sum(answered),
    sum(open_petitions), sum(reply_on_time), sum(reply_late), sum(reply_open), sum(notice_open), sum(conclusion_open),
    sum(open_deadlines)
  from gone group by 1, 2, 3, 4;
  delete from figure_below_part_month where part = 'due'
    and (received, answered, open_petitions, reply_open, notice_open, conclusion_open, open_deadlines) = (0, 0, 0, 0, 0, 0, 0);
end $function$;

CREATE OR REPLACE FUNCTION public.gather_reports()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not pg_try_advisory_xact_lock(hashtext('gather_reports')) then return; end if;
  with many as (
    select authority_id, subject_id from report_below group by 1, 2 having count(*) > 1
  ), gone as (
    delete from report_below b using many where b.authority_id = many.authority_id and b.subject_id = many.subject_id returning b.*
  ), figure as (
    select g.authority_id, g.subject_id, x.key, sum(x.value::bigint)::bigint as n
    from gone g cross join lateral jsonb_each_text(g.figures) x group by 1, 2, 3 having sum(x.value::bigint) <> 0
  )
  insert into report_below
  select g.authority_id, g.subject_id, sum(g.owed), sum(g.handed_in), coalesce((select jsonb_object_agg(f.key, f.n)
    from figure f where f.authority_id = g.authority_id and f.subject_id = g.subject_id), '{}')
  from gone g group by 1, 2;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_area_of_replies()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into figure_change (authority_id, day, part, part_key, fact, n)
  select x.authority_id, x.day, 'area', f.part_key, x.fact, sum(f.sign * x.n)
  from deadline l cross join lateral deltas_of_deadline(l, 1) x
  cross join lateral (values (coalesce(old.subject_area, ''), -1), (coalesce(new.subject_area, ''), 1)) f (part_key, sign)
  where l.authority_id = new.authority_id and l.subject_kind = 'petition' and l.subject_id = new.id and x.part = 'area'
  group by 1, 2, 3, 4, 5 having sum(f.sign * x.n) <> 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_deadline_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.month, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.authority_id, date_trunc('month', x.day)::date as month, x.part, x.part_key, x.fact, x.n
          from removed r cross join lateral deltas_of_deadline(r::deadline, -1) x
          union all
          select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, x.n
          from added r cross join lateral deltas_of_deadline(r::deadline, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_deadline_figures_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from removed r cross join lateral deltas_of_deadline(r::deadline, -1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_deadline_figures_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from added r cross join lateral deltas_of_deadline(r::deadline, 1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_dialogue_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.month, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.authority_id, date_trunc('month', x.day)::date as month, x.part, x.part_key, x.fact, x.n
          from removed r cross join lateral deltas_of_dialogue(r::dialogue, -1) x
          union all
          select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, x.n
          from added r cross join lateral deltas_of_dialogue(r::dialogue, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_dialogue_figures_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from removed r cross join lateral deltas_of_dialogue(r::dialogue, -1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_dialogue_figures_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from added r cross join lateral deltas_of_dialogue(r::dialogue, 1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_petition_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.month, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.authority_id, date_trunc('month', x.day)::date as month, x.part, x.part_key, x.fact, x.n
          from removed r cross join lateral deltas_of_petition(r::petition, -1) x
          union all
          select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, x.n
          from added r cross join lateral deltas_of_petition(r::petition, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_petition_figures_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from removed r cross join lateral deltas_of_petition(r::petition, -1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_petition_figures_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from added r cross join lateral deltas_of_petition(r::petition, 1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_plan_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.day, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.* from removed r cross join lateral deltas_of_plan(r::plan, -1) x
          union all select x.* from added r cross join lateral deltas_of_plan(r::plan, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_plan_figures_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, x.day, x.part, x.part_key, x.fact, x.n from removed r cross join lateral deltas_of_plan(r::plan, -1) x;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_plan_figures_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, x.day, x.part, x.part_key, x.fact, x.n from added r cross join lateral deltas_of_plan(r::plan, 1) x;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_planned_dialogue_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.day, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.* from removed r cross join lateral deltas_of_planned_dialogue(r::planned_dialogue, -1) x
          union all select x.* from added r cross join lateral deltas_of_planned_dialogue(r::planned_dialogue, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_planned_dialogue_figures_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, x.day, x.part, x.part_key, x.fact, x.n from removed r cross join lateral deltas_of_planned_dialogue(r::planned_dialogue, -1) x;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_planned_dialogue_figures_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, x.day, x.part, x.part_key, x.fact, x.n from added r cross join lateral deltas_of_planned_dialogue(r::planned_dialogue, 1) x;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_report(whose bigint, subject bigint)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  now_is report_taken;
  was report_taken;
  above bigint;
begin
  select p.authority_id, p.subject_id, p.owed, p.handed_in, p.figures, p.went_to into now_is
  from report_part p where p.authority_id = whose and p.subject_id = subject;
  if not found then now_is := (whose, subject, 0, 0, '{}', null); end if;
  select * into was from report_taken t where t.authority_id = whose and t.subject_id = subject;
  if not found then was := (whose, subject, 0, 0, '{}', null); end if;
  if now_is is not distinct from was then return; end if;
  delete from report_taken t where t.authority_id = whose and t.subject_id = subject;
  if now_is.owed = 1 then insert into report_taken values (now_is.*); end if;
  select a.parent_authority_id into above from authority a where a.id = whose;
  if now_is.went_to is not distinct from was.went_to then
    insert into report_below
    select s.superior, subject, now_is.owed - was.owed, now_is.handed_in - was.handed_in,
      add_figures_of_reports(now_is.figures, was.figures, -1)
    from (select coalesce(now_is.went_to, above) as superior) s where s.superior is not null;
  else
    insert into report_below
    select s.superior, subject, s.sign * s.owed, s.sign * s.handed_in, add_figures_of_reports('{}', s.figures, s.sign)
    from (values (coalesce(was.went_to, above), was.owed, was.handed_in, was.figures, -1),
      (coalesce(now_is.went_to, above), now_is.owed, now_is.handed_in, now_is.figures, 1)) s (superior, owed, handed_in, figures, sign)
    where s.superior is not null;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_report_of_correction()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform keep_report(r.authority_id, r.subject_id) from report r
  where (r.authority_id, r.id) = (coalesce(new.authority_id, old.authority_id), coalesce(new.report_id, old.report_id));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_report_of_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then perform keep_report(old.authority_id, old.subject_id); end if;
  if tg_op <> 'DELETE' then perform keep_report(new.authority_id, new.subject_id); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.keep_survey_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.month, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.authority_id, date_trunc('month', x.day)::date as month, x.part, x.part_key, x.fact, x.n
          from removed r cross join lateral deltas_of_survey(r::survey, -1) x
          union all
          select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, x.n
          from added r cross join lateral deltas_of_survey(r::survey, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_survey_figures_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from removed r cross join lateral deltas_of_survey(r::survey, -1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.keep_survey_figures_new()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from added r cross join lateral deltas_of_survey(r::survey, 1) x group by 1, 2, 3, 4, 5;
        return null;
      end $function$;

CREATE OR REPLACE FUNCTION public.mark_year(whose bigint, on_day date)
 RETURNS void
 LANGUAGE sql
AS $function$
  insert into figure_change (authority_id, day, part, part_key, fact, n)
  select whose, date_trunc('year', on_day)::date, '', '', 'year', 0 where on_day is not null
$function$;

CREATE OR REPLACE FUNCTION public.mark_year_of_dialogue()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then
    perform mark_year(old.authority_id, case when old.form = 'indirect' then old.collection_closes_on else old.held_on end)
    where old.state in ('held', 'concluded', 'closed');
  end if;
  if tg_op <> 'DELETE' then
    perform mark_year(new.authority_id, case when new.form = 'indirect' then new.collection_closes_on else new.held_on end)
    where new.state in ('held', 'concluded', 'closed');
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_year_of_plan()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then perform mark_year(old.authority_id, make_date(old.year, 1, 1)); end if;
  if tg_op <> 'DELETE' then perform mark_year(new.authority_id, make_date(new.year, 1, 1)); end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.mark_year_of_target()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare target plan_target := case when tg_op = 'DELETE' then old else new end;
begin
  perform mark_year(p.authority_id, make_date(p.year, 1, 1)) from plan p
  where p.authority_id = target.authority_id and p.id = target.plan_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.memberships_holding(of_account bigint, on_day date)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'role', m.role, 'authorityId', u.id, 'slug', u.slug, 'authorityName', u.name,
        'authorityShortName', u.short_name, 'authorityKind', u.kind, 'placeName', u.place_name, 'demo', u.demo,
        'totpRequired', u.totp_required, 'agencyId', g.id, 'agencyName', g.name, 'agencyShortName', g.short_name
      ) order by u.name, m.id), '[]')
    from membership m join authority u on u.id = m.authority_id
    left join agency g on g.authority_id = m.authority_id and g.id = m.agency_id
    where m.account_id = of_account and m.ended_at is null
      and m.from_day <= on_day and (m.to_day is null or m.to_day >= on_day)
  );
end $function$;

CREATE OR REPLACE FUNCTION public.months_of_deltas(deltas figure_delta[])
 RETURNS SETOF figure_month
 LANGUAGE sql
 STABLE
AS $function$
  select d.authority_id, l.month,
    coalesce(sum(n) filter (where fact = 'held'), 0)::int, coalesce(sum(n) filter (where fact = 'sessions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'people'), 0)::bigint, coalesce(sum(n) filter (where fact = 'received'), 0)::int,
    coalesce(sum(n) filter (where fact = 'continued'), 0)::int, coalesce(sum(n) filter (where fact = 'answered'), 0)::int,
    coalesce(sum(n) filter (where fact = 'settled'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_petitions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'notice_on_time'), 0)::int,
    coalesce(sum(n) filter (where fact = 'notice_late'), 0)::int, coalesce(sum(n) filter (where fact = 'notice_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_on_time'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_on_time'), 0)::int, coalesce(sum(n) filter (where fact = 'reply_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_deadlines'), 0)::int,
    coalesce(sum(n) filter (where fact = 'ratings'), 0)::bigint, coalesce(sum(n) filter (where fact = 'satisfied'), 0)::bigint,
    coalesce(sum(n) filter (where fact = 'planned'), 0)::int, coalesce(sum(n) filter (where fact = 'targets'), 0)::int,
    coalesce(sum(n) filter (where fact = 'targets_met'), 0)::int
  from unnest(deltas) d
  cross join lateral (values (date_trunc('month', d.day)::date), (figure_year(d.day))) l (month)
  where d.part = '' and l.month is not null group by 1, 2
$function$;

CREATE OR REPLACE FUNCTION public.move_figures()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from change_log_head where authority_id = new.id for update;
  insert into figure_below_month select m.* from figure_month f
    cross join lateral (values (old.parent_authority_id, -1), (new.parent_authority_id, 1)) s (parent, sign)
    cross join lateral (select (jsonb_populate_record(f, (select jsonb_object_agg(x.key, s.sign * x.value::bigint)
      from jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month') x) || jsonb_build_object('authority_id', s.parent))).*) m
    where f.authority_id = new.id and s.parent is not null;
  insert into figure_below_part_month select m.* from figure_part_month f
    cross join lateral (values (old.parent_authority_id, -1), (new.parent_authority_id, 1)) s (parent, sign)
    cross join lateral (select (jsonb_populate_record(f, (select jsonb_object_agg(x.key, s.sign * x.value::bigint)
      from jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month' - 'part' - 'part_key') x)
      || jsonb_build_object('authority_id', s.parent))).*) m
    where f.authority_id = new.id and s.parent is not null and f.part <> 'agency';
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.move_reports()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from change_log_head where authority_id = new.id for update;
  with moved as (
    select t.*, coalesce(t.went_to, old.parent_authority_id) as before, coalesce(p.went_to, new.parent_authority_id) as after
    from report_taken t left join report_part p on p.authority_id = t.authority_id and p.subject_id = t.subject_id
    where t.authority_id = new.id
  )
  insert into report_below
  select s.superior, m.subject_id, s.sign * m.owed, s.sign * m.handed_in, add_figures_of_reports('{}', m.figures, s.sign)
  from moved m cross join lateral (values (m.before, -1), (m.after, 1)) s (superior, sign)
  where s.superior is not null and m.before is distinct from m.after;
  update report_taken t set went_to = p.went_to from report_part p
  where t.authority_id = new.id and p.authority_id = t.authority_id and p.subject_id = t.subject_id
    and t.went_to is distinct from p.went_to;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.new_invitation_code()
 RETURNS text
 LANGUAGE sql
AS $function$
  select string_agg(substr('23456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + get_byte(drawn.bytes, place) % 30, 1), '' order by place)
  from (select decode(md5(gen_random_uuid()::text), 'hex') as bytes) as drawn, generate_series(0, 7) as place
$function$;

CREATE OR REPLACE FUNCTION public.part_months_of_deltas(deltas figure_delta[])
 RETURNS SETOF figure_part_month
 LANGUAGE sql
 STABLE
AS $function$
  select d.authority_id, date_trunc('month', d.day)::date, d.part, d.part_key,
    coalesce(sum(n) filter (where fact = 'received'), 0)::int, coalesce(sum(n) filter (where fact = 'answered'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_petitions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_on_time'), 0)::int, coalesce(sum(n) filter (where fact = 'reply_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_open'), 0)::int, coalesce(sum(n) filter (where fact = 'notice_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_deadlines'), 0)::int
  from unnest(deltas) d where d.part <> '' group by 1, 2, 3, 4
$function$;

CREATE OR REPLACE FUNCTION public.petitions_not_read(authority bigint, dialogue bigint)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select case when count(*) >= 5 then count(*)::int end
  from petition p
  where p.authority_id = authority and p.dialogue_id = dialogue
    and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
    and not exists (select from public_entry e
      where e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id)
$function$;

CREATE OR REPLACE FUNCTION public.public_due_of_petition(authority bigint, petition_id bigint)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(min(d.due_on) filter (where d.state = 'open'), max(d.due_on) filter (where d.state = 'met'))
  from deadline d
  where d.authority_id = authority and d.subject_kind = 'petition' and d.subject_id = petition_id and d.direction = 'after'
$function$;

CREATE OR REPLACE FUNCTION public.public_state_of_item(i conclusion_item)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case
    when i.done_on is not null then 'settled'
    when i.disposition = 'answeredAtConference' then 'answered'
    when i.disposition = 'transferred' then 'transferred'
    when i.disposition = 'noteAndReportUp' then 'escalated'
    else 'assigned' end
$function$;

CREATE OR REPLACE FUNCTION public.public_state_of_petition(p petition)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case
    when p.settled_on is not null then 'settled'
    when p.state = 'answered' then 'answered'
    when p.state = 'transferred' then 'transferred'
    when p.state = 'escalated' then 'escalated'
    when p.lead_agency_id is not null then 'assigned'
    else 'received' end
$function$;

CREATE OR REPLACE FUNCTION public.public_why_longer(p petition)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(
    (select nullif(x.reason_label, '') from deadline_extension x
      where x.authority_id = p.authority_id and x.subject_kind = 'petition' and x.subject_id = p.id and x.key = 'replyLetter'),
    case when p.complex then '' end)
$function$;

CREATE OR REPLACE FUNCTION public.recount_figures()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare whose bigint; deltas figure_delta[];
begin
  truncate figure_month, figure_part_month, figure_below_month, figure_below_part_month;
  for whose in select id from authority order by id loop
    select array_agg((authority_id, day, part, part_key, fact, n)::figure_delta) into deltas from (
      select authority_id, date_trunc('month', day)::date as day, part, part_key, fact, sum(n)::bigint as n
      from figure_deltas_of(whose) group by 1, 2, 3, 4, 5) x;
    if deltas is not null then perform add_figures(deltas); end if;
  end loop;
  perform gather_figures();
  create temp table gathered_month on commit drop as select * from figure_below_month;
  create temp table gathered_part on commit drop as select * from figure_below_part_month;
  truncate figure_below_month, figure_below_part_month;
  insert into figure_below_month select * from gathered_month order by authority_id, month;
  insert into figure_below_part_month select * from gathered_part order by authority_id, part, month, part_key;
  drop table gathered_month, gathered_part;
end $function$;

CREATE OR REPLACE FUNCTION public.recount_reports()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from report_taken;
  delete from report_below;
  insert into report_taken select authority_id, subject_id, owed, handed_in, figures, went_to from report_part;
  insert into report_below
  select coalesce(t.went_to, a.parent_authority_id), t.subject_id, t.owed, t.handed_in, t.figures
  from report_taken t join authority a on a.id = t.authority_id
  where coalesce(t.went_to, a.parent_authority_id) is not null;
  perform gather_reports();
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_rewriting_the_log()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the change log is append-only' using errcode = 'insufficient_privilege';
end $function$;

CREATE OR REPLACE FUNCTION public.syllable_pairs(said text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct w[i] || '_' || w[i + 1]), '{}')
  from (select regexp_split_to_array(trim(regexp_replace(public.fold(said), '[^[:alnum:]]+', ' ', 'g')), ' ') as w) words,
    generate_subscripts(w, 1) as i
  where i < array_length(w, 1)
$function$;

CREATE OR REPLACE FUNCTION public.take_copies_back(authority bigint, publication_ids bigint[], why text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  delete from public_entry where authority_id = authority and id = any (publication_ids);
  delete from public_dialogue where authority_id = authority and id = any (publication_ids);
  delete from public_plan where authority_id = authority and id = any (publication_ids);
  update publication set state = 'takenBack', taken_back_at = now(), taken_back_reason = why, version = version + 1
  where authority_id = authority and id = any (publication_ids) and state = 'published';
end $function$;

CREATE OR REPLACE FUNCTION public.wrong_figures()
 RETURNS TABLE(authority_id bigint, month date, below boolean, part text, part_key text)
 LANGUAGE sql
 STABLE
AS $function$
  with by_month as (
    select d.authority_id, date_trunc('month', d.day)::date as month, d.part, d.part_key, d.fact, sum(d.n)::bigint as n
    from authority a cross join lateral figure_deltas_of(a.id) d group by 1, 2, 3, 4, 5 having sum(d.n) <> 0
  ), counted as (
    select * from by_month
    union all
    select authority_id, figure_year(month), part, part_key, fact, sum(n)::bigint from by_month
    where part = '' and figure_year(month) is not null group by 1, 2, 3, 4, 5 having sum(n) <> 0
  ), right_ones as (
    select authority_id, month, false as below, part, part_key, fact, n from counted
    union all
    select a.parent_authority_id, c.month, true, c.part, c.part_key, c.fact, sum(c.n)::bigint
    from counted c join authority a on a.id = c.authority_id
    where a.parent_authority_id is not null and c.part <> 'agency' group by 1, 2, 4, 5, 6 having sum(c.n) <> 0
  )
  select distinct w.authority_id, w.month, w.below, w.part, w.part_key from (
    (select * from right_ones except all select * from figure_kept)
    union all (select * from figure_kept except all select * from right_ones)) w
$function$;

CREATE OR REPLACE FUNCTION public.wrong_reports()
 RETURNS TABLE(authority_id bigint, subject_id bigint, below boolean)
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(p.authority_id, t.authority_id), coalesce(p.subject_id, t.subject_id), false
  from report_part p full join report_taken t on t.authority_id = p.authority_id and t.subject_id = p.subject_id
  where (p.owed, p.handed_in, p.figures, p.went_to) is distinct from (t.owed, t.handed_in, t.figures, t.went_to)
  union
  select coalesce(b.authority_id, c.authority_id), coalesce(b.subject_id, c.subject_id), true
  from (select authority_id, subject_id, key, sum(n) as n from (
      select b.authority_id, b.subject_id, x.key, x.value::bigint as n from report_below b
      cross join lateral jsonb_each_text(b.figures || jsonb_build_object('owed!', b.owed, 'handedIn!', b.handed_in)) x) y
    group by 1, 2, 3 having sum(n) <> 0) b
  full join (select authority_id, subject_id, key, sum(n) as n from (
      select coalesce(p.went_to, a.parent_authority_id) as authority_id, p.subject_id, x.key, x.value::bigint as n
      from report_part p join authority a on a.id = p.authority_id
      cross join lateral jsonb_each_text(p.figures || jsonb_build_object('owed!', p.owed, 'handedIn!', p.handed_in)) x
      where coalesce(p.went_to, a.parent_authority_id) is not null) y
    group by 1, 2, 3 having sum(n) <> 0) c
  on c.authority_id = b.authority_id and c.subject_id = b.subject_id and c.key = b.key
  where b.n is distinct from c.n
$function$;
