import Database
import Domain
import HubSpot
import Logging
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// Searches HubSpot for changes that no webhook told, one kind after the other; each kind is polled by one process of
/// the fleet at a time.
struct Poller: Service {
    let fleet: Fleet
    let every: Duration
    let metrics: IntakeMetrics
    let companies: CompaniesSeen

    private static let steadyFactor = 10

    func run() async throws {
        var memories: [Kind: PollMemory] = [:]
        var due: [Kind: ContinuousClock.Instant] = [:]
        while await Pause.wait(for: .milliseconds(500)) {
            let now = ContinuousClock.now
            let kinds = Kind.allCases.filter { due[$0, default: now] <= now }
            guard !kinds.isEmpty, fleet.breakers.openSystems.isEmpty else { continue }
            // It names the property that holds a company's SIRET (R4), and without it no worker works either.
            guard let reference = try? await fleet.references.current() else { continue }
            let telling = Set(try await fleet.database.run(TellingKinds()))
            for kind in kinds where !Task.isShuttingDownGracefully {
                due[kind] = .now + (telling.contains(kind) ? every * Self.steadyFactor : every)
                let isPolled = try await poll(
                    kind, siretProperty: reference.siretProperty, remembering: &memories[kind, default: PollMemory()])
                if kind == .company, isPolled { companies.note() }
            }
        }
    }

    /// Returns whether the kind is polled: by this process now, or by another that has the duty.
    private func poll(
        _ kind: Kind, siretProperty: String?, remembering memory: inout PollMemory
    ) async throws -> Bool {
        let duty = TakeDuty("poll.\(kind.rawValue)", owner: fleet.owner, duration: max(.seconds(60), every * 2))
        guard try await fleet.database.first(duty) != nil else { return true }
        let poll = Poll(
            kind: kind, database: fleet.database, hubspot: fleet.hubspot, siretProperty: siretProperty, metrics: metrics,
            logger: fleet.logger)
        do throws(PollFailure) {
            try await poll.run(remembering: &memory)
            return true
        } catch {
            switch error {
            case .down(let cause): await fleet.breakers.trip(.hubspot, cause: cause)
            case .later(let cause), .database(let cause):
                fleet.logger.info("poll put off", [.kind: "\(kind.rawValue)", .error: "\(cause)"])
            }
            return false
        }
    }
}
