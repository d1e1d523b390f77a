import Database
import Domain
import HTTP
import Oversight
import Testing

@testable import Console

@Suite("explain, live in artis.net")
struct LiveLookInArtisTests {
    private let sales = SalesPipeline(id: "p", label: "Ventes", stages: [])

    private func look(_ bench: Bench, _ books: Books, _ kind: String, _ id: String) async throws -> Explanation? {
        let action = ActionRow(
            position: 1, action: ActionTriple(domain: "COM", type: "RDV", motive: "*"), result: "MEETING")
        let reference = ReferenceData(
            people: People(owners: [], collaborateurs: []), pipelines: [sales], lifecycleStages: .standard,
            civilities: LabelTable([]), roles: LabelTable([]), actions: ActionTable([action]), trigger: "opportunity",
            delay: nil, zone: .utc, siretProperty: "SIRET")
        let name = try RecordName(kind: kind, id: id)
        return try await LiveLookInArtis(
            artis: books.artis, database: bench.database, reference: reference, pipeline: .one(sales)
        ).explain(name.kinds, ID(name.id))
    }

    @Test("R6 R9 A tiers says itself why it is not sent")
    func tiers() async throws {
        try await Bench.with { bench in
            let books = Books()
            books.artis("tiers/T1", ["relation": "Suspect", "raisonSociale": "Durand"])
            books.artis("tiers/T2", ["relation": "Client", "raisonSociale": "Durand"])
            books.artis("tiers/T3", ["relation": "Client", "raisonSociale": "Durand", "siret": "73282932000074"])
            let suspect = try await look(bench, books, "company", "artis:T1")
            #expect(suspect?.reason == .relationNotSent && suspect?.detail == "Suspect")
            let french = try #require(suspect).page(.fr, .utc).lines(colours: false).joined(separator: "\n")
            #expect(french.contains("vient d’être lue dans artis.net") && french.contains("Suspect"))
            #expect(try await look(bench, books, "company", "artis:T2")?.reason == .siretMissing)
            #expect(try await look(bench, books, "company", "artis:T3")?.state == .pending)
            #expect(try await look(bench, books, "company", "artis:T9")?.state == nil)
        }
    }

    @Test("R13 R20 An action waits for its tiers, which is explained too; one of no type of HubSpot's is not eligible")
    func action() async throws {
        try await Bench.with { bench in
            let books = Books()
            books.artis("tiers/T1", ["relation": "Suspect", "raisonSociale": "Durand"])
            books.artis("actions/AC1", ["tiers": "T1", "domaine": "COM", "type": "RDV", "motif": "X"])
            books.artis("actions/AC2", ["tiers": "T1", "domaine": "ADM", "type": "RDV", "motif": "X"])
            let waiting = try await look(bench, books, "activity", "artis:AC1")
            #expect(waiting?.kind == .meeting && waiting?.reason == .companyNotSynced)
            #expect(waiting?.waitsFor?.artisID == ID("T1") && waiting?.waitsFor?.reason == .relationNotSent)
            #expect(try await look(bench, books, "call", "artis:AC1")?.kind == nil)
            #expect(try await look(bench, books, "activity", "artis:AC2")?.reason == .actionUnmapped)
            try await bench.pair(.company, "10", artis: "T1", state: .blocked, reason: .siretMissing)
            #expect(try await look(bench, books, "activity", "artis:AC1")?.waitsFor?.hubspotID == ID("10"))
            try await bench.database.script("UPDATE pair SET latched_at = now(), state = 'synced', reason = NULL")
            #expect(try await look(bench, books, "activity", "artis:AC1")?.state == .pending)
        }
    }
}
