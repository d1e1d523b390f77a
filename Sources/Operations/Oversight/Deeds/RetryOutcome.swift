package import Domain

/// What came of having one record tried again.
package enum RetryOutcome: Sendable, Equatable {
    case queued
    /// It stands in a state that needs no retry.
    case notNeeded(State)
    /// It left no row.
    case unknown
}
