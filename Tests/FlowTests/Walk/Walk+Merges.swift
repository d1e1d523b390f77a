import Domain
import TestKit

extension Walk {
    /// Somebody merges two records in HubSpot: linked ones or new ones, under the id of one of them or a new one (R26).
    mutating func merge() async throws {
        guard sparedFrom == .max, let primary = any(.hubspot, Self.suitsMerge) else { return }
        let kind = records[primary].kind
        guard let loser = any(.hubspot, { $0.kind == kind && Self.suitsMerge($0) }), loser != primary, let kept = records[primary].ids[.hubspot],
            let lost = records[loser].ids[.hubspot]
        else { return }
        let survivor = try await office.merge(kind, kept, lost, newID: Int.random(in: 0..<3, using: &random) == 0)
        mergedAway.formUnion([kept, lost].filter { $0 != survivor }.map { .hubspot(kind, $0) })
        records[primary].ids[.hubspot] = survivor
        records[loser].ids[.hubspot] = nil
        records[loser].isMergedAway = true
        for index in records.indices where records[index].company == loser { records[index].company = primary }
        // What the survivor lacks it takes over: nobody else works on that record of artis from now on.
        if records[primary].ids[.artis] == nil, let fiche = records[loser].ids[.artis] {
            records[primary].ids[.artis] = fiche
            records[loser].ids[.artis] = nil
        }
    }

    private static func suitsMerge(_ record: WalkRecord) -> Bool {
        [.company, .deal, .contact].contains(record.kind) && !record.isTwin && record.gone.isEmpty
    }
}
