create table plan (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  year integer not null,
  title text not null,
  issuer_agency_id bigint not null,
  regulation_version_id bigint not null references regulation_version (id),
  state text not null default 'draft' check (state in ('draft', 'approved', 'issued', 'published', 'replaced')),
  purpose text not null default '',
  requirements text not null default '',
  motto text not null default '',
  -- the order to the units at the end (A11)
  closing text not null default '',
  paper_id bigint,
  replaces_plan_id bigint,
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, issuer_agency_id) references agency (authority_id, id),
  foreign key (authority_id, paper_id) references paper (authority_id, id)
);
create index plan_year on plan (authority_id, year);

-- The library of legal bases (A1), and those a plan cites in their order.
create table legal_basis (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  number text not null,
  dated_on date,
  issuer text not null,
  title text not null,
  effective_from date,
  effective_to date,
  version integer not null default 1,
  primary key (authority_id, id)
);
create table plan_basis (
  authority_id bigint not null,
  plan_id bigint not null,
  legal_basis_id bigint not null,
  position integer not null,
  primary key (authority_id, plan_id, legal_basis_id),
  foreign key (authority_id, plan_id) references plan (authority_id, id),
  foreign key (authority_id, legal_basis_id) references legal_basis (authority_id, id)
);
create table plan_target (
  authority_id bigint not null,
  id bigint generated always as identity,
  plan_id bigint not null,
  post_kind text not null,
  label text not null,
  minimum integer not null check (minimum >= 0),
  kinds text[] not null,
  -- a two-round target has one row for each of its quarters
  period text not null default 'year' check (period in ('year', 'H1', 'H2', 'Q1', 'Q2', 'Q3', 'Q4')),
  counts_indirect boolean not null default false,
  clause text not null default '',
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan (authority_id, id)
);
create table planned_dialogue (
  authority_id bigint not null,
  id bigint generated always as identity,
  plan_id bigint not null,
  title text not null,
  kind text not null,
  form text not null,
  chair_model text not null,
  session_kind text,
  topic text not null default '',
  audience text[] not null default '{}',
  expected_from date not null,
  expected_to date not null,
  venue text not null default '',
  lead_agency_id bigint,
  dropped_reason text,
  -- the same entry in the version that this plan replaces
  replaces_planned_id bigint,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan (authority_id, id),
  foreign key (authority_id, lead_agency_id) references agency (authority_id, id),
  check (expected_to >= expected_from)
);
create table plan_task (
  authority_id bigint not null,
  id bigint generated always as identity,
  plan_id bigint not null,
  agency_id bigint not null,
  position integer not null,
  content text not null,
  role text not null default 'lead' check (role in ('lead', 'supporting')),
  due_on date,
  done_on date,
  result text,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id)
);
-- Dissemination of the plan (A12–A15): which channel, when.
create table plan_dissemination (
  authority_id bigint not null,
  id bigint generated always as identity,
  plan_id bigint not null,
  channel text not null,
  done_on date not null,
  note text not null default '',
  agency_id bigint,
  primary key (authority_id, id),
  foreign key (authority_id, plan_id) references plan (authority_id, id)
);
