-- Ballots lie in no order: with each one cast all ballots of its survey are written anew in an order drawn, so that their
-- places in the table (and in a backup, which reads it as it lies) and the transaction that wrote them tell nobody's turn.
grant delete on survey_ballot to doi_thoai;
-- Those that are there already are shuffled once.
with taken as (delete from survey_ballot returning authority_id, survey_id, answers, comment)
insert into survey_ballot (authority_id, survey_id, answers, comment)
select authority_id, survey_id, answers, comment from taken order by gen_random_uuid();
