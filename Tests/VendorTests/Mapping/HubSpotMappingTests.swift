import Domain
import HubSpot
import Testing

@Suite("Fields in HubSpot's words")
struct HubSpotMappingTests {
    static let reference = Fixture.reference()
    /// U+0301 as a mark of its own: what a Mac may type.
    static let decomposed = "Ne\u{301}gociation"

    private func read(
        _ kind: Kind, _ properties: [String: String], last: Values? = nil, pipeline: SalesPipeline? = Fixture.pipeline
    ) -> HubSpotValues {
        HubSpotObject(id: ID("1"), properties: properties)
            .values(kind, reference: Self.reference, last: last, pipeline: pipeline)
    }

    static let fields = Kind.allCases.flatMap { kind in Field.of(kind).map { (kind, $0) } }

    @Test("R24 what is written is what is read, for every field of every kind", arguments: fields)
    func roundTrip(_ kind: Kind, _ field: Field) throws {
        let value = try #require(Fixture.values[field])
        let written = HubSpotMapping.write(
            [field: value], kind: kind, reference: Self.reference, pipeline: Fixture.pipeline)
        #expect(written.uncarried.isEmpty)
        #expect(read(kind, written.properties).values[field] == value)
        // A meeting's start is written for people alone.
        let asked = HubSpotMapping.properties(of: kind, siretProperty: "SIRET") + ["hs_meeting_start_time"]
        #expect(Set(written.properties.keys).isSubset(of: asked))
    }

    @Test("Every field but a deal's stage can be cleared", arguments: fields)
    func cleared(_ kind: Kind, _ field: Field) {
        let written = HubSpotMapping.write(
            [field: nil], kind: kind, reference: Self.reference, pipeline: Fixture.pipeline)
        if field == .stage {
            #expect(written.uncarried == [.stage: Warning(.valueNotCarried, detail: "stage")])
        } else {
            #expect(!written.properties.isEmpty && written.properties.values.allSatisfy(\.isEmpty))
        }
    }

    static let readings: [(Kind, String, String, Field, String?)] = [
        (.company, "name", "  ACME\u{A0}", .name, "ACME"),
        (.company, "SIRET", "732 829 320 00074", .siret, "73282932000074"),
        (.company, "zip", "75002", .postalCode, "75002"),
        (.company, "ingenieur_commercial", "11", .salesperson, "anne@example.fr"),
        (.deal, "amount", "1234.5", .amount, "1234.50"), (.deal, "amount", "-0.001", .amount, "0.00"),
        (.deal, "closedate", "2026-11-25T23:30:00Z", .closeDay, "2026-11-26"),
        (.deal, "closedate", "1764113400000", .closeDay, "2025-11-26"),
        (.deal, "closedate", "2026-07-31T22:00:00Z", .closeDay, "2026-08-01"),
        (.deal, "closedate", "2026-11-25", .closeDay, "2026-11-25"),
        (.deal, "dealstage", "s1", .stage, "Négociation"), (.deal, "dealstage", "s9", .stage, nil),
        (.deal, "dealstage", "s9", .stageID, nil),
        (.contact, "email", " Elise@Example.FR ", .email, "elise@example.fr"),
        (.contact, "civilite", "MME", .civility, "MME"),
        (.call, "hs_call_body", "<p>Bonjour</p><p>1 &lt; 2</p>", .body, "Bonjour\n1 < 2"),
        (.call, "hs_timestamp", "1764057600123", .date, "2025-11-25T08:00:00Z"),
        (.meeting, "hs_meeting_body", "<div>Oui</div>", .body, "Oui"),
        (.meeting, "hs_meeting_title", "Point", .subject, "Point"),
        (.email, "hs_email_html", "<p>Un</p>", .body, "Un"), (.email, "hs_email_text", "1 < 2 <b>", .body, "1 < 2 <b>"),
        (.email, "hs_email_subject", "Re: devis", .subject, "Re: devis"),
        (.call, "hubspot_owner_id", "11", .person, "anne@example.fr"),
    ]

    @Test("R24 values are read in canonical form", arguments: readings)
    func reading(_ kind: Kind, _ property: String, _ text: String, _ field: Field, _ expected: String?) {
        let values = read(kind, [property: text]).values
        #expect(values[field] == (field == .stageID ? text : expected))
    }

    @Test("An e-mail's HTML counts, not the text beside it")
    func emailBodies() {
        #expect(read(.email, ["hs_email_html": "<p>a</p>", "hs_email_text": "b"]).values[.body] == "a")
    }

    static let uncarried: [(Kind, String, String, Field, Warning.Code)] = [
        (.company, "ingenieur_commercial", "12", .salesperson, .personUnmatched),
        (.company, "ingenieur_commercial", "77", .salesperson, .personUnmatched),
        (.call, "hubspot_owner_id", "12", .person, .personUnmatched),
        (.deal, "amount", "about 3", .amount, .valueNotCarried),
        (.deal, "closedate", "tomorrow", .closeDay, .valueNotCarried),
        (.email, "hs_timestamp", "noon", .date, .valueNotCarried),
    ]

