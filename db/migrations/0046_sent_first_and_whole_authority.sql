-- The list of what goes out shows the newest by when it was sent; by its number the primary key finds it already.
drop index outbox_newest;
create index outbox_shown on outbox_message (authority_id, (coalesce(settled_at, created_at)) desc, id desc);

-- Somebody follows one published thing, or (null) everything an authority publishes.
alter table following alter column publication_id drop not null;
create unique index following_whole on following (authority_id, follower_id) where publication_id is null;
