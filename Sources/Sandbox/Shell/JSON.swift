/// A JSON value as the two vendors send and receive it; written with its keys sorted, so that answers are reproducible.
enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case decimal(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The member of an object; nil when absent, or when this is no object. A member that is `null` is `.null`.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    var text: String? {
        guard case .string(let value) = self else { return nil }
        return value
    }

    var integer: Int? {
        switch self {
        case .integer(let value): value
        case .decimal(let value): Int(exactly: value)
        case .null, .bool, .string, .array, .object: nil
        }
    }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .decimal(let value): value
        case .null, .bool, .string, .array, .object: nil
        }
    }

    var flag: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    var items: [JSON]? {
        guard case .array(let value) = self else { return nil }
        return value
    }

    var members: [String: JSON]? {
        guard case .object(let value) = self else { return nil }
        return value
    }

    /// Text as it is, numbers and booleans as HubSpot would store them: ids come in both spellings.
    var spelled: String? {
        switch self {
        case .string(let value): value
        case .integer(let value): String(value)
        case .decimal(let value): String(value)
        case .bool(let value): String(value)
        case .null, .array, .object: nil
        }
    }

    /// A text, or `null` where there is none.
    static func optional(_ text: String?) -> JSON {
        text.map(JSON.string) ?? .null
    }

    static func strings(_ values: some Sequence<String>) -> JSON {
        .array(values.map(JSON.string))
    }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    init(nilLiteral: ()) { self = .null }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int) { self = .integer(value) }
    init(floatLiteral value: Double) { self = .decimal(value) }
    init(stringLiteral value: String) { self = .string(value) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}
