-- A petition that went to the body whose it is stands in the conclusion as transferred, not as one to answer later.
alter table conclusion_item drop constraint conclusion_item_disposition_check;
alter table conclusion_item add constraint conclusion_item_disposition_check
  check (disposition in ('answeredAtConference', 'verifyAndReplyLater', 'noteAndReportUp', 'transferred'));

-- The notice in force as it stood when its correction was begun: what a correction that is dropped goes back to.
alter table conclusion_notice add column before_correction jsonb;
