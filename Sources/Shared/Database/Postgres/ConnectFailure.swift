/// Reads the SQLSTATE out of a verbose connection error: `… failed: FATAL:  28P01: password authentication failed …`.
enum ConnectFailure {
    static func state(in message: String) -> SQLState? {
        message.split(separator: " ").first { word in
            let code = word.utf8.dropLast()
            return word.hasSuffix(":") && code.count == 5 && code.allSatisfy(isCode) && code.contains(where: isDigit)
        }.map { SQLState(String($0.dropLast())) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isCode(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }
}
