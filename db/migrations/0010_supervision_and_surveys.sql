create table supervision_act (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  kind text not null check (kind in ('note', 'accountRequest', 'visit', 'urging', 'result')),
  by_agency_id bigint not null,
  to_agency_id bigint,
  dialogue_id bigint,
  petition_id bigint,
  conclusion_item_id bigint,
  on_day date not null,
  content text not null,
  -- of a visit: who took part
  participants text not null default '',
  answer_due_on date,
  answer text,
  answered_on date,
  answered_by bigint references account (id),
  paper_id bigint,
  -- a request that is no longer kept up; nothing is deleted
  withdrawn_on date,
  withdrawn_reason text,
  entered_by bigint references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  check (kind <> 'accountRequest' or (to_agency_id is not null and answer_due_on is not null)),
  foreign key (authority_id, by_agency_id) references agency (authority_id, id),
  foreign key (authority_id, to_agency_id) references agency (authority_id, id),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);
create index supervision_act_dialogue on supervision_act (authority_id, dialogue_id);
create index supervision_act_petition on supervision_act (authority_id, petition_id);
create index supervision_act_to_agency on supervision_act (authority_id, to_agency_id);

create table survey (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  dialogue_id bigint not null,
  title text not null,
  form jsonb not null,
  issued integer,
  returned integer,
  valid integer,
  comments text not null default '',
  state text not null default 'open' check (state in ('open', 'settled')),
  -- which of the two tallies counts; a reason where they still differ
  settled_pass integer check (settled_pass in (1, 2)),
  settled_reason text,
  settled_on date,
  settled_by bigint references account (id),
  entered_by bigint references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  check (valid <= returned and returned <= issued),
  check (state = 'open' or settled_pass is not null),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id)
);
-- Two people enter the tally; differences are shown before it is settled.
create table survey_tally (
  authority_id bigint not null,
  survey_id bigint not null,
  pass integer not null check (pass in (1, 2)),
  group_key text not null,
  answer_key text not null,
  count integer not null check (count >= 0),
  entered_by bigint references account (id),
  entered_at timestamptz not null default now(),
  primary key (authority_id, survey_id, pass, group_key, answer_key),
  foreign key (authority_id, survey_id) references survey (authority_id, id)
);
