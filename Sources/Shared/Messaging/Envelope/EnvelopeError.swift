/// Why bytes are no message of the fleet. None of these gets better by waiting: the message is a dead letter, with this
/// sentence as its reason.
public enum EnvelopeError: Error, Sendable, Equatable {
    case notJSON
    case futureVersion(Int64)
    case missing(field: String)
    case wrongType(field: String)
    case unknownKind(String)
    case unknownSystem(String)
    case unknownLane(String)
}

extension EnvelopeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notJSON: "the message is not a JSON object"
        case .futureVersion(let version): "the message has format \(version); this program knows \(Envelope.format) only"
        case .missing(let field): "the message lacks the field \"\(field)\""
        case .wrongType(let field): "the field \"\(field)\" of the message has a wrong type or an impossible value"
        case .unknownKind(let text): "the message is of an unknown kind: \"\(Self.short(text))\""
        case .unknownSystem(let text): "the message names an unknown system: \"\(Self.short(text))\""
        case .unknownLane(let text): "the message names an unknown lane: \"\(Self.short(text))\""
        }
    }

    /// What strangers write is not repeated at length.
    private static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}
