public import Domain

/// How many pairs a reconciliation of these kinds compares (R29).
public struct CountLinkedPairs: Statement {
    public var kinds: [Kind]

    public init(_ kinds: [Kind]) { self.kinds = kinds }

    public static let sql = """
        SELECT count(*) FROM pair
        WHERE kind = ANY ($1::text[]) AND hubspot_id IS NOT NULL AND artis_id IS NOT NULL AND wanted <= applied
        """

    public var parameters: [Parameter] { [.textArray(kinds.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Int { Int(try row.int(0)) }
}
