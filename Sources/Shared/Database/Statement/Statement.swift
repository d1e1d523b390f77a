/// One SQL statement beside its input and its output.
///
///     struct FindPair: Statement {
///         static let sql = "SELECT id, state FROM pair WHERE kind = $1 AND hubspot_id = $2"
///         var kind: Kind, hubspotID: String
///         var parameters: [Parameter] { [.text(kind.rawValue), .text(hubspotID)] }
///         static func decode(_ row: RowReader) throws(DatabaseError) -> Found { … }
///     }
///
/// The SQL belongs to the type, so that every session prepares it once; values travel as `$n` only.
public protocol Statement: Sendable {
    /// What one row of the answer becomes; `Void` for commands.
    associatedtype Row: Sendable = Void

    /// Exactly one statement, with `$1`, `$2` … for values.
    static var sql: String { get }

    /// The values of `$1`, `$2` …, in order.
    var parameters: [Parameter] { get }

    /// - Throws: `.misuse` naming the column that does not hold what the reader asked for.
    static func decode(_ row: RowReader) throws(DatabaseError) -> Row
}

extension Statement {
    public var parameters: [Parameter] { [] }
}

extension Statement where Row == Void {
    public static func decode(_ row: RowReader) throws(DatabaseError) {}
}
