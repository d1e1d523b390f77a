import Database
import Domain
import HubSpot
import Runtime

/// Looks in HubSpot for records whose creation was begun before and whose outcome is not known (invariant 8): by unique
/// value where the account allows one, else by a search, once a search must know of it.
struct LostBirths {
    let exchange: Exchange
    let property: ReferenceProperty

    /// How long a search may not know yet of what was created.
    private static let lag: Duration = .seconds(15)

    struct Found {
        var settled: [Settlement] = []
        /// Those that HubSpot does not have.
        var absent: [Writing.Done] = []
    }

    func find(_ items: [Writing.Done]) async throws(StepFailure) -> Found {
        var found = Found()
        let clock = exchange.workshop.clock()
        var asking = items
        if property == .plain {
            let (early, late) = items.parted { $0.plan.candidate.pair.creatingAt.map { clock - $0 < Self.lag } ?? false }
            found.settled = early.map { item in
                let pair = item.plan.candidate.pair
                return .putOff(pair, until: (pair.creatingAt ?? clock) + Self.lag)
            }
            asking = late
        }
        guard !asking.isEmpty else { return found }
        let records = try await records(asking.map(\.plan.reference))
        for item in asking {
            guard let id = records[item.plan.reference] else {
                found.absent.append(item)
                continue
            }
            // It is ours, and is looked at like any other that both sides have.
            var pair = item.plan.candidate.pair
            pair.hubspotID = id
            var settlement = Settlement.putOff(pair, until: clock)
            settlement.unites = true
            settlement.journal = [JournalEntry(.created, system: .hubspot, detail: id.rawValue)]
            found.settled.append(settlement)
        }
        return found
    }

    private func records(_ references: [String]) async throws(StepFailure) -> [String: ID<HubSpotRecord>] {
        let hubspot = exchange.workshop.hubspot
        let call = HubSpotCall(purpose: .read, lane: exchange.lane)
        return try await step { () async throws(HubSpotFailure) in
            if property == .unique {
                return try await hubspot.read(
                    exchange.kind, by: HubSpotName.reference, values: references, properties: [HubSpotName.reference], for: call
                ).mapValues(\.id)
            }
            var records: [String: ID<HubSpotRecord>] = [:]
            for chunk in references.chunks(of: 50) {
                let query = HubSpotSearch(
                    groups: [[HubSpotFilter(HubSpotName.reference, .in, values: chunk.map { $0.lowercased() })]],
                    sort: "hs_object_id", properties: [HubSpotName.reference], limit: 200, after: nil)
                for object in try await hubspot.search(exchange.kind, query, for: call).objects.reversed() {
                    if let reference = object.properties[HubSpotName.reference] { records[reference] = object.id }
                }
            }
            return records
        }
    }
}
