/// What both systems are set up with before any record: the prerequisites of the source page, done by the book.
enum Account {
    struct PlantedPipeline {
        let id: String
        let stages: [String]
    }

    /// HubSpot's userId of a person; owner ids are HubSpot's own.
    static func userId(_ person: Int) -> Int { 9_100_001 + person }

    /// Owner ids by person.
    static func plantOwners(in hubspot: HubSpotVendor) -> [Int: String] {
        var owners: [Int: String] = [:]
        for (place, person) in PlannedPerson.all.enumerated() {
            guard let mail = person.hubspotMail else { continue }
            owners[place] = hubspot.plantOwner(
                email: mail, firstName: person.firstName, lastName: person.lastName, userId: userId(place),
                archived: person.archivedInHubSpot)
        }
        return owners
    }

    /// The pipeline used with artis (its six stages, and one that artis does not know), and another.
    static func plantPipelines(in hubspot: HubSpotVendor) -> [PlantedPipeline] {
        let sales = hubspot.plantPipeline(
            "Ventes",
            stages: [
                ("Approche", 0.2), ("Négociation", 0.4), ("Conclusion", 0.8), ("Gagnée", 1), ("Perdue", 0),
                ("Annulée", 0), ("Signature", 0.9),
            ])
        let service = hubspot.plantPipeline(
            "Après-vente", stages: [("Demande reçue", 0.1), ("Devis accepté", 0.9), ("Terminée", 1)])
        return [
            PlantedPipeline(id: sales.id, stages: sales.stages), PlantedPipeline(id: service.id, stages: service.stages),
        ]
    }
}
