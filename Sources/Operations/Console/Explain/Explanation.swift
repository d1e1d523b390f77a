import Database
import Domain

/// Why a record stands where it stands.
struct Explanation: Sendable {
    var kind: Kind
    var hubspotID: ID<HubSpotRecord>?
    var artisID: ID<ArtisRecord>?
    var state: State
    var reason: Reason?
    var detail: String?
    /// nil for a record that left no row, looked at just now.
    var since: Instant?
    var waitsFor: Awaited?
    var warnings: [Warning] = []
    var conflicts: [ReadConflicts.Row] = []
    var attempts = 0
    var nextAttemptAt: Instant?
    /// Newest first.
    var history: [ReadHistory.Row] = []

    /// The company that a dependant waits for; explained too, one level up.
    struct Awaited: Sendable {
        var hubspotID: ID<HubSpotRecord>?
        var artisID: ID<ArtisRecord>?
        var name: String?
        var state: State
        var reason: Reason?
        var detail: String?
        var since: Instant?
    }
}

extension Explanation {
    init(_ row: StandingRow) {
        self.init(
            kind: row.kind, hubspotID: row.hubspotID, artisID: row.artisID, state: row.state, reason: row.reason,
            detail: row.detail, since: row.since, warnings: row.warnings, attempts: row.attempts,
            nextAttemptAt: row.nextAttemptAt)
    }

    /// - Returns: nil when the record left no row.
    static func read(_ name: RecordName, from database: Database) async throws(ConsoleFailure) -> Explanation? {
        try await ask { () async throws(DatabaseError) in
            let find = FindStanding(kinds: name.kinds, system: name.system, externalID: name.id)
            guard let row = try await database.first(find) else { return nil }
            var explanation = Explanation(row)
            if row.state == .waiting, let company = row.companyID {
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
