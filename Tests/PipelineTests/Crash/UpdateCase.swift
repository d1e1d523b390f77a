import Database
import Domain
import HTTP
import Testing
import Trades

@testable import Pipeline

/// A synced dependant in which HubSpot's people have changed one field, and those of artis another.
struct UpdateCase: CustomTestStringConvertible {
    /// A field, what it is called on either side, and what was last synced of it.
    struct Part {
        var field: Field
        var hubspot: String
        var artis: String
        var last: String
        /// What stands there now, on one side alone.
        var now: String
    }

    var kind: Kind
    /// Changed in HubSpot.
    var there: Part
    /// Changed in artis.
    var here: Part

    var testDescription: String { kind.rawValue }

    static let all = [
        UpdateCase(
            kind: .deal, there: named("dealname", "intitule", .title),
            here: Part(field: .amount, hubspot: "amount", artis: "montant", last: "10.00", now: "77.00")),
        UpdateCase(
            kind: .contact, there: named("lastname", "nom", .lastName),
            here: Part(field: .jobTitle, hubspot: "jobtitle", artis: "fonction", last: "Gérante", now: "Présidente")),
        UpdateCase(kind: .call, there: named("hs_call_title", "objet", .subject), here: date),
        UpdateCase(kind: .meeting, there: named("hs_meeting_title", "objet", .subject), here: date),
        UpdateCase(kind: .email, there: named("hs_email_subject", "objet", .subject), here: date),
    ]

    private static func named(_ hubspot: String, _ artis: String, _ field: Field) -> Part {
        Part(field: field, hubspot: hubspot, artis: artis, last: "Durand", now: "Durand et fils")
    }

    private static let date = Part(
        field: .date, hubspot: "hs_timestamp", artis: "date", last: "2026-03-02T09:00:00Z", now: "2026-03-05T10:00:00Z")

    var trade: any Trade { CreationCase(kind: kind).trade }

    func plant(_ number: Int, _ bench: Bench) async throws -> PairID {
        var (properties, fields) = beside(number)
        (properties[there.hubspot], fields[there.artis]) = (there.now, .string(there.last))
        (properties[here.hubspot], fields[here.artis]) = (here.last, .string(here.now))
        bench.hubspot.put("\(kind.objectType)/\(number)", properties)
        bench.hubspot.associate("\(kind.objectType)/\(number)", "companies", ["5"])
        bench.artis.put(kind.collection, "N\(number)", fields.merging(["tiers": "T5"]) { _, own in own })
        return try await bench.plant(kind, "\(number)", latched: true) {
            $0.artisID = ID("N\(number)")
            var last: Values = [there.field: there.last, here.field: here.last, .company: "T5"]
            if kind == .deal { last[.stage] = "Approche" }
            if kind == .contact { (last[.firstName], last[.civility]) = ("Zoé", "M") }
            $0.snapshot = Snapshot(hubspot: last, artis: last)
        }
    }

    /// What nobody has changed.
    private func beside(_ number: Int) -> ([String: String], [String: JSON]) {
        switch kind {
        case .company: ([:], [:])
        case .deal: (["dealstage": "s0", "pipeline": "7", "synchro_artis": "true"], ["statutAvantVente": "Approche"])
        case .contact: (["firstname": "Zoé", "civilite": "M", "synchro_artis": "true"], ["prenom": "Zoé", "titre": "M"])
        case .call, .meeting, .email:
            ([:], ["domaine": "COM", "type": .string(type), "motif": "SUIVI"])
        }
    }

    private var type: String { kind == .call ? "TEL" : kind == .meeting ? "RDV" : "MAIL" }

    /// Each side was written once, and holds what the other's people have typed.
    func expectWrittenOnce(_ number: Int, _ pair: Pair, _ bench: Bench, _ death: String) throws {
        let key = "\(kind.objectType)/\(number)"
        let properties = bench.hubspot.record(key)
        #expect(properties[there.hubspot] == there.now && properties[here.hubspot] == here.now, "\(death)")
        #expect(bench.hubspot.writes(key) == 1, "\(death)")
        let record = try #require(bench.artis.records(kind.collection)["N\(number)"], "\(death)")
        #expect(record.fields[there.artis]?.text == there.now && record.fields[here.artis]?.text == here.now, "\(death)")
        #expect(record.version == 2, "\(death)")
        #expect(pair.state == .synced, "\(death)")
        for part in [there, here] {
            #expect(pair.snapshot?.hubspot[part.field] == part.now && pair.snapshot?.artis[part.field] == part.now, "\(death)")
        }
    }
}
