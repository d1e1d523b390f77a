/// How long a connection waits for what.
public struct BrokerTimings: Sendable {
    /// Asked of the broker; each side sends a beat per interval, and two silent ones end the connection. Whole seconds.
    public var heartbeat: Duration
    /// For name, TCP, TLS and login together, each step.
    public var connect: Duration
    /// For one question to the broker (declare, consume, …).
    public var call: Duration
    public var reconnect: ReconnectPolicy

    public init(
        heartbeat: Duration = .seconds(20), connect: Duration = .seconds(10), call: Duration = .seconds(10),
        reconnect: ReconnectPolicy = ReconnectPolicy()
    ) {
        self.heartbeat = heartbeat
        self.connect = connect
        self.call = call
        self.reconnect = reconnect
    }
}
