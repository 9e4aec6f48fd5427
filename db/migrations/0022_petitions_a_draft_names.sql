-- Which petitions the text of a paper was drawn from. While it is a draft it is locked as soon as one of them may no
-- longer be read by those who read papers.
alter table paper_sheet add column petition_ids bigint[] not null default '{}';

-- Drafts of before: the petitions whose code stands in what they were drawn from, and the one they are about.
update paper_sheet s set petition_ids = (
  select coalesce(array_agg(p.id order by p.id), '{}') from paper x
  join petition p on p.authority_id = x.authority_id
    and (p.dialogue_id = x.dialogue_id or x.subject_kind = 'petition' and p.id = x.subject_id)
  where x.authority_id = s.authority_id and x.id = s.paper_id
    and (position('"' || p.code || '"' in s.from_data::text) > 0 or s.about = 'petition' and p.id = s.about_id)
) where s.sealed_at is null;

create index paper_sheet_open_petitions on paper_sheet using gin (petition_ids) where sealed_at is null;
