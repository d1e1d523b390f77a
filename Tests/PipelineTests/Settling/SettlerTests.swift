import Database
import Domain
import Testing

@testable import Pipeline

@Suite("The commit of a batch")
struct SettlerTests {
    private func synced(_ pair: Pair, artis: String, latches: Bool = true) -> Settlement {
        var pair = pair
        pair.state = .synced
        pair.artisID = ID(artis)
        return Settlement(pair: pair, latches: latches)
    }

    @Test("Invariant 3: a late writer's settlement changes nothing here, and nothing follows from it")
    func lateWriter() async throws {
        try await Bench.with { bench in
            let company = try await bench.leased(.company, "1")
            let waiting = try await bench.plant(.deal, "2") {
                ($0.state, $0.reason, $0.companyID) = (.waiting, .companyNotSynced, company.id)
            }
            try await bench.carryHints()
            try await bench.database.script("UPDATE pair SET lease_until = now() - interval '1 second' WHERE id = \(company.id)")
            let newer = try await bench.lease(company.id, owner: "another")
            #expect(try await bench.settle([synced(company, artis: "T1")]).isEmpty)
            let seen = try await bench.see(company.id)
            #expect(seen.state == .pending && !seen.isLatched && seen.artisID == nil)
            #expect(try await bench.hints(of: waiting).isEmpty)
            #expect(try await bench.settle([synced(newer, artis: "T2")]).count == 1)
        }
    }

    @Test("A vendor's words about a record stand in its row, which forget erases, and not in the history")
    func foreignWords() async throws {
        try await Bench.with(retries: RetryPolicy(attempts: 1)) { bench in
            let pair = try await bench.leased(.deal, "1")
            let settlement = bench.workshop.retry(pair, cause: "422: intitule: M. Durand is too long")
            #expect(settlement.pair.detail == "422: intitule: M. Durand is too long")
            #expect(settlement.journal.map(\.detail) == ["422"])
        }
    }

    @Test("R26 what has stopped says into which record it was merged while its looks fail, and says why once it has failed")
    func failingLooks() async throws {
        try await Bench.with(retries: RetryPolicy(attempts: 2)) { bench in
            var pair = try await bench.leased(.deal, "1")
            (pair.state, pair.reason, pair.detail) = (.stopped, .mergedInHubSpot, "9")
            let retried = bench.workshop.retry(pair, cause: "500: internal error").pair
            #expect(retried.state == .stopped && retried.reason == .mergedInHubSpot && retried.detail == "9")
            let failed = bench.workshop.retry(retried, cause: "500: internal error").pair
            #expect(failed.state == .failed && failed.detail == "500: internal error")
        }
    }

    @Test("R21 an activity that was written without a contact which latched meanwhile is looked at again")
    func missedLink() async throws {
        try await Bench.with { bench in
            let call = try await bench.leased(.call, "1")
            let contact = try await bench.leased(.contact, "2")
            _ = try await bench.settle([synced(contact, artis: "IN1")])
            try await bench.carryHints()
            var settlement = synced(call, artis: "AC1")
            settlement.links = [ActivityLink(activity: call.id, kind: .contact, hubspotID: ID("2"))]
            _ = try await bench.settle([settlement])
            let seen = try await bench.see(call.id)
            #expect(seen.state == .synced && seen.wanted > seen.applied)
            #expect(try await bench.hints(of: call.id).count == 1)
        }
    }

    @Test("R21 the transaction that latches a contact wakes the activities linked with it, and no others")
    func latchedLink() async throws {
        try await Bench.with { bench in
            let (call, other) = (try await bench.leased(.call, "1"), try await bench.leased(.call, "3"))
            var settlement = synced(call, artis: "AC1")
            settlement.links = [ActivityLink(activity: call.id, kind: .contact, hubspotID: ID("2"))]
            _ = try await bench.settle([settlement, synced(other, artis: "AC2")])
            try await bench.carryHints()
            _ = try await bench.settle([synced(try await bench.leased(.contact, "2"), artis: "IN1")])
            #expect(try await bench.hints(of: call.id).count == 1)
            #expect(try await bench.hints(of: other.id).isEmpty)
        }
    }
}
