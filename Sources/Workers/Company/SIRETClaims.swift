import Database
import Domain
import Pipeline

/// R6, R7: one holder per SIRET, also when several workers meet it at the same instant.
struct SIRETClaims {
    let workshop: Workshop

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
                let before = candidate.pair.siret
                candidate.pair.siret = siret
                if let before, before != siret { candidate.releasesSIRET = before }
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
        let wanted = candidates.compactMap { candidate -> (pair: PairID, siret: String)? in
            guard let siret = candidate.hubspot[.siret], !candidate.uncarried.contains(.siret),
                siret != candidate.pair.siret
            else { return nil }
            return (candidate.pair.id, siret)
        }
        var holders = Holders()
        guard !wanted.isEmpty else { return holders }
        for row in try await claim(wanted) { holders.bySIRET[row.siret] = row }
        return holders
    }

    /// The unique index refuses the statement when another worker's claim was under way: by then it is visible.
    private func claim(_ wanted: [(pair: PairID, siret: String)]) async throws(StepFailure) -> [ClaimSIRETs.Row] {
        var tries = 5
        while true {
            do throws(DatabaseError) {
                return try await workshop.database.transaction { (transaction) async throws(DatabaseError) in
                    try await transaction.run(ClaimSIRETs(wanted))
                }
            } catch .conflict where tries > 1 {
                tries -= 1
            } catch {
                throw .database(error)
            }
        }
    }
}
