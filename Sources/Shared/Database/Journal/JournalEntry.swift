public import Domain

/// What was done with a pair, for people: ids, fields' names and reasons, never a value of a record.
public struct JournalEntry: Sendable, Equatable {
    public enum Event: String, Sendable, CaseIterable {
        case created, updated, linked, opened, waiting, released, blocked, retried, failed, stopped, repaired, discovered, erased
        case leftOut = "left_out"
    }

    public var event: Event
    /// The system that was written, if one was.
    public var system: System?
    public var detail: String?

    public init(_ event: Event, system: System? = nil, detail: String? = nil) {
        self.event = event
        self.system = system
        self.detail = detail
    }
}
