public import Domain

/// Gives a row its other id at a person's word, and queues it with all attempts ahead: the next look links the two
/// records (R24). An action takes the kind of the activity that it is linked with.
public struct CompletePair: Statement {
    public var pair: PairID
    public var kind: Kind
    public var hubspotID: ID<HubSpotRecord>
    public var artisID: ID<ArtisRecord>

    public init(_ pair: PairID, kind: Kind, hubspotID: ID<HubSpotRecord>, artisID: ID<ArtisRecord>) {
        self.pair = pair
        self.kind = kind
        self.hubspotID = hubspotID
        self.artisID = artisID
    }

    public static let sql = """
        WITH wanted AS (
            UPDATE pair SET
                kind = $2, hubspot_id = $3, artis_id = $4, wanted = wanted + 1, hinted_at = now(), attempts = 0,
                next_attempt_at = NULL, state = CASE state WHEN 'retrying' THEN 'pending' ELSE state END,
                reason = CASE state WHEN 'retrying' THEN NULL ELSE reason END
            WHERE id = $1 RETURNING id
        ), \(HintSQL.hint("wanted", lane: "'live'"))
        SELECT id FROM wanted
        """

    public var parameters: [Parameter] {
        [.int(pair.rawValue), .text(kind.rawValue), .text(hubspotID.rawValue), .text(artisID.rawValue)]
    }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> PairID { PairID(try row.int(0)) }
}
