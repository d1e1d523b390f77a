public import Domain

/// An activity's association with a contact or a deal of HubSpot's.
public struct ActivityLink: Sendable, Hashable {
    public var activity: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>

    public init(activity: PairID, kind: Kind, hubspotID: ID<HubSpotRecord>) {
        self.activity = activity
        self.kind = kind
        self.hubspotID = hubspotID
    }
}
