/// A queue to consume, and how many unacknowledged messages the broker may send ahead.
public struct Subscription: Sendable, Equatable {
    public var queue: String
    public var prefetch: UInt16

    /// - Parameter prefetch: 1 or more; 0 would mean without bound.
    public init(queue: String, prefetch: UInt16) {
        precondition(prefetch > 0, "a prefetch of 0 is no bound at all")
        self.queue = queue
        self.prefetch = prefetch
    }
}
