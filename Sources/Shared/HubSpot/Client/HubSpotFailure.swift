public import Domain

/// Why a call to HubSpot brought nothing, sorted by what the caller does next.
public enum HubSpotFailure: Error, Sendable, Equatable {
    /// The limiter refused, or HubSpot answered 429, or 423 because a record is locked for the moment: nothing was done.
    /// Come back then; nil: when the limiter allows.
    case notNow(Instant?, reason: String)
    /// An outage: unreachable, too late, 477, 502, 503, 504, 52x. Nobody's attempt is counted.
    case unavailable(String, retryAfter: Duration?)
    /// A 500, or an answer that is not understood: perhaps the fault of one record. The status is 0 where there was none.
    case faulted(Int, String)
    /// A write was sent and its answer is lost: look before it is repeated.
    case unknownOutcome(String)
    /// 401: someone must act.
    case unauthorised(String)
    /// HubSpot understood, and says no: 400, 404, 409…; 403 names the scope that the private app lacks for such calls,
    /// while others may well be answered.
    case refused(HubSpotRefusal)
    case cancelled

    /// The reason of a 423.
    public static let recordLocked = "HubSpot answered 423: a record is locked"
}
