/// PostgreSQL's text form of one-dimensional arrays: `{one,"t\"wo",NULL}` (its manual, 8.15.6).
enum ArrayText {
    static func encode(_ values: [String?]) -> String {
        let items = values.map { value -> String in
            guard let value else { return "NULL" }
            var quoted = "\""
            for scalar in value.unicodeScalars {
                if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
                quoted.unicodeScalars.append(scalar)
            }
            return quoted + "\""
        }
        return "{" + items.joined(separator: ",") + "}"
    }

    /// - Returns: nil when the text is no one-dimensional array.
    static func decode(_ text: [UInt8]) -> [String?]? {
        guard text.first == UInt8(ascii: "{"), text.last == UInt8(ascii: "}"), text.count >= 2 else { return nil }
        var rest = text.dropFirst().dropLast()
        var values: [String?] = []
        if rest.isEmpty { return values }
        while true {
            guard let value = item(&rest) else { return nil }
            values.append(value.text)
            guard let separator = rest.popFirst() else { return values }
            guard separator == UInt8(ascii: ",") else { return nil }
        }
    }

    private static func item(_ rest: inout ArraySlice<UInt8>) -> (text: String?, Void)? {
        var bytes: [UInt8] = []
        guard rest.first == UInt8(ascii: "\"") else {
            while let next = rest.first, next != UInt8(ascii: ",") {
                if next == UInt8(ascii: "{") { return nil }
                bytes.append(next)
                rest.removeFirst()
            }
            let text = String(decoding: bytes, as: UTF8.self)
            return (text == "NULL" ? nil : text, ())
        }
        rest.removeFirst()
        while let next = rest.popFirst() {
            switch next {
            case UInt8(ascii: "\""): return (String(decoding: bytes, as: UTF8.self), ())
            case UInt8(ascii: "\\"): if let escaped = rest.popFirst() { bytes.append(escaped) }
            default: bytes.append(next)
            }
        }
        return nil
    }
}
