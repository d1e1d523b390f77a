import Database
import Domain
import Oversight

/// How the sync goes at a glance: is it healthy, what needs a person, how fast, what is the oldest work.
struct Overview: Sendable {
    var report: StatusReport
    var waiting: CountWaitingDependants.Row?
    var breakers: [Breaker]
    var workers: [ListWorkers.Row]
    var quota: ReadQuota.Row?
    /// A row a minute of the last hour.
    var throughput: [ReadThroughput.Row]
    var board = QueueBoard()

    /// What the database tells; the rest is added by `read`.
    static func facts(_ database: Database, now: Instant) async throws(OperatorFailure) -> Overview {
        let report = try await StatusReport.read(database, [:])
        return try await Oversight.ask { () async throws(DatabaseError) in
            Overview(
                report: report, waiting: try await database.first(CountWaitingDependants()),
                breakers: try await database.run(ReadBreakers()), workers: try await database.run(ListWorkers(limit: 500)),
                quota: try await database.first(ReadQuota()),
                throughput: try await database.run(ReadThroughput(since: now - .seconds(3600))))
        }
    }

    static func read(_ site: Site) async throws(PageFault) -> Overview {
        let board = await site.board()
        var overview = try await showing { () async throws(OperatorFailure) in try await site.overview.value() }
        overview.board = board
        return overview
    }

    func total(_ states: State...) -> Int { report.pairs.filter { states.contains($0.state) }.map(\.count).reduce(0, +) }
}
