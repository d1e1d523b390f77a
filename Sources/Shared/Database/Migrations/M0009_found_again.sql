-- Names are found by the words that people type. PostgreSQL's parser keeps what looks like a number, a host or a path in
-- one piece ('-015', 'booking.com', 'dupont/martin'), so punctuation is blanks before it looks; but for : * and &, which it
-- never keeps and which queries are written with. Case and accents count for nothing, however they are encoded.
DROP INDEX pair_words;

CREATE OR REPLACE FUNCTION folded(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(
        replace(replace(
            translate(lower(value),
                'àáâãäåçèéêëìíîïñòóôõöùúûüýÿ' || E'\u0300\u0301\u0302\u0303\u0308\u030A\u0327', 'aaaaaaceeeeiiiinooooouuuuyy'),
            'œ', 'oe'), 'æ', 'ae'),
        '[!-%''()+-/;-@\[-`{-~’‘“”«»–—‑…·•°€\u00A0\u2009\u202F]+', ' ', 'g')
$$;

CREATE INDEX pair_words ON pair USING gin (to_tsvector('simple', coalesce(folded(record_name(kind, snapshot, called)), '')));

-- The few that are not synced, by where they stand and why, in the order of the lists.
CREATE INDEX pair_standing ON pair (state, reason, id) WHERE state <> 'synced';

-- Linked companies whose new SIRET was not carried over (R7): they wake with the company that held it.
CREATE INDEX pair_siret_not_carried ON pair (id) WHERE warnings @> '[{"code": "SIRET_NOT_CARRIED"}]';

-- What the sweeper repaired is rare, and asked for by itself.
CREATE INDEX journal_repaired ON journal (id) WHERE event = 'repaired';
