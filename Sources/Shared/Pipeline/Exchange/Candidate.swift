public import Database
public import Domain
public import HTTP

/// A pair that the gate lets through, with all that HubSpot says of it: ready to be exchanged with artis.
public struct Candidate: Sendable {
    /// How an artis record that is not linked yet is found before one is created.
    public enum Match: Sendable, Hashable {
        /// Deals and activities are never matched by content (R28).
        case none
        /// R4.
        case siret(String)
        /// R28: the same mail on the same company.
        case mail(String, tiers: ID<ArtisRecord>)
    }

    public var pair: Pair
    /// Canonical values of HubSpot's side.
    public var hubspot: Values
    /// Fields whose HubSpot value cannot be carried: they count as unchanged.
    public var uncarried: Set<Field>
    public var match: Match
    /// artis fields that are written at creation only (relation, the triple of an action, the creator …).
    public var creation: [String: JSON]
    /// The company's tiers, for a dependant.
    public var tiers: ID<ArtisRecord>?
    public var links: [LinkWish]
    /// What goes into the settlement beside the pair.
    public var activityLinks: [ActivityLink]?
    public var linkedTargets: Set<PairID>

    public init(
        pair: Pair, hubspot: Values, uncarried: Set<Field> = [], match: Match = .none, creation: [String: JSON] = [:],
        tiers: ID<ArtisRecord>? = nil
    ) {
        self.pair = pair
        self.hubspot = hubspot
        self.uncarried = uncarried
        self.match = match
        self.creation = creation
        self.tiers = tiers
        links = []
        activityLinks = nil
        linkedTargets = []
    }

    /// HubSpot's company is another than when last synced (R12).
    var moved: Bool { tiers?.rawValue != (pair.snapshot?.hubspot[.company] ?? tiers?.rawValue) }

    // What the exchange learns on its way.

    /// R17: fields that artis refused because the affaire is locked; nil stands for the whole write.
    var locked: [Field?] = []
    /// Its tiers was refused: by name, or with the whole write.
    var isMoveLocked: Bool { locked.contains(.company) || locked.contains(nil) }
    /// An artis record that we created in an earlier attempt whose answer was lost: its default civilité is ours (R18).
    var isOwnCreation = false
}
