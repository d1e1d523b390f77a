import Database
import Domain

/// Where a record hangs and what it is linked with once both sides agree (R12, R21), and what is to be written for it.
struct Relations: Sendable {
    /// The tiers that the artis record moves to.
    var tiers: ID<ArtisRecord>?
    /// The company that HubSpot's record moves to.
    var company: ID<HubSpotRecord>?
    /// The tiers that each side's record hangs on afterwards.
    var hubspotTiers: String?
    var artisTiers: String?
    /// artis fields to write, with their whole lists.
    var lists: [String: [String]] = [:]
    /// Contacts and deals to associate with an activity in HubSpot, and to take away.
    var added: Set<End> = []
    var removed: Set<End> = []
    var conflicts: [FieldConflict] = []
    /// What goes into the settlement of an activity: its links as each side has them afterwards, and the synced ends.
    var links: [ActivityLink]?
    var linkedTargets: Set<PairID> = []

    struct End: Sendable, Hashable {
        var kind: Kind
        var id: ID<HubSpotRecord>
    }

    /// Whether HubSpot's associations are to be written.
    var changesHubSpot: Bool { company != nil || !added.isEmpty || !removed.isEmpty }
}
