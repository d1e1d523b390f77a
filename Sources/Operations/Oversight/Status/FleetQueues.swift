package import Database
import Domain
package import Messaging

/// The fleet's queues as the broker counts them.
///
/// What waits is asked of the broker itself. What is under way only the management API tells; without it, living
/// workers say what they hold, which is shown at their live queue.
package struct FleetQueues: Sendable {
    private let inspector: Inspector
    private let management: BrokerManagement?
    private let database: Database

    package init(inspector: Inspector, management: BrokerManagement?, database: Database) {
        self.inspector = inspector
        self.management = management
        self.database = database
    }

    package func read() async throws(OperatorFailure) -> [String: QueueFigures] {
        let counts: [String: QueueCounts]
        do throws(BrokerError) { counts = try await inspector.inspect(queues: Topology.fleet.queues) } catch {
            throw .broker("AMQP_URL: \(error)")
        }
        let underWay = if let management { try await management.unacked() } else { try await held() }
        return Self.figures(counts: counts, underWay: underWay)
    }

    private func held() async throws(OperatorFailure) -> [String: Int] {
        Self.byQueue(held: try await ask { () async throws(DatabaseError) in try await database.run(HeldMessages()) })
    }

    package static func byQueue(held: [(program: String, held: Int64)]) -> [String: Int] {
        let programs = Dictionary(held.map { ($0.program, Int($0.held)) }, uniquingKeysWith: +)
        return WorkerRole.allCases.reduce(into: [:]) { queues, role in
            queues[Topology.queue(worker: role, lane: .live)] = programs["\(role.rawValue)-worker"]
        }
    }

    /// Queues that nobody has declared yet are left out.
    package static func figures(counts: [String: QueueCounts], underWay: [String: Int]) -> [String: QueueFigures] {
        counts.reduce(into: [:]) { figures, queue in
            figures[queue.key] = QueueFigures(
                ready: queue.value.ready, unacked: underWay[queue.key] ?? 0, consumers: queue.value.consumers)
        }
    }
}
