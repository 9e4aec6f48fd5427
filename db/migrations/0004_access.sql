create table account (
  id bigint generated always as identity primary key,
  login text not null,
  display_name text not null,
  email text,
  password_hash text not null,
  totp_secret text,
  -- shown as a QR code, not yet proven by a code from the telephone
  totp_pending_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  recovery_code_hashes text[] not null default '{}',
  -- the password was given out by an administrator; the owner sets an own one at the next sign-in
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  disabled_reason text,
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create unique index account_login on account (lower(login));

-- What somebody is, where and since when. One account may have several; a session acts under one of them.
create table membership (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  authority_id bigint not null references authority (id),
  agency_id bigint,
  person_id bigint,
  role text not null,
  from_day date not null,
  to_day date,
  -- ended by an administrator: at once, whatever the last day was to be
  ended_at timestamptz,
  ended_reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  foreign key (authority_id, agency_id) references agency (authority_id, id)
);
create index membership_account on membership (account_id);
create index membership_authority on membership (authority_id, role);

create table session (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  account_id bigint not null references account (id),
  membership_id bigint references membership (id),
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text,
  address text,
  second_factor_at timestamptz,
  ended_at timestamptz,
  ended_reason text
);
create index session_account on session (account_id) where ended_at is null;

create table sign_in_attempt (
  id bigint generated always as identity primary key,
  login_hash text not null,
  address text,
  at timestamptz not null,
  succeeded boolean not null
);
create index sign_in_attempt_login on sign_in_attempt (login_hash, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

-- Both run with every request: inside a function their plan is made once per connection, not once per request.

-- The authorities under one, at every depth.
create function authorities_below(top bigint) returns bigint[]
  language plpgsql stable as $$
begin
  return array(
    with recursive below as (
      select u.id from authority u where u.parent_authority_id = top
      union select u.id from authority u join below on u.parent_authority_id = below.id
    ) select id from below
  );
end $$;
create index authority_parent on authority (parent_authority_id);

-- The memberships of an account that hold on a day, as the program's SessionMembership.
create function memberships_holding(of_account bigint, on_day date) returns jsonb
  language plpgsql stable as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'role', m.role, 'authorityId', u.id, 'slug', u.slug, 'authorityName', u.name,
        'authorityShortName', u.short_name, 'authorityKind', u.kind, 'placeName', u.place_name, 'demo', u.demo,
        'totpRequired', u.totp_required, 'agencyId', g.id, 'agencyName', g.name, 'agencyShortName', g.short_name
      ) order by u.name, m.id), '[]')
    from membership m join authority u on u.id = m.authority_id
    left join agency g on g.authority_id = m.authority_id and g.id = m.agency_id
    where m.account_id = of_account and m.ended_at is null
      and m.from_day <= on_day and (m.to_day is null or m.to_day >= on_day)
  );
end $$;
