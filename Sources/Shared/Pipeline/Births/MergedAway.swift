import Artis
public import Database
public import Domain
public import HubSpot

/// R26: pairs whose record of HubSpot's was merged into another go with that one, whether an event told of it or a read
/// shows it.
public struct MergedAway: Sendable {
    let workshop: Workshop
    let lane: Lane

    public init(workshop: Workshop, lane: Lane) {
        self.workshop = workshop
        self.lane = lane
    }

    /// Lets those that were told of a merge follow it; returns the others. Who followed is looked at anew.
    public func follow(_ pairs: [Pair]) async throws(StepFailure) -> [Pair] {
        let (merged, others) = pairs.parted { $0.mergedInto != nil && $0.reason != .mergedInHubSpot }
        guard !merged.isEmpty else { return others }
        try await hear(of: merged)
        for pair in merged.sorted(by: { $0.id < $1.id }) { try await follow(pair) }
        return others
    }

    /// What a worker has made of them in artis without hearing the answer is theirs, and goes along (invariant 8).
    private func hear(of merged: [Pair]) async throws(StepFailure) {
        let records = try await Departures(workshop: workshop, lane: lane).left(by: merged)
        var heard: [Settlement] = []
        for pair in merged {
            guard let record = pair.unheard.flatMap({ records[$0] }),
                case .learnt(var pair) = try await Halves(workshop: workshop, lane: lane).meet(pair, with: record.id)
            else { continue }
            pair.artisVersion = record.version
            var settlement = Settlement.putOff(pair, until: workshop.clock())
            settlement.unites = true
            heard.append(settlement)
        }
        guard !heard.isEmpty else { return }
        _ = try await Settler(database: workshop.database, lane: lane).settle(heard) { $0 }
    }

    private func follow(_ pair: Pair) async throws(StepFailure) {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
                guard let row = try await transaction.first(FollowMerge(of: pair.id, lane: lane)), let heir = row.heir
                else { return }
                let entry = row.isStopped
                    ? (pair.id, JournalEntry(.stopped, detail: Reason.mergedInHubSpot.rawValue))
                    : (heir, JournalEntry(.linked, system: .hubspot, detail: pair.mergedInto?.rawValue))
                try await transaction.execute(WriteJournal(entries: [entry]))
                _ = try await transaction.run(WantDiscovery(below: [heir], lane: lane))
                let ends = [pair.hubspotID, pair.mergedInto].compactMap(\.self)
                switch pair.kind {
                case .company:
                    try await transaction.see(pair.hubspotID.map { [($0, nil)] } ?? [], lane: lane)
                    _ = try await transaction.run(WantDependantsUnderway(lane: lane))
                    _ = try await transaction.run(RetryHeldBy(ends.map(\.rawValue), lane: lane))
                case .contact: _ = try await transaction.run(RetryContactDuplicates(of: ends, lane: lane))
                case .deal, .call, .meeting, .email: break
                }
                if let siret = row.releasedSIRET {
                    _ = try await transaction.run(RetryDuplicates(of: [siret], lane: lane))
                }
            }
        }
    }

    /// What becomes of a pair that is to follow; where nothing is to change, what it would come to.
    public func settlement(_ pair: Pair) -> Settlement {
        workshop.looksOnly ? .stopped(pair, .mergedInHubSpot) : .putOff(pair, until: workshop.clock())
    }

    /// What a read shows of merges: a record that was answered under another's id, and records that were merged into one
    /// that was read. Returns the pairs that are to follow: they are hinted, and have nothing to do here.
    ///
    /// What was answered under another's id is that one's, also where an event has told of it since the pair was read here:
    /// the values of the survivor never go to the record of the loser.
    public func note(
        _ kind: Kind, _ found: [ID<HubSpotRecord>: HubSpotObject], of pairs: [Pair]
    ) async throws(StepFailure) -> Set<PairID> {
        let answered = Set(pairs.filter { pair in pair.hubspotID.map { (found[$0]?.id ?? $0) != $0 } ?? false }.map(\.id))
        guard !workshop.looksOnly else { return answered }
        let merges = found.flatMap { asked, object in
            (asked == object.id ? object.mergedIDs : [asked] + object.mergedIDs).map { (survivor: object.id, merged: $0) }
        }
        guard !merges.isEmpty else { return [] }
        let noted = try await step { () async throws(DatabaseError) in
            try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
                try await transaction.run(NoteMerges(kind: kind, merges, lane: lane))
            }
        }
        return answered.union(noted)
    }
}
