package import Artis
package import HubSpot

extension HubSpotFailure {
    /// For people; never a secret, nor a value of a record beyond HubSpot's own message.
    package var words: String {
        switch self {
        case .notNow(_, let reason): "not now: \(reason)"
        case .unavailable(let why, _): why
        case .faulted(let status, let why): "\(status): \(why)"
        case .unknownOutcome(let why): why
        case .unauthorised(let why): "HUBSPOT_ACCESS_TOKEN: \(why)"
        case .refused(let refusal): "\(refusal.status): \(refusal.message)"
        case .cancelled: "cancelled"
        }
    }
}

extension ArtisFailure {
    /// For people; never a secret.
    package var words: String {
        switch self {
        case .unavailable(let why, _): why
        case .faulted(let status, let why): "\(status): \(why)"
        case .unknownOutcome(let why): why
        case .unauthorised(let why): "ARTIS_API_KEY: \(why)"
        case .refused(let error): "\(error.status) \(error.code): \(error.message)"
        case .cancelled: "cancelled"
        }
    }
}
