import Domain
import HTTP
import HubSpot
import Oversight
import Testing

@testable import Console

/// A record of HubSpot's that left no row is judged as its worker would judge it.
@Suite("explain, live: what the worker would say")
struct LiveLookDependantTests {
    private func look(_ bench: Bench, _ books: Books, _ kind: Kind, _ id: String) async throws -> Explanation? {
        let sample = Forecast.sample(bench, hubspot: books.hubspot, artis: books.artis)
        let look = LiveLook(
            hubspot: books.hubspot, database: bench.database, reference: sample.reference, pipeline: sample.pipeline,
            now: Instant(milliseconds: 0))
        let found = try await look.explain(kind, ID(id))
        #expect(books.asked.allSatisfy { $0.permit?.purpose == .operator && $0.permit?.lane == .live })
        return found
    }

    /// Company 1 is open, 2 stays out, 8 and 9 have left no row; 9 has a SIRET.
    private func books(_ bench: Bench) async throws -> Books {
        try await bench.pair(.company, "1", artis: "T1", state: .synced, latched: true)
        try await bench.pair(.company, "2", state: .notEligible, reason: .lifecycleNotReached)
        let books = Books()
        books.hubspot("companies/8", ["name": "durand.fr"])
        books.hubspot("companies/9", ["name": "Neuf", "SIRET": "44306184100047"])
        return books
    }

    @Test("R12 an activity of no company hangs on that of its deals, else of its contacts")
    func activities() async throws {
        try await Bench.with { bench in
            let books = try await books(bench)
            books.hubspot("deals/41", companies: ["1"])
            books.hubspot("deals/42", companies: ["2"])
            books.hubspot("contacts/51", companies: ["2"])
            books.hubspot("calls/61", companies: ["deals/41"])
            books.hubspot("calls/62", companies: ["contacts/51"])
            books.hubspot("calls/63", companies: ["deals/41", "deals/42"])
            books.hubspot("calls/64")
            books.hubspot("calls/65", companies: ["deals/41", "deals/42", "contacts/51"])
            #expect(try await look(bench, books, .call, "61")?.state == .pending)
            let waiting = try await look(bench, books, .call, "62")
            #expect(waiting?.reason == .companyNotSynced && waiting?.waitsFor?.hubspotID == ID("2"))
            #expect(waiting?.waitsFor?.reason == .lifecycleNotReached)
            let torn = try await look(bench, books, .call, "63")
            #expect(torn?.reason == .companyAmbiguous && torn?.detail == "1, 2")
            #expect(try await look(bench, books, .call, "64")?.reason == .noCompany)
            #expect(try await look(bench, books, .call, "65")?.waitsFor?.hubspotID == ID("2"))
        }
    }

    @Test("R12 a primary company without a SIRET takes nothing from one that is synced; one with a SIRET does")
    func primaries() async throws {
        try await Bench.with { bench in
            let books = try await books(bench)
            let deal = ["synchro_artis": "true", "dealname": "Portail", "pipeline": "7", "dealstage": "s0"]
            books.hubspot("deals/41", deal, companies: ["1", "8*"])
            books.hubspot("deals/42", deal, companies: ["1", "9*"])
            #expect(try await look(bench, books, .deal, "41")?.state == .pending)
            let taken = try await look(bench, books, .deal, "42")
            #expect(taken?.reason == .companyNotSynced && taken?.waitsFor?.hubspotID == ID("9"))
        }
    }

    private static let faults: [(Kind, [String: String], Reason, detail: String?)] = [
        (.deal, ["dealstage": "s9"], .stageUnknown, "s9"), (.deal, ["dealname": ""], .nameMissing, "title"),
        (.contact, ["civilite": "DR"], .civiliteUnknown, "DR"), (.contact, ["firstname": ""], .nameMissing, "firstName"),
    ]

    @Test("R15 R18 R19 a stage or civilité that nobody knows, and a name that is missing, are said", arguments: faults)
    func mapping(_ kind: Kind, _ fault: [String: String], _ reason: Reason, _ detail: String?) async throws {
        try await Bench.with { bench in
            let books = try await books(bench)
            let whole = [
                "synchro_artis": "true", "dealname": "Portail", "pipeline": "7", "dealstage": "s0", "lastname": "Kerbrat",
                "firstname": "Zoé",
            ]
            let type = kind == .deal ? "deals" : "contacts"
            books.hubspot("\(type)/41", whole.merging(fault) { $1 }, companies: ["1"])
            books.hubspot("\(type)/42", whole, companies: ["1"])
            let blocked = try await look(bench, books, kind, "41")
            #expect(blocked?.state == .blocked && blocked?.reason == reason && blocked?.detail == detail)
            #expect(try await look(bench, books, kind, "42")?.state == .pending)
        }
    }
}
