/// The server behind the database, as far as it may tell.
public struct ReadServer: Statement {
    public init() {}

    public struct Row: Sendable, Equatable {
        /// As `server_version_num` counts: 150004 is 15.4.
        public var number: Int64
        public var version: String
        /// Bytes of this database.
        public var size: Int64
        /// Where it keeps its files; nil unless the role may know.
        public var folder: String?
        /// It runs on the machine that asks.
        public var isHere: Bool

        public init(number: Int64, version: String, size: Int64, folder: String? = nil, isHere: Bool = false) {
            self.number = number
            self.version = version
            self.size = size
            self.folder = folder
            self.isHere = isHere
        }
    }

    public static let sql = """
        SELECT current_setting('server_version_num')::bigint, current_setting('server_version'),
            pg_database_size(current_database()),
            CASE WHEN pg_has_role('pg_read_all_settings', 'MEMBER') THEN current_setting('data_directory') END,
            inet_server_addr() IS NULL OR inet_server_addr() = inet_client_addr()
        """

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            number: try row.int(0), version: try row.text(1), size: try row.int(2), folder: try row.textOrNull(3),
            isHere: try row.bool(4))
    }
}
