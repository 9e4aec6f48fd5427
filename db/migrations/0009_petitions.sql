create table petitioner (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  kind text not null check (kind in ('person', 'organization', 'group', 'unnamed')),
  name text not null default '',
  representative text not null default '',
  headcount integer,
  phone text,
  email text,
  address text not null default '',
  village_agency_id bigint,
  erased_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, village_agency_id) references agency (authority_id, id)
);
create index petitioner_name on petitioner using gin (authority_id, fold(name) gin_trgm_ops);

-- What one person or organisation says once; it is split into as many petitions as it has contents.
create table submission (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  dialogue_id bigint,
  petitioner_id bigint not null,
  channel text not null,
  received_on date not null,
  forwarded_by_agency_id bigint,
  text text not null,
  consent_to_publish_name boolean not null default false,
  confidential boolean not null default false,
  written_by text,
  interpreter_needed text,
  entered_by bigint references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id),
  foreign key (authority_id, petitioner_id) references petitioner (authority_id, id)
);
create index submission_dialogue on submission (authority_id, dialogue_id);
create index submission_forwarded on submission (authority_id, forwarded_by_agency_id)
  where forwarded_by_agency_id is not null;
create index submission_petitioner on submission (authority_id, petitioner_id);

-- The single content is the unit of work.
create table petition (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  code text not null,
  submission_id bigint not null,
  dialogue_id bigint,
  petitioner_id bigint not null,
  received_on date not null,
  raised text not null check (raised in ('before', 'atConference', 'after')),
  content text not null,
  kind text not null default 'request' check (kind in ('opinion', 'feedback', 'request', 'complaint', 'denunciation')),
  subject_area text,
  audience text,
  sphere text check (sphere in ('party', 'government', 'publicSecurity')),
  urgency text,
  sensitive boolean not null default false,
  confidential boolean not null default false,
  off_topic boolean not null default false,
  disposition text check (disposition in ('answeredAtConference', 'verifyAndReplyLater', 'noteAndReportUp')),
  competence text check (competence in ('within', 'beyond')),
  complex boolean not null default false,
  complex_reason text,
  state text not null default 'received' check (state in
    ('received', 'classified', 'assigned', 'answerPrepared', 'answered', 'transferred', 'escalated', 'handedOver', 'merged', 'withdrawn')),
  lead_agency_id bigint,
  -- answered, promised, settled, petitioner agrees: four facts, not one status
  answered_on date,
  answered_how text check (answered_how in ('beforeConference', 'atConference', 'inWriting')),
  promised_on date,
  promise text,
  proposed_settlement text,
  -- until when, as the agency proposes; the chair's word is promised_on
  proposed_due_on date,
  settled_on date,
  settlement text,
  petitioner_agrees boolean,
  petitioner_said text,
  petitioner_asked_on date,
  resolved_before boolean not null default false,
  deferred_reason text,
  repeat_of_id bigint,
  repeat_number integer not null default 1,
  continued boolean not null default false,
  merged_into_id bigint,
  conclusion_item_id bigint,
  procedure text,
  procedure_body text,
  procedure_on date,
  petitioner_told_on date,
  accused_agency_id bigint,
  accused_account_id bigint,
  entered_by bigint references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  -- without signs, so that a code and "KT-XH" are found by their parts
  words tsvector generated always as
    (to_tsvector('simple', regexp_replace(fold(code || ' ' || content), '[^[:alnum:]]+', ' ', 'g'))) stored,
  primary key (authority_id, id),
  unique (authority_id, code),
  foreign key (authority_id, submission_id) references submission (authority_id, id),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id),
  foreign key (authority_id, petitioner_id) references petitioner (authority_id, id),
  foreign key (authority_id, lead_agency_id) references agency (authority_id, id),
  foreign key (authority_id, repeat_of_id) references petition (authority_id, id),
  foreign key (authority_id, merged_into_id) references petition (authority_id, id),
  foreign key (authority_id, conclusion_item_id) references conclusion_item (authority_id, id),
  -- “answered” with no answer attached must be impossible: held by the change; the day is held here
  check (state <> 'answered' or answered_on is not null)
);
create index petition_newest on petition (authority_id, id desc);
create index petition_state on petition (authority_id, state, id desc);
create index petition_lead on petition (authority_id, lead_agency_id, id desc);
create index petition_dialogue on petition (authority_id, dialogue_id, id);
create index petition_submission on petition (authority_id, submission_id);
create index petition_petitioner on petition (authority_id, petitioner_id);
create index petition_area on petition (authority_id, subject_area, id desc);
create index petition_words on petition using gin (authority_id, words);

create table petition_code_counter (
  authority_id bigint not null,
  year integer not null,
  last_number integer not null,
  primary key (authority_id, year)
);
create table petition_support (
  authority_id bigint not null,
  petition_id bigint not null,
  agency_id bigint not null,
  asked_on date not null,
  contributed_on date,
  contribution text,
  version integer not null default 1,
  primary key (authority_id, petition_id, agency_id),
  foreign key (authority_id, petition_id) references petition (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id)
);
create index petition_support_agency on petition_support (authority_id, agency_id, petition_id);
-- Who may open a confidential petition.
create table petition_reader (
  authority_id bigint not null,
  petition_id bigint not null,
  account_id bigint not null references account (id),
  added_by bigint references account (id),
  reason text not null,
  added_at timestamptz not null default now(),
  primary key (authority_id, petition_id, account_id),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);
create table petition_answer (
  authority_id bigint not null,
  id bigint generated always as identity,
  petition_id bigint not null,
  kind text not null check (kind in ('prepared', 'atConference', 'reply', 'verification', 'settlement', 'escalationAnswer')),
  agency_id bigint,
  text text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'returned')),
  drafted_by bigint references account (id),
  approved_by bigint references account (id),
  approved_at timestamptz,
  approved_on_paper boolean not null default false,
  paper_approver text,
  paper_approved_on date,
  returned_reason text,
  answered_by_name text,
  paper_id bigint,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id),
  foreign key (authority_id, paper_id) references paper (authority_id, id)
);
create index petition_answer_petition on petition_answer (authority_id, petition_id, id);
create table petition_transfer (
  authority_id bigint not null,
  id bigint generated always as identity,
  petition_id bigint not null,
  to_agency_id bigint not null,
  transferred_on date not null,
  reason text not null,
  slip_paper_id bigint,
  petitioner_told_on date,
  front_copied_on date,
  answer_received_on date,
  answer text,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id),
  foreign key (authority_id, to_agency_id) references agency (authority_id, id)
);
create table petition_escalation (
  authority_id bigint not null,
  id bigint generated always as identity,
  petition_id bigint not null,
  to_agency_id bigint not null,
  sent_on date not null,
  content text not null,
  paper_id bigint,
  answer_received_on date,
  answer text,
  petitioner_told_on date,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id),
  foreign key (authority_id, to_agency_id) references agency (authority_id, id)
);
create table petition_link (
  authority_id bigint not null,
  id bigint generated always as identity,
  petition_id bigint not null,
  other_id bigint not null,
  kind text not null check (kind in ('repeat', 'continued', 'merged', 'related')),
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id),
  foreign key (authority_id, other_id) references petition (authority_id, id)
);
-- Other people behind the same petition: merging keeps every petitioner's right to an answer.
create table petition_copetitioner (
  authority_id bigint not null,
  petition_id bigint not null,
  petitioner_id bigint not null,
  from_petition_id bigint,
  primary key (authority_id, petition_id, petitioner_id),
  foreign key (authority_id, petition_id) references petition (authority_id, id),
  foreign key (authority_id, petitioner_id) references petitioner (authority_id, id)
);
