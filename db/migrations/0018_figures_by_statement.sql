-- The rollups kept by statement: a row of figures written once for each row of a bulk load grew slower with every one.
-- What a statement changed is summed into `figure_change`; at the very end of the transaction the sums are added to the
-- rollups in one order, and the table is empty again. (Deferred: by then the transaction holds the authority's log, so
-- that two changes never wait for each other crosswise.)
drop trigger petition_figures_new on petition;
drop trigger petition_figures on petition;
drop trigger dialogue_figures_new on dialogue;
drop trigger dialogue_figures on dialogue;
drop trigger deadline_figures_new on deadline;
drop trigger deadline_figures on deadline;
drop trigger survey_figures_new on survey;
drop trigger survey_figures on survey;
drop function keep_figures();

create table figure_change (
  transaction xid8 not null default pg_current_xact_id(),
  authority_id bigint not null,
  day date not null,
  part text not null,
  part_key text not null,
  fact text not null,
  n bigint not null
);
create index figure_change_transaction on figure_change (transaction);
grant select, insert, delete on figure_change to doi_thoai;

create function add_changed_figures() returns trigger language plpgsql as $$
declare deltas figure_delta[];
begin
  -- the first row of the transaction takes them all with it
  with gone as (
    delete from figure_change where transaction = pg_current_xact_id()
    returning authority_id, date_trunc('month', day)::date as month, part, part_key, fact, n
  )
  select array_agg((s.authority_id, s.month, s.part, s.part_key, s.fact, s.n)::figure_delta) into deltas
  from (
    select authority_id, month, part, part_key, fact, sum(n)::bigint as n from gone group by 1, 2, 3, 4, 5 having sum(n) <> 0
  ) s;
  if deltas is not null then perform add_figures(deltas); end if;
  return null;
end $$;

create constraint trigger figure_change_added after insert on figure_change
  deferrable initially deferred for each row execute function add_changed_figures();

-- For each table: what its rows said before is taken out, what they say now is put in; a difference of nothing writes nothing.
do $do$
declare subject text;
begin
  foreach subject in array array['petition', 'dialogue', 'deadline', 'survey'] loop
    execute format($f$
      create function keep_%1$s_figures_new() returns trigger language plpgsql as $$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from added r cross join lateral deltas_of_%1$s(r::%1$s, 1) x group by 1, 2, 3, 4, 5;
        return null;
      end $$;
      create function keep_%1$s_figures() returns trigger language plpgsql as $$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select y.authority_id, y.month, y.part, y.part_key, y.fact, sum(y.n) from (
          select x.authority_id, date_trunc('month', x.day)::date as month, x.part, x.part_key, x.fact, x.n
          from removed r cross join lateral deltas_of_%1$s(r::%1$s, -1) x
          union all
          select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, x.n
          from added r cross join lateral deltas_of_%1$s(r::%1$s, 1) x) y
        group by 1, 2, 3, 4, 5 having sum(y.n) <> 0;
        return null;
      end $$;
      create function keep_%1$s_figures_gone() returns trigger language plpgsql as $$
      begin
        insert into figure_change (authority_id, day, part, part_key, fact, n)
        select x.authority_id, date_trunc('month', x.day)::date, x.part, x.part_key, x.fact, sum(x.n)
        from removed r cross join lateral deltas_of_%1$s(r::%1$s, -1) x group by 1, 2, 3, 4, 5;
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
