public import Domain

/// What is to be written to one record.
public struct HubSpotUpdate: Sendable, Hashable {
    public var id: ID<HubSpotRecord>
    /// An empty text clears.
    public var properties: [String: String]

    public init(id: ID<HubSpotRecord>, properties: [String: String]) {
        self.id = id
        self.properties = properties
    }
}
