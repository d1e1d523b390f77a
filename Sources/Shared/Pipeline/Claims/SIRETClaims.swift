public import Database
public import Domain

/// R6, R7: one holder per SIRET, also when several workers meet it at the same instant.
public struct SIRETClaims: Sendable {
    let workshop: Workshop
    let lane: Lane

    public init(workshop: Workshop, lane: Lane) {
        self.workshop = workshop
        self.lane = lane
    }

    public struct Claim: Sendable {
        var pair: PairID
        var siret: String
        /// What it held until now.
        var before: String?

        public init(_ pair: Pair, siret: String) {
            self.pair = pair.id
            self.siret = siret
            before = pair.siret
        }
    }

    public struct Holders: Sendable {
        var bySIRET: [String: ClaimSIRETs.Row] = [:]

        /// The name of another company that holds this SIRET: its HubSpot id, else its pair's.
        public func other(than pair: PairID, of siret: String) -> String? {
            guard let holder = bySIRET[siret], holder.holder != pair else { return nil }
            return holder.hubspotID?.rawValue ?? holder.holder.description
        }

        /// The row that only artis knows and that holds the SIRET of a candidate: the two are halves of one.
        public func half(of candidate: Candidate) -> PairID? {
            guard let row = candidate.hubspot[.siret].flatMap({ bySIRET[$0] }), row.hubspotID == nil else { return nil }
            return row.holder
        }

        /// The pair that holds this SIRET.
        public func holder(of siret: String) -> PairID? { bySIRET[siret]?.holder }
    }

    /// Claims what is wanted; who holds each of the SIRETs afterwards.
    ///
    /// The unique index refuses the statement when another worker's claim was under way: by then it is visible.
    public func claim(_ wanted: [Claim]) async throws(StepFailure) -> Holders {
        var holders = Holders()
        guard !wanted.isEmpty else { return holders }
        if workshop.looksOnly {
            // A SIRET that nobody holds is free.
            for row in try await holding(wanted.map(\.siret)) { holders.bySIRET[row.siret] = row }
            return holders
        }
        for row in try await rows(wanted) { holders.bySIRET[row.siret] = row }
        return holders
    }

    private func holding(_ sirets: [String]) async throws(StepFailure) -> [ClaimSIRETs.Row] {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.run(FindSIRETHolders(of: sirets))
        }
    }

    private func rows(_ wanted: [Claim]) async throws(StepFailure) -> [ClaimSIRETs.Row] {
        var tries = 5
        while true {
            do throws(DatabaseError) {
                return try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
                    let holders = try await transaction.run(ClaimSIRETs(wanted.map { ($0.pair, $0.siret) }))
                    // A winner has let go of the SIRET it held: whoever is blocked by that one wakes with this commit.
                    let winners = Set(holders.map(\.holder))
                    let released = wanted.filter { winners.contains($0.pair) }.compactMap(\.before)
                    if !released.isEmpty { _ = try await transaction.run(RetryDuplicates(of: released, lane: lane)) }
                    return holders
                }
            } catch .conflict where tries > 1 {
                tries -= 1
            } catch {
                throw .database(error)
            }
        }
    }
}
