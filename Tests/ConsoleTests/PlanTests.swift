import Database
import Domain
import HTTP
import Testing

@testable import Console

/// What a dry run says of a small account of both systems, with each kind of fault once.
@Suite("backfill --dry-run")
struct PlanTests {
    private func plan(_ bench: Bench, _ books: Books) async throws -> [BackfillStep: PlanLine] {
        PlanAccount.fill(books)
        let tallies = try await Backfill(
            order: BackfillOrder(dryRun: true), hubspot: books.hubspot, artis: books.artis, database: bench.database,
            stage: "opportunity", forecast: .sample(bench, hubspot: books.hubspot, artis: books.artis)
        ).run()
        return Dictionary(tallies.map { ($0.step, $0.plan.whole) }, uniquingKeysWith: { first, _ in first })
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

    @Test("For people and for programs: counts by step, reasons with their remedies, calls and time")
    func report() throws {
        let companies = PlanLine(create: 470, link: 5, blocked: [.siretMissing: 5], leftOut: [.syncNotRequested: 20])
        let tallies = [
            BackfillProgress(
                step: .companies(ifOpen: .leave), seen: 500, queued: 480, plan: Plan(.company, companies)),
            BackfillProgress(step: .below(.deal), seen: 900, queued: 800, plan: Plan(.deal, PlanLine(create: 800))),
            BackfillProgress(step: .listing(.call), seen: 3, queued: 3, plan: Plan(.call, PlanLine(create: 3))),
        ]
        let report = BackfillReport(order: BackfillOrder(dryRun: true), tallies: tallies, spacing: .milliseconds(500))
        let text = report.page(.en).lines(colours: false).joined(separator: "\n")
        #expect(text.contains("SIRET_MISSING") && text.contains(Reason.siretMissing.remedy(.en)))
        // 3 searches, 10 reads, 2 for the links, a round of 8; 18 for the deals; 1: forty-two, at seven tenths.
        #expect(CallEstimate(tallies).calls == 60)
        #expect(text.contains("About 60 calls, one every 500 ms: 30 s"))
        let json = report.json
        #expect(json["dry_run"] == true && json["calls"] == 60 && json["delay_ms"] == 500 && json["seconds"] == 30)
        #expect(json["steps"]?[0]?["blocked"] == ["SIRET_MISSING": 5] && json["steps"]?[0]?["from"] == "hubspot")
        #expect(json["steps"]?[2]?["kind"] == .null && json["steps"]?[2]?["from"] == "artis")
        let real = BackfillReport(order: BackfillOrder(), tallies: tallies, spacing: .zero).json
        #expect(real["steps"]?[1] == ["step": "backfill.below.deal", "found": 900, "queued": 800])
    }
}
