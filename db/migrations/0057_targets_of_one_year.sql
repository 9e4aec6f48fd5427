-- A change of one dialogue counted the targets of every authority there is; now those of its own year are counted.
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
    cross join lateral (select count(*) as targets, count(*) filter (where met) as targets_met from target_met t
      where t.authority_id = y.authority_id and t.year = extract(year from y.month)::int) t
    left join figure_month m on m.authority_id = y.authority_id and m.month = y.month
    cross join lateral (values ('targets', t.targets - coalesce(m.targets, 0)),
      ('targets_met', t.targets_met - coalesce(m.targets_met, 0))) f (fact, n)
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
