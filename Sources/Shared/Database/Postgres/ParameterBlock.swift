/// Parameters laid out as libpq wants them, in one stretch of memory.
struct ParameterBlock {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// - Throws: `.misuse` naming the parameter that PostgreSQL cannot hold.
    init(_ parameters: [Parameter]) throws(DatabaseError) {
        guard parameters.count <= 65_535 else { throw .misuse("a statement holds at most 65535 parameters") }
        for (index, parameter) in parameters.enumerated() {
            let encoded = parameter.encoded
            if case .text(let text)? = encoded, text.utf8.contains(0) {
                throw .misuse("$\(index + 1) holds a NUL character, which PostgreSQL's text cannot; remove it or use bytes")
            }
            append(encoded)
        }
    }

    private mutating func append(_ encoded: Parameter.Encoded?) {
        offsets.append(encoded == nil ? nil : bytes.count)
        switch encoded {
        case nil:
            lengths.append(0)
            formats.append(0)
        case .text(let text):
            bytes.append(contentsOf: text.utf8)
            lengths.append(Int32(clamping: text.utf8.count))
            formats.append(0)
        case .binary(let value):
            bytes.append(contentsOf: value)
            lengths.append(Int32(clamping: value.count))
            formats.append(1)
        }
        bytes.append(0)
    }

    /// Lends count, values, lengths and formats in the order of `PQsendQueryPrepared`'s arguments.
    func withPointers<R>(
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> R
    ) -> R {
        unsafe bytes.withUnsafeBytes { memory in
            let start = unsafe memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = unsafe offsets.map { offset in unsafe offset.flatMap { at in unsafe start.map { unsafe $0 + at } } }
            return unsafe values.withUnsafeBufferPointer { values in
                unsafe body(Int32(offsets.count), values.baseAddress, lengths, formats)
            }
        }
    }
}
