-- What is public stands in tables of its own: a copy with what had to be hidden taken out, made by a decision. The pages
-- of the people read these copies and nothing else, so that what was never published cannot leak from them.

-- The decision: what is published, on which texts it was taken, what was found in them and what became of each find.
create table publication (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  subject_kind text not null check (subject_kind in ('plan', 'dialogue', 'petition', 'conclusionItem')),
  subject_id bigint not null,
  dialogue_id bigint,
  state text not null default 'published' check (state in ('published', 'takenBack')),
  edition integer not null default 1,
  -- fingerprint of the texts decided upon: when the office's texts change, a new decision is asked for
  source_hash text not null,
  -- rows { field, kind, kept, reason }: never the words found
  finds jsonb not null default '[]',
  decided_by bigint references account (id),
  decided_at timestamptz not null,
  taken_back_at timestamptz,
  taken_back_reason text,
  version integer not null default 1,
  primary key (authority_id, id),
  unique (authority_id, subject_kind, subject_id)
);
create index publication_dialogue on publication (authority_id, dialogue_id);

create table public_plan (
  authority_id bigint not null,
  id bigint not null,
  plan_id bigint not null,
  year integer not null,
  title text not null,
  issuer text not null,
  number text,
  issued_on date,
  purpose text not null,
  requirements text not null,
  motto text not null,
  targets jsonb not null,
  -- rows { plannedId, title, kind, form, topic, from, to, venue }
  dialogues jsonb not null,
  published_on date not null,
  primary key (authority_id, id),
  foreign key (authority_id, id) references publication (authority_id, id)
);

create table public_dialogue (
  authority_id bigint not null,
  id bigint not null,
  dialogue_id bigint not null,
  planned_dialogue_id bigint,
  title text not null,
  kind text not null,
  form text not null,
  topic text not null,
  chair text not null,
  state text not null,
  held_on date,
  starts_at text,
  ends_at text,
  venue text not null,
  online_link text,
  composition text not null,
  meeting_rules text not null,
  taking_part text not null,
  collection_closes_on date,
  -- rows { label, plannedAt, minutes }
  agenda jsonb not null,
  people integer,
  -- the notice of conclusions, once its items are published
  notice_number text,
  notice_on date,
  assessment text,
  results_on date,
  -- rows { title, issued, returned, valid, groups: [{ label, answered, satisfied }] }
  satisfaction jsonb not null default '[]',
  published_on date not null,
  updated_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, dialogue_id),
  foreign key (authority_id, id) references publication (authority_id, id)
);
create index public_dialogue_day on public_dialogue (authority_id, held_on desc);

-- One petition with its answer, or one item of a notice of conclusions.
create table public_entry (
  authority_id bigint not null,
  id bigint not null,
  kind text not null check (kind in ('petition', 'conclusionItem')),
  subject_id bigint not null,
  dialogue_id bigint,
  position integer not null default 0,
  code text,
  content text not null,
  -- only with consent
  person text,
  conclusion text,
  answer text,
  settlement text,
  area text,
  agency text,
  supporting text[] not null default '{}',
  state text not null check (state in ('received', 'assigned', 'answered', 'settled', 'transferred', 'escalated')),
  received_on date,
  due_on date,
  answered_on date,
  settled_on date,
  satisfied boolean,
  seconded integer not null default 0,
  published_on date not null,
  updated_at timestamptz not null,
  words tsvector not null generated always as (to_tsvector('simple'::regconfig, regexp_replace(
    fold(coalesce(code, '') || ' ' || content || ' ' || coalesce(conclusion, '') || ' ' || coalesce(answer, '')),
    '[^[:alnum:]]+', ' ', 'g'))) stored,
  primary key (authority_id, id),
  unique (authority_id, kind, subject_id),
  foreign key (authority_id, id) references publication (authority_id, id)
);
create index public_entry_newest on public_entry (authority_id, published_on desc, id desc);
create index public_entry_dialogue on public_entry (authority_id, dialogue_id, kind, position);
create index public_entry_words on public_entry using gin (words);

grant select, insert, update on publication to doi_thoai;
grant select, insert, update, delete on public_plan, public_dialogue, public_entry to doi_thoai;

