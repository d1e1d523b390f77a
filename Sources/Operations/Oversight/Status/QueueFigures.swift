/// What one queue holds.
package struct QueueFigures: Sendable, Equatable {
    /// Waiting for a consumer.
    package var ready: Int
    /// Handed to a consumer and not settled yet.
    package var unacked: Int
    package var consumers: Int

    package init(ready: Int, unacked: Int, consumers: Int) {
        self.ready = ready
        self.unacked = unacked
        self.consumers = consumers
    }

    package var isEmpty: Bool { ready == 0 && unacked == 0 }
}
