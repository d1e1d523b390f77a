import Database
import Domain
import Oversight

/// The queues by worker and lane, what is told and not answered yet, and the switch of each kind.
struct QueuesPage: Sendable {
    var board: QueueBoard
    var backlogs: [Kind: ReadBacklogs.Row]
    var paused: [Kind: PausedKind]

    static func read(_ site: Site) async throws(PageFault) -> QueuesPage {
        let board = await site.board()
        return try await site.ask { (database) async throws(DatabaseError) in
            let backlogs = try await database.run(ReadBacklogs())
            let paused = try await database.run(ReadPauses())
            return QueuesPage(
                board: board, backlogs: Dictionary(backlogs.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first }),
                paused: Dictionary(paused.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}