-- Facts of a copy follow the life of what it shows, in the same transaction, whoever changes it; texts never do.
create function public_state_of_petition(p petition) returns text language sql immutable as $$
  select case
    when p.settled_on is not null then 'settled'
    when p.state = 'answered' then 'answered'
    when p.state = 'transferred' then 'transferred'
    when p.state = 'escalated' then 'escalated'
    when p.lead_agency_id is not null then 'assigned'
    else 'received' end
$$;

create function public_state_of_item(i conclusion_item) returns text language sql immutable as $$
  select case
    when i.done_on is not null then 'settled'
    when i.disposition = 'answeredAtConference' then 'answered'
    when i.disposition = 'transferred' then 'transferred'
    when i.disposition = 'noteAndReportUp' then 'escalated'
    else 'assigned' end
$$;

-- What the person was promised: the earliest day that is still open, else the one that was met.
create function public_due_of_petition(authority bigint, petition_id bigint) returns date language sql stable as $$
  select coalesce(min(d.due_on) filter (where d.state = 'open'), max(d.due_on) filter (where d.state = 'met'))
  from deadline d
  where d.authority_id = authority and d.subject_kind = 'petition' and d.subject_id = petition_id and d.direction = 'after'
$$;

create function take_copies_back(authority bigint, publication_ids bigint[], why text) returns void language plpgsql as $$
begin
  delete from public_entry where authority_id = authority and id = any (publication_ids);
  delete from public_dialogue where authority_id = authority and id = any (publication_ids);
  delete from public_plan where authority_id = authority and id = any (publication_ids);
  update publication set state = 'takenBack', taken_back_at = now(), taken_back_reason = why, version = version + 1
  where authority_id = authority and id = any (publication_ids) and state = 'published';
end $$;

create function follow_petitions(authority bigint, petition_ids bigint[]) returns void language plpgsql as $$
begin
  perform take_copies_back(authority, array_agg(gone.id), gone.why) from (
    select e.id, case when p.confidential then 'confidential' when p.state in ('merged', 'withdrawn') then p.state else 'ownProcedure' end as why
    from public_entry e join petition p on p.authority_id = e.authority_id and p.id = e.subject_id
    where e.authority_id = authority and e.kind = 'petition' and e.subject_id = any (petition_ids)
      and (p.confidential or p.state in ('merged', 'withdrawn', 'handedOver') or p.kind in ('complaint', 'denunciation'))
  ) gone group by gone.why;
  update public_entry e set
    state = f.state, agency = f.agency, supporting = f.supporting, due_on = f.due_on,
    answered_on = f.answered_on, settled_on = f.settled_on, satisfied = f.satisfied, updated_at = now()
  from (
    select p.id, public_state_of_petition(p) as state, a.name as agency, p.answered_on, p.settled_on,
      p.petitioner_agrees as satisfied, public_due_of_petition(p.authority_id, p.id) as due_on,
      (select coalesce(array_agg(s.name order by s.name), '{}') from petition_support ps
        join agency s on s.authority_id = ps.authority_id and s.id = ps.agency_id
        where ps.authority_id = p.authority_id and ps.petition_id = p.id) as supporting
    from petition p left join agency a on a.authority_id = p.authority_id and a.id = p.lead_agency_id
    where p.authority_id = authority and p.id = any (petition_ids)
  ) f
  where e.authority_id = authority and e.kind = 'petition' and e.subject_id = f.id
    and (e.state, e.agency, e.supporting, e.due_on, e.answered_on, e.settled_on, e.satisfied)
      is distinct from (f.state, f.agency, f.supporting, f.due_on, f.answered_on, f.settled_on, f.satisfied);
end $$;

create function follow_changed_petitions() returns trigger language plpgsql as $$
begin
  perform follow_petitions(c.authority_id, array_agg(c.id)) from changed c
  where exists (select from public_entry e where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.id)
  group by c.authority_id;
  return null;
end $$;
create trigger petition_copies after update on petition referencing new table as changed
  for each statement execute function follow_changed_petitions();

