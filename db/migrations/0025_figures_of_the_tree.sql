-- What a superior looks at is the sum over its tree. Summing thousands of authorities for every page takes long; writing
-- each change into the line of every superior would make the whole country wait for one row. So each change adds a row
-- of its own to the sums of its direct superior (`figure_below_month`); the rows of one month add up to the truth at any
-- time, and the clock puts them together into one (`gather_figures`). A tree is read as: the top's own figures, and the
-- rows of every authority that has others under it.
-- Besides: planned dialogues and targets, replies by field, and what is open by the day it was due (of the running month
-- only what fell due before today is overdue). What is open now, of whatever month, stands in one line of its own, of
-- 01/1900: nobody has to walk over all the months there ever were.
alter table figure_month add column planned integer not null default 0, add column targets integer not null default 0,
  add column targets_met integer not null default 0;
alter table figure_part_month add column notice_open integer not null default 0,
  add column conclusion_open integer not null default 0, add column open_deadlines integer not null default 0,
  drop constraint figure_part_month_part_check,
  add constraint figure_part_month_part_check check (part in ('area', 'agency', 'due'));

-- `authority_id` is the superior; several rows of one month add up
create table figure_below_month (like figure_month including defaults);
create index figure_below_month_month on figure_below_month (authority_id, month);
create table figure_below_part_month (like figure_part_month including defaults);
create index figure_below_part_month_month on figure_below_part_month (authority_id, part, month, part_key);
drop index figure_part_open;
grant select, insert, update, delete on figure_below_month, figure_below_part_month to doi_thoai;

-- Targets of the plans in force and how many of them are met, by the year of the plan (“Target”).
create view target_standing as
with model as materialized (
  select v.id as regulation_version_id, m ->> 'key' as key, m -> 'countsFor' as counts_for
  from regulation_version v cross join lateral jsonb_array_elements(v.data -> 'chairModels') m
)
select p.authority_id, p.year, count(*)::bigint as targets, count(*) filter (where n.held >= t.minimum)::bigint as targets_met
from plan p
join plan_target t on t.authority_id = p.authority_id and t.plan_id = p.id and t.minimum > 0
cross join lateral (
  select make_date(p.year, case t.period when 'H2' then 7 when 'Q2' then 4 when 'Q3' then 7 when 'Q4' then 10 else 1 end, 1) as first,
    case t.period when 'year' then 12 when 'H1' then 6 when 'H2' then 6 else 3 end as months) x
cross join lateral (
  select count(*) as held from dialogue d
  join model on model.regulation_version_id = d.regulation_version_id and model.key = d.chair_model
  where d.authority_id = p.authority_id and d.state in ('held', 'concluded', 'closed')
    and case when d.form = 'indirect' then d.collection_closes_on else d.held_on end
      between x.first and (x.first + make_interval(months => x.months) - interval '1 day')::date
    and d.kind = any(t.kinds) and (d.form <> 'indirect' or t.counts_indirect) and model.counts_for ? t.post_kind) n
where p.state in ('issued', 'published')
group by p.authority_id, p.year;
grant select on target_standing to doi_thoai;

create function deltas_of_plan(p plan, sign integer) returns setof figure_delta language sql stable as $$
  select x.authority_id, x.expected_to, '', '', 'planned', sign::bigint from planned_dialogue x
  where p.state in ('issued', 'published') and x.authority_id = p.authority_id and x.plan_id = p.id
    and x.dropped_reason is null and x.kind <> 'withinRegularMeeting'
$$;
create function deltas_of_planned_dialogue(x planned_dialogue, sign integer) returns setof figure_delta language sql stable as $$
  select x.authority_id, x.expected_to, '', '', 'planned', sign::bigint from plan p
  where p.authority_id = x.authority_id and p.id = x.plan_id and p.state in ('issued', 'published')
    and x.dropped_reason is null and x.kind <> 'withinRegularMeeting'
$$;

create or replace function deltas_of_petition(p petition, sign integer) returns setof figure_delta language sql stable as $$
  select p.authority_id, f.day, g.part, g.part_key, f.fact, sign::bigint
  from (values
      (p.received_on, 'received', true, true),
      (p.received_on, 'continued', p.continued, false),
      (p.answered_on, 'answered', p.answered_on is not null, true),
      (p.settled_on, 'settled', p.settled_on is not null, false),
      ('1900-01-01'::date, 'open_petitions', p.state in ('received', 'classified', 'assigned', 'answerPrepared', 'escalated'), true)
    ) f (day, fact, happened, by_part)
  cross join (values ('', '', true), ('area', coalesce(p.subject_area, ''), false),
      ('agency', coalesce(p.lead_agency_id::text, ''), false)) g (part, part_key, whole)
  where f.happened and (g.whole or f.by_part)
    and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
