-- What earlier dialogues left open stands on the next one's agenda: what was said of it there, once for each conference.
create table hall_open_item (
  authority_id bigint not null,
  dialogue_id bigint not null,
  subject_kind text not null check (subject_kind in ('petition', 'conclusionItem')),
  subject_id bigint not null,
  reported_by text not null,
  said text not null,
  -- a new day that was promised; the legal limits are untouched by it
  next_on date,
  at timestamptz not null,
  account_id bigint references account (id),
  primary key (authority_id, dialogue_id, subject_kind, subject_id),
  foreign key (authority_id, dialogue_id) references hall (authority_id, dialogue_id)
);
grant select, insert, update on hall_open_item to doi_thoai;
-- A question in writing that could not be answered there is received as a petition and answered in writing.
alter table hall_question add column petition_id bigint;
alter table hall_question add foreign key (authority_id, petition_id) references petition (authority_id, id);
