import Messaging

/// What one queue holds.
struct QueueFigures: Sendable, Equatable {
    /// Waiting for a consumer.
    var ready: Int
    /// Handed to a consumer and not settled yet.
    var unacked: Int
    var consumers: Int

    var isEmpty: Bool { ready == 0 && unacked == 0 }
}
