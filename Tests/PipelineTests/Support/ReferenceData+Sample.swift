import Domain

extension ReferenceData {
    /// An account with everything in place, for tests of decisions.
    static let sample = ReferenceData(
        people: People(
            owners: [
                Owner(id: ID("71"), userID: ID("901"), mail: "Marie@Exemple.fr"),
                Owner(id: ID("72"), userID: ID("902"), mail: "inconnu@exemple.fr"),
            ],
            collaborateurs: [ArtisPerson(id: ID("CO0001"), mail: "marie@exemple.fr")]),
        pipelines: [.sample], lifecycleStages: .standard,
        civilities: LabelTable([
            LabelTable.Row(position: 1, code: "MME", label: "Madame"), LabelTable.Row(position: 2, code: "M", label: "Monsieur"),
        ]),
        roles: LabelTable([LabelTable.Row(position: 1, code: LabelTable.hubspotRole, label: "Télévendeur")]),
        actions: ActionTable([]), trigger: "opportunity", delay: "500", zone: ZoneOffsets(name: "UTC", transitions: []),
        siretProperty: "siret")
}

extension SalesPipeline {
    static let sample = SalesPipeline(
        id: "7", label: "Ventes",
        stages: SalesStage.allCases.enumerated().map { Stage(id: "s\($0.offset)", label: $0.element.rawValue) })
}
