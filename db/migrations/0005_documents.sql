-- A file is known by its content.
create table stored_file (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  media_type text not null,
  stored_at timestamptz not null default now(),
  erased_at timestamptz
);

create table attachment (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  subject_kind text not null,
  subject_id bigint not null,
  sha256 text not null references stored_file (sha256),
  name text not null,
  label text,
  uploaded_by bigint references account (id),
  uploaded_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_reason text,
  -- the content was erased on request; name and hash stay as a tombstone
  erased_at timestamptz,
  erased_reason text,
  primary key (authority_id, id)
);
create index attachment_content on attachment (sha256);
create index attachment_subject on attachment (authority_id, subject_kind, subject_id);

create table number_book (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  name text not null,
  issuer_agency_id bigint not null,
  -- empty: every kind of paper of this issuer that has no book of its own
  paper_kinds text[] not null,
  mode text not null check (mode in ('ours', 'external')),
  -- state papers restart each calendar year; party papers run on per kind over the term of office
  period text not null check (period in ('year', 'term')),
  term_from date,
  term_to date,
  -- with {n} and the symbol, e.g. 'TB/ĐU' written '{n}-TB/ĐU' (party) or '{n}/TB-UBND' (state)
  pattern text not null,
  -- where the book goes on from when it is taken over in the middle of a period
  first_number integer not null default 1 check (first_number > 0),
  from_day date not null,
  to_day date,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, issuer_agency_id) references agency (authority_id, id),
  check (period = 'year' or term_from is not null),
  check (position('{n}' in pattern) > 0)
);
create index number_book_issuer on number_book (authority_id, issuer_agency_id);

-- A paper of the chain: drafted, approved (not by its drafter, or on paper), issued with number and date, sent.
create table paper (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  dialogue_id bigint,
  title text not null,
  body text not null default '',
  issuer_agency_id bigint,
  state text not null default 'draft' check (state in ('draft', 'approved', 'issued', 'void')),
  number text,
  dated_on date,
  signer_name text,
  signer_title text,
  sign_capacity text,
  drafted_by bigint references account (id),
  approved_by bigint references account (id),
  approved_at timestamptz,
  -- approval that happened on paper: who signed and when, with the page uploaded
  approved_on_paper boolean not null default false,
  paper_approver text,
  paper_approved_on date,
  issued_at timestamptz,
  issued_by bigint references account (id),
  late_entry_reason text,
  late_entry boolean not null default false,
  replaces_paper_id bigint,
  void_reason text,
  -- title and text were erased on request of the person they name; number, dates and hashes stay
  erased_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, issuer_agency_id) references agency (authority_id, id),
  foreign key (authority_id, replaces_paper_id) references paper (authority_id, id),
  check (state <> 'issued' or dated_on is not null)
);
create index paper_subject on paper (authority_id, subject_kind, subject_id);
create index paper_dialogue on paper (authority_id, dialogue_id, kind);
create index paper_newest on paper (authority_id, id desc);
create index paper_issuer on paper (authority_id, issuer_agency_id, id desc);
create index paper_replaces on paper (authority_id, replaces_paper_id);

create table number_entry (
  authority_id bigint not null,
  book_id bigint not null,
  period text not null,
  number integer not null check (number > 0),
  -- external books only: a number put in between, '12a'
  suffix text not null default '' check (suffix ~ '^[a-z]{0,2}$'),
  paper_id bigint,
  void_reason text,
  taken_at timestamptz not null default now(),
  primary key (authority_id, book_id, period, number, suffix),
  foreign key (authority_id, book_id) references number_book (authority_id, id),
  foreign key (authority_id, paper_id) references paper (authority_id, id),
  check (paper_id is not null or void_reason is not null)
);
create unique index number_entry_paper on number_entry (authority_id, paper_id);
create table number_book_head (
  authority_id bigint not null,
  book_id bigint not null,
  period text not null,
  last_number integer not null,
  primary key (authority_id, book_id, period)
);

create table paper_recipient (
  authority_id bigint not null,
  id bigint generated always as identity,
  paper_id bigint not null,
  agency_id bigint,
  petitioner_id bigint,
  name text not null,
  -- competentAgency, petitioner, locality, board, front, superior, chair, village, other
  purpose text not null,
  channel text,
  sent_on date,
  received_on date,
  received_note text,
  version integer not null default 1,
  primary key (authority_id, id),
  foreign key (authority_id, paper_id) references paper (authority_id, id),
  foreign key (authority_id, agency_id) references agency (authority_id, id),
  check (received_on is null or sent_on is not null)
);
create index paper_recipient_agency on paper_recipient (authority_id, agency_id, paper_id);
create index paper_recipient_paper on paper_recipient (authority_id, paper_id);

create table dossier (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  dialogue_id bigint not null,
  owner_agency_id bigint,
  state text not null default 'open' check (state in ('open', 'closed')),
  closed_at timestamptz,
  closed_by bigint references account (id),
  manifest jsonb,
  manifest_sha256 text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (authority_id, id),
  unique (authority_id, dialogue_id)
);

create table dossier_item (
  authority_id bigint not null,
  id bigint generated always as identity,
  dossier_id bigint not null,
  entry_key text not null,
  paper_id bigint,
  attachment_id bigint,
  stated_none boolean not null default false,
  note text,
  supplement_on date,
  withdrawn_at timestamptz,
  added_by bigint references account (id),
  added_at timestamptz not null default now(),
  primary key (authority_id, id),
  foreign key (authority_id, dossier_id) references dossier (authority_id, id),
  foreign key (authority_id, paper_id) references paper (authority_id, id),
  foreign key (authority_id, attachment_id) references attachment (authority_id, id)
);
create index dossier_item_dossier on dossier_item (authority_id, dossier_id);
