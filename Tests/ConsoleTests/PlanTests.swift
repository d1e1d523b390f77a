import Database
import Domain
import HTTP
import Testing

@testable import Console

/// What a dry run says of a small account of both systems, with each kind of fault once.
@Suite("backfill --dry-run")
struct PlanTests {
    private func plan(_ bench: Bench, _ books: Books) async throws -> [BackfillStep: PlanLine] {
        try await plans(bench, books).mapValues(\.whole)
    }

    private func plans(_ bench: Bench, _ books: Books) async throws -> [BackfillStep: Plan] {
        PlanAccount.fill(books)
        let tallies = try await Backfill(
            order: BackfillOrder(dryRun: true), hubspot: books.hubspot, artis: books.artis, database: bench.database,
            stage: "opportunity", forecast: .sample(bench, hubspot: books.hubspot, artis: books.artis)
        ).run()
        return Dictionary(tallies.map { ($0.step, $0.plan) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("R4 R6 R8 R10 R13 R15 R16 R18 R28 HubSpot's side, as the workers would judge it")
    func fromHubSpot() async throws {
        try await Bench.with { bench in
            let plan = try await plan(bench, Books())
            #expect(
                plan[.companies(ifOpen: .leave)] == PlanLine(
                    create: 1, link: 1, blocked: [.siretMissing: 1, .siretDuplicate: 1, .siretInvalid: 1],
                    leftOut: [.lifecycleNotReached: 1, .syncNotRequested: 1]))
            #expect(
                plan[.below(.deal)] == PlanLine(
                    create: 1, blocked: [.stageUnknown: 1], leftOut: [.syncNotRequested: 1, .otherPipeline: 1]))
            #expect(plan[.below(.contact)] == PlanLine(create: 1, link: 1, blocked: [.civiliteUnknown: 1]))
            // One hangs on its company, one on a deal alone; one that hangs on a company which stays out is none of these.
            #expect(plan[.below(.call)] == PlanLine(create: 2))
            #expect(plan[.below(.email)] == PlanLine(leftOut: [.actionUnmapped: 1]))
        }
    }

    @Test("R6 R9 R14 R20 R28 artis' side: what HubSpot would be linked with is counted there, a mail held elsewhere is in the way")
    func fromArtis() async throws {
        try await Bench.with { bench in
            let plan = try await plan(bench, Books())
            #expect(
                plan[.listing(.company)] == PlanLine(
                    create: 1, link: 1, blocked: [.siretMissing: 1], leftOut: [.relationNotSent: 1]))
            #expect(plan[.listing(.deal)] == PlanLine(create: 1, leftOut: [.companyNotSynced: 2]))
            #expect(plan[.listing(.contact)] == PlanLine(create: 1, link: 1, blocked: [.contactDuplicate: 1]))
            #expect(plan[.listing(.call)] == PlanLine(create: 1, leftOut: [.actionUnmapped: 1]))
        }
    }

    @Test("R20 actions of artis are counted by the type that HubSpot has for them; one of no type is of no kind")
    func actions() async throws {
        try await Bench.with { bench in
            let books = Books()
            books.action("COM", "RDV", "X", "MEETING")
            books.artis("actions/C3", ["tiers": "U1", "domaine": "COM", "type": "RDV", "motif": "X"])
            try await bench.pair(.email, "91", artis: "C4", state: .synced, latched: true)
            books.artis("actions/C4", ["tiers": "U1", "domaine": "COM", "type": "FAX", "motif": "X"])
            let plan = try await plans(bench, books)[.listing(.call)]
            #expect(plan?.found == [.call: 1, .meeting: 1, .email: 1, nil: 1])
            #expect(plan?.lines[.call] == PlanLine(create: 1) && plan?.lines[.meeting] == PlanLine(create: 1))
            #expect(plan?.lines[nil] == PlanLine(leftOut: [.actionUnmapped: 1]))
        }
    }

    @Test("R11 a company whose sync has begun is not left out when its stage has moved on or its box is off again")
    func begun() async throws {
        try await Bench.with { bench in
            let books = Books()
            for (id, stage, box) in [("81", "customer", "true"), ("82", "opportunity", "false"), ("83", "opportunity", "true")] {
                books.hubspot("companies/\(id)", ["lifecyclestage": stage, "synchro_artis": box])
                try await bench.pair(.company, id, artis: "T\(id)", state: .synced, latched: true)
            }
            // One that has a row and stays out is left out as before.
            try await bench.pair(.company, "5", state: .notEligible, reason: .lifecycleNotReached)
            let plan = try await plan(bench, books)
            #expect(
                plan[.companies(ifOpen: .leave)]?.leftOut == [.lifecycleNotReached: 1, .syncNotRequested: 1])
            let searches = books.asked.filter { $0.url.hasSuffix("/companies/search") }
            #expect(searches.count == 3 && searches.allSatisfy { $0.json["limit"] == 200 })
        }
    }

    @Test("R11 while no sync has begun, two calls tell how many are left out")
    func counted() async throws {
        try await Bench.with { bench in
            let books = Books()
            _ = try await plan(bench, books)
            let searches = books.asked.filter { $0.url.hasSuffix("/companies/search") }
            #expect(searches.map { $0.json["limit"] } == [200, 1, 1])
        }
    }

    @Test("It reads, and changes nothing here either")
    func readsOnly() async throws {
        try await Bench.with { bench in
            let books = Books()
            _ = try await plan(bench, books)
            #expect(try await bench.number("SELECT (SELECT count(*) FROM pair) + (SELECT count(*) FROM cursor)") == 0)
            let posts = books.asked.filter { $0.method == .post }.compactMap { $0.url.split(separator: "/").last }
            #expect(Set(posts) == ["read", "search", "lecture"])
        }
    }
}
