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
        return try await retry([row.id], detail: { _ in row.label }) > 0 ? .queued : .notNeeded(row.state)
    }

    /// The pairs of a filter that can be tried again: how many `retry(_:of:)` would queue.
    package func retryable(_ filter: StandingFilter) async throws(OperatorFailure) -> [PairID] {
        try await ask { () async throws(DatabaseError) in try await database.run(FindRetryable(filter)) }
    }

    /// - Returns: how many were queued; those that moved on meanwhile are left alone.
    package func retry(_ pairs: [PairID], of filter: StandingFilter) async throws(OperatorFailure) -> Int {
        guard !pairs.isEmpty else { return 0 }
        let words = [
            filter.state?.rawValue, filter.reason?.rawValue, filter.kind?.rawValue,
            filter.since.map { "since \($0.rfc3339)" }, filter.before.map { "before \($0.rfc3339)" },
        ].compactMap { $0 }
        return try await retry(pairs, detail: { "\(words.joined(separator: " ")): \($0)" })
    }

    /// - Parameter detail: for the audit, given how many were queued.
    private func retry(_ pairs: [PairID], detail: (Int) -> String) async throws(OperatorFailure) -> Int {
        try await ask { () async throws(DatabaseError) in
            try await database.transaction { (transaction) async throws(DatabaseError) -> Int in
                // Of what changed since it was last fetched, the fetch tells those that this look comes too early for.
                try await transaction.execute(WantReferencesOfPairs(pairs, knowing: ReferenceNeeds.all))
                let queued = try await transaction.run(RetryPairs(pairs))
                if !queued.isEmpty { try await note("retry", detail(queued.count), in: transaction) }
                return queued.count
            }
        }
    }
}

extension StandingRow {
    /// As the audit names a record: its kind and an id.
    var label: String { "\(kind.rawValue) \(hubspotID?.rawValue ?? artisID.map { "artis:\($0)" } ?? "–")" }
}
