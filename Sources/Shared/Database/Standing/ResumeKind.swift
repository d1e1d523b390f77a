public import Domain

/// Resumes a kind: the relay publishes again what it held back. Returns a row when it was paused.
public struct ResumeKind: Statement {
    public var kind: Kind

    public init(_ kind: Kind) { self.kind = kind }

    public static let sql = "DELETE FROM control WHERE kind = $1 RETURNING kind"

    public var parameters: [Parameter] { [.text(kind.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Kind { try row.word(0) }
}
