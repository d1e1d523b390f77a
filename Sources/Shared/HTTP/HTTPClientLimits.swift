/// How much a client may use and wait.
public struct HTTPClientLimits: Sendable, Equatable {
    /// Requests under way at once, each on a connection and a thread of its own.
    public var connections: Int
    /// Name, TCP and TLS together; part of a request's own deadline.
    public var connectDeadline: Duration
    /// Of one answer, counted after decompression.
    public var maxResponseBytes: Int
    /// A connection idle for longer is not used again. Whole seconds.
    public var idleAge: Duration

    public init(
        connections: Int = 4, connectDeadline: Duration = .seconds(5), maxResponseBytes: Int = 16 << 20,
        idleAge: Duration = .seconds(55)
    ) {
        precondition(connections > 0 && maxResponseBytes > 0, "a client needs a connection and room for an answer")
        self.connections = connections
        self.connectDeadline = connectDeadline
        self.maxResponseBytes = maxResponseBytes
        self.idleAge = idleAge
    }
}
