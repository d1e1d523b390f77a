public import Domain

/// The sweeper's statement: lost pairs that were lost at its last look too, and that nobody has leased meanwhile, are
/// queued again, and counted as repairs. A repair means a bug.
///
/// - Parameters:
///   - lost: what `FindLostPairs` found at the last look.
///   - kinds: those whose queues stand empty now.
public struct RepairPairs: Statement {
    public var lost: [FindLostPairs.Row]
    public var kinds: [Kind]

    public init(_ lost: [FindLostPairs.Row], kinds: [Kind]) {
        self.lost = lost
        self.kinds = kinds
    }

    public static let sql = """
        WITH lost AS (
            SELECT id FROM pair JOIN unnest($2::bigint[], $3::bigint[]) AS seen (pair_id, term)
                ON pair.id = seen.pair_id AND pair.lease_term = seen.term
            WHERE \(FindLostPairs.condition) ORDER BY id FOR NO KEY UPDATE OF pair SKIP LOCKED
        ), \(HintSQL.want("lost", lane: "'live'")),
        noted AS (
            INSERT INTO journal (pair_id, event) SELECT id, 'repaired' FROM wanted
        ), counted AS (
            INSERT INTO counter (name, value) SELECT 'repairs', count(*) FROM wanted HAVING count(*) > 0
            ON CONFLICT (name) DO UPDATE SET value = counter.value + excluded.value
        )
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] {
        [.textArray(kinds.map(\.rawValue)), .intArray(lost.map(\.pair.rawValue)), .intArray(lost.map(\.term))]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
