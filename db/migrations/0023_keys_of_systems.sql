-- A neighbouring system (document management, a city's tracking application) works under an account of its own, which
-- nobody signs in with: what it does stands in the log like anybody's.
alter table account add column is_system boolean not null default false;

-- Its key: shown once, kept as a hash. What it may do is the smaller of its role's rights and of the scopes listed here.
create table api_key (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  name text not null check (name <> ''),
  account_id bigint not null references account (id),
  membership_id bigint not null references membership (id),
  key_hash text not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  per_minute integer not null check (per_minute between 1 and 6000),
  expires_on date,
  made_by bigint references account (id),
  made_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  last_used_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, id),
  check ((revoked_at is null) = (revoked_reason is null))
);

-- Where a system wants to be told. It reads the log from its own place on, so nothing is missed while it is away;
-- the place moves on only when it has said that it took the news.
create table webhook (
  authority_id bigint not null,
  id bigint generated always as identity,
  api_key_id bigint not null,
  url text not null,
  -- signs what is sent; both sides must know it, so it is no hash. Taken away with the end.
  secret text,
  events text[] not null check (cardinality(events) > 0),
  position bigint not null,
  failures integer not null default 0,
  failing_since timestamptz,
  last_error text,
  next_try_at timestamptz not null,
  last_taken_at timestamptz,
  made_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text,
  primary key (authority_id, id),
  foreign key (authority_id, api_key_id) references api_key (authority_id, id)
);
create index webhook_due on webhook (next_try_at) where ended_at is null;

grant select, insert, update on api_key, webhook to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
