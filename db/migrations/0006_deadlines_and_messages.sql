-- A deadline is computed, never typed: only events move it, and every move is kept.
create table deadline (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  subject_kind text not null,
  subject_id bigint not null,
  dialogue_id bigint,
  agency_id bigint,
  key text not null,
  label text not null,
  -- regulation id of the instrument that sets it ('hai-phong-13', 'law-72'), or 'promise' for a word given at the conference
  instrument_id text not null,
  instrument text not null,
  clause text not null,
  anchor_event text not null,
  anchor_on date not null,
  due_on date not null,
  first_due_on date not null,
  strict_due_on date,
  direction text not null check (direction in ('before', 'after')),
  counting jsonb not null,
  provisional boolean not null default false,
  extended boolean not null default false,
  complex boolean not null default false,
  state text not null default 'open' check (state in ('open', 'met', 'void')),
  met_on date,
  met_note text,
  void_reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, subject_kind, subject_id, key, instrument_id),
  foreign key (authority_id, agency_id) references agency (authority_id, id),
  check (state <> 'met' or met_on is not null)
);
create index deadline_open on deadline (authority_id, due_on, id) where state = 'open';
create index deadline_open_agency on deadline (authority_id, agency_id, due_on, id) where state = 'open';
create index deadline_dialogue on deadline (authority_id, dialogue_id);

create table deadline_move (
  authority_id bigint not null,
  id bigint generated always as identity,
  deadline_id bigint not null,
  cause text not null,
  old_due_on date,
  new_due_on date not null,
  reason text not null,
  counting jsonb not null,
  account_id bigint references account (id),
  at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, deadline_id) references deadline (authority_id, id)
);
create index deadline_move_deadline on deadline_move (authority_id, deadline_id, id);

-- An extension is an event with its reason and who granted it; the date follows from the regulation.
create table deadline_extension (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  subject_kind text not null,
  subject_id bigint not null,
  key text not null,
  reason_key text not null,
  reason text not null,
  granted_on date not null,
  granted_by bigint references account (id),
  granted_by_name text not null,
  on_paper boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, subject_kind, subject_id, key)
);

-- What the program has to tell somebody; one row per stage and reader, written in the transaction of the change.
create table message (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  account_id bigint,
  agency_id bigint,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  params jsonb not null default '{}',
  dedupe_key text not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, dedupe_key)
);
create index message_account on message (authority_id, account_id, id) where read_at is null;
create index message_agency on message (authority_id, agency_id, id) where read_at is null;
