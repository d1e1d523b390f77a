import Artis
import Database
import Domain

/// The contacts and deals of activities: as HubSpot has them now, as they were at the last look, and which of them are
/// synced (R21).
struct Links: Sendable {
    var now: [PairID: [ActivityLink]] = [:]
    var before: [PairID: [ActivityLink]] = [:]
    var targets: [LinkTarget: Pair] = [:]

    struct LinkTarget: Hashable, Sendable {
        var kind: Kind
        var hubspotID: ID<HubSpotRecord>

        init(_ link: ActivityLink) {
            kind = link.kind
            hubspotID = ID(link.externalID)
        }
    }

    func links(of pair: Pair) -> [ActivityLink]? { pair.kind.role == .activity ? now[pair.id] ?? [] : nil }

    func targets(of pair: Pair) -> Set<PairID> {
        Set((now[pair.id] ?? []).compactMap { target($0)?.id })
    }

    func wishes(of pair: Pair) -> [LinkWish] {
        guard pair.kind.role == .activity else { return [] }
        return [(Kind.contact, ArtisFieldName.interlocuteurs), (.deal, ArtisFieldName.affaires)].map { kind, field in
            let wanted = artisIDs(now[pair.id] ?? [], of: kind)
            return LinkWish(
                field: field, wanted: wanted, removed: artisIDs(before[pair.id] ?? [], of: kind).subtracting(wanted))
        }
    }

    private func artisIDs(_ links: [ActivityLink], of kind: Kind) -> Set<String> {
        Set(links.filter { $0.kind == kind }.compactMap { target($0)?.artisID?.rawValue })
    }

    private func target(_ link: ActivityLink) -> Pair? {
        targets[LinkTarget(link)].flatMap { $0.isLatched && $0.state != .stopped ? $0 : nil }
    }
}
