import Domain

public struct ReadBreakers: Statement {
    public init() {}

    public static let sql = "SELECT system, opened_at, cause FROM breaker"

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Breaker {
        Breaker(system: try row.word(0), openedAt: try row.instantOrNull(1), cause: try row.textOrNull(2))
    }
}
