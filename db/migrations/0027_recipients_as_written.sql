-- How an addressee stands on the paper: what follows its name in brackets (để b/c), and whether it is the one written to
-- (Kính gửi), whom “Nơi nhận” names only by “Như trên”.
alter table paper_recipient
  add column remark text not null default '',
  add column written_to boolean not null default false;
