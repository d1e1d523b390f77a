import Database
import Domain
import Pipeline

/// R6, R7: one holder per SIRET, also when several workers meet it at the same instant.
struct SIRETClaims {
    let workshop: Workshop
    let lane: Lane

    private struct Claim {
        var pair: PairID
        var siret: String
        /// What it held until now.
        var before: String?
    }

    struct Holders {
        var bySIRET: [String: ClaimSIRETs.Row] = [:]

        enum Verdict {
            case free(Candidate)
            /// The HubSpot id of the company that holds it.
            case held(by: String)
        }

        /// A first sync is blocked by another holder; a linked company goes on with the SIRET it had.
        func verdict(on candidate: Candidate) -> Verdict {
            var candidate = candidate
            guard let siret = candidate.hubspot[.siret], let holder = bySIRET[siret] else { return .free(candidate) }
            if holder.holder == candidate.pair.id {
                candidate.pair.siret = siret
                return .free(candidate)
            }
            let name = holder.hubspotID?.rawValue ?? holder.holder.description
            guard candidate.pair.isLatched else { return .held(by: name) }
            candidate.uncarried.insert(.siret)
            candidate.pair.warnings.append(Warning(.siretNotCarried, detail: name))
            return .free(candidate)
        }
    }

    /// Claims what the candidates want and do not hold yet.
    func claim(for candidates: [Candidate]) async throws(StepFailure) -> Holders {
        let wanted = candidates.compactMap { candidate -> Claim? in
            guard let siret = candidate.hubspot[.siret], !candidate.uncarried.contains(.siret),
                siret != candidate.pair.siret
            else { return nil }
            return Claim(pair: candidate.pair.id, siret: siret, before: candidate.pair.siret)
        }
        var holders = Holders()
        guard !wanted.isEmpty else { return holders }
        if workshop.looksOnly {
            // A SIRET that nobody holds is free.
            for row in try await holding(wanted.map(\.siret)) { holders.bySIRET[row.siret] = row }
            return holders
        }
        for row in try await claim(wanted) { holders.bySIRET[row.siret] = row }
        return holders
    }

    private func holding(_ sirets: [String]) async throws(StepFailure) -> [ClaimSIRETs.Row] {
        try await step { () async throws(DatabaseError) in
            try await workshop.database.run(FindSIRETHolders(of: sirets))
        }
    }

    /// The unique index refuses the statement when another worker's claim was under way: by then it is visible.
    private func claim(_ wanted: [Claim]) async throws(StepFailure) -> [ClaimSIRETs.Row] {
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
