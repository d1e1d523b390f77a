import Database
import Domain
import Testing

@testable import Pipeline

@Suite("R6 companies of one SIRET, as they are committed")
struct DuplicateTests {
    private static let siret = "73282932000074"

    /// The holder of the SIRET, and another company that HubSpot was seen to have it too.
    private func two(_ bench: Bench) async throws -> (holder: PairID, second: Pair) {
        let holder = try await bench.plant(.company, "1", latched: true) { $0.siret = Self.siret }
        let second = try await bench.leased(.company, "2")
        _ = try await bench.database.run(SeeSIRETs([(company: ID("1"), siret: Self.siret), (company: ID("2"), siret: Self.siret)]))
        try await bench.carryHints()
        return (holder, second)
    }

    @Test("a duplicate sleeps while its holder holds, and does not go round in circles")
    func sleeps() async throws {
        try await Bench.with { bench in
            let (_, second) = try await two(bench)
            _ = try await bench.settle([.duplicate(second, of: "1")])
            let seen = try await bench.see(second.id)
            #expect(seen.state == .blocked && seen.reason == .siretDuplicate && seen.detail == "1")
            #expect(seen.wanted == seen.applied)
            #expect(try await bench.hints(of: second.id).isEmpty)
        }
    }

    @Test("a duplicate whose holder let go before the commit stays awake: it would have slept for ever")
    func letGoBefore() async throws {
        try await Bench.with { bench in
            let (holder, second) = try await two(bench)
            _ = try await bench.settle([.stopped(try await bench.lease(holder), .deletedInHubSpot)])
            _ = try await bench.settle([.duplicate(second, of: "1")])
            let seen = try await bench.see(second.id)
            #expect(seen.wanted > seen.applied)
            #expect(try await bench.hints(of: second.id).count == 1)
        }
    }

    @Test("a duplicate wakes in the transaction by which its holder stops")
    func letGoAfter() async throws {
        try await Bench.with { bench in
            let (holder, second) = try await two(bench)
            _ = try await bench.settle([.duplicate(second, of: "1")])
            _ = try await bench.settle([.stopped(try await bench.lease(holder), .deletedInHubSpot)])
            let seen = try await bench.see(second.id)
            #expect(seen.wanted > seen.applied)
            #expect(try await bench.hints(of: second.id).count == 1)
        }
    }

    @Test("a company that holds its SIRET and is blocked by the link of another does not go round in circles")
    func blockedByLink() async throws {
        try await Bench.with { bench in
            var pair = try await bench.leased(.company, "2")
            pair.siret = Self.siret
            try await bench.carryHints()
            _ = try await bench.settle([.blocked(pair, .siretDuplicate, detail: "1")])
            #expect(try await bench.hints(of: pair.id).isEmpty)
            #expect(try await bench.see(pair.id).siret == Self.siret)
        }
    }
}
