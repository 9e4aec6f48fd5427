-- Where an authority puts the tone mark in the program's words on its papers: Ủy or Uỷ, văn hóa or văn hoá.
create table paper_spelling (
  authority_id bigint primary key references authority (id),
  uy text not null check (uy in ('u', 'y')),
  oa text not null check (oa in ('o', 'a')),
  version integer not null default 1
);
grant select, insert, update on paper_spelling to doi_thoai;
