-- The day of the conference: what stands live on every screen, and how it came about.
create table hall (
  authority_id bigint not null,
  dialogue_id bigint not null,
  -- grows with everything a screen may show; a screen that knows less asks again
  version bigint not null default 1,
  phase text not null default 'waiting' check (phase in ('waiting', 'running', 'ended')),
  current_step_id bigint,
  current_speech_id bigint,
  opened_at timestamptz,
  ended_at timestamptz,
  -- time of one speaker; null: no limit but that which was registered
  speaking_seconds integer check (speaking_seconds between 30 and 7200),
  -- whoever holds the address sees what is public; made anew, the old address is dead
  screen_token text not null unique,
  phone_token text not null unique,
  screen_look text not null default 'speaker' check (screen_look in ('speaker', 'agenda', 'questions', 'welcome')),
  questions_open boolean not null default true,
  opened_by bigint references account (id),
  primary key (authority_id, dialogue_id),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id)
);
create table hall_step (
  authority_id bigint not null,
  dialogue_id bigint not null,
  step_id bigint not null,
  started_at timestamptz,
  ended_at timestamptz,
  primary key (authority_id, step_id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id),
  foreign key (authority_id, step_id) references agenda_step (authority_id, id)
);
create table hall_speech (
  authority_id bigint not null,
  dialogue_id bigint not null,
  speech_id bigint not null,
  source text not null check (source in ('registered', 'onSite', 'group', 'phone')),
  -- the name stands on the screen only with consent
  name_shown boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'speaking', 'paused', 'spoken', 'skipped', 'withdrawn')),
  quota_seconds integer,
  started_at timestamptz,
  running_since timestamptz,
  used_seconds integer not null default 0,
  ended_at timestamptz,
  skip_reason text,
  off_topic boolean not null default false,
  primary key (authority_id, speech_id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id),
  foreign key (authority_id, speech_id) references speech_registration (authority_id, id)
);
-- Every act of the hall in its order, with what it replaced: undoing is an act too, nothing is rubbed out.
create table hall_event (
  authority_id bigint not null,
  dialogue_id bigint not null,
  seq integer not null,
  act text not null,
  speech_id bigint,
  step_id bigint,
  at timestamptz not null,
  recorded_at timestamptz not null,
  account_id bigint references account (id),
  reason text,
  before jsonb not null,
  undoes integer,
  primary key (authority_id, dialogue_id, seq),
  unique (authority_id, dialogue_id, undoes),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id)
);
-- Who came through the door: one by one, by invitation, or just counted.
create table hall_arrival (
  authority_id bigint not null,
  id bigint generated always as identity,
  dialogue_id bigint not null,
  invitee_id bigint,
  kind text not null check (kind in ('delegates', 'people')),
  name text not null default '',
  village text not null default '',
  headcount integer not null check (headcount between 1 and 5000),
  women integer not null default 0 check (women between 0 and headcount),
  at timestamptz not null,
  account_id bigint references account (id),
  taken_back_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id),
  foreign key (authority_id, invitee_id) references invitee (authority_id, id)
);
create index hall_arrival_dialogue on hall_arrival (authority_id, dialogue_id);
-- One invitation, one arrival that counts.
create unique index hall_arrival_invitee on hall_arrival (authority_id, dialogue_id, invitee_id)
  where invitee_id is not null and taken_back_at is null;
-- Asked in writing: by telephone in the hall and at home, by letter and mail, all in one queue.
create table hall_question (
  authority_id bigint not null,
  id bigint generated always as identity,
  dialogue_id bigint not null,
  source text not null check (source in ('phone', 'letter', 'email', 'textMessage', 'organization')),
  name text not null default '',
  village text not null default '',
  text text not null,
  name_shown boolean not null default false,
  state text not null default 'received' check (state in ('received', 'hidden', 'shortlisted', 'now', 'answered')),
  -- what is shown to everybody: moderated, without what tells who somebody is
  shown_text text not null default '',
  answer text not null default '',
  hidden_reason text,
  -- the browser it came from, hashed: only for the limit on how often one may ask
  asked_by text,
  speech_id bigint,
  at timestamptz not null,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id)
);
create index hall_question_dialogue on hall_question (authority_id, dialogue_id, state);
create table hall_question_support (
  authority_id bigint not null,
  question_id bigint not null,
  supporter text not null,
  primary key (authority_id, question_id, supporter),
  foreign key (authority_id, question_id) references hall_question (authority_id, id)
);
-- What was raised in which speech: one speech may hold several contents.
create table hall_speech_petition (
  authority_id bigint not null,
  dialogue_id bigint not null,
  speech_id bigint not null,
  petition_id bigint not null,
  primary key (authority_id, speech_id, petition_id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id),
  foreign key (authority_id, speech_id) references speech_registration (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);
-- A line an agency hands up to the chair.
create table hall_note (
  authority_id bigint not null,
  id bigint generated always as identity,
  dialogue_id bigint not null,
  agency_id bigint not null,
  petition_id bigint,
  text text not null,
  account_id bigint references account (id),
  at timestamptz not null,
  read_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id),
  foreign key (authority_id, agency_id) references agency (authority_id, id)
);
create index hall_note_dialogue on hall_note (authority_id, dialogue_id);
-- Codes handed out for the ballot by telephone: only the hash, and no way from a code to a ballot.
create table survey_code (
  authority_id bigint not null,
  survey_id bigint not null,
  code_hash text not null unique,
  used boolean not null default false,
  primary key (authority_id, survey_id, code_hash),
  foreign key (authority_id, survey_id) references survey (authority_id, id)
);
create table survey_ballot (
  authority_id bigint not null,
  -- drawn, not counted up: the order of the ballots tells nobody's turn
  id uuid not null default gen_random_uuid(),
  survey_id bigint not null,
  answers jsonb not null,
  comment text not null default '',
  primary key (authority_id, id),
  foreign key (authority_id, survey_id) references survey (authority_id, id)
);
create index survey_ballot_survey on survey_ballot (authority_id, survey_id);

grant select, insert, update on hall, hall_step, hall_speech, hall_arrival, hall_question, hall_note to doi_thoai;
grant select, insert on hall_event, hall_question_support, hall_speech_petition, survey_ballot to doi_thoai;
grant delete on hall_question_support, hall_speech_petition to doi_thoai;
grant select, insert, update on survey_code to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
