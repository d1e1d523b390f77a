-- The fleet's pace towards HubSpot (architecture.md, "The limiter"; R22, R23): a token bucket of capacity one, because
-- only a burst of one keeps every window at full use. The server's clock is the only clock.

CREATE TABLE rate_limit (
    name text PRIMARY KEY CHECK (name IN ('main', 'search')),
    spacing interval NOT NULL,
    -- The last permit plus the spacing.
    next_at timestamptz NOT NULL DEFAULT '-infinity',
    -- A 429 keeps everyone still until then.
    closed_until timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO rate_limit (name, spacing) VALUES ('main', '500 ms'), ('search', '250 ms');

-- The daily quota, as HubSpot's headers tell it. One row.
CREATE TABLE rate_quota (
    id boolean PRIMARY KEY DEFAULT true CHECK (id),
    zone text NOT NULL DEFAULT 'UTC',
    reserve_calls integer NOT NULL DEFAULT 0,
    reserve_percent numeric NOT NULL DEFAULT 5,
    quota integer,
    remaining integer,
    -- When the call was made whose answer told them.
    asked_at timestamptz NOT NULL DEFAULT '-infinity',
    closed_at timestamptz NOT NULL DEFAULT '-infinity',
    closed_until timestamptz NOT NULL DEFAULT '-infinity',
    closed_by text NOT NULL DEFAULT 'daily_quota' CHECK (closed_by IN ('daily_quota', 'penalty')),
    -- While closed, one call an hour asks whether it still is.
    probe_at timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO rate_quota DEFAULT VALUES;

-- The last permits, for the dashboard's time line and for whoever checks the pace: a ring, so that it never grows.
CREATE SEQUENCE rate_stamp_slot MINVALUE 0 START 0 MAXVALUE 16383 CYCLE;
CREATE TABLE rate_stamp (
    slot integer PRIMARY KEY,
    granted_at timestamptz NOT NULL,
    purpose text NOT NULL,
    lane text NOT NULL,
    search boolean NOT NULL,
    waited_ms integer NOT NULL
) WITH (fillfactor = 50);

-- Calls by day of the account and purpose.
CREATE TABLE rate_count (
    day date NOT NULL,
    purpose text NOT NULL,
    calls bigint NOT NULL,
    PRIMARY KEY (day, purpose)
) WITH (fillfactor = 50);

CREATE FUNCTION account_day(at timestamptz) RETURNS date LANGUAGE sql AS
$$ SELECT (at AT TIME ZONE zone)::date FROM rate_quota $$;

-- The next midnight where the account is.
CREATE FUNCTION account_midnight(at timestamptz) RETURNS timestamptz LANGUAGE sql AS
$$ SELECT ((at AT TIME ZONE zone)::date + 1)::timestamp AT TIME ZONE zone FROM rate_quota $$;

-- Stands in line for a limit: 1 backfill, 2 search, 3 main, always in this order. First come, first served, which a row
-- lock is not; the lock goes with the transaction, however that ends. False when patience ends first.
CREATE FUNCTION stand_in_line(which integer, until timestamptz) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('lock_timeout',
        greatest(1, ceil(extract(epoch FROM until - clock_timestamp()) * 1000))::bigint::text, true);
    PERFORM pg_advisory_xact_lock(7242, which);
    PERFORM set_config('lock_timeout', '2000', true);
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $$;

-- How many stand at a limit, the one whose turn it is included.
CREATE FUNCTION line_length(which integer) RETURNS bigint LANGUAGE sql AS $$
    SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7242 AND objid = which AND objsubid = 2
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
$$;

-- When the next call may be made, and what keeps it until then. A clock that was put back delays nobody by more than
-- the spacing.
CREATE FUNCTION permit_due(only_search boolean, OUT due timestamptz, OUT reason text) LANGUAGE sql AS $$
    SELECT at, why FROM (
        SELECT least(next_at, clock_timestamp() + spacing), 'queue' FROM rate_limit WHERE (name = 'search') = only_search
        UNION ALL
        SELECT closed_until, 'penalty' FROM rate_limit WHERE (name = 'search') = only_search
        UNION ALL
        SELECT least(probe_at, closed_until), closed_by FROM rate_quota WHERE closed_until > clock_timestamp()
    ) AS reasons (at, why) ORDER BY at DESC LIMIT 1
$$;

-- Sleeps until a call may be made, and looks every second whether that has moved: a penalty, another pace. Null when it
-- may, else the reason that lasts longer than the caller stands.
CREATE FUNCTION await_turn(only_search boolean, until timestamptz, OUT refused_by text, OUT not_before timestamptz)
LANGUAGE plpgsql AS $$
DECLARE
    reason text;
BEGIN
    LOOP
        SELECT * FROM permit_due(only_search) INTO not_before, reason;
        IF not_before > until THEN refused_by := reason; RETURN; END IF;
        EXIT WHEN not_before <= clock_timestamp();
        PERFORM pg_sleep(least(1, extract(epoch FROM not_before - clock_timestamp())));
    END LOOP;
END $$;

-- The one call: waits for the turn and stamps it. verdict is 'granted', or why not ('queue', 'penalty', 'daily_quota')
-- with the moment to come back. The permit counts once the transaction is committed.
CREATE FUNCTION take_permit(
    for_purpose text, in_lane text, is_search boolean, patience_ms bigint,
    OUT verdict text, OUT not_before timestamptz, OUT granted_at timestamptz, OUT waited_ms integer
) LANGUAGE plpgsql AS $$
DECLARE
    started constant timestamptz := clock_timestamp();
    until constant timestamptz := started + patience_ms * interval '1 ms';
    pace constant interval := spacing FROM rate_limit WHERE name = 'main';
BEGIN
    waited_ms := 0;
    -- Who can be told at once stands in no line.
    IF is_search THEN
        SELECT * FROM permit_due(true) INTO not_before, verdict;
        IF not_before > until THEN RETURN; END IF;
    END IF;
    SELECT * FROM permit_due(false) INTO not_before, verdict;
    IF not_before > until THEN RETURN; END IF;
    verdict := 'queue';
    not_before := greatest(not_before, started) + line_length(3) * pace;
    IF not_before > until THEN RETURN; END IF;

    IF in_lane = 'backfill' AND NOT stand_in_line(1, until) THEN not_before := until + pace; RETURN; END IF;
    IF is_search THEN
        IF NOT stand_in_line(2, until) THEN not_before := until + pace; RETURN; END IF;
        SELECT * FROM await_turn(true, until) INTO verdict, not_before;
        IF verdict IS NOT NULL THEN RETURN; END IF;
    END IF;
    IF NOT stand_in_line(3, until) THEN verdict := 'queue'; not_before := until + pace; RETURN; END IF;
    SELECT * FROM await_turn(false, until) INTO verdict, not_before;
    IF verdict IS NOT NULL THEN RETURN; END IF;

    verdict := 'granted';
    granted_at := clock_timestamp();
    not_before := NULL;
    waited_ms := extract(epoch FROM granted_at - started) * 1000;
    PERFORM stamp_permit(for_purpose, in_lane, is_search, granted_at, waited_ms);
END $$;

CREATE FUNCTION stamp_permit(for_purpose text, in_lane text, is_search boolean, at timestamptz, waited integer)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE rate_limit SET next_at = at + spacing WHERE name = 'main' OR is_search;
    UPDATE rate_quota SET probe_at = at + interval '1 hour' WHERE closed_until > at;
    INSERT INTO rate_stamp (slot, granted_at, purpose, lane, search, waited_ms)
        VALUES (nextval('rate_stamp_slot'), at, for_purpose, in_lane, is_search, waited)
        ON CONFLICT (slot) DO UPDATE SET granted_at = excluded.granted_at, purpose = excluded.purpose,
            lane = excluded.lane, search = excluded.search, waited_ms = excluded.waited_ms;
    INSERT INTO rate_count (day, purpose, calls) VALUES (account_day(at), for_purpose, 1)
        ON CONFLICT (day, purpose) DO UPDATE SET calls = rate_count.calls + 1;
END $$;

-- HubSpot answered 429: everyone keeps still for the policy's window.
CREATE FUNCTION penalise(policy text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    at constant timestamptz := clock_timestamp();
BEGIN
    CASE policy
    WHEN 'SECONDLY' THEN
        UPDATE rate_limit SET closed_until = greatest(closed_until, at + interval '1 s') WHERE name = 'search';
    WHEN 'DAILY' THEN
        UPDATE rate_quota SET closed_at = at, closed_until = account_midnight(at), closed_by = 'penalty',
            probe_at = at + interval '1 hour';
    ELSE
        UPDATE rate_limit SET closed_until = greatest(closed_until, at + interval '10 s') WHERE name = 'main';
    END CASE;
END $$;

-- What the headers of an answer told of the day's quota. An answer to a call of yesterday says nothing of today; nor is
-- a used-up quota believed in the first five minutes of a day, when the vendor's counter may lag behind midnight.
CREATE FUNCTION note_quota(now_remaining integer, now_quota integer, call_at timestamptz)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    at constant timestamptz := clock_timestamp();
    enough boolean;
BEGIN
    IF account_day(call_at) <> account_day(at) THEN RETURN; END IF;
    SELECT now_remaining > greatest(reserve_calls, ceil(now_quota * reserve_percent / 100)) FROM rate_quota INTO enough;
    IF NOT enough AND account_day(at - interval '5 minutes') <> account_day(at) THEN RETURN; END IF;
    UPDATE rate_quota SET remaining = now_remaining, quota = now_quota, asked_at = call_at WHERE asked_at <= call_at;
    IF NOT FOUND THEN RETURN; END IF;
    IF enough THEN
        UPDATE rate_quota SET closed_until = '-infinity' WHERE closed_until > at AND closed_at < call_at;
    ELSE
        UPDATE rate_quota SET closed_at = at, closed_until = account_midnight(at), closed_by = 'daily_quota',
            probe_at = at + interval '1 hour' WHERE closed_until <= at;
    END IF;
END $$;

-- Puts the pace in force, for calls that already wait too. Writes only what changed.
CREATE FUNCTION set_pace(
    delay_ms integer, window_max integer, search_per_second integer,
    new_reserve_calls integer, new_reserve_percent numeric, new_zone text
) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    -- n calls fit into any ten seconds when they are ten seconds / (n - 1) apart, rounded up.
    windowed constant interval := ceil(10000000.0 / greatest(window_max - 1, 1)) * interval '1 microsecond';
    main constant interval := greatest(delay_ms * interval '1 ms', windowed);
    searching constant interval := ceil(1000000.0 / greatest(search_per_second, 1)) * interval '1 microsecond';
BEGIN
    UPDATE rate_limit SET next_at = next_at + (main - spacing), spacing = main
        WHERE name = 'main' AND spacing <> main;
    UPDATE rate_limit SET next_at = next_at + (searching - spacing), spacing = searching
        WHERE name = 'search' AND spacing <> searching;
    -- Closed by another reserve: the next answer's headers decide again.
    UPDATE rate_quota SET reserve_calls = new_reserve_calls, reserve_percent = new_reserve_percent,
        closed_until = CASE closed_by WHEN 'daily_quota' THEN '-infinity' ELSE closed_until END
        WHERE (reserve_calls, reserve_percent) IS DISTINCT FROM (new_reserve_calls, new_reserve_percent);
    -- AT TIME ZONE refuses a zone that does not exist.
    UPDATE rate_quota SET zone = new_zone WHERE zone <> new_zone AND clock_timestamp() AT TIME ZONE new_zone IS NOT NULL;
END $$;
