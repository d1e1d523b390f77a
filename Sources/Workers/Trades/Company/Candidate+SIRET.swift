import Database
import Domain
import Pipeline

extension Candidate {
    /// R6, R7: what wants a claim: a SIRET that HubSpot gives and the pair does not hold.
    var claim: SIRETClaims.Claim? {
        guard let siret = hubspot[.siret], !uncarried.contains(.siret), siret != pair.siret else { return nil }
        return SIRETClaims.Claim(pair, siret: siret)
    }

    enum ClaimVerdict {
        case free(Candidate)
        /// The HubSpot id of the company that holds it.
        case held(by: String)
    }

    /// A first sync is blocked by another holder; a linked company goes on with the SIRET it had.
    func verdict(_ holders: SIRETClaims.Holders) -> ClaimVerdict {
        var candidate = self
        guard let siret = hubspot[.siret], holders.holder(of: siret) != nil else { return .free(candidate) }
        guard let name = holders.other(than: pair.id, of: siret) else {
            candidate.pair.siret = siret
            return .free(candidate)
        }
        guard pair.isLatched else { return .held(by: name) }
        candidate.uncarried.insert(.siret)
        candidate.pair.warnings.append(Warning(.siretNotCarried, detail: name))
        return .free(candidate)
    }
}
