public import Domain

/// R11: whether the sync of any record of HubSpot's of a kind has begun.
public struct HasLatched: Statement {
    public var kind: Kind

    public init(_ kind: Kind) { self.kind = kind }

    public static let sql = """
        SELECT EXISTS (SELECT FROM pair WHERE kind = $1 AND hubspot_id IS NOT NULL AND latched_at IS NOT NULL)
        """

    public var parameters: [Parameter] { [.text(kind.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Bool { try row.bool(0) }
}
