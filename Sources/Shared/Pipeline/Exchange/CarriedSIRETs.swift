import Artis
import Database
import Domain
import HTTP

/// R7 in the other direction: a SIRET that changes in artis after the link is carried over if it is valid and free.
struct CarriedSIRETs {
    let exchange: Exchange

    func check(_ found: [(Candidate, ArtisObject?)]) async throws(StepFailure) -> [(Candidate, ArtisObject?)] {
        guard exchange.kind == .company else { return found }
        var checked = found
        var wanted: [(index: Int, siret: String)] = []
        for index in checked.indices {
            guard let last = checked[index].0.pair.snapshot, let record = checked[index].1 else { continue }
            let value = Canonical.siret(record.fields[ArtisFieldName.siret]?.string ?? "")
            guard value != last.artis[.siret] ?? "", value != checked[index].0.hubspot[.siret] ?? "" else { continue }
            if let siret = SIRET(value)?.digits {
                wanted.append((index, siret))
            } else {
                let warning = SIRETChange.warning(value: value, last: last.artis[.siret] ?? "", holder: nil)
                checked[index].0.leaveOut(warning)
            }
        }
        guard !wanted.isEmpty else { return checked }
        let claims = SIRETClaims(workshop: exchange.workshop, lane: exchange.lane)
        let holders = try await claims.claim(wanted.map { SIRETClaims.Claim(checked[$0.index].0.pair, siret: $0.siret) })
        for (index, siret) in wanted {
            if let name = holders.other(than: checked[index].0.pair.id, of: siret) {
                checked[index].0.leaveOut(Warning(.siretNotCarried, detail: name))
            } else {
                checked[index].0.pair.siret = siret
            }
        }
        return checked
    }
}

extension Candidate {
    fileprivate mutating func leaveOut(_ warning: Warning?) {
        uncarriedArtis.insert(.siret)
        if let warning, !pair.warnings.contains(warning) { pair.warnings.append(warning) }
    }
}
