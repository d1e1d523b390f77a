import Database
import Domain
import HubSpot
import Testing

@testable import Pipeline

@Suite("Invariant 8: records of HubSpot's that carry our reference")
struct OwnRecordsTests {
    private func recognise(
        _ pairs: [Pair], _ bench: Bench, reference: String = "affaires:AF1"
    ) async throws -> OwnRecords.Recognised {
        let found = pairs.compactMap(\.hubspotID).map { id in
            (id, HubSpotObject(id: id, properties: ["passerelle_ref": reference]))
        }
        return try await OwnRecords(workshop: bench.workshop, lane: .live)
            .recognise(pairs, Dictionary(uniqueKeysWithValues: found))
    }

    @Test("a row that an event made of what a worker is creating becomes one with the worker's, and is looked at anew")
    func half() async throws {
        try await Bench.with { bench in
            let born = try await bench.lease(try await bench.plantBorn(.deal, "AF1"))
            let told = try await bench.leased(.deal, "31")
            let recognised = try await recognise([told], bench)
            #expect(recognised.handled == [told.id] && recognised.settled.isEmpty)
            let kept = try await bench.see(born.id)
            #expect(kept.hubspotID == ID("31") && kept.artisID == ID("AF1") && kept.wanted > kept.applied)
            #expect(try await bench.find(told.id) == nil)
            #expect(try await bench.settle([Settlement(pair: born)]).isEmpty, "the creator's lease counts no more")
        }
    }

    @Test("where no row stands for its artis half, the pair learns it, and is looked at once more")
    func unknown() async throws {
        try await Bench.with { bench in
            let told = try await bench.leased(.deal, "31")
            let recognised = try await recognise([told], bench)
            #expect(recognised.handled == [told.id])
            let settlement = try #require(recognised.settled.first)
            #expect(settlement.pair.artisID == ID("AF1") && !settlement.answers && settlement.unites)
        }
    }

    @Test("a copy of a linked record's reference, as a merge leaves one, says nothing")
    func copy() async throws {
        try await Bench.with { bench in
            _ = try await bench.plant(.deal, "30", latched: true) { $0.artisID = ID("AF1") }
            let told = try await bench.leased(.deal, "31")
            let recognised = try await recognise([told], bench)
            #expect(recognised.handled.isEmpty && recognised.settled.isEmpty)
        }
    }

    @Test("what is no name of ours, or of another kind's, says nothing; nor to a pair that is linked or stopped", arguments: [
        "tiers:AF1", "AF1", "affaires:", "",
    ])
    func foreign(reference: String) async throws {
        try await Bench.with { bench in
            let told = try await bench.leased(.deal, "31")
            #expect(try await recognise([told], bench, reference: reference).handled.isEmpty)
            var (linked, stopped) = (told, told)
            linked.artisID = ID("AF9")
            stopped.state = .stopped
            #expect(try await recognise([linked], bench).handled.isEmpty)
            #expect(try await recognise([stopped], bench).handled.isEmpty)
        }
    }
}
