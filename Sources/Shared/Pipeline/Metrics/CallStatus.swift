import HTTP

/// How a call ended, as few words as tell what to do: the class of its status, and 429 for itself.
enum CallStatus: String, CaseIterable {
    case done = "2xx"
    case redirected = "3xx"
    case refused = "4xx"
    case tooMany = "429"
    case failed = "5xx"
    /// No answer: unreachable, broken off, too late.
    case none

    /// - Returns: nil for what was never sent, because the limiter or the caller said no.
    init?(_ outcome: Result<HTTPResponse, HTTPFailure>) {
        switch outcome {
        case .success(let response):
            switch response.status {
            case 429: self = .tooMany
            case ..<300: self = .done
            case ..<400: self = .redirected
            case ..<500: self = .refused
            default: self = .failed
            }
        case .failure(.refusedByHook), .failure(.invalid), .failure(.cancelled(sent: false)): return nil
        case .failure: self = .none
        }
    }
}
