public import Domain

/// Reads companies and holds them as they are until the transaction ends: without this lock a dependant could park just
/// after its company released everybody, and never wake (architecture.md, "Gate").
public struct HoldCompanies: Statement {
    public var companies: [PairID]

    public init(_ companies: [PairID]) { self.companies = companies }

    public static let sql = """
        SELECT \(CompanyRow.columns) FROM pair WHERE id = ANY ($1::bigint[]) ORDER BY id FOR SHARE OF pair
        """

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
