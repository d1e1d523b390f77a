-- Both ways: what is born or changed in artis.net, and what only an event tells.

ALTER TABLE pair
    -- The collection of artis.net; its ids are unique within one, and the three kinds of activity share one.
    ADD COLUMN collection text GENERATED ALWAYS AS (
        CASE kind WHEN 'company' THEN 'tiers' WHEN 'deal' THEN 'affaires' WHEN 'contact' THEN 'interlocuteurs'
            ELSE 'actions' END) STORED,
    -- The youngest version that the feed of artis has told; an older one tells nothing new.
    ADD COLUMN artis_told bigint,
    -- The values that are being written to HubSpot: told back, they are no news (R25).
    ADD COLUMN echo jsonb,
    -- A creation in HubSpot was begun, and its outcome is not known yet (invariant 8).
    ADD COLUMN creating_at timestamptz,
    -- HubSpot's record lives on as this one, as a merge told; and whether this pair goes with it or stops (R26).
    ADD COLUMN merged_into text,
    ADD COLUMN merge_loser boolean NOT NULL DEFAULT false;

DROP INDEX pair_artis;
CREATE UNIQUE INDEX pair_artis ON pair (collection, artis_id) WHERE artis_id IS NOT NULL;
CREATE INDEX pair_merged ON pair (kind, merged_into) WHERE merged_into IS NOT NULL;

-- The contacts and deals of an activity, as each system gave them at the last look (R21).
ALTER TABLE link ADD COLUMN system text NOT NULL DEFAULT 'hubspot' CHECK (system IN ('hubspot', 'artis'));
ALTER TABLE link RENAME COLUMN hubspot_id TO external_id;
ALTER TABLE link DROP CONSTRAINT link_pkey;
ALTER TABLE link ADD PRIMARY KEY (activity_id, kind, system, external_id);
DROP INDEX link_target;
CREATE INDEX link_target ON link (kind, system, external_id);
-- What was linked in HubSpot and synced stands in artis too.
INSERT INTO link (activity_id, kind, system, external_id)
SELECT activity.id, link.kind, 'artis', target.artis_id FROM link
JOIN pair activity ON activity.id = link.activity_id AND activity.state = 'synced'
JOIN pair target ON target.kind = link.kind AND target.hubspot_id = link.external_id
WHERE target.latched_at IS NOT NULL AND target.artis_id IS NOT NULL;

-- A listing of artis under way: what it has shown so far, so that what it does not show is found (R29, CURSEUR_PERIME).
CREATE UNLOGGED TABLE listed (
    collection text NOT NULL,
    artis_id text NOT NULL,
    PRIMARY KEY (collection, artis_id)
);

