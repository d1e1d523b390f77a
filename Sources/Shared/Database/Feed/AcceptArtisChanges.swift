public import Domain

/// `AcceptChanges` for artis' side: makes each record known by its collection and id, wants one more look at it, and
/// queues its hint. A row that is there keeps its kind; an action that nobody has read yet stands as a call.
///
/// A version that was told or synced already tells nothing (R25); but where a record is said to be gone, or back, and
/// our pair does not stand so, it does, because a bridge may leave the version as it was.
///
/// Returns the pairs that were touched.
public struct AcceptArtisChanges: Statement {
    public var changes: [ArtisTold]
    public var lane: Lane
    /// W3C trace context of what told it.
    public var trace: String?

    public init(_ changes: [ArtisTold], lane: Lane, trace: String? = nil) {
        self.changes = changes
        self.lane = lane
        self.trace = trace
    }

    // Of a record told several times the youngest version counts. What is known is locked in id order first, as
    // everybody does; counting it has that done before the insert.
    public static let sql = """
        WITH said AS (
            SELECT DISTINCT ON (kind, artis_id) *, CASE kind WHEN 'company' THEN 'tiers' WHEN 'deal' THEN 'affaires'
                WHEN 'contact' THEN 'interlocuteurs' ELSE 'actions' END AS collection
            FROM unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[], $5::boolean[]) WITH ORDINALITY
                AS s (kind, artis_id, version, deleted, known_only, place)
            ORDER BY kind, artis_id, version DESC NULLS FIRST, place DESC
        ), known AS (
            SELECT id, collection, artis_id FROM pair JOIN said USING (collection, artis_id)
            ORDER BY id FOR NO KEY UPDATE OF pair
        ), touched AS (
            INSERT INTO pair (kind, artis_id, wanted, artis_told)
            SELECT kind, artis_id, 1, version FROM said
            WHERE (SELECT count(*) FROM known) >= 0
                AND (NOT known_only OR (collection, artis_id) IN (SELECT collection, artis_id FROM known))
            ORDER BY collection, artis_id
            ON CONFLICT (collection, artis_id) WHERE artis_id IS NOT NULL DO UPDATE
                SET wanted = pair.wanted + 1, hinted_at = now(),
                    artis_told = greatest(pair.artis_told, excluded.artis_told)
                WHERE excluded.artis_told IS NULL
                    OR excluded.artis_told > coalesce(greatest(pair.artis_told, pair.artis_version), -1)
                    OR (excluded.artis_told >= coalesce(greatest(pair.artis_told, pair.artis_version), -1)
                        AND (pair.state = 'stopped' AND pair.reason IS NOT DISTINCT FROM 'DELETED_IN_ARTIS') <> (
                            SELECT deleted FROM said WHERE (said.collection, said.artis_id) = (pair.collection, pair.artis_id)))
            RETURNING id
        ), hinted AS (
            INSERT INTO outbox (pair_id, lane, trace) SELECT id, $6, $7 FROM touched ORDER BY id
            ON CONFLICT (pair_id, lane) DO UPDATE
                SET ver = outbox.ver + 1, due_at = least(outbox.due_at, now()), claimed_until = NULL,
                    trace = coalesce(excluded.trace, outbox.trace)
        )
        SELECT id FROM touched
        """

    public var parameters: [Parameter] {
        [
            .textArray(changes.map { $0.kind.role == .activity ? Kind.call.rawValue : $0.kind.rawValue }),
            .textArray(changes.map(\.artisID.rawValue)), .intArray(changes.map(\.version)),
            .boolArray(changes.map(\.isDeleted)), .boolArray(changes.map(\.concernsKnownOnly)), .text(lane.rawValue),
            trace.map(Parameter.text) ?? .null,
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
