import Database
import Domain
import Logging
import Observability
import Pipeline
import Runtime
import ServiceLifecycle

/// Works off discoveries (R13), one process of the fleet at a time: a round costs a dozen calls to HubSpot whether one
/// company shares it or hundreds, so whatever opens while a round is under way waits for the next. Each lane has rounds
/// of its own: what opens live waits for no round of a backfill.
struct Discoverer: Service {
    let workshop: Workshop
    let lane: Lane

    private static let largest = 500
    private static let tick: Duration = .seconds(1)
    /// How many looks a round waits for more companies, while more keep coming.
    private static let patience = 5

    func run() async throws {
        var waited = 0
        var seen = 0
        while await Pause.wait(for: Self.tick) {
            guard workshop.breakers.openSystems.isEmpty else { continue }
            let due = try await workshop.database.run(DueDiscoveries(in: lane, limit: Self.largest))
            let grows = due.count > seen && due.count < Self.largest && waited < Self.patience
            (seen, waited) = grows ? (due.count, waited + 1) : (0, 0)
            guard !due.isEmpty, !grows else { continue }
            // A round shares its calls: they bear the trace of its first company, as those of a batch do.
            let trace = due.lazy.compactMap(\.trace).first ?? .fresh()
            await TraceContext.$current.withValue(trace.step()) { await discover(due) }
        }
    }

    private func discover(_ round: [DueDiscoveries.Row]) async {
        do throws(StepFailure) {
            guard try await holdsDuty() else { return }
            let found = try await Discovery(workshop: workshop, lane: lane).explore(round)
            guard try await holdsDuty() else { return }
            try await keep(found, of: round)
            workshop.logger.info("discovered", [.count: "\(found.below.count + found.beside.count)", .lane: "\(lane.rawValue)"])
        } catch .down(let system, let cause) {
            await workshop.breakers.trip(system, cause: cause)
        } catch {
            workshop.logger.warning("discovery put off", [.error: "\(error)"])
        }
    }

    private func holdsDuty() async throws(StepFailure) -> Bool {
        let duty = TakeDuty("discovery.\(lane.rawValue)", owner: workshop.owner, duration: .seconds(120))
        return try await step { () async throws(DatabaseError) in try await workshop.database.first(duty) } != nil
    }

    private func keep(
        _ found: Discovery.Discovered, of round: [DueDiscoveries.Row]
    ) async throws(StepFailure) {
        let companies = round.filter { $0.kind == .company }.map(\.pair)
        let own = round.compactMap { row in row.trace.map { (row.pair, $0.step()) } }
        let traces = Traces(own: Dictionary(own, uniquingKeysWith: { first, _ in first }))
        try await step { () async throws(DatabaseError) in
            try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
                try await transaction.execute(EndDiscoveries(below: round.map(\.pair)))
                _ = try await transaction.run(DiscoverPairs(found.below, lane: lane, traces: traces))
                if !found.beside.isEmpty { _ = try await transaction.run(WantDiscovered(found.beside, lane: lane)) }
                let entries = companies.map { (pair: $0, entry: JournalEntry(.discovered)) }
                try await transaction.execute(WriteJournal(entries: entries, traces: traces))
            }
        }
    }
}
