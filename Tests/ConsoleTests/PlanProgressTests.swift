import Domain
import HTTP
import Synchronization
import Testing

@testable import Console

/// A dry run shows that it goes on: nothing that takes many calls is silent meanwhile.
@Suite("backfill --dry-run, its progress")
struct PlanProgressTests {
    /// What is shown, in order, and how many calls to HubSpot there had been each time.
    private func shown(_ books: Books, _ bench: Bench) async throws -> [(progress: BackfillProgress, calls: Int)] {
        let pacing = BackfillPacing()
        let hubspot = pacing.counting(books.hubspot)
        let sample = Forecast.sample(bench, hubspot: hubspot, artis: books.artis)
        let forecast = Forecast(
            hubspot: hubspot, artis: books.artis, database: bench.database, pacing: pacing, reference: sample.reference,
            pipeline: nil)
        let shown = Mutex<[(progress: BackfillProgress, calls: Int)]>([])
        _ = try await Backfill(
            order: BackfillOrder(dryRun: true), hubspot: hubspot, artis: books.artis, database: bench.database,
            stage: "opportunity",
            show: { progress in shown.withLock { $0.append((progress, books.callsToHubSpot)) } }, forecast: forecast,
            pacing: pacing
        ).run()
        #expect(pacing.calls.made == books.callsToHubSpot)
        return shown.withLock { $0 }
    }

    @Test("Deals are read a hundred a call, and shown after each; every call is counted, not every question")
    func below() async throws {
        try await Bench.with { bench in
            let books = Books()
            let open = ["synchro_artis": "true", "lifecyclestage": "opportunity", "name": "Durand"]
            books.hubspot("companies/1", open.merging(["SIRET": "73282932000074"]) { $1 })
            for id in 1001...1250 { books.hubspot("deals/\(id)", ["synchro_artis": "false"], companies: ["1"]) }
            let deals = try await shown(books, bench).filter { $0.progress.step == .below(.deal) }
            #expect(deals.map(\.progress.seen) == [0, 100, 200, 250, 250, 250])
            #expect(deals.map(\.progress.total) == [250, 250, 250, 250, 250, nil])
            #expect(deals.map(\.progress.isDone) == [false, false, false, false, false, true])
            // The association is one call, each hundred one; then one for their companies.
            let calls = deals.map(\.calls)
            #expect(calls.map { $0 - calls[0] } == [0, 1, 2, 3, 4, 4])
            #expect(deals.map(\.progress.pace?.calls) == calls)
            let line = try #require(deals.dropFirst().first).progress.line(.en)
            #expect(line.hasPrefix("deal: below these companies : 100/250, 0 queued, ") && line.contains(" calls"))
        }
    }

    @Test("Reading every company for its SIRET shows each page")
    func sirets() async throws {
        try await Bench.with { bench in
            let books = Books()
            books.hubspot("companies/1", ["name": "Durand"])
            books.artis("tiers/T1", ["siret": "73282932000074", "relation": "Client", "raisonSociale": "Durand"])
            let tiers = try await shown(books, bench).filter { $0.progress.step == .listing(.company) }
            #expect(tiers.map(\.progress.isDone) == [false, true] && tiers.map(\.progress.seen) == [0, 1])
            #expect(tiers.first?.progress.pace?.calls == tiers.first?.calls)
        }
    }
}

extension Books {
    fileprivate var callsToHubSpot: Int { asked.count { $0.url.hasPrefix("http://hubspot/") } }
}
