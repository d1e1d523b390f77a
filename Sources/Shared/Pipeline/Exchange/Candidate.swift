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
    /// Canonical values of HubSpot's side; empty for a record that HubSpot has not yet.
    public var hubspot: Values
    /// When they were read.
    public var readAt: Instant?
    /// Fields whose HubSpot value cannot be carried: they count as unchanged.
    public var uncarried: Set<Field>
    public var match: Match
    /// artis fields that are written at creation only (relation, the triple of an action, the creator …).
    public var creation: [String: JSON]
    /// The tiers of the company that it hangs on in HubSpot, for a dependant.
    public var tiers: ID<ArtisRecord>?
    /// What creating it in HubSpot takes, for one that HubSpot has not yet.
    public var birth: Birth?
    /// R9, R28: linked with a record of HubSpot's whose box is not ticked: it is ticked.
    public var ticksBox = false
    /// Of an activity: its companies, contacts and deals in HubSpot.
    public var ends = Ends()

    /// What an activity is associated with in HubSpot; of a deal or contact, its companies alone.
    public struct Ends: Sendable, Hashable {
        public var companies: Set<ID<HubSpotRecord>> = []
        public var contacts: Set<ID<HubSpotRecord>> = []
        public var deals: Set<ID<HubSpotRecord>> = []

        public init() {}

        subscript(kind: Kind) -> Set<ID<HubSpotRecord>> {
            switch kind {
            case .company: companies
            case .contact: contacts
            case .deal: deals
            case .call, .meeting, .email: []
            }
        }
    }

    public init(
        pair: Pair, hubspot: Values, uncarried: Set<Field> = [], match: Match = .none, creation: [String: JSON] = [:],
        tiers: ID<ArtisRecord>? = nil, birth: Birth? = nil
    ) {
        self.pair = pair
        self.hubspot = hubspot
        self.uncarried = uncarried
        self.match = match
        self.creation = creation
        self.tiers = tiers
        self.birth = birth
    }

    // What the exchange learns on its way.

    /// How often it was read and merged.
    var rounds = 0
    /// R7: fields whose artis value cannot be carried: they count as unchanged.
    var uncarriedArtis: Set<Field> = []
    /// R17: fields that artis refused because the affaire is locked; nil stands for the whole write.
    var locked: [Field?] = []
    /// Its tiers was refused: by name, or with the whole write.
    var isMoveLocked: Bool { locked.contains(.company) || locked.contains(nil) }
    /// An artis record that we created in an earlier attempt whose answer was lost: its default civilité is ours (R18).
    var isOwnCreation = false
    /// Where it hangs and what it is linked with, merged from both sides.
    var relations = Relations()
}
