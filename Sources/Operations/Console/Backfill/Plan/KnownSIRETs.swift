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

    /// Reads all companies where that is to be done, which takes long.
    ///
    /// - Parameter show: told after each page.
    func prepare(_ show: () -> Void) async throws {
        guard let property, read.withLock({ $0 }) == nil, try await !isKept else { return }
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
            show()
        } while after != nil
        let all = found
        read.withLock { $0 = all }
    }

    /// The companies that hold each, the oldest first.
    func find(_ sirets: [String]) async throws -> [String: [ID<HubSpotRecord>]] {
        guard property != nil, !sirets.isEmpty else { return [:] }
        if let known = read.withLock({ $0 }) { return known }
        let rows = try await ask { () async throws(DatabaseError) in try await database.run(FindSIRETs(sirets)) }
        return Dictionary(grouping: rows, by: \.siret).mapValues { $0.map(\.hubspotID) }
    }

    private var isKept: Bool {
        get async throws {
            try await ask { () async throws(DatabaseError) in try await database.first(CompaniesSeen()) ?? false }
        }
    }
}
