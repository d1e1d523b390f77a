import Database
import Domain
import HTTP
import Oversight
import Testing

@testable import Console

@Suite("backfill, artis.net's side")
struct ArtisBackfillTests {
    private func backfill(_ bench: Bench, _ books: Books, _ order: BackfillOrder = BackfillOrder()) -> Backfill {
        Backfill(
            order: order, hubspot: books.hubspot, artis: books.artis, database: bench.database, stage: "opportunity",
            forecast: order.dryRun ? .sample(bench, hubspot: books.hubspot, artis: books.artis) : nil,
            pacing: BackfillPacing(patience: .milliseconds(50), pause: .milliseconds(1), outages: 1))
    }

    /// A prospect and a suspect, and what hangs on each.
    private func books() -> Books {
        let books = Books()
        books.action("COM", "TEL", "*", "CALL")
        for (id, relation) in [("T1", "Prospect"), ("T2", "Suspect"), ("T3", "Client"), ("T4", "AncienClient")] {
            books.artis("tiers/\(id)", ["relation": .string(relation), "raisonSociale": "Durand"])
        }
        for (id, tiers) in [("1", "T1"), ("2", "T2"), ("3", "T3")] {
            books.artis("affaires/AF\(id)", ["tiers": .string(tiers)])
            books.artis("interlocuteurs/IN\(id)", ["tiers": .string(tiers)])
            books.artis("actions/AC\(id)", ["tiers": .string(tiers), "domaine": "COM", "type": "TEL", "motif": "X"])
        }
        books.artis("actions/AC9", ["tiers": "T1", "domaine": "ADM", "type": "TEL", "motif": "X"])
        return books
    }

    private static let queued = "SELECT count(*) FROM outbox JOIN pair ON id = pair_id WHERE lane = 'backfill' AND "

    @Test("R9 R14 R20 Prospects and clients are queued with what hangs on them, and nobody else leaves a row")
    func eligible() async throws {
        try await Bench.with { bench in
            let tallies = try await backfill(bench, books()).run()
            #expect(tallies.map(\.queued) == [0, 0, 2, 2, 2, 2] && tallies.map(\.seen) == [0, 0, 4, 3, 3, 4])
            #expect(try await bench.number(Self.queued + "artis_id IN ('T1', 'AF1', 'IN1', 'AC1', 'T3', 'AF3', 'IN3', 'AC3')") == 8)
            #expect(try await bench.number("SELECT count(*) FROM pair") == 8)
            #expect(try await bench.number("SELECT count(*) FROM cursor") == 0)
        }
    }

    @Test("Twice is once")
    func twice() async throws {
        try await Bench.with { bench in
            let books = books()
            _ = try await backfill(bench, books).run()
            let again = try await backfill(bench, books).run()
            #expect(again.allSatisfy { $0.queued == 0 })
            #expect(try await bench.number("SELECT max(wanted) FROM pair") == 1)
        }
    }

    @Test("What hangs on a company that was left out or stopped stays out; a blocked one is waited for")
    func homes() async throws {
        try await Bench.with { bench in
            try await bench.pair(.company, nil, artis: "T1", state: .notEligible, reason: .relationNotSent)
            try await bench.pair(.company, "20", artis: "T2", state: .synced, latched: true)
            try await bench.pair(.company, nil, artis: "T3", state: .blocked, reason: .siretMissing)
            let tallies = try await backfill(bench, books(), BackfillOrder(kinds: [.deal])).run()
            #expect(tallies.map(\.queued) == [0, 2])
            #expect(try await bench.number(Self.queued + "artis_id IN ('AF2', 'AF3')") == 2)
        }
    }

    @Test("What stayed out is looked at again; what is synced only by kind, and only if artis has a younger version")
    func known() async throws {
        try await Bench.with { bench in
            let books = Books()
            for id in 1...5 { books.artis("tiers/T\(id)", version: 7, ["relation": "Client"]) }
            try await bench.pair(.company, nil, artis: "T1", state: .notEligible, reason: .relationNotSent)
            try await bench.pair(.company, "2", artis: "T2", state: .synced, latched: true, more: "artis_version = 7")
            try await bench.pair(.company, "3", artis: "T3", state: .synced, latched: true, more: "artis_version = 6")
            try await bench.pair(.company, nil, artis: "T4", state: .pending, wanted: 2)
            try await bench.pair(.company, "5", artis: "T5", state: .stopped, reason: .deletedInArtis, latched: true)
            let all = try await backfill(bench, books).run()
            #expect(all.map(\.queued) == [0, 2, 2, 0, 0, 0])
            #expect(try await bench.number(Self.queued + "artis_id IN ('T1', 'T5')") == 2)
            let one = try await backfill(bench, books, BackfillOrder(kinds: [.company])).run()
            #expect(one.map(\.queued) == [0, 1])
            #expect(try await bench.number(Self.queued + "artis_id = 'T3'") == 1)
        }
    }

    @Test("--since counts by the moment of the last change in artis")
    func since() async throws {
        try await Bench.with { bench in
            let books = Books()
            books.artis("tiers/T1", modified: "2026-01-01T00:00:00Z", ["relation": "Client"])
            books.artis("tiers/T2", modified: "2026-06-01T00:00:00Z", ["relation": "Client"])
            let moment = try #require(Instant(rfc3339: "2026-06-01T00:00:00Z"))
            _ = try await backfill(bench, books, BackfillOrder(since: moment)).run()
            #expect(try await bench.number("SELECT count(*) FROM pair WHERE artis_id = 'T2'") == 1)
            #expect(try await bench.number("SELECT count(*) FROM pair") == 1)
        }
    }

    @Test("Stopped half-way, it goes on where it was")
    func resumes() async throws {
        try await Bench.with { bench in
            let books = Books()
            for id in 1...6 { books.artis("tiers/T\(id)", ["relation": "Client"]) }
            books.breaks(at: "4")
            await #expect(throws: ConsoleFailure.self) { _ = try await backfill(bench, books).run() }
            books.breaks(at: nil)
            let before = books.asked.count
            _ = try await backfill(bench, books, BackfillOrder()).run()
            let listings = books.asked.dropFirst(before).map(\.url).filter { $0.contains("/v1/tiers") && !$0.hasSuffix("lecture") }
            #expect(listings.map { $0.hasSuffix("suite=4") } == [true])
            #expect(try await bench.number("SELECT count(*) FROM pair") == 6)
        }
    }
}
