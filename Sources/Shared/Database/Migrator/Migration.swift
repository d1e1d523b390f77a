/// One numbered step of the schema.
public struct Migration: Sendable {
    public var number: Int
    public var name: String
    /// Any number of statements, in SQL.
    public var sql: String

    public init(number: Int, name: String, sql: String) {
        self.number = number
        self.name = name
        self.sql = sql
    }

    /// FNV-1a of the SQL, 64 bits in hexadecimal: tells a file that was edited after it was applied.
    public var checksum: String {
        let hash = sql.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
