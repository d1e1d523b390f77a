import Database
import Domain
import HubSpot
import Oversight
import Runtime

/// What a dry run finds below companies that are open, or would be: what discovery will find (R13), by associations, a
/// thousand companies a call; of activities also those that hang on their deals and contacts alone.
struct ForecastBelow {
    let forecast: Forecast
    let companies: [ID<HubSpotRecord>]
    /// Told after each thousand that is found, and after each hundred that is read.
    let show: (BackfillProgress) -> Void

    /// - Returns: one tally a kind.
    func run() async throws -> [BackfillProgress] {
        var direct: [Kind: Set<ID<HubSpotRecord>>] = [:]
        var tallies: [BackfillProgress] = []
        for kind in Kind.allCases where kind.isDependant {
            let looking = ForecastBelowLook(forecast: forecast, kind: kind, show: show)
            var found = try await looking.below(.company, Set(companies), beside: [])
            direct[kind] = found
            if kind.role == .activity {
                found.formUnion(try await looking.homeless(below: direct, beside: found))
            }
            let tally = try await judge(kind, found)
            show(tally)
            tallies.append(tally)
        }
        return tallies
    }

    private func judge(_ kind: Kind, _ found: Set<ID<HubSpotRecord>>) async throws -> BackfillProgress {
        var progress = BackfillProgress(step: .below(kind), seen: 0, total: found.count, queued: 0)
        let began = ContinuousClock.now
        func see(_ count: Int) {
            progress.seen += count
            progress.pace = BackfillPace(
                seen: progress.seen, elapsed: .now - began, calls: forecast.pacing.calls.made)
            show(progress)
        }
        for chunk in found.inOrder.chunks(of: 1000) {
            let known = try await ask { () async throws(DatabaseError) in
                try await forecast.database.run(FindPairs(kind: kind, hubspotIDs: chunk))
            }
            // What waits or stayed out is looked at again when its company opens.
            let rows = Set(known.filter { $0.isLatched || $0.wanted > $0.applied }.compactMap(\.hubspotID))
            let new = chunk.filter { !rows.contains($0) }
            let plan = try await plan(kind, new, see)
            progress.plan.add(plan)
            progress.queued = progress.plan.whole.queued
            see(rows.count)
        }
        (progress.isDone, progress.total) = (true, nil)
        return progress
    }

    /// R10: deals and contacts have a box of their own; an activity follows its company, and need not be read.
    ///
    /// - Parameter see: told how many were looked at.
    private func plan(_ kind: Kind, _ ids: [ID<HubSpotRecord>], _ see: (Int) -> Void) async throws -> Plan {
        guard !ids.isEmpty else { return Plan() }
        if kind.role == .activity {
            defer { see(ids.count) }
            guard forecast.reference.actions.action(for: kind) != nil else {
                return Plan(kind, PlanLine(leftOut: [.actionUnmapped: ids.count]))
            }
            return try await forecast.hubspot(ids.map { HubSpotObject(id: $0) }, kind)
        }
        var objects: [HubSpotObject] = []
        for part in ids.chunks(of: 100) {
            let reading = try await forecast.pacing.run { () async throws(HubSpotFailure) in
                try await forecast.hubspot.read(
                    kind, ids: part, properties: forecast.properties(of: kind), for: Forecast.call)
            }
            objects += part.compactMap { reading.found[$0] }
            see(part.count)
        }
        return try await forecast.hubspot(objects, kind)
    }
}
