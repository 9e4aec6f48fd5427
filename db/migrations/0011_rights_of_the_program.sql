-- The running program may add to the log and read it, never rewrite it.
do $$
begin
  if not exists (select from pg_roles where rolname = 'doi_thoai') then
    create role doi_thoai nologin;
  end if;
end $$;
grant usage on schema public to doi_thoai;
grant select, insert, update, delete on all tables in schema public to doi_thoai;
grant usage, select on all sequences in schema public to doi_thoai;
revoke update, delete on change_log, change_log_seal from doi_thoai;
revoke update on change_log_personal from doi_thoai;
