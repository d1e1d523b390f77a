import Database
import Domain
import HubSpot
import Oversight
import Synchronization

/// The SIRET of every company of HubSpot, eligible or not (R9): from the fleet's own book, which ingest fills at its first
/// start; before that, by a reading of all companies.
final class KnownSIRETs: Sendable {
    private let hubspot: HubSpotClient
    private let database: Database
    private let pacing: BackfillPacing
    private let property: String?
    private let read = Mutex<[String: [ID<HubSpotRecord>]]?>(nil)

    init(hubspot: HubSpotClient, database: Database, pacing: BackfillPacing, property: String?) {
        (self.hubspot, self.database, self.pacing, self.property) = (hubspot, database, pacing, property)
    }

    /// The companies that hold each, the oldest first.
    func find(_ sirets: [String]) async throws -> [String: [ID<HubSpotRecord>]] {
        guard let property, !sirets.isEmpty else { return [:] }
        let isKept = try await ask { () async throws(DatabaseError) in try await database.first(CompaniesSeen()) ?? false }
        guard isKept else { return try await everything(property) }
        let rows = try await ask { () async throws(DatabaseError) in try await database.run(FindSIRETs(sirets)) }
        return Dictionary(grouping: rows, by: \.siret).mapValues { $0.map(\.hubspotID) }
    }

    private func everything(_ property: String) async throws -> [String: [ID<HubSpotRecord>]] {
        if let known = read.withLock({ $0 }) { return known }
        var found: [String: [ID<HubSpotRecord>]] = [:]
        var after: String?
        repeat {
            let place = after
            let page = try await pacing.run { () async throws(HubSpotFailure) in
                try await hubspot.list(.company, properties: [property], after: place, for: Forecast.call)
            }
            for object in page.objects {
                if let siret = SIRET(object.properties[property] ?? "")?.digits { found[siret, default: []].append(object.id) }
            }
            after = page.after
        } while after != nil
        let all = found
        read.withLock { $0 = all }
        return all
    }
}