create function follow_changed_deadlines() returns trigger language plpgsql as $$
begin
  perform follow_petitions(c.authority_id, array_agg(c.subject_id)) from changed c
  where c.subject_kind = 'petition'
    and exists (select from public_entry e where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.subject_id)
  group by c.authority_id;
  return null;
end $$;
create trigger deadline_copies_new after insert on deadline referencing new table as changed
  for each statement execute function follow_changed_deadlines();
create trigger deadline_copies after update on deadline referencing new table as changed
  for each statement execute function follow_changed_deadlines();

-- Consent taken back, made confidential, erased: the copy is gone in the same transaction.
create function follow_changed_submissions() returns trigger language plpgsql as $$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), g.why) from (
    select e.authority_id, e.id, case when c.confidential then 'confidential' else 'consent' end as why
    from changed c
    join petition p on p.authority_id = c.authority_id and p.submission_id = c.id
    join public_entry e on e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id
    where c.confidential or (e.person is not null and not c.consent_to_publish_name)
  ) g group by g.authority_id, g.why;
  return null;
end $$;
create trigger submission_copies after update on submission referencing new table as changed
  for each statement execute function follow_changed_submissions();

create function follow_changed_petitioners() returns trigger language plpgsql as $$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), 'erased') from (
    select distinct e.authority_id, e.id
    from changed c
    join petition p on p.authority_id = c.authority_id and (p.petitioner_id = c.id or exists (
      select from petition_copetitioner o where o.authority_id = p.authority_id and o.petition_id = p.id and o.petitioner_id = c.id))
    join public_entry e on e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id
    where c.erased_at is not null
  ) g group by g.authority_id;
  update public_entry e set person = c.name, updated_at = now()
  from changed c join petition p on p.authority_id = c.authority_id and p.petitioner_id = c.id
  where e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id
    and e.person is not null and c.erased_at is null and e.person <> c.name;
  return null;
end $$;
create trigger petitioner_copies after update on petitioner referencing new table as changed
  for each statement execute function follow_changed_petitioners();

create function follow_changed_items() returns trigger language plpgsql as $$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), 'withdrawn') from (
    select e.authority_id, e.id from changed c
    join public_entry e on e.authority_id = c.authority_id and e.kind = 'conclusionItem' and e.subject_id = c.id
    where c.withdrawn_reason is not null
  ) g group by g.authority_id;
  update public_entry e set
    state = public_state_of_item(c::conclusion_item), due_on = c.due_on, settled_on = c.done_on, updated_at = now(),
    agency = (select a.name from agency a where a.authority_id = c.authority_id and a.id = c.lead_agency_id),
    supporting = (select coalesce(array_agg(a.name order by a.name), '{}') from agency a
      where a.authority_id = c.authority_id and a.id = any (c.supporting_agency_ids))
  from changed c
  where e.authority_id = c.authority_id and e.kind = 'conclusionItem' and e.subject_id = c.id;
  return null;
end $$;
create trigger conclusion_item_copies after update on conclusion_item referencing new table as changed
  for each statement execute function follow_changed_items();

-- Time, place and what became of it; its words only by a new decision.
create function follow_changed_dialogues() returns trigger language plpgsql as $$
begin
  update public_dialogue e set
    kind = c.kind, form = c.form, state = c.state, held_on = c.held_on, starts_at = c.starts_at, ends_at = c.ends_at,
    venue = c.venue, online_link = c.online_link, collection_closes_on = c.collection_closes_on,
    people = c.attendance_people, planned_dialogue_id = c.planned_dialogue_id, updated_at = now()
  from changed c
  where e.authority_id = c.authority_id and e.dialogue_id = c.id;
  return null;
end $$;
create trigger dialogue_copies after update on dialogue referencing new table as changed
  for each statement execute function follow_changed_dialogues();

create function follow_changed_plans() returns trigger language plpgsql as $$
begin
  perform take_copies_back(g.authority_id, array_agg(g.id), 'replaced') from (
    select e.authority_id, e.id from changed c
    join public_plan e on e.authority_id = c.authority_id and e.plan_id = c.id
    where c.state = 'replaced'
  ) g group by g.authority_id;
  return null;
end $$;
create trigger plan_copies after update on plan referencing new table as changed
  for each statement execute function follow_changed_plans();
