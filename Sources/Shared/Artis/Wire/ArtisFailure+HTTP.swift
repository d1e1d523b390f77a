import HTTP

extension ArtisFailure {
    /// Why there is no answer at all.
    init(_ failure: HTTPFailure, writes: Bool) {
        switch failure {
        case .unreachable(let why): self = .unavailable("artis.net is not reachable: \(why)", retryAfter: nil)
        case .untrusted(let why): self = .unavailable("artis.net's certificate is not trusted: \(why)", retryAfter: nil)
        case .interrupted(let why):
            self = writes ? .unknownOutcome(why) : .unavailable("the answer broke off: \(why)", retryAfter: nil)
        case .deadline(let sent):
            let why = "no answer within the deadline"
            self = sent && writes ? .unknownOutcome(why) : .unavailable(why, retryAfter: nil)
        case .tooLarge(let limit):
            let why = "an answer of more than \(limit) bytes"
            self = writes ? .unknownOutcome(why) : .faulted(0, why)
        case .cancelled: self = .cancelled
        case .invalid(let why): self = .faulted(0, why)
        case .refusedByHook: self = .faulted(0, "a permit was asked for a call that needs none")
        }
    }
}
