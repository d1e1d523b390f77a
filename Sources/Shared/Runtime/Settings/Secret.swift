/// A text that must not be printed by accident: descriptions, dumps and interpolations show `***`. Not `Codable` for
/// the same reason.
public struct Secret: Sendable, Hashable {
    /// The text itself, for the one place that sends it.
    public let exposed: String

    public init(_ text: String) { exposed = text }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
