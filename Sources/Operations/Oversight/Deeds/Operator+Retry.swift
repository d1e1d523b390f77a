package import Database
package import Domain
import Pipeline

extension Operator {
    package func retry(_ record: RecordName) async throws(OperatorFailure) -> RetryOutcome {
        try await retry(try await find(record))
    }

    package func retry(_ pair: PairID) async throws(OperatorFailure) -> RetryOutcome {
        try await retry(try await ask { () async throws(DatabaseError) in try await database.first(ReadStanding(pair)) })
    }

    private func retry(_ row: StandingRow?) async throws(OperatorFailure) -> RetryOutcome {
        guard let row else { return .unknown }
        return try await queue([row.id], after: Queued(), detail: { _ in row.label }).count > 0 ? .queued : .notNeeded(row.state)
    }

    /// How many pairs of a filter can be tried again: how many `retry` would queue.
    package func retryable(_ filter: StandingFilter) async throws(OperatorFailure) -> Int {
        try await ask { () async throws(DatabaseError) in try await database.first(CountRetryable(filter)) ?? 0 }
    }

    /// Has every pair of a filter tried again, a part at a time: a hundred thousand are more than one statement has time for.
    ///
    /// - Parameter part: how many pairs are queued in one transaction.
    /// - Returns: how many were queued; those that moved on meanwhile are left alone.
    /// - Throws: `.stopped` when it failed after some were queued. The audit has their number then, too.
    package func retry(_ filter: StandingFilter, part: Int = 5_000) async throws(OperatorFailure) -> Int {
        var queued = Queued()
        var last: PairID?
        do throws(OperatorFailure) {
            while true {
                let find = FindRetryable(filter, after: last, limit: part)
                let pairs = try await ask { () async throws(DatabaseError) in try await database.run(find) }
                if !pairs.isEmpty { queued = try await queue(pairs, after: queued, detail: { filter.audit($0) }) }
                last = pairs.last
                if pairs.count < part { return queued.count }
            }
        } catch {
            throw queued.count > 0 ? .stopped(afterQueueing: queued.count, error) : error
        }
    }

    /// What a retry has come to.
    private struct Queued {
        var count = 0
        /// Of the audit, once there is something to tell.
        var row: Int64?
    }

    /// - Parameter detail: for the audit, given how many were queued in all.
    private func queue(
        _ pairs: [PairID], after before: Queued, detail: (Int) -> String
    ) async throws(OperatorFailure) -> Queued {
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> Queued in
                // Of what changed since it was last fetched, the fetch tells those that this look comes too early for.
                try await transaction.execute(WantReferencesOfPairs(pairs, knowing: ReferenceNeeds.all))
                let count = before.count + (try await transaction.run(RetryPairs(pairs))).count
                guard count > before.count else { return before }
                guard let row = before.row else {
                    return Queued(count: count, row: try await note("retry", detail(count), in: transaction))
                }
                try await transaction.execute(AmendAction(row, detail: detail(count)))
                return Queued(count: count, row: row)
            }
        }
    }
}

extension StandingFilter {
    /// As the audit tells what was done with the pairs that it means.
    fileprivate func audit(_ count: Int) -> String {
        let words = [
            state?.rawValue, reason?.rawValue, kind?.rawValue, since.map { "since \($0.rfc3339)" },
            before.map { "before \($0.rfc3339)" },
        ].compactMap { $0 }
        return "\(words.joined(separator: " ")): \(count)"
    }
}

extension StandingRow {
    /// As the audit names a record: its kind and an id.
    var label: String { "\(kind.rawValue) \(hubspotID?.rawValue ?? artisID.map { "artis:\($0)" } ?? "–")" }
}
