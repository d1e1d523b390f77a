public import Domain

/// A kind that an operator has paused, for the whole fleet.
public struct PausedKind: Sendable, Equatable {
    public var kind: Kind
    public var at: Instant
    public var by: String
}

public struct ReadPauses: Statement {
    public init() {}

    public static let sql = "SELECT kind, paused_at, paused_by FROM control ORDER BY kind"

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PausedKind {
        PausedKind(kind: try row.word(0), at: try row.instant(1), by: try row.text(2))
    }
}
