public import Domain

/// A hint that a relay has claimed: what goes into the message, and the version that its confirm answers.
public struct OutboxRow: Sendable {
    public var pair: PairID
    public var kind: Kind
    public var system: System
    public var externalID: String
    public var lane: Lane
    public var version: Int64
    public var wanted: Int64
    public var trace: String?
}
