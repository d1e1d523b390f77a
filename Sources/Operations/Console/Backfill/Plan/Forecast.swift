import Artis
import Database
import Domain
import HTTP
import HubSpot
import Oversight
import Pipeline
import Runtime

/// What a dry run knows, to say what would become of the records that it finds. Its parts judge as the workers do (`Gate`,
/// the trades' readings), and write nothing.
struct Forecast {
    let hubspot: HubSpotClient
    let artis: ArtisClient
    let database: Database
    let pacing: BackfillPacing
    let reference: ReferenceData
    let pipeline: PipelineChoice
    let sirets: KnownSIRETs
    let book = PlanBook()

    static let call = HubSpotCall(purpose: .backfill, lane: .backfill)

    init(
        hubspot: HubSpotClient, artis: ArtisClient, database: Database, pacing: BackfillPacing,
        reference: ReferenceData, pipeline setting: String?
    ) {
        (self.hubspot, self.artis, self.database, self.pacing) = (hubspot, artis, database, pacing)
        self.reference = reference
        pipeline = PipelineChoice.choose(setting: setting, pipelines: reference.pipelines)
        sirets = KnownSIRETs(hubspot: hubspot, database: database, pacing: pacing, property: reference.siretProperty)
    }

    /// Of HubSpot's records that would be queued and are not linked.
    func hubspot(_ objects: [HubSpotObject], _ kind: Kind) async throws -> Plan {
        if kind == .company { return Plan(kind, try await ForecastCompanies(forecast: self).hubspot(objects)) }
        return Plan(kind, try await ForecastDependants(forecast: self).hubspot(objects, kind))
    }

    /// Of artis' records that left no row and whose tiers is no obstacle.
    ///
    /// - Parameter show: told whenever a page of HubSpot's companies was read, which is once.
    func artis(_ records: [ArtisObject], _ kind: Kind, _ show: () -> Void) async throws -> Plan {
        if kind == .company, !records.isEmpty { try await sirets.prepare(show) }
        if kind == .company { return Plan(kind, try await ForecastCompanies(forecast: self).artis(records)) }
        return try await ForecastBirths(forecast: self).artis(records, kind)
    }

    func properties(of kind: Kind) -> [String] {
        HubSpotMapping.properties(of: kind, siretProperty: reference.siretProperty)
    }

    func read(_ collection: ArtisCollection, _ keys: ArtisKeys) async throws -> [ArtisObject] {
        try await pacing.run { () async throws(ArtisFailure) in try await artis.read(collection, keys).records }
    }

    func ends(
        of kind: Kind, _ ids: [ID<HubSpotRecord>], to other: Kind
    ) async throws -> [ID<HubSpotRecord>: [HubSpotAssociation]] {
        guard !ids.isEmpty else { return [:] }
        return try await pacing.run { () async throws(HubSpotFailure) in
            try await hubspot.associations(of: kind, ids: ids, to: other, for: Self.call)
        }
    }

    func pairs(_ kind: Kind, artis ids: [ID<ArtisRecord>]) async throws -> [ID<ArtisRecord>: Pair] {
        guard !ids.isEmpty else { return [:] }
        let rows = try await ask { () async throws(DatabaseError) in
            try await database.run(FindPairsByArtis(kind: kind, artisIDs: ids))
        }
        return Dictionary(rows.compactMap { row in row.artisID.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
    }
}
