import Database

/// Rows of ours in which a text stands.
struct CountMentions: Statement {
    var text: String

    static let sql = """
        SELECT (SELECT count(*) FROM pair p WHERE p::text LIKE '%' || $1::text || '%')
            + (SELECT count(*) FROM conflict c WHERE c::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM journal j WHERE j::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM outbox o WHERE o::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM operator_action a WHERE a::text LIKE '%' || $1 || '%')
        """

    var parameters: [Parameter] { [.text(text)] }

    static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
