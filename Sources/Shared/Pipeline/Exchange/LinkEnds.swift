import Artis
import Database
import Domain

/// The contacts and deals at the ends of a batch of activities: as they were linked at the last look, and which of them
/// are synced (R21).
struct LinkEnds {
    let exchange: Exchange
    private var before: [PairID: Set<ActivityLink>] = [:]
    private var synced: [Pair] = []
    /// Deleted in artis, which refuses a list that names them.
    private var deleted: Set<ID<ArtisRecord>> = []
    /// Ends that are gone in one system, though their pairs do not say so until they are looked at themselves.
    private var gone: [Pair] = []
    /// Ends that have stopped, and may come back.
    private var stopped: [Pair] = []

    private static let fields: [(kind: Kind, field: String)] = [
        (.contact, ArtisFieldName.interlocuteurs), (.deal, ArtisFieldName.affaires),
    ]

    init(exchange: Exchange) { self.exchange = exchange }

    func read(_ found: [(Candidate, ArtisObject?)]) async throws(StepFailure) -> LinkEnds {
        guard exchange.kind.role == .activity, !found.isEmpty else { return self }
        var ends = self
        let database = exchange.workshop.database
        let rows = try await step { () async throws(DatabaseError) in
            try await database.run(FindLinks(of: found.map(\.0.pair.id)))
        }
        ends.before = Dictionary(grouping: rows, by: \.activity).mapValues(Set.init)
        for (kind, field) in Self.fields {
            let last = rows.filter { $0.kind == kind }
            let hubspot = Set(found.flatMap { $0.0.ends[kind] } + last.ids(.hubspot).map { ID<HubSpotRecord>($0) })
            let artis = Set(found.flatMap { $0.1?.links(field) ?? [] } + last.ids(.artis).map { ID<ArtisRecord>($0) })
            let pairs = try await step { () async throws(DatabaseError) in
                try await database.run(FindPairs(kind: kind, hubspotIDs: hubspot.sorted()))
                    + database.run(FindPairsByArtis(kind: kind, artisIDs: artis.sorted { $0.rawValue < $1.rawValue }))
            }
            let open = pairs.filter { $0.isLatched && $0.state != .stopped && $0.hubspotID != nil && $0.artisID != nil }
            ends.deleted.formUnion(pairs.filter { $0.state == .stopped && $0.reason == .deletedInArtis }.compactMap(\.artisID))
            ends.synced += Dictionary(open.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }).values
            ends.stopped += pairs.filter { $0.state == .stopped }
        }
        let gone = try await VanishedEnds(exchange: exchange).find(ends.doubtful(found))
        ends.gone = ends.synced.filter { gone.contains($0.id) }
        ends.synced.removeAll { gone.contains($0.id) }
        return ends
    }

    /// Ends to be looked for, by system. A link that both had and that leads there no longer on one side: somebody undid it,
    /// or the end itself is gone there. One to be added with a record that waits or is blocked, which may be gone
    /// unnoticed; or any, once the system has refused one.
    private func doubtful(_ found: [(Candidate, ArtisObject?)]) -> [System: [Pair]] {
        var doubtful: [System: [Pair]] = [:]
        for (candidate, record) in found {
            for target in synced {
                guard let field = Self.field(target.kind) else { continue }
                switch link(of: candidate, record, field, to: target) {
                case .remove(let system): doubtful[system.other, default: []].append(target)
                case .add(let system) where target.state != .synced || candidate.pair.attempts > 0:
                    doubtful[system, default: []].append(target)
                case .add, .agreed, nil: break
                }
            }
        }
        return doubtful
    }

    /// What becomes of the link to a synced end; nil for one that has not both ids.
    private func link(
        of candidate: Candidate, _ record: ArtisObject?, _ field: String, to target: Pair
    ) -> LinkMerge? {
        guard let hubspotID = target.hubspotID, let artisID = target.artisID else { return nil }
        let (activity, before) = (candidate.pair.id, before[candidate.pair.id] ?? [])
        return LinkMerge(
            hubspot: candidate.ends[target.kind].contains(hubspotID), artis: record?.links(field).contains(artisID) ?? false,
            last: (
                before.contains(ActivityLink(activity: activity, kind: target.kind, hubspotID: hubspotID)),
                before.contains(ActivityLink(activity: activity, kind: target.kind, artisID: artisID))
            ))
    }

    private static func field(_ kind: Kind) -> String? { fields.first { $0.kind == kind }?.field }

    /// The links with ends that are gone or have stopped, as they were: at the next look they have vanished still, and are
    /// not new on the side that has them; and should such an end come back, the activity hears of it.
    private func remembered(_ activity: PairID) -> [ActivityLink] {
        (gone + stopped).flatMap { end in
            [
                end.hubspotID.map { ActivityLink(activity: activity, kind: end.kind, hubspotID: $0) },
                end.artisID.map { ActivityLink(activity: activity, kind: end.kind, artisID: $0) },
            ].compactMap(\.self)
        }.filter { before[activity]?.contains($0) ?? false }
    }

    /// Writes into the candidate's relations what becomes of its links.
    func merge(_ candidate: inout Candidate, _ record: ArtisObject?) {
        guard candidate.pair.kind.role == .activity else { return }
        var links = remembered(candidate.pair.id)
        // They were looked at: else the activity would be taken to have missed them, and look again for ever.
        candidate.relations.linkedTargets = Set(gone.map(\.id))
        for (kind, field) in Self.fields {
            var hubspot = candidate.ends[kind]
            let present = record?.links(field) ?? []
            var artis = present
            for target in synced where target.kind == kind {
                guard let hubspotID = target.hubspotID, let artisID = target.artisID else { continue }
                let end = Relations.End(kind: kind, id: hubspotID)
                switch link(of: candidate, record, field, to: target) {
                case .agreed, nil: break
                case .add(.artis): artis.insert(artisID)
                case .remove(.artis): artis.remove(artisID)
                case .add(.hubspot):
                    hubspot.insert(hubspotID)
                    candidate.relations.added.insert(end)
                case .remove(.hubspot):
                    hubspot.remove(hubspotID)
                    candidate.relations.removed.insert(end)
                }
                if hubspot.contains(hubspotID) || artis.contains(artisID) {
                    candidate.relations.linkedTargets.insert(target.id)
                }
            }
            if artis != present {
                artis.subtract(deleted)
                candidate.relations.lists[field] = artis.map(\.rawValue).sorted()
            }
            let activity = candidate.pair.id
            links += hubspot.map { ActivityLink(activity: activity, kind: kind, hubspotID: $0) }
            links += artis.map { ActivityLink(activity: activity, kind: kind, artisID: $0) }
        }
        candidate.relations.links = links
    }
}

extension [ActivityLink] {
    fileprivate func ids(_ system: System) -> [String] { filter { $0.system == system }.map(\.externalID) }
}
