import FoundationEssentials

extension RowReader {
    /// A column that holds a word of the vocabulary, such as a kind or a state.
    func word<Word: RawRepresentable>(_ column: Int) throws(DatabaseError) -> Word where Word.RawValue == String {
        let text = try text(column)
        guard let word = Word(rawValue: text) else {
            throw .misuse("column \(column) holds \"\(text)\", which is no \(Word.self)")
        }
        return word
    }

    func wordOrNull<Word: RawRepresentable>(_ column: Int) throws(DatabaseError) -> Word?
    where Word.RawValue == String {
        try textOrNull(column) == nil ? nil : try word(column)
    }

    /// A jsonb column, decoded.
    func json<Value: Decodable>(_ column: Int) throws(DatabaseError) -> Value {
        let text = try text(column)
        do {
            return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
        } catch {
            throw .misuse("column \(column) holds JSON that is no \(Value.self)")
        }
    }

    func jsonOrNull<Value: Decodable>(_ column: Int) throws(DatabaseError) -> Value? {
        try textOrNull(column) == nil ? nil : try json(column)
    }
}
