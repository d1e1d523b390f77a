public import Domain

/// Tests write ids as they are.
extension ID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
