import Artis
import Database
import Domain
import HTTP
import Oversight

/// How the tiers of records stand; those that left no row are read in artis, where calls cost nothing.
struct ArtisHomes {
    let artis: ArtisClient
    let database: Database
    let pacing: BackfillPacing

    func of(_ records: [ArtisObject]) async throws -> [ID<ArtisRecord>: ArtisEligibility.Home] {
        let ids = Array(Set(records.compactMap(\.home))).sorted { $0.rawValue < $1.rawValue }
        guard !ids.isEmpty else { return [:] }
        let rows = try await ask { () async throws(DatabaseError) in
            try await database.run(FindPairsByArtis(kind: .company, artisIDs: ids))
        }
        var homes: [ID<ArtisRecord>: ArtisEligibility.Home] = [:]
        for row in rows { if let id = row.artisID { homes[id] = ArtisEligibility.home(row) } }
        let unknown = ids.filter { homes[$0] == nil }
        guard !unknown.isEmpty else { return homes }
        let reading = try await pacing.run { () async throws(ArtisFailure) in
            try await artis.read(.tiers, .ids(unknown))
        }
        for tiers in reading.records { homes[tiers.id] = .unknown(isSent: ArtisEligibility.isSent(tiers)) }
        return homes
    }
}
