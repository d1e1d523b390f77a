import Database
import Domain
import TestKit

extension TestDatabase {
    /// A company that was told to go with another, and holds a SIRET.
    ///
    /// - Parameter artis: its tiers; nil for one that is not linked.
    func plantMerged(_ id: String, into survivor: String, loses: Bool = true, artis: String?) async throws -> PairID {
        let pair = try await plant(.company) {
            ($0.hubspot_id, $0.artis_id, $0.latched) = (id, artis, artis != nil)
            ($0.state, $0.siret) = (artis == nil ? .pending : .synced, "siret \(id)")
        }
        try await database.script(
            "UPDATE pair SET merged_into = '\(survivor)', merge_loser = \(loses) WHERE id = \(pair)")
        return pair
    }

    func follow(_ pair: PairID) async throws -> FollowMerge.Row? {
        try await database.first(FollowMerge(of: pair, lane: .live))
    }
}
