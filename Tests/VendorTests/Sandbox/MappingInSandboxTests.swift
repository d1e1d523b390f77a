import Artis
import Domain
import HTTP
import HubSpot
import TestKit
import Testing

@Suite("Fields of artis', written to the sandbox's HubSpot")
struct MappingInSandboxTests {
    static let mail = "gael.fay@atelier-lumen.example"

    /// What a person may well have typed in artis, in artis' own words.
    static let typed: [Kind: [String: JSON]] = [
        .company: [
            "raisonSociale": " Établissements Müller & Fils\u{A0}", "siret": "732 829 320 00074", "siteInternet": "https://example.fr",
            "telephone": "+33 1 23 45 67 89", "adresse1": "1, rue de la Paix", "adresse2": "Bâtiment B",
            "codePostal": "01000", "ville": "L'Haÿ-les-Roses", "pays": "France",
        ],
        .deal: [
            "intitule": "Projet <été> & \"co\"", "montant": "-1234567890123.10", "dateConclusion": "2026-03-29",
            "statutAvantVente": "Négociation",
        ],
        .contact: [
            "titre": "MME", "nom": "Lefèvre", "prenom": "Zoé", "mail": "Zoe.LEFEVRE@Example.FR", "telephone": "01 02 03 04 05",
            "mobile": "0612345678", "fonction": "Acheteuse",
        ],
        .call: ["date": "2026-10-25T00:30:00.750Z", "objet": "Appel & suite", "compteRendu": .string(body)],
        .meeting: ["date": "2026-03-29T01:30:00Z", "objet": "Visite", "compteRendu": .string(body)],
        .email: ["date": "1999-12-31T23:59:59Z", "objet": "Re: devis", "compteRendu": .string(body)],
    ]

    static let body = "Bonjour <b>Zoé</b>,\r\n\r\n\r\n1 < 2 & \"3\" &amp; 4\u{A0}€\t fin\n<script>alert('x')</script>\nà bientôt 👋🏽 "

    private func record(_ kind: Kind, _ vendors: VendorsUnderTest) async throws -> [String: JSON] {
        var fields = Self.typed[kind] ?? [:]
        let people = try await vendors.artis.people()
        let person = try #require(people.first { Canonical.mail($0.mail) == Self.mail })
        if kind == .company { fields["ingenieurCommercial"] = .string(person.id.rawValue) }
        if kind.role == .activity { fields["collaborateur"] = .string(person.id.rawValue) }
        return fields
    }

    private func create(
        _ kind: Kind, _ values: Values, _ reference: ReferenceData, _ vendors: VendorsUnderTest
    ) async throws -> HubSpotObject {
        let pipeline = reference.pipelines.first { $0.label == "Ventes" }
        let written = HubSpotMapping.write(
            Dictionary(values.filled.map { ($0, Optional($1)) }, uniquingKeysWith: { $1 }), kind: kind, reference: reference,
            pipeline: pipeline)
        #expect(written.uncarried.isEmpty)
        let properties = written.properties.merging(
            HubSpotMapping.creation(kind, values: values, trigger: "opportunity", pipeline: pipeline)
        ) { first, _ in first }
        let outcomes = try await vendors.hubspot.create(kind, [HubSpotCreation(trace: "t", properties: properties)], for: writes)
        if let refusal = outcomes["t"]?.refusal { Issue.record("\(refusal)") }
        return try #require(outcomes["t"]?.object)
    }

    private func read(
        _ kind: Kind, _ id: ID<HubSpotRecord>, _ reference: ReferenceData, _ vendors: VendorsUnderTest
    ) async throws -> (object: HubSpotObject, values: Values) {
        let names = HubSpotMapping.properties(of: kind, siretProperty: reference.siretProperty)
        let object = try #require(try await vendors.hubspot.read(kind, ids: [id], properties: names, for: reads).found[id])
        let pipeline = reference.pipelines.first { $0.label == "Ventes" }
        return (object, object.values(kind, reference: reference, last: nil, pipeline: pipeline).values)
    }

