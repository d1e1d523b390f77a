-- What a joined pair lets go of wakes whom it had kept out.

-- Wakes companies that were blocked because another held one of these SIRETs, once nobody holds it any more (R6).
-- Returns them.
CREATE FUNCTION retry_duplicates(released text[], in_lane text) RETURNS SETOF bigint LANGUAGE sql AS $$
    WITH blocked AS (
        SELECT pair.id FROM pair LEFT JOIN siret ON siret.hubspot_id = pair.hubspot_id
        WHERE pair.kind = 'company' AND pair.reason = 'SIRET_DUPLICATE'
            -- What only artis knows is in no table of SIRETs: a look at it costs no call to HubSpot.
            AND (pair.hubspot_id IS NULL OR (siret.siret = ANY (released)
                AND NOT EXISTS (SELECT FROM pair holder WHERE holder.siret = siret.siret)))
        ORDER BY pair.id FOR NO KEY UPDATE OF pair
    ), wanted AS (
        UPDATE pair SET wanted = wanted + 1, hinted_at = now() FROM blocked WHERE pair.id = blocked.id
        RETURNING pair.id
    ), hinted AS (
        INSERT INTO outbox (pair_id, lane) SELECT id, in_lane FROM wanted ORDER BY id
        ON CONFLICT (pair_id, lane) DO UPDATE
            SET ver = outbox.ver + 1, due_at = least(outbox.due_at, now()), claimed_until = NULL
    )
    SELECT id FROM wanted
$$;

-- Two halves of one (architecture.md): a row that only HubSpot knows and one that only artis knows prove to be one
-- entity. The older row is kept, with both ids and all that hung on either, and is looked at anew; both terms count no
-- more. Where they held two SIRETs, that of artis counts, and whoever HubSpot's has kept out is woken (R6). Returns the
-- row that is kept; null when they are no halves (any more), and nothing was done.
CREATE OR REPLACE FUNCTION join_halves(one bigint, other bigint, in_lane text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    older pair;
    younger pair;
    hubspot pair;
    artis pair;
BEGIN
    PERFORM FROM pair WHERE id IN (one, other) ORDER BY id FOR UPDATE;
    SELECT * INTO older FROM pair WHERE id = least(one, other);
    SELECT * INTO younger FROM pair WHERE id = greatest(one, other);
    IF one = other OR older.id IS NULL OR younger.id IS NULL OR older.collection <> younger.collection THEN
        RETURN NULL;
    END IF;
    IF older.artis_id IS NULL AND younger.hubspot_id IS NULL THEN
        hubspot := older;
        artis := younger;
    ELSIF older.hubspot_id IS NULL AND younger.artis_id IS NULL THEN
        hubspot := younger;
        artis := older;
    ELSE
        RETURN NULL;
    END IF;
    PERFORM absorb_pair(older.id, younger.id);
    UPDATE pair SET
        kind = hubspot.kind, hubspot_id = hubspot.hubspot_id, artis_id = artis.artis_id,
        company_id = coalesce(artis.company_id, hubspot.company_id),
        state = 'pending', reason = NULL, detail = NULL, warnings = '[]', since = now(),
        snapshot = coalesce(artis.snapshot, hubspot.snapshot),
        latched_at = coalesce(artis.latched_at, hubspot.latched_at),
        -- A pair that had opened with another record of HubSpot's has not seen what hangs on this one.
        discovery = CASE WHEN artis.kind = 'company' AND artis.latched_at IS NOT NULL THEN in_lane
            ELSE coalesce(hubspot.discovery, artis.discovery) END,
        hubspot_modified = hubspot.hubspot_modified, hubspot_told = hubspot.hubspot_told,
        looked_at = hubspot.looked_at, box = hubspot.box, stage = hubspot.stage,
        artis_version = artis.artis_version, artis_told = artis.artis_told,
        siret = coalesce(artis.siret, hubspot.siret), creating_at = NULL,
        -- A merge that was told of HubSpot's record, and not followed yet, is still to be followed.
        merged_into = hubspot.merged_into, merge_loser = hubspot.merge_loser,
        lease_term = greatest(hubspot.lease_term, artis.lease_term)
    WHERE id = older.id;
    PERFORM want_anew(older.id, in_lane);
    IF hubspot.siret <> artis.siret THEN
        PERFORM retry_duplicates(ARRAY[hubspot.siret], in_lane);
    END IF;
    RETURN older.id;
END $$;
