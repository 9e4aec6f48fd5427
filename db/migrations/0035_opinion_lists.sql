-- What villages and organisations gather and send up: to the Front, which gathers what they all sent, and on to the office
-- (002 III.3, 003 III.2). Only the office's receipt makes petitions of it.
create table opinion_list (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  agency_id bigint not null,
  dialogue_id bigint,
  title text not null,
  state text not null default 'open' check (state in ('open', 'atFront', 'returned', 'atOffice', 'received')),
  -- the days of its latest hand-overs; every one stands in the log
  sent_on date,
  forwarded_on date,
  received_on date,
  remark text,
  created_by bigint references account (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id)
);
create index opinion_list_agency on opinion_list (authority_id, agency_id, id desc);
create index opinion_list_state on opinion_list (authority_id, state, id desc);

create table opinion (
  authority_id bigint not null,
  id bigint generated always as identity,
  list_id bigint not null,
  petitioner_kind text not null,
  petitioner_name text not null default '',
  phone text not null default '',
  address text not null default '',
  village_agency_id bigint,
  headcount integer,
  content text not null,
  kind text not null default 'request',
  subject_area text,
  received_on date not null,
  -- the Front found that it says what another one says; the office joins their petitions
  merged_into_id bigint,
  state text not null default 'kept' check (state in ('kept', 'withdrawn')),
  -- once received: the words lie with the petition, here they are gone
  petition_id bigint,
  entered_by bigint references account (id),
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, list_id) references opinion_list (authority_id, id),
  foreign key (authority_id, petition_id) references petition (authority_id, id)
);
create index opinion_of_list on opinion (authority_id, list_id, id);
grant select, insert, update on opinion_list, opinion to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
