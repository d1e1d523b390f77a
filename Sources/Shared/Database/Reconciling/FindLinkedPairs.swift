public import Domain

/// A page of the linked pairs of a kind, by id, as they stand: what the reconciliation compares (R29). Pairs with work
/// queued or under way are left out: that work looks at both sides anyway.
public struct FindLinkedPairs: Statement {
    public var kind: Kind
    public var after: PairID?
    public var limit: Int

    public init(kind: Kind, after: PairID?, limit: Int) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    public static let sql = """
        SELECT \(Pair.columns) FROM pair
        WHERE kind = $1 AND hubspot_id IS NOT NULL AND artis_id IS NOT NULL AND wanted <= applied AND id > $2
        ORDER BY id LIMIT $3
        """

    public var parameters: [Parameter] { [.text(kind.rawValue), .int(after?.rawValue ?? 0), .int(limit)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Pair { try Pair(row: row) }
}
