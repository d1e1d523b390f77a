/// What a log line may say beside its constant message. A key is never the value of a record: ids and reasons suffice.
public enum LogKey: String, Sendable, Hashable, CaseIterable {
    // What it is about.
    case kind, system, pair, lane, state, reason
    case hubspotID = "hubspot_id"
    case artisID = "artis_id"
    // What was done and how it went.
    case operation, purpose, status, outcome, error, detail, count, attempt, version, term
    case method, bytes, code
    case durationMilliseconds = "duration_ms"
    case delayMilliseconds = "delay_ms"
    case waitMilliseconds = "wait_ms"
    case nextAttemptAt = "next_attempt_at"
    // Where.
    case service, worker, connection, key, migration, queue, exchange, address, table, cursor, epoch, limit, policy, signal
    case routingKey = "routing_key"
    case sqlState = "sqlstate"
    // How it hangs together.
    case trace, correlation
    case batchTrace = "batch_trace"
    // Settings.
    case setting, suggestion
}
