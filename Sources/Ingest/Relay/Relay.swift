import Database
import Domain
import Logging
import Messaging
import Observability
import Runtime
import ServiceLifecycle

/// Carries hints from the outbox to the broker. A row leaves the outbox only when its very version was confirmed and
/// not returned; any number of relays share the rows.
struct Relay: Service {
    let database: Database
    let publisher: Publisher
    var metrics = IntakeMetrics(Metrics())
    /// Beats with each turn.
    var pulse: HealthPulse?
    let logger: Logger

    private static let batch = 500
    /// Longer than a publish may take, so that two relays never carry the same row.
    private static let claim: Duration = .seconds(30)
    private static let deadline: Duration = .seconds(10)
    private static let idle: Duration = .milliseconds(100)

    func run() async throws {
        repeat {
            while !Task.isShuttingDownGracefully, try await carry() {}
        } while await Pause.wait(for: Self.idle)
        await publisher.shutdown(within: .seconds(2))
    }

    /// Returns whether there may be more to carry at once.
    func carry() async throws(DatabaseError) -> Bool {
        pulse?.beat()
        let rows = try await database.run(ClaimOutbox(limit: Self.batch, claim: Self.claim))
        guard !rows.isEmpty else { return false }
        let now = WallClock.now()
        let outcomes = await publisher.publish(rows.map { OutgoingMessage($0, at: now) }, deadline: Self.deadline)
        let confirmed = zip(rows, outcomes).filter { $0.1 == .confirmed }.map(\.0)
        let failed = zip(rows, outcomes).filter { $0.1 != .confirmed }
        metrics.published(confirmed.count, .confirmed)
        metrics.published(failed.count, .unconfirmed)
        if !confirmed.isEmpty { try await database.execute(DropConfirmed(confirmed)) }
        if let (_, outcome) = failed.first {
            logger.warning("hints not published", [.count: "\(failed.count)", .outcome: "\(outcome)"])
            try await database.execute(ReleaseClaims(failed.map(\.0), pause: .seconds(1)))
        }
        return failed.isEmpty && rows.count == Self.batch
    }
}

extension OutgoingMessage {
    /// A message is a hint, never data.
    init(_ row: OutboxRow, at moment: Instant) {
        let envelope = Envelope(
            kind: row.kind, system: row.system, id: row.externalID, pair: row.pair.rawValue, version: row.wanted,
            lane: row.lane, trace: row.trace)
        var headers = [Self.publishedAt: "\(moment.milliseconds)"]
        headers["traceparent"] = row.trace
        self.init(
            exchange: Topology.changes, routingKey: envelope.routingKey, body: envelope.encoded, headers: headers,
            messageID: "\(row.pair)-\(row.lane.rawValue)-\(row.version)")
    }
}
