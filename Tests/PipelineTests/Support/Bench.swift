import Artis
import Domain
import FoundationEssentials
import HubSpot
import Logging
import Synchronization
import TestKit
import Testing

@testable import Database
@testable import Pipeline
@testable import Runtime

/// A worker's surroundings for one test: a database of its own, and both systems in memory.
struct Bench {
    let test: TestDatabase
    let artis = ArtisBook()
    let hubspot = HubSpotBook()
    /// What the neutral probe of each system answers.
    let answering = Answering()
    let breakers: BreakerWatch
    let workshop: Workshop

    var database: Database { test.database }

    /// - Parameter fetched: whether the fleet has its reference data.
    static func with(
        retries: RetryPolicy = RetryPolicy(), fetched: Bool = true, _ body: (Bench) async throws -> Void
    ) async throws {
        try await TestDatabase.with(connections: 6) { test in
            let bench = Bench(test, retries: retries)
            for key in ReferenceKey.allCases where fetched { await bench.refresher.refresh(key) }
            try await body(bench)
        }
    }

    init(_ test: TestDatabase, retries: RetryPolicy = RetryPolicy()) {
        self.test = test
        let answering = answering
        let logger = Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
        breakers = BreakerWatch(
            database: test.database,
            probes: [.hubspot: { answering.asks(.hubspot) }, .artis: { answering.asks(.artis) }], logger: logger)
        workshop = Workshop(
            database: test.database,
            hubspot: HubSpotClient(transport: hubspot, baseURL: "http://hubspot.test", token: Secret("t"), pace: .silent),
            artis: ArtisClient(transport: artis, baseURL: "http://artis.test", key: Secret("k")),
            references: ReferenceShelf(database: test.database, clock: WallClock.now), breakers: breakers, owner: "test",
            conflictWins: .artis, pipeline: nil, retries: retries, clock: WallClock.now, logger: logger)
    }

    var refresher: ReferenceRefresher {
        let settings = HubSpotSettings(baseURL: .hubspot, token: Secret("t"))
        return ReferenceRefresher(
            database: database, hubspot: workshop.hubspot, artis: workshop.artis,
            pace: PaceSetting(database: database, settings: settings, logger: workshop.logger), breakers: breakers,
            clock: WallClock.now, logger: workshop.logger)
    }

    /// One batch of candidates, exchanged under leases that are held.
    func exchange(
        _ candidates: [Candidate], conflictWins: Domain.System = .artis, clock: (@Sendable () -> Instant)? = nil
    ) async throws -> [PairID: Settlement] {
        var workshop = workshop
        if let clock { workshop.clock = clock }
        workshop.conflictWins = conflictWins
        let exchange = Exchange(
            workshop: workshop, kind: candidates[0].pair.kind, reference: try await workshop.references.current(),
            lane: .live, lease: LeaseKeeper(database: database, pairs: candidates.map(\.pair)), trace: nil)
        let settled = try await exchange.run(candidates)
        return Dictionary(settled.map { ($0.pair.id, $0) }) { first, _ in first }
    }

    func exchange(_ candidate: Candidate, conflictWins: Domain.System = .artis) async throws -> Settlement {
        try #require(try await exchange([candidate], conflictWins: conflictWins)[candidate.pair.id])
    }

    /// The probe of each open breaker, before its time.
    func probe() async throws {
        try await probesAreDue()
        await breakers.look()
    }

    func probesAreDue() async throws {
        try await database.script("UPDATE breaker SET probe_at = now() - interval '1 second' WHERE opened_at IS NOT NULL")
    }

    func path(_ post: Post, _ trade: any Trade = NameTrade(), renewal: Duration = LeaseKeeper.renewal) -> Path {
        Path(trade: trade, workshop: workshop, consumer: post.consumer, renewal: renewal)
    }

    func settle(_ settlements: [Settlement]) async throws -> [Settlement] {
        try await Settler(database: database, lane: .live)
            .settle(settlements) { $0 }
    }
}

/// Whether the systems answer their probes, and how often they were asked.
final class Answering: Sendable {
    private let state = Mutex((silent: Set<Domain.System>(), asked: 0))

    var asked: Int { state.withLock { $0.asked } }

    func silence(_ system: Domain.System, _ silent: Bool = true) {
        state.withLock { state in _ = silent ? state.silent.insert(system).inserted : state.silent.remove(system) != nil }
    }

    func asks(_ system: Domain.System) -> Bool {
        state.withLock { state in
            state.asked += 1
            return !state.silent.contains(system)
        }
    }
}
