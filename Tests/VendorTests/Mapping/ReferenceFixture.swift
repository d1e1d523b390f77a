import Domain
import HubSpot

/// Reference data of a small company.
enum Fixture {
    static let paris = AccountZone.offsets(of: "Europe/Paris")

    static let pipeline = SalesPipeline(
        id: "default", label: "Ventes",
        stages: SalesStage.allCases.enumerated().map { .init(id: "s\($0.offset)", label: $0.element.rawValue) })

    static let people = People(
        owners: [
            Owner(id: ID("11"), userID: ID("911"), mail: "Anne@Example.fr"),
            Owner(id: ID("12"), userID: ID("912"), mail: "only.hubspot@example.fr"),
        ],
        collaborateurs: [
            ArtisPerson(id: ID("C1"), mail: "anne@example.fr"),
            ArtisPerson(id: ID("C2"), mail: "only.artis@example.fr"),
        ])

    static func reference(siretProperty: String? = "SIRET") -> ReferenceData {
        ReferenceData(
            people: people, pipelines: [pipeline], lifecycleStages: .standard, civilities: LabelTable([]),
            roles: LabelTable([]), actions: ActionTable([]), trigger: "customer", delay: "500", zone: paris,
            siretProperty: siretProperty)
    }

    /// A canonical value of every field.
    static let values: [Field: String] = [
        .name: "Établissements Müller & Fils", .siret: "73282932000074", .website: "https://example.fr",
        .phone: "+33 1 23 45 67 89",
        .address1: "1, rue de la Paix", .address2: "Bâtiment B", .postalCode: "75002", .city: "Paris",
        .country: "France",
        .salesperson: "anne@example.fr", .title: "Projet <été>", .amount: "-1234567890123456789.10",
        .closeDay: "2026-03-29",
        .stage: "Négociation", .civility: "MME", .lastName: "Durand", .firstName: "Élise", .email: "elise@example.fr",
        .mobile: "0612345678", .jobTitle: "Acheteuse", .date: "2026-11-25T07:00:30Z", .subject: "Appel & suite",
        .body: "Bonjour <b>,\n\n1 < 2 & \"3\" &amp; fin", .person: "anne@example.fr",
    ]
}
