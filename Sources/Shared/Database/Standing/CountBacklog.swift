import Domain

/// What is left to publish, what lies dead, and how often the sweeper had to repair.
public struct CountBacklog: Statement {
    public struct Row: Sendable, Equatable {
        public var outbox: Int
        /// Companies below which something is still to be found (R13).
        public var discoveries: Int
        public var dead: Int
        public var repairs: Int

        public init(outbox: Int, discoveries: Int = 0, dead: Int, repairs: Int) {
            self.outbox = outbox
            self.discoveries = discoveries
            self.dead = dead
            self.repairs = repairs
        }
    }

    public init() {}

    public static let sql = """
        SELECT (SELECT count(*) FROM outbox), (SELECT count(*) FROM pair WHERE discovery IS NOT NULL),
            (SELECT count(*) FROM dead_letter), coalesce((SELECT value FROM counter WHERE name = 'repairs'), 0)
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(
            outbox: Int(try row.int(0)), discoveries: Int(try row.int(1)), dead: Int(try row.int(2)),
            repairs: Int(try row.int(3)))
    }
}
