/// Why a body is not what HubSpot sends; names the place, never a value.
public enum WebhookFault: Error, Sendable, Equatable, CustomStringConvertible {
    case notJSON(String)
    case notAnArray
    /// HubSpot sends a hundred events at most.
    case tooMany(Int)
    /// The element itself is no object.
    case notAnEvent(index: Int)
    case missing(index: Int, field: String)
    case wrongType(index: Int, field: String, expected: String)

    public var description: String {
        switch self {
        case .notJSON(let why): why
        case .notAnArray: "the body is no array of events"
        case .tooMany(let count): "\(count) events; HubSpot sends \(WebhookEvent.most) at most"
        case .notAnEvent(let index): "event \(index) is no object"
        case .missing(let index, let field): "event \(index) lacks \(field)"
        case .wrongType(let index, let field, let expected): "event \(index): \(field) is no \(expected)"
        }
    }
}
