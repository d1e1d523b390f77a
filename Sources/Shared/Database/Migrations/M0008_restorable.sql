-- A restore, and PostgreSQL's own maintenance, compute indexes with an empty search path: a function that an index is made
-- of calls no function of ours. What a record is called, as last synced (as `record_name (kind, snapshot)`), else as last
-- read.
CREATE OR REPLACE FUNCTION record_name(kind text, snapshot jsonb, called jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(trim(CASE kind
        WHEN 'company' THEN coalesce(snapshot -> 'hubspot' ->> 'name', snapshot -> 'artis' ->> 'name')
        WHEN 'deal' THEN coalesce(snapshot -> 'hubspot' ->> 'title', snapshot -> 'artis' ->> 'title')
        WHEN 'contact' THEN concat_ws(' ', coalesce(snapshot -> 'hubspot' ->> 'firstName', snapshot -> 'artis' ->> 'firstName'),
            coalesce(snapshot -> 'hubspot' ->> 'lastName', snapshot -> 'artis' ->> 'lastName'))
        ELSE coalesce(snapshot -> 'hubspot' ->> 'subject', snapshot -> 'artis' ->> 'subject') END), ''), called ->> 'name')
$$;
