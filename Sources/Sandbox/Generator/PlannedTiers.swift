/// A tiers that artis knows before anything is synced, and perhaps one of its interlocuteurs.
struct PlannedTiers: Equatable, Sendable {
    /// The HubSpot company it will be linked to; nil for one that HubSpot never hears of.
    let company: Int?
    let fields: [String: JSON]
    /// The HubSpot contact that `interlocuteur` will be linked to, by its mail (R28).
    var contact: Int?
    var interlocuteur: [String: JSON]?
}
