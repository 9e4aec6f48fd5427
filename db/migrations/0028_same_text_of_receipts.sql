-- The same text sent by many is found again, whatever signs and spaces it was typed with.
alter table submission_receipt add column text_hash text not null default '';
create index submission_receipt_text on submission_receipt (authority_id, text_hash, received_at);
