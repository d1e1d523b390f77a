import Database
import Domain

/// What became of a message: the state in which its pair was left, or that it is to be looked at again.
enum SettledOutcome: String, CaseIterable {
    case synced, waiting, blocked, retrying, failed, stopped
    case notEligible = "not_eligible"
    /// Nothing is decided yet: a hint follows.
    case putOff = "put_off"

    init(_ settlement: Settlement) {
        switch settlement.pair.state {
        case .retrying: self = .retrying
        case _ where !settlement.answers: self = .putOff
        case .synced: self = .synced
        case .waiting: self = .waiting
        case .notEligible: self = .notEligible
        case .blocked: self = .blocked
        case .failed: self = .failed
        case .stopped: self = .stopped
        case .pending: self = .putOff
        }
    }
}
