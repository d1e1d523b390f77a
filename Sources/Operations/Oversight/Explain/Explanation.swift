package import Database
package import Domain

/// Why a record stands where it stands.
package struct Explanation: Sendable {
    package var kind: Kind
    package var hubspotID: ID<HubSpotRecord>?
    package var artisID: ID<ArtisRecord>?
    package var state: State
    package var reason: Reason?
    package var detail: String?
    /// nil for a record that left no row, looked at just now.
    package var since: Instant?
    package var waitsFor: Awaited?
    package var warnings: [Warning] = []
    package var conflicts: [ReadConflicts.Row] = []
    package var attempts = 0
    package var nextAttemptAt: Instant?
    /// Newest first.
    package var history: [ReadHistory.Row] = []

    /// The company that a dependant waits for; explained too, one level up.
    package struct Awaited: Sendable {
        package var hubspotID: ID<HubSpotRecord>?
        package var artisID: ID<ArtisRecord>?
        package var name: String?
        package var state: State
        package var reason: Reason?
        package var detail: String?
        package var since: Instant?
    }
}

extension Explanation {
    package init(_ row: StandingRow) {
        self.init(
            kind: row.kind, hubspotID: row.hubspotID, artisID: row.artisID, state: row.state, reason: row.reason,
            detail: row.detail, since: row.since, warnings: row.warnings, attempts: row.attempts,
            nextAttemptAt: row.nextAttemptAt)
    }

    /// - Returns: nil when the record left no row.
    package static func read(_ name: RecordName, from database: Database) async throws(OperatorFailure) -> Explanation? {
        try await read(FindStanding(kinds: name.kinds, system: name.system, externalID: name.id), from: database)
    }

    /// - Returns: nil when there is no such pair (any more).
    package static func read(_ pair: PairID, from database: Database) async throws(OperatorFailure) -> Explanation? {
        try await read(ReadStanding(pair), from: database)
    }

    private static func read<Find: Statement>(
        _ find: Find, from database: Database
    ) async throws(OperatorFailure) -> Explanation? where Find.Row == StandingRow {
        try await ask { () async throws(DatabaseError) in
            guard let row = try await database.first(find) else { return nil }
            var explanation = Explanation(row)
            if row.state == .waiting, row.reason?.isOfAwaitedCompany == true, let company = row.companyID {
                explanation.waitsFor = try await database.first(ReadStanding(company)).map(Awaited.init)
            }
            explanation.conflicts = try await database.run(ReadConflicts(of: row.id))
            explanation.history = try await database.run(ReadHistory(of: row.id))
            return explanation
        }
    }
}

extension Explanation.Awaited {
    init(_ row: StandingRow) {
        self.init(
            hubspotID: row.hubspotID, artisID: row.artisID, name: row.name, state: row.state, reason: row.reason,
            detail: row.detail, since: row.since)
    }

    /// A company that left no row, looked at just now.
    init(_ live: Explanation) {
        self.init(
            hubspotID: live.hubspotID, artisID: live.artisID, state: live.state, reason: live.reason,
            detail: live.detail, since: live.since)
    }
}
