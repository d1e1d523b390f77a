/// Reads RFC 8259 from bytes of any kind; written by hand because Foundation's decoder gives numbers no text of their own.
struct JSONParser {
    let bytes: [UInt8]
    var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSON {
        let value = try value(depth: 0)
        skipBlanks()
        guard at == bytes.count else { throw fault(.trailing) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < JSON.maxDepth else { throw fault(.depth) }
        skipBlanks()
        switch try peek() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw fault(.unexpected)
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> [String: JSON] {
        var members: [String: JSON] = [:]
        at += 1
        guard try !ends(with: UInt8(ascii: "}")) else { return members }
        repeat {
            skipBlanks()
            guard try peek() == UInt8(ascii: "\"") else { throw fault(.unexpected) }
            let key = try string()
            skipBlanks()
            guard try peek() == UInt8(ascii: ":") else { throw fault(.unexpected) }
            at += 1
            members[key] = try value(depth: depth + 1)
        } while try continues(until: UInt8(ascii: "}"))
        return members
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
        var elements: [JSON] = []
        at += 1
        guard try !ends(with: UInt8(ascii: "]")) else { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while try continues(until: UInt8(ascii: "]"))
        return elements
    }

    private mutating func ends(with close: UInt8) throws(JSONError) -> Bool {
        skipBlanks()
        guard try peek() == close else { return false }
        at += 1
        return true
    }

    private mutating func continues(until close: UInt8) throws(JSONError) -> Bool {
        if try ends(with: close) { return false }
        guard try peek() == UInt8(ascii: ",") else { throw fault(.unexpected) }
        at += 1
        return true
    }

    private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[at...].starts(with: word.utf8) else { throw fault(.unexpected) }
        at += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONError) -> JSONNumber {
        guard let end = JSONNumber.end(in: bytes, from: at) else { throw fault(.number) }
        defer { at = end }
        return JSONNumber(read: bytes[at..<end])
    }

    private mutating func skipBlanks() {
        while at < bytes.count, Self.isBlank(bytes[at]) { at += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\t")
    }

    func peek() throws(JSONError) -> UInt8 {
        guard at < bytes.count else { throw fault(.ended) }
        return bytes[at]
    }

    func fault(_ fault: JSONError.Fault) -> JSONError { JSONError(fault: fault, offset: at) }
}
