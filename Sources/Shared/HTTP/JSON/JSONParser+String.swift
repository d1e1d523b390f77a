extension JSONParser {
    /// From one quotation mark to the other. Half a surrogate pair becomes U+FFFD: people's records hold cut-off
    /// emoji, and one of them must not cost the other records of an answer.
    mutating func string() throws(JSONError) -> String {
        at += 1
        var text = ""
        while true {
            text += try plain()
            guard try peek() == UInt8(ascii: "\\") else { break }
            at += 1
            text.unicodeScalars.append(try escaped())
        }
        at += 1
        return text
    }

    /// The run up to a quotation mark or a backslash.
    private mutating func plain() throws(JSONError) -> String {
        let start = at
        while try peek() != UInt8(ascii: "\""), try peek() != UInt8(ascii: "\\") {
            guard bytes[at] >= 0x20 else { throw fault(.control) }
            at += 1
        }
        guard let text = String(validating: bytes[start..<at], as: UTF8.self) else {
            throw JSONError(fault: .encoding, offset: start)
        }
        return text
    }

    private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
        let letter = try peek()
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default:
            at -= 1
            throw fault(.escape)
        }
    }

    private mutating func scalar() throws(JSONError) -> Unicode.Scalar {
        let first = try unit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, bytes[at...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
        let afterFirst = at
        at += 2
        let second = try unit()
        guard (0xDC00...0xDFFF).contains(second) else {
            at = afterFirst
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (UInt32(first - 0xD800) << 10 | UInt32(second - 0xDC00))) ?? "\u{FFFD}"
    }

    /// Four hexadecimal digits.
    private mutating func unit() throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else { throw fault(.escape) }
            unit = unit << 4 | UInt16(digit)
            at += 1
        }
        return unit
    }
}
