-- The change log comes first: nothing is changed without a trace.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- Text as it is searched: without diacritics (đ = d), in lower case. Marked immutable so that it can be indexed.
create function fold(value text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent', value));

-- One line per change, chained by hash within its authority (0 = the installation itself).
create table change_log (
  authority_id bigint not null,
  seq bigint not null,
  at timestamptz not null,
  account_id bigint,
  agency_id bigint,
  action text not null,
  subject_kind text not null,
  subject_id bigint,
  before jsonb,
  after jsonb,
  reason text,
  request_key text,
  prev_hash text not null,
  hash text not null,
  primary key (authority_id, seq)
);
create index change_log_subject on change_log (authority_id, subject_kind, subject_id, seq);

-- Personal data stays outside the chain: the chain holds a salted hash, the value lies here and can be erased.
create table change_log_personal (
  authority_id bigint not null,
  seq bigint not null,
  field text not null,
  salt text not null,
  value text not null,
  primary key (authority_id, seq, field)
);

create table change_log_head (
  authority_id bigint primary key,
  seq bigint not null,
  hash text not null
);

-- The nightly line over all heads.
create table change_log_seal (
  id bigint generated always as identity primary key,
  sealed_at timestamptz not null,
  heads jsonb not null,
  prev_hash text not null,
  hash text not null
);

create function refuse_rewriting_the_log() returns trigger language plpgsql as $$
begin
  raise exception 'the change log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger change_log_append_only before update or delete on change_log
  for each row execute function refuse_rewriting_the_log();
create trigger change_log_no_truncate before truncate on change_log
  for each statement execute function refuse_rewriting_the_log();
create trigger change_log_seal_append_only before update or delete on change_log_seal
  for each row execute function refuse_rewriting_the_log();

-- Same form posted twice makes one record.
create table idempotency_key (
  authority_id bigint not null,
  key text not null,
  account_id bigint,
  change text not null,
  input_hash text not null,
  result jsonb,
  at timestamptz not null,
  primary key (authority_id, key)
);
create index idempotency_key_age on idempotency_key (at);
