public import Domain

/// What existed below these companies, deals and contacts has been found; part of the transaction that makes it known.
public struct EndDiscoveries: Statement {
    public var records: [PairID]

    public init(below records: [PairID]) { self.records = records }

    public static let sql = """
        WITH due AS (
            SELECT id FROM pair WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE pair SET discovery = NULL FROM due WHERE pair.id = due.id
        """

    public var parameters: [Parameter] { [.intArray(records.map(\.rawValue))] }
}
