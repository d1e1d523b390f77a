/// Where a connection stands, as a health page tells it.
public enum ConnectionState: Sendable, Equatable {
    case idle
    case connecting
    case connected(epoch: UInt64)
    case blocked(reason: String)
    /// Waiting to try again, and why.
    case waiting(BrokerError)
    case closed
}
