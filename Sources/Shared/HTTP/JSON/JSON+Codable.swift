private import FoundationEssentials

/// For a dynamic part within a typed value. A decoder gives numbers no text, so a decimal comes out in shortest form;
/// where the text counts, `parse` the whole.
extension JSON: Codable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let bool = try? value.decode(Bool.self) {
            self = .bool(bool)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let int = try? value.decode(Int64.self) {
            self = .number(JSONNumber(int))
        } else if let decimal = try? value.decode(Decimal.self), let number = JSONNumber(decimal.description) {
            self = .number(number)
        } else if let array = try? value.decode([JSON].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .bool(let bool): try value.encode(bool)
        case .number(let number):
            if let int = number.int { try value.encode(int) } else { try value.encode(try Self.decimal(number, encoder)) }
        case .string(let string): try value.encode(string)
        case .array(let array): try value.encode(array)
        case .object(let object): try value.encode(object)
        }
    }

    private static func decimal(_ number: JSONNumber, _ encoder: any Encoder) throws -> Decimal {
        guard let decimal = Decimal(string: number.text) else {
            throw EncodingError.invalidValue(
                number, EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "beyond a decimal"))
        }
        return decimal
    }
}
