public import Domain

/// That one system links an activity with a contact or a deal (R21), by the id which that system has for it.
public struct ActivityLink: Sendable, Hashable {
    public var activity: PairID
    public var kind: Kind
    public var system: System
    public var externalID: String

    public init(activity: PairID, kind: Kind, system: System, externalID: String) {
        self.activity = activity
        self.kind = kind
        self.system = system
        self.externalID = externalID
    }

    public init(activity: PairID, kind: Kind, hubspotID: ID<HubSpotRecord>) {
        self.init(activity: activity, kind: kind, system: .hubspot, externalID: hubspotID.rawValue)
    }

    public init(activity: PairID, kind: Kind, artisID: ID<ArtisRecord>) {
        self.init(activity: activity, kind: kind, system: .artis, externalID: artisID.rawValue)
    }
}
