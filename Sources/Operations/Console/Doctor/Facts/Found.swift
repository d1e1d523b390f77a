/// What one of the four answered, or why it did not: said once, whatever was to be asked of it.
enum Found<Value: Sendable>: Sendable {
    case here(Value)
    /// The failure, without a secret, and what kind of one it is.
    case away(String, Cause = .other)
    /// Not asked, because something else must be mended first.
    case notAsked

    var value: Value? {
        if case .here(let value) = self { value } else { nil }
    }
}
