import Database
import Domain
import TestKit
import Testing

@Suite struct BeginWritingTests {
    private func begin(
        _ pair: Pair, _ values: [Field: String?] = [:], creates: Bool = false, on test: TestDatabase
    ) async throws -> [BeginWriting.Row] {
        try await test.database.run(
            BeginWriting(
                [BeginWriting.Intent(pair: pair.id, term: pair.term, values: values, creates: creates)],
                duration: .seconds(45)))
    }

    @Test("R25 What is about to be written is marked, a cleared value too, and the commit takes the mark away")
    func echo() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.lease(try await test.plant(.company) { $0.hubspot_id = "1" })
            #expect(try await begin(pair, [.name: "Durand", .phone: nil], on: test).map(\.pair) == [pair.id])
            let key = RecordKey(kind: .company, id: "1")
            let known = try #require(try await test.database.first(FindKnownRecords([key])))
            #expect(known.echo["name"] == "Durand" && known.echo["phone"] == .some(nil))
            #expect(try await test.half(pair.id)?.isBeingCreated == false)
            _ = try await test.database.run(SettlePairs([Settlement(pair: pair)]))
            #expect(try await test.half(pair.id)?.echo == nil)
        }
    }

    @Test("Invariant 3: a lease that is not ours any more is not prolonged, and nothing is marked", arguments: [true, false])
    func lostLease(taken: Bool) async throws {
        try await TestDatabase.with { test in
            let pair = try await test.lease(try await test.plant(.company))
            try await test.letTimePass()
            if taken {
                _ = try await test.lease(pair.id, owner: "another")
                #expect(try await begin(pair, [.name: "Durand"], creates: true, on: test).isEmpty)
                let half = try #require(try await test.half(pair.id))
                #expect(half.echo == nil && !half.isBeingCreated)
            } else {
                #expect(try await begin(pair, on: test).count == 1, "run out, but nobody's: it is ours still")
                #expect(try await test.see(pair.id).isLeased)
            }
        }
    }

    @Test("Invariant 8: a creation is marked, and who begins again is told that one was begun before")
    func creation() async throws {
        try await TestDatabase.with { test in
            let pair = try await test.lease(try await test.plantHalf(artis: "T1"))
            #expect(try await begin(pair, creates: true, on: test).map(\.begunBefore) == [nil])
            let again = try await begin(pair, creates: true, on: test)
            #expect(again.first?.begunBefore != nil)
            _ = try await begin(pair, creates: false, on: test)
            #expect(try await test.half(pair.id)?.isBeingCreated == true)
        }
    }

    @Test("Invariant 8: the mark of a creation stays until it is known what became of it")
    func mark() async throws {
        try await TestDatabase.with { test in
            var pair = try await test.lease(try await test.plantHalf(artis: "T1"))
            func settle(uncreated: Bool = false) async throws -> Bool? {
                _ = try await begin(pair, creates: true, on: test)
                var settlement = Settlement(pair: pair, answers: false)
                settlement.isUncreated = uncreated
                _ = try await test.database.run(SettlePairs([settlement]))
                pair = try await test.lease(pair.id)
                return try await test.half(pair.id)?.isBeingCreated
            }
            #expect(try await settle() == true, "a worker that does not know has not seen the mark")
            #expect(try await settle(uncreated: true) == false, "HubSpot refused it")
            _ = try await settle()
            pair.hubspotID = "1"
            #expect(try await settle() == false, "it stands for a record")
        }
    }
}
