import Database
import Domain
import Logging
import Messaging
import Observability
import Runtime
import ServiceLifecycle

/// Looks for work that nothing will ever do (architecture.md, "Sweeper") and queues it again; one process of the fleet
/// at a time. Every repair is counted, and means a bug.
///
/// A pair must be found lost at two looks in a row, and nobody may have worked on it in between: its queue may stand
/// empty because workers have just taken all of it, and not said so yet.
struct Sweeper: Service {
    let database: Database
    let inspector: Inspector
    let owner: String
    let logger: Logger

    private static let every: Duration = .seconds(30)
    private static let keepJournal: Duration = .seconds(90 * 86_400)

    func run() async throws {
        var lost: [FindLostPairs.Row] = []
        while await Pause.wait(for: Self.every) {
            let duty = TakeDuty("sweep", owner: owner, duration: Self.every * 3)
            guard try await database.first(duty) != nil else { continue }
            let idle = try await idleKinds()
            let repaired = lost.isEmpty ? [] : try await database.run(RepairPairs(lost, kinds: idle))
            lost = try await database.run(FindLostPairs(kinds: idle))
            if !repaired.isEmpty {
                logger.error("pairs repaired: this is a bug", [.count: "\(repaired.count)"])
            }
            try await database.execute(TrimHistory(keep: Self.keepJournal))
        }
    }

    /// Kinds whose queues stand empty and of which no living worker holds a message.
    private func idleKinds() async throws -> [Kind] {
        let queues = WorkerRole.allCases.flatMap { role in
            Lane.allCases.map { Topology.queue(worker: role, lane: $0) }
        }
        let counts = try await inspector.inspect(queues: queues)
        let held = Dictionary(
            try await database.run(HeldMessages()).map { ($0.program, $0.held) }, uniquingKeysWith: +)
        let idle = WorkerRole.allCases.filter { role in
            let empty = Lane.allCases.allSatisfy { counts[Topology.queue(worker: role, lane: $0)]?.ready == 0 }
            return empty && held["\(role.rawValue)-worker"] ?? 0 == 0
        }
        return idle.flatMap(\.kinds)
    }
}
