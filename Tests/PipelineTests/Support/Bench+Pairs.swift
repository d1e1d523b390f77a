import Domain
import HTTP
import Testing

@testable import Database
@testable import Pipeline

extension Bench {
    /// A pair as it stands in the table, with one change that is not answered.
    ///
    /// - Parameter shape: the pair as a worker had settled it last.
    func plant(
        _ kind: Kind, _ hubspotID: String, latched: Bool = false, _ shape: ((inout Pair) -> Void)? = nil
    ) async throws -> PairID {
        let change = Change(kind: kind, hubspotID: ID(hubspotID))
        let id = try #require(try await database.first(AcceptChanges([change], lane: .live)))
        guard latched || shape != nil else { return id }
        var pair = try await lease(id)
        if latched { pair.state = .synced }
        shape?(&pair)
        _ = try await database.run(SettlePairs([Settlement(pair: pair, latches: latched)]))
        _ = try await database.run(AcceptChanges([change], lane: .live))
        return id
    }

    func lease(_ id: PairID, owner: String = "worker") async throws -> Pair {
        try #require(try await database.first(LeasePairs(pairs: [id], owner: owner, duration: .seconds(60))))
    }

    /// Plants and leases.
    func leased(
        _ kind: Kind, _ hubspotID: String, latched: Bool = false, _ shape: ((inout Pair) -> Void)? = nil
    ) async throws -> Pair {
        try await lease(try await plant(kind, hubspotID, latched: latched, shape))
    }

    /// A company in step with a tiers, whose name is changed in HubSpot to "Durand et fils".
    func renamed(_ hubspotID: String = "4102", tiers: String = "T1", artis fields: [String: JSON] = [:]) async throws -> Candidate {
        artis.put("tiers", tiers, fields.merging(["raisonSociale": "Durand"]) { first, _ in first })
        let last: Values = [.name: "Durand"]
        let pair = try await leased(.company, hubspotID, latched: true) {
            $0.artisID = ID(tiers)
            $0.snapshot = Snapshot(hubspot: last, artis: last)
        }
        return Candidate(pair: pair, hubspot: [.name: "Durand et fils"])
    }

    func see(_ id: PairID) async throws -> Pair {
        try #require(try await database.first(FindPair(id: id)))
    }

    func see(_ ids: [PairID]) async throws -> [Pair] {
        var pairs: [Pair] = []
        for id in ids { pairs.append(try await see(id)) }
        return pairs
    }

    func find(_ id: PairID) async throws -> Pair? { try await database.first(FindPair(id: id)) }

    /// Seconds until the hint of a pair is due, live first; none when it is not queued.
    func hints(of id: PairID) async throws -> [Double] { try await database.run(SeeDueHints(id: id)) }

    /// As if the relay had carried everything.
    func carryHints() async throws { try await database.script("DELETE FROM outbox") }
}

private struct FindPair: Statement {
    var id: PairID
    static let sql = "SELECT \(Pair.columns) FROM pair WHERE id = $1"
    var parameters: [Parameter] { [.int(id.rawValue)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}

private struct SeeDueHints: Statement {
    var id: PairID
    static let sql = "SELECT extract(epoch FROM due_at - now())::float8 FROM outbox WHERE pair_id = $1 ORDER BY lane DESC"
    var parameters: [Parameter] { [.int(id.rawValue)] }
    static func decode(_ row: RowReader) throws(DatabaseError) -> Double { try row.double(0) }
}
