-- A petition that went up to the superior and was then answered or settled is done: the reports and the list of petitions
-- count it so. The figures of the tree went on calling it open for ever. What was counted is taken back first.
select add_figures(array(
  select (d.authority_id, d.day, d.part, d.part_key, d.fact, d.n)::figure_delta
  from petition p cross join lateral deltas_of_petition(p, -1) d
  where p.state = 'escalated' and (p.answered_on is not null or p.settled_on is not null) and d.fact = 'open_petitions'));

create or replace function deltas_of_petition(p petition, sign integer) returns setof figure_delta language sql stable as $$
  select p.authority_id, f.day, g.part, g.part_key, f.fact, sign::bigint
  from (values
      (p.received_on, 'received', true, true),
      (p.received_on, 'continued', p.continued, false),
      (p.answered_on, 'answered', p.answered_on is not null, true),
      (p.settled_on, 'settled', p.settled_on is not null, false),
      ('1900-01-01'::date, 'open_petitions', p.state in ('received', 'classified', 'assigned', 'answerPrepared')
        or (p.state = 'escalated' and p.answered_on is null and p.settled_on is null), true)
    ) f (day, fact, happened, by_part)
  cross join (values ('', '', true), ('area', coalesce(p.subject_area, ''), false),
      ('agency', coalesce(p.lead_agency_id::text, ''), false)) g (part, part_key, whole)
  where f.happened and (g.whole or f.by_part)
    and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
$$;
