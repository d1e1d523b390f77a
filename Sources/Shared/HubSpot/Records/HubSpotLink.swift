public import Domain

/// An association that is to be made or undone.
public struct HubSpotLink: Sendable, Hashable {
    public var from: ID<HubSpotRecord>
    public var to: ID<HubSpotRecord>
    /// See `HubSpotAssociation.typeID(from:to:primary:)`. Undoing asks for none: all that binds the two goes.
    public var typeID: Int

    public init(from: ID<HubSpotRecord>, to: ID<HubSpotRecord>, typeID: Int) {
        self.from = from
        self.to = to
        self.typeID = typeID
    }
}
