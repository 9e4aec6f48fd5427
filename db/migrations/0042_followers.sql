-- Who asked to be told by e-mail of something published. The address is all that is kept of the person; with the last
-- thing followed it goes.
create table follower (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  email text not null,
  lang text not null check (lang in ('vi', 'en')),
  asked_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, email)
);

-- One published thing that one follower wants to be told of; nothing is sent before it was confirmed by a button.
create table following (
  authority_id bigint not null,
  id bigint generated always as identity,
  follower_id bigint not null,
  publication_id bigint not null,
  -- the wording of the notice on personal data beside the field
  notice_version text not null,
  asked_at timestamptz not null,
  mailed_at timestamptz not null,
  confirmed_at timestamptz,
  -- what was public when the follower was told last, null: nothing, it was taken back
  told jsonb,
  told_at timestamptz,
  -- which state of the copy was looked at last
  seen_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, follower_id, publication_id),
  foreign key (authority_id, follower_id) references follower (authority_id, id) on delete cascade,
  foreign key (authority_id, publication_id) references publication (authority_id, id)
);
create index following_publication on following (authority_id, publication_id);

-- Addresses whose holders want no mail of ours whoever types them: hashed with the installation's key, forgotten after a while.
create table refused_address (
  address_hash text primary key,
  refused_at timestamptz not null
);
grant select, insert, update, delete on follower, following, refused_address to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;

-- The published copy says why an answer may come later: the reason in the words of the regulation, never what was typed.
alter table deadline_extension add column reason_label text not null default '';
-- null: no more time was given · '': a complex case
alter table public_entry add column longer_why text;

create function public_why_longer(p petition) returns text language sql stable as $$
  select coalesce(
    (select nullif(x.reason_label, '') from deadline_extension x
      where x.authority_id = p.authority_id and x.subject_kind = 'petition' and x.subject_id = p.id and x.key = 'replyLetter'),
    case when p.complex then '' end)
$$;

create or replace function follow_petitions(authority bigint, petition_ids bigint[]) returns void language plpgsql as $$
begin
  perform take_copies_back(authority, array_agg(gone.id), gone.why) from (
    select e.id, case when p.confidential then 'confidential' when p.state in ('merged', 'withdrawn') then p.state else 'ownProcedure' end as why
    from public_entry e join petition p on p.authority_id = e.authority_id and p.id = e.subject_id
    where e.authority_id = authority and e.kind = 'petition' and e.subject_id = any (petition_ids)
      and (p.confidential or p.state in ('merged', 'withdrawn', 'handedOver') or p.kind in ('complaint', 'denunciation'))
  ) gone group by gone.why;
  update public_entry e set
    state = f.state, agency = f.agency, supporting = f.supporting, due_on = f.due_on,
    answered_on = f.answered_on, settled_on = f.settled_on, satisfied = f.satisfied, longer_why = f.longer_why,
    updated_at = now()
  from (
    select p.id, public_state_of_petition(p) as state, a.name as agency, p.answered_on, p.settled_on,
      p.petitioner_agrees as satisfied, public_due_of_petition(p.authority_id, p.id) as due_on,
      public_why_longer(p) as longer_why,
      (select coalesce(array_agg(s.name order by s.name), '{}') from petition_support ps
        join agency s on s.authority_id = ps.authority_id and s.id = ps.agency_id
        where ps.authority_id = p.authority_id and ps.petition_id = p.id) as supporting
    from petition p left join agency a on a.authority_id = p.authority_id and a.id = p.lead_agency_id
    where p.authority_id = authority and p.id = any (petition_ids)
  ) f
  where e.authority_id = authority and e.kind = 'petition' and e.subject_id = f.id
    and (e.state, e.agency, e.supporting, e.due_on, e.answered_on, e.settled_on, e.satisfied, e.longer_why)
      is distinct from (f.state, f.agency, f.supporting, f.due_on, f.answered_on, f.settled_on, f.satisfied, f.longer_why);
end $$;

-- What is already published follows too.
update public_entry e set longer_why = public_why_longer(p)
from petition p
where e.kind = 'petition' and p.authority_id = e.authority_id and p.id = e.subject_id and p.complex;
