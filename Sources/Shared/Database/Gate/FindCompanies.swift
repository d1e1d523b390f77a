public import Domain

/// Companies by pair id, without holding them.
public struct FindCompanies: Statement {
    public var companies: [PairID]

    public init(_ companies: [PairID]) { self.companies = companies }

    public static let sql = "SELECT \(CompanyRow.columns) FROM pair WHERE id = ANY ($1::bigint[])"

    public var parameters: [Parameter] { [.intArray(companies.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> CompanyRow { try CompanyRow(row: row) }
}
