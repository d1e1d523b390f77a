import Database
import Domain
import Logging
import Oversight
import Runtime
import Synchronization

/// What all pages share.
final class Site: Sendable {
    /// Reads both halves of a pair at this moment.
    typealias Live = @Sendable (
        Kind, ID<HubSpotRecord>?, ID<ArtisRecord>?, Snapshot?, Language
    ) async throws(OperatorFailure) -> LiveSides

    let database: Database
    let password: Password?
    let seal: Seal
    let throttle = Mutex(Throttle())
    /// What the broker tells, at most two seconds old.
    let board: @Sendable () async -> QueueBoard
    /// What the fleet has read of both accounts; nil before it has.
    let reference: @Sendable () async -> ReferenceData?
    let live: Live?
    /// The figures of the first page cost a look at every pair: once for all who watch.
    let overview: Fresh<Overview>
    /// So do those of the attention page, where much needs somebody.
    let attention: Fresh<AttentionPage>
    /// So do those of all pairs that are unanswered.
    let queues: Fresh<QueuesPage>
    let workers: Fresh<WorkersPage>
    let clock: @Sendable () -> Instant
    let logger: Logger

    init(
        database: Database, password: Secret?, board: @escaping @Sendable () async -> QueueBoard = { QueueBoard() },
        reference: @escaping @Sendable () async -> ReferenceData? = { nil }, live: Live? = nil,
        clock: @escaping @Sendable () -> Instant = WallClock.now, logger: Logger
    ) {
        self.database = database
        self.password = password.map(Password.init)
        seal = Seal(password: password)
        self.board = board
        self.reference = reference
        self.live = live
        overview = Fresh(for: .seconds(2)) { () async throws(OperatorFailure) in
            try await Overview.facts(database, now: clock())
        }
        attention = Fresh(for: .seconds(2)) { () async throws(OperatorFailure) in try await AttentionPage.facts(database) }
        queues = Fresh(for: .seconds(2)) { () async throws(OperatorFailure) in
            try await Oversight.ask { () async throws(DatabaseError) in try await QueuesPage.facts(database) }
        }
        workers = Fresh(for: .seconds(2)) { () async throws(OperatorFailure) in
            try await Oversight.ask { () async throws(DatabaseError) in try await WorkersPage.facts(database) }
        }
        self.clock = clock
        self.logger = logger
    }

    /// Signing in is asked for; else only this machine is let in.
    var isClosed: Bool { password != nil }
}