    @Test(
        "R3 a value that artis cannot hold keeps the one last synced, with a warning that names the field",
        arguments: uncarried)
    func uncarriedValue(_ kind: Kind, _ property: String, _ text: String, _ field: Field, _ code: Warning.Code) {
        let first = read(kind, [property: text])
        #expect(first.uncarried.contains(field) && first.values[field] == nil)
        let later = read(kind, [property: text], last: [field: "before"])
        #expect(later.values[field] == "before")
        #expect(later.warnings == [Warning(code, detail: field.rawValue)])
    }

    @Test("R5, R7 a SIRET that is none is told by its fault; after the first sync it is left out with a warning")
    func siret() {
        #expect(read(.company, [:]).siretFault == .missing)
        #expect(read(.company, [:]).warnings == [])
        #expect(read(.company, ["SIRET": "73282932000074"]).siretFault == nil)
        let last: Values = [.siret: "73282932000074"]
        let cleared = read(.company, [:], last: last)
        #expect(cleared.values[.siret] == "73282932000074" && cleared.uncarried == [.siret])
        #expect(cleared.warnings == [Warning(.siretNotCarried, detail: "missing")])
        #expect(
            read(.company, ["SIRET": "732829320"], last: last).warnings == [Warning(.siretNotCarried, detail: "siren")])
    }

    @Test("R4 the SIRET stands under the account's own name, in reads and writes; without one it is missing")
    func siretName() {
        let lower = Fixture.reference(siretProperty: "siret")
        let written = HubSpotMapping.write([.siret: "73282932000074"], kind: .company, reference: lower, pipeline: nil)
        #expect(written.properties == ["siret": "73282932000074"])
        let none = Fixture.reference(siretProperty: nil)
        let object = HubSpotObject(id: ID("1"), properties: ["SIRET": "73282932000074"])
        #expect(object.values(.company, reference: none, last: nil, pipeline: nil).siretFault == .missing)
        #expect(
            HubSpotMapping.write([.siret: "1"], kind: .company, reference: none, pipeline: nil).uncarried[.siret]?.code
                == .valueNotCarried)
    }

    @Test("R15 a stage is known by its name in any Unicode form; a renamed one changes nothing while the deal stays")
    func stages() {
        var pipeline = Fixture.pipeline
        pipeline.stages[1].label = Self.decomposed
        #expect(
            Array(read(.deal, ["dealstage": "s1"], pipeline: pipeline).values[.stage]?.unicodeScalars ?? .init())
                == Array("Négociation".unicodeScalars))
        #expect(
            HubSpotMapping.write([.stage: "Négociation"], kind: .deal, reference: Self.reference, pipeline: pipeline)
                .properties == ["dealstage": "s1"])
        #expect(
            HubSpotMapping.write([.stage: Self.decomposed], kind: .deal, reference: Self.reference, pipeline: pipeline)
                .properties == ["dealstage": "s1"])
        pipeline.stages[1].label = "Discussion"
        let last: Values = [.stage: "Négociation", .stageID: "s1"]
        #expect(read(.deal, ["dealstage": "s1"], last: last, pipeline: pipeline).values[.stage] == "Négociation")
        #expect(read(.deal, ["dealstage": "s1"], last: last, pipeline: nil).values[.stage] == "Négociation")
        #expect(read(.deal, ["dealstage": "s1"], pipeline: pipeline).values[.stage] == nil)
        #expect(
            HubSpotMapping.write([.stage: "négociation"], kind: .deal, reference: Self.reference, pipeline: pipeline)
                .uncarried[.stage]?.code == .valueNotCarried)
    }

    @Test("A meeting's start follows its date, and nothing else does")
    func start() {
        func written(_ changes: [Field: String?], _ kind: Kind) -> [String: String] {
            HubSpotMapping.write(changes, kind: kind, reference: Self.reference, pipeline: nil).properties
        }
        let date = "2026-11-25T07:00:30Z"
        #expect(written([.date: date], .meeting) == ["hs_timestamp": date, "hs_meeting_start_time": date])
        #expect(written([.subject: "Visite"], .meeting) == ["hs_meeting_title": "Visite"])
        #expect(written([.date: date], .call) == ["hs_timestamp": date])
    }

    @Test("Nobody is written whom HubSpot does not know, and no value stands in the warning")
    func unmatched() {
        let written = HubSpotMapping.write(
            [.salesperson: "only.artis@example.fr", .name: "ACME"], kind: .company, reference: Self.reference,
            pipeline: nil)
        #expect(written.properties == ["name": "ACME"])
        #expect(written.uncarried == [.salesperson: Warning(.personUnmatched, detail: "salesperson")])
    }
}
