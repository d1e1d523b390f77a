-- A live change overtakes whatever a backfill has queued, at the relay and at the limiter (R23).

-- Whose hint it is, so that the relay finds what goes first by an index, however much is queued behind, and steps over
-- paused kinds without reading their rows.
ALTER TABLE outbox ADD COLUMN kind text;
UPDATE outbox SET kind = pair.kind FROM pair WHERE pair.id = outbox.pair_id;
ALTER TABLE outbox ALTER COLUMN kind SET NOT NULL;

-- Set with every hint: an activity may turn out to be of another kind.
CREATE FUNCTION know_kind_of_hint() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.kind := (SELECT kind FROM pair WHERE id = NEW.pair_id);
    RETURN NEW;
END $$;
CREATE TRIGGER outbox_kind BEFORE INSERT OR UPDATE OF ver ON outbox FOR EACH ROW EXECUTE FUNCTION know_kind_of_hint();

DROP INDEX outbox_due;
CREATE INDEX outbox_turn ON outbox (lane, kind, due_at);

-- Backfill waits for a turn that no live call takes, and outside the line meanwhile: whoever stands in it has the next
-- turn, and between two calls of one live change nobody stands there. After three turns it joins the line: it never
-- starves.
CREATE FUNCTION let_live_pass(until timestamptz, pace interval) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    patience constant timestamptz := least(until, clock_timestamp() + 3 * pace);
    at timestamptz;
    next timestamptz;
BEGIN
    LOOP
        SELECT due FROM permit_due(false) INTO next;
        at := clock_timestamp();
        EXIT WHEN at >= patience OR (next <= at AND line_length(3) = 0);
        PERFORM pg_sleep(extract(epoch FROM least(patience, greatest(next, at + pace / 8)) - at));
    END LOOP;
END $$;

-- As before, but for backfill.
CREATE OR REPLACE FUNCTION take_permit(
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

    IF in_lane = 'backfill' THEN
        IF NOT stand_in_line(1, until) THEN not_before := until + pace; RETURN; END IF;
        PERFORM let_live_pass(until, pace);
    END IF;
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
