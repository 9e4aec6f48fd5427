-- The wording of a kind of paper that an authority uses instead of the one that comes with the program. A version is
-- never overwritten; one without wording goes back to what comes with the program. '' for branch and variant: for all.
create table paper_template (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  kind text not null,
  variant text not null default '',
  branch text not null default '' check (branch in ('', 'state', 'party', 'front')),
  version_no integer not null check (version_no > 0),
  wording jsonb,
  reason text not null default '',
  made_by bigint references account (id),
  made_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, kind, variant, branch, version_no)
);

-- An authority's own Word file for a kind, with places to fill in; a version without file gives it up again.
create table paper_word_form (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  kind text not null,
  variant text not null default '',
  branch text not null default '' check (branch in ('', 'state', 'party', 'front')),
  version_no integer not null check (version_no > 0),
  attachment_id bigint,
  places text[] not null default '{}',
  made_by bigint references account (id),
  made_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, kind, variant, branch, version_no),
  foreign key (authority_id, attachment_id) references attachment (authority_id, id)
);

-- The text of a paper made from data. It follows the data only when somebody asks for it, and stays once issued.
create table paper_sheet (
  authority_id bigint not null,
  paper_id bigint not null,
  -- where it came from: facts, wording, Word file
  about text not null,
  about_id bigint not null,
  agency_id bigint,
  variant text not null default '',
  branch text not null check (branch in ('state', 'party', 'front')),
  template_id bigint,
  template_sha256 text not null,
  word_form_id bigint,
  sheet jsonb not null,
  -- as it came from the data, to tell what was changed by hand since
  from_data jsonb not null,
  drawn_at timestamptz not null,
  drawn_by bigint references account (id),
  -- the Word file edited outside, which is the paper's text from then on
  word_attachment_id bigint,
  -- set with the issue: the layout it is written in, and the text with number, date and signer
  layout_id text,
  sealed_at timestamptz,
  version integer not null default 1,
  primary key (authority_id, paper_id),
  foreign key (authority_id, paper_id) references paper (authority_id, id),
  foreign key (authority_id, template_id) references paper_template (authority_id, id),
  foreign key (authority_id, word_form_id) references paper_word_form (authority_id, id),
  foreign key (authority_id, word_attachment_id) references attachment (authority_id, id),
  check ((layout_id is null) = (sealed_at is null))
);

grant select, insert on paper_template, paper_word_form to doi_thoai;
grant select, insert, update on paper_sheet to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
