extension Gate {
    /// A tiers of artis that HubSpot does not know yet (R6, R9): prospects and clients are sent.
    ///
    /// - Parameters:
    ///   - relation: as artis gives it.
    ///   - siret: what R5 finds; nil when it is valid.
    ///   - missing: required fields that are empty (R19).
    public static func tiers(relation: String?, siret: SIRETFault?, missing: [Field]) -> GateDecision {
        guard relation == "Prospect" || relation == "Client" else { return .notEligible(.relationNotSent) }
        if let siret { return .blocked(siret.reason, detail: siret.detail) }
        return missing.isEmpty ? .go : .blocked(.nameMissing, detail: missing.map(\.rawValue).joined(separator: ", "))
    }

    /// An affaire, interlocuteur or action of artis that HubSpot does not know yet (R14): no box is asked for.
    public static func birth(
        mapping: MappingVerdict, pipeline: PipelineVerdict, standing: CompanyStanding
    ) -> GateDecision {
        if case .notEligible(let reason) = mapping { return .notEligible(reason) }
        switch standing {
        case .open: break
        case .unknown, .notSynced: return .wait(.companyNotSynced)
        case .stopped: return .wait(.companyStopped)
        }
        if case .unknown(let detail) = pipeline { return .blocked(.pipelineUnknown, detail: detail) }
        if case .blocked(let reason, let detail) = mapping { return .blocked(reason, detail: detail) }
        return .go
    }
}
