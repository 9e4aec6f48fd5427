-- Reports handed up the tree of authorities. A report keeps its forms as they were when it was begun, the figures as
-- counted and, beside them, what was corrected by hand and why.
create table report (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  -- the period, as `reportSubjectId` writes it: year and place of the period in its list
  subject_id bigint not null,
  rule_key text not null,
  label text not null,
  from_day date not null,
  to_day date not null,
  due_on date not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
  forms jsonb not null,
  -- wording by section, with its places for figures; filled in when shown
  texts jsonb not null default '{}',
  figures jsonb not null default '{}',
  -- rows of list forms as they were when submitted; null while they are read afresh
  lists jsonb,
  counted_at timestamptz not null default now(),
  submitted_on date,
  submitted_by bigint references account (id),
  decided_on date,
  decided_by bigint references account (id),
  remark text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, subject_id, rule_key),
  check (to_day >= from_day),
  check (state not in ('submitted', 'accepted') or submitted_on is not null)
);
-- the superior asks for one period of many authorities
create index report_period on report (subject_id, authority_id);

create table report_correction (
  authority_id bigint not null,
  report_id bigint not null,
  figure text not null,
  counted bigint not null,
  corrected bigint not null check (corrected >= 0),
  reason text not null,
  account_id bigint references account (id),
  at timestamptz not null default now(),
  primary key (authority_id, report_id, figure),
  foreign key (authority_id, report_id) references report (authority_id, id)
);

create table report_step (
  authority_id bigint not null,
  id bigint generated always as identity,
  report_id bigint not null,
  act text not null check (act in ('submitted', 'returned', 'accepted')),
  on_day date not null,
  remark text,
  account_id bigint references account (id),
  by_name text not null,
  by_authority_id bigint not null references authority (id),
  at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, report_id) references report (authority_id, id)
);
create index report_step_report on report_step (authority_id, report_id, id);

-- An authority's own version of a form: never overwritten, a new one is added.
create table report_form (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  form_key text not null,
  number integer not null,
  data jsonb not null,
  reason text not null,
  entered_by bigint references account (id),
  entered_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, form_key, number)
);

