/// The values that a HubSpot property has had, each from a moment on (R8).
public struct PropertyHistory: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        /// nil for an empty value.
        public var value: String?
        public var since: Instant

        public init(_ value: String?, since: Instant) {
            self.value = value
            self.since = since
        }
    }

    /// Oldest first.
    public let entries: [Entry]

    /// - Parameter entries: in any order; of two with the same moment the first is the newer one, as HubSpot lists them.
    public init(_ entries: [Entry] = []) { self.entries = entries.reversed().sorted { $0.since < $1.since } }

    /// The value in force at a moment; nil before the first.
    public func value(at moment: Instant) -> String? { entries.last { $0.since <= moment }?.value }

    /// The value in force now.
    public var present: String? { entries.last?.value }
}
