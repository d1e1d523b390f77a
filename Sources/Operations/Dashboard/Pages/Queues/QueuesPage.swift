import Database
import Domain
import Oversight

/// The queues by worker and lane, what is told and not answered yet, and the switch of each kind.
struct QueuesPage: Sendable {
    var board: QueueBoard
    var backlogs: [Kind: ReadBacklogs.Row]
    /// Carried in the last minute.
    var carried: [Kind: Int]
    var paused: [Kind: PausedKind]

    static func read(_ site: Site) async throws(PageFault) -> QueuesPage {
        let board = await site.board()
        var page = try await showing { () async throws(OperatorFailure) in try await site.queues.value() }
        page.board = board
        // What a person has just switched is shown at once.
        let paused = try await site.ask { (database) async throws(DatabaseError) in try await database.run(ReadPauses()) }
        page.paused = Dictionary(paused.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        return page
    }

    /// What the database tells; the rest is added by `read`.
    static func facts(_ database: Database) async throws(DatabaseError) -> QueuesPage {
        let backlogs = try await database.run(ReadBacklogs())
        let carried = try await database.run(CountCarried())
        return QueuesPage(
            board: QueueBoard(), backlogs: Dictionary(backlogs.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first }),
            carried: Dictionary(carried.map { ($0.kind, $0.count) }, uniquingKeysWith: { first, _ in first }), paused: [:])
    }
}
