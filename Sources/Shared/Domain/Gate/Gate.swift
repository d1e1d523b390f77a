/// Whether a pair may be written (R10–R13, R16). The order of the questions is the order in which a person would mend
/// what is lacking: did anyone ask for it, is it meant at all, whose is it, is its company there, can it be told.
public enum Gate {
    /// A company born in HubSpot. A latched one goes on whatever its triggers and its SIRET (R7, R8, R11).
    ///
    /// - Parameters:
    ///   - siret: what R5 finds; nil when it is valid.
    ///   - missing: required fields that are empty (R19).
    public static func company(
        latched: Bool, trigger: TriggerVerdict, siret: SIRETFault?, missing: [Field] = []
    ) -> GateDecision {
        if latched { return .go }
        switch trigger {
        case .notSet: return .blocked(.triggerNotSet, detail: "")
        case .lifecycleNotReached: return .notEligible(.lifecycleNotReached)
        case .notRequested: return .notEligible(.syncNotRequested)
        case .held: break
        }
        if let siret { return .blocked(siret.reason, detail: siret.detail) }
        return missing.isEmpty ? .go : .blocked(.nameMissing, detail: missing.map(\.rawValue).joined(separator: ", "))
    }

    /// A deal, contact or activity born in HubSpot.
    public static func dependant(_ dependant: Dependant) -> GateDecision {
        if !dependant.latched {
            if dependant.box == .off { return .notEligible(.syncNotRequested) }
            if case .notEligible(let reason) = dependant.mapping { return .notEligible(reason) }
        }
        switch dependant.pipeline {
        case .used: break
        case .other: return dependant.latched ? .wait(.otherPipeline) : .notEligible(.otherPipeline)
        case .unknown(let detail): return .blocked(.pipelineUnknown, detail: detail)
        }
        switch dependant.choice {
        case .company: break
        case .none: return .wait(.noCompany)
        case .ambiguous(let ids):
            return .blocked(.companyAmbiguous, detail: ids.map(\.rawValue).joined(separator: ", "))
        }
        switch dependant.standing {
        case .open: break
        case .unknown, .notSynced: return .wait(.companyNotSynced)
        case .stopped: return .wait(.companyStopped)
        }
        if case .blocked(let reason, let detail) = dependant.mapping { return .blocked(reason, detail: detail) }
        return .go
    }
}
