/// Why bytes are not JSON, and where.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Fault: String, Sendable {
        case ended = "it ends too early"
        case unexpected = "this byte has no place here"
        case number = "not a number"
        case escape = "not an escape"
        case control = "a control character within a string"
        case encoding = "not UTF-8"
        case depth = "nested too deeply"
        case trailing = "something follows the value"
    }

    public let fault: Fault
    /// Bytes from the beginning.
    public let offset: Int

    public var description: String { "not JSON at byte \(offset): \(fault.rawValue)" }
}
