-- How many petitions of a dialogue nobody reads at the portal: kept confidential, not read through yet, taken back. Told as
-- a number from five on; null for fewer, none among them: a small number could point at somebody. Counted as the reports
-- count; of complaints and denunciations nothing is told.
create function petitions_not_read(authority bigint, dialogue bigint) returns integer language sql stable as $$
  select case when count(*) >= 5 then count(*)::int end
  from petition p
  where p.authority_id = authority and p.dialogue_id = dialogue
    and p.kind not in ('complaint', 'denunciation') and p.state not in ('merged', 'withdrawn')
    and not exists (select from public_entry e
      where e.authority_id = p.authority_id and e.kind = 'petition' and e.subject_id = p.id)
$$;
