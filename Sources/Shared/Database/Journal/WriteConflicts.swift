public import Domain
import FoundationEssentials

/// Keeps conflicts with both values, who won and why (R24).
public struct WriteConflicts: Statement {
    public var conflicts: [(pair: PairID, conflict: FieldConflict)]

    public init(_ conflicts: [(pair: PairID, conflict: FieldConflict)]) { self.conflicts = conflicts }

    public static let sql = """
        INSERT INTO conflict (pair_id, field, hubspot_value, artis_value, winner, cause)
        SELECT pair_id, field, hubspot_value, artis_value, winner, cause
        FROM jsonb_to_recordset($1::jsonb)
            AS c (pair_id bigint, field text, hubspot_value text, artis_value text, winner text, cause text)
        """

    public var parameters: [Parameter] { [.json(encoding: conflicts.map(Image.init))] }

    private struct Image: Encodable {
        var pair_id: Int64, field: String, hubspot_value: String?, artis_value: String?, winner: String, cause: String

        init(_ item: (pair: PairID, conflict: FieldConflict)) {
            pair_id = item.pair.rawValue
            field = item.conflict.field.rawValue
            hubspot_value = item.conflict.hubspot
            artis_value = item.conflict.artis
            winner = item.conflict.winner.rawValue
            cause = item.conflict.cause.rawValue
        }
    }
}
