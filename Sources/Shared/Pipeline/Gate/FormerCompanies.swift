import Database
import Domain
import HubSpot

/// The companies that records without any association hung on so far (R26): HubSpot shows no associations with what is
/// archived, and whoever hung on it waits for it, whoever else its deals and contacts hang on.
struct FormerCompanies {
    let round: Round

    struct Reading {
        /// They have stopped.
        var stopped: Set<PairID> = []
        /// They are gone in HubSpot, and nobody has seen that yet.
        var away: Set<PairID> = []
    }

    func read(
        _ items: [DependantItem], associations: Associations, companies: [ID<HubSpotRecord>: CompanyRow]
    ) async throws(StepFailure) -> Reading {
        let homeless = items.filter { (associations.own[$0.reading.object.id] ?? []).isEmpty && $0.pair.companyID != nil }
        guard !homeless.isEmpty else { return Reading() }
        let ids = Set(homeless.compactMap(\.pair.companyID))
        let rows = try await step { () async throws(DatabaseError) in
            try await round.workshop.database.run(HoldCompanies(ids.sorted()))
        }
        var reading = Reading(stopped: Set(rows.filter(\.isStopped).map(\.id)))
        // Who would go to another company meanwhile: it may be that the own one was archived a moment ago.
        let leaving = Set(homeless.filter { item in
            guard case .company(let id) = associations.choice(for: item, companies: companies) else { return false }
            return companies[id]?.id != item.pair.companyID
        }.compactMap(\.pair.companyID))
        reading.away = try await gone(rows.filter { leaving.contains($0.id) && !$0.isStopped })
        return reading
    }

    /// Which of them HubSpot does not have any more; they are queued, and stop by their own looks.
    private func gone(_ rows: [CompanyRow]) async throws(StepFailure) -> Set<PairID> {
        let ids = rows.compactMap(\.hubspotID)
        guard !ids.isEmpty else { return [] }
        let call = HubSpotCall(purpose: .read, lane: round.lane)
        let reading = try await step { () async throws(HubSpotFailure) in
            try await round.workshop.hubspot.read(.company, ids: ids, properties: [HubSpotName.modified(.company)], for: call)
        }
        let gone = rows.filter { row in row.hubspotID.map { reading.found[$0]?.id != $0 } ?? false }.map(\.id)
        if !gone.isEmpty, !round.workshop.looksOnly {
            _ = try await step { () async throws(DatabaseError) in
                try await round.workshop.database.run(WantPairs(pairs: gone.sorted(), lane: round.lane))
            }
        }
        return Set(gone)
    }
}
