public import Domain

/// Asks for the reference data anew that the reasons of these pairs name, however lately it was fetched: somebody who says
/// that it was mended is believed.
public struct WantReferencesOfPairs: Statement {
    public var pairs: [PairID]
    /// Which piece might know the value that a reason tells of.
    public var knowing: [(reason: Reason, key: String)]

    public init(_ pairs: [PairID], knowing: [(reason: Reason, key: String)]) {
        self.pairs = pairs
        self.knowing = knowing
    }

    public static let sql = """
        UPDATE reference SET wanted_at = now()
        WHERE (wanted_at IS NULL OR wanted_at <= fetched_at) AND key IN (
            SELECT key FROM unnest($2::text[], $3::text[]) AS k (reason, key)
            JOIN pair USING (reason) WHERE pair.id = ANY ($1::bigint[]))
        """

    public var parameters: [Parameter] {
        [.intArray(pairs.map(\.rawValue)), .textArray(knowing.map(\.reason.rawValue)), .textArray(knowing.map(\.key))]
    }
}
