import Artis
import HubSpot

/// Why a reader of changes stopped where it was; its cursor stands at what was accepted, and the next turn goes on from
/// there.
enum PollFailure: Error {
    case down(String)
    case later(String)
    case database(String)

    init(_ failure: HubSpotFailure) {
        switch failure {
        case .notNow(_, let reason): self = .later(reason)
        case .unavailable(let why, _), .unknownOutcome(let why), .unauthorised(let why): self = .down(why)
        case .faulted(let status, let why): self = .later("\(status): \(why)")
        case .refused(let refusal): self = .later("\(refusal.status): \(refusal.message)")
        case .cancelled: self = .later("cancelled")
        }
    }
    init(_ failure: ArtisFailure) {
        switch failure {
        case .unavailable(let why, _), .unknownOutcome(let why), .unauthorised(let why): self = .down(why)
        case .faulted(let status, let why): self = .later("\(status): \(why)")
        case .refused(let error): self = .later("\(error.status) \(error.code): \(error.message)")
        case .cancelled: self = .later("cancelled")
        }
    }
}
