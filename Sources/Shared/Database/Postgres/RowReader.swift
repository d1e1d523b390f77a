public import Domain

/// One row of an answer, read by column number from 0.
///
/// Every reader throws `.misuse` naming the column when it is absent, NULL where a value was asked for, or of another
/// type; the value itself is never quoted.
public struct RowReader {
    let result: ResultSet
    let row: Int

    public func text(_ column: Int) throws(DatabaseError) -> String { try some(column, textOrNull(column)) }
    public func int(_ column: Int) throws(DatabaseError) -> Int64 { try some(column, intOrNull(column)) }
    public func bool(_ column: Int) throws(DatabaseError) -> Bool { try some(column, boolOrNull(column)) }
    public func double(_ column: Int) throws(DatabaseError) -> Double { try some(column, doubleOrNull(column)) }
    public func instant(_ column: Int) throws(DatabaseError) -> Instant { try some(column, instantOrNull(column)) }
    public func bytes(_ column: Int) throws(DatabaseError) -> [UInt8] { try some(column, bytesOrNull(column)) }
    public func textArray(_ column: Int) throws(DatabaseError) -> [String?] { try some(column, textArrayOrNull(column)) }
    public func intArray(_ column: Int) throws(DatabaseError) -> [Int64?] { try some(column, intArrayOrNull(column)) }

    public func textOrNull(_ column: Int) throws(DatabaseError) -> String? { try read(column, "text") { String($0) } }
    public func intOrNull(_ column: Int) throws(DatabaseError) -> Int64? { try read(column, "a whole number") { Int64($0) } }
    public func doubleOrNull(_ column: Int) throws(DatabaseError) -> Double? { try read(column, "a number") { Double($0) } }

    public func boolOrNull(_ column: Int) throws(DatabaseError) -> Bool? {
        try read(column, "a boolean") { $0 == "t" ? true : $0 == "f" ? false : nil }
    }

    /// For `timestamptz`, which sessions print in UTC as `2026-11-25 07:00:30.123+00`.
    public func instantOrNull(_ column: Int) throws(DatabaseError) -> Instant? {
        try read(column, "a moment") { Instant(rfc3339: $0 + ":00") }
    }

    /// For `bytea`, which sessions print as `\x` and hexadecimal digits.
    public func bytesOrNull(_ column: Int) throws(DatabaseError) -> [UInt8]? {
        guard let raw = try raw(column) else { return nil }
        guard let bytes = Hexadecimal.decode(raw) else { throw mismatch(column, "bytes") }
        return bytes
    }

    public func textArrayOrNull(_ column: Int) throws(DatabaseError) -> [String?]? {
        guard let raw = try raw(column) else { return nil }
        guard let values = ArrayText.decode(raw) else { throw mismatch(column, "an array") }
        return values
    }

    public func intArrayOrNull(_ column: Int) throws(DatabaseError) -> [Int64?]? {
        guard let texts = try textArrayOrNull(column) else { return nil }
        var values: [Int64?] = []
        for text in texts {
            let value = text.flatMap { Int64($0) }
            if text != nil, value == nil { throw mismatch(column, "an array of whole numbers") }
            values.append(value)
        }
        return values
    }
}

extension RowReader {
    private func read<Value>(
        _ column: Int, _ wanted: String, _ parse: (String) -> Value?
    ) throws(DatabaseError) -> Value? {
        guard let raw = try raw(column) else { return nil }
        guard let value = parse(String(decoding: raw, as: UTF8.self)) else { throw mismatch(column, wanted) }
        return value
    }

    private func raw(_ column: Int) throws(DatabaseError) -> [UInt8]? {
        guard (0..<result.columns).contains(column) else {
            throw .misuse("column \(column) does not exist; the answer has \(result.columns)")
        }
        return result.value(row: row, column: column)
    }

    private func some<Value>(_ column: Int, _ value: Value?) throws(DatabaseError) -> Value {
        guard let value else { throw .misuse("column \(column) (\(result.name(of: column))) is NULL") }
        return value
    }

    private func mismatch(_ column: Int, _ wanted: String) -> DatabaseError {
        .misuse("column \(column) (\(result.name(of: column))) is not \(wanted)")
    }
}
