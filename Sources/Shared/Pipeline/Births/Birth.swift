public import HubSpot

/// What creating a record of artis' in HubSpot takes beside its fields (R9, R14).
public struct Birth: Sendable, Hashable {
    /// The box, the lifecycle stage, the pipeline, the status of a call …
    public var properties: [String: String]
    /// Its company: inline, so that HubSpot makes none of its own from a mail domain.
    public var company: HubSpotCreation.Association?

    public init(properties: [String: String], company: HubSpotCreation.Association? = nil) {
        self.properties = properties
        self.company = company
    }
}