$$;

-- A reply counts for its agency and for the field of its petition; what is open stands on the day it was due as well.
create or replace function deltas_of_deadline(l deadline, sign integer) returns setof figure_delta language sql stable as $$
  select l.authority_id, f.day, g.part, g.part_key, f.fact, sign::bigint
  from (select case l.key
        when 'invitation' then 'notice' when 'publicNotice' then 'notice' when 'mediaNotice' then 'notice'
        when 'loudspeaker' then 'notice' when 'conclusionNotice' then 'conclusion' when 'replyLetter' then 'reply' end as duty,
      case when l.state = 'open' then 'open' when l.met_on <= l.due_on then 'on_time' else 'late' end as outcome) k
  cross join lateral (values (l.due_on, k.duty || '_' || k.outcome, k.duty is not null),
      (l.due_on, 'open_deadlines', l.state = 'open'), ('1900-01-01', 'open_deadlines', l.state = 'open')) f (day, fact, happened)
  cross join lateral (values ('', '', true),
      ('agency', coalesce(l.agency_id::text, ''), k.duty = 'reply' and f.fact <> 'open_deadlines'),
      ('area', (select coalesce(p.subject_area, '') from petition p where p.authority_id = l.authority_id and p.id = l.subject_id),
        k.duty = 'reply' and f.fact <> 'open_deadlines' and l.subject_kind = 'petition'),
      ('due', l.due_on::text, l.state = 'open' and f.day = l.due_on)) g (part, part_key, counted)
  where f.happened and g.counted and g.part_key is not null
    and l.state <> 'void' and l.instrument_id <> 'promise'
    and l.subject_kind in ('dialogue', 'petition', 'conclusionItem')
$$;

-- Everything of one authority counted afresh, as the rollups should be.
create function figure_deltas_of(whose bigint) returns setof figure_delta language sql stable as $$
  select x.* from petition p cross join lateral deltas_of_petition(p, 1) x where p.authority_id = whose
  union all select x.* from dialogue d cross join lateral deltas_of_dialogue(d, 1) x where d.authority_id = whose
  union all select x.* from deadline l cross join lateral deltas_of_deadline(l, 1) x where l.authority_id = whose
  union all select x.* from survey s cross join lateral deltas_of_survey(s, 1) x where s.authority_id = whose
  union all select x.* from plan p cross join lateral deltas_of_plan(p, 1) x where p.authority_id = whose
  union all select t.authority_id, make_date(t.year, 1, 1), '', '', f.fact, f.n from target_standing t
    cross join lateral (values ('targets', t.targets), ('targets_met', t.targets_met)) f (fact, n)
    where t.authority_id = whose and f.n <> 0
$$;
drop function wrong_figures();
drop function figure_deltas_of_all();

create or replace function months_of_deltas(deltas figure_delta[]) returns setof figure_month language sql stable as $$
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
    coalesce(sum(n) filter (where fact = 'ratings'), 0)::bigint, coalesce(sum(n) filter (where fact = 'satisfied'), 0)::bigint,
    coalesce(sum(n) filter (where fact = 'planned'), 0)::int, coalesce(sum(n) filter (where fact = 'targets'), 0)::int,
    coalesce(sum(n) filter (where fact = 'targets_met'), 0)::int
  from unnest(deltas) d where d.part = '' group by 1, 2
$$;

