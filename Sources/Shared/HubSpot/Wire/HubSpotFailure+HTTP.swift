import Domain
import HTTP

extension HubSpotFailure {
    /// Why there is no answer at all.
    init(_ failure: HTTPFailure, _ effect: HubSpotWire.Effect) {
        switch failure {
        case .refusedByHook(.notBefore(let moment, let reason)): self = .notNow(moment, reason: reason.rawValue)
        case .refusedByHook(.unavailable(let why)): self = .notNow(nil, reason: "no permit: \(why)")
        case .refusedByHook(.granted): self = .notNow(nil, reason: "no permit")
        case .unreachable(let why): self = .unavailable("HubSpot is not reachable: \(why)", retryAfter: nil)
        case .untrusted(let why): self = .unavailable("HubSpot's certificate is not trusted: \(why)", retryAfter: nil)
        case .interrupted(let why):
            self =
                effect == .writes ? .unknownOutcome(why) : .unavailable("the answer broke off: \(why)", retryAfter: nil)
        case .deadline(let sent):
            let why = "no answer within the deadline"
            self = sent && effect == .writes ? .unknownOutcome(why) : .unavailable(why, retryAfter: nil)
        case .tooLarge(let limit):
            let why = "an answer of more than \(limit) bytes"
            self = effect == .writes ? .unknownOutcome(why) : .faulted(0, why)
        case .cancelled: self = .cancelled
        case .invalid(let why): self = .faulted(0, why)
        }
    }
}
