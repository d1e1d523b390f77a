public import Domain

/// A record as HubSpot gives it; every value is a text.
public struct HubSpotObject: Sendable, Equatable {
    public var id: ID<HubSpotRecord>
    /// What is null or empty is absent.
    public var properties: [String: String]
    /// Of the properties that were asked for with their history.
    public var history: [String: PropertyHistory]
    public var modified: Instant?
    public var createdAt: Instant?
    public var archived: Bool
    /// Records that were merged into this one.
    public var mergedIDs: [ID<HubSpotRecord>]

    public init(
        id: ID<HubSpotRecord>, properties: [String: String] = [:], history: [String: PropertyHistory] = [:],
        modified: Instant? = nil, createdAt: Instant? = nil, archived: Bool = false,
        mergedIDs: [ID<HubSpotRecord>] = []
    ) {
        self.id = id
        self.properties = properties.filter { !$0.value.isEmpty }
        self.history = history
        self.modified = modified
        self.createdAt = createdAt
        self.archived = archived
        self.mergedIDs = mergedIDs
    }

    /// Our own name of the record, where we made it.
    public var reference: String? { properties[HubSpotName.reference] }

    /// The box `synchro_artis` (R8, R10).
    public var isTicked: Bool { Trigger.isTicked(properties[HubSpotName.box]) }
}
