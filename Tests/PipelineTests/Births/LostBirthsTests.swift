import Database
import Domain
import HTTP
import Testing

@testable import Pipeline

@Suite("Invariant 8: creations in HubSpot whose outcome is not known")
struct LostBirthsTests {
    /// A deal that HubSpot has made, and whose answer was lost.
    private func lost(_ bench: Bench, secondsAgo: Int = 60) async throws -> Candidate {
        let candidate = try await bench.bornDeal("AF1")
        bench.hubspot.put("deals/31", ["dealname": "Toiture", "passerelle_ref": "affaires:AF1"])
        try await bench.markCreation(candidate.pair.id, secondsAgo: secondsAgo)
        return bench.bornDeal(try await bench.takenOver(candidate.pair.id))
    }

    private func isFound(_ settlement: Settlement) -> Bool {
        settlement.pair.hubspotID == ID("31") && !settlement.answers && settlement.unites
    }

    @Test("by unique value it is found at once, however young, and looked at like any other", arguments: [0, 60])
    func unique(secondsAgo: Int) async throws {
        try await Bench.with { bench in
            let candidate = try await lost(bench, secondsAgo: secondsAgo)
            let settlement = try await bench.exchange(candidate)
            #expect(isFound(settlement))
            #expect(bench.creations.isEmpty)
            _ = try await bench.settle([settlement])
            let seen = try await bench.see(candidate.pair.id)
            #expect(seen.hubspotID == ID("31") && seen.creatingAt == nil && seen.wanted > seen.applied)
            #expect(try await bench.hints(of: seen.id).contains { $0 <= 0 })
        }
    }

    @Test("a creation that nobody remembers having begun is refused by HubSpot itself, and found by its reference")
    func refusedReference() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.bornDeal("AF1")
            bench.hubspot.put("deals/31", ["dealname": "Toiture", "passerelle_ref": "affaires:AF1"])
            #expect(isFound(try await bench.exchange(candidate)))
            #expect(bench.creations.count == 1 && bench.hubspot.records("deals").count == 1)
        }
    }

    @Test("a reference that is refused though no record holds it is tried again later, never forced")
    func refusedByNobody() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.bornDeal("AF1")
            bench.hubspot.refuseCreation { _ in ["category": "CONFLICT", "message": "passerelle_ref must be unique"] }
            let settlement = try await bench.exchange(candidate)
            #expect(settlement.pair.state == .retrying && settlement.pair.hubspotID == nil)
            _ = try await bench.settle([settlement])
            #expect(try await bench.see(candidate.pair.id).creatingAt != nil)
        }
    }

    @Test("what was begun and is not there is created, once")
    func absent() async throws {
        try await Bench.with { bench in
            let candidate = try await bench.bornDeal("AF1")
            try await bench.markCreation(candidate.pair.id, secondsAgo: 1)
            let settlement = try await bench.exchange(bench.bornDeal(try await bench.takenOver(candidate.pair.id)))
            #expect(settlement.pair.state == .synced)
            #expect(bench.hubspot.records("deals").count == 1)
        }
    }

    @Test("without unique values it waits until a search must know of it, and is then found by its reference")
    func plain() async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: false)
            let young = try await lost(bench, secondsAgo: 5)
            let waiting = try await bench.exchange(young)
            let due = try #require(waiting.nextAttemptAt)
            #expect(!waiting.answers && waiting.pair.hubspotID == nil)
            #expect(due > bench.workshop.clock() && due < bench.workshop.clock() + .seconds(15))
            #expect(bench.creations.isEmpty && bench.hubspot.calls.allSatisfy { !$0.path.hasSuffix("/search") })
            _ = try await bench.settle([waiting])
            let seen = try await bench.see(young.pair.id)
            #expect(seen.creatingAt.map { bench.workshop.clock() - $0 > .seconds(4) } == true, "waiting does not begin anew")

            try await bench.markCreation(young.pair.id, secondsAgo: 16)
            #expect(isFound(try await bench.exchange(bench.bornDeal(try await bench.lease(young.pair.id)))))
            #expect(bench.creations.isEmpty)
        }
    }

    @Test("without unique values, what a search does not know after the lag is created; the lag then counts anew")
    func plainAbsent() async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: false)
            let candidate = try await bench.bornDeal("AF1")
            try await bench.markCreation(candidate.pair.id, secondsAgo: 16)
            bench.hubspot.interrupt { $0.path.hasSuffix("/create") ? HTTPResponse(200, ["results": []]) : nil }
            let pair = try await bench.takenOver(candidate.pair.id)
            _ = try await bench.settle([try await bench.exchange(bench.bornDeal(pair))])
            bench.hubspot.interrupt(nil)
            let again = try await bench.exchange(bench.bornDeal(try await bench.lease(candidate.pair.id)))
            #expect(!again.answers && again.nextAttemptAt != nil && bench.hubspot.records("deals").isEmpty)
        }
    }

    @Test("without unique values, what was known before the fleet started may come from an older dump, and is looked for first")
    func restored() async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: false)
            var old = try await bench.bornDeal("AF1")
            old.pair.createdAt = bench.workshop.started - .seconds(60)
            let waiting = try await bench.exchange(old)
            #expect(!waiting.answers && waiting.nextAttemptAt != nil && bench.creations.isEmpty)

            let young = try await bench.bornDeal("AF2")
            let database = bench.database
            try await database.execute(MoveCursor(CaughtUp.cursor, to: CaughtUp.not))
            #expect(try await bench.exchange(young).nextAttemptAt != nil && bench.creations.isEmpty)
        }
    }

    @Test("without unique values, what is told once the fleet has caught up is created at once")
    func caughtUp() async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: false)
            try await bench.database.execute(MoveCursor(CaughtUp.cursor, to: CaughtUp.since(bench.workshop.clock())))
            #expect(try await bench.exchange(try await bench.bornDeal("AF1")).pair.state == .synced)
        }
    }

    @Test("a worker that goes round again under its lease knows that it has begun", arguments: [true, false])
    func sameLease(unique: Bool) async throws {
        try await Bench.with { bench in
            try await bench.refreshOwnReferences(unique: unique)
            let candidate = try await bench.bornDeal("AF1")
            let hubspot = bench.hubspot
            // Made, and answered with a fault: the batch is halved, and tried again at once.
            bench.hubspot.interrupt { request throws(HTTPFailure) in
                guard request.path.hasSuffix("/create") else { return nil }
                hubspot.put("deals/31", ["dealname": "Toiture", "passerelle_ref": "affaires:AF1"])
                return HTTPResponse(500, ["message": "no"])
            }
            await #expect(throws: StepFailure.self) { _ = try await bench.exchange(candidate) }
            bench.hubspot.interrupt(nil)
            let settlement = try await bench.exchange(candidate)
            #expect(unique ? isFound(settlement) : settlement.nextAttemptAt != nil)
            #expect(bench.creations.count == 1 && bench.hubspot.records("deals").count == 1)
        }
    }
}
