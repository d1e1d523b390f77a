public import Domain

/// What existed below these companies has been found; part of the transaction that makes it known.
public struct EndDiscoveries: Statement {
    public var companies: [PairID]

    public init(below companies: [PairID]) { self.companies = companies }

    public static let sql = """
        WITH due AS (
            SELECT id FROM pair WHERE id = ANY ($1::bigint[]) ORDER BY id FOR NO KEY UPDATE
        )
        UPDATE pair SET discovery = NULL FROM due WHERE pair.id = due.id
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue))] }
}
