-- A year of the official calendar as entered by an administrator; rows here come before the file that ships with the program.
create table calendar_year (
  id bigint generated always as identity primary key,
  year integer not null,
  version integer not null,
  data jsonb not null,
  provisional boolean not null,
  reason text not null,
  entered_by bigint,
  entered_at timestamptz not null default now(),
  unique (year, version)
);

-- Every version of every regulation ever used stays: a dialogue keeps the version it was opened under.
create table regulation_version (
  id bigint generated always as identity primary key,
  regulation_id text not null,
  version text not null,
  name text not null,
  number text not null,
  overlay boolean not null default false,
  origin text not null check (origin in ('shipped', 'imported', 'edited')),
  data jsonb not null,
  sha256 text not null,
  owner_authority_id bigint,
  based_on_id bigint references regulation_version (id),
  entered_by bigint,
  entered_at timestamptz not null default now(),
  retired_on date,
  unique (regulation_id, version)
);

-- Which regulation an authority works under, from when to when.
create table authority_regulation (
  authority_id bigint not null,
  id bigint generated always as identity,
  regulation_version_id bigint not null references regulation_version (id),
  from_day date not null,
  to_day date,
  version integer not null default 1,
  primary key (authority_id, id),
  check (to_day is null or to_day >= from_day)
);
