/// Whether a pair may be written now, and if not, where it stands meanwhile.
public enum GateDecision: Sendable, Hashable {
    case go
    /// Parked; released by what it waits for (R13).
    case wait(Reason)
    case notEligible(Reason)
    /// Someone must act.
    case blocked(Reason, detail: String)

    /// Where the pair stands; nil when it goes.
    public var state: State? {
        switch self {
        case .go: nil
        case .wait: .waiting
        case .notEligible: .notEligible
        case .blocked: .blocked
        }
    }

    public var reason: Reason? {
        switch self {
        case .go: nil
        case .wait(let reason), .notEligible(let reason), .blocked(let reason, _): reason
        }
    }

    public var detail: String? {
        if case .blocked(_, let detail) = self { detail } else { nil }
    }
}
