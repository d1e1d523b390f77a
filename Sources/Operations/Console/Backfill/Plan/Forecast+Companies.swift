import Database
import Domain
import HubSpot
import Oversight

/// A dry run takes every company that would open for open already.
extension Forecast: CompanySeeker {
    func open(_ companies: [ID<HubSpotRecord>]) async throws -> Set<ID<HubSpotRecord>> {
        Set(try await homes(companies).keys)
    }

    func read(_ companies: [ID<HubSpotRecord>], _ properties: [String]) async throws -> [HubSpotObject] {
        let reading = try await pacing.run { () async throws(HubSpotFailure) in
            try await hubspot.read(.company, ids: companies, properties: properties, for: Self.call)
        }
        return Array(reading.found.values)
    }

    /// Those of these companies that are open, or would be.
    func homes(_ companies: [ID<HubSpotRecord>]) async throws -> [ID<HubSpotRecord>: PlanBook.Home] {
        let ids = Set(companies)
        var open = book.homes.filter { ids.contains($0.key) }
        let others = ids.filter { open[$0] == nil }.sorted { $0.rawValue < $1.rawValue }
        guard !others.isEmpty else { return open }
        let rows = try await ask { () async throws(DatabaseError) in
            try await database.run(FindPairs(kind: .company, hubspotIDs: others))
        }
        for row in rows where row.isLatched && row.state != .stopped {
            if let id = row.hubspotID { open[id] = PlanBook.Home(tiers: row.artisID) }
        }
        return open
    }
}
