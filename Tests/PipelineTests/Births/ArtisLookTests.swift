import Artis
import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("R9, R14: the look in artis at pairs that are not synced yet")
struct ArtisLookTests {
    private func see(_ pairs: [Pair], _ bench: Bench) async throws -> ArtisLook.Seen {
        try await ArtisLook(workshop: bench.workshop).see(pairs)
    }

    @Test("pairs with a record in artis ask by it; the synced, and those that HubSpot alone knows, are left to HubSpot")
    func asks() async throws {
        try await Bench.with { bench in
            bench.artis.put("affaires", "AF1", ["intitule": "Toiture"])
            bench.artis.put("affaires", "AF2", ["intitule": "Murs"])
            let born = try await bench.lease(try await bench.plantBorn(.deal, "AF1"))
            let linked = try await bench.leased(.deal, "2") { $0.artisID = ID("AF2") }
            let synced = try await bench.leased(.deal, "3", latched: true) { $0.artisID = ID("AF3") }
            let other = try await bench.leased(.deal, "4")
            let seen = try await see([born, linked, synced, other], bench)
            #expect(seen.asking.map(\.pair.id) == [born.id, linked.id])
            #expect(seen.asking.map { $0.record.fields["intitule"]?.string } == ["Toiture", "Murs"])
            #expect(seen.asking.allSatisfy { $0.pair.artisVersion == 1 && $0.pair.warnings.isEmpty })
            #expect(seen.others.map(\.id) == [synced.id, other.id] && seen.settled.isEmpty)
            #expect(bench.artis.calls.filter { $0.path.hasSuffix("/affaires/lecture") }.count == 1)
        }
    }

    @Test("R26 what artis has no more stops its pair, before anything is created of it")
    func gone() async throws {
        try await Bench.with { bench in
            let born = try await bench.lease(try await bench.plantBorn(.deal, "AF1"))
            let seen = try await see([born], bench)
            #expect(seen.asking.isEmpty)
            #expect(seen.settled.map(\.pair.reason) == [.deletedInArtis] && seen.settled[0].pair.state == .stopped)
        }
    }

    @Test("who has nothing in artis costs no call there")
    func nothing() async throws {
        try await Bench.with { bench in
            let before = bench.artis.calls.count
            let other = try await bench.leased(.deal, "4")
            #expect(try await see([other], bench).others.count == 1)
            #expect(bench.artis.calls.count == before)
        }
    }
}
