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

    /// - Returns: one tally a kind.
    func run() async throws -> [BackfillProgress] {
        var direct: [Kind: Set<ID<HubSpotRecord>>] = [:]
        for kind in Kind.allCases where kind.isDependant { direct[kind] = try await ends(of: .company, companies, kind) }
        var tallies: [BackfillProgress] = []
        for kind in Kind.allCases where kind.isDependant {
            var found = direct[kind] ?? []
            if kind.role == .activity { found.formUnion(try await homeless(kind, direct)) }
            tallies.append(try await tally(kind, found))
        }
        return tallies
    }

    private func ends(
        of kind: Kind, _ ids: [ID<HubSpotRecord>], _ other: Kind
    ) async throws -> Set<ID<HubSpotRecord>> {
        Set(try await forecast.ends(of: kind, ids, to: other).values.joined().map(\.id))
    }

    /// Activities of the companies' deals and contacts that hang on no company.
    private func homeless(
        _ kind: Kind, _ direct: [Kind: Set<ID<HubSpotRecord>>]
    ) async throws -> Set<ID<HubSpotRecord>> {
        var found: Set<ID<HubSpotRecord>> = []
        for parent in [Kind.deal, .contact] {
            found.formUnion(try await ends(of: parent, Self.sorted(direct[parent] ?? []), kind))
        }
        found.subtract(direct[kind] ?? [])
        let housed = try await forecast.ends(of: kind, Self.sorted(found), to: .company)
        return found.filter { (housed[$0] ?? []).isEmpty }
    }

    private func tally(_ kind: Kind, _ found: Set<ID<HubSpotRecord>>) async throws -> BackfillProgress {
        var progress = BackfillProgress(step: .below(kind), seen: found.count, queued: 0, isDone: true)
        for chunk in Self.sorted(found).chunks(of: 1000) {
            let known = try await ask { () async throws(DatabaseError) in
                try await forecast.database.run(FindPairs(kind: kind, hubspotIDs: chunk))
            }
            // What waits or stayed out is looked at again when its company opens.
            let rows = Set(known.filter { $0.isLatched || $0.wanted > $0.applied }.compactMap(\.hubspotID))
            let new = chunk.filter { !rows.contains($0) }
            progress.plan.add(try await plan(kind, new))
        }
        progress.queued = progress.plan.whole.queued
        return progress
    }

    /// R10: deals and contacts have a box of their own; an activity follows its company, and need not be read.
    private func plan(_ kind: Kind, _ ids: [ID<HubSpotRecord>]) async throws -> Plan {
        guard !ids.isEmpty else { return Plan() }
        if kind.role == .activity {
            guard forecast.reference.actions.action(for: kind) != nil else {
                return Plan(kind, PlanLine(leftOut: [.actionUnmapped: ids.count]))
            }
            return try await forecast.hubspot(ids.map { HubSpotObject(id: $0) }, kind)
        }
        let reading = try await forecast.pacing.run { () async throws(HubSpotFailure) in
            try await forecast.hubspot.read(kind, ids: ids, properties: forecast.properties(of: kind), for: Forecast.call)
        }
        return try await forecast.hubspot(ids.compactMap { reading.found[$0] }, kind)
    }

    private static func sorted(_ ids: Set<ID<HubSpotRecord>>) -> [ID<HubSpotRecord>] {
        ids.sorted { $0.rawValue < $1.rawValue }
    }
}
