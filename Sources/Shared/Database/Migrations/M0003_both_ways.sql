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

-- The contacts and deals of an activity, as each system gave them at the last look (R21).
ALTER TABLE link ADD COLUMN system text NOT NULL DEFAULT 'hubspot' CHECK (system IN ('hubspot', 'artis'));
ALTER TABLE link RENAME COLUMN hubspot_id TO external_id;
ALTER TABLE link DROP CONSTRAINT link_pkey;
ALTER TABLE link ADD PRIMARY KEY (activity_id, kind, system, external_id);
DROP INDEX link_target;
CREATE INDEX link_target ON link (kind, system, external_id);

-- A listing of artis under way: what it has shown so far, so that what it does not show is found (R29, CURSEUR_PERIME).
CREATE UNLOGGED TABLE listed (
    collection text NOT NULL,
    artis_id text NOT NULL,
    PRIMARY KEY (collection, artis_id)
);
