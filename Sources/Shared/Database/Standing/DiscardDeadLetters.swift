/// Throws dead letters away; their pairs stand as they are, and are tried again by `passerelle retry`.
public struct DiscardDeadLetters: Statement {
    public var ids: [Int64]

    public init(ids: [Int64]) { self.ids = ids }

    public static let sql = "DELETE FROM dead_letter WHERE id = ANY ($1::bigint[])"

    public var parameters: [Parameter] { [.intArray(ids)] }
}
