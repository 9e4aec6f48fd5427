-- Which keys of the installation its links were made of, told by their fingerprints; the newest is the one in use. A start
-- with another key is noticed: addresses sent out before are dead then.
create table installation_key_use (
  fingerprint text primary key,
  in_use_since timestamptz not null
);
grant select, insert, update on installation_key_use to doi_thoai;
