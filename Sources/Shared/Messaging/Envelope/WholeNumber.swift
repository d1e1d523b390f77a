/// A whole number of a message. JSONDecoder reports one that does not fit as if the whole text were no JSON, and does not
/// tell the field; this does.
struct WholeNumber: Codable {
    var value: Int64

    init(value: Int64) { self.value = value }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let place = DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "not a whole number")
        if container.decodeNil() { throw DecodingError.valueNotFound(Int64.self, place) }
        guard let value = try? container.decode(Int64.self) else { throw DecodingError.typeMismatch(Int64.self, place) }
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}
