-- The number of targets met said nothing of which: each stands by itself now, and the number is the sum of them.
create view target_met as
with model as materialized (
  select v.id as regulation_version_id, m ->> 'key' as key, m -> 'countsFor' as counts_for
  from regulation_version v cross join lateral jsonb_array_elements(v.data -> 'chairModels') m
)
select p.authority_id, p.year, p.id as plan_id, t.id, t.label, x.last_day, n.held >= t.minimum as met
from plan p
join plan_target t on t.authority_id = p.authority_id and t.plan_id = p.id and t.minimum > 0
cross join lateral (
  select make_date(p.year, case t.period when 'H2' then 7 when 'Q2' then 4 when 'Q3' then 7 when 'Q4' then 10 else 1 end, 1) as first_day,
    case t.period when 'year' then 12 when 'H1' then 6 when 'H2' then 6 else 3 end as months) y
cross join lateral (
  select y.first_day, (y.first_day + make_interval(months => y.months) - interval '1 day')::date as last_day) x
cross join lateral (
  select count(*) as held from dialogue d
  join model on model.regulation_version_id = d.regulation_version_id and model.key = d.chair_model
  where d.authority_id = p.authority_id and d.state in ('held', 'concluded', 'closed')
    and case when d.form = 'indirect' then d.collection_closes_on else d.held_on end between x.first_day and x.last_day
    and d.kind = any(t.kinds) and (d.form <> 'indirect' or t.counts_indirect) and model.counts_for ? t.post_kind) n
where p.state in ('issued', 'published');
grant select on target_met to doi_thoai;

create or replace view target_standing as
select authority_id, year, count(*)::bigint as targets, count(*) filter (where met) as targets_met
from target_met group by authority_id, year;
