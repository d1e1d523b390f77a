public import Domain

/// Part of the transaction that settles pairs which have just got an id of the other system: a webhook or the feed may
/// have told of that record before, and made a row of it. The row goes, and what hung on it hangs on the settled pair.
///
/// Only under our lease: else nothing would keep the id that the row stood for. A row that was told of more than its
/// birth has something to say: the settled pair is then looked at once more.
public struct AbsorbHalves: Statement {
    public var pairs: [Pair]

    public init(of pairs: [Pair]) { self.pairs = pairs }

    public static let sql = """
        WITH ours AS (
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[])
                AS o (id, kind, hubspot_id, artis_id, term)
        ), halves AS (
            SELECT ours.id AS kept, half.id AS gone, ours.term
            FROM ours JOIN pair half ON half.id <> ours.id
                AND half.kind = ours.kind AND half.hubspot_id = ours.hubspot_id AND half.artis_id IS NULL
            UNION
            SELECT ours.id, half.id, ours.term
            FROM ours JOIN pair kept USING (id) JOIN pair half ON half.id <> ours.id
                AND half.collection = kept.collection AND half.artis_id = ours.artis_id AND half.hubspot_id IS NULL
        ), locked AS (
            SELECT id FROM pair WHERE id IN (SELECT kept FROM halves UNION SELECT gone FROM halves) ORDER BY id FOR UPDATE
        ), absorbed AS (
            -- Judged anew now that nobody else changes them.
            SELECT kept, absorb_half(kept, gone, term) AS says FROM (SELECT * FROM halves ORDER BY gone) h
            WHERE (SELECT count(*) FROM locked) > 0
        )
        SELECT kept, says FROM absorbed WHERE says IS NOT NULL
        """

    public var parameters: [Parameter] {
        [
            .intArray(pairs.map(\.id.rawValue)), .textArray(pairs.map(\.kind.rawValue)),
            .textArray(pairs.map { $0.hubspotID?.rawValue }), .textArray(pairs.map { $0.artisID?.rawValue }),
            .intArray(pairs.map(\.term)),
        ]
    }

    public struct Row: Sendable {
        public var pair: PairID
        public var says: Bool
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> Row {
        Row(pair: PairID(try row.int(0)), says: try row.bool(1))
    }
}
