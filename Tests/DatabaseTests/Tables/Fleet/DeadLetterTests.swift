import Database
import Domain
import TestKit
import Testing

@Suite struct DeadLetterTests {
    private func letter(_ kind: Kind?, _ system: System?, _ id: String?) -> StoreDeadLetter {
        StoreDeadLetter(
            queue: "passerelle.deal.live", reason: "delivery_limit", kind: kind, system: system, externalID: id,
            deaths: 3, payload: [0, 255, 10])
    }

    private func letters(on test: TestDatabase) async throws -> [LetterSight] {
        try await test.database.run(SeeLetters())
    }

    @Test("A letter that names a pair sets it failed and raises its term, so that whoever holds it changes nothing")
    func fails() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant { ($0.hubspot_id, $0.wanted) = ("1", 4) }
            var held = try await test.lease(id)
            try await test.database.execute(letter(.deal, .hubspot, "1"))
            let sight = try await test.see(id)
            #expect(sight.shownState == .failed && sight.reason == .poisonMessage && !sight.isUnanswered)
            #expect(!sight.isLeased && sight.term > held.term)
            held.state = .synced
            #expect(try await test.database.run(SettlePairs([Settlement(pair: held)])).isEmpty)
            #expect(try await letters(on: test) == [LetterSight(pair: id, payload: [0, 255, 10], deaths: 3, id: "1")])
        }
    }

    @Test("A letter names its pair by the id of artis too, and by its kind")
    func byArtis() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant(.deal) { $0.artis_id = "1" }
            let other = try await test.plant(.contact) { $0.artis_id = "1" }
            let third = try await test.plant(.deal) { $0.hubspot_id = "1" }
            try await test.database.execute(letter(.deal, .artis, "1"))
            #expect(try await test.see(id).state == .failed)
            for pair in [other, third] { #expect(try await test.see(pair).state == .pending) }
        }
    }

    @Test("R20 A letter of an action names its pair, whichever kind the action has turned out to be")
    func action() async throws {
        try await TestDatabase.with { test in
            let meeting = try await test.plant(.meeting) { $0.artis_id = "1" }
            let deal = try await test.plant(.deal) { $0.artis_id = "1" }
            try await test.database.execute(letter(.call, .artis, "1"))
            #expect(try await test.see(meeting).state == .failed)
            #expect(try await test.see(deal).state == .pending)
        }
    }

    @Test("As many of a letter's bytes are read as are asked for, and how many it has")
    func bytes() async throws {
        try await TestDatabase.with { test in
            try await test.database.execute(letter(nil, nil, nil))
            for (bytes, payload) in [(0, []), (2, [0, 255]), (9, [0, 255, 10]), (nil, [0, 255, 10])] as [(Int?, [UInt8])] {
                let found = try #require(try await test.database.first(ListDeadLetters(bytes: bytes)))
                #expect(found.payload == payload && found.size == 3)
            }
        }
    }

    @Test("A letter that names no pair is kept with its bytes")
    func noPair() async throws {
        try await TestDatabase.with { test in
            try await test.database.execute(letter(nil, nil, nil))
            try await test.database.execute(letter(.deal, .hubspot, "unknown"))
            #expect(try await letters(on: test).map(\.payload) == [[0, 255, 10], [0, 255, 10]])
            #expect(try await letters(on: test).map(\.pair) == [nil, nil])
        }
    }

    /// A hint may be dropped as soon as the row says that it is answered; so may one that died late.
    @Test("R26 A letter whose pair is answered by now changes nothing: what stopped stays stopped")
    func answered() async throws {
        try await TestDatabase.with { test in
            let id = try await test.plant {
                ($0.hubspot_id, $0.state, $0.latched, $0.applied) = ("1", .stopped, true, 1)
            }
            let before = try await test.see(id)
            try await test.database.execute(letter(.deal, .hubspot, "1"))
            #expect(try await test.see(id) == before)
            #expect(try await letters(on: test).map(\.pair) == [id])
        }
    }
}

private struct LetterSight: Sendable, Equatable {
    var pair: PairID?
    var payload: [UInt8]
    var deaths: Int64
    var id: String?
}

private struct SeeLetters: Statement {
    static let sql = "SELECT pair_id, payload, deaths, coalesce(hubspot_id, artis_id) FROM dead_letter ORDER BY id"
    static func decode(_ row: RowReader) throws(DatabaseError) -> LetterSight {
        LetterSight(
            pair: try row.intOrNull(0).map(PairID.init(_:)), payload: try row.bytes(1), deaths: try row.int(2),
            id: try row.textOrNull(3))
    }
}
