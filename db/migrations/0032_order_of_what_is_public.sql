-- What was published together stands in the order in which it was put down.
drop index public_entry_newest;
create index public_entry_listed on public_entry (authority_id, published_on desc, id);
