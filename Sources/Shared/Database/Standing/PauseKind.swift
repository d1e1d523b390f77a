public import Domain

/// Pauses a kind, at once and until it is resumed. Returns a row unless it was paused already.
public struct PauseKind: Statement {
    public var kind: Kind
    public var by: String

    public init(_ kind: Kind, by: String) {
        self.kind = kind
        self.by = by
    }

    public static let sql = """
        INSERT INTO control (kind, paused_by) VALUES ($1, $2) ON CONFLICT (kind) DO NOTHING RETURNING kind
        """

    public var parameters: [Parameter] { [.text(kind.rawValue), .text(by)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Kind { try row.word(0) }
}
