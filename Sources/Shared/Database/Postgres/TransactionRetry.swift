/// When a transaction that failed before its commit is tried again by itself.
enum TransactionRetry {
    static let attempts = 8

    static func again(after error: DatabaseError, attempt: Int) -> Bool {
        switch error {
        case .retryable, .unavailable: attempt < attempts
        case .deadline, .cancelled, .conflict, .commitUnknown, .refused, .misuse, .wrongCredentials: false
        }
    }

    /// 10 ms doubling to 320 ms; a random share of it is slept, so that two that collided do not collide again.
    static func longestPause(after attempt: Int) -> Duration { .milliseconds(10 << min(attempt - 1, 5)) }
}