-- Moves what hangs on, or is told of, one row to another that stands for the same entity, and deletes the row.
-- Both are locked by the caller.
CREATE FUNCTION absorb_pair(kept bigint, gone bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE pair SET company_id = kept WHERE company_id = gone;
    UPDATE link SET activity_id = kept WHERE activity_id = gone AND NOT EXISTS (
        SELECT FROM link same WHERE same.activity_id = kept
            AND (same.kind, same.system, same.external_id) = (link.kind, link.system, link.external_id));
    UPDATE journal SET pair_id = kept WHERE pair_id = gone;
    UPDATE conflict SET pair_id = kept WHERE pair_id = gone;
    UPDATE dead_letter SET pair_id = kept WHERE pair_id = gone;
    DELETE FROM pair WHERE id = gone;
END $$;

-- Absorbs a row that was made of an id which a settled pair has just got, if it is still a half and the pair is still
-- leased under this term. Returns whether it was told of more than its birth; null when nothing was done.
CREATE FUNCTION absorb_half(kept bigint, gone bigint, term bigint) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    half pair;
BEGIN
    PERFORM FROM pair WHERE id IN (kept, gone) ORDER BY id FOR UPDATE;
    SELECT * INTO half FROM pair WHERE id = gone;
    IF half.id IS NULL OR (half.hubspot_id IS NULL) = (half.artis_id IS NULL)
        OR NOT EXISTS (SELECT FROM pair WHERE id = kept AND lease_term = term AND lease_until IS NOT NULL)
    THEN
        RETURN NULL;
    END IF;
    PERFORM absorb_pair(kept, gone);
    RETURN half.wanted > 1;
END $$;

-- Queues one more look at a pair; nobody's lease of it counts any more.
CREATE FUNCTION want_anew(which bigint, in_lane text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE pair SET
        wanted = wanted + 1, hinted_at = now(), attempts = 0, next_attempt_at = NULL, lease_term = lease_term + 1,
        lease_owner = NULL, lease_until = NULL, crashes = 0, echo = NULL
    WHERE id = which;
    INSERT INTO outbox (pair_id, lane) VALUES (which, in_lane)
    ON CONFLICT (pair_id, lane) DO UPDATE
        SET ver = outbox.ver + 1, due_at = least(outbox.due_at, now()), claimed_until = NULL;
END $$;

-- Two halves of one (architecture.md): a row that only HubSpot knows and one that only artis knows prove to be one
-- entity. The older row is kept, with both ids and all that hung on either, and is looked at anew; both terms count no
-- more. Returns the row that is kept; null when they are no halves (any more), and nothing was done.
CREATE FUNCTION join_halves(one bigint, other bigint, in_lane text) RETURNS bigint LANGUAGE plpgsql AS $$
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
    RETURN older.id;
END $$;

-- R26: a stopped pair gives up the record that is gone, and the newcomer takes its place beside the other system's
-- record. What was last synced says nothing of the newcomer: it is linked for the first time. Where the newcomer is no
-- half (any more), nothing is done.
CREATE FUNCTION take_over(stopped bigint, newcomer bigint, in_lane text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    gone pair;
    fresh pair;
BEGIN
    PERFORM FROM pair WHERE id IN (stopped, newcomer) ORDER BY id FOR UPDATE;
    SELECT * INTO gone FROM pair WHERE id = stopped AND state = 'stopped' AND hubspot_id IS NOT NULL AND artis_id IS NOT NULL;
    SELECT * INTO fresh FROM pair WHERE id = newcomer AND id <> stopped;
    IF gone.id IS NULL OR fresh.id IS NULL OR gone.collection <> fresh.collection THEN RETURN NULL; END IF;
    IF gone.reason = 'DELETED_IN_ARTIS' THEN
        IF fresh.hubspot_id IS NOT NULL THEN RETURN NULL; END IF;
        UPDATE pair SET artis_id = NULL, artis_version = NULL, artis_told = NULL, snapshot = NULL WHERE id = stopped;
    ELSE
        IF fresh.artis_id IS NOT NULL THEN RETURN NULL; END IF;
        UPDATE pair SET hubspot_id = NULL, hubspot_modified = NULL, hubspot_told = NULL, snapshot = NULL
        WHERE id = stopped;
    END IF;
    RETURN join_halves(stopped, newcomer, in_lane);
END $$;

-- The pair that stands for the record that another's was merged into: the survivor's own if it is linked; else, of a merge
-- that made a new record, the linked one that goes along; else the survivor's own.
CREATE FUNCTION survivor_pair(lost pair) RETURNS bigint LANGUAGE sql AS $$
    SELECT id FROM pair
    WHERE kind = lost.kind AND id <> lost.id AND (hubspot_id = lost.merged_into
        OR (lost.merge_loser AND merged_into = lost.merged_into AND NOT merge_loser AND artis_id IS NOT NULL))
    ORDER BY artis_id IS NULL, hubspot_id IS DISTINCT FROM lost.merged_into LIMIT 1
$$;

-- R26: moves pairs whose record was merged away to the record that survives, or stops them where it has a pair of its
-- own. Returns the SIRET that was let go, if any, and the pair that now stands for the survivor.
CREATE FUNCTION follow_merge(
    which bigint, in_lane text, OUT heir_id bigint, OUT released text, OUT stopped boolean
) LANGUAGE plpgsql AS $$
DECLARE
    lost pair;
    heir pair;
    seen bigint;
    moved bigint;
BEGIN
    stopped := false;
    LOOP
        SELECT * INTO lost FROM pair WHERE id = which;
        seen := survivor_pair(lost);
        PERFORM FROM pair WHERE id IN (lost.id, seen) ORDER BY id FOR UPDATE;
        -- As they are now that nobody else changes them: the survivor may have been linked, or joined, meanwhile.
        SELECT * INTO lost FROM pair WHERE id = which;
        SELECT * INTO heir FROM pair WHERE id = survivor_pair(lost);
        EXIT WHEN heir.id IS NOT DISTINCT FROM seen;
    END LOOP;
    IF lost.merged_into IS NULL OR (lost.state = 'stopped' AND lost.reason = 'MERGED_IN_HUBSPOT') THEN RETURN; END IF;
    heir_id := coalesce(heir.id, lost.id);
    IF heir.id IS NULL THEN
        UPDATE pair SET
            hubspot_id = merged_into, merged_into = NULL, merge_loser = false, hubspot_modified = NULL,
            hubspot_told = NULL, state = 'pending', reason = NULL, detail = NULL, since = now(),
            discovery = CASE WHEN kind = 'company' AND latched_at IS NOT NULL THEN in_lane ELSE discovery END
        WHERE id = lost.id;
        PERFORM want_anew(lost.id, in_lane);
    ELSIF lost.artis_id IS NOT NULL AND heir.artis_id IS NULL THEN
        UPDATE pair SET hubspot_id = NULL, merged_into = NULL, merge_loser = false WHERE id = lost.id;
        heir_id := join_halves(lost.id, heir.id, in_lane);
    ELSE
        released := lost.siret;
        stopped := true;
        UPDATE pair SET
            state = 'stopped', reason = 'MERGED_IN_HUBSPOT', detail = merged_into, since = now(), siret = NULL,
            applied = wanted, attempts = 0, next_attempt_at = NULL, lease_term = lease_term + 1, lease_owner = NULL,
            lease_until = NULL, crashes = 0, discovery = NULL
        WHERE id = lost.id;
        DELETE FROM outbox WHERE pair_id = lost.id;
        FOR moved IN SELECT id FROM pair WHERE company_id = lost.id ORDER BY id FOR NO KEY UPDATE LOOP
            UPDATE pair SET company_id = heir.id WHERE id = moved;
            PERFORM want_anew(moved, in_lane);
        END LOOP;
        -- Activities that were linked with it are linked with the survivor in HubSpot (R21).
        FOR moved IN SELECT DISTINCT activity_id FROM link
            WHERE kind = lost.kind AND external_id
                = CASE system WHEN 'hubspot' THEN lost.hubspot_id ELSE lost.artis_id END
            ORDER BY activity_id
        LOOP
            PERFORM want_anew(moved, in_lane);
        END LOOP;
    END IF;
END $$;
