-- Search without diacritics over what the search page finds beside petitions (which have their own index of words).
create index dialogue_folded on dialogue using gin (authority_id, fold(title || ' ' || topic || ' ' || venue) gin_trgm_ops);
create index paper_folded on paper using gin (authority_id, fold(title || ' ' || coalesce(number, '')) gin_trgm_ops);
create index person_folded on person using gin (authority_id, fold(full_name) gin_trgm_ops);
create index post_folded on post using gin (authority_id, fold(title) gin_trgm_ops);
create index post_holding_person on post_holding (authority_id, person_id);
create index post_holding_post on post_holding (authority_id, post_id);

-- What is done, the newest first.
create index deadline_met on deadline (authority_id, met_on desc, id desc) where state = 'met';
