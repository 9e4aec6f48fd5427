-- What leaves the house: a row is opened in the transaction of the change that has something to tell, gathers what else
-- comes up for the same reader, is then put into words and sent. It is never deleted.
create table outbox_message (
  authority_id bigint not null references authority (id),
  id bigint generated always as identity,
  recipient_kind text not null check (recipient_kind in ('petitioner', 'account', 'follower')),
  recipient_id bigint not null,
  kind text not null,
  state text not null default 'gathering' check (state in
    ('gathering', 'waiting', 'sent', 'failed', 'givenUp', 'printed', 'cancelled')),
  -- by which way, to whom and in which words: decided when it is put into words
  channel text check (channel in ('email', 'sms', 'zalo', 'letter')),
  to_name text not null default '',
  to_address text not null default '',
  subject text not null default '',
  content jsonb,
  -- the same at every try, so that a mail that arrives twice is recognised as one
  message_key uuid not null default gen_random_uuid(),
  tries integer not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  cancelled_reason text,
  created_at timestamptz not null,
  composed_at timestamptz,
  settled_at timestamptz,
  primary key (authority_id, id)
);
create unique index outbox_gathering on outbox_message (authority_id, recipient_kind, recipient_id, kind)
  where state = 'gathering';
create index outbox_due on outbox_message (next_try_at) where state in ('gathering', 'waiting', 'failed');
create index outbox_newest on outbox_message (authority_id, id desc);
create index outbox_recipient on outbox_message (authority_id, recipient_kind, recipient_id, kind, id desc);

-- What a message tells of; one item per stage and reader, for ever.
create table outbox_item (
  authority_id bigint not null,
  id bigint generated always as identity,
  outbox_id bigint not null,
  subject_kind text not null,
  subject_id bigint not null,
  params jsonb not null default '{}',
  dedupe_key text not null,
  created_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, dedupe_key),
  foreign key (authority_id, outbox_id) references outbox_message (authority_id, id)
);
create index outbox_item_message on outbox_item (authority_id, outbox_id, id);
create index outbox_item_subject on outbox_item (authority_id, subject_kind, subject_id, id desc);
grant select, insert, update on outbox_message, outbox_item to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;

-- Kinds of messages that a reader does not want; legal notices are sent whatever stands here.
create table mail_preference (
  authority_id bigint not null references authority (id),
  recipient_kind text not null check (recipient_kind in ('petitioner', 'account', 'follower')),
  recipient_id bigint not null,
  kind text not null,
  off boolean not null,
  changed_at timestamptz not null,
  primary key (authority_id, recipient_kind, recipient_id, kind)
);
grant select, insert, update on mail_preference to doi_thoai;
