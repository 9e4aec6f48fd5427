-- The superior's table of a period is the sum of the reports handed in under it. As with the figures of the months, each
-- change adds a row to the sums of the direct superior (`report_below`), put together later; what an authority itself
-- has added stands in `report_taken`, so that the next change knows the difference.
create table report_taken (
  authority_id bigint not null references authority (id),
  subject_id bigint not null,
  -- 1: owes a report of the period, or has begun one
  owed integer not null,
  -- 1: its report stands as submitted or accepted, with these figures; else it adds none
  handed_in integer not null,
  figures jsonb not null,
  primary key (authority_id, subject_id)
);
create index report_taken_missing on report_taken (subject_id, authority_id) where handed_in = 0;
-- `authority_id` is the superior; several rows of one period add up
create table report_below (
  authority_id bigint not null,
  subject_id bigint not null,
  owed integer not null,
  handed_in integer not null,
  figures jsonb not null
);
create index report_below_subject on report_below (authority_id, subject_id);
create index deadline_of_report on deadline (authority_id, subject_id) where subject_kind = 'report';
grant select, insert, update, delete on report_taken, report_below to doi_thoai;

-- What each authority adds for each period; of several reports for one period the one that came furthest.
create view report_part as
select s.authority_id, s.subject_id, 1 as owed, coalesce(r.handed_in, 0) as handed_in,
  case when r.handed_in = 1 then r.figures || coalesce((select jsonb_object_agg(c.figure, c.corrected) from report_correction c
    where c.authority_id = r.authority_id and c.report_id = r.id), '{}') else '{}' end as figures
from (select authority_id, subject_id from report
  union select authority_id, subject_id from deadline where subject_kind = 'report' and state <> 'void') s
left join lateral (select r.*, (r.state in ('submitted', 'accepted'))::int as handed_in from report r
  where r.authority_id = s.authority_id and r.subject_id = s.subject_id
  order by array_position(array['accepted', 'submitted', 'returned', 'draft'], r.state), r.id limit 1) r on true;
grant select on report_part to doi_thoai;

create function add_figures_of_reports(a jsonb, b jsonb, sign integer) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(s.key, s.n), '{}') from (
    select x.key, sum(x.n)::bigint as n from (
      select key, value::bigint as n from jsonb_each_text(a)
      union all select key, sign * value::bigint from jsonb_each_text(b)) x
    group by 1 having sum(x.n) <> 0) s
$$;

create function keep_report(whose bigint, subject bigint) returns void language plpgsql as $$
declare
  now_is report_taken;
  was report_taken;
begin
  select p.authority_id, p.subject_id, p.owed, p.handed_in, p.figures into now_is
  from report_part p where p.authority_id = whose and p.subject_id = subject;
  if not found then now_is := (whose, subject, 0, 0, '{}'); end if;
  select * into was from report_taken t where t.authority_id = whose and t.subject_id = subject;
  if not found then was := (whose, subject, 0, 0, '{}'); end if;
  if now_is = was then return; end if;
  delete from report_taken t where t.authority_id = whose and t.subject_id = subject;
  if now_is.owed = 1 then insert into report_taken values (now_is.*); end if;
  insert into report_below
  select a.parent_authority_id, subject, now_is.owed - was.owed, now_is.handed_in - was.handed_in,
    add_figures_of_reports(now_is.figures, was.figures, -1)
  from authority a where a.id = whose and a.parent_authority_id is not null;
end $$;

create function keep_report_of_row() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform keep_report(old.authority_id, old.subject_id); end if;
  if tg_op <> 'DELETE' then perform keep_report(new.authority_id, new.subject_id); end if;
  return null;
end $$;
create function keep_report_of_correction() returns trigger language plpgsql as $$
begin
  perform keep_report(r.authority_id, r.subject_id) from report r
  where (r.authority_id, r.id) = (coalesce(new.authority_id, old.authority_id), coalesce(new.report_id, old.report_id));
  return null;
end $$;
create constraint trigger report_kept after insert or update or delete on report
  deferrable initially deferred for each row execute function keep_report_of_row();
create constraint trigger report_correction_kept after insert or update or delete on report_correction
  deferrable initially deferred for each row execute function keep_report_of_correction();
