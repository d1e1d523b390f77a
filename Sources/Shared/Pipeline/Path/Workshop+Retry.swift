public import Database
import Domain

extension Workshop {
    /// One more attempt later, with back-off and jitter; when the attempts are used up, failed.
    ///
    /// - Parameter cause: shown to people. What a vendor says after its status may quote a record: it stands in the row,
    ///   which `forget` erases, and not in the history.
    public func retry(_ pair: Pair, cause: String) -> Settlement {
        var pair = pair
        pair.attempts += 1
        if let delay = retries.delay(after: pair.attempts, jitter: .random(in: 0...1)) {
            // What has stopped is not open again as long as nobody could see that it is back, and still says into which
            // record it was merged (R26).
            if pair.state != .stopped { (pair.state, pair.reason, pair.detail) = (.retrying, .error, cause) }
            return Settlement(
                pair: pair, answers: false, nextAttemptAt: clock() + delay,
                journal: [JournalEntry(.retried, detail: cause.status)])
        }
        (pair.state, pair.reason, pair.detail) = (.failed, .attemptsUsedUp, cause)
        return Settlement(pair: pair, journal: [JournalEntry(.failed, detail: cause.status)])
    }
}
