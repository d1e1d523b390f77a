import Domain

/// What is left to publish, what lies dead, and how often the sweeper had to repair.
public struct CountBacklog: Statement {
    public struct Row: Sendable, Equatable {
        public var outbox: Int
        public var dead: Int
        public var repairs: Int

        public init(outbox: Int, dead: Int, repairs: Int) {
            self.outbox = outbox
            self.dead = dead
            self.repairs = repairs
        }
    }

    public init() {}

    public static let sql = """
        SELECT (SELECT count(*) FROM outbox), (SELECT count(*) FROM dead_letter),
            coalesce((SELECT value FROM counter WHERE name = 'repairs'), 0)
        """

    public var parameters: [Parameter] { [] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(outbox: Int(try row.int(0)), dead: Int(try row.int(1)), repairs: Int(try row.int(2)))
    }
}
