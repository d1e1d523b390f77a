import Domain

/// One of the two ids of a pair: what it is found by without looking at all pairs.
struct PairKey: Hashable {
    var system: System
    /// HubSpot's type or the collection of artis, in which its ids are unique.
    var place: String
    var id: String

    static func hubspot(_ kind: Kind, _ id: String) -> PairKey { PairKey(system: .hubspot, place: kind.inHubSpot, id: id) }
    static func artis(_ kind: Kind, _ id: String) -> PairKey { PairKey(system: .artis, place: kind.inArtis, id: id) }

    static func index(_ pairs: [BothPair.Row]) -> [PairKey: BothPair.Row] {
        var index: [PairKey: BothPair.Row] = [:]
        for pair in pairs {
            if let id = pair.hubspotID { index[.hubspot(pair.kind, id)] = pair }
            if let id = pair.artisID { index[.artis(pair.kind, id)] = pair }
        }
        return index
    }
}
