import Database
import Domain

extension Workshop {
    /// The companies of these tiers: made known, ahead of what hangs on them (R13), unless this workshop only looks.
    func companies(
        of tiers: [ID<ArtisRecord>], lane: Lane
    ) async throws(StepFailure) -> [ID<ArtisRecord>: CompanyRow] {
        guard !tiers.isEmpty else { return [:] }
        let rows = try await step { () async throws(DatabaseError) in
            looksOnly
                ? try await database.run(FindArtisCompanies(artisIDs: tiers))
                : try await database.run(KnowArtisCompanies(artisIDs: tiers, lane: lane))
        }
        return Dictionary(rows.compactMap { row in row.artisID.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    }
}
