/// What is done after a failure, whoever met it: errors of every room are sorted into these (house.md, habit 1).
public enum NextStep: Sendable, Hashable {
    /// Not this record's fault (a system is down, a limit is reached): later, and no attempt is counted. nil: when the
    /// system is back.
    case wait(until: Instant?)
    /// Counts an attempt; the retry policy says when.
    case retry
    /// Someone must act.
    case block(Reason, detail: String)
    /// No attempt will help: a fault of the message or of ours.
    case giveUp
}
