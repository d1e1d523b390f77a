-- What a record that has never been synced is called: {"name": ..., "email": ...}. Emptied by its first sync, whose values
-- tell from then on, and by whatever erases those.
ALTER TABLE pair ADD COLUMN called jsonb;

DROP VIEW standing;
CREATE VIEW standing AS
SELECT
    pair.*,
    CASE WHEN wanted > applied AND state <> 'retrying' THEN 'pending' ELSE state END AS shown_state,
    CASE WHEN wanted > applied AND state <> 'retrying' THEN NULL ELSE reason END AS shown_reason,
    CASE WHEN wanted > applied AND state <> 'retrying' THEN hinted_at ELSE since END AS shown_since,
    latched_at IS NOT NULL AND state <> 'stopped' AS open
FROM pair;

-- What a record is called, as last synced, else as last read.
CREATE FUNCTION record_name(kind text, snapshot jsonb, called jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(record_name(kind, snapshot), called ->> 'name')
$$;

DROP INDEX pair_words;
CREATE INDEX pair_words ON pair USING gin (to_tsvector('simple', coalesce(folded(record_name(kind, snapshot, called)), '')));
CREATE INDEX pair_called_mail ON pair ((called ->> 'email')) WHERE kind = 'contact';
