public import Domain
import Runtime

/// The value of one `$n`. PostgreSQL infers its type from the statement.
public enum Parameter: Sendable, Equatable {
    case null
    /// Refused with `.misuse` when it holds a NUL, which PostgreSQL's text cannot.
    case text(String)
    case int(Int64)
    case bool(Bool)
    case double(Double)
    /// Any bytes, NUL included; for `bytea`.
    case bytes([UInt8])
    case instant(Instant)
    /// JSON text, for `json` and `jsonb`.
    case json(String)
    case textArray([String?])
    case intArray([Int64?])
    case boolArray([Bool?])
    case instantArray([Instant?])
}

extension Parameter {
    public static func text(_ value: String?) -> Parameter { value.map(Parameter.text) ?? .null }
    public static func int(_ value: Int64?) -> Parameter { value.map(Parameter.int) ?? .null }
    public static func int(_ value: Int) -> Parameter { .int(Int64(value)) }
    public static func int(_ value: Int?) -> Parameter { value.map { .int(Int64($0)) } ?? .null }
    public static func bool(_ value: Bool?) -> Parameter { value.map(Parameter.bool) ?? .null }
    public static func bytes(_ value: [UInt8]?) -> Parameter { value.map(Parameter.bytes) ?? .null }
    public static func instant(_ value: Instant?) -> Parameter { value.map(Parameter.instant) ?? .null }
    public static func json(_ value: String?) -> Parameter { value.map(Parameter.json) ?? .null }
    /// Milliseconds, for arguments whose name ends in `_ms`.
    public static func milliseconds(_ value: Duration) -> Parameter { .int(value.milliseconds) }
}

extension Parameter: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    public init(stringLiteral value: String) { self = .text(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(nilLiteral: ()) { self = .null }
}
