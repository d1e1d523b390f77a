import FoundationEssentials

/// RFC 4648, section 5, without padding: what cookies and forms can carry.
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        String(
            Data(bytes).base64EncodedString().compactMap { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 == "=" ? nil : $0 })
    }

    static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let plain = String(text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }) + padding
        return Data(base64Encoded: plain).map(Array.init)
    }
}
