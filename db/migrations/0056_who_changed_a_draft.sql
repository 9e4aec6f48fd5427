-- Accounts that changed the words of a draft since it was last approved, beside its drafter: they do not approve it.
alter table paper add column edited_by bigint[] not null default '{}';

-- The Word file that stood for the text of a conclusion or a plan was dropped: it is drawn from the data again.
grant delete on paper_sheet to doi_thoai;
