-- An authority runs its dialogue here: a commune, special zone, province, office, or a former district.
create table authority (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,60}$'),
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('specialZone', 'commune', 'ward', 'formerDistrict', 'provinceOffice', 'province', 'city', 'other')),
  place_name text not null,
  parent_authority_id bigint references authority (id),
  from_day date not null,
  to_day date,
  case_prefix text not null check (case_prefix ~ '^[A-Z]{2,6}$'),
  voters integer,
  totp_required boolean not null default true,
  demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table agency (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  parent_id bigint,
  name text not null,
  short_name text not null,
  kind text not null,
  -- the part it plays in the regulation (partyCommitteeOffice, fatherlandFront …); null for a plain agency
  role_key text,
  level text not null check (level in ('village', 'commune', 'district', 'province', 'central', 'other')),
  -- outside the authority: an electricity company, a provincial department; the lead office records for it
  external boolean not null default false,
  from_day date not null,
  to_day date,
  email text,
  phone text,
  address text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, parent_id) references agency (authority_id, id),
  check (to_day is null or to_day >= from_day)
);
create index agency_role on agency (authority_id, role_key);

create table agency_succession (
  authority_id bigint not null,
  id bigint generated always as identity,
  from_agency_id bigint not null,
  to_agency_id bigint not null,
  on_day date not null,
  basis text not null,
  handed_over jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, from_agency_id),
  foreign key (authority_id, from_agency_id) references agency (authority_id, id),
  foreign key (authority_id, to_agency_id) references agency (authority_id, id),
  check (from_agency_id <> to_agency_id)
);

create table person (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  full_name text not null,
  email text,
  phone text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id)
);

create table post (
  authority_id bigint not null,
  id bigint generated always as identity,
  agency_id bigint not null,
  title text not null,
  -- partySecretary, deputyPartySecretary, peoplesCommitteeChair, peoplesCommitteeViceChair, policeChief, officeChief … or other
  kind text not null,
  is_head boolean not null default false,
  deputy_of_post_id bigint,
  from_day date not null,
  to_day date,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id),
  foreign key (authority_id, deputy_of_post_id) references post (authority_id, id)
);

create table post_holding (
  authority_id bigint not null,
  id bigint generated always as identity,
  post_id bigint not null,
  person_id bigint not null,
  from_day date not null,
  to_day date,
  basis text,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, post_id) references post (authority_id, id),
  foreign key (authority_id, person_id) references person (authority_id, id),
  check (to_day is null or to_day >= from_day)
);
