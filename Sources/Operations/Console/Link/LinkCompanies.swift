import Database
import Domain
import HubSpot

/// Whether two records hang on one company, as far as is known (R12): before a backfill neither company is linked yet,
/// and nothing speaks against it.
struct LinkCompanies {
    let sight: LinkLook.Sight

    /// - Returns: why not; nil when nothing speaks against it.
    func refusal(in runner: some StatementRunner) async throws(DatabaseError) -> LinkRefusal? {
        guard let tiers = sight.tiers, !sight.companies.isEmpty else { return nil }
        let ids = sight.companies.map(\.id)
        let rows = try await runner.run(FindCompanies(hubspotIDs: ids))
        let known = Dictionary(
            rows.compactMap { row in row.hubspotID.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
        let home = try await runner.first(FindPairsByArtis(kind: .company, artisIDs: [tiers]))?.hubspotID
        return Self.refusal(tiers: tiers, home: home, choice: choice(known), among: ids, known: known)
    }

    /// - Parameters:
    ///   - home: the HubSpot company that the tiers is linked with.
    ///   - choice: the company of HubSpot's record, by R12.
    static func refusal(
        tiers: ID<ArtisRecord>, home: ID<HubSpotRecord>?, choice: CompanyChoice, among ids: [ID<HubSpotRecord>],
        known: [ID<HubSpotRecord>: CompanyRow]
    ) -> LinkRefusal? {
        switch choice {
        case .none: return nil
        case .ambiguous:
            guard let home, !ids.contains(home) else { return nil }
            return LinkRefusal(.otherCompany, "HubSpot \(ids.map(\.rawValue).joined(separator: ", ")), artis:\(tiers)")
        case .company(let id):
            let elsewhere = home.map { $0 != id } ?? (known[id]?.artisID.map { $0 != tiers } ?? false)
            return elsewhere ? LinkRefusal(.otherCompany, "HubSpot \(id), artis:\(tiers)") : nil
        }
    }

    private func choice(_ known: [ID<HubSpotRecord>: CompanyRow]) -> CompanyChoice {
        guard sight.order.kind.role != .activity else {
            return .ofActivity(companies: sight.companies.map(\.id), deals: [], contacts: [])
        }
        return .ofRecord(
            sight.companies.map { end in
                CompanyCandidate(
                    id: end.id, isPrimary: end.isPrimary, isSynced: known[end.id]?.isOpen ?? false,
                    hasSIRET: known[end.id]?.hasSIRET ?? false)
            }, current: nil)
    }
}
