/// Why a call to artis.net brought nothing, sorted by what the caller does next.
public enum ArtisFailure: Error, Sendable, Equatable {
    /// An outage: unreachable, too late, 429, 502, 503, 504. Nobody's attempt is counted.
    case unavailable(String, retryAfter: Duration?)
    /// A 500, or an answer that is not understood: perhaps the fault of one record. The status is 0 where there was none.
    case faulted(Int, String)
    /// A write was sent and its answer is lost: the record is found again by its reference.
    case unknownOutcome(String)
    /// 401 or 403: someone must act.
    case unauthorised(String)
    /// artis understood the call, and refuses it as a whole.
    case refused(ArtisError)
    case cancelled
}

extension ArtisFailure {
    /// 410 `CURSEUR_PERIME`: the feed does not reach back so far, and all collections are to be compared.
    public var isCursorExpired: Bool {
        if case .refused(let error) = self { error.status == 410 } else { false }
    }
}
