import Domain
import HubSpot
import Testing

@testable import Ingest

/// R25: by what an event's property is judged.
@Suite("What a property of an event means")
struct PropertyMeaningTests {
    private static let sales = SalesPipeline(
        id: "sales", label: "Ventes", stages: [SalesPipeline.Stage(id: "s1", label: "Approche")])

    private func meaning(_ kind: Kind, _ property: String, _ value: String, siret: String? = "siret") -> PropertyMeaning {
        let reference = ReferenceData(
            people: People(owners: [], collaborateurs: []), pipelines: [Self.sales], lifecycleStages: .standard,
            civilities: LabelTable([]), roles: LabelTable([]), actions: ActionTable([]), trigger: nil, delay: nil,
            zone: .utc, siretProperty: siret)
        return PropertyMeaning(kind, property, value, reference: reference, pipeline: Self.sales)
    }

    @Test("fields are compared in canonical form", arguments: [
        (Kind.deal, "amount", "1200.5", PropertyMeaning.value(.amount, "1200.50")),
        (.contact, "email", " Zoe@Example.org", .value(.email, "zoe@example.org")),
        (.call, "hs_call_body", "<p>Rappeler</p>", .value(.body, "Rappeler")),
        (.company, "siret", "732 829 320 00074", .value(.siret, "73282932000074")),
        (.company, "phone", "", .value(.phone, nil)),
        (.deal, "dealstage", "s1", .value(.stage, "Approche")),
    ])
    func fields(kind: Kind, property: String, value: String, expected: PropertyMeaning) {
        #expect(meaning(kind, property, value) == expected)
    }

    @Test("what cannot be carried, or is no field, is the reader's to judge; what nobody reads means nothing", arguments: [
        (Kind.deal, "amount", "abc", PropertyMeaning.unclear),
        (.deal, "dealstage", "elsewhere", .unclear),
        (.deal, "pipeline", "sales", .asSynced),
        (.deal, "pipeline", "other", .unclear),
        (.company, "siret", "123", .unclear),
        (.company, "synchro_artis", "true", .unclear),
        (.company, "ingenieur_commercial", "77", .unclear),
        (.contact, "hs_analytics_source", "x", .nothing),
        (.meeting, "hs_meeting_start_time", "2026-11-25T09:00:00Z", .nothing),
    ])
    func others(kind: Kind, property: String, value: String, expected: PropertyMeaning) {
        #expect(meaning(kind, property, value) == expected)
    }

    @Test("R4 while the property of the SIRET is not known, any of a company's may be it")
    func siretUnknown() {
        #expect(meaning(.company, "SIRET", "73282932000074", siret: nil) == .unclear)
        #expect(meaning(.contact, "SIRET", "73282932000074", siret: nil) == .nothing)
    }
}