    @Test("R24 what artis holds of a record is what HubSpot holds once it is created there, field by field", arguments: Kind.allCases)
    func created(_ kind: Kind) async throws {
        try await VendorsUnderTest.run { vendors in
            let reference = try await vendors.reference()
            let artis = ArtisObject(id: ID("X1"), version: 1, fields: try await record(kind, vendors))
            let values = artis.values(kind, reference: reference)
            #expect(Set(values.filled.keys) == Set(Field.of(kind)))
            let made = try await create(kind, values, reference, vendors)
            let (object, read) = try await read(kind, made.id, reference, vendors)
            for field in Field.of(kind) { #expect(read[field] == values[field], "\(field)") }
            // What HubSpot answers to the creation itself says the same: no second look is needed.
            let pipeline = reference.pipelines.first { $0.label == "Ventes" }
            let answered = made.values(kind, reference: reference, last: nil, pipeline: pipeline).values
            for field in Field.of(kind) { #expect(answered[field] == values[field], "\(field) as answered") }
            // And back in artis' words it is what was there before.
            let back = ArtisMapping.write(
                Dictionary(read.filled.filter { $0.key != .stageID }.map { ($0, Optional($1)) }, uniquingKeysWith: { $1 }),
                kind: kind, reference: reference)
            #expect(ArtisObject(id: ID("X1"), version: 2, fields: back.fields).values(kind, reference: reference) == values)
            #expect(object.isTicked == (kind.role != .activity))
        }
    }

    @Test("What is emptied in artis is emptied in HubSpot, and stays so", arguments: Kind.allCases)
    func cleared(_ kind: Kind) async throws {
        try await VendorsUnderTest.run { vendors in
            let reference = try await vendors.reference()
            let artis = ArtisObject(id: ID("X1"), version: 1, fields: try await record(kind, vendors))
            let made = try await create(kind, artis.values(kind, reference: reference), reference, vendors)
            let clearable = Field.of(kind).filter { ![.stage, .date].contains($0) }
            let written = HubSpotMapping.write(
                Dictionary(clearable.map { ($0, String?.none) }, uniquingKeysWith: { $1 }), kind: kind, reference: reference,
                pipeline: nil)
            let update = HubSpotUpdate(id: made.id, properties: written.properties)
            let outcome = try await vendors.hubspot.update(kind, [update], for: writes)[made.id]
            #expect(outcome?.refusal == nil)
            let values = try await read(kind, made.id, reference, vendors).values
            #expect(Set(values.filled.keys).isDisjoint(with: clearable))
        }
    }

    static let zones = [
        "Europe/Paris", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Asia/Beirut", "Africa/Cairo",
        "Australia/Lord_Howe", "UTC",
    ]
    /// Both nights of each zone on which the clocks change, and the ends of months and years.
    static let days = [
        "2026-03-29", "2026-10-25", "2026-03-28", "2026-04-24", "2026-10-29", "2026-03-08", "2026-11-01", "2026-04-05",
        "2026-10-04", "2026-12-31", "2027-01-01", "2028-02-29",
    ]

    @Test("A day of artis' is that day in the account's time zone, whatever the clocks do that night", arguments: zones)
    func days(_ zone: String) async throws {
        try await VendorsUnderTest.run(["time_zone": .string(zone)]) { vendors in
            let reference = try await vendors.reference()
            #expect(reference.zone.name == zone)
            let creations = Self.days.map { day in
                var values: Values = [.title: "D", .stage: "Approche"]
                values[.closeDay] = day
                let pipeline = reference.pipelines.first { $0.label == "Ventes" }
                let written = HubSpotMapping.write(
                    Dictionary(values.filled.map { ($0, Optional($1)) }, uniquingKeysWith: { $1 }), kind: .deal,
                    reference: reference, pipeline: pipeline)
                let more = HubSpotMapping.creation(.deal, values: values, trigger: nil, pipeline: pipeline)
                return HubSpotCreation(trace: day, properties: written.properties.merging(more) { first, _ in first })
            }
            let made = try await vendors.hubspot.create(.deal, creations, for: writes)
            for day in Self.days {
                let id = try #require(made[day]?.object?.id)
                #expect(try await read(.deal, id, reference, vendors).values[.closeDay] == day)
            }
        }
    }

    @Test("R15 each of the six stages by its name, in the pipeline used with artis")
    func stages() async throws {
        try await VendorsUnderTest.run { vendors in
            let reference = try await vendors.reference()
            for stage in SalesStage.allCases {
                let values: Values = [.title: "D", .stage: stage.rawValue]
                let made = try await create(.deal, values, reference, vendors)
                let (object, read) = try await read(.deal, made.id, reference, vendors)
                #expect(read[.stage] == stage.rawValue)
                #expect(object.properties[HubSpotName.stage] == vendors.scene.stages[stage.rawValue])
                #expect(object.properties[HubSpotName.pipeline] == vendors.scene.pipeline)
            }
        }
    }
}
