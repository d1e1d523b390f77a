import Database
import Domain
import Testing

@testable import Pipeline

@Suite("An outage, as the whole fleet knows it")
struct BreakerWatchTests {
    private func watches(_ bench: Bench) -> [BreakerWatch] {
        let answering = bench.answering
        return (0..<3).map { _ in
            BreakerWatch(
                database: bench.database, probes: [.hubspot: { answering.asks(.hubspot) }], logger: bench.workshop.logger)
        }
    }

    private func look(_ watches: [BreakerWatch]) async {
        await withTaskGroup { group in for watch in watches { group.addTask { await watch.look() } } }
    }

    @Test("one process probes at a time: three that look at once cost one call, and no further before its time")
    func oneProber() async throws {
        try await Bench.with { bench in
            let watches = watches(bench)
            bench.answering.silence(.hubspot)
            await watches[0].trip(.hubspot, cause: "503")
            await look(watches)
            #expect(bench.answering.asked == 0, "the first probe comes a second later")
            try await bench.probesAreDue()
            await look(watches)
            await look(watches)
            #expect(bench.answering.asked == 1)
            #expect(watches.allSatisfy { $0.openSystems == [.hubspot] })
        }
    }

    @Test("Invariant 7: a system that answers again releases whoever waits, in every process")
    func recovery() async throws {
        try await Bench.with { bench in
            let watches = watches(bench)
            await watches[0].trip(.hubspot, cause: "503")
            await look(watches)
            let waiter = Task { try await watches[2].closed() }
            try await bench.probesAreDue()
            await look(watches)
            await look(watches)
            try await waiter.value
            #expect(watches.allSatisfy { $0.openSystems.isEmpty })
            #expect(bench.answering.asked == 1)
        }
    }

    @Test("a breaker that another process tripped is open here too")
    func shared() async throws {
        try await Bench.with { bench in
            let watches = watches(bench)
            bench.answering.silence(.hubspot)
            await watches[1].trip(.hubspot, cause: "503")
            await watches[2].look()
            #expect(watches[2].openSystems == [.hubspot])
        }
    }
}
