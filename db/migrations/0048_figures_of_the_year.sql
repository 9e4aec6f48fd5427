-- The superior's table of a year added up twelve lines of each of three hundred authorities. Beside the lines of the
-- months there is now one of the whole year, kept in the same transaction by the same function and checked by the same
-- recount. Its month is the first of January a thousand years earlier, as the line of what is open now is that of 1900.

create function figure_year(day date) returns date language sql immutable as
  $$ select case when day >= '1901-01-01' then make_date(extract(year from day)::int - 1000, 1, 1) end $$;

CREATE OR REPLACE FUNCTION months_of_deltas(deltas figure_delta[])
 RETURNS SETOF figure_month
 LANGUAGE sql
 STABLE
AS $function$
  select d.authority_id, l.month,
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
  from unnest(deltas) d
  cross join lateral (values (date_trunc('month', d.day)::date), (figure_year(d.day))) l (month)
  where d.part = '' and l.month is not null group by 1, 2
$function$;

CREATE OR REPLACE FUNCTION wrong_figures()
 RETURNS TABLE(authority_id bigint, month date, below boolean, part text, part_key text)
 LANGUAGE sql
 STABLE
AS $function$
  with by_month as (
    select d.authority_id, date_trunc('month', d.day)::date as month, d.part, d.part_key, d.fact, sum(d.n)::bigint as n
    from authority a cross join lateral figure_deltas_of(a.id) d group by 1, 2, 3, 4, 5 having sum(d.n) <> 0
  ), counted as (
    select * from by_month
    union all
    select authority_id, figure_year(month), part, part_key, fact, sum(n)::bigint from by_month
    where part = '' and figure_year(month) is not null group by 1, 2, 3, 4, 5 having sum(n) <> 0
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
$function$;

insert into figure_month
select authority_id, figure_year(month),
  sum(held), sum(sessions), sum(people), sum(received), sum(continued), sum(answered), sum(settled),
  sum(open_petitions), sum(notice_on_time), sum(notice_late), sum(notice_open), sum(conclusion_on_time),
  sum(conclusion_late), sum(conclusion_open), sum(reply_on_time), sum(reply_late), sum(reply_open),
  sum(open_deadlines), sum(ratings), sum(satisfied), sum(planned), sum(targets), sum(targets_met)
from figure_month where figure_year(month) is not null group by 1, 2;
insert into figure_below_month
select authority_id, figure_year(month),
  sum(held), sum(sessions), sum(people), sum(received), sum(continued), sum(answered), sum(settled),
  sum(open_petitions), sum(notice_on_time), sum(notice_late), sum(notice_open), sum(conclusion_on_time),
  sum(conclusion_late), sum(conclusion_open), sum(reply_on_time), sum(reply_late), sum(reply_open),
  sum(open_deadlines), sum(ratings), sum(satisfied), sum(planned), sum(targets), sum(targets_met)
from figure_below_month where figure_year(month) is not null group by 1, 2;
