/// What a value is, or nil: an answer of another shape is the caller's to judge, and never a trap.
extension JSON {
    public subscript(key: String) -> JSON? { object?[key] }

    public subscript(index: Int) -> JSON? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    public var string: String? { if case .string(let value) = self { value } else { nil } }
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    public var object: [String: JSON]? { if case .object(let value) = self { value } else { nil } }
    public var isNull: Bool { self == .null }

    /// A whole number that was written as a number.
    public var int: Int? { if case .number(let value) = self { value.int.flatMap(Int.init(exactly:)) } else { nil } }

    /// A string, or a number as its text: HubSpot sends ids as either.
    public var text: String? {
        switch self {
        case .string(let value): value
        case .number(let value): value.text
        case .null, .bool, .array, .object: nil
        }
    }
}
