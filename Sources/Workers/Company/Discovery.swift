import Database
import Domain
import HubSpot
import Pipeline

/// R13: finds what existed below companies before they opened — their deals, contacts and activities, and the
/// activities of those deals and contacts that hang on no company — by associations alone, a thousand records a call; and
/// the activities of deals and contacts that are back (R26).
struct Discovery {
    let workshop: Workshop
    let lane: Lane

    private typealias Ends = [ID<HubSpotRecord>: [HubSpotAssociation]]

    struct Discovered {
        var below: [DiscoverPairs.Found] = []
        var beside: [RecordKey] = []
    }

    func explore(_ due: [DueDiscoveries.Row]) async throws(StepFailure) -> Discovered {
        let (companies, others) = due.parted { $0.kind == .company }
        return Discovered(below: try await below(companies), beside: try await beside(others))
    }

    private func beside(_ due: [DueDiscoveries.Row]) async throws(StepFailure) -> [RecordKey] {
        var found: Set<RecordKey> = []
        for kind in [Kind.deal, .contact] {
            let ids = due.filter { $0.kind == kind }.map(\.hubspotID)
            for activity in WorkerRole.activity.kinds {
                let ends = try await ends(of: kind, ids, to: activity)
                found.formUnion(ends.values.joined().map { RecordKey(kind: activity, id: $0.id) })
            }
        }
        return Array(found)
    }

    private func below(_ due: [DueDiscoveries.Row]) async throws(StepFailure) -> [DiscoverPairs.Found] {
        let companies = due.map(\.hubspotID)
        var direct: [Kind: Ends] = [:]
        for kind in Kind.allCases where kind.isDependant {
            direct[kind] = try await ends(of: .company, companies, to: kind)
        }
        let homeless = try await homeless(below: companies, direct: direct)
        return due.flatMap { row in
            Kind.allCases.filter(\.isDependant).flatMap { kind in
                Set((direct[kind]?[row.hubspotID] ?? []).map(\.id)).union(homeless[kind]?[row.hubspotID] ?? [])
                    .map { DiscoverPairs.Found(kind: kind, hubspotID: $0, company: row.pair) }
            }
        }
    }

    /// Activities that are known to deals or contacts of the companies only, by company.
    private func homeless(
        below companies: [ID<HubSpotRecord>], direct: [Kind: Ends]
    ) async throws(StepFailure) -> [Kind: [ID<HubSpotRecord>: Set<ID<HubSpotRecord>>]] {
        var found: [Kind: [ID<HubSpotRecord>: Set<ID<HubSpotRecord>>]] = [:]
        for activity in WorkerRole.activity.kinds {
            let known = Set((direct[activity] ?? [:]).values.joined().map(\.id))
            var owners: [ID<HubSpotRecord>: Set<ID<HubSpotRecord>>] = [:]
            for parent in [Kind.deal, .contact] {
                let parents = direct[parent] ?? [:]
                let ids = Set(parents.values.joined().map(\.id))
                let below = try await ends(of: parent, ids.sorted { $0.rawValue < $1.rawValue }, to: activity)
                for (company, its) in parents {
                    for item in its.flatMap({ below[$0.id] ?? [] }) where !known.contains(item.id) {
                        owners[item.id, default: []].insert(company)
                    }
                }
            }
            guard !owners.isEmpty else { continue }
            let housed = try await ends(of: activity, owners.keys.sorted { $0.rawValue < $1.rawValue }, to: .company)
            for (id, companies) in owners where (housed[id] ?? []).isEmpty {
                for company in companies { found[activity, default: [:]][company, default: []].insert(id) }
            }
        }
        return found
    }

    private func ends(
        of kind: Kind, _ ids: [ID<HubSpotRecord>], to other: Kind
    ) async throws(StepFailure) -> Ends {
        try await workshop.ends(of: kind, ids, to: other, lane: lane, for: .discovery)
    }
}
