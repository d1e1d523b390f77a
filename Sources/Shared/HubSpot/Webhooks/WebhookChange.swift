public import Domain

/// What an event says has happened. A hint and no data, but for a merge and a privacy deletion, which nothing else tells.
public enum WebhookChange: Sendable, Hashable {
    case created(Kind, ID<HubSpotRecord>)
    /// The value as HubSpot spells it; an empty one is cleared, nil was not told.
    case changed(Kind, ID<HubSpotRecord>, property: String?, value: String?)
    case deleted(Kind, ID<HubSpotRecord>)
    case restored(Kind, ID<HubSpotRecord>)
    /// `new` is there when the merge made a record of its own.
    case merged(Kind, primary: ID<HubSpotRecord>, merged: [ID<HubSpotRecord>], new: ID<HubSpotRecord>?)
    case associationChanged(from: WebhookEnd, to: WebhookEnd, removed: Bool)
    case privacyDeletion(Kind, ID<HubSpotRecord>)
    /// Something that does not concern us, by the name of its subscription.
    case unknown(String)
}

/// One end of an association that has changed.
public struct WebhookEnd: Sendable, Hashable {
    public var kind: Kind
    public var id: ID<HubSpotRecord>

    public init(kind: Kind, id: ID<HubSpotRecord>) {
        self.kind = kind
        self.id = id
    }
}
