-- What an account wants by e-mail, how far it was told, and the address of its calendar; one row per account that chose.
create table account_mail (
  account_id bigint primary key references account (id),
  digest boolean not null default true,
  -- messages of the program one by one as they come, or only in the digest
  at_once boolean not null default false,
  -- what the secret address of the calendar is derived from; null: there is none
  calendar_nonce text,
  changed_at timestamptz not null
);
-- Up to which message an account of an authority was told by e-mail.
create table account_told (
  authority_id bigint not null references authority (id),
  account_id bigint not null references account (id),
  up_to_id bigint not null,
  primary key (authority_id, account_id)
);
grant select, insert, update on account_mail, account_told to doi_thoai;
