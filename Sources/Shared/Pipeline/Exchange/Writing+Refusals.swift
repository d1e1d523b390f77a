import Artis
import Database
import Domain
import HubSpot

extension Writing {
    /// What artis' refusal of one record comes to (artis-port.md, "Errors").
    func verdict(on error: ArtisError, for plan: Plan) -> Exchange.Verdict {
        var candidate = plan.candidate
        switch (error.status, error.code) {
        case (409, "REFERENCE_EXISTANTE"):
            // Created by us before, the answer was lost: it is ours (invariant 8).
            guard let id = error.id else { return .settled(refused(candidate.pair, error)) }
            candidate.pair.artisID = id
            candidate.isOwnCreation = plan.record == nil
            return .again(candidate)
        case (409, "SIRET_EXISTANT"):
            // Somebody created or changed a tiers meanwhile. A first link finds it by its SIRET at the next look; a
            // linked company keeps its old value (R7).
            guard plan.record != nil else { return .again(candidate) }
            candidate.uncarried.insert(.siret)
            candidate.pair.warnings.append(Warning(.siretNotCarried, detail: error.id?.rawValue ?? ""))
            return .again(candidate)
        case (409, "AFFAIRE_VERROUILLEE"):
            candidate.locked.append(error.field.flatMap { lockedField($0, candidate.pair.kind) })
            return .again(candidate)
        case (412, _):
            return .again(candidate)
        case (404, _) where plan.record != nil:
            return .settled(.stopped(candidate.pair, .deletedInArtis))
        case (422, "VALEUR_INVALIDE")
        where error.field.map(Self.relations.contains) ?? false && candidate.pair.attempts < 3:
            // What it names was deleted in artis a moment ago. The feed tells so, and then the gate knows (R26).
            return .settled(workshop.retry(candidate.pair, cause: detail(error)))
        default:
            return .settled(refused(candidate.pair, error))
        }
    }

    /// Fields that name other records of artis.
    private static let relations: Set<String> = [
        ArtisFieldName.tiers, ArtisFieldName.affaires, ArtisFieldName.interlocuteurs,
    ]

    private func lockedField(_ name: String, _ kind: Kind) -> Field? {
        name == ArtisFieldName.tiers ? .company : ArtisMapping.field(named: name, kind: kind)
    }

    private func refused(_ pair: Pair, _ error: ArtisError) -> Settlement {
        .blocked(pair, .artisRefused, detail: detail(error))
    }

    private func detail(_ error: ArtisError) -> String {
        "\(error.code)\(error.field.map { " \($0)" } ?? ""): \(error.message)"
    }
}
