import Database
public import Domain

/// Since when all that was told of artis before this fleet's start is known here. ingest marks it: not yet, from its start
/// until it has come to the feed's end.
///
/// What is older than that, or than a worker's own start, may come from a restored database, which has forgotten what was
/// made of it since the dump.
public enum CaughtUp {
    public static let cursor = "artis.caught_up"
    /// A cursor's text.
    public static let not = "null"

    public static func since(_ moment: Instant) -> String { String(moment.milliseconds) }

    /// - Returns: the moment before which pairs are not to be relied on; the far future while it is not known.
    static func bound(in database: Database, started: Instant) async throws(DatabaseError) -> Instant {
        guard let text = try await database.first(ReadCursor(cursor)) else { return started }
        guard let milliseconds = Int64(text) else { return Instant(milliseconds: .max) }
        return max(started, Instant(milliseconds: milliseconds))
    }
}
