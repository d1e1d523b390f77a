import Database
import Domain
import Messaging
import Oversight

/// The broker as an operator sees it: what each queue holds, how fast it moves, and what the broker is short of.
struct QueueBoard: Sendable {
    var figures: [String: QueueFigures] = [:]
    /// With the management API only.
    var managed: [String: ManagedQueue] = [:]
    /// nil without the management API.
    var alarms: [BrokerAlarm]?
    /// Why the broker tells nothing.
    var failure: OperatorFailure?
    /// Why the management API tells nothing.
    var managementFailure: OperatorFailure?

    /// Never fails: a broker that is away is something to show.
    static func read(_ inspector: Inspector, _ management: BrokerManagement?, _ database: Database) async -> QueueBoard {
        var board = QueueBoard()
        if let management {
            do throws(OperatorFailure) {
                board.managed = Dictionary(
                    try await management.queues().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
                board.alarms = try await management.alarms()
            } catch {
                board.managementFailure = error
            }
        }
        do throws(OperatorFailure) {
            board.figures = try await FleetQueues(inspector: inspector, management: nil, database: database).read()
            for (name, queue) in board.managed { board.figures[name]?.unacked = queue.unacked }
        } catch {
            board.failure = error
        }
        return board
    }
}
