/// A version of RabbitMQ, as it says of itself: `3.13.7`.
public struct BrokerVersion: Sendable, Equatable, CustomStringConvertible {
    /// The oldest that the fleet works on (architecture.md, "RabbitMQ").
    public static let oldest = "3.10"

    public let description: String

    public init(_ text: String) { description = text }

    /// What is no number is given the benefit of the doubt.
    public var isRecentEnough: Bool {
        let parts = description.split(separator: ".").prefix(2).map { Int($0.prefix(while: \.isNumber)) }
        guard parts.count == 2, let major = parts[0], let minor = parts[1] else { return true }
        return (major, minor) >= (3, 10)
    }
}
