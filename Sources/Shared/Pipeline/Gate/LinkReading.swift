import Database
import Domain
import HubSpot

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
