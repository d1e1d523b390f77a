import Domain

@testable import Database

extension Pair {
    /// A pair under lease, as a test needs it.
    static func sample(
        _ kind: Kind, hubspot: String? = "4102", artis: String? = nil, snapshot: Snapshot? = nil, latched: Bool = false
    ) -> Pair {
        Pair(
            id: PairID(1), kind: kind, hubspotID: hubspot.map(ID.init(_:)), artisID: artis.map(ID.init(_:)),
            companyID: nil, state: .pending, reason: nil, detail: nil, warnings: [],
            latchedAt: latched ? Instant(microseconds: 1) : nil, wanted: 1, applied: 0, snapshot: snapshot,
            hubspotModified: nil, artisVersion: nil, lookedAt: nil, box: nil, stage: nil, siret: nil,
            attempts: 0, createdAt: Instant(microseconds: 0), term: 1, crashes: 0)
    }
}
