public import Domain

/// The fleet's message: a hint that an entity may have changed, never its data. What is true is read when the work is
/// done, so a message may come twice, late, or out of order.
///
/// On the wire: `{"id":"4102","kind":"deal","lane":"live","pair":123,"system":"hubspot","trace":"00-…","v":1,"version":7}`.
public struct Envelope: Sendable, Equatable {
    /// The only version of the format so far, `v` on the wire.
    public static let format: Int64 = 1

    public var kind: Kind
    /// The system whose id follows.
    public var system: System
    public var id: String
    /// The pair's row, once there is one.
    public var pair: Int64?
    /// The pair's `wanted` when the message was written: a row that has applied it answers the message.
    public var version: Int64
    public var lane: Lane
    /// W3C trace parent.
    public var trace: String?

    public init(
        kind: Kind, system: System, id: String, pair: Int64? = nil, version: Int64, lane: Lane, trace: String? = nil
    ) {
        self.kind = kind
        self.system = system
        self.id = id
        self.pair = pair
        self.version = version
        self.lane = lane
        self.trace = trace
    }

    /// The key that takes it to the queue of its worker and lane.
    public var routingKey: String { Topology.routingKey(worker: kind.role, lane: lane) }
}
