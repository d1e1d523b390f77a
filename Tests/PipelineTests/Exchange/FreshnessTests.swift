import Database
import Domain
import HTTP
import Synchronization
import Testing

@testable import Pipeline

@Suite("Records that somebody changes in HubSpot between our look and our write")
struct FreshnessTests {
    private static let before = "2026-03-02T09:00:00Z"

    /// A company that artis gave a telephone; read in HubSpot so many seconds ago.
    private func phoned(_ bench: Bench, _ id: String, readSecondsAgo: Int64) async throws -> Candidate {
        var candidate = try await bench.renamed(id, tiers: "T\(id)", artis: ["telephone": "0559000000"])
        bench.hubspot.put("companies/\(id)", ["name": "Durand", "hs_lastmodifieddate": Self.before])
        candidate.hubspot = [.name: "Durand"]
        candidate.readAt = bench.workshop.clock() - .seconds(readSecondsAgo)
        candidate.pair.hubspotModified = Instant(text: Self.before)
        return candidate
    }

    private func change(_ bench: Bench, _ id: String) {
        bench.hubspot.put("companies/\(id)", ["phone": "0600000000", "hs_lastmodifieddate": "2026-03-02T09:00:05Z"])
    }

    @Test("one that has moved since is put off, and written to neither side; its neighbours are written")
    func stale() async throws {
        try await Bench.with { bench in
            var moved = try await phoned(bench, "1", readSecondsAgo: 10)
            let still = try await phoned(bench, "2", readSecondsAgo: 10)
            // It has something for artis as well.
            moved.hubspot[.name] = "Durand et fils"
            change(bench, "1")
            let settled = try await bench.exchange([moved, still])
            let stale = try #require(settled[moved.pair.id])
            #expect(!stale.answers && stale.pair.state == moved.pair.state)
            #expect(stale.nextAttemptAt.map { $0 <= bench.workshop.clock() } == true)
            #expect(bench.hubspot.record("companies/1")["phone"] == "0600000000" && bench.artis.operations.isEmpty)
            #expect(settled[still.pair.id]?.pair.state == .synced)
            #expect(bench.hubspot.record("companies/2")["phone"] == "0559000000")
        }
    }

    @Test("one that was read a moment ago costs no second look")
    func fresh() async throws {
        try await Bench.with { bench in
            let candidate = try await phoned(bench, "1", readSecondsAgo: 0)
            #expect(try await bench.exchange(candidate).pair.state == .synced)
            #expect(bench.hubspot.calls.suffix(1).map(\.path) == ["/crm/v3/objects/companies/batch/update"])
            #expect(bench.hubspot.calls.filter { $0.path.hasSuffix("/batch/read") }.isEmpty)
        }
    }

    @Test("a write that is answered long after the read may have hidden an edit: the next poll still sees news", arguments: [
        (1, true), (60, false),
    ])
    func slow(secondsToAnswer: Int64, isTaken: Bool) async throws {
        try await Bench.with { bench in
            let candidate = try await phoned(bench, "1", readSecondsAgo: 0)
            let time = Mutex(candidate.readAt ?? bench.workshop.clock())
            let hubspot = bench.hubspot
            hubspot.interrupt { request in
                guard request.path.hasSuffix("/batch/update") else { return nil }
                hubspot.put("companies/1", ["hs_lastmodifieddate": "2026-03-02T09:00:05Z"])
                time.withLock { $0 = $0 + .seconds(secondsToAnswer) }
                return nil
            }
            let settled = try await bench.exchange([candidate], clock: { time.withLock { $0 } })
            let pair = try #require(settled[candidate.pair.id]?.pair)
            #expect(pair.state == .synced && hubspot.record("companies/1")["phone"] == "0559000000")
            #expect(pair.hubspotModified == Instant(text: isTaken ? "2026-03-02T09:00:05Z" : Self.before))
        }
    }

    @Test("one that is gone meanwhile is put off as well: the next look says so")
    func gone() async throws {
        try await Bench.with { bench in
            let candidate = try await phoned(bench, "1", readSecondsAgo: 10)
            bench.hubspot.interrupt { $0.path.hasSuffix("/batch/read") ? HTTPResponse(200, ["results": []]) : nil }
            #expect(try await bench.exchange(candidate).answers == false)
        }
    }

    @Test("what is written to artis alone is not looked at again")
    func artisOnly() async throws {
        try await Bench.with { bench in
            var candidate = try await bench.renamed()
            candidate.readAt = bench.workshop.clock() - .seconds(60)
            #expect(try await bench.exchange(candidate).pair.state == .synced)
            #expect(bench.hubspot.calls.allSatisfy { !$0.path.contains("/objects/") })
        }
    }

    @Test("Invariant 3: a lease lost between the write to artis and the one to HubSpot ends there")
    func lostLease() async throws {
        try await Bench.with { bench in
            var candidate = try await phoned(bench, "1", readSecondsAgo: 0)
            candidate.hubspot[.name] = "Durand et fils"
            let (database, id) = (bench.database, candidate.pair.id)
            bench.artis.interrupt { (artis, request) async throws(HTTPFailure) in
                guard request.path.hasSuffix("/lots") else { return nil }
                try? await database.script("UPDATE pair SET lease_term = lease_term + 1 WHERE id = \(id)")
                return nil
            }
            #expect(try await bench.exchange([candidate])[id] == nil)
            #expect(bench.artis.operations.count == 1)
            #expect(bench.hubspot.record("companies/1")["phone"] == nil)
        }
    }
}
