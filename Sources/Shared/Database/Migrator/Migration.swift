/// One numbered step of the schema.
public struct Migration: Sendable {
    public var number: Int
    public var name: String
    /// Any number of statements, in SQL.
    public var sql: String
    /// The number that the oldest programs know which go on working after it: it adds what they need not know of (a column
    /// with a default, a table, an index). Programs older than that refuse work from then on; nil: all that do not know it.
    public var serves: Int?

    public init(number: Int, name: String, sql: String, serves: Int? = nil) {
        self.number = number
        self.name = name
        self.sql = sql
        self.serves = serves
    }

    /// FNV-1a of the SQL, 64 bits in hexadecimal: tells a file that was edited after it was applied.
    public var checksum: String {
        let hash = sql.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
