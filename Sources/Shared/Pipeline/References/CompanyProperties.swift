import Domain
import HubSpot

/// What the fleet needs to know of the properties of HubSpot's companies.
struct CompanyProperties: Sendable, Codable, Hashable {
    /// R4: the name that the account uses, `SIRET` exactly or else whatever the case.
    var siret: String?
    /// R8: the values that a lifecycle stage may have.
    var lifecycleStages: LifecycleStages

    init(_ properties: [HubSpotProperty]) {
        let names = properties.map(\.name)
        siret = names.first { $0 == "SIRET" } ?? names.first { $0.lowercased() == "siret" }
        lifecycleStages = LifecycleStages(of: properties)
    }
}
