import Domain
import HubSpot

/// What the account holds. What the token may not read is nil, and `refusals` say why.
struct HubSpotFacts: Sendable {
    /// A call that HubSpot refuses or spoils, while it answers others.
    struct Refusal: Sendable, Equatable {
        var thing: String
        /// In the words that programs keep (`Glossary`).
        var message: String
        var cause: Cause
    }

    var zone: String?
    /// nil where HubSpot does not tell them.
    var scopes: Set<String>?
    var properties: [Kind: [HubSpotProperty]] = [:]
    var pipelines: [SalesPipeline]?
    var owners: [Owner]?
    var sirets: SIRETFacts?
    /// Companies that HubSpot made of mail domains within the last week.
    var automaticCompanies: Int?
    var refusals: [Refusal] = []

    /// R4: the name under which the account holds the SIRET.
    var siretProperty: String? { WantedProperty.siret.find(in: properties[.company] ?? [])?.name }

    /// R8.
    var lifecycleStages: [HubSpotProperty.Option] {
        properties[.company]?.first { $0.name == HubSpotName.lifecycleStage }?.options ?? []
    }
}

/// The SIRETs of the account's companies (R5, R6).
struct SIRETFacts: Sendable {
    /// Companies with something in the field, and how many of them were read.
    var filled: Int
    var read: Int
    /// Ids of companies whose SIRET is none.
    var invalid: [String]
    /// SIRETs that several companies hold, each with their ids; those that were read.
    var shared: [[String]]
    /// How many SIRETs several companies hold, where the fleet has seen them all.
    var sharedInAll: Int?
    /// Companies that ask to be synced and have nothing in the field.
    var missing: Int
}
