-- A people's own spreadsheet, read in: which file, who, when, which row became which petition. The cells lie here only
-- until the batch is taken, dropped or undone: afterwards the petitions hold what was said, the batch keeps the hash.
create table import_batch (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  -- whose entry it is; a village or organisation sees its own
  agency_id bigint,
  -- rows become opinions of this list; null: petitions
  opinion_list_id bigint,
  file_name text not null,
  file_sha256 text not null,
  file_size bigint not null,
  sheet_name text not null default '',
  -- what the program read out of the sheet: rows of the head, their labels, in which old letters it was written
  head jsonb not null,
  -- which column is what, as confirmed; and what holds for every row that does not say otherwise
  columns jsonb not null,
  choices jsonb not null default '{}',
  row_count integer not null,
  state text not null default 'read' check (state in ('read', 'checked', 'queued', 'taken', 'undone', 'dropped')),
  -- why the last attempt to take it was refused; nothing was taken then
  failure text,
  petition_count integer,
  entered_by bigint references account (id),
  -- the membership under which it was sent to be taken
  queued_role text,
  queued_agency_id bigint,
  queued_by bigint references account (id),
  queued_at timestamptz,
  taken_at timestamptz,
  undone_by bigint references account (id),
  undone_at timestamptz,
  undone_reason text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id)
);
create index import_batch_queued on import_batch (queued_at) where state = 'queued';
create index import_batch_file on import_batch (authority_id, file_sha256);

create table import_row (
  authority_id bigint not null,
  batch_id bigint not null,
  -- as the spreadsheet counts it
  row_number integer not null,
  cells jsonb,
  -- null: as chosen for the whole sheet
  decision text check (decision in ('take', 'skip')),
  split boolean,
  outcome text check (outcome in ('taken', 'left', 'noRow')),
  submission_id bigint,
  opinion_ids bigint[] not null default '{}',
  primary key (authority_id, batch_id, row_number),
  foreign key (authority_id, batch_id) references import_batch (authority_id, id)
);
create index import_row_submission on import_row (authority_id, submission_id) where submission_id is not null;

-- How far a batch is that is being taken; written beside its transaction, so that it can be watched.
create table import_progress (
  authority_id bigint not null,
  batch_id bigint not null,
  done integer not null,
  total integer not null,
  at timestamptz not null,
  primary key (authority_id, batch_id)
);
grant select, insert, update, delete on import_batch, import_row, import_progress to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
