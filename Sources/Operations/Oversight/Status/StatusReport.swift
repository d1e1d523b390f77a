package import Database
package import Domain
package import Pipeline

/// How the fleet stands at one moment.
package struct StatusReport: Sendable {
    package var pairs: [CountStandings.Row]
    package var backlog: CountBacklog.Row
    package var queues: [String: QueueFigures]
    package var limits: [Headroom] = []
    package var calls: [CallPurpose: Int] = [:]
    package var paused: [PausedKind] = []
    /// Pieces of reference data that were never fetched.
    package var unread: [ReferenceKey] = []
    /// R22: as artis names it; nil before it was read.
    package var delay: CallDelay?

    package init(
        pairs: [CountStandings.Row] = [], backlog: CountBacklog.Row = .init(outbox: 0, dead: 0, repairs: 0),
        queues: [String: QueueFigures] = [:]
    ) {
        self.pairs = pairs
        self.backlog = backlog
        self.queues = queues
    }

    /// Nothing is pending or retrying, nothing is left to publish or to discover, and nothing waits in a queue.
    ///
    /// What a worker holds is no matter: its pair is pending until it is answered, and the broker's count of it is up to
    /// five seconds old.
    package var isIdle: Bool {
        !pairs.contains { $0.state == .pending || $0.state == .retrying } && backlog.outbox == 0
            && backlog.discoveries == 0 && queues.values.allSatisfy { $0.ready == 0 }
    }

    /// Since when the oldest pair waits for its turn.
    package var oldestPending: CountStandings.Row? { pairs.filter { $0.state == .pending }.min { $0.oldest < $1.oldest } }

    package func count(_ kind: Kind, _ state: State) -> Int {
        pairs.first { $0.kind == kind && $0.state == state }?.count ?? 0
    }
}

extension StatusReport {
    package static func read(_ database: Database, queues: FleetQueues) async throws(OperatorFailure) -> StatusReport {
        // The queues first: what leaves one meanwhile is found at its pair.
        let figures = try await queues.read()
        return try await read(database, figures)
    }

    package static func read(
        _ database: Database, _ figures: [String: QueueFigures]
    ) async throws(OperatorFailure) -> StatusReport {
        try await ask { () async throws(DatabaseError) in
            var report = StatusReport(queues: figures)
            // The outbox before the pairs, for the same reason.
            if let backlog = try await database.first(CountBacklog()) { report.backlog = backlog }
            report.pairs = try await database.run(CountStandings())
            report.limits = try await database.headroom()
            report.calls = try await database.callsToday()
            report.paused = try await database.run(ReadPauses())
            let references = try await database.run(ReadReferences())
            report.unread = ReferenceKey.unread(references)
            report.delay = CallDelay(kept: references)
            return report
        }
    }
}
