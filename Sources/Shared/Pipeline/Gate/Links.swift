import Artis
import Database
import Domain
import HubSpot

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
            hubspotID = link.hubspotID
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

/// Reads the links of a share of a batch; other kinds than activities have none.
struct LinkReading {
    let round: Round

    func read(_ items: [DependantItem], associations: Associations) async throws(StepFailure) -> Links {
        var links = Links()
        guard round.kind.role == .activity else { return links }
        for item in items {
            let id = item.reading.object.id
            links.now[item.pair.id] = [(Kind.deal, associations.deals), (.contact, associations.contacts)]
                .flatMap { kind, ends in
                    (ends[id] ?? []).map { ActivityLink(activity: item.pair.id, kind: kind, hubspotID: $0.id) }
                }
        }
        let before = try await step { () async throws(DatabaseError) in
            try await round.workshop.database.run(FindLinks(of: items.map(\.pair.id)))
        }
        links.before = Dictionary(grouping: before, by: \.activity)
        let all = Set((before + links.now.values.joined()).map(Links.LinkTarget.init))
        for (kind, targets) in Dictionary(grouping: all, by: \.kind) {
            let pairs = try await step { () async throws(DatabaseError) in
                try await round.workshop.database.run(FindPairs(kind: kind, hubspotIDs: targets.map(\.hubspotID).sorted()))
            }
            for target in targets {
                links.targets[target] = pairs.first { $0.hubspotID == target.hubspotID }
            }
        }
        return links
    }
}
