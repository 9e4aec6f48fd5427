-- What people hand to whoever they petition without an account: links that open their own petitions, what waits to be
-- looked at before it is taken in, what they add, say of the answer, and who asks for the same.

-- A secret somebody holds about one submission; only its hash is here. “status”: the short code to type shows the
-- state and nothing else. Several may lead to one submission (the receipt, each mail), each can be taken back.
create table tracking_link (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  submission_id bigint not null,
  token_hash text not null,
  opens text not null check (opens in ('everything', 'status')),
  made_for text not null check (made_for in ('receipt', 'mail', 'print')),
  made_at timestamptz not null,
  revoked_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, token_hash),
  foreign key (authority_id, submission_id) references submission (authority_id, id)
);
create index tracking_link_submission on tracking_link (authority_id, submission_id);

-- The receipt as it was given: what was sent when, and the fingerprint by which it can be checked later.
create table submission_receipt (
  authority_id bigint not null references authority (id),
  submission_id bigint not null,
  received_at timestamptz not null,
  fingerprint text not null,
  primary key (authority_id, submission_id),
  foreign key (authority_id, submission_id) references submission (authority_id, id)
);
create index submission_receipt_fingerprint on submission_receipt (authority_id, fingerprint);

-- The notice on personal data as it was shown, once per wording, and who agreed to which.
create table data_notice (
  version text not null,
  lang text not null check (lang in ('vi', 'en')),
  text text not null,
  sha256 text not null,
  primary key (version, lang)
);
create table data_consent (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  subject_kind text not null check (subject_kind in ('submission', 'speechRegistration', 'dialogueRequest')),
  subject_id bigint not null,
  notice_version text not null,
  lang text not null,
  notice_sha256 text not null,
  agreed_at timestamptz not null,
  publish_name boolean not null,
  primary key (authority_id, id),
  foreign key (notice_version, lang) references data_notice (version, lang)
);
create index data_consent_subject on data_consent (authority_id, subject_kind, subject_id);

-- Sent through the Portal, but looked at before it becomes a petition; kept with its reason whatever is decided.
create table intake_hold (
  authority_id bigint not null references authority (id),
  submission_id bigint not null,
  why text[] not null,
  -- rows { content }; empty once they have become petitions
  contents jsonb not null default '[]',
  text_hash text not null,
  state text not null default 'held' check (state in ('held', 'taken', 'joined', 'refused')),
  reason_key text,
  note text not null default '',
  decided_by bigint references account (id),
  decided_at timestamptz,
  joined_petition_id bigint,
  appeal text,
  appealed_at timestamptz,
  appeal_decided_by bigint references account (id),
  appeal_decided_at timestamptz,
  appeal_note text,
  version integer not null default 1,
  primary key (authority_id, submission_id),
  foreign key (authority_id, submission_id) references submission (authority_id, id),
  foreign key (authority_id, joined_petition_id) references petition (authority_id, id),
  check (state <> 'refused' or reason_key is not null)
);
create index intake_hold_waiting on intake_hold (authority_id, submission_id) where state = 'held' or appealed_at is not null;
create index intake_hold_text on intake_hold (authority_id, text_hash);

create table petition_addition (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  petition_id bigint not null,
  text text not null,
  sent_at timestamptz not null,
  read_by bigint references account (id),
  read_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);
create index petition_addition_petition on petition_addition (authority_id, petition_id, id);
create index petition_addition_unread on petition_addition (authority_id, petition_id) where read_at is null;

-- Was it solved? Was the answer clear? Each time it is asked, one row.
create table petition_opinion (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  petition_id bigint not null,
  solved text not null check (solved in ('yes', 'partly', 'no')),
  clear text not null check (clear in ('yes', 'partly', 'no')),
  said text not null default '',
  on_day date not null,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);
create index petition_opinion_petition on petition_opinion (authority_id, petition_id, id);

-- “Tôi cũng kiến nghị như vậy”: once per contact, of which only a hash is kept.
create table petition_seconding (
  authority_id bigint not null references authority (id),
  petition_id bigint not null,
  contact_hash text not null,
  at timestamptz not null,
  primary key (authority_id, petition_id, contact_hash),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);

-- Registered to speak, and requests for a dialogue, that came through the Portal.
alter table speech_registration
  add column from_portal boolean not null default false,
  add column phone text,
  add column email text,
  add column token_hash text,
  add column contact_hash text;
create unique index speech_registration_token on speech_registration (authority_id, token_hash) where token_hash is not null;
alter table dialogue_request
  add column from_portal boolean not null default false,
  add column phone text,
  add column email text,
  add column token_hash text,
  add column sign_token_hash text;
create unique index dialogue_request_token on dialogue_request (authority_id, token_hash) where token_hash is not null;
create unique index dialogue_request_sign_token on dialogue_request (authority_id, sign_token_hash) where sign_token_hash is not null;
create table request_signer (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  request_id bigint not null,
  name text not null,
  village text not null default '',
  contact_hash text not null,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, request_id, contact_hash),
  foreign key (authority_id, request_id) references dialogue_request (authority_id, id)
);

-- What is being written and not sent yet: unreadable without the secret in its address, gone after two days.
create table portal_draft (
  authority_id bigint not null references authority (id),
  secret_hash text not null,
  sealed bytea not null,
  -- files received so far, so that they are not swept away
  file_hashes text[] not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- the submission it became; its pages lead to the receipt from then on
  sent_at timestamptz,
  primary key (authority_id, secret_hash)
);
create index portal_draft_expiry on portal_draft (expires_at);

-- How often something was done, by the hash of an address or a contact under the salt of the day; shared by every
-- process on the database. Gone with the salt after two days.
create unlogged table portal_count (
  bucket text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, window_start)
);
create index portal_count_age on portal_count (window_start);
create table portal_salt (
  day date primary key,
  salt text not null
);

-- Whether the authority takes petitions through the Portal, and where to go when it does not.
create table intake_setting (
  authority_id bigint primary key references authority (id),
  open boolean not null default true,
  closed_reason text not null default '',
  elsewhere text not null default '',
  contest_days integer not null default 30 check (contest_days between 5 and 90),
  version integer not null default 1
);
grant select, insert, update, delete on tracking_link, submission_receipt, data_notice, data_consent, intake_hold, petition_addition,
  petition_opinion, petition_seconding, request_signer, portal_draft, portal_count, portal_salt, intake_setting to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
