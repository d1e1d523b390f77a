import Database
import Domain

extension Workshop {
    /// The rows of HubSpot's companies: made known, ahead of what hangs on them (R13), unless this workshop only looks.
    func companies(
        named ids: Set<ID<HubSpotRecord>>, lane: Lane
    ) async throws(StepFailure) -> [ID<HubSpotRecord>: CompanyRow] {
        guard !ids.isEmpty else { return [:] }
        let rows = try await step { () async throws(DatabaseError) in
            looksOnly
                ? try await database.run(FindCompanies(hubspotIDs: ids.sorted()))
                : try await database.run(KnowCompanies(hubspotIDs: ids.sorted(), lane: lane))
        }
        return Dictionary(
            rows.compactMap { row in row.hubspotID.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows of the companies of these tiers, likewise.
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
