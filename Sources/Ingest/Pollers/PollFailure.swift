import Artis
import HubSpot

/// Why a reader of changes stopped where it was; its cursor stands at what was accepted, and the next turn goes on from
/// there. The causes are for the log, so they hold no word of a vendor's, which may quote a record: its status suffices.
enum PollFailure: Error {
    case down(String)
    case later(String)
    case database(String)

    init(_ failure: HubSpotFailure) {
        switch failure {
        case .notNow(_, let reason): self = .later(reason)
        case .unavailable(let why, _), .unknownOutcome(let why), .unauthorised(let why): self = .down(why)
        case .faulted(let status, _): self = .later("HubSpot answered \(status)")
        case .refused(let refusal): self = .later("HubSpot answered \(refusal.status)")
        case .cancelled: self = .later("cancelled")
        }
    }
    init(_ failure: ArtisFailure) {
        switch failure {
        case .unavailable(let why, _), .unknownOutcome(let why), .unauthorised(let why): self = .down(why)
        case .faulted(let status, _): self = .later("artis.net answered \(status)")
        case .refused(let error): self = .later("artis.net answered \(error.status)")
        case .cancelled: self = .later("cancelled")
        }
    }
}
