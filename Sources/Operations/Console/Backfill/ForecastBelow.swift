import Database
import Domain
import HubSpot
import Oversight
import Runtime

/// What a dry run finds below companies that would open: what discovery will find once they do (R13), by associations, a
/// thousand companies a call. Activities that hang on none of their own are left to it.
struct ForecastBelow {
    let hubspot: HubSpotClient
    let database: Database
    let pacing: BackfillPacing
    let forecast: Forecast

    private static let call = HubSpotCall(purpose: .backfill, lane: .backfill)

    func run(_ kind: Kind, below companies: [ID<HubSpotRecord>]) async throws -> BackfillProgress {
        var found: Set<ID<HubSpotRecord>> = []
        for chunk in companies.chunks(of: 1000) {
            let ends = try await pacing.run { () async throws(HubSpotFailure) in
                try await hubspot.associations(of: .company, ids: chunk, to: kind, for: Self.call)
            }
            found.formUnion(ends.values.joined().map(\.id))
        }
        var progress = BackfillProgress(step: .below(kind), seen: found.count, queued: 0, isDone: true)
        for chunk in found.sorted(by: { $0.rawValue < $1.rawValue }).chunks(of: 1000) {
            let known = try await ask { () async throws(DatabaseError) in
                try await database.run(FindPairs(kind: kind, hubspotIDs: chunk))
            }
            let rows = Set(known.compactMap(\.hubspotID))
            let asking = try await asking(chunk.filter { !rows.contains($0) }, kind)
            progress.queued += asking.count
            progress.forecast.add(try await forecast.hubspot(asking, kind))
        }
        return progress
    }

    /// R10: deals and contacts have a box of their own; an activity follows its company, and need not be read.
    private func asking(_ ids: [ID<HubSpotRecord>], _ kind: Kind) async throws -> [HubSpotObject] {
        guard kind.role != .activity, !ids.isEmpty else { return ids.map { HubSpotObject(id: $0) } }
        let reading = try await pacing.run { () async throws(HubSpotFailure) in
            try await hubspot.read(kind, ids: ids, properties: [HubSpotName.box, "email"], for: Self.call)
        }
        return reading.found.values.filter(\.isTicked)
    }
}
