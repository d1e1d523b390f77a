import Database
import Domain
import TestKit
import Testing

extension TestDatabase {
    /// Puts a pair into the table; its HubSpot id is its kind and a number of its own unless the test names one.
    func plant(_ kind: Kind = .deal, _ shape: (inout PlantPair) -> Void = { _ in }) async throws -> PairID {
        var pair = PlantPair(kind: kind)
        shape(&pair)
        if pair.hubspot_id == nil, pair.artis_id == nil { pair.hubspot_id = "\(UInt64.random(in: .min ... .max))" }
        return try #require(try await database.first(pair))
    }

    /// A company that is open: latched, synced, answered.
    func plantOpenCompany(_ shape: (inout PlantPair) -> Void = { _ in }) async throws -> PairID {
        try await plant(.company) {
            ($0.state, $0.latched, $0.looked, $0.box, $0.applied) = (.synced, true, true, true, 1)
            shape(&$0)
        }
    }

    func see(_ pair: PairID) async throws -> PairSight { try #require(try await find(pair)) }

    /// nil when the pair left no row.
    func find(_ pair: PairID) async throws -> PairSight? { try await database.first(SeePair(id: pair)) }

    func hints(of pair: PairID) async throws -> [HintSight] { try await database.run(SeeHints(pair: pair)) }

    /// Lets every lease, claim and hint that was held back run out.
    func letTimePass() async throws {
        try await database.script(
            """
            UPDATE pair SET lease_until = now() - interval '1 hour' WHERE lease_until IS NOT NULL;
            UPDATE outbox SET claimed_until = now() - interval '1 hour' WHERE claimed_until IS NOT NULL;
            UPDATE outbox SET due_at = now() - interval '1 hour' WHERE due_at > now()
            """)
    }

    /// Leases one pair as a worker does.
    func lease(_ pair: PairID, owner: String = "worker") async throws -> Pair {
        try #require(
            try await database.first(LeasePairs(pairs: [pair], owner: owner, duration: .seconds(60))))
    }

    func pause(_ kind: Kind) async throws {
        try await database.script("INSERT INTO control (kind, paused_by) VALUES ('\(kind.rawValue)', 'operator')")
    }
}
