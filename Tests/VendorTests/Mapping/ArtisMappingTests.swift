import Artis
import Domain
import HTTP
import HubSpot
import Testing

@Suite("Fields in artis' words")
struct ArtisMappingTests {
    static let reference = Fixture.reference()
    static let fields = HubSpotMappingTests.fields

    private func read(_ kind: Kind, _ fields: [String: JSON]) -> Values {
        ArtisObject(id: ID("T1"), version: 1, fields: fields).values(kind, reference: Self.reference)
    }

    @Test("R24 what is written is what is read, for every field of every kind", arguments: fields)
    func roundTrip(_ kind: Kind, _ field: Field) throws {
        let value = try #require(Fixture.values[field])
        let written = ArtisMapping.write([field: value], kind: kind, reference: Self.reference)
        #expect(written.uncarried.isEmpty)
        #expect(read(kind, written.fields)[field] == value)
        let name = try #require(written.fields.keys.first)
        #expect(ArtisMapping.field(named: name, kind: kind) == field)
        #expect(ArtisMapping.write([field: nil], kind: kind, reference: Self.reference).fields == [name: .null])
    }

    /// A value goes through both systems and comes back as it was: no field echoes (R25).
    @Test("R25 what HubSpot gives and artis keeps is the same value", arguments: fields)
    func across(_ kind: Kind, _ field: Field) throws {
        let value = try #require(Fixture.values[field])
        let toHubSpot = HubSpotMapping.write(
            [field: value], kind: kind, reference: Self.reference, pipeline: Fixture.pipeline)
        let hubspot = HubSpotObject(id: ID("1"), properties: toHubSpot.properties)
            .values(kind, reference: Self.reference, last: nil, pipeline: Fixture.pipeline)
        let toArtis = ArtisMapping.write([field: hubspot.values[field]], kind: kind, reference: Self.reference)
        #expect(read(kind, toArtis.fields)[field] == value)
    }

    static let readings: [(Kind, String, JSON, Field, String?)] = [
        (.company, "raisonSociale", " ACME ", .name, "ACME"),
        (.company, "siret", "732 829 320 00074", .siret, "73282932000074"),
        (.company, "siret", "wrong", .siret, "wrong"),
        (.company, "ingenieurCommercial", "C1", .salesperson, "anne@example.fr"),
        (.company, "ingenieurCommercial", nil, .salesperson, nil), (.deal, "montant", "12.50", .amount, "12.50"),
        (.deal, "montant", .number(JSONNumber("12.5")!), .amount, "12.50"),
        (.deal, "statutAvantVente", .string(HubSpotMappingTests.decomposed), .stage, "Négociation"),
        (.deal, "dateConclusion", "2026-02-28", .closeDay, "2026-02-28"),
        (.contact, "mail", "Elise@Example.fr", .email, "elise@example.fr"),
        (.call, "date", "2026-11-25T08:00:30.250+01:00", .date, "2026-11-25T07:00:30Z"),
        (.call, "compteRendu", "a\r\nb  c", .body, "a\nb c"),
        (.call, "collaborateur", "C1", .person, "anne@example.fr"),
    ]

    @Test("R24 values are read in canonical form", arguments: readings)
    func reading(_ kind: Kind, _ name: String, _ json: JSON, _ field: Field, _ expected: String?) {
        let value = read(kind, [name: json])[field]
        #expect(value.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test("What has no canonical form is no empty field: it is refused on the way to HubSpot, and clears nothing there")
    func unreadable() {
        let deal = read(.deal, ["montant": "lots", "dateConclusion": "soon", "statutAvantVente": "Autre"])
        let company = read(.company, ["ingenieurCommercial": "C99"])
        let toHubSpot = HubSpotMapping.write(
            [.amount: deal[.amount], .closeDay: deal[.closeDay], .stage: deal[.stage]], kind: .deal,
            reference: Self.reference,
            pipeline: Fixture.pipeline)
        #expect(toHubSpot.properties.isEmpty && toHubSpot.uncarried.count == 3)
        let person = HubSpotMapping.write(
            [.salesperson: company[.salesperson]], kind: .company, reference: Self.reference, pipeline: nil)
        #expect(person.uncarried == [.salesperson: Warning(.personUnmatched, detail: "salesperson")])
    }

    static let uncarried: [(Kind, Field, String, Warning.Code)] = [
        (.company, .salesperson, "only.hubspot@example.fr", .personUnmatched),
        (.call, .person, "nobody@example.fr", .personUnmatched),
        (.deal, .amount, "lots", .valueNotCarried), (.deal, .closeDay, "2026-02-30", .valueNotCarried),
        (.deal, .stage, "approche", .valueNotCarried), (.call, .date, "noon", .valueNotCarried),
        (.deal, .stageID, "s1", .valueNotCarried),
        (.deal, .name, "of a company", .valueNotCarried),
    ]

    @Test("R21 what artis cannot hold is not written, with a warning that names the field", arguments: uncarried)
    func uncarriedValue(_ kind: Kind, _ field: Field, _ value: String, _ code: Warning.Code) {
        let written = ArtisMapping.write([field: value], kind: kind, reference: Self.reference)
        #expect(written.fields.isEmpty)
        #expect(written.uncarried == [field: Warning(code, detail: field.rawValue)])
    }
}
