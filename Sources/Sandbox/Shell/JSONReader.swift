/// Why some bytes are no JSON, and where.
enum JSONFault: Error, Equatable {
    case unexpected(offset: Int)
    case tooDeep
}

/// A strict RFC 8259 reader over bytes: no comments, no trailing commas, valid UTF-8 only, at most 128 levels.
struct JSONReader {
    private let bytes: [UInt8]
    private var at = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.at == bytes.count else { throw .unexpected(offset: reader.at) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONFault) -> JSON {
        guard depth < 128 else { throw .tooDeep }
        skipBlanks()
        switch peek {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private var peek: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws(JSONFault) {
        guard peek == byte else { throw .unexpected(offset: at) }
        at += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
        for byte in String(describing: word).utf8 { try expect(byte) }
        return value
    }

    private mutating func object(depth: Int) throws(JSONFault) -> JSON {
        try expect(UInt8(ascii: "{"))
        var members: [String: JSON] = [:]
        skipBlanks()
        if peek == UInt8(ascii: "}") { at += 1; return .object([:]) }
        while true {
            skipBlanks()
            let name = try string()
            skipBlanks()
            try expect(UInt8(ascii: ":"))
            members[name] = try value(depth: depth + 1)
            skipBlanks()
            if peek == UInt8(ascii: ",") { at += 1; continue }
            try expect(UInt8(ascii: "}"))
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws(JSONFault) -> JSON {
        try expect(UInt8(ascii: "["))
        var items: [JSON] = []
        skipBlanks()
        if peek == UInt8(ascii: "]") { at += 1; return .array([]) }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if peek == UInt8(ascii: ",") { at += 1; continue }
            try expect(UInt8(ascii: "]"))
            return .array(items)
        }
    }

    private mutating func number() throws(JSONFault) -> JSON {
        let start = at
        while let byte = peek, "+-.eE0123456789".utf8.contains(byte) { at += 1 }
        let literal = String(decoding: bytes[start..<at], as: UTF8.self)
        if let value = Int(literal), !literal.hasPrefix("+") { return .integer(value) }
        guard let first = literal.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
            let value = Double(literal), value.isFinite
        else { throw .unexpected(offset: start) }
        return .decimal(value)
    }

    private mutating func string() throws(JSONFault) -> String {
        try expect(UInt8(ascii: "\""))
        var buffer: [UInt8] = []
        var start = at
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                buffer.append(contentsOf: bytes[start..<at])
                at += 1
                guard let text = String(validating: buffer, as: UTF8.self) else { throw .unexpected(offset: start) }
                return text
            case UInt8(ascii: "\\"):
                buffer.append(contentsOf: bytes[start..<at])
                at += 1
                buffer.append(contentsOf: String(try escape()).utf8)
                start = at
            case 0..<0x20: throw .unexpected(offset: at)
            default: at += 1
            }
        }
        throw .unexpected(offset: at)
    }

    private mutating func escape() throws(JSONFault) -> Character {
        guard let byte = peek else { throw .unexpected(offset: at) }
        at += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try scalar())
        default: throw .unexpected(offset: at - 1)
        }
    }

    /// One `\u` escape, or two where the first is the high half of a pair.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        let high = try hex4()
        if (0xD800..<0xDC00).contains(high) {
            try expect(UInt8(ascii: "\\"))
            try expect(UInt8(ascii: "u"))
            let low = try hex4()
            guard (0xDC00..<0xE000).contains(low),
                let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
            else { throw .unexpected(offset: at) }
            return scalar
        }
        guard let scalar = Unicode.Scalar(high) else { throw .unexpected(offset: at) }
        return scalar
    }

    private mutating func hex4() throws(JSONFault) -> UInt32 {
        guard at + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
        else { throw .unexpected(offset: at) }
        at += 4
        return value
    }
}
