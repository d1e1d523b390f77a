public import Domain

/// One pair with the values last synced, for its page.
public struct ReadRecord: Statement {
    public struct Row: Sendable {
        public var record: RecordRow
        public var snapshot: Snapshot?
        public var createdAt: Instant
        public var latchedAt: Instant?
        /// Who works on it at this moment.
        public var worker: String?
        /// What hangs on a company.
        public var dependants: Int
        public var companyState: State?
    }

    public var pair: PairID
    public var kind: Kind

    public init(_ pair: PairID, kind: Kind) {
        self.pair = pair
        self.kind = kind
    }

    public static let sql = """
        SELECT \(RecordRow.columns), standing.snapshot, standing.created_at, standing.latched_at,
            CASE WHEN standing.lease_until > now() THEN \(ReadCurrentWork.batchless("standing.lease_owner")) END,
            CASE standing.kind WHEN 'company' THEN (SELECT count(*) FROM pair below WHERE below.company_id = standing.id) ELSE 0 END,
            (SELECT above.shown_state FROM standing above WHERE above.id = standing.company_id)
        FROM standing LEFT JOIN pair company ON company.id = standing.company_id
        WHERE standing.id = $1 AND standing.kind = $2
        """

    public var parameters: [Parameter] { [.int(pair.rawValue), .text(kind.rawValue)] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            record: try RecordRow(row: row), snapshot: try row.jsonOrNull(11), createdAt: try row.instant(12),
            latchedAt: try row.instantOrNull(13), worker: try row.textOrNull(14), dependants: Int(try row.int(15)),
            companyState: try row.wordOrNull(16))
    }
}
