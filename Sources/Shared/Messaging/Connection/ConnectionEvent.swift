/// What happens to a connection, for health, metrics and tests.
public enum ConnectionEvent: Sendable, Equatable {
    /// A channel is ready: declared, consuming. The epoch grows by one with each, and older delivery tags are void.
    case connected(epoch: UInt64)
    /// The connection is gone; it is made again by itself.
    case disconnected(BrokerError)
    /// The broker closed the channel; the connection stays, and the channel is opened again.
    case channelClosed(code: Int, text: String)
    /// The broker cancelled the consumer of this queue (deleted, or its node gone); it is made again.
    case cancelled(queue: String)
    /// The broker is short of memory or disk and takes no publishes.
    case blocked(reason: String)
    case unblocked
}
