-- What the dashboard looks for, and who has signed out of it.

-- Letters without case and accents: what people type finds what people wrote.
CREATE FUNCTION folded(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate(lower(value), 'àáâãäåçèéêëìíîïñòóôõöùúûüýÿœæ’', 'aaaaaaceeeeiiiinooooouuuuyyoa''')
$$;

-- What a record is called, as last synced: a company's name, a deal's title, a contact's first and last name, the subject
-- of an activity. Null while nothing is held of it.
CREATE FUNCTION record_name(kind text, snapshot jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT nullif(trim(CASE kind
        WHEN 'company' THEN coalesce(snapshot -> 'hubspot' ->> 'name', snapshot -> 'artis' ->> 'name')
        WHEN 'deal' THEN coalesce(snapshot -> 'hubspot' ->> 'title', snapshot -> 'artis' ->> 'title')
        WHEN 'contact' THEN concat_ws(' ', coalesce(snapshot -> 'hubspot' ->> 'firstName', snapshot -> 'artis' ->> 'firstName'),
            coalesce(snapshot -> 'hubspot' ->> 'lastName', snapshot -> 'artis' ->> 'lastName'))
        ELSE coalesce(snapshot -> 'hubspot' ->> 'subject', snapshot -> 'artis' ->> 'subject') END), '')
$$;

CREATE INDEX pair_words ON pair USING gin (to_tsvector('simple', coalesce(folded(record_name(kind, snapshot)), '')));
CREATE INDEX pair_hubspot_mail ON pair ((snapshot -> 'hubspot' ->> 'email')) WHERE kind = 'contact';
CREATE INDEX pair_artis_mail ON pair ((snapshot -> 'artis' ->> 'email')) WHERE kind = 'contact';

-- Sessions of the dashboard that were signed out of before their time: their cookies count no more, at any replica.
CREATE TABLE ended_session (
    nonce text PRIMARY KEY,
    until timestamptz NOT NULL
);
