public import Domain

/// Resumes a kind, and queues again what was left unanswered while it was paused: workers put such messages away
/// without an answer. Returns whether it was paused.
public struct ResumeKind: Statement {
    public var kind: Kind

    public init(_ kind: Kind) { self.kind = kind }

    public static let sql = """
        WITH resumed AS (
            DELETE FROM control WHERE kind = $1 RETURNING kind
        ), left_over AS (
            SELECT id FROM pair JOIN resumed USING (kind)
            WHERE wanted > applied AND next_attempt_at IS NULL ORDER BY id FOR UPDATE OF pair
        ), \(HintSQL.hint("left_over", lane: "'live'"))
        SELECT kind FROM resumed
        """

    public var parameters: [Parameter] { [.text(kind.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Kind { try row.word(0) }
}
