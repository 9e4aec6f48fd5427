-- What petitions say, by pairs of neighbouring syllables without diacritics: a Vietnamese word is mostly two of them. The
-- cases a suggestion rests on are found by it; nothing leaves the database.
create function syllable_pairs(said text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct w[i] || '_' || w[i + 1]), '{}')
  from (select regexp_split_to_array(trim(regexp_replace(public.fold(said), '[^[:alnum:]]+', ' ', 'g')), ' ') as w) words,
    generate_subscripts(w, 1) as i
  where i < array_length(w, 1)
$$;
create index petition_pairs on petition using gin (authority_id, syllable_pairs(content));
