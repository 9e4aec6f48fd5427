-- An authority may come under another superior, and end with or without a successor. The tree is as it is today: all an
-- authority ever counted goes along. A report that was handed in does not: it stays in the table of the superior it went
-- to, until it is returned.
alter table authority add column successor_id bigint references authority (id) check (successor_id <> id),
  add column ended_basis text;

-- to whom it went up; null: not handed in, or nobody was above
alter table report add column handed_to_id bigint references authority (id);
-- the superior it counts for where that is no longer the one above
alter table report_taken add column went_to bigint;
create index report_taken_elsewhere on report_taken (went_to, subject_id) where went_to is not null;

create or replace view report_part as
select s.authority_id, s.subject_id, 1 as owed, coalesce(r.handed_in, 0) as handed_in,
  case when r.handed_in = 1 then r.figures || coalesce((select jsonb_object_agg(c.figure, c.corrected) from report_correction c
    where c.authority_id = r.authority_id and c.report_id = r.id), '{}') else '{}' end as figures,
  case when r.handed_in = 1 and r.handed_to_id <> a.parent_authority_id then r.handed_to_id
    when r.handed_in = 1 and a.parent_authority_id is null then r.handed_to_id end as went_to
from (select authority_id, subject_id from report
  union select authority_id, subject_id from deadline where subject_kind = 'report' and state <> 'void') s
join authority a on a.id = s.authority_id
left join lateral (select r.*, (r.state in ('submitted', 'accepted'))::int as handed_in from report r
  where r.authority_id = s.authority_id and r.subject_id = s.subject_id
  order by array_position(array['accepted', 'submitted', 'returned', 'draft'], r.state), r.id limit 1) r on true;

create or replace function keep_report(whose bigint, subject bigint) returns void language plpgsql as $$
declare
  now_is report_taken;
  was report_taken;
  above bigint;
begin
  select p.authority_id, p.subject_id, p.owed, p.handed_in, p.figures, p.went_to into now_is
  from report_part p where p.authority_id = whose and p.subject_id = subject;
  if not found then now_is := (whose, subject, 0, 0, '{}', null); end if;
  select * into was from report_taken t where t.authority_id = whose and t.subject_id = subject;
  if not found then was := (whose, subject, 0, 0, '{}', null); end if;
  if now_is is not distinct from was then return; end if;
  delete from report_taken t where t.authority_id = whose and t.subject_id = subject;
  if now_is.owed = 1 then insert into report_taken values (now_is.*); end if;
  select a.parent_authority_id into above from authority a where a.id = whose;
  if now_is.went_to is not distinct from was.went_to then
    insert into report_below
    select s.superior, subject, now_is.owed - was.owed, now_is.handed_in - was.handed_in,
      add_figures_of_reports(now_is.figures, was.figures, -1)
    from (select coalesce(now_is.went_to, above) as superior) s where s.superior is not null;
  else
    insert into report_below
    select s.superior, subject, s.sign * s.owed, s.sign * s.handed_in, add_figures_of_reports('{}', s.figures, s.sign)
    from (values (coalesce(was.went_to, above), was.owed, was.handed_in, was.figures, -1),
      (coalesce(now_is.went_to, above), now_is.owed, now_is.handed_in, now_is.figures, 1)) s (superior, owed, handed_in, figures, sign)
    where s.superior is not null;
  end if;
end $$;

create or replace function move_reports() returns trigger language plpgsql as $$
begin
  perform from change_log_head where authority_id = new.id for update;
  with moved as (
    select t.*, coalesce(t.went_to, old.parent_authority_id) as before, coalesce(p.went_to, new.parent_authority_id) as after
    from report_taken t left join report_part p on p.authority_id = t.authority_id and p.subject_id = t.subject_id
    where t.authority_id = new.id
  )
  insert into report_below
  select s.superior, m.subject_id, s.sign * m.owed, s.sign * m.handed_in, add_figures_of_reports('{}', m.figures, s.sign)
  from moved m cross join lateral (values (m.before, -1), (m.after, 1)) s (superior, sign)
  where s.superior is not null and m.before is distinct from m.after;
  update report_taken t set went_to = p.went_to from report_part p
  where t.authority_id = new.id and p.authority_id = t.authority_id and p.subject_id = t.subject_id
    and t.went_to is distinct from p.went_to;
  return null;
end $$;

create or replace function recount_reports() returns void language plpgsql as $$
begin
  delete from report_taken;
  delete from report_below;
  insert into report_taken select authority_id, subject_id, owed, handed_in, figures, went_to from report_part;
  insert into report_below
  select coalesce(t.went_to, a.parent_authority_id), t.subject_id, t.owed, t.handed_in, t.figures
  from report_taken t join authority a on a.id = t.authority_id
  where coalesce(t.went_to, a.parent_authority_id) is not null;
  perform gather_reports();
end $$;

create or replace function wrong_reports() returns table (authority_id bigint, subject_id bigint, below boolean) language sql stable as $$
  select coalesce(p.authority_id, t.authority_id), coalesce(p.subject_id, t.subject_id), false
  from report_part p full join report_taken t on t.authority_id = p.authority_id and t.subject_id = p.subject_id
  where (p.owed, p.handed_in, p.figures, p.went_to) is distinct from (t.owed, t.handed_in, t.figures, t.went_to)
  union
  select coalesce(b.authority_id, c.authority_id), coalesce(b.subject_id, c.subject_id), true
  from (select authority_id, subject_id, key, sum(n) as n from (
      select b.authority_id, b.subject_id, x.key, x.value::bigint as n from report_below b
      cross join lateral jsonb_each_text(b.figures || jsonb_build_object('owed!', b.owed, 'handedIn!', b.handed_in)) x) y
    group by 1, 2, 3 having sum(n) <> 0) b
  full join (select authority_id, subject_id, key, sum(n) as n from (
      select coalesce(p.went_to, a.parent_authority_id) as authority_id, p.subject_id, x.key, x.value::bigint as n
      from report_part p join authority a on a.id = p.authority_id
      cross join lateral jsonb_each_text(p.figures || jsonb_build_object('owed!', p.owed, 'handedIn!', p.handed_in)) x
      where coalesce(p.went_to, a.parent_authority_id) is not null) y
    group by 1, 2, 3 having sum(n) <> 0) c
  on c.authority_id = b.authority_id and c.subject_id = b.subject_id and c.key = b.key
  where b.n is distinct from c.n
$$;

update report r set handed_to_id = a.parent_authority_id
from authority a where a.id = r.authority_id and r.state in ('submitted', 'accepted') and a.parent_authority_id is not null;
