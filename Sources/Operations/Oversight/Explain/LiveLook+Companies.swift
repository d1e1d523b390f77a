import Database
package import Domain
package import HubSpot

extension LiveLook: CompanySeeker {
    package func ends(
        of kind: Kind, _ ids: [ID<HubSpotRecord>], to other: Kind
    ) async throws(OperatorFailure) -> Ends {
        try await ask { client throws(HubSpotFailure) in
            try await client.associations(of: kind, ids: ids, to: other, for: Self.call)
        }
    }

    package func open(_ companies: [ID<HubSpotRecord>]) async throws(OperatorFailure) -> Set<ID<HubSpotRecord>> {
        let find = FindPairs(kind: .company, hubspotIDs: companies)
        let rows = try await Oversight.ask { () async throws(DatabaseError) in try await database.run(find) }
        return Set(rows.filter { $0.isLatched && $0.state != .stopped }.compactMap(\.hubspotID))
    }

    package func read(
        _ companies: [ID<HubSpotRecord>], _ properties: [String]
    ) async throws(OperatorFailure) -> [HubSpotObject] {
        let reading = try await ask { client throws(HubSpotFailure) in
            try await client.read(.company, ids: companies, properties: properties, for: Self.call)
        }
        return Array(reading.found.values)
    }
}
