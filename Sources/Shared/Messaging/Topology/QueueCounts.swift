/// What a queue holds, as a passive declare tells it.
public struct QueueCounts: Sendable, Equatable {
    /// Messages that wait for a consumer; those under way are not counted.
    public var ready: Int
    public var consumers: Int

    public init(ready: Int, consumers: Int) {
        self.ready = ready
        self.consumers = consumers
    }
}
