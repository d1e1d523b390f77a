import Domain
import HTTP
import Testing

@testable import Console

/// R12 in a dry run: the company that each record would hang on, as the worker would choose it.
@Suite("backfill --dry-run, of several companies")
struct PlanHomeTests {
    private func plan(_ bench: Bench, _ fill: (Books) -> Void) async throws -> [BackfillStep: PlanLine] {
        let books = Books()
        let open = ["synchro_artis": "true", "lifecyclestage": "opportunity", "name": "Durand"]
        books.hubspot("companies/1", open.merging(["SIRET": "73282932000074"]) { $1 })
        books.hubspot("companies/2", open.merging(["SIRET": "55208131766522"]) { $1 })
        books.hubspot("companies/8", ["name": "durand.fr"])
        books.hubspot("companies/9", ["name": "Neuf", "SIRET": "44306184100047"])
        fill(books)
        let tallies = try await Backfill(
            order: BackfillOrder(dryRun: true), hubspot: books.hubspot, artis: books.artis, database: bench.database,
            stage: "opportunity", forecast: .sample(bench, hubspot: books.hubspot, artis: books.artis)
        ).run()
        return Dictionary(tallies.map { ($0.step, $0.plan.whole) }, uniquingKeysWith: { first, _ in first })
    }

    private func deal(_ books: Books, _ id: Int, _ companies: [String]) {
        let deal = ["synchro_artis": "true", "dealname": "Portail", "pipeline": "7", "dealstage": "s0"]
        books.hubspot("deals/\(id)", deal, companies: companies)
    }

    /// What becomes of a call, and of the deals and contacts beside it.
    private static let calls: [(String, ends: [String], PlanLine)] = [
        ("its deals settle it", ["1", "2", "deals/41"], PlanLine(create: 1)),
        ("contacts settle it where deals do not", ["1", "2", "deals/41", "deals/42", "contacts/51"], PlanLine(create: 1)),
        ("nothing settles it", ["1", "2"], PlanLine(blocked: [.companyAmbiguous: 1])),
        ("deals that disagree, and no contact", ["deals/41", "deals/42"], PlanLine(blocked: [.companyAmbiguous: 1])),
        ("its deals share a company that stays out", ["deals/43"], PlanLine(leftOut: [.companyNotSynced: 1])),
        ("its deal hangs on an open one", ["deals/41"], PlanLine(create: 1)),
    ]

    @Test("R12 an activity of several companies, or of none, is settled by its deals, else its contacts", arguments: calls)
    func activities(_ what: String, _ ends: [String], _ line: PlanLine) async throws {
        try await Bench.with { bench in
            let plan = try await plan(bench) { books in
                deal(books, 41, ["1"])
                deal(books, 42, ["2"])
                // Discovered below company 1, and hanging on one that does not open.
                deal(books, 43, ["1", "9*"])
                books.hubspot("contacts/51", ["lastname": "Kerbrat"], companies: ["2"])
                books.action("COM", "TEL", "X", "CALL")
                books.hubspot("calls/61", companies: ends)
            }
            #expect(plan[.below(.call)] == line, "\(what)")
        }
    }

    @Test("R12 a primary company that would not open takes a deal from one that would only if it has a SIRET")
    func primaries() async throws {
        try await Bench.with { bench in
            let plan = try await plan(bench) { books in
                deal(books, 41, ["1", "8*"])
                deal(books, 42, ["1", "9*"])
                deal(books, 43, ["1", "2*"])
                deal(books, 44, ["1", "8*"])
            }
            #expect(plan[.below(.deal)] == PlanLine(create: 3, leftOut: [.companyNotSynced: 1]))
        }
    }
}
