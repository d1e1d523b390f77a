public import Domain

/// Why a call to HubSpot brought nothing, sorted by what the caller does next.
public enum HubSpotFailure: Error, Sendable, Equatable {
    /// The limiter refused, or HubSpot answered 429: nothing was done. Come back then; nil: when the limiter allows.
    case notNow(Instant?, reason: String)
    /// An outage: unreachable, too late, 423, 477, 502, 503, 504, 52x. Nobody's attempt is counted.
    case unavailable(String, retryAfter: Duration?)
    /// A 500, or an answer that is not understood: perhaps the fault of one record. The status is 0 where there was none.
    case faulted(Int, String)
    /// A write was sent and its answer is lost: look before it is repeated.
    case unknownOutcome(String)
    /// 401, or 403 with the scope that is missing: someone must act.
    case unauthorised(String)
    /// HubSpot understood, and says no: 400, 404, 409…
    case refused(HubSpotRefusal)
    case cancelled
}
