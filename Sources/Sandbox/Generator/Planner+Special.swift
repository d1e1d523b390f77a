/// The dependants that something is wrong or odd with, each under a company of its own that syncs.
extension Planner {
    /// A label that is in HubSpot's pipeline and no status of artis; its place follows the six.
    static let foreignStage = 6

    mutating func planSpecialDependants() {
        let synced = places(of: .companies).filter { records[$0].expected == .synced && records[$0].rival == nil }
        func company(_ number: Int) -> Int { synced[number % synced.count] }
        planContacts(company(0), company(1))
        planDeals(company(2))
        let none = activity(.calls, of: nil, contact: nil, deal: nil)
        change(none) { $0.scenario = .activityOfNone }
        let host = ticked(deal(of: company(3), contact: nil))
        let hanging = activity(.meetings, of: nil, contact: nil, deal: host)
        change(hanging) {
            $0.scenario = .activityOfDeal
            $0.expected = .synced
        }
        let strange = activity(.emails, of: company(0), contact: nil, deal: nil)
        change(strange) {
            $0.scenario = .strangeOwner
            $0.owner = PlannedPerson.stranger
        }
    }

    private mutating func planContacts(_ company: Int, _ other: Int) {
        special(.noTitle, ticked(contact(of: company))) { $0.properties["civilite"] = nil }
        special(.unknownTitle, ticked(contact(of: company))) {
            $0.properties["civilite"] = "DR"
            $0.expected = .blocked("CIVILITE_UNKNOWN")
        }
        special(.noLastName, ticked(contact(of: company))) {
            $0.properties["lastname"] = nil
            $0.expected = .blocked("NAME_MISSING")
        }
        special(.twoCompanies, ticked(contact(of: company))) { $0.links.append(.init(place: other)) }
    }

    private mutating func planDeals(_ company: Int) {
        special(.unknownStage, ticked(deal(of: company, contact: nil))) {
            $0.stage = .init(pipeline: 0, stage: Self.foreignStage)
            $0.expected = .blocked("STAGE_UNKNOWN")
        }
        special(.otherPipeline, ticked(deal(of: company, contact: nil))) {
            $0.stage = .init(pipeline: 1, stage: 0)
            $0.expected = .notEligible("OTHER_PIPELINE")
        }
        special(.strangeCreator, ticked(deal(of: company, contact: nil))) { $0.creator = PlannedPerson.stranger }
        special(.noCreator, ticked(deal(of: company, contact: nil))) { $0.creator = nil }
        special(.dealOfNone, ticked(deal(of: nil, contact: nil))) { _ in }
    }

    private mutating func special(_ scenario: Scenario, _ place: Int, _ change: (inout PlannedRecord) -> Void) {
        self.change(place) { $0.scenario = scenario }
        self.change(place, change)
    }

    /// The record with its box ticked, whatever the dice said.
    private mutating func ticked(_ place: Int) -> Int {
        change(place) { record in
            record.properties["synchro_artis"] = "true"
            if record.expected == .notTicked { record.expected = .synced }
        }
        return place
    }

    /// What artis knew before: three tiers to be linked by SIRET, one interlocuteur by mail, and one that stays at home.
    mutating func planTiers() {
        let known = records.indices.filter { records[$0].scenario == .knownInArtis }
        for (number, company) in known.enumerated() {
            let properties = records[company].properties
            let fields: [String: JSON] = [
                "raisonSociale": .string((properties["name"] ?? "").uppercased()), "siret": .optional(properties["SIRET"]),
                "relation": number == 0 ? "Client" : "Prospect", "ville": .optional(properties["city"]),
            ]
            add(number == 0 ? withContact(company, fields) : PlannedTiers(company: company, fields: fields))
        }
        let fields: [String: JSON] = [
            "raisonSociale": "Cidrerie Kerbœuf", "siret": .string(SIRETMint.siret(siren(), establishment: 1)),
            "relation": "Suspect", "ville": "Brest", "codePostal": "29200",
        ]
        add(PlannedTiers(company: nil, fields: fields))
    }

    private mutating func withContact(_ company: Int, _ fields: [String: JSON]) -> PlannedTiers {
        let contact = ticked(contact(of: company))
        change(contact) { $0.scenario = .contactKnownInArtis }
        let properties = records[contact].properties
        return PlannedTiers(
            company: company, fields: fields, contact: contact,
            interlocuteur: [
                "titre": .optional(properties["civilite"]), "nom": .optional(properties["lastname"]?.uppercased()),
                "prenom": .optional(properties["firstname"]), "mail": .optional(properties["email"]?.uppercased()),
            ])
    }
}
