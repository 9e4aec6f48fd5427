-- A recount wrote a row for every authority into the sums of its superior before they were put together: of a country the
-- tables stayed full of holes, and reading them meant walking over the holes. They are written anew at the end.
create or replace function recount_figures() returns void language plpgsql as $$
declare whose bigint; deltas figure_delta[];
begin
  truncate figure_month, figure_part_month, figure_below_month, figure_below_part_month;
  for whose in select id from authority order by id loop
    select array_agg((authority_id, day, part, part_key, fact, n)::figure_delta) into deltas from (
      select authority_id, date_trunc('month', day)::date as day, part, part_key, fact, sum(n)::bigint as n
      from figure_deltas_of(whose) group by 1, 2, 3, 4, 5) x;
    if deltas is not null then perform add_figures(deltas); end if;
  end loop;
  perform gather_figures();
  create temp table gathered_month on commit drop as select * from figure_below_month;
  create temp table gathered_part on commit drop as select * from figure_below_part_month;
  truncate figure_below_month, figure_below_part_month;
  insert into figure_below_month select * from gathered_month order by authority_id, month;
  insert into figure_below_part_month select * from gathered_part order by authority_id, part, month, part_key;
  drop table gathered_month, gathered_part;
end $$;

select recount_figures();
