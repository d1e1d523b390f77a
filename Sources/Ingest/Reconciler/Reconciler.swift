import Database
import Domain
import Logging
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// Compares all linked pairs every night at `RECONCILE_AT` and queues what differs (R29); one process of the fleet at a
/// time. It stands in the lane of what is caught up, and what people do meanwhile goes first.
struct Reconciler: Service {
    static let cursor = "reconcile"
    /// Longer than a page takes while HubSpot's line is long; whoever dies over it is replaced after as long.
    private static let duty: Duration = .seconds(600)

    let fleet: Fleet
    let reconciliation: Reconciliation
    let startsAt: TimeOfDay
    var every: Duration = .seconds(20)
    var now: @Sendable () -> Instant = WallClock.now
    var offset: @Sendable (Instant) -> Int64 = LocalTime.offset

    func run() async throws {
        while await Pause.wait(for: every) {
            guard fleet.breakers.openSystems.isEmpty else { continue }
            while try await goOn() {}
        }
    }

    /// One page; false when there is nothing to do now.
    func goOn() async throws -> Bool {
        guard !Task.isShuttingDownGracefully,
            try await fleet.database.first(TakeDuty(Self.cursor, owner: fleet.owner, duration: Self.duty)) != nil
        else { return false }
        let kept = try await fleet.database.first(ReadCursor(Self.cursor)).flatMap(Night.init(_:))
        let moment = now()
        var night = Night.next(
            after: kept, on: Night.day(at: moment, offset: offset(moment), startsAt: startsAt),
            from: reconciliation.start)
        guard let place = night.place else {
            if night != kept { try await keep(night) }
            return false
        }
        if kept?.place == nil { fleet.logger.notice("reconciliation begins") }
        guard let page = await compare(at: place) else { return false }
        night.add(page)
        try await keep(night)
        if night.place == nil {
            fleet.logger.notice(
                "reconciliation done",
                [.count: "\(night.compared)", .outcome: "\(night.queued) queued", .error: "\(night.unread) not read"])
        }
        return true
    }

    private func keep(_ night: Night) async throws(DatabaseError) {
        try await fleet.database.execute(MoveCursor(Self.cursor, to: night.text))
    }

    /// - Returns: nil when it cannot go on now: the page is compared again at the next look.
    private func compare(at place: ReconciliationPlace) async -> ReconciledPage? {
        let result = await cancelWhenGracefulShutdown { () async -> Result<ReconciledPage, StepFailure> in
            do throws(StepFailure) { return .success(try await reconciliation.page(at: place)) } catch {
                return .failure(error)
            }
        }
        switch result {
        case .success(let page): return page
        case .failure(.down(let system, let cause)): await fleet.breakers.trip(system, cause: cause)
        case .failure(.cancelled): break
        case .failure(let failure): fleet.logger.info("reconciliation put off", [.error: "\(failure)"])
        }
        return nil
    }
}
