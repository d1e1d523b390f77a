public import Domain

/// The contacts and deals that activities were associated with when last looked at (R21).
public struct FindLinks: Statement {
    public var activities: [PairID]

    public init(of activities: [PairID]) { self.activities = activities }

    public static let sql = "SELECT activity_id, kind, hubspot_id FROM link WHERE activity_id = ANY ($1::bigint[])"

    public var parameters: [Parameter] { [.intArray(activities.map(\.rawValue))] }

    public static func decode(_ row: RowReader) throws(DatabaseError) -> ActivityLink {
        ActivityLink(activity: PairID(try row.int(0)), kind: try row.word(1), hubspotID: ID(try row.text(2)))
    }
}
