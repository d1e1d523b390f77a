/// The canonical values of one record as one system gives them (R24). A field that is absent is empty.
public struct Values: Sendable, Hashable {
    public private(set) var filled: [Field: String]

    public init(_ values: [Field: String] = [:]) { filled = values.filter { !$0.value.isEmpty } }

    /// nil when the field is empty; setting nil or an empty text empties it.
    public subscript(field: Field) -> String? {
        get { filled[field] }
        set { filled[field] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// These values after a write: nil clears.
    public func applying(_ writes: [Field: String?]) -> Values {
        var values = self
        for (field, value) in writes { values[field] = value }
        return values
    }

    /// R19: the fields among `required` that are empty, in the order of their declaration.
    public func missing(_ required: Set<Field>) -> [Field] {
        Field.allCases.filter { required.contains($0) && self[$0] == nil }
    }
}

extension Values: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (Field, String)...) {
        self.init(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

/// A JSON object of field names. Names that this version does not know are passed over, so that an older worker reads
/// what a newer one wrote.
extension Values: Codable {
    public init(from decoder: any Decoder) throws {
        let named = try decoder.singleValueContainer().decode([String: String].self)
        self.init(
            named.reduce(into: [:]) { values, next in
                if let field = Field(rawValue: next.key) { values[field] = next.value }
            })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(filled.reduce(into: [String: String]()) { $0[$1.key.rawValue] = $1.value })
    }
}
