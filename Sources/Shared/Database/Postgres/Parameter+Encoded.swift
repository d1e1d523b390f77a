import Domain

extension Parameter {
    enum Encoded {
        case text(String)
        case binary([UInt8])
    }

    /// Text lets PostgreSQL choose the width of a number; only bytes travel in binary. nil is NULL.
    var encoded: Encoded? {
        switch self {
        case .null: nil
        case .text(let value), .json(let value): .text(value)
        case .int(let value): .text(String(value))
        case .bool(let value): .text(value ? "t" : "f")
        case .double(let value): .text(Self.spelled(value))
        case .bytes(let value): .binary(value)
        case .instant(let value): .text(value.rfc3339)
        case .textArray(let values): .text(ArrayText.encode(values))
        case .intArray(let values): .text(ArrayText.encode(values.map { $0.map { String($0) } }))
        case .boolArray(let values): .text(ArrayText.encode(values.map { $0.map { $0 ? "t" : "f" } }))
        case .instantArray(let values): .text(ArrayText.encode(values.map { $0?.rfc3339 }))
        }
    }

    private static func spelled(_ value: Double) -> String {
        switch value {
        case .infinity: "Infinity"
        case -.infinity: "-Infinity"
        default: value.isNaN ? "NaN" : String(value)
        }
    }
}
