import Database
import Domain
import HubSpot
import Oversight

/// The company that each of these records would hang on, as the worker would choose it (R12), were every company that
/// would open open already.
struct ForecastHomes {
    typealias Ends = [ID<HubSpotRecord>: [HubSpotAssociation]]

    let forecast: Forecast
    let kind: Kind

    struct Reading {
        var choices: [ID<HubSpotRecord>: CompanyChoice] = [:]
        /// Those of the companies that are open, or would be.
        var open: [ID<HubSpotRecord>: PlanBook.Home] = [:]
    }

    func read(_ ids: [ID<HubSpotRecord>]) async throws -> Reading {
        let own = try await forecast.ends(of: kind, ids, to: .company)
        if kind.role == .activity { return try await activities(ids, own) }
        var reading = Reading(open: try await open(own.values.joined().map(\.id)))
        let held = try await haveSIRET(disputed(own, reading.open))
        for id in ids {
            let candidates = (own[id] ?? []).map { end in
                let isOpen = reading.open[end.id] != nil
                return CompanyCandidate(
                    id: end.id, isPrimary: end.isPrimary, isSynced: isOpen, hasSIRET: isOpen || held.contains(end.id))
            }
            reading.choices[id] = .ofRecord(candidates, current: nil)
        }
        return reading
    }

    /// Only those that hang on no company, or on several, ask for the companies of their deals and contacts.
    private func activities(_ ids: [ID<HubSpotRecord>], _ own: Ends) async throws -> Reading {
        let homeless = ids.filter { Set((own[$0] ?? []).map(\.id)).count != 1 }
        let deals = try await companies(of: .deal, beside: homeless)
        let contacts = try await companies(of: .contact, beside: homeless)
        var reading = Reading()
        for id in ids {
            reading.choices[id] = .ofActivity(
                companies: (own[id] ?? []).map(\.id), deals: deals[id] ?? [], contacts: contacts[id] ?? [])
        }
        reading.open = try await open(reading.choices.values.compactMap(\.home))
        return reading
    }

    /// The companies of the deals, or contacts, that each activity is linked with.
    private func companies(
        of other: Kind, beside activities: [ID<HubSpotRecord>]
    ) async throws -> [ID<HubSpotRecord>: [ID<HubSpotRecord>]] {
        let ends = try await forecast.ends(of: kind, activities, to: other)
        let others = Set(ends.values.joined().map(\.id)).sorted { $0.rawValue < $1.rawValue }
        let homes = try await forecast.ends(of: other, others, to: .company)
        return ends.mapValues { $0.compactMap { homes[$0.id]?.home } }
    }

    private func open(_ ids: [ID<HubSpotRecord>]) async throws -> [ID<HubSpotRecord>: PlanBook.Home] {
        let ids = Set(ids)
        var open = forecast.book.homes.filter { ids.contains($0.key) }
        let others = ids.filter { open[$0] == nil }.sorted { $0.rawValue < $1.rawValue }
        guard !others.isEmpty else { return open }
        let rows = try await ask { () async throws(DatabaseError) in
            try await forecast.database.run(FindPairs(kind: .company, hubspotIDs: others))
        }
        for row in rows where row.isLatched && row.state != .stopped {
            if let id = row.hubspotID { open[id] = PlanBook.Home(tiers: row.artisID) }
        }
        return open
    }

    /// Primary companies that would not open, of records that hang on one that would as well: whether they take the record
    /// from that one depends on their SIRET, of which nobody need know yet.
    private func disputed(_ own: Ends, _ open: [ID<HubSpotRecord>: PlanBook.Home]) -> Set<ID<HubSpotRecord>> {
        let ends = own.values.filter { ends in ends.contains { open[$0.id] != nil } }
        return Set(ends.joined().filter { $0.isPrimary && open[$0.id] == nil }.map(\.id))
    }

    private func haveSIRET(_ companies: Set<ID<HubSpotRecord>>) async throws -> Set<ID<HubSpotRecord>> {
        guard let property = forecast.reference.siretProperty, !companies.isEmpty else { return [] }
        let ids = companies.sorted { $0.rawValue < $1.rawValue }
        let reading = try await forecast.pacing.run { () async throws(HubSpotFailure) in
            try await forecast.hubspot.read(.company, ids: ids, properties: [property], for: Forecast.call)
        }
        return Set(reading.found.values.filter { SIRET($0.properties[property] ?? "") != nil }.map(\.id))
    }
}

extension CompanyChoice {
    var home: ID<HubSpotRecord>? { if case .company(let id) = self { id } else { nil } }
}
