/// Who holds these SIRETs now; a SIRET that nobody holds is missing. Claims nothing.
public struct FindSIRETHolders: Statement {
    public var sirets: [String]

    public init(of sirets: [String]) { self.sirets = sirets }

    public static let sql = "SELECT siret, id, hubspot_id FROM pair WHERE siret = ANY ($1::text[])"

    public var parameters: [Parameter] { [.textArray(sirets)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> ClaimSIRETs.Row {
        try ClaimSIRETs.decode(row)
    }
}
