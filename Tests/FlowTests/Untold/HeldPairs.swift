import Database

/// All that is held of pairs, and what is queued.
struct HeldPairs: Statement {
    static let sql = """
        SELECT md5(concat((SELECT string_agg(p::text, ' ' ORDER BY id) FROM pair p),
            (SELECT string_agg(l::text, ' ' ORDER BY l::text) FROM link l), (SELECT count(*) FROM outbox),
            (SELECT count(*) FROM journal), (SELECT count(*) FROM conflict)))
        """

    static func decode(_ row: RowReader) throws(DatabaseError) -> String { try row.text(0) }
}
