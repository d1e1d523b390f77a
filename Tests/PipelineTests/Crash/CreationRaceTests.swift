import Database
import Domain
import HTTP
import Synchronization
import Testing

@testable import Pipeline

@Suite("Invariant 8: two workers create one record at one instant")
struct CreationRaceTests {
    @Test("in HubSpot: the lease of one ends while its creation is on its way, and another begins: one stands there in the end",
        arguments: CreationCase.races)
    func inHubSpot(_ given: CreationCase) async throws {
        try await Bench.with { bench in
            try await given.prepare(bench)
            let pair = try await given.plantInArtis(1, bench)
            let crash = CrashBench(bench: bench, trade: given.trade)
            let start = Start()
            bench.hubspot.interrupt { request in
                guard request.path.contains("/objects/"), request.path.hasSuffix("/batch/create"), start.isFirst else { return nil }
                await crash.takeOver(pair)
                return nil
            }
            _ = await crash.work(on: pair)
            #expect(!start.isFirst)
            // The lag of searches is over.
            try await bench.database.script("UPDATE pair SET creating_at = creating_at - interval '20 seconds'")
            try await crash.comeToRest()
            try await given.expectOneInHubSpot(1, bench, "")
            #expect(bench.artis.operations.isEmpty, "nothing of artis' was touched")
        }
    }

    @Test("in artis: one stands there in the end, likewise", arguments: CreationCase.inArtis.filter { !$0.isTold })
    func inArtis(_ given: CreationCase) async throws {
        try await Bench.with { bench in
            try await given.prepare(bench)
            let pair = try await given.plantInHubSpot(1, bench)
            let crash = CrashBench(bench: bench, trade: given.trade)
            let start = Start()
            bench.artis.interrupt { _, request in
                guard request.path.hasSuffix("/lots"), start.isFirst else { return nil }
                await crash.takeOver(pair)
                return nil
            }
            _ = await crash.work(on: pair)
            #expect(!start.isFirst)
            try await crash.comeToRest()
            try await given.expectOneInArtis(1, bench, "")
            #expect(bench.creations.isEmpty)
        }
    }
}

/// Tells the first of several callers from the others.
private final class Start: Sendable {
    private let isOpen = Mutex(true)

    var isFirst: Bool {
        isOpen.withLock { open in
            defer { open = false }
            return open
        }
    }
}

extension CrashBench {
    /// The lease ends, and a second worker takes the pair along the path.
    func takeOver(_ pair: PairID) async {
        do {
            try await bench.database.script("UPDATE pair SET lease_until = now() - interval '1 second' WHERE id = \(pair)")
            _ = await work(on: pair)
        } catch {
            Issue.record(error)
        }
    }
}
