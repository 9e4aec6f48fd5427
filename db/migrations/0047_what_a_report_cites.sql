-- What the text of a report cites beside its figures (the plan, the instruments, how it was made known) stays as it was
-- when the report was handed in; null while it is read afresh.
alter table report add column context jsonb;
