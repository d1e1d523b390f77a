import Artis
import HubSpot

/// Why something was not answered, sorted by what a person does about it.
enum Cause: Sendable, Equatable {
    /// The token or the key is refused: 401, and 403 of artis.net.
    case credential
    /// 403 of HubSpot: the private app may not.
    case scope
    /// Unreachable, too late, 502, 503, 504: it passes, or an address is wrong. 429 of artis.net too.
    case outage
    /// The limiter or HubSpot lets no call pass for now: the day's quota, a penalty, a long line.
    case later
    /// A 500, another refusal, or an answer that is not understood.
    case other

    init(_ failure: HubSpotFailure) {
        self =
            switch failure {
            case .unauthorised: .credential
            case .refused(let refusal): refusal.status == 403 ? .scope : .other
            case .unavailable: .outage
            case .notNow: .later
            case .faulted, .unknownOutcome, .cancelled: .other
            }
    }

    init(_ failure: ArtisFailure) {
        self =
            switch failure {
            case .unauthorised: .credential
            case .unavailable: .outage
            case .refused, .faulted, .unknownOutcome, .cancelled: .other
            }
    }
}
