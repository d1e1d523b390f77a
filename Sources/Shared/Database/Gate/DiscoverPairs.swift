public import Domain

/// What discovery found to hang on companies that have just opened (R13): what left no row becomes known and is
/// queued; what is known and hangs elsewhere or nowhere is looked at again, synced or not: it may have hung here before the
/// company was archived (R26), and so may what found no company meanwhile, or several others. What waits for this company,
/// or is synced below it, is left alone: its release or its own changes look after it.
///
/// Returns the pairs that were queued.
public struct DiscoverPairs: Statement {
    public var found: [Found]
    public var lane: Lane
    public var traces: Traces

    public struct Found: Sendable, Hashable {
        public var kind: Kind
        public var hubspotID: ID<HubSpotRecord>
        public var company: PairID

        public init(kind: Kind, hubspotID: ID<HubSpotRecord>, company: PairID) {
            self.kind = kind
            self.hubspotID = hubspotID
            self.company = company
        }
    }

    /// - Parameter traces: of the companies.
    public init(_ found: [Found], lane: Lane, traces: Traces = Traces()) {
        self.found = found
        self.lane = lane
        self.traces = traces
    }

    public static let sql = """
        WITH found AS (
            SELECT DISTINCT ON (kind, hubspot_id) * FROM unnest($1::text[], $2::text[], $3::bigint[], $5::text[])
                AS f (kind, hubspot_id, company_id, trace)
            ORDER BY kind, hubspot_id
        ), touched AS (
            INSERT INTO pair (kind, hubspot_id, company_id, wanted)
            SELECT kind, hubspot_id, company_id, 1 FROM found ORDER BY kind, hubspot_id
            ON CONFLICT (kind, hubspot_id) WHERE hubspot_id IS NOT NULL DO UPDATE
                SET wanted = pair.wanted + 1, hinted_at = now()
                WHERE pair.wanted = pair.applied AND (pair.latched_at IS NULL OR pair.state <> 'stopped')
                    AND (pair.company_id IS DISTINCT FROM excluded.company_id
                        OR (pair.latched_at IS NULL AND pair.state <> 'waiting')
                        OR pair.reason IN ('NO_COMPANY', 'COMPANY_AMBIGUOUS'))
            RETURNING id, kind, hubspot_id
        ), traced AS (
            SELECT id, trace FROM touched JOIN found USING (kind, hubspot_id)
        ), \(HintSQL.hint("traced", lane: "$4", trace: "trace"))
        SELECT id FROM touched
        """

    public var parameters: [Parameter] {
        [
            .textArray(found.map(\.kind.rawValue)), .textArray(found.map(\.hubspotID.rawValue)),
            .intArray(found.map(\.company.rawValue)), .text(lane.rawValue), traces.parents(of: found.map(\.company)),
        ]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
