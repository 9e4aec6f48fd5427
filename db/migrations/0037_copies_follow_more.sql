-- Copies follow two more things: the agencies that were asked to support, and how many others ask for the same.
create function follow_changed_supports() returns trigger language plpgsql as $$
begin
  perform follow_petitions(c.authority_id, array_agg(c.petition_id)) from changed c
  where exists (select from public_entry e where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.petition_id)
  group by c.authority_id;
  return null;
end $$;
create trigger petition_support_copies_new after insert on petition_support referencing new table as changed
  for each statement execute function follow_changed_supports();
create trigger petition_support_copies_gone after delete on petition_support referencing old table as changed
  for each statement execute function follow_changed_supports();

create function follow_secondings() returns trigger language plpgsql as $$
begin
  update public_entry e set seconded = e.seconded + c.n, updated_at = now()
  from (select authority_id, petition_id, count(*)::int as n from changed group by 1, 2) c
  where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = c.petition_id;
  return null;
end $$;
create trigger petition_seconding_copies after insert on petition_seconding referencing new table as changed
  for each statement execute function follow_secondings();

-- An agency is called by the name it has now, in the copies too.
create function follow_changed_agencies() returns trigger language plpgsql as $$
begin
  update public_entry e set agency = c.name, updated_at = now()
  from changed c
  join before b on b.authority_id = c.authority_id and b.id = c.id and b.name <> c.name
  left join petition p on p.authority_id = c.authority_id and p.lead_agency_id = c.id
  where e.authority_id = c.authority_id and e.kind = 'petition' and e.subject_id = p.id;
  return null;
end $$;
create trigger agency_copies after update on agency referencing old table as before new table as changed
  for each statement execute function follow_changed_agencies();
