-- The tables of the fleet (architecture.md, "PostgreSQL"). Names are the words of rules.md.

-- One entity as both systems know it.
CREATE TABLE pair (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('company', 'deal', 'contact', 'call', 'meeting', 'email')),
    hubspot_id text,
    artis_id text,
    -- The company that a dependant hangs on; null for companies and for dependants of none.
    company_id bigint REFERENCES pair,
    -- The last decision. While wanted > applied people are shown 'pending' (view standing).
    state text NOT NULL DEFAULT 'pending'
        CHECK (state IN ('synced', 'pending', 'waiting', 'not_eligible', 'blocked', 'retrying', 'failed', 'stopped')),
    reason text,
    detail text,
    warnings jsonb NOT NULL DEFAULT '[]',
    since timestamptz NOT NULL DEFAULT now(),
    created_at timestamptz NOT NULL DEFAULT now(),
    -- Set by the commit of the first sync, never cleared.
    latched_at timestamptz,
    -- How many changes were told, and up to which of them the two systems were looked at.
    wanted bigint NOT NULL DEFAULT 0,
    applied bigint NOT NULL DEFAULT 0 CHECK (applied <= wanted),
    hinted_at timestamptz NOT NULL DEFAULT now(),
    -- The values last synced, as each side gave them: {"hubspot": {...}, "artis": {...}} (R24).
    snapshot jsonb,
    hubspot_modified timestamptz,
    -- The youngest modified date that a poll has told; an older one tells nothing new.
    hubspot_told timestamptz,
    artis_version bigint,
    -- The triggers last seen, and when (R8).
    looked_at timestamptz,
    box boolean,
    stage text,
    -- The SIRET that this company holds or is about to write: one holder (R6).
    siret text,
    -- What existed before the company opened is still to be found, in this lane (R13).
    discovery text CHECK (discovery IN ('live', 'backfill')),
    attempts integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    -- One writer at a time; the term grows with every lease and fences late writers.
    lease_owner text,
    lease_term bigint NOT NULL DEFAULT 0,
    lease_until timestamptz,
    -- How many workers died or froze while they held the lease, since the last answer.
    crashes integer NOT NULL DEFAULT 0,
    CHECK (hubspot_id IS NOT NULL OR artis_id IS NOT NULL),
    CHECK (siret IS NULL OR kind = 'company'),
    CHECK ((company_id IS NULL) OR kind <> 'company')
);

CREATE UNIQUE INDEX pair_hubspot ON pair (kind, hubspot_id) WHERE hubspot_id IS NOT NULL;
CREATE UNIQUE INDEX pair_artis ON pair (kind, artis_id) WHERE artis_id IS NOT NULL;
CREATE UNIQUE INDEX pair_siret ON pair (siret) WHERE siret IS NOT NULL;
CREATE INDEX pair_waiting ON pair (company_id) WHERE state = 'waiting';
CREATE INDEX pair_company ON pair (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX pair_unanswered ON pair (hinted_at) WHERE wanted > applied;
CREATE INDEX pair_discovery ON pair (id) WHERE discovery IS NOT NULL;
CREATE INDEX pair_reason ON pair (reason) WHERE reason IS NOT NULL;

-- A pair as people see it: work queued or under way is pending, whatever was decided last.
CREATE VIEW standing AS
SELECT
    pair.*,
    CASE WHEN wanted > applied AND state <> 'retrying' THEN 'pending' ELSE state END AS shown_state,
    CASE WHEN wanted > applied AND state <> 'retrying' THEN NULL ELSE reason END AS shown_reason,
    CASE WHEN wanted > applied AND state <> 'retrying' THEN hinted_at ELSE since END AS shown_since,
    latched_at IS NOT NULL AND state <> 'stopped' AS open
FROM pair;

-- The contacts and deals that HubSpot associates with an activity, synced or not (R21).
CREATE TABLE link (
    activity_id bigint NOT NULL REFERENCES pair ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('deal', 'contact')),
    hubspot_id text NOT NULL,
    PRIMARY KEY (activity_id, kind, hubspot_id)
);
CREATE INDEX link_target ON link (kind, hubspot_id);