create constraint trigger report_deadline_new after insert on deadline deferrable initially deferred for each row
  when (new.subject_kind = 'report') execute function keep_report_of_row();
create constraint trigger report_deadline_kept after update on deadline deferrable initially deferred for each row
  when (new.subject_kind = 'report' and old.state is distinct from new.state) execute function keep_report_of_row();
create constraint trigger report_deadline_gone after delete on deadline deferrable initially deferred for each row
  when (old.subject_kind = 'report') execute function keep_report_of_row();

create function move_reports() returns trigger language plpgsql as $$
begin
  perform from change_log_head where authority_id = new.id for update;
  insert into report_below
  select s.parent, t.subject_id, s.sign * t.owed, s.sign * t.handed_in, add_figures_of_reports('{}', t.figures, s.sign)
  from report_taken t cross join lateral (values (old.parent_authority_id, -1), (new.parent_authority_id, 1)) s (parent, sign)
  where t.authority_id = new.id and s.parent is not null;
  return null;
end $$;
create trigger authority_reports_moved after update on authority for each row
  when (old.parent_authority_id is distinct from new.parent_authority_id) execute function move_reports();

-- Rows of one superior and period become one.
create function gather_reports() returns void language plpgsql as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('gather_reports')) then return; end if;
  with many as (
    select authority_id, subject_id from report_below group by 1, 2 having count(*) > 1
  ), gone as (
    delete from report_below b using many where b.authority_id = many.authority_id and b.subject_id = many.subject_id returning b.*
  ), figure as (
    select g.authority_id, g.subject_id, x.key, sum(x.value::bigint)::bigint as n
    from gone g cross join lateral jsonb_each_text(g.figures) x group by 1, 2, 3 having sum(x.value::bigint) <> 0
  )
  insert into report_below
  select g.authority_id, g.subject_id, sum(g.owed), sum(g.handed_in), coalesce((select jsonb_object_agg(f.key, f.n)
    from figure f where f.authority_id = g.authority_id and f.subject_id = g.subject_id), '{}')
  from gone g group by 1, 2;
end $$;

create function recount_reports() returns void language plpgsql as $$
begin
  delete from report_taken;
  delete from report_below;
  insert into report_taken select authority_id, subject_id, owed, handed_in, figures from report_part;
  insert into report_below select a.parent_authority_id, t.subject_id, t.owed, t.handed_in, t.figures
  from report_taken t join authority a on a.id = t.authority_id where a.parent_authority_id is not null;
  perform gather_reports();
end $$;

-- Where sums and reports say different things; nothing when they agree.
create function wrong_reports() returns table (authority_id bigint, subject_id bigint, below boolean) language sql stable as $$
  select coalesce(p.authority_id, t.authority_id), coalesce(p.subject_id, t.subject_id), false
  from report_part p full join report_taken t on t.authority_id = p.authority_id and t.subject_id = p.subject_id
  where (p.owed, p.handed_in, p.figures) is distinct from (t.owed, t.handed_in, t.figures)
  union
  select coalesce(b.authority_id, c.authority_id), coalesce(b.subject_id, c.subject_id), true
  from (select authority_id, subject_id, key, sum(n) as n from (
      select b.authority_id, b.subject_id, x.key, x.value::bigint as n from report_below b
      cross join lateral jsonb_each_text(b.figures || jsonb_build_object('owed!', b.owed, 'handedIn!', b.handed_in)) x) y
    group by 1, 2, 3 having sum(n) <> 0) b
  full join (select authority_id, subject_id, key, sum(n) as n from (
      select a.parent_authority_id as authority_id, p.subject_id, x.key, x.value::bigint as n
      from report_part p join authority a on a.id = p.authority_id
      cross join lateral jsonb_each_text(p.figures || jsonb_build_object('owed!', p.owed, 'handedIn!', p.handed_in)) x
      where a.parent_authority_id is not null) y
    group by 1, 2, 3 having sum(n) <> 0) c
  on c.authority_id = b.authority_id and c.subject_id = b.subject_id and c.key = b.key
  where b.n is distinct from c.n
$$;

select recount_reports();
