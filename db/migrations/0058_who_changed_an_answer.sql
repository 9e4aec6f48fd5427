-- Accounts that wrote words of an answer before its last drafter, since it was last approved: they do not approve it.
alter table petition_answer add column edited_by bigint[] not null default '{}';
