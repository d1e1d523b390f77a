/// The text of a JSON number, exactly as written: `1.50` is not `1.5`.
public struct JSONNumber: Sendable, Hashable {
    public let text: String

    public init(_ value: Int64) { text = String(value) }

    /// - Returns: nil when the text is not a number of RFC 8259, such as `01`, `.5` or `NaN`.
    public init?(_ text: String) {
        guard let end = Self.end(in: Array(text.utf8), from: 0), end == text.utf8.count else { return nil }
        self.text = text
    }

    /// For a text that has been read as a number already.
    init(read bytes: ArraySlice<UInt8>) { text = String(decoding: bytes, as: UTF8.self) }

    /// Nil when it is not whole, or too large.
    public var int: Int64? { Int64(text) }

    /// Where the number that begins at `start` ends; nil when none begins there.
    static func end(in bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        func next() -> UInt8? { at < bytes.count ? bytes[at] : nil }
        func digits() -> Bool {
            let first = at
            while let byte = next(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { at += 1 }
            return at > first
        }
        if next() == UInt8(ascii: "-") { at += 1 }
        let first = at
        guard digits(), bytes[first] != UInt8(ascii: "0") || at == first + 1 else { return nil }
        if next() == UInt8(ascii: ".") {
            at += 1
            guard digits() else { return nil }
        }
        if next() == UInt8(ascii: "e") || next() == UInt8(ascii: "E") {
            at += 1
            if next() == UInt8(ascii: "+") || next() == UInt8(ascii: "-") { at += 1 }
            guard digits() else { return nil }
        }
        return at
    }
}