-- Rollups: what each authority did in a month, kept in the transaction of the change, at its very end (deferred
-- triggers: by then the transaction holds the authority's log, so two changes never wait for each other crosswise).
create table figure_month (
  authority_id bigint not null,
  month date not null,
  held integer not null default 0,
  sessions integer not null default 0,
  people bigint not null default 0,
  received integer not null default 0,
  continued integer not null default 0,
  answered integer not null default 0,
  settled integer not null default 0,
  open_petitions integer not null default 0,
  notice_on_time integer not null default 0,
  notice_late integer not null default 0,
  notice_open integer not null default 0,
  conclusion_on_time integer not null default 0,
  conclusion_late integer not null default 0,
  conclusion_open integer not null default 0,
  reply_on_time integer not null default 0,
  reply_late integer not null default 0,
  reply_open integer not null default 0,
  open_deadlines integer not null default 0,
  ratings bigint not null default 0,
  satisfied bigint not null default 0,
  primary key (authority_id, month)
);
create table figure_part_month (
  authority_id bigint not null,
  month date not null,
  -- `area`: field of the petition; `agency`: who is to answer
  part text not null check (part in ('area', 'agency')),
  part_key text not null,
  received integer not null default 0,
  answered integer not null default 0,
  open_petitions integer not null default 0,
  reply_on_time integer not null default 0,
  reply_late integer not null default 0,
  reply_open integer not null default 0,
  primary key (authority_id, month, part, part_key)
);
grant select, insert, update, delete on report, report_correction, report_step, report_form to doi_thoai;
grant select, insert, update, delete on figure_month, figure_part_month to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;

create type figure_delta as (authority_id bigint, day date, part text, part_key text, fact text, n bigint);

create function deltas_of_petition(p petition, sign integer) returns setof figure_delta language sql stable as $$
  select p.authority_id, f.day, g.part, g.part_key, f.fact, sign::bigint
  from (values
      (p.received_on, 'received', true, true),
      (p.received_on, 'continued', p.continued, false),
      (p.answered_on, 'answered', p.answered_on is not null, true),
      (p.settled_on, 'settled', p.settled_on is not null, false),
      (p.received_on, 'open_petitions', p.state in ('received', 'classified', 'assigned', 'answerPrepared', 'escalated'), true)
    ) f (day, fact, happened, by_part)
  cross join (values ('', '', true), ('area', coalesce(p.subject_area, ''), false),
      ('agency', coalesce(p.lead_agency_id::text, ''), false)) g (part, part_key, whole)
  where f.happened and (g.whole or f.by_part)
    and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
$$;

create function deltas_of_dialogue(d dialogue, sign integer) returns setof figure_delta language sql stable as $$
  select d.authority_id, coalesce(d.held_on, d.collection_closes_on), '', '', f.fact, sign * f.n
  from (values
      (case when d.kind = 'withinRegularMeeting' then 'sessions' else 'held' end, 1::bigint),
      ('people', coalesce(d.attendance_people, 0)::bigint)
    ) f (fact, n)
  where d.state in ('held', 'concluded', 'closed') and coalesce(d.held_on, d.collection_closes_on) is not null and f.n <> 0
$$;

create function deltas_of_deadline(l deadline, sign integer) returns setof figure_delta language sql stable as $$
  select l.authority_id, l.due_on, g.part, g.part_key, f.fact, sign::bigint
  from (select case l.key
        when 'invitation' then 'notice' when 'publicNotice' then 'notice' when 'mediaNotice' then 'notice'
        when 'loudspeaker' then 'notice' when 'conclusionNotice' then 'conclusion' when 'replyLetter' then 'reply' end as duty,
      case when l.state = 'open' then 'open' when l.met_on <= l.due_on then 'on_time' else 'late' end as outcome) k
  cross join lateral (values (k.duty || '_' || k.outcome, k.duty is not null),
      ('open_deadlines', l.state = 'open')) f (fact, happened)
  cross join (values ('', '', true), ('agency', coalesce(l.agency_id::text, ''), false)) g (part, part_key, whole)
  where f.happened and (g.whole or k.duty = 'reply' and f.fact <> 'open_deadlines')
    and l.state <> 'void' and l.instrument_id <> 'promise'
    and l.subject_kind in ('dialogue', 'petition', 'conclusionItem')
$$;

create function deltas_of_survey(s survey, sign integer) returns setof figure_delta language sql stable as $$
  select s.authority_id, s.settled_on, '', '', f.fact, sign * f.n
  from (select coalesce(sum(t.count), 0) as ratings, coalesce(sum(t.count) filter (where exists (
        select from jsonb_array_elements(s.form -> 'scale') a
        where a ->> 'key' = t.answer_key and (a ->> 'positive')::boolean)), 0) as satisfied
      from survey_tally t
      where t.authority_id = s.authority_id and t.survey_id = s.id and t.pass = s.settled_pass) x
  cross join lateral (values ('ratings', x.ratings::bigint), ('satisfied', x.satisfied::bigint)) f (fact, n)
  where s.state = 'settled' and s.settled_on is not null and f.n <> 0
$$;

-- Everything counted afresh, as the rollups should be.
create function figure_deltas_of_all() returns setof figure_delta language sql stable as $$
  select x.* from petition p cross join lateral deltas_of_petition(p, 1) x
  union all select x.* from dialogue d cross join lateral deltas_of_dialogue(d, 1) x
  union all select x.* from deadline l cross join lateral deltas_of_deadline(l, 1) x
  union all select x.* from survey s cross join lateral deltas_of_survey(s, 1) x
$$;

create function months_of_deltas(deltas figure_delta[]) returns setof figure_month language sql stable as $$
  select d.authority_id, date_trunc('month', d.day)::date,
    coalesce(sum(n) filter (where fact = 'held'), 0)::int, coalesce(sum(n) filter (where fact = 'sessions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'people'), 0)::bigint, coalesce(sum(n) filter (where fact = 'received'), 0)::int,
    coalesce(sum(n) filter (where fact = 'continued'), 0)::int, coalesce(sum(n) filter (where fact = 'answered'), 0)::int,
    coalesce(sum(n) filter (where fact = 'settled'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_petitions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'notice_on_time'), 0)::int,
    coalesce(sum(n) filter (where fact = 'notice_late'), 0)::int, coalesce(sum(n) filter (where fact = 'notice_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_on_time'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_on_time'), 0)::int, coalesce(sum(n) filter (where fact = 'reply_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_deadlines'), 0)::int,
    coalesce(sum(n) filter (where fact = 'ratings'), 0)::bigint, coalesce(sum(n) filter (where fact = 'satisfied'), 0)::bigint
  from unnest(deltas) d where d.part = '' group by 1, 2
$$;

create function part_months_of_deltas(deltas figure_delta[]) returns setof figure_part_month language sql stable as $$
  select d.authority_id, date_trunc('month', d.day)::date, d.part, d.part_key,
    coalesce(sum(n) filter (where fact = 'received'), 0)::int, coalesce(sum(n) filter (where fact = 'answered'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_petitions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_on_time'), 0)::int, coalesce(sum(n) filter (where fact = 'reply_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_open'), 0)::int
  from unnest(deltas) d where d.part <> '' group by 1, 2, 3, 4
$$;

create function add_figures(deltas figure_delta[]) returns void language plpgsql as $$
begin
  if cardinality(deltas) = 0 then return; end if;
  insert into figure_month as f select * from months_of_deltas(deltas) order by authority_id, month
  on conflict (authority_id, month) do update set held = f.held + excluded.held, sessions = f.sessions + excluded.sessions,
    people = f.people + excluded.people, received = f.received + excluded.received,
    continued = f.continued + excluded.continued, answered = f.answered + excluded.answered,
    settled = f.settled + excluded.settled, open_petitions = f.open_petitions + excluded.open_petitions,
    notice_on_time = f.notice_on_time + excluded.notice_on_time, notice_late = f.notice_late + excluded.notice_late,
    notice_open = f.notice_open + excluded.notice_open,
    conclusion_on_time = f.conclusion_on_time + excluded.conclusion_on_time,
    conclusion_late = f.conclusion_late + excluded.conclusion_late,
    conclusion_open = f.conclusion_open + excluded.conclusion_open,
    reply_on_time = f.reply_on_time + excluded.reply_on_time, reply_late = f.reply_late + excluded.reply_late,
    reply_open = f.reply_open + excluded.reply_open, open_deadlines = f.open_deadlines + excluded.open_deadlines,
    ratings = f.ratings + excluded.ratings, satisfied = f.satisfied + excluded.satisfied;
  insert into figure_part_month as f select * from part_months_of_deltas(deltas) order by authority_id, month, part, part_key
  on conflict (authority_id, month, part, part_key) do update set received = f.received + excluded.received,
    answered = f.answered + excluded.answered, open_petitions = f.open_petitions + excluded.open_petitions,
    reply_on_time = f.reply_on_time + excluded.reply_on_time, reply_late = f.reply_late + excluded.reply_late,
    reply_open = f.reply_open + excluded.reply_open;
end $$;

-- What a row said before is taken back, what it says now is added; a difference of nothing writes nothing.
create function keep_figures() returns trigger language plpgsql as $$
declare deltas figure_delta[];
begin
  execute format($q$
    select coalesce(array_agg((authority_id, day, part, part_key, fact, n)::figure_delta), '{}') from (
      select authority_id, day, part, part_key, fact, sum(n)::bigint as n from (
        select * from deltas_of_%1$s($1, -1) union all select * from deltas_of_%1$s($2, 1)) x
      group by 1, 2, 3, 4, 5 having sum(n) <> 0) y $q$, tg_table_name)
  using case when tg_op <> 'INSERT' then old end, case when tg_op <> 'DELETE' then new end into deltas;
  perform add_figures(deltas);
  return null;
end $$;

create constraint trigger petition_figures_new after insert or delete on petition
  deferrable initially deferred for each row execute function keep_figures();
create constraint trigger petition_figures after update on petition deferrable initially deferred for each row
  when ((old.received_on, old.answered_on, old.settled_on, old.state, old.kind, old.continued, old.subject_area, old.lead_agency_id)
    is distinct from
    (new.received_on, new.answered_on, new.settled_on, new.state, new.kind, new.continued, new.subject_area, new.lead_agency_id))
  execute function keep_figures();
create constraint trigger dialogue_figures_new after insert or delete on dialogue
  deferrable initially deferred for each row execute function keep_figures();
create constraint trigger dialogue_figures after update on dialogue deferrable initially deferred for each row
  when ((old.state, old.kind, old.held_on, old.collection_closes_on, old.attendance_people)
    is distinct from (new.state, new.kind, new.held_on, new.collection_closes_on, new.attendance_people))
  execute function keep_figures();
create constraint trigger deadline_figures_new after insert or delete on deadline
  deferrable initially deferred for each row execute function keep_figures();
create constraint trigger deadline_figures after update on deadline deferrable initially deferred for each row
  when ((old.state, old.due_on, old.met_on, old.agency_id, old.key, old.instrument_id)
    is distinct from (new.state, new.due_on, new.met_on, new.agency_id, new.key, new.instrument_id))
  execute function keep_figures();
create constraint trigger survey_figures_new after insert or delete on survey
  deferrable initially deferred for each row execute function keep_figures();
create constraint trigger survey_figures after update on survey deferrable initially deferred for each row
  when ((old.state, old.settled_pass, old.settled_on) is distinct from (new.state, new.settled_pass, new.settled_on))
  execute function keep_figures();

-- Counted from the records, for the data that was there before and after data were loaded in bulk.
create function recount_figures() returns void language plpgsql as $$
declare deltas figure_delta[];
begin
  delete from figure_month;
  delete from figure_part_month;
  -- summed first: as one array of sums it stays small, however many records there are
  select coalesce(array_agg((authority_id, day, part, part_key, fact, n)::figure_delta), '{}') into deltas from (
    select authority_id, date_trunc('month', day)::date as day, part, part_key, fact, sum(n)::bigint as n
    from figure_deltas_of_all() group by 1, 2, 3, 4, 5) x;
  perform add_figures(deltas);
end $$;

-- Where rollups and records say different things; nothing when they agree.
create function wrong_figures() returns table (authority_id bigint, month date, part text, part_key text) language sql stable as $$
  with deltas as (
    select array_agg((x.authority_id, x.day, x.part, x.part_key, x.fact, x.n)::figure_delta) as all_of_them from (
      select d.authority_id, date_trunc('month', d.day)::date as day, d.part, d.part_key, d.fact, sum(d.n)::bigint as n
      from figure_deltas_of_all() d group by 1, 2, 3, 4, 5) x
  ), whole as (
    (select m.* from deltas, lateral months_of_deltas(all_of_them) m except select * from figure_month)
    union all (select * from figure_month f
      where row(f.*) is distinct from row(f.authority_id, f.month, 0, 0, 0::bigint, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0::bigint, 0::bigint)
      except select m.* from deltas, lateral months_of_deltas(all_of_them) m)
  ), parts as (
    (select m.* from deltas, lateral part_months_of_deltas(all_of_them) m except select * from figure_part_month)
    union all (select * from figure_part_month f
      where (f.received, f.answered, f.open_petitions, f.reply_on_time, f.reply_late, f.reply_open) <> (0, 0, 0, 0, 0, 0)
      except select m.* from deltas, lateral part_months_of_deltas(all_of_them) m)
  )
  select w.authority_id, w.month, '', '' from whole w union select p.authority_id, p.month, p.part, p.part_key from parts p
$$;

select recount_figures();
