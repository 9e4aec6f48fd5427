-- Paper forms handed out for a dialogue: printed in batches, each sheet with a serial by which it comes back.
create table form_batch (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  dialogue_id bigint not null,
  -- 1, 2, 3 … within the dialogue, without a gap
  number integer not null,
  kind text not null check (kind in ('speechRegistration', 'petitionForm', 'satisfactionBallot')),
  copies integer not null check (copies between 1 and 500),
  -- whom they were printed for: a village or organisation of the list, or as written
  for_agency_id bigint,
  for_whom text not null default '',
  -- of ballots: they carry one code for the whole pile, so that no sheet can be told from another
  survey_id bigint,
  hand_in_at text not null,
  hand_in_until date,
  -- the notice on personal data as it was printed
  notice_version text not null,
  notice_lang text not null check (notice_lang in ('vi', 'en')),
  notice_text text not null,
  printed_by bigint references account (id),
  printed_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, dialogue_id, number),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id),
  foreign key (authority_id, for_agency_id) references agency (authority_id, id),
  foreign key (authority_id, survey_id) references survey (authority_id, id),
  check ((kind = 'satisfactionBallot') = (survey_id is not null))
);
-- One sheet of paper. Its serial follows from its id (src/printed-forms/form-serial.ts).
create table printed_form (
  authority_id bigint not null,
  id bigint generated always as identity unique,
  batch_id bigint not null,
  dialogue_id bigint not null,
  -- 1, 2, 3 … through all batches of the dialogue; null: the one code of a pile of ballots
  sheet integer,
  entered_at timestamptz,
  entered_by bigint references account (id),
  -- what it became: a submission, or a registration to speak
  subject_kind text check (subject_kind in ('submission', 'speechRegistration')),
  subject_id bigint,
  primary key (authority_id, id),
  unique (authority_id, dialogue_id, sheet),
  foreign key (authority_id, batch_id) references form_batch (authority_id, id),
  foreign key (authority_id, dialogue_id) references dialogue (authority_id, id),
  check ((entered_at is null) = (subject_id is null) and (subject_id is null) = (subject_kind is null))
);
create index printed_form_batch on printed_form (authority_id, batch_id, sheet);
create index printed_form_subject on printed_form (authority_id, subject_kind, subject_id) where subject_id is not null;

grant select, insert on form_batch to doi_thoai;
grant select, insert, update on printed_form to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
