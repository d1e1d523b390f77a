public import Domain

/// The limiter as everyone but the caller of HubSpot sees it. None of it waits for a turn.
extension StatementRunner {
    /// HubSpot answered 429: the whole fleet keeps still for the policy's window (R23).
    public func penalise(_ penalty: Penalty) async throws(DatabaseError) {
        _ = try await run(Penalise(penalty: penalty))
    }

    /// - Parameters:
    ///   - remaining: calls left today, by HubSpot's own header.
    ///   - quota: calls of a whole day, by the same.
    ///   - calledAt: when the call was made.
    public func noteQuota(remaining: Int, of quota: Int, calledAt: Instant) async throws(DatabaseError) {
        _ = try await run(NoteQuota(remaining: remaining, quota: quota, calledAt: calledAt))
    }

    /// Cheap when nothing changed. In force at once, for the whole fleet.
    ///
    /// - Throws: `.refused` when the time zone does not exist.
    public func setPace(_ pace: Pace) async throws(DatabaseError) {
        _ = try await run(SetPace(pace: pace))
    }

    /// The limits `main`, `search` and `daily`, in this order.
    public func headroom() async throws(DatabaseError) -> [Headroom] { try await run(ReadHeadroom()) }

    /// Calls of the account's day so far, by purpose; purposes without calls are left out.
    public func callsToday() async throws(DatabaseError) -> [CallPurpose: Int] {
        var counts: [CallPurpose: Int] = [:]
        for row in try await run(CountCalls()) {
            // A purpose of a newer program counts as none of ours.
            if let purpose = CallPurpose(rawValue: row.purpose) { counts[purpose] = row.calls }
        }
        return counts
    }

    /// The permits given since a moment, oldest first.
    public func timeline(since: Instant) async throws(DatabaseError) -> [PermitStamp] {
        try await run(ReadTimeline(since: since))
    }
}