-- The normalised SIRET of every HubSpot company seen, eligible or not (R9).
CREATE TABLE siret (
    hubspot_id text PRIMARY KEY,
    siret text NOT NULL
);
CREATE INDEX siret_value ON siret (siret);

-- Hints on their way to the broker: one row per pair and lane. A row leaves when its very version was confirmed.
CREATE TABLE outbox (
    pair_id bigint NOT NULL REFERENCES pair ON DELETE CASCADE,
    lane text NOT NULL CHECK (lane IN ('live', 'backfill')),
    ver bigint NOT NULL DEFAULT 1,
    -- Not before this moment: a retry, or the end of somebody's lease.
    due_at timestamptz NOT NULL DEFAULT now(),
    -- A relay is publishing it; it is anyone's again afterwards.
    claimed_until timestamptz,
    trace text,
    PRIMARY KEY (pair_id, lane)
);
CREATE INDEX outbox_due ON outbox (due_at);

-- What all workers need and one fetches: owners, stages, labels, tables, parameters, account.
CREATE TABLE reference (
    key text PRIMARY KEY,
    value jsonb,
    fetched_at timestamptz,
    -- An unknown value was met: fetch again before the usual time.
    wanted_at timestamptz,
    -- Somebody is fetching it: one for the whole fleet.
    claimed_until timestamptz
);

CREATE TABLE cursor (
    name text PRIMARY KEY,
    value jsonb NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now()
);

-- Work that one process of the fleet does at a time (polling, sweeping), and who does it until when.
CREATE TABLE duty (
    name text PRIMARY KEY,
    owner text NOT NULL,
    until timestamptz NOT NULL
);

-- What was changed, where, by which cause; bounded by age.
CREATE TABLE journal (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    pair_id bigint REFERENCES pair ON DELETE CASCADE,
    event text NOT NULL,
    system text,
    -- Ids, field names and reasons; never a value of a record.
    detail text,
    trace text
);
CREATE INDEX journal_pair ON journal (pair_id, id);
CREATE INDEX journal_at ON journal (at);

CREATE TABLE conflict (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    pair_id bigint NOT NULL REFERENCES pair ON DELETE CASCADE,
    field text NOT NULL,
    hubspot_value text,
    artis_value text,
    winner text NOT NULL CHECK (winner IN ('hubspot', 'artis')),
    cause text NOT NULL
);
CREATE INDEX conflict_pair ON conflict (pair_id, id);

CREATE TABLE dead_letter (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stored_at timestamptz NOT NULL DEFAULT now(),
    queue text NOT NULL,
    reason text NOT NULL,
    kind text,
    hubspot_id text,
    artis_id text,
    pair_id bigint REFERENCES pair ON DELETE SET NULL,
    deaths bigint NOT NULL DEFAULT 1,
    first_death timestamptz NOT NULL DEFAULT now(),
    payload bytea NOT NULL
);

CREATE TABLE worker (
    id text PRIMARY KEY,
    program text NOT NULL,
    host text NOT NULL,
    pid integer NOT NULL,
    version text NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    -- Messages taken from the queues and not settled yet.
    held integer NOT NULL DEFAULT 0,
    work text
);

-- Kinds that an operator has paused.
CREATE TABLE control (
    kind text PRIMARY KEY,
    paused_at timestamptz NOT NULL DEFAULT now(),
    paused_by text NOT NULL
);

CREATE TABLE operator_action (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    operator text NOT NULL,
    action text NOT NULL,
    detail text
);

-- One breaker per system: while it is open one caller at a time probes, and nobody's attempts are spent.
CREATE TABLE breaker (
    system text PRIMARY KEY CHECK (system IN ('hubspot', 'artis')),
    failures integer NOT NULL DEFAULT 0,
    opened_at timestamptz,
    probe_at timestamptz,
    cause text
);
INSERT INTO breaker (system) VALUES ('hubspot'), ('artis');

-- Things counted for people, such as the sweeper's repairs: each means a bug.
CREATE TABLE counter (
    name text PRIMARY KEY,
    value bigint NOT NULL DEFAULT 0
);