create or replace function part_months_of_deltas(deltas figure_delta[]) returns setof figure_part_month language sql stable as $$
  select d.authority_id, date_trunc('month', d.day)::date, d.part, d.part_key,
    coalesce(sum(n) filter (where fact = 'received'), 0)::int, coalesce(sum(n) filter (where fact = 'answered'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_petitions'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_on_time'), 0)::int, coalesce(sum(n) filter (where fact = 'reply_late'), 0)::int,
    coalesce(sum(n) filter (where fact = 'reply_open'), 0)::int, coalesce(sum(n) filter (where fact = 'notice_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'conclusion_open'), 0)::int,
    coalesce(sum(n) filter (where fact = 'open_deadlines'), 0)::int
  from unnest(deltas) d where d.part <> '' group by 1, 2, 3, 4
$$;

-- To the authority's own months, and a row beside the others of its superior; agencies are the authority's own matter.
create or replace function add_figures(deltas figure_delta[]) returns void language plpgsql as $$
declare upward figure_delta[];
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
    ratings = f.ratings + excluded.ratings, satisfied = f.satisfied + excluded.satisfied,
    planned = f.planned + excluded.planned, targets = f.targets + excluded.targets,
    targets_met = f.targets_met + excluded.targets_met;
  insert into figure_part_month as f select * from part_months_of_deltas(deltas) order by authority_id, month, part, part_key
  on conflict (authority_id, month, part, part_key) do update set received = f.received + excluded.received,
    answered = f.answered + excluded.answered, open_petitions = f.open_petitions + excluded.open_petitions,
    reply_on_time = f.reply_on_time + excluded.reply_on_time, reply_late = f.reply_late + excluded.reply_late,
    reply_open = f.reply_open + excluded.reply_open, notice_open = f.notice_open + excluded.notice_open,
    conclusion_open = f.conclusion_open + excluded.conclusion_open,
    open_deadlines = f.open_deadlines + excluded.open_deadlines;
  select array_agg((a.parent_authority_id, d.day, d.part, d.part_key, d.fact, d.n)::figure_delta) into upward
  from unnest(deltas) d join authority a on a.id = d.authority_id
  where a.parent_authority_id is not null and d.part <> 'agency';
  if upward is null then return; end if;
  insert into figure_below_month select * from months_of_deltas(upward);
  insert into figure_below_part_month select * from part_months_of_deltas(upward);
end $$;

-- Targets are not counted from the row that changed: their year is marked, and counted afresh at the end. The mark is a
-- change of nothing on the first day of the year.
create or replace function add_changed_figures() returns trigger language plpgsql as $$
declare deltas figure_delta[];
begin
  perform from figure_change where id = new.id;
  if not found then return null; end if;
  with gone as (
    delete from figure_change where transaction = pg_current_xact_id()
    returning authority_id, date_trunc('month', day)::date as month, part, part_key, fact, n
  ), years as (
    select distinct authority_id, month from gone where fact = 'year'
  ), standing as (
    select y.authority_id, y.month, f.fact, f.n
    from years y
    left join target_standing t on t.authority_id = y.authority_id and t.year = extract(year from y.month)
    left join figure_month m on m.authority_id = y.authority_id and m.month = y.month
    cross join lateral (values ('targets', coalesce(t.targets, 0) - coalesce(m.targets, 0)),
      ('targets_met', coalesce(t.targets_met, 0) - coalesce(m.targets_met, 0))) f (fact, n)
  )
  select array_agg((s.authority_id, s.month, s.part, s.part_key, s.fact, s.n)::figure_delta) into deltas
  from (
    select authority_id, month, part, part_key, fact, sum(n)::bigint as n from gone where fact <> 'year'
    group by 1, 2, 3, 4, 5 having sum(n) <> 0
    union all select authority_id, month, '', '', fact, n from standing where n <> 0
  ) s;
  if deltas is not null then perform add_figures(deltas); end if;
  return null;
end $$;

do $do$
declare subject text;
begin
  foreach subject in array array['plan', 'planned_dialogue'] loop
    execute format($f$
      create function keep_%1$s_figures_new() returns trigger language plpgsql as $$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, x.day, x.part, x.part_key, x.fact, x.n from added r cross join lateral deltas_of_%1$s(r::%1$s, 1) x;
        return null;
      end $$;
      create function keep_%1$s_figures() returns trigger language plpgsql as $$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.day, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.* from removed r cross join lateral deltas_of_%1$s(r::%1$s, -1) x
          union all select x.* from added r cross join lateral deltas_of_%1$s(r::%1$s, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $$;
      create function keep_%1$s_figures_gone() returns trigger language plpgsql as $$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, x.day, x.part, x.part_key, x.fact, x.n from removed r cross join lateral deltas_of_%1$s(r::%1$s, -1) x;
        return null;
      end $$;
      create trigger %1$s_figures_new after insert on %1$s referencing new table as added
        for each statement execute function keep_%1$s_figures_new();
      create trigger %1$s_figures after update on %1$s referencing old table as removed new table as added
        for each statement execute function keep_%1$s_figures();
      create trigger %1$s_figures_gone after delete on %1$s referencing old table as removed
        for each statement execute function keep_%1$s_figures_gone();
    $f$, subject);
  end loop;
end $do$;

-- Whose targets of which year a change may touch.
create function mark_year(whose bigint, on_day date) returns void language sql as $$
  insert into figure_change (authority_id, day, part, part_key, fact, n)
  select whose, date_trunc('year', on_day)::date, '', '', 'year', 0 where on_day is not null
$$;
create function mark_year_of_plan() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform mark_year(old.authority_id, make_date(old.year, 1, 1)); end if;
  if tg_op <> 'DELETE' then perform mark_year(new.authority_id, make_date(new.year, 1, 1)); end if;
  return null;
end $$;
create function mark_year_of_target() returns trigger language plpgsql as $$
declare target plan_target := case when tg_op = 'DELETE' then old else new end;
begin
  perform mark_year(p.authority_id, make_date(p.year, 1, 1)) from plan p
  where p.authority_id = target.authority_id and p.id = target.plan_id;
  return null;
end $$;
create function mark_year_of_dialogue() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    perform mark_year(old.authority_id, case when old.form = 'indirect' then old.collection_closes_on else old.held_on end)
    where old.state in ('held', 'concluded', 'closed');
  end if;
  if tg_op <> 'DELETE' then
    perform mark_year(new.authority_id, case when new.form = 'indirect' then new.collection_closes_on else new.held_on end)
    where new.state in ('held', 'concluded', 'closed');
  end if;
  return null;
end $$;
create trigger plan_targets_new after insert or delete on plan for each row execute function mark_year_of_plan();
create trigger plan_targets after update on plan for each row
  when ((old.year, old.state) is distinct from (new.year, new.state)) execute function mark_year_of_plan();
create trigger plan_target_standing after insert or update or delete on plan_target
  for each row execute function mark_year_of_target();
create trigger dialogue_targets_new after insert or delete on dialogue for each row execute function mark_year_of_dialogue();
create trigger dialogue_targets after update on dialogue for each row
  when ((old.state, old.kind, old.form, old.chair_model, old.held_on, old.collection_closes_on, old.regulation_version_id)
    is distinct from
    (new.state, new.kind, new.form, new.chair_model, new.held_on, new.collection_closes_on, new.regulation_version_id))
  execute function mark_year_of_dialogue();

-- A petition gets another field: what is known of its replies goes with it.
create function keep_area_of_replies() returns trigger language plpgsql as $$
begin
  insert into figure_change (authority_id, day, part, part_key, fact, n)
  select x.authority_id, x.day, 'area', f.part_key, x.fact, sum(f.sign * x.n)
  from deadline l cross join lateral deltas_of_deadline(l, 1) x
  cross join lateral (values (coalesce(old.subject_area, ''), -1), (coalesce(new.subject_area, ''), 1)) f (part_key, sign)
  where l.authority_id = new.authority_id and l.subject_kind = 'petition' and l.subject_id = new.id and x.part = 'area'
  group by 1, 2, 3, 4, 5 having sum(f.sign * x.n) <> 0;
  return null;
end $$;
create trigger petition_area_of_replies after update on petition for each row
  when (old.subject_area is distinct from new.subject_area) execute function keep_area_of_replies();

-- An authority comes under another: all it ever counted goes along. Whoever writes figures of it holds the head of its log.
create function move_figures() returns trigger language plpgsql as $$
begin
  perform from change_log_head where authority_id = new.id for update;
  insert into figure_below_month select m.* from figure_month f
    cross join lateral (values (old.parent_authority_id, -1), (new.parent_authority_id, 1)) s (parent, sign)
    cross join lateral (select (jsonb_populate_record(f, (select jsonb_object_agg(x.key, s.sign * x.value::bigint)
      from jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month') x) || jsonb_build_object('authority_id', s.parent))).*) m
    where f.authority_id = new.id and s.parent is not null;
  insert into figure_below_part_month select m.* from figure_part_month f
    cross join lateral (values (old.parent_authority_id, -1), (new.parent_authority_id, 1)) s (parent, sign)
    cross join lateral (select (jsonb_populate_record(f, (select jsonb_object_agg(x.key, s.sign * x.value::bigint)
      from jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month' - 'part' - 'part_key') x)
      || jsonb_build_object('authority_id', s.parent))).*) m
    where f.authority_id = new.id and s.parent is not null and f.part <> 'agency';
  return null;
end $$;
create trigger authority_figures_moved after update on authority for each row
  when (old.parent_authority_id is distinct from new.parent_authority_id) execute function move_figures();

-- Rows of one superior and month become one; what came to nothing goes. One at a time; nobody waits for it.
create function gather_figures() returns void language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('gather_figures')) then return; end if;
  with many as (
    select authority_id, month from figure_below_month group by 1, 2 having count(*) > 1
  ), gone as (
    delete from figure_below_month f using many where f.authority_id = many.authority_id and f.month = many.month returning f.*
  )
  insert into figure_below_month select authority_id, month, sum(held), sum(sessions), sum(people), sum(received), sum(continued),
    sum(answered), sum(settled), sum(open_petitions), sum(notice_on_time), sum(notice_late), sum(notice_open),
    sum(conclusion_on_time), sum(conclusion_late), sum(conclusion_open), sum(reply_on_time), sum(reply_late), sum(reply_open),
    sum(open_deadlines), sum(ratings), sum(satisfied), sum(planned), sum(targets), sum(targets_met)
  from gone group by 1, 2;
  with many as (
    select authority_id, month, part, part_key from figure_below_part_month group by 1, 2, 3, 4 having count(*) > 1
  ), gone as (
    delete from figure_below_part_month f using many where f.authority_id = many.authority_id and f.month = many.month
      and f.part = many.part and f.part_key = many.part_key returning f.*
  )
  insert into figure_below_part_month select authority_id, month, part, part_key, sum(received), sum(answered),
    sum(open_petitions), sum(reply_on_time), sum(reply_late), sum(reply_open), sum(notice_open), sum(conclusion_open),
    sum(open_deadlines)
  from gone group by 1, 2, 3, 4;
  delete from figure_below_part_month where part = 'due'
    and (received, answered, open_petitions, reply_open, notice_open, conclusion_open, open_deadlines) = (0, 0, 0, 0, 0, 0, 0);
end $$;

-- Counted from the records, for the data that was there before and after data were loaded in bulk; authority by authority.
create or replace function recount_figures() returns void language plpgsql as $$
declare whose bigint; deltas figure_delta[];
begin
  delete from figure_month;
  delete from figure_part_month;
  delete from figure_below_month;
  delete from figure_below_part_month;
  for whose in select id from authority order by id loop
    select array_agg((authority_id, day, part, part_key, fact, n)::figure_delta) into deltas from (
      select authority_id, date_trunc('month', day)::date as day, part, part_key, fact, sum(n)::bigint as n
      from figure_deltas_of(whose) group by 1, 2, 3, 4, 5) x;
    if deltas is not null then perform add_figures(deltas); end if;
  end loop;
  perform gather_figures();
end $$;

-- What the rollups say, figure by figure; nothing for zeros.
create view figure_kept as
select f.authority_id, f.month, false as below, '' as part, '' as part_key, x.key as fact, x.value::bigint as n
from figure_month f cross join lateral jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month') x where x.value <> '0'
union all
select f.authority_id, f.month, false, f.part, f.part_key, x.key, x.value::bigint
from figure_part_month f
cross join lateral jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month' - 'part' - 'part_key') x where x.value <> '0'
union all
select f.authority_id, f.month, true, '', '', x.key, sum(x.value::bigint)
from figure_below_month f cross join lateral jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month') x
group by 1, 2, 6 having sum(x.value::bigint) <> 0
union all
select f.authority_id, f.month, true, f.part, f.part_key, x.key, sum(x.value::bigint)
from figure_below_part_month f
cross join lateral jsonb_each_text(to_jsonb(f) - 'authority_id' - 'month' - 'part' - 'part_key') x
group by 1, 2, 4, 5, 6 having sum(x.value::bigint) <> 0;
grant select on figure_kept to doi_thoai;

-- Where rollups and records say different things; nothing when they agree. `below`: in the sums of a superior.
create function wrong_figures() returns table (authority_id bigint, month date, below boolean, part text, part_key text)
language sql stable as $$
  with counted as (
    select d.authority_id, date_trunc('month', d.day)::date as month, d.part, d.part_key, d.fact, sum(d.n)::bigint as n
    from authority a cross join lateral figure_deltas_of(a.id) d group by 1, 2, 3, 4, 5 having sum(d.n) <> 0
  ), right_ones as (
    select authority_id, month, false as below, part, part_key, fact, n from counted
    union all
    select a.parent_authority_id, c.month, true, c.part, c.part_key, c.fact, sum(c.n)::bigint
    from counted c join authority a on a.id = c.authority_id
    where a.parent_authority_id is not null and c.part <> 'agency' group by 1, 2, 4, 5, 6 having sum(c.n) <> 0
  )
  select distinct w.authority_id, w.month, w.below, w.part, w.part_key from (
    (select * from right_ones except all select * from figure_kept)
    union all (select * from figure_kept except all select * from right_ones)) w
$$;

select recount_figures();
